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
    let choose = site.typing(|name| Act::Sort(Order::from_name(&name).unwrap_or_default()));
    choice(words.order, site.view().order.name(), &Order::ALL.map(Order::name), &names, choose)
}

/// The choice of a language to search in.
fn language(site: &Site) -> Element {
    let words = &site.messages().search;
    let [en, es, pt] = Language::ALL;
    let tags = ["", en.tag(), es.tag(), pt.tag()];
    let name = |language| messages(language).site.language;
    let names = [words.all_languages, name(en), name(es), name(pt)];
    let chosen = site.view().query.language.map_or("", Language::tag);
    choice(words.language, chosen, &tags, &names, site.typing(|tag| Act::SearchIn(Language::from_tag(&tag))))
}

/// A list to choose from. What is chosen in it follows by [`crate::browser::settle_choices`]: an attribute of the
/// options would say nothing any more once somebody has chosen by hand.
fn choice(
    label: &'static str,
    chosen: &'static str,
    values: &[&'static str],
    names: &[&'static str],
    choose: Callback<Event>,
) -> Element {
    let mut select = element("select").set("data-chosen", chosen).on_change(choose);
    for (value, name) in values.iter().zip(names) {
        select = select.with(element("option").set("value", *value).with(*name));
    }
    element("label").with(element("span").with(label)).with(" ").with(select)
}
