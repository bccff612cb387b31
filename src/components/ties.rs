//! What belongs together on the page of a film, as the elements say it to what lights them up
//! ([`pointing`](crate::browser::pointing)): a person, an event and a passage are tied by the events that they have in
//! common.

use crate::markup::Element;
use crate::site::Site;
use desenlace_core::cross_reference::{events_of, takes_part};
use desenlace_core::model::{CharacterId, EventId, FilmId, PassageId};

/// What is tied by events.
#[derive(Clone, Copy)]
pub enum Thing {
    /// A thread, a name, a fate.
    Character(CharacterId),
    /// An event.
    Event(EventId),
    /// A passage of the story.
    Passage(PassageId),
}

/// An element that shows a thing of a film.
pub fn tied(site: &Site, film: FilmId, thing: Thing, element: Element) -> Element {
    let (kind, number) = match thing {
        Thing::Character(who) => ("c", who.0),
        Thing::Event(event) => ("e", event.0),
        Thing::Passage(passage) => ("p", passage.0),
    };
    let mut ties = String::new();
    for (number, event) in events_of(site.corpus, film) {
        let is_tied = match thing {
            Thing::Character(who) => takes_part(site.corpus, who, event),
            Thing::Event(own) => own == number,
            Thing::Passage(passage) => event.passages.iter().any(|told| told.get() == passage),
        };
        if is_tied {
            ties.extend(["e", &number.0.to_string(), " "]);
        }
    }
    element.set("data-thing", [kind, &number.to_string()].concat()).set("data-ties", ties)
}
