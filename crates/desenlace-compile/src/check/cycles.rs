//! Cycles in a graph. It knows neither terms nor events.

/// The cycles of a graph that have no thing in common, each from its first thing on. `edges` has, for each
/// thing, the things that it leads to.
pub(super) fn cycles(edges: &[Vec<usize>]) -> Vec<Vec<usize>> {
    let mut alive = vec![true; edges.len()];
    let mut found = Vec::new();
    loop {
        prune(edges, &mut alive);
        let Some(start) = alive.iter().position(|alive| *alive) else { return found };
        let mut path = vec![start];
        // Whatever is still alive leads to something alive, so the path comes back to itself.
        while let Some(next) = path.last().and_then(|last| first_alive(&edges[*last], &alive)) {
            if let Some(from) = path.iter().position(|thing| *thing == next) {
                path.drain(..from);
                break;
            }
            path.push(next);
        }
        for thing in &path {
            alive[*thing] = false;
        }
        let first = path.iter().enumerate().min_by_key(|(_, thing)| **thing).map_or(0, |(at, _)| at);
        path.rotate_left(first);
        found.push(path);
    }
}

/// Takes away, again and again, whatever leads to nothing alive.
fn prune(edges: &[Vec<usize>], alive: &mut [bool]) {
    loop {
        let dead: Vec<_> = (0..edges.len())
            .filter(|thing| alive[*thing] && first_alive(&edges[*thing], alive).is_none())
            .collect();
        if dead.is_empty() {
            return;
        }
        for thing in dead {
            alive[thing] = false;
        }
    }
}

fn first_alive(things: &[usize], alive: &[bool]) -> Option<usize> {
    things.iter().copied().find(|thing| alive.get(*thing) == Some(&true))
}

#[cfg(test)]
mod tests {
    use super::cycles;

    #[test]
    fn every_cycle_is_found_once() {
        for (edges, expected) in [
            (vec![], vec![]),
            (vec![vec![1], vec![2], vec![]], vec![]),
            (vec![vec![0]], vec![vec![0]]),
            (vec![vec![1], vec![2], vec![1], vec![4], vec![3]], vec![vec![1, 2], vec![3, 4]]),
            (vec![vec![2, 1], vec![2], vec![3], vec![0, 9]], vec![vec![0, 2, 3]]),
        ] {
            assert_eq!(cycles(&edges), expected, "{edges:?}");
        }
    }
}
