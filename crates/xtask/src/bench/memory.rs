//! How much memory a process and all that it has started hold, as Linux tells it. It does not know what they do.

use std::fs;

/// Bytes, with what several processes share counted once; none where the system does not say.
pub(super) fn held(ancestor: u32) -> Option<f64> {
    let processes: Vec<(u32, u32)> =
        fs::read_dir("/proc").ok()?.filter_map(|entry| parent(entry.ok()?)).collect();
    let kilobytes: u64 = family(ancestor, &processes).into_iter().filter_map(share).sum();
    (kilobytes > 0).then_some(kilobytes as f64 * 1024.0)
}

/// A process and its parent.
fn parent(entry: fs::DirEntry) -> Option<(u32, u32)> {
    let process = entry.file_name().to_str()?.parse().ok()?;
    let status = fs::read_to_string(entry.path().join("stat")).ok()?;
    Some((process, parent_in(&status)?))
}

/// The parent in a line like `17 (a name) S 4 …`, whatever the name is.
fn parent_in(status: &str) -> Option<u32> {
    status.rsplit_once(')')?.1.split_whitespace().nth(1)?.parse().ok()
}

/// A process and all that come from it.
fn family(ancestor: u32, processes: &[(u32, u32)]) -> Vec<u32> {
    let mut family = vec![ancestor];
    let mut at = 0;
    while let Some(&parent) = family.get(at) {
        family.extend(processes.iter().filter(|(_, of)| *of == parent).map(|(process, _)| *process));
        at += 1;
    }
    family
}

/// The share of a process in the memory that it uses, in kilobytes.
fn share(process: u32) -> Option<u64> {
    share_in(&fs::read_to_string(format!("/proc/{process}/smaps_rollup")).ok()?)
}

fn share_in(told: &str) -> Option<u64> {
    told.lines().find_map(|line| line.strip_prefix("Pss:"))?.split_whitespace().next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_family_is_everybody_who_comes_from_somebody() {
        let processes = [(2, 1), (3, 2), (4, 1), (5, 3), (6, 9)];
        assert_eq!(family(2, &processes), [2, 3, 5]);
        assert_eq!(family(7, &processes), [7]);
    }

    #[test]
    fn what_the_system_says_is_understood() {
        assert_eq!(parent_in("17 (web) (page) S 4 17 1"), Some(4));
        assert_eq!(
            share_in("00400000-7fff [rollup]\nRss:  90 kB\nPss:  33 kB\nPss_Dirty:  1 kB\n"),
            Some(33)
        );
        assert_eq!(share_in("nothing"), None);
    }
}
