//! The filter in words: as the headline of a gallery, and as chips that can each be removed.

use super::facet_group::value_name;
use super::notices::facet_name;
use crate::head::uncapitalized;
use crate::markup::{Element, button, element, seen, title};
use crate::messages::fill;
use crate::site::Site;
use crate::state::Act;
use desenlace_core::facet::{Facet, Gallery};
use desenlace_core::fold::fold;
use desenlace_core::model::Language;
use desenlace_core::query::Lift;

/// The number of results and the filter, as one phrase: *2 films with prison, without suicide; role: thief*.
///
/// Themes and content notes are things that a film is *with*; the values of other facets are not, and stand
/// behind the name of the facet.
pub fn headline(site: &Site, gallery: Gallery, total: usize) -> Element {
    let words = &site.messages().gallery;
    let text = site.view().query.text.trim();
    let mut headline = title().class("headline").with(subject(site, gallery, total));
    let mut before = " ";
    for things in [true, false] {
        for facet in Facet::ALL.into_iter().filter(|facet| is_thing(*facet) == things) {
            let choice = site.view().query.choice(facet);
            let (with, nor) = if things { (words.with, words.nor) } else { ("", words.or) };
            let joint = if choice.all { words.and } else { words.or };
            let included = (with, &choice.include, joint);
            for (begin, values, joint) in [included, (excluding(site, facet), &choice.exclude, nor)] {
                if values.is_empty() {
                    continue;
                }
                if !things {
                    let name = uncapitalized(facet_name(site.messages(), facet));
                    headline = headline.with("; ").with(name);
                    before = if begin.is_empty() { ":" } else { ": " };
                }
                headline = headline.with(before).with(begin).with(" ");
                headline = named(site, headline, facet, values, joint);
                before = ", ";
            }
        }
        if things && !text.is_empty() {
            let quoted = element("em").with(fill(words.quoted, "text", text));
            headline = headline.with(before).with(words.containing).with(" ").with(quoted);
        }
    }
    headline
}

/// Whether its values are things that a film is *with*.
fn is_thing(facet: Facet) -> bool {
    matches!(facet, Facet::Theme | Facet::ContentNote)
}

/// What stands before values that are excluded.
fn excluding(site: &Site, facet: Facet) -> &'static str {
    let words = &site.messages().gallery;
    if is_thing(facet) { words.without } else { words.except }
}

/// What there are so many of.
fn subject(site: &Site, gallery: Gallery, total: usize) -> String {
    let (words, names) = (&site.messages().gallery, &site.messages().site);
    let (all, plain, none, some) = match gallery {
        Gallery::Films => (words.films_all, names.films, words.none_films, &words.films),
        Gallery::Characters => {
            (words.characters_all, names.characters, words.none_characters, &words.characters)
        }
        Gallery::Fates => (words.fates_all, names.fates, words.none_fates, &words.fates),
    };
    match total {
        _ if site.view().query.is_empty() => all.to_owned(),
        // Under the veil there may be some all the same.
        0 if site.hides_any() => plain.to_owned(),
        0 => none.to_owned(),
        total => some.count(total),
    }
}

/// Adds the names of values of a facet, with a word between them.
fn named(site: &Site, mut headline: Element, facet: Facet, values: &[u32], joint: &'static str) -> Element {
    for (place, value) in values.iter().enumerate() {
        let name = value_name(site, facet, *value);
        if place > 0 {
            headline = headline.with(" ").with(euphonic(site.language(), joint, name)).with(" ");
        }
        headline = headline.with(element("em").with(name));
    }
    headline
}

/// Spanish *o* is *u* before another *o*, and *y* is *e* before another *i*.
fn euphonic(language: Language, joint: &'static str, next: &str) -> &'static str {
    let next = fold(next);
    let begins = |letter: char| next.trim_start_matches('h').starts_with(letter);
    match (language, joint) {
        (Language::Es, "o") if begins('o') => "u",
        (Language::Es, "y") if begins('i') && !next.starts_with("hie") && !next.starts_with("ie") => "e",
        _ => joint,
    }
}

/// The active filters, each removable; nothing where there are none.
pub fn chips(site: &Site) -> Option<Element> {
    let (words, query) = (&site.messages().gallery, &site.view().query);
    let text = (!query.text.trim().is_empty()).then_some(Lift::Text);
    let values = Facet::ALL.into_iter().flat_map(|facet| {
        let choice = query.choice(facet);
        choice.include.iter().chain(&choice.exclude).map(move |value| Lift::Value(facet, *value))
    });
    let clear = button().class("chips-clear").on_click(site.acting(Act::Clear)).with(words.clear);
    let chips = element("ul")
        .class("chips")
        .set("aria-label", words.chosen)
        .with_all(text.into_iter().chain(values).map(|lift| element("li").with(chip(site, lift))))
        .with(element("li").with(clear));
    (!query.is_empty()).then_some(chips)
}

/// A part of the filter that a click takes back.
pub(super) fn chip(site: &Site, lift: Lift) -> Element {
    let (words, query) = (site.messages(), &site.view().query);
    let (name, act, excluded) = match lift {
        Lift::Text => {
            (fill(words.gallery.quoted, "text", query.text.trim()), Act::Type(String::new()), false)
        }
        Lift::Value(facet, value) => {
            let excluded = query.choice(facet).exclude.contains(&value);
            let except = if excluded { [excluding(site, facet), " "] } else { ["", ""] }.concat();
            let name = [facet_name(words, facet), ": ", &except, value_name(site, facet, value)].concat();
            (name, Act::Release(facet, value), excluded)
        }
    };
    button()
        .class("chip")
        .class_if(excluded, "is-excluded")
        .on_click(site.acting(act))
        .set("aria-label", fill(words.gallery.remove, "name", &name))
        .with(name)
        .with(seen("×").class("chip-remove"))
}
