//! The stories of a film against its `passages.toml`: the same passages in the same order in each language,
//! under the title of the film.

use crate::decode::Damage;
use crate::nearest::{nearest, suggestion};
use crate::report::Report;
use crate::story::Story;
use crate::written::WrittenFilm;
use std::collections::BTreeSet;

/// Reports passages that are missing, unknown, doubled or out of order, and titles that the film has not.
pub(super) fn agree_with_the_passages(film: &WrittenFilm, report: &mut Report) {
    let passages = film.passages.value.passage.iter().filter_map(|passage| passage.id.id());
    let expected: Vec<&str> = passages.collect();
    for story in &film.stories {
        title_is_known(film, story, report);
        if matches!(story.damage, Damage::Lost) || matches!(film.passages.damage, Damage::Lost) {
            continue;
        }
        let known = known_passages(film, story, &expected, report);
        let in_order = longest_ascending(&known.iter().map(|(position, _)| *position).collect::<Vec<_>>());
        for (at, (position, told)) in known.iter().enumerate() {
            if !in_order.contains(&at) {
                let hint = match position.checked_sub(1) {
                    Some(before) => format!("in passages.toml it comes after “{}”", expected[before]),
                    None => "in passages.toml it comes first".to_owned(),
                };
                let message = format!("passage “{}” is out of order", expected[*position]);
                report.error(story.passages[*told].id.spot(), message, hint);
            }
        }
    }
}

/// The passages of a story that `passages.toml` has: their positions there and in the story. The others are
/// reported, and so are those that the story lacks.
fn known_passages(
    film: &WrittenFilm,
    story: &Story,
    expected: &[&str],
    report: &mut Report,
) -> Vec<(usize, usize)> {
    let mut known: Vec<(usize, usize)> = Vec::new();
    let mut meant: BTreeSet<&str> = BTreeSet::new();
    for (at, told) in story.passages.iter().enumerate() {
        let Some(id) = told.id.id() else {
            meant.extend(expected.get(at)); // a heading without id, which has been reported
            continue;
        };
        match expected.iter().position(|expected| *expected == id) {
            Some(position) if known.iter().any(|(earlier, _)| *earlier == position) => {
                let hint = "give one of them another id, or make them one";
                report.error(told.id.spot(), format!("duplicate passage “{id}”"), hint);
            }
            Some(position) => known.push((position, at)),
            None if film.passages.damage.may_hide(id) => {}
            None => {
                let free = expected
                    .iter()
                    .copied()
                    .filter(|id| !story.passages.iter().any(|told| told.id.id() == Some(*id)));
                meant.extend(nearest(id, free.clone()));
                let hint = suggestion(id, free, "add it to passages.toml");
                report.error(told.id.spot(), format!("unknown passage “{id}”"), hint);
            }
        }
    }
    for (position, id) in expected.iter().enumerate() {
        if !meant.contains(id) && !known.iter().any(|(known, _)| *known == position) {
            let before = known.iter().filter(|(known, _)| *known < position).max();
            let spot = before.map_or(story.spot, |(_, at)| story.passages[*at].id.spot());
            let hint = match before {
                Some((before, _)) => format!("add “## … {{#{id}}}” after “{}”", expected[*before]),
                None => format!("add “## … {{#{id}}}” as the first passage"),
            };
            report.error(spot, format!("missing passage “{id}”"), hint);
        }
    }
    known
}

fn title_is_known(film: &WrittenFilm, story: &Story, report: &mut Report) {
    let film = &film.film.value;
    let Some(title) = &story.title.value else { return };
    let titles =
        || std::iter::once(&film.title).chain(film.alternative_title.iter().map(|title| &title.text));
    if !film.title.is_empty() && !titles().any(|known| known == title) {
        let hint = suggestion(title, titles().map(String::as_str), "film.toml says what it is called");
        report.error(story.title.spot, format!("the film is not called “{title}”"), hint);
    }
}

/// The positions of a longest ascending part of some numbers, the first of equals.
fn longest_ascending(numbers: &[usize]) -> BTreeSet<usize> {
    let mut best: Vec<(usize, Option<usize>)> = Vec::new();
    for (at, number) in numbers.iter().enumerate() {
        let before = (0..at).filter(|before| numbers[*before] < *number);
        let before = before.max_by_key(|before| (best[*before].0, std::cmp::Reverse(*before)));
        best.push((before.map_or(1, |before| best[before].0 + 1), before));
    }
    let last = (0..best.len()).max_by_key(|at| (best[*at].0, std::cmp::Reverse(*at)));
    std::iter::successors(last, |at| best[*at].1).collect()
}

#[cfg(test)]
mod tests {
    use super::longest_ascending;

    #[test]
    fn one_number_out_of_place_is_the_one_left_out() {
        for (numbers, expected) in [
            (vec![], vec![]),
            (vec![0, 1, 2], vec![0, 1, 2]),
            (vec![2, 0, 1], vec![1, 2]),
            (vec![1, 2, 0], vec![0, 1]),
            (vec![0, 2, 1, 3], vec![0, 1, 3]),
        ] {
            assert_eq!(longest_ascending(&numbers).into_iter().collect::<Vec<_>>(), expected, "{numbers:?}");
        }
    }
}
