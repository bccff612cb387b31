//! The threads on the page of a film: the choice of their order, the map, and the same in a table.

use crate::components::{event_table, link};
use crate::markup::{Element, element, section};
use crate::site::Site;
use crate::threads::maps;
use crate::view::{FilmPart, Sequence};
use desenlace_core::cross_reference::StoryOrder;
use desenlace_core::model::FilmId;

/// The threads of a film.
pub(super) fn threads(site: &Site, film: FilmId) -> Element {
    let words = &site.messages().threads;
    let sequences = [
        (Sequence::Telling, words.telling, words.telling_hint),
        (Sequence::Story, words.story, words.story_hint),
    ];
    let shown = site.view().sequence;
    let choices = sequences.map(|(sequence, name, _)| {
        let chosen = sequence == shown;
        let to = site.view().in_sequence(sequence);
        link(site, to).class("chip").class_if(chosen, "is-chosen").current(chosen).with(name)
    });
    let choices = element("div")
        .class("chips")
        .set("role", "group")
        .set("aria-label", words.sequence)
        .with_all(choices);
    let hints = sequences.iter().filter(|(sequence, ..)| *sequence == shown && !site.hides(film));
    section(FilmPart::Threads.id(), words.title)
        .class("threads-section")
        .with(choices)
        .with(element("p").class("hint").with_all(hints.map(|(.., hint)| *hint)))
        .with_all(maps(site, film))
        .with(element("div").with((!site.hides(film)).then(|| events(site, film))))
}

/// The events in the sequence of the map, for whoever does not see it; folded away.
fn events(site: &Site, film: FilmId) -> Element {
    let order = StoryOrder::of(site.corpus, film);
    let sequence = match site.view().sequence {
        Sequence::Telling => (0..order.told().len()).collect(),
        Sequence::Story => order.sequence(),
    };
    let summary = element("summary").with(site.messages().threads.table);
    element("details").class("threads-table tells").with(summary).with(event_table(site, &order, sequence))
}
