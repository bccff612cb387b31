//! What a film is about: its themes with weight, motivation and evidence, what was looked for and is absent,
//! and what a visitor may want to be warned of.

use crate::components::{film_evidence, theme_link_as};
use crate::head::capitalized;
use crate::markup::{Element, element, entry, section};
use crate::site::Site;
use desenlace_core::cross_reference::themes_of;
use desenlace_core::model::{Vocabulary, Weight};
use desenlace_core::packed::Film;

/// The themes of a film, the major ones first, and those that it does not have.
pub(super) fn themes(site: &Site, film: &Film<'static>) -> Element {
    let words = site.messages();
    section("themes", words.film.themes)
        .class("film-themes")
        .with(element("h3").with(capitalized(words.weight.major)))
        .with(of_weight(site, film, Weight::Major))
        .with(folded(capitalized(words.weight.minor)).with(of_weight(site, film, Weight::Minor)))
        .with(folded(words.film.absent.to_owned()).with(of_weight(site, film, Weight::Absent)))
}

/// The content notes of a film, folded so that nobody is told more than they ask.
pub(super) fn content_notes(site: &Site, film: &Film<'static>) -> Element {
    let words = &site.messages().film;
    let notes = film.content_notes.iter().map(|tie| {
        let detail =
            element("dd").with(site.text(tie.detail)).with(" ").with(film_evidence(site, tie.passages));
        entry(capitalized(site.term_name(Vocabulary::ContentNotes, tie.topic))).with(detail)
    });
    folded([words.content_notes, ": ", words.content_notes_hint].concat())
        .class("content-notes")
        .with(element("dl").with_all(notes))
}

/// The themes of one weight.
fn of_weight(site: &Site, film: &Film<'static>, weight: Weight) -> Element {
    let ties = themes_of(site.corpus, film).filter(|(_, _, tie)| tie.weight == weight);
    let items = ties.map(|(theme, term, tie)| {
        let name = theme_link_as(site, theme.0, capitalized(site.text(&term.name)));
        element("li")
            .with(element("h4").with(name))
            .with(element("p").with(site.text(tie.motivation)))
            .with((!tie.passages.is_empty()).then(|| film_evidence(site, tie.passages)))
    });
    element("ul").class("theme-ties").with_all(items)
}

/// What unfolds under a word.
fn folded(word: String) -> Element {
    element("details").with(element("summary").with(word))
}
