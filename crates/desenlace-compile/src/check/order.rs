//! Orders that must not run in a circle: broader terms, and the order of events in the story.

use super::cycles::cycles;
use crate::decode::Ref;
use crate::records::events::Event;
use crate::report::{Report, Spot};
use crate::written::{Written, WrittenFilm};

/// Reports terms that are broader than themselves.
pub(super) fn vocabularies_have_no_cycles(written: &Written, report: &mut Report) {
    for vocabulary in &written.vocabularies {
        let terms = &vocabulary.value;
        let steps = terms.iter().map(|(id, term)| {
            let broader = term.broader.iter().map(|broader| (broader.id(), broader.spot()));
            (id.id(), broader.collect())
        });
        let hint = "take one of these “broader” away; the broadest term has none";
        report_cycles(&steps.collect::<Vec<_>>(), "a term is broader than itself", hint, report);
    }
}

/// Reports events that come before themselves, or happen inside themselves.
pub(super) fn events_have_no_cycles(film: &WrittenFilm, report: &mut Report) {
    let events = &film.events.value.0;
    let steps = events.iter().map(|(id, event): &(_, Event)| {
        let earlier = event.after.iter().chain(&event.during).map(|earlier| (earlier.id(), earlier.spot()));
        (id.id(), earlier.collect())
    });
    let hint = "“after” and “during” give the order of the story: take one of them away";
    report_cycles(&steps.collect::<Vec<_>>(), "an event comes after itself", hint, report);
}

/// Reports groups that are members of themselves.
pub(super) fn groups_have_no_cycles(film: &WrittenFilm, report: &mut Report) {
    let steps = film.characters.value.0.iter().map(|(id, character)| {
        let members = character.members.iter().map(|member: &Ref<_>| (member.id(), member.spot()));
        (id.id(), members.collect())
    });
    let hint = "take one of them out of the other’s members";
    report_cycles(&steps.collect::<Vec<_>>(), "a group is a member of itself", hint, report);
}

/// A thing, and the things it refers to, with the places of the references.
type Step<'a> = (Option<&'a str>, Vec<(Option<&'a str>, Spot)>);

fn report_cycles(steps: &[Step<'_>], message: &str, hint: &str, report: &mut Report) {
    let position = |id: Option<&str>| id.and_then(|id| steps.iter().position(|(own, _)| *own == Some(id)));
    let edges: Vec<Vec<usize>> = steps
        .iter()
        .map(|(_, references)| references.iter().filter_map(|(id, _)| position(*id)).collect())
        .collect();
    for cycle in cycles(&edges) {
        let round: Vec<_> = cycle.iter().chain(cycle.first()).filter_map(|thing| steps[*thing].0).collect();
        let next = round.get(1).copied();
        let first = cycle.first().and_then(|first| steps[*first].1.iter().find(|(id, _)| *id == next));
        if let Some((_, spot)) = first {
            report.error(*spot, format!("{message}: {}", round.join(" → ")), hint);
        }
    }
}
