//! Who lies beside whom: an order of the threads in which those who meet are near and few must be crossed.
//! A deterministic search; it knows nothing of pixels.

use super::story::{Story, Strand};

/// How much a crossing weighs against a thread that a meeting has to reach over.
const CROSSING: usize = 3;
/// How much worse it is to cross a name.
const NAME: usize = 3;
/// The longest run of neighbours that is moved as one.
const LONGEST_MOVE: usize = 6;
/// More rounds than real films need; a bound, not a goal.
const ROUNDS: usize = 12;

/// The threads from one side to the other: positions in [`Story::strands`]. A film has one order in all sizes
/// and languages, so its cover is known again.
#[must_use]
pub(super) fn order(story: &Story) -> Vec<usize> {
    // Labels take about so many columns before and behind a thread.
    let labels = i32::try_from(story.occasions.len() / 9).unwrap_or(i32::MAX) + 1;
    let column = |column: Option<&usize>| column.and_then(|column| i32::try_from(*column).ok()).unwrap_or(0);
    let life = |strand: &Strand| {
        (column(strand.occasions.first()) - labels, column(strand.occasions.last()) + labels)
    };
    let lives: Vec<(i32, i32)> = story.strands.iter().map(life).collect();
    arrange(&meetings(story), &lives, labels)
}

/// An order of so many as have a life, from the first to the last column of it, that brings near whoever meets in
/// a column. A life begins with its name, which takes so many columns.
#[must_use]
pub(super) fn arrange(meetings: &[Vec<usize>], lives: &[(i32, i32)], names: i32) -> Vec<usize> {
    let scale = Scale::new(meetings, lives, names);
    let mut best = chain(lives.len(), meetings);
    let mut lowest = scale.cost(&best, usize::MAX);
    let mut trial = Vec::with_capacity(best.len());
    for _ in 0..ROUNDS {
        let before = lowest;
        for length in (1..=LONGEST_MOVE.min(best.len().saturating_sub(1))).rev() {
            for from in 0..=best.len() - length {
                for to in 0..=best.len() - length {
                    for turned in [false, true] {
                        if (to == from && !turned) || (length == 1 && turned) {
                            continue;
                        }
                        moved(&best, from, length, to, turned, &mut trial);
                        let new = scale.cost(&trial, lowest);
                        if new < lowest {
                            lowest = new;
                            std::mem::swap(&mut best, &mut trial);
                        }
                    }
                }
            }
        }
        if lowest == before {
            break;
        }
    }
    best
}

/// For each column, who meets there.
fn meetings(story: &Story) -> Vec<Vec<usize>> {
    let mut meetings = vec![Vec::new(); story.occasions.len()];
    for (strand, thread) in story.strands.iter().enumerate() {
        for column in &thread.occasions {
            meetings[*column].push(strand);
        }
    }
    meetings
}

/// The threads of one column: those who are present lie together, the others keep their order around them.
pub(super) fn gather(order: &[usize], is_present: impl Fn(usize) -> bool, into: &mut Vec<usize>) {
    let total = order.iter().filter(|thread| is_present(**thread)).count();
    // The fewest others are crossed where more than half of those who meet are already passed.
    let (mut above, mut gap) = (0, None);
    into.clear();
    for thread in order {
        if is_present(*thread) {
            above += 1;
            if above * 2 > total && gap.is_none() {
                gap = Some(into.len());
            }
        } else {
            into.push(*thread);
        }
    }
    let gap = gap.unwrap_or(into.len());
    into.splice(gap..gap, order.iter().copied().filter(|thread| is_present(*thread)));
}

/// Weighs orders.
struct Scale {
    /// For each meeting of two or more: how much it weighs to cross each thread, nothing where it is not alive; who
    /// is there, and how many are.
    meetings: Vec<(Vec<usize>, Vec<bool>, usize)>,
}

impl Scale {
    fn new(meetings: &[Vec<usize>], lives: &[(i32, i32)], names: i32) -> Self {
        let strands = 0..lives.len();
        let meetings = (0..)
            .zip(meetings)
            .filter(|(_, meeting)| meeting.len() > 1)
            .map(|(column, meeting)| {
                let alive = |strand: usize| match lives[strand] {
                    (first, last) if column < first || last < column => 0,
                    (first, _) if column < first + names => NAME,
                    _ => 1,
                };
                let there = |strand: usize| meeting.contains(&strand);
                (strands.clone().map(alive).collect(), strands.clone().map(there).collect(), meeting.len())
            })
            .collect();
        Self { meetings }
    }

    /// What an order costs; any number not below `limit` where it costs no less than that.
    fn cost(&self, order: &[usize], limit: usize) -> usize {
        let mut sum = 0;
        for (alive, there, total) in &self.meetings {
            let mut above = 0;
            for strand in order {
                if there[*strand] {
                    above += 1;
                    if above == *total {
                        break;
                    }
                } else if above > 0 {
                    // Whoever lies between is crossed by the smaller part of those who meet.
                    sum += (above.min(total - above) * CROSSING + 1) * alive[*strand];
                }
            }
            if sum >= limit {
                return sum;
            }
        }
        sum
    }
}

/// A first order: those who meet most are joined end to end, as beads are strung.
fn chain(count: usize, meetings: &[Vec<usize>]) -> Vec<usize> {
    let mut pairs = Vec::new();
    for first in 0..count {
        for second in first + 1..count {
            let together: usize = meetings
                .iter()
                .filter(|meeting| meeting.contains(&first) && meeting.contains(&second))
                // A meeting of two binds more than a gathering of seven.
                .map(|meeting| 12 / meeting.len().min(12))
                .sum();
            pairs.push((together, first, second));
        }
    }
    let most = pairs.iter().map(|(together, ..)| *together).max().unwrap_or(0);
    let by_bond =
        (0..=most).rev().flat_map(|bond| pairs.iter().filter(move |(together, ..)| *together == bond));
    let mut chains: Vec<Vec<usize>> = (0..count).map(|thread| vec![thread]).collect();
    for &(_, first, second) in by_bond {
        let place = |thread: usize| chains.iter().position(|chain| chain.contains(&thread)).unwrap_or(0);
        let (one, other) = (place(first), place(second));
        let at_end =
            |chain: &[usize], thread| chain.first() == Some(&thread) || chain.last() == Some(&thread);
        if one == other || !at_end(&chains[one], first) || !at_end(&chains[other], second) {
            continue;
        }
        let mut tail = std::mem::take(&mut chains[other]);
        if tail.first() != Some(&second) {
            tail.reverse();
        }
        if chains[one].last() != Some(&first) {
            chains[one].reverse();
        }
        chains[one].append(&mut tail);
    }
    chains.concat()
}

/// An order with a run of neighbours somewhere else, or turned around.
fn moved(order: &[usize], from: usize, length: usize, to: usize, turned: bool, into: &mut Vec<usize>) {
    into.clear();
    into.extend(order[..from].iter().chain(&order[from + length..]));
    into.splice(to..to, order[from..from + length].iter().copied());
    if turned {
        into[to..to + length].reverse();
    }
}
