//! The ids of passages as places on a page: none is that of a part of the page, which an address could not tell from it.

use crate::report::Report;
use crate::written::WrittenFilm;
use desenlace_core::model::PAGE_IDS;

/// Reports passages that are called like a part of a page.
pub(super) fn are_free(film: &WrittenFilm, report: &mut Report) {
    for passage in &film.passages.value.passage {
        let taken = passage.id.id().filter(|id| PAGE_IDS.contains(id));
        if let Some(id) = taken {
            let message = format!("“{id}” is what a part of the page is called");
            report.error(
                passage.id.spot(),
                message,
                format!("give the passage another id, such as “the-{id}”"),
            );
        }
    }
}
