//! What this is: the thread, the evidence, how to read the marks, the data, the bibliography.

use super::page_head;
use crate::markup::{Element, Part, element, section};
use crate::site::Site;
use crate::threads::mark_glyph;
use crate::view::{Page, source_anchor};
use desenlace_core::model::{Mark, SourceId};

/// The page about the site.
pub fn about_page(site: &Site) -> Element {
    let words = &site.messages().about;
    let data = element("p")
        .with(words.data)
        .with(" ")
        .with(element("a").set("href", "data/corpus.json").with(words.data_corpus))
        .with(", ")
        .with(element("a").set("href", "data/corpus.schema.json").with(words.data_schema));
    element("article")
        .class("about")
        .with(page_head(words.title, words.thread))
        .with(part(words.evidence_title, element("p").with(words.evidence)))
        .with(part(words.marks_title, marks(site)))
        .with(part(words.privacy_title, element("p").with(words.privacy)))
        .with(part(words.data_title, data))
        .with(section("sources", words.sources_title).with(bibliography(site)))
}

fn part(title: &'static str, content: impl Part) -> Element {
    element("section").with(element("h2").with(title)).with(content)
}

/// What each mark means.
fn marks(site: &Site) -> Element {
    let words = &site.messages().about;
    let marks = [
        (Mark::Knot, false, words.mark_knot),
        (Mark::Knot, true, words.mark_knot_implied),
        (Mark::Open, false, words.mark_open),
        (Mark::Bars, false, words.mark_bars),
        (Mark::Fade, false, words.mark_fade),
        (Mark::Dots, false, words.mark_dots),
        (Mark::Split, false, words.mark_split),
    ];
    let marks = marks.map(|(mark, hollow, text)| element("li").with(mark_glyph(mark, hollow)).with(text));
    element("ul").class("marks").with_all(marks)
}

/// Everything that the corpus rests on.
fn bibliography(site: &Site) -> Element {
    let sources = (0..).map(SourceId).zip(site.corpus.sources.iter()).map(|(number, source)| {
        let address = source.address.as_ref().map(|address| {
            let words = if address.contains('…') {
                element("span")
            } else {
                element("a").set("href", ["https://", address].concat())
            };
            words.class("address").with(address.as_str())
        });
        let description = element("dd").with(site.text(&source.description));
        let description = match address {
            Some(address) => description.with("\u{a0}· ").with(address),
            None => description,
        };
        let id = source_anchor(site.corpus, number);
        let name = element("dt").set("id", id).set("tabindex", "-1").with(source.id.as_str());
        let pointed = site.view().page == Page::About(Some(number));
        element("div").class_if(pointed, "is-pointed-at").with(name).with(description)
    });
    element("dl").class("bibliography").with_all(sources)
}
