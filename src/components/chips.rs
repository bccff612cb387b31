//! The filter in words: as the headline of a gallery, and as chips that can each be removed.

use super::facet_group::value_name;
use super::notices::facet_name;
use crate::messages::fill;
use crate::site::Site;
use crate::state::Act;
use desenlace_core::facet::{Facet, Gallery};
use desenlace_core::fold::fold;
use desenlace_core::model::Language;
use yew::prelude::*;

/// The number of results and the filter, as one phrase: *two films with prison, without suicide*.
pub fn headline(site: &Site, gallery: Gallery, total: usize) -> Html {
    let words = &site.messages().gallery;
    let subject = match (gallery, site.view.query.is_empty(), total) {
        (Gallery::Films, true, _) => words.films_all.to_owned(),
        (Gallery::Characters, true, _) => words.characters_all.to_owned(),
        (Gallery::Fates, true, _) => words.fates_all.to_owned(),
        (Gallery::Films, false, 0) => words.none_films.to_owned(),
        (Gallery::Characters, false, 0) => words.none_characters.to_owned(),
        (Gallery::Fates, false, 0) => words.none_fates.to_owned(),
        (Gallery::Films, ..) => words.films.count(total),
        (Gallery::Characters, ..) => words.characters.count(total),
        (Gallery::Fates, ..) => words.fates.count(total),
    };
    let mut phrases: Vec<Html> = Vec::new();
    for facet in Facet::ALL {
        let choice = site.view.query.choice(facet);
        let joint = if choice.all { words.and } else { words.or };
        phrases.extend(phrase(site, facet, words.with, &choice.include, joint));
        phrases.extend(phrase(site, facet, words.without, &choice.exclude, words.nor));
    }
    let text = site.view.query.text.trim();
    if !text.is_empty() {
        phrases.push(html! { <>{ words.containing }{ " " }<em>{ fill(words.quoted, "text", text) }</em></> });
    }
    let last = phrases.len().saturating_sub(1);
    html! {
        <h1 id="title" class="headline" tabindex="-1">
            { subject }
            { for phrases.into_iter().enumerate().map(|(position, phrase)| html! {
                <>{ " " }{ phrase }{ if position < last { "," } else { "" } }</>
            }) }
        </h1>
    }
}

/// One part of the phrase: the values of a facet, joined. Themes and content notes are things that a film is
/// *with*; the values of other facets are not, and stand behind the name of the facet.
fn phrase(
    site: &Site,
    facet: Facet,
    begin: &'static str,
    values: &[u32],
    joint: &'static str,
) -> Option<Html> {
    if values.is_empty() {
        return None;
    }
    let names = values.iter().enumerate().map(|(position, value)| {
        let name = value_name(site, facet, *value);
        let joint = euphonic(site.language(), joint, name);
        let name = html! { <em>{ name }</em> };
        if position == 0 {
            name
        } else {
            html! { <>{ " " }{ joint }{ " " }{ name }</> }
        }
    });
    let words = site.messages();
    let begin = match facet {
        Facet::Theme | Facet::ContentNote => begin.to_owned(),
        _ if begin == words.gallery.without => format!("· {}, {begin}:", facet_name(words, facet)),
        _ => format!("· {}:", facet_name(words, facet)),
    };
    Some(html! { <>{ begin }{ " " }{ for names }</> })
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

/// The active filters, each removable.
pub fn chips(site: &Site) -> Html {
    let words = site.messages();
    if site.view.query.is_empty() {
        return html! {};
    }
    let values = Facet::ALL.into_iter().flat_map(|facet| {
        let choice = site.view.query.choice(facet);
        let included = choice.include.iter().map(move |value| (facet, *value, false));
        included.chain(choice.exclude.iter().map(move |value| (facet, *value, true)))
    });
    let chip = |name: String, act: Act, class: Option<&'static str>| {
        html! {
            <li>
                <button type="button" class={classes!("chip", class)} onclick={site.acting(act)}
                    aria-label={fill(words.gallery.remove, "name", &name)}>
                    { name }<span aria-hidden="true" class="chip-remove">{ "×" }</span>
                </button>
            </li>
        }
    };
    let text = site.view.query.text.trim();
    html! {
        <ul class="chips" aria-label={words.gallery.chosen}>
            if !text.is_empty() { { chip(fill(words.gallery.quoted, "text", text), Act::Type(String::new()), None) } }
            { for values.map(|(facet, value, excluded)| {
                let name = value_name(site, facet, value);
                let name = if excluded { format!("{} {name}", words.gallery.without) } else { name.to_owned() };
                let name = format!("{}: {name}", facet_name(words, facet));
                chip(name, Act::Release(facet, value), excluded.then_some("is-excluded"))
            }) }
            <li><button type="button" class="chips-clear" onclick={site.acting(Act::Clear)}>{ words.gallery.clear }</button></li>
        </ul>
    }
}
