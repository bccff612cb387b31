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
    let heads = heads.iter().map(|head| column_head().with(*head));
    let head = table_part("thead", "rowgroup").with(table_row().with_all(heads));
    table_part("table", "table")
        .class("plain-table")
        .with(head)
        .with(table_part("tbody", "rowgroup").with_all(rows))
}

/// A part of a table. It says what it is, for a style sheet that lays it out otherwise makes some browsers forget.
pub fn table_part(tag: &'static str, role: &'static str) -> Element {
    element(tag).set("role", role)
}

/// A row of a table.
pub fn table_row() -> Element {
    table_part("tr", "row")
}

/// A cell of a table.
pub fn table_cell() -> Element {
    table_part("td", "cell")
}

/// What stands above a column.
pub fn column_head() -> Element {
    table_part("th", "columnheader").set("scope", "col")
}

/// What a row begins with.
pub fn row_head() -> Element {
    table_part("th", "rowheader").set("scope", "row")
}

/// The events of a film in a sequence, each by its number in the telling: what happens, how it is told, to whom, in
/// which passages, and where in the story it can lie, counted from 1.
pub fn event_table(site: &Site, order: &StoryOrder, sequence: Vec<usize>) -> Element {
    let words = &site.messages().compare;
    let characters = site.messages().site.characters;
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
        table_row()
            .with(row_head().with((told + 1).to_string()))
            .with(table_cell().with(site.text(&event.summary)).with(order))
            .with(table_cell().set("data-head", characters).joined(", ", who))
            .with(table_cell().with(evidence(site, &event.passages)))
            .with(table_cell().set("data-head", words.place).with(range))
            .html()
    };
    let heads = [site.messages().threads.number, words.told, characters, "§", words.place];
    table(&heads, sequence.into_iter().map(row).collect()).class("event-table")
}
