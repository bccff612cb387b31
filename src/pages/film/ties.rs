//! What a film is about: its themes with weight, motivation and evidence, what was looked for and is absent,
//! and what a visitor may want to be warned of.

use crate::components::{film_evidence, link, theme_link_as};
use crate::head::capitalized;
use crate::markup::{Element, element, entry, section};
use crate::site::Site;
use crate::view::{FilmPart, Page, View};
use desenlace_core::cross_reference::themes_of;
use desenlace_core::facet::{Facet, Gallery};
use desenlace_core::model::{FilmId, Vocabulary, Weight};
use desenlace_core::packed::{ContentTie, Film};

/// The themes of a film, the major ones first, and those that it does not have.
pub(super) fn themes(site: &Site, number: FilmId, film: &Film<'static>) -> Element {
    let words = site.messages();
    section(FilmPart::Themes.id(), words.film.themes)
        .class("film-themes")
        .with(element("h3").with(capitalized(words.weight.major)))
        .with(of_weight(site, number, film, Weight::Major))
        .with(folded(capitalized(words.weight.minor)).with(of_weight(site, number, film, Weight::Minor)))
        .with(folded(words.film.absent.to_owned()).with(of_weight(site, number, film, Weight::Absent)))
}

/// The content notes of a film, folded so that nobody is told more than they ask, each with the way to films without
/// such content. Where fates are hidden, the details are too.
pub(super) fn content_notes(site: &Site, number: FilmId, film: &Film<'static>) -> Element {
    let words = &site.messages().film;
    let told = !site.hides(number);
    let notes = film.content_notes.iter().map(|tie| {
        let topic = tie.topic;
        let detail = |tie: ContentTie<'static>| {
            element("dd").with(site.text(tie.detail)).with(" ").with(film_evidence(site, tie.passages))
        };
        let mut without = View::of(site.language(), Page::Gallery(Gallery::Films));
        without.query.choice_mut(Facet::ContentNote).exclude_value(topic.0);
        entry(capitalized(site.term_name(Vocabulary::ContentNotes, topic)))
            .with(told.then(|| detail(tie).class("tells")))
            .told(link(site, without).with(words.content_notes_without))
    });
    folded([words.content_notes, ": ", words.content_notes_hint].concat())
        .class("content-notes")
        .with(element("dl").with_all(notes))
}

/// The themes of one weight; without the motivations, which tell the story, where fates are hidden.
fn of_weight(site: &Site, number: FilmId, film: &Film<'static>, weight: Weight) -> Element {
    let told = !site.hides(number);
    let ties = themes_of(site.corpus, film).filter(|(_, _, tie)| tie.weight == weight);
    let items = ties.map(|(theme, term, tie)| {
        let name = theme_link_as(site, theme.0, capitalized(site.text(&term.name)));
        element("li")
            .with(element("h4").with(name))
            .with(told.then(|| element("p").class("tells").with(site.text(tie.motivation))))
            .with((!tie.passages.is_empty()).then(|| film_evidence(site, tie.passages)))
    });
    element("ul").class("theme-ties").with_all(items)
}

/// What unfolds under a word.
fn folded(word: String) -> Element {
    element("details").with(element("summary").with(word))
}
