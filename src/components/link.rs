//! Links to views: ordinary links with ordinary addresses, which the running page follows without a reload.

use crate::browser;
use crate::site::{Site, use_site};
use crate::state::Act;
use crate::view::{Page, View};
use desenlace_core::model::{CharacterId, FilmId, TermId, Vocabulary};
use yew::prelude::*;

/// Where a [`Link`] leads and how it looks.
#[derive(Properties, PartialEq)]
pub struct LinkProps {
    /// The view it leads to.
    pub to: View,
    /// What can be clicked.
    pub children: Html,
    /// Its classes.
    #[prop_or_default]
    pub class: Classes,
    /// Whether it leads to what is shown now.
    #[prop_or_default]
    pub current: bool,
    /// The language of what it leads to, where that is another one.
    #[prop_or_default]
    pub language: Option<&'static str>,
    /// What it is called, where its content does not say it.
    #[prop_or_default]
    pub label: Option<AttrValue>,
}

/// A link to a view.
#[component]
pub fn Link(props: &LinkProps) -> Html {
    let site = use_site();
    let onclick = {
        let (site, to) = (site.clone(), props.to.clone());
        Callback::from(move |event: MouseEvent| {
            if browser::is_plain_click(&event) {
                event.prevent_default();
                site.act(Act::Visit(to.clone()));
            }
        })
    };
    html! {
        <a href={props.to.address(site.corpus)} class={props.class.clone()} {onclick}
            aria-current={props.current.then_some("page")} aria-label={props.label.clone()}
            hreflang={props.language} lang={props.language}>
            { props.children.clone() }
        </a>
    }
}

/// A link to a film, by its original title.
pub fn film_link(site: &Site, film: u32) -> Html {
    let title = &site.corpus.films[film as usize];
    html! {
        <Link to={site.to(Page::Film(FilmId(film), None))} class="film-link">
            <cite lang={title.title_language.as_str()}>{ title.title.as_str() }</cite>
        </Link>
    }
}

/// A link to a character, by name.
pub fn character_link(site: &Site, character: u32) -> Html {
    character_link_as(site, character, site.text(&site.corpus.characters[character as usize].name))
}

/// A link to a character, in other words.
pub fn character_link_as(site: &Site, character: u32, words: impl Into<AttrValue>) -> Html {
    let words = words.into();
    html! { <Link to={site.to(Page::Character(CharacterId(character)))} class="character-link">{ words }</Link> }
}

/// A link to a theme, by name.
pub fn theme_link(site: &Site, theme: u32) -> Html {
    theme_link_as(site, theme, site.text(&site.corpus.terms(Vocabulary::Themes)[theme as usize].name))
}

/// A link to a theme, in other words.
pub fn theme_link_as(site: &Site, theme: u32, words: impl Into<AttrValue>) -> Html {
    let words = words.into();
    html! { <Link to={site.to(Page::Theme(TermId(theme)))} class="theme-link">{ words }</Link> }
}
