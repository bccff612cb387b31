//! What a corpus must be beyond having names that lead somewhere: whole, covered by evidence, consistent. Each
//! check stands alone, reads the corpus as it is written, and reports; none stops another.

mod anchors;
mod cycles;
mod fates;
mod files;
mod languages;
mod mentions;
mod order;
mod people;
mod relations;
mod sentences;
mod stories;
mod ties;
mod usage;

use crate::files::Files;
use crate::report::Report;
use crate::resolve::Names;
use crate::written::Written;

/// Checks everything.
pub(crate) fn all(written: &Written, names: &Names, files: &Files, report: &mut Report) {
    files::nothing_unread(files, report);
    languages::tags_are_known(written, names, report);
    order::vocabularies_have_no_cycles(written, report);
    for film in &written.films {
        anchors::are_free(film, report);
        stories::agree_with_the_passages(film, report);
        sentences::are_covered(film, report);
        mentions::are_linked(film, written, report);
        people::groups_have_members(film, report);
        relations::are_written_once(film, written, report);
        order::events_have_no_cycles(film, report);
        fates::fit_the_characters(film, report);
        ties::have_evidence(film, report);
    }
    ties::parallels_have_sides(written, report);
    usage::everything_is_used(written, names, report);
}
