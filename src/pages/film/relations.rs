//! Who is what to whom in a film: the graph, and beside it the same in a table.

use crate::components::{character_link_as, evidence, relation_text, table, table_cell, table_row};
use crate::head::capitalized;
use crate::markup::{Element, Part, element, section};
use crate::site::Site;
use crate::threads::{graph, tie};
use crate::view::FilmPart;
use desenlace_core::model::FilmId;
use yew::Html;

/// The relations of a film; nothing where it has none.
pub(super) fn relations(site: &Site, film: FilmId) -> Option<Element> {
    let words = &site.messages().graph;
    let drawing = site.graph(film);
    let mut rows = Vec::new();
    for (at, arc) in drawing.arcs.iter().enumerate() {
        rows.extend(arc.relations.iter().map(|relation| row(site, at, *relation)));
    }
    if rows.is_empty() {
        return None;
    }
    let heads = [words.relation, "§"];
    let sides = element("div").class("graph-columns").with(graph(site, &drawing)).with(table(&heads, rows));
    let hint = element("p").class("hint").with(words.hint);
    Some(section(FilmPart::Relations.id(), words.title).class("relations tells").with(hint).with(sides))
}

/// A relation as a sentence: who, what, whom, and for whom where there is a third.
fn row(site: &Site, arc: usize, relation: usize) -> Html {
    let relation = &site.corpus.relations[relation];
    let from = relation.from.get();
    let name = capitalized(site.text(&site.corpus.characters[from.index()].name));
    let sentence = table_cell().with(character_link_as(site, from.0, name)).with(" ");
    table_row()
        .set("data-thing", tie(arc))
        .set("data-ties", tie(arc))
        .with(relation_text(site, sentence, false, relation.to.get(), relation))
        .with(table_cell().with(evidence(site, &relation.passages)))
        .html()
}
