//! Where a claim can be checked: links to the passages that carry it, and to the themes of a thing.

use super::{Link, theme_link};
use crate::messages::fill;
use crate::site::Site;
use crate::view::Page;
use desenlace_core::model;
use desenlace_core::packed::{PassageId, ThemeEvidence};
use yew::prelude::*;

/// Links to the passages that carry a claim, each by its number within its film.
pub fn evidence(site: &Site, passages: &[PassageId]) -> Html {
    links(site, passages.iter().map(PassageId::get))
}

/// Links to passages that carry several claims, each once, in the order of telling.
pub fn merged_evidence<'a>(site: &Site, passages: impl Iterator<Item = &'a PassageId>) -> Html {
    let mut passages: Vec<_> = passages.map(PassageId::get).collect();
    passages.sort_unstable();
    passages.dedup();
    links(site, passages.into_iter())
}

/// Links to themes, each once, with all its evidence.
pub fn theme_links<'a>(site: &Site, ties: impl Iterator<Item = &'a ThemeEvidence>) -> Html {
    let mut themes: Vec<(u32, Vec<&PassageId>)> = Vec::new();
    for tie in ties {
        let theme = tie.theme.get().0;
        match themes.iter_mut().find(|(known, _)| *known == theme) {
            Some((_, passages)) => passages.extend(tie.passages.iter()),
            None => themes.push((theme, tie.passages.iter().collect())),
        }
    }
    html! {
        <ul class="theme-links">
            { for themes.into_iter().map(|(theme, passages)| html! {
                <li>{ theme_link(site, theme) }{ merged_evidence(site, passages.into_iter()) }</li>
            }) }
        </ul>
    }
}

/// Links to passages.
fn links(site: &Site, passages: impl Iterator<Item = model::PassageId>) -> Html {
    let words = site.messages();
    let links = passages.map(|number| {
        let passage = &site.corpus.passages[number.index()];
        let film = passage.film.get();
        let before =
            site.corpus.passages.iter().take(number.index()).filter(|other| other.film.get() == film);
        let position = (before.count() + 1).to_string();
        let label =
            format!("{}: {}", fill(words.film.passage, "number", &position), site.text(&passage.title));
        let to = site.to(Page::Film(film, Some(number)));
        html! { <li><Link {to} {label}>{ format!("§{position}") }</Link></li> }
    });
    html! { <ul class="evidence" aria-label={words.character.evidence}>{ for links }</ul> }
}
