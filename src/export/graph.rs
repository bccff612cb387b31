//! The relations of a film as GraphML: its people and groups with what becomes of them, and typed, directed edges
//! between them. Where fates are hidden, neither those nor what anybody does to anybody is told.

use super::write::{XML, write};
use desenlace_core::cross_reference::cast_of;
use desenlace_core::facet::{Facet, Gallery};
use desenlace_core::model::{FilmId, Language, Vocabulary};
use desenlace_core::packed::{CharacterId, Corpus};
use desenlace_core::veil::Veil;

const HEAD: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
<key id="name" for="node" attr.name="name" attr.type="string"/>
<key id="outcome" for="node" attr.name="outcome" attr.type="string"/>
<key id="kind" for="edge" attr.name="kind" attr.type="string"/>
<key id="label" for="edge" attr.name="label" attr.type="string"/>
<key id="third" for="edge" attr.name="third" attr.type="string"/>
<key id="certainty" for="all" attr.name="certainty" attr.type="string"/>
<graph edgedefault="directed" id=""#;

/// The relations of a film as GraphML, with names in a language. The ids are those of the corpus.
#[must_use]
pub fn graph(corpus: &Corpus, film: FilmId, language: Language, veil: &Veil) -> String {
    let told = !veil.hides(film);
    let certainty = |value: u32| Facet::Certainty.value_id(corpus, value);
    let id = |character: &CharacterId| Gallery::Characters.item_id(corpus, character.get().0);
    let mut graph = String::from(HEAD);
    write(&XML, Gallery::Films.item_id(corpus, film.0), &mut graph);
    graph.push_str("\">\n");
    for (_, who, fate) in cast_of(corpus, film) {
        tag("<node id=\"", &who.id, "\">", &mut graph);
        data("name", who.name.get(language), &mut graph);
        if told {
            let outcome = &corpus.terms(Vocabulary::Outcomes)[fate.outcome.get().index()];
            data("outcome", outcome.name.get(language), &mut graph);
            data("certainty", certainty(fate.certainty.get() as u32), &mut graph);
        }
        graph.push_str("</node>\n");
    }
    let within = |character: &CharacterId| corpus.characters[character.get().index()].film.get() == film;
    for relation in corpus.relations.iter().filter(|relation| within(&relation.from)) {
        tag("<edge source=\"", id(&relation.from), "\" target=\"", &mut graph);
        tag("", id(&relation.to), "\">", &mut graph);
        if told {
            let kind = &corpus.terms(Vocabulary::RelationKinds)[relation.kind.get().index()];
            data("kind", &kind.id, &mut graph);
            data("label", kind.name.get(language), &mut graph);
            data("certainty", certainty(relation.certainty.get() as u32), &mut graph);
            relation.third.iter().for_each(|third| data("third", id(third), &mut graph));
        }
        graph.push_str("</edge>\n");
    }
    graph.push_str("</graph>\n</graphml>\n");
    graph
}

/// Something that is known of a node or an edge.
fn data(key: &str, value: &str, into: &mut String) {
    tag("<data key=\"", key, "\">", into);
    tag("", value, "</data>", into);
}

/// Text between marks.
fn tag(before: &str, text: &str, behind: &str, into: &mut String) {
    into.push_str(before);
    write(&XML, text, into);
    into.push_str(behind);
}
