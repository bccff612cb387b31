//! Every character has a fate, and what is not told is never told with certainty.

use crate::records::fates::Fate;
use crate::report::Report;
use crate::written::WrittenFilm;
use desenlace_core::model::Certainty;

/// Reports characters without fate, and fates whose outcome and certainty contradict each other.
pub(super) fn fit_the_characters(film: &WrittenFilm, report: &mut Report) {
    let fates = &film.fates.value.0;
    for (id, _) in &film.characters.value.0 {
        let Some(name) = id.id() else { continue };
        if !fates.iter().any(|(fate, _)| fate.id() == Some(name)) && !film.fates.damage.may_hide(name) {
            let hint = format!("add [{name}] to fates.toml; where nothing is told, the outcome is “untold”");
            report.error(id.spot(), format!("“{name}” has no fate"), hint);
        }
    }
    for (_, fate) in fates {
        outcome_fits_certainty(fate, report);
    }
}

fn outcome_fits_certainty(fate: &Fate, report: &mut Report) {
    let (Some(outcome), Some(certainty)) = (fate.outcome.id(), fate.certainty.value) else { return };
    for telling in [Certainty::Untold, Certainty::DeclaredUnknown] {
        let word = telling.word();
        if (outcome == word) != (certainty == telling) {
            let message = format!(
                "the outcome “{outcome}” and the certainty “{}” exclude each other",
                certainty.word()
            );
            report.error(fate.certainty.spot, message, format!("“{word}” is said of both or of neither"));
            return;
        }
    }
}
