//! A passage of a story: its prose with the people and places that it names as links, in the margin the themes that it
//! is evidence of and the editor's note, the source sentences that it rests on.

use super::{Thing, character_link_as, link, quote_button, theme_link, tied};
use crate::markup::{Element, Part, element, remark};
use crate::site::Site;
use crate::view::{Page, Spot, View};
use desenlace_core::cross_reference::passages_of;
use desenlace_core::facet::{Facet, Gallery};
use desenlace_core::model::{FilmId, Language, PassageId, SpanTarget, Weight};
use yew::Html;

/// Those passages of a film that are wanted, in the order of telling.
pub fn passages(
    site: &Site,
    film: FilmId,
    beside: Option<Language>,
    wanted: impl Fn(PassageId) -> bool,
) -> impl Iterator<Item = Element> {
    passages_of(site.corpus, film)
        .zip(1..)
        .filter(move |((number, _), _)| wanted(*number))
        .map(move |((number, _), position)| passage_block(site, number, position, beside))
}

/// A passage with everything that belongs to it; the target of every reference to it.
fn passage_block(site: &Site, number: PassageId, position: usize, beside: Option<Language>) -> Element {
    let words = &site.messages().film;
    let passage = site.corpus.passages.at(number.index());
    let film = passage.film;
    let here = site.view().to(Page::Film(film, Some(Spot::Passage(number))));
    let pointed = site.view().page == here.page;
    let key = site.corpus.films.at(film.index()).synopsis.key;
    let sentences = passage.sentences.iter().map(|sentence| [key, "-S", &sentence.to_string()].concat());
    let heading = element("h3")
        .with(link(site, here).class("passage-number").with("§").with(position.to_string()))
        .with(" ")
        .with(site.text(passage.title))
        .with(" ")
        .with(quote_button(site, number, &position.to_string()));
    let text = element("div")
        .class("passage-text")
        .class_if(beside.is_some(), "is-parallel")
        .with(prose(site, number, site.language()))
        .with(beside.map(|language| prose(site, number, language)));
    let source = element("p")
        .class("passage-source")
        .with(element("span").with(words.rests_on))
        .with(" ")
        .joined(", ", sentences);
    tied(site, film, Thing::Passage(number), element("section"))
        .key(number.0)
        .set("id", passage.id)
        .set("tabindex", "-1")
        .class("passage tells")
        .class_if(pointed, "is-pointed-at")
        .with(heading)
        .with(text)
        .with(
            element("div")
                .class("passage-margin")
                .with(themes(site, film, number))
                .with(passage.note.map(|note| remark(words.note, site.text(note)))),
        )
        .with(source)
}

/// The themes of a film that a passage is evidence of.
fn themes(site: &Site, film: FilmId, passage: PassageId) -> Option<Element> {
    let ties = site.corpus.films.at(film.index()).themes.iter();
    let evident =
        ties.filter(|tie| tie.weight != Weight::Absent && tie.passages.iter().any(|it| it == passage));
    let marks = evident.map(|tie| element("li").with(theme_link(site, tie.theme.0)));
    Some(
        element("ul")
            .class("passage-themes")
            .only_with(marks)?
            .set("aria-label", site.messages().site.themes),
    )
}

/// The prose of a passage, with its links.
fn prose(site: &Site, passage: PassageId, language: Language) -> Element {
    let told = site.corpus.passages.at(passage.index()).texts[language as usize];
    let text = told.text();
    let mut paragraphs: Vec<Vec<Html>> = vec![Vec::new()];
    let mut written = 0;
    for span in told.spans.iter() {
        let (start, end) = (span.start as usize, span.end as usize);
        write(&mut paragraphs, text.get(written..start).unwrap_or_default());
        let words = text.get(start..end).unwrap_or_default();
        let marked = match span.target {
            SpanTarget::Character(character) => character_link_as(site, character.0, words),
            SpanTarget::Place(place) => {
                let to = View::filtered(site.language(), Gallery::Characters, Facet::Place, place.0);
                link(site, to).class("place-link").with(words)
            }
            SpanTarget::Emphasis => element("em").with(words),
        };
        add(&mut paragraphs, marked);
        written = end;
    }
    write(&mut paragraphs, text.get(written..).unwrap_or_default());
    let other = (language != site.language()).then(|| language.tag());
    let paragraphs = paragraphs.into_iter().map(|paragraph| element("p").language(other).with_all(paragraph));
    element("div").with_all(paragraphs)
}

/// Adds plain text; every line of it but the first begins a paragraph.
fn write(paragraphs: &mut Vec<Vec<Html>>, text: &'static str) {
    for (place, line) in text.split('\n').enumerate() {
        if place > 0 {
            paragraphs.push(Vec::new());
        }
        add(paragraphs, line);
    }
}

/// Adds to the last paragraph.
fn add(paragraphs: &mut [Vec<Html>], part: impl Part) {
    if let Some(paragraph) = paragraphs.last_mut() {
        paragraph.push(part.html());
    }
}
