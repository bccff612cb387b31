//! The head of every page: the name of the site, the way to its parts, the languages, the colours.

use super::Link;
use crate::browser;
use crate::messages::messages;
use crate::site::{Site, use_site};
use crate::view::{Page, View};
use desenlace_core::facet::Gallery;
use desenlace_core::model::Language;
use yew::prelude::*;

/// The head of every page.
pub fn header(site: &Site) -> Html {
    let words = site.messages();
    let page = site.view.page;
    let parts = [
        (
            words.site.films,
            Page::Gallery(Gallery::Films),
            matches!(page, Page::Gallery(Gallery::Films) | Page::Film(..)),
        ),
        (
            words.site.characters,
            Page::Gallery(Gallery::Characters),
            matches!(page, Page::Gallery(Gallery::Characters) | Page::Character(_)),
        ),
        (words.site.fates, Page::Gallery(Gallery::Fates), matches!(page, Page::Gallery(Gallery::Fates))),
        (words.site.themes, Page::Themes, matches!(page, Page::Themes | Page::Theme(_))),
        (words.site.parallels, Page::Parallels, matches!(page, Page::Parallels | Page::Parallel(_))),
        (words.site.about, Page::About, page == Page::About),
    ];
    html! {
        <header class="site-header">
            <a class="skip-link" href={format!("{}#content", site.view.address(site.corpus))} onclick={skip()}>
                { words.site.skip }
            </a>
            <Link to={View::of(site.language(), Page::Gallery(Gallery::Films))} class="site-name">
                { words.site.name }
            </Link>
            <nav class="site-parts" aria-label={words.site.navigation}>
                <ul>
                    { for parts.map(|(name, target, within)| html! {
                        <li><Link to={site.to(target)} current={within}>{ name }</Link></li>
                    }) }
                </ul>
            </nav>
            <div class="site-settings">
                <SchemeSwitch />
                <nav class="languages" aria-label={words.site.languages}>
                    <ul>
                        { for Language::ALL.map(|language| html! {
                            <li>
                                <Link to={site.view.in_language(language)} current={language == site.language()}
                                    language={language.tag()}>
                                    { language.tag().to_ascii_uppercase() }
                                    <span class="visually-hidden">{ " · " }{ messages(language).site.language }</span>
                                </Link>
                            </li>
                        }) }
                    </ul>
                </nav>
            </div>
        </header>
    }
}

/// Skips to the content in the running page, where `<base>` would make of the fragment another page.
fn skip() -> Callback<MouseEvent> {
    Callback::from(|event: MouseEvent| {
        event.prevent_default();
        browser::focus("title");
    })
}

/// The colours: as the device says, light, or dark. The choice is the only thing that is stored.
#[component]
fn SchemeSwitch() -> Html {
    const NAME: &str = "scheme";
    let words = use_site().messages();
    let chosen = use_state(String::new);
    use_effect_with((), {
        let chosen = chosen.clone();
        move |()| {
            if let Some(scheme) = browser::preference(NAME) {
                browser::set_root_attribute("data-scheme", Some(&scheme));
                chosen.set(scheme);
            }
        }
    });
    let schemes = [
        ("", words.site.scheme_system),
        ("light", words.site.scheme_light),
        ("dark", words.site.scheme_dark),
    ];
    let onchange = {
        let chosen = chosen.clone();
        Callback::from(move |event: Event| {
            let scheme = event.target_unchecked_into::<web_sys::HtmlSelectElement>().value();
            let stored = (!scheme.is_empty()).then_some(scheme.as_str());
            browser::set_preference(NAME, stored);
            browser::set_root_attribute("data-scheme", stored);
            chosen.set(scheme);
        })
    };
    html! {
        <label class="scheme">
            <span class="visually-hidden">{ words.site.scheme }</span>
            <select {onchange}>
                { for schemes.map(|(value, name)| html! {
                    <option {value} selected={*chosen == value}>{ name }</option>
                }) }
            </select>
        </label>
    }
}
