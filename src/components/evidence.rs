//! Where a claim can be checked: links to the passages that carry it, and to the themes of a thing.

use super::{page_link, theme_link};
use crate::markup::{Element, element};
use crate::messages::fill;
use crate::site::Site;
use crate::view::{Page, Spot};
use desenlace_core::cross_reference::passages_of;
use desenlace_core::model;
use desenlace_core::packed::{List, PassageId, ThemeEvidence};

/// Links to the passages that carry a claim, each by its number within its film.
pub fn evidence(site: &Site, passages: &[PassageId]) -> Element {
    links(site, passages.iter().map(PassageId::get).collect())
}

/// The same for what is told of a film.
pub fn film_evidence(site: &Site, passages: List<'_, model::PassageId>) -> Element {
    links(site, passages.iter().collect())
}

/// Links to the passages of a claim that the core found.
pub fn claim_evidence(site: &Site, passages: &[model::PassageId]) -> Element {
    links(site, passages.to_vec())
}

/// Links to passages that carry several claims, each once, in the order of telling.
pub fn merged_evidence(site: &Site, claims: &[&'static [PassageId]]) -> Element {
    let mut passages: Vec<model::PassageId> = Vec::new();
    for passage in claims.iter().copied().flatten().map(PassageId::get) {
        if let Err(place) = passages.binary_search(&passage) {
            passages.insert(place, passage);
        }
    }
    links(site, passages)
}

/// Links to themes, each once, with all its evidence; nothing where there are none.
pub fn theme_links(site: &Site, ties: impl Iterator<Item = &'static ThemeEvidence>) -> Option<Element> {
    let mut themes: Vec<(u32, Vec<&[PassageId]>)> = Vec::new();
    for tie in ties {
        let theme = tie.theme.get().0;
        match themes.iter_mut().find(|(known, _)| *known == theme) {
            Some((_, claims)) => claims.push(&tie.passages),
            None => themes.push((theme, vec![&tie.passages])),
        }
    }
    let items = themes.into_iter().map(|(theme, claims)| {
        element("li").with(theme_link(site, theme)).with(merged_evidence(site, &claims))
    });
    element("ul").class("theme-links").only_with(items)
}

fn links(site: &Site, passages: Vec<model::PassageId>) -> Element {
    element("ul")
        .class("evidence")
        .set("aria-label", site.messages().character.evidence)
        .with_all(passages.into_iter().map(|passage| element("li").with(passage_link(site, passage))))
}

/// A link to a passage, by its number within its film.
pub(super) fn passage_link(site: &Site, number: model::PassageId) -> Element {
    let passage = site.corpus.passages.at(number.index());
    let film = passage.film;
    let first = passages_of(site.corpus, film).next().map_or(number, |(first, _)| first);
    let position = (number.0 - first.0 + 1).to_string();
    let label = fill(site.messages().film.passage, "number", &position);
    let title = [": ", site.text(passage.title)].concat();
    let label = if site.hides(film) { label } else { label + &title };
    let link = page_link(site, Page::Film(film, Some(Spot::Passage(number))));
    link.set("aria-label", label).with("§").with(position)
}
