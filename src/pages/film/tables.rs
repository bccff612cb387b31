//! The threads of a film in tables, for whoever does not see the map: who takes part in what and how it ends for
//! them, and what happens when.

use crate::components::{character_link, event_table, fate_mark, table};
use crate::markup::{Element, Part, element};
use crate::site::Site;
use crate::view::Sequence;
use desenlace_core::cross_reference::{StoryOrder, cast_of, takes_part};
use desenlace_core::model::{CharacterId, FilmId};

/// Both tables, folded away; the events in the sequence of the map.
pub(super) fn tables(site: &Site, film: FilmId) -> Element {
    let words = &site.messages().threads;
    let order = StoryOrder::of(site.corpus, film);
    let sequence = match site.view().sequence {
        Sequence::Telling => (0..order.told().len()).collect(),
        Sequence::Story => order.sequence(),
    };
    let people = cast_of(site.corpus, film).filter(|(_, character, _)| !character.group);
    let rows = people.filter_map(|(who, ..)| {
        let events = events(site, &order, who);
        (!events.is_empty()).then(|| {
            element("tr")
                .with(element("th").set("scope", "row").with(character_link(site, who.0)))
                .with(element("td").joined(", ", events))
                .with(element("td").with(fate_mark(site, who.0)))
                .html()
        })
    });
    let heads = [site.messages().site.characters, words.events, site.messages().character.fate];
    element("details")
        .class("threads-tables tells")
        .with(element("summary").with(words.tables))
        .with(table(Some(words.people_table), &heads, rows.collect()))
        .with(event_table(site, Some(words.events_table), &order, sequence))
}

/// The numbers of the events that somebody takes part in.
fn events(site: &Site, order: &StoryOrder, who: CharacterId) -> Vec<String> {
    let told = order.told().iter().zip(1u32..);
    let there = told.filter(|(event, _)| takes_part(site.corpus, who, &site.corpus.events[event.index()]));
    there.map(|(_, number)| number.to_string()).collect()
}
