//! Links to views: ordinary links with ordinary addresses, which the running page follows without a reload.

use crate::head::{capitalized, hides_parallel};
use crate::markup::{Element, Part, element};
use crate::site::Site;
use crate::view::{Compared, Page, View};
use desenlace_core::model::{CharacterId, FilmId, TermId, Vocabulary};
use desenlace_core::packed::{Film, Parallel};
use yew::Html;

/// A link to a view, still without words.
pub fn link(site: &Site, to: View) -> Element {
    element("a").set("href", to.address(site.corpus)).on_click(site.visiting(to))
}

/// A link to another page, still without words; between galleries it keeps the filter.
pub fn page_link(site: &Site, page: Page) -> Element {
    link(site, site.view().to(page))
}

/// A link to a film, by its original title.
pub fn film_link(site: &Site, film: u32) -> Element {
    let about = site.corpus.films.at(film as usize);
    let title = element("cite").set("lang", about.title_language).with(about.title);
    page_link(site, Page::Film(FilmId(film), None)).class("film-link").with(title)
}

/// A link to a film beside others that are still to be chosen, still without words.
pub fn compare_link(site: &Site, film: FilmId) -> Element {
    page_link(site, Page::Compare(Compared::default().with(film).unwrap_or_default()))
}

/// A link to a character, by name.
pub fn character_link(site: &Site, character: u32) -> Element {
    character_link_as(site, character, site.text(&site.corpus.characters[character as usize].name))
}

/// A link to a character, in other words.
pub fn character_link_as(site: &Site, character: u32, words: impl Part) -> Element {
    page_link(site, Page::Character(CharacterId(character))).class("character-link").with(words)
}

/// The name by which drawings call a character, where nothing of it is in the full name: *El Pampa*, who is Belisario
/// Zacarías.
pub fn other_name(site: &Site, character: u32) -> Option<Element> {
    let character = &site.corpus.characters[character as usize];
    let (name, short) = (site.text(&character.name), site.text(&character.short));
    let last = short.rsplit(' ').next();
    let is_other = name.split(' ').all(|word| Some(word) != last);
    is_other.then(|| element("div").class("other-name").with(capitalized(short)))
}

/// A link to a theme, by name.
pub fn theme_link(site: &Site, theme: u32) -> Element {
    theme_link_as(site, theme, site.term_name(Vocabulary::Themes, TermId(theme)))
}

/// A link to a theme, in other words.
pub fn theme_link_as(site: &Site, theme: u32, words: impl Part) -> Element {
    page_link(site, Page::Theme(TermId(theme))).class("theme-link").with(words)
}

/// A text about a parallel, in which the titles of its films are told from other words.
pub fn titled(site: &Site, parallel: &'static Parallel, text: &'static str) -> Vec<Html> {
    let mut parts = Vec::new();
    let (mut rest, mut at) = (text, 0);
    while at < rest.len() {
        let mut films = parallel.sides.iter().map(|side| site.corpus.films.at(side.film.get().index()));
        let begins = |film: &Film<'static>| rest.as_bytes()[at..].starts_with(film.title.as_bytes());
        if let Some(film) = films.find(begins) {
            parts.extend(rest.get(..at).map(Part::html));
            parts.push(element("cite").set("lang", film.title_language).with(film.title).html());
            (rest, at) = (rest.get(at + film.title.len()..).unwrap_or_default(), 0);
        } else {
            at += 1;
        }
    }
    parts.push(rest.html());
    parts
}

/// A link to a parallel, by its title; by its films alone where the title could tell hidden fates.
pub fn parallel_link(site: &Site, number: u32) -> Element {
    let link = page_link(site, Page::Parallel(number));
    match site.corpus.parallels.get(number as usize) {
        Some(parallel) if hides_parallel(&site.view().query.veil, parallel) => {
            let films = parallel.sides.iter().map(|side| site.corpus.films.at(side.film.get().index()));
            // A number tells it from others between the same films.
            link.joined(
                " · ",
                films.map(|film| element("cite").set("lang", film.title_language).with(film.title)),
            )
            .with(" · ")
            .with((number + 1).to_string())
        }
        parallel => link.with(parallel.map(|parallel| site.text(&parallel.title))),
    }
}
