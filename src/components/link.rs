//! Links to views: ordinary links with ordinary addresses, which the running page follows without a reload.

use crate::browser;
use crate::site::use_site;
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

/// A link to a thing by its number.
#[derive(Properties, PartialEq)]
pub struct NumberProps {
    /// The number of the thing.
    pub number: u32,
    /// What can be clicked, where it is not the name.
    #[prop_or_default]
    pub children: Html,
}

/// What is inside a link: its own content, or else the name.
fn content(children: &Html, name: &'static str) -> Html {
    if *children == Html::default() { html! { { name } } } else { children.clone() }
}

/// A link to a film, by its original title.
#[component]
pub fn FilmLink(props: &NumberProps) -> Html {
    let site = use_site();
    let film = &site.corpus.films[props.number as usize];
    html! {
        <Link to={site.to(Page::Film(FilmId(props.number), None))} class="film-link">
            if props.children == Html::default() {
                <cite lang={film.title_language.as_str()}>{ film.title.as_str() }</cite>
            } else {
                { props.children.clone() }
            }
        </Link>
    }
}

/// A link to a character, by name.
#[component]
pub fn CharacterLink(props: &NumberProps) -> Html {
    let site = use_site();
    let character = &site.corpus.characters[props.number as usize];
    html! {
        <Link to={site.to(Page::Character(CharacterId(props.number)))} class="character-link">
            { content(&props.children, site.text(&character.name)) }
        </Link>
    }
}

/// A link to a theme, by name.
#[component]
pub fn ThemeLink(props: &NumberProps) -> Html {
    let site = use_site();
    let theme = &site.corpus.terms(Vocabulary::Themes)[props.number as usize];
    html! {
        <Link to={site.to(Page::Theme(TermId(props.number)))} class="theme-link">
            { content(&props.children, site.text(&theme.name)) }
        </Link>
    }
}
