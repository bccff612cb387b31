//! What becomes of the people of several films, side by side: a row for each of the broadest outcomes. Groups
//! are left out, since their members are counted.

use super::{row, table};
use crate::components::{character_link_as, fate_mark, film_link, gate, table_cell, table_part};
use crate::head::capitalized;
use crate::markup::{Element, element, section};
use crate::site::Site;
use desenlace_core::cross_reference::{cast_of, is_within};
use desenlace_core::model::{FilmId, TermId, Vocabulary};

/// The fates of each film by outcome.
pub(super) fn fates(site: &Site, films: &[FilmId]) -> Element {
    let outcomes = (0..).map(TermId).zip(site.corpus.terms(Vocabulary::Outcomes));
    let rows = outcomes.filter(|(_, outcome)| outcome.broader.is_none()).filter_map(|(outcome, term)| {
        let cells: Vec<Option<Element>> = films.iter().map(|film| people(site, *film, outcome)).collect();
        let anybody = cells.iter().any(Option::is_some);
        let cells = cells.into_iter().map(|people| table_cell().with(people));
        anybody.then(|| row(capitalized(site.text(&term.name)), cells))
    });
    let told = !site.view().query.veil.is_drawn();
    let rows = table_part("tbody", "rowgroup").class_if(told, "tells").with_all(rows);
    let hidden = films.iter().filter(|film| site.hides(**film));
    let gates = hidden.map(|film| element("div").with(film_link(site, film.0)).with(gate(site, *film)));
    let title = site.messages().site.fates;
    // A head without a row would only seem to have lost its table.
    let any = films.iter().any(|film| !site.hides(*film));
    let part = if any { table(site, "fates", title, films, [rows]) } else { section("fates", title) };
    part.with(element("div").class("gates").with_all(gates))
}

/// Those of a film who end in a way, each with the mark and its words; nobody where that is hidden.
fn people(site: &Site, film: FilmId, outcome: TermId) -> Option<Element> {
    if site.hides(film) {
        return None;
    }
    let ends_so = cast_of(site.corpus, film).filter(|(_, character, fate)| {
        !character.group && is_within(site.corpus, Vocabulary::Outcomes, fate.outcome.get(), outcome)
    });
    let items = ends_so.map(|(number, character, _)| {
        let name = character_link_as(site, number.0, capitalized(site.text(&character.name)));
        element("li").with(name).with(" ").with(fate_mark(site, number.0))
    });
    element("ul").class("compare-fates").only_with(items)
}
