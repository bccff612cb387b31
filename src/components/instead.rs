//! What to do where words are not found as they are typed, and where nothing remains: which words there are, which
//! filter to take back, and what comes nearest.

use super::chips::chip;
use super::link;
use crate::markup::{Element, element};
use crate::messages::fill;
use crate::site::Site;
use desenlace_core::facet::Gallery;
use desenlace_core::fold;
use desenlace_core::query::{Answer, lifted};
use desenlace_core::search::{Class, Found};

/// For each word that is not found: the words it was taken for, or could be taken for, as links. Nothing where all
/// words are found.
pub fn near_words(site: &Site, answer: &Answer) -> Option<Element> {
    let unknown = answer.words.iter().filter(|found| !found.near.is_empty());
    let lines = unknown.map(|found| {
        let words = &site.messages().search;
        let taken = if found.class == Some(Class::Near) { words.taken } else { words.offered };
        let line = element("p").with(fill(taken, "word", &found.word)).with(" ");
        line.joined(", ", found.near.iter().map(|near| near_link(site, found, near)))
    });
    element("div").class("near-words").only_with(lines)
}

/// The same text with another word in the place of one.
fn near_link(site: &Site, found: &Found, near: &str) -> Element {
    let mut view = site.view().to(site.view().page);
    let text = &site.view().query.text;
    let mut written = 0;
    view.query.text.clear();
    for (at, word) in fold::spans(text).filter(|(_, word)| fold::lower(word) == found.word) {
        view.query.text.push_str(&text[written..at]);
        view.query.text.push_str(near);
        written = at + word.len();
    }
    view.query.text.push_str(&text[written..]);
    link(site, view).with(near.to_owned())
}

/// What to do where nothing remains: the parts of the filter that are in the way, with what would remain without
/// each, and the nearest items.
pub fn instead(
    site: &Site,
    gallery: Gallery,
    answer: &Answer,
    card: impl Fn(u32) -> Element,
    results: &'static str,
) -> Element {
    let words = &site.messages().search;
    let offers = lifted(site.corpus, gallery, &site.view().query).into_iter().map(|(lift, count)| {
        let count = site.messages().facet.count.count(count);
        element("li").with(chip(site, lift)).with(" ").with(count)
    });
    let offers = element("ul").class("lifts").only_with(offers);
    let advice = if offers.is_some() { words.lift } else { words.lift_more };
    let nearest = element("ul")
        .class("results")
        .class(results)
        .only_with(answer.nearest.iter().map(|item| card(*item)));
    let nearest = nearest.map(|list| element("div").with(element("h2").with(words.nearest)).with(list));
    element("div")
        .class("empty")
        .with(element("div").with(site.messages().gallery.empty))
        .with(element("p").class("advice").with(advice))
        .with(offers)
        .with(nearest)
}
