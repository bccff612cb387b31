//! All themes by all films: major, minor, looked for and absent, or not annotated, told apart in words.

use super::page_head;
use crate::components::{film_link, theme_link_as};
use crate::head::capitalized;
use crate::markup::{Element, element, seen};
use crate::messages::Messages;
use crate::site::Site;
use desenlace_core::cross_reference::films_with_theme;
use desenlace_core::model::{TermId, Vocabulary, Weight};
use std::ops::Range;

/// The overview of the themes.
pub fn themes_page(site: &Site) -> Element {
    let words = site.messages();
    let films = 0..u32::try_from(site.corpus.films.len()).unwrap_or(u32::MAX);
    let corner = element("th").set("scope", "col").with(words.theme.theme);
    let columns = films.clone().map(|film| element("th").set("scope", "col").with(film_link(site, film)));
    let themes = site.corpus.terms(Vocabulary::Themes).len();
    let rows = (0..u32::try_from(themes).unwrap_or(u32::MAX)).map(|theme| row(site, theme, films.clone()));
    let table = element("table")
        .class("theme-matrix")
        .with(element("thead").with(element("tr").with(corner).with_all(columns)))
        .with(element("tbody").with_all(rows));
    let frame = element("div")
        .class("table-frame")
        .set("tabindex", "0")
        .set("role", "region")
        .set("aria-labelledby", "title")
        .with(table);
    element("article")
        .class("themes")
        .with(page_head(words.theme.overview, words.theme.overview_hint))
        .with(legend(words))
        .with(frame)
}

/// How a weight is shown: its class, its sign, its word.
pub(super) fn sign(words: &Messages, weight: Option<Weight>) -> [&'static str; 3] {
    match weight {
        Some(Weight::Major) => ["is-major", "■", words.weight.major],
        Some(Weight::Minor) => ["is-minor", "□", words.weight.minor],
        Some(Weight::Absent) => ["is-absent", "×", words.weight.absent],
        None => ["is-unknown", "–", words.theme.not_annotated],
    }
}

/// What the signs mean, for screens so narrow that the words do not fit into the table.
fn legend(words: &Messages) -> Element {
    let weights = [Some(Weight::Major), Some(Weight::Minor), Some(Weight::Absent), None];
    let items = weights.map(|weight| {
        let [class, sign, word] = sign(words, weight);
        element("li").class(class).with(element("span").class("sign").with(sign)).with(word)
    });
    element("ul").class("matrix-legend").set("aria-hidden", "true").with_all(items)
}

/// A theme in every film.
fn row(site: &Site, theme: u32, films: Range<u32>) -> Element {
    let term = site.term(Vocabulary::Themes, TermId(theme));
    let name = theme_link_as(site, theme, capitalized(site.text(&term.name)));
    element("tr")
        .class_if(term.broader.is_none(), "is-broad")
        .with(element("th").set("scope", "row").with(name))
        .with_all(films.map(|film| cell(site, theme, film)))
}

/// How much of a film a theme is. A broad theme weighs as much as the heaviest below it.
fn cell(site: &Site, theme: u32, film: u32) -> Element {
    let mut films = films_with_theme(site.corpus, TermId(theme));
    let ties = films.find(|(each, ..)| each.0 == film).map(|(_, _, ties)| ties).unwrap_or_default();
    let weight = ties.iter().map(|tie| tie.weight).min();
    let [class, sign, word] = sign(site.messages(), weight);
    element("td")
        .class(class)
        .with(seen(sign).class("sign"))
        .with(" ")
        .with(element("span").class("word").with(word))
}
