//! Where a claim can be checked: links to the passages that carry it, and to the themes of a thing.

use super::{Link, ThemeLink};
use crate::messages::fill;
use crate::site::use_site;
use crate::view::Page;
use desenlace_core::packed::{PassageId, ThemeEvidence};
use yew::prelude::*;

/// What is evidence.
#[derive(Properties, PartialEq)]
pub struct EvidenceProps {
    /// The numbers of the passages, ascending.
    pub passages: Vec<u32>,
}

impl EvidenceProps {
    /// The numbers of packed passages.
    #[must_use]
    pub fn numbers(passages: &[PassageId]) -> Vec<u32> {
        passages.iter().map(|passage| passage.get().0).collect()
    }
}

/// Links to passages, each by its number within its film.
#[component]
pub fn Evidence(props: &EvidenceProps) -> Html {
    let site = use_site();
    let words = site.messages();
    let links = props.passages.iter().map(|&number| {
        let passage = &site.corpus.passages[number as usize];
        let film = passage.film.get();
        let before = site.corpus.passages.iter().take(number as usize).filter(|other| other.film.get() == film);
        let position = (before.count() + 1).to_string();
        let label = format!("{}: {}", fill(words.film.passage, "number", &position), site.text(&passage.title));
        let page = Page::Film(film, Some(desenlace_core::model::PassageId(number)));
        html! { <li><Link to={site.to(page)} {label}>{ format!("§{position}") }</Link></li> }
    });
    html! { <ul class="evidence" aria-label={words.character.evidence}>{ for links }</ul> }
}

/// Themes with their evidence.
#[derive(Properties, PartialEq)]
pub struct ThemeLinksProps {
    /// The themes, each with the numbers of its passages.
    pub themes: Vec<(u32, Vec<u32>)>,
}

impl ThemeLinksProps {
    /// Packed themes, each once, with all their evidence.
    #[must_use]
    pub fn merged<'a>(ties: impl Iterator<Item = &'a ThemeEvidence>) -> Vec<(u32, Vec<u32>)> {
        let mut themes: Vec<(u32, Vec<u32>)> = Vec::new();
        for tie in ties {
            let passages = EvidenceProps::numbers(&tie.passages);
            match themes.iter_mut().find(|(theme, _)| *theme == tie.theme.get().0) {
                Some((_, known)) => {
                    known.extend(passages);
                    known.sort_unstable();
                    known.dedup();
                }
                None => themes.push((tie.theme.get().0, passages)),
            }
        }
        themes
    }
}

/// Links to themes, each with its evidence.
#[component]
pub fn ThemeLinks(props: &ThemeLinksProps) -> Html {
    html! {
        <ul class="theme-links">
            { for props.themes.iter().map(|(theme, passages)| html! {
                <li><ThemeLink number={*theme} /><Evidence passages={passages.clone()} /></li>
            }) }
        </ul>
    }
}
