//! Groups and their members.

use super::order;
use crate::report::Report;
use crate::written::WrittenFilm;

/// Reports members of somebody who is no group, and groups that are members of themselves.
pub(super) fn groups_have_members(film: &WrittenFilm, report: &mut Report) {
    for (id, character) in &film.characters.value.0 {
        let mistaken = character.group.as_ref().is_some_and(|group| group.value.is_none());
        if let (false, Some(member)) = (character.is_group() || mistaken, character.members.first()) {
            let name = id.id().unwrap_or_default();
            let hint = "add group = true, or take the members away";
            report.error(member.spot(), format!("“{name}” has members but is no group"), hint);
        }
    }
    order::groups_have_no_cycles(film, report);
}
