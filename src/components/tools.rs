//! In which order a gallery stands, and in which language its words are looked for.

use crate::markup::{Element, element};
use crate::messages::messages;
use crate::site::Site;
use crate::state::Act;
use desenlace_core::facet::Gallery;
use desenlace_core::model::Language;
use desenlace_core::query::Order;
use web_sys::Event;
use yew::Callback;

/// The choices beside the results.
pub fn tools(site: &Site, gallery: Gallery) -> Element {
    element("div")
        .class("tools")
        .with(element("div").with((!site.view().query.text.is_empty()).then(|| language(site))))
        .with(element("div").with(order(site, gallery)))
}

/// The choice of an order.
fn order(site: &Site, gallery: Gallery) -> Element {
    let words = &site.messages().order;
    let asked = !site.view().query.text.is_empty();
    let (name, most) = match gallery {
        Gallery::Films => (words.title, words.cast),
        Gallery::Characters | Gallery::Fates => (words.name, words.relations),
    };
    let names = [if asked { words.best } else { words.corpus }, name, words.oldest, words.newest, most];
    let options = Order::ALL.into_iter().zip(names).map(|(order, name)| (order.name(), name));
    let choose = site.typing(|name| Act::Sort(Order::from_name(&name).unwrap_or_default()));
    choice(words.order, site.view().order.name(), options, choose)
}

/// The choice of a language to search in.
fn language(site: &Site) -> Element {
    let words = &site.messages().search;
    let languages = Language::ALL.map(|language| (language.tag(), messages(language).site.language));
    let options = [("", words.all_languages)].into_iter().chain(languages);
    let chosen = site.view().query.language.map_or("", Language::tag);
    choice(words.language, chosen, options, site.typing(|tag| Act::SearchIn(Language::from_tag(&tag))))
}

/// A list to choose from. What is chosen in it follows by [`crate::browser::settle_choices`]: an attribute of the
/// options would say nothing any more once somebody has chosen by hand.
fn choice(
    label: &'static str,
    chosen: &'static str,
    options: impl Iterator<Item = (&'static str, &'static str)>,
    choose: Callback<Event>,
) -> Element {
    let options = options.map(|(value, name)| element("option").set("value", value).with(name));
    let select = element("select").set("data-chosen", chosen).on_change(choose).with_all(options);
    element("label").with(element("span").with(label)).with(" ").with(select)
}
