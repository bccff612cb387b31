//! Themes with their evidence, and parallels with their sides.

use crate::report::Report;
use crate::written::{Written, WrittenFilm};
use desenlace_core::model::Weight;
use std::collections::BTreeSet;

/// Reports themes without passages, and absent themes that have some.
pub(super) fn have_evidence(film: &WrittenFilm, report: &mut Report) {
    for (theme, tie) in &film.themes.value.0 {
        let name = theme.id().unwrap_or_default();
        match (tie.weight.value, tie.passages.first()) {
            (Some(Weight::Absent), Some(passage)) => {
                let message = format!("the theme “{name}” is absent and has passages");
                report.error(passage.spot(), message, "take them away, or give it the weight “minor”");
            }
            (Some(Weight::Major | Weight::Minor), None) => {
                let message = format!("the theme “{name}” has no passages");
                report.error(tie.spot, message, "name the passages that show it");
            }
            _ => {}
        }
    }
}

/// Reports parallels that do not link two films.
pub(super) fn parallels_have_sides(written: &Written, report: &mut Report) {
    for (id, parallel) in &written.parallels.value.0 {
        let name = id.id().unwrap_or_default();
        if parallel.side.len() < 2 {
            let hint = format!("add [[{name}.side]]: a parallel links two films or more");
            report.error(id.spot(), format!("the parallel “{name}” has fewer than two sides"), hint);
            continue;
        }
        let films: BTreeSet<_> = parallel.side.iter().filter_map(|side| side.film.id()).collect();
        if films.len() == 1 {
            let hint = "a parallel links things of different films";
            report.error(id.spot(), format!("all sides of “{name}” are of one film"), hint);
        }
    }
}
