//! The head of every page: the name of the site, the way to its parts, the languages, the colours.

use super::{link, page_link, veil_switch};
use crate::browser;
use crate::markup::{Element, element, heard};
use crate::messages::messages;
use crate::site::Site;
use crate::state::{Act, Scheme};
use crate::view::{Page, Question, View};
use desenlace_core::facet::Gallery;
use desenlace_core::model::Language;
use yew::Callback;

/// The head of every page.
pub fn header(site: &Site) -> Element {
    let words = &site.messages().site;
    let home = View::of(site.language(), Page::Gallery(Gallery::Films));
    let settings = element("div")
        .class("site-settings")
        .with(veil_switch(site))
        .with(scheme_switch(site))
        .with(language_switch(site));
    element("header")
        .class("site-header")
        .with(skip_link(site))
        .with(link(site, home).class("site-name").with(words.name))
        .with(parts(site))
        .with(settings)
}

/// The way past the header. In the running page it is followed by hand, because `<base>` would make of the
/// fragment another page.
fn skip_link(site: &Site) -> Element {
    let skip = Callback::from(|event: web_sys::Event| {
        event.prevent_default();
        browser::focus("title");
    });
    let mut address = site.view().address(site.corpus);
    address.truncate(address.find('#').unwrap_or(address.len()));
    address.push_str("#content");
    element("a").class("skip-link").set("href", address).on_click(skip).with(site.messages().site.skip)
}

/// The parts of the site. Films, characters and themes stay marked on the page of one of them.
fn parts(site: &Site) -> Element {
    let words = &site.messages().site;
    let part = match site.view().page {
        Page::Film(..) => Page::Gallery(Gallery::Films),
        Page::Character(_) => Page::Gallery(Gallery::Characters),
        Page::Theme(_) => Page::Themes,
        Page::Parallel(_) | Page::Compare(_) => Page::Parallels,
        page => page.bare(),
    };
    let links = [
        (words.films, Page::Gallery(Gallery::Films)),
        (words.characters, Page::Gallery(Gallery::Characters)),
        (words.fates, Page::Gallery(Gallery::Fates)),
        (words.themes, Page::Themes),
        (words.parallels, Page::Parallels),
        (site.messages().question.title, Page::Questions(Question::default())),
        (words.about, Page::About(None)),
    ]
    .map(|(name, page)| element("li").with(page_link(site, page).current(page == part).with(name)));
    element("nav").class("site-parts").set("aria-label", words.navigation).with(element("ul").with_all(links))
}

/// The same view in each language.
fn language_switch(site: &Site) -> Element {
    let links = Language::ALL.map(|language| {
        let name = heard([" · ", messages(language).site.language].concat());
        let link = link(site, site.view().in_language(language))
            .current(language == site.language())
            .set("hreflang", language.tag())
            .set("lang", language.tag())
            .with(language.tag().to_ascii_uppercase())
            .with(name);
        element("li").with(link)
    });
    element("nav")
        .class("languages")
        .set("aria-label", site.messages().site.languages)
        .with(element("ul").with_all(links))
}

/// The colours: as the device says, light, or dark. The choice is stored.
fn scheme_switch(site: &Site) -> Element {
    let words = &site.messages().site;
    let names = [words.scheme_system, words.scheme_light, words.scheme_dark];
    let options = Scheme::ALL.into_iter().zip(names).map(|(scheme, name)| {
        let chosen = site.state.scheme == scheme;
        element("option").set("value", scheme.name()).flag(chosen, "selected").with(name)
    });
    let select =
        element("select").on_change(site.typing(|name| Act::Colour(Scheme::named(&name)))).with_all(options);
    element("label").class("scheme").with(heard(words.scheme)).with(select)
}
