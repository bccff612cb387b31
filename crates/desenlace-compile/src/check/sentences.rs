//! The sentences of the synopsis: every one belongs to a passage, and no passage rests on one that there is
//! not.

use crate::decode::At;
use crate::report::Report;
use crate::resolve::sentence_number;
use crate::written::WrittenFilm;
use std::collections::BTreeSet;

/// Reports sentences that are not covered, and references to sentences that there are not.
pub(super) fn are_covered(film: &WrittenFilm, report: &mut Report) {
    let synopsis = &film.film.value.synopsis;
    let (Some(key), Some(count)) = (&synopsis.key.value, synopsis.sentences.value) else { return };
    let mut covered = BTreeSet::new();
    for passage in &film.passages.value.passage {
        let mut own = BTreeSet::new();
        for sentence in &passage.sentences.0 {
            if let Some(number) = valid(sentence, key, count, report) {
                covered.insert(number);
                if !own.insert(number) {
                    let message = format!("“{key}-S{number}” stands in this list twice");
                    report.error(sentence.spot, message, "take one away");
                }
            }
        }
    }
    let missing =
        (1..=count).filter(|number| !covered.contains(number)).map(|number| format!("{key}-S{number}"));
    let missing: Vec<_> = missing.collect();
    if let [first, rest @ ..] = &missing[..]
        && matches!(film.passages.damage, crate::decode::Damage::None)
    {
        let message = match rest {
            [] => format!("sentence {first} belongs to no passage"),
            _ => format!("sentences {} belong to no passage", missing.join(", ")),
        };
        let hint = "add it to the “sentences” of the passage that retells it";
        report.error(film.passages.spot, message, hint);
    }
}

/// The number of a sentence of this film; reported where it is none.
fn valid(sentence: &At<String>, key: &str, count: u32, report: &mut Report) -> Option<u32> {
    let text = sentence.value.as_ref()?;
    let number = sentence_number(sentence);
    let hint = format!("the sentences of this film are {key}-S1 to {key}-S{count}");
    if text.split_once("-S").map(|(key, _)| key) != Some(key) || number.is_none() {
        report.error(sentence.spot, format!("“{text}” is no sentence of this film’s synopsis"), hint);
        return None;
    }
    if number.is_some_and(|number| number == 0 || number > count) {
        report.error(sentence.spot, format!("there is no sentence “{text}”"), hint);
        return None;
    }
    number
}
