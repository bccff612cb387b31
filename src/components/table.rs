//! Tables with a head, and the one that is drawn of the events of a film wherever their order matters.

use super::evidence;
use crate::markup::{Element, Part, element};
use crate::messages::fill;
use crate::site::Site;
use desenlace_core::cross_reference::StoryOrder;
use desenlace_core::model::{self, Order};
use yew::Html;

/// A table: what stands above its columns, and its rows.
pub fn table(heads: &[&'static str], rows: Vec<Html>) -> Element {
    let heads = heads.iter().map(|head| element("th").set("scope", "col").with(*head));
    element("table")
        .class("plain-table")
        .with(element("thead").with(element("tr").with_all(heads)))
        .with(element("tbody").with_all(rows))
}

/// The events of a film in a sequence, each by its number in the telling: what happens, how it is told, to whom, in
/// which passages, and where in the story it can lie, counted from 1.
pub fn event_table(site: &Site, order: &StoryOrder, sequence: Vec<usize>) -> Element {
    let words = &site.messages().compare;
    let places = order.places();
    let row = |told: usize| {
        let place = places[told];
        let event = &site.corpus.events[place.event.index()];
        let order = match event.order.get() {
            Order::Told => None,
            Order::Flashback => Some([" (", words.flashback, ")"].concat()),
            Order::Revealed => Some([" (", words.revealed, ")"].concat()),
        };
        let [earliest, latest] = [place.earliest, place.latest].map(|place| (place + 1).to_string());
        let range = if earliest == latest {
            earliest
        } else {
            fill(&fill(words.range, "earliest", &earliest), "latest", &latest)
        };
        let there = event.participants.iter().filter(|one| one.part.get() != model::Part::Absent);
        let who = there.map(|one| site.text(&site.corpus.characters[one.character.get().index()].short));
        element("tr")
            .with(element("th").set("scope", "row").with((told + 1).to_string()))
            .with(element("td").with(site.text(&event.summary)).with(order))
            .with(element("td").joined(", ", who))
            .with(element("td").with(evidence(site, &event.passages)))
            .with(element("td").with(range))
            .html()
    };
    let heads =
        [site.messages().threads.number, words.told, site.messages().site.characters, "§", words.place];
    table(&heads, sequence.into_iter().map(row).collect())
}
