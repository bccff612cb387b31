//! What is known about a film from outside its synopsis: each fact with its sources, and with whoever says
//! otherwise.

use crate::components::sources;
use crate::markup::{Element, element, entry, section};
use crate::messages::Messages;
use crate::site::Site;
use crate::view::FilmPart;
use desenlace_core::model::{FactKind, FilmId};
use desenlace_core::packed::{Fact, Film, Text};

/// The titles and facts of a film. Facts of one kind stand together, in the order of the kinds.
pub(super) fn facts(site: &Site, number: FilmId, film: &Film<'static>) -> Element {
    let words = site.messages();
    // What really happened is how the story ends.
    let told = |kind: FactKind| kind != FactKind::RealEvents || !site.hides(number);
    let titles = film.alternative_titles.iter().map(|title| {
        element("dd")
            .with(element("cite").set("lang", title.language).with(title.text))
            .with(" (")
            .with(title.language)
            .with(") ")
            .with(sources(site, title.sources.iter()))
            .with(title.note.map(|text| note(site, text)))
    });
    let kinds = FactKind::ALL.iter().filter(|kind| told(**kind)).map(|&kind| {
        let of_kind = film.facts.iter().filter(|fact| fact.kind == kind);
        entry(kind_name(words, kind)).only_with(of_kind.map(|each| fact(site, each)))
    });
    let list = element("dl").with(entry(words.film.titles).with_all(titles)).with_all(kinds.flatten());
    section(FilmPart::Facts.id(), words.film.facts).class("facts").with(list)
}

/// A fact with its sources, and whoever says otherwise.
fn fact(site: &Site, fact: Fact<'static>) -> Element {
    element("dd")
        .with(site.text(fact.value))
        .with(" ")
        .with(sources(site, fact.sources.iter()))
        .with(fact.note.map(|text| note(site, text)))
        .with((!fact.conflicts.is_empty()).then(|| conflicts(site, fact)))
}

/// What other sources say.
fn conflicts(site: &Site, fact: Fact<'static>) -> Element {
    let mut all = element("p").class("fact-conflicts").with(site.messages().film.conflict);
    let mut before = ": ";
    for conflict in fact.conflicts.iter() {
        let note = conflict.note.map(|note| site.text(note));
        all = all
            .with(before)
            .with(site.text(conflict.value))
            .with(" ")
            .with(sources(site, conflict.sources.iter()))
            .with(note.map(|_| " — "))
            .with(note);
        before = "; ";
    }
    all
}

fn note(site: &Site, text: Text<'static>) -> Element {
    element("p").class("fact-note").with(site.text(text))
}

/// The name of a kind of fact.
fn kind_name(words: &Messages, kind: FactKind) -> &'static str {
    match kind {
        FactKind::Release => words.fact.release,
        FactKind::Countries => words.fact.countries,
        FactKind::Languages => words.fact.languages,
        FactKind::Director => words.fact.director,
        FactKind::Screenplay => words.fact.screenplay,
        FactKind::BasedOn => words.fact.based_on,
        FactKind::RunningTime => words.fact.running_time,
        FactKind::Cinematography => words.fact.cinematography,
        FactKind::Music => words.fact.music,
        FactKind::Editing => words.fact.editing,
        FactKind::ArtDirection => words.fact.art_direction,
        FactKind::Costumes => words.fact.costumes,
        FactKind::Producer => words.fact.producer,
        FactKind::Cast => words.fact.cast,
        FactKind::Award => words.fact.award,
        FactKind::Identifier => words.fact.identifier,
        FactKind::RealEvents => words.fact.real_events,
    }
}
