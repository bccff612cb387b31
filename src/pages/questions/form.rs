//! The question as a sentence in which every slot is a list to choose from. What is chosen is in the address at
//! once, so there is nothing to send.

use crate::components::page_link;
use crate::markup::{Element, Part, element, seen};
use crate::sentence::{Wording, filling_name, slot_name, wording};
use crate::site::Site;
use crate::state::Act;
use crate::view::{Filling, Page, Question, Slot};
use desenlace_core::cross_reference::pattern::choices;

/// The longest list of films that is offered; of more, only the chosen one.
const LONGEST_LIST: usize = 200;

/// The sentence with its slots.
pub(super) fn form(site: &Site, question: Question) -> Element {
    let words = site.messages();
    let anew = page_link(site, Page::Questions(Question::default())).with(words.question.anew);
    element("form")
        .class("question")
        .set("aria-label", words.question.title)
        .with(element("p").with_all(parts(site, question)))
        .with(element("p").class("question-anew").with((!question.is_empty()).then_some(anew)))
}

/// The words and the lists. A mark next to a list stays with it where the line breaks.
fn parts(site: &Site, question: Question) -> Vec<Element> {
    let mut parts = Vec::new();
    let mut slot: Option<Element> = None;
    for part in wording(site.messages(), question, true) {
        match part {
            Wording::Slot(next) => {
                parts.extend(slot.take());
                slot = Some(self::slot(site, question, next));
            }
            Wording::Words(words) => {
                let marks = words.len() - words.trim_start_matches([')', ',', '?']).len();
                let (marks, words) = words.split_at(marks);
                slot = slot.map(|slot| if marks.is_empty() { slot } else { slot.with(marks) });
                if !words.is_empty() {
                    parts.extend(slot.take());
                    parts.push(element("span").key(parts.len()).with(words));
                }
            }
        }
    }
    parts.extend(slot);
    parts
}

/// The list of what a slot can hold, under its words: those of a list cannot break where the line ends. An empty slot
/// stands for any.
fn slot(site: &Site, question: Question, slot: Slot) -> Element {
    let chosen = question.filling(slot);
    let view = site.view().clone();
    let ask = site.typing(move |value| {
        let filling = value.parse().ok().map(unnumbered);
        Act::Visit(view.to(Page::Questions(question.with(slot, filling))))
    });
    let name = |filling| filling_name(site.corpus, slot, filling, site.language());
    let empty = empty_name(site, question, slot);
    let any = option(u32::MAX >> 1, None, chosen.is_none(), empty);
    let options = fillings(site, slot, chosen).into_iter().map(|filling| {
        let number = numbered(filling);
        option(number, Some(number.to_string()), chosen == Some(filling), name(filling))
    });
    let list = element("select")
        .set("name", slot.name())
        .set("aria-label", slot_name(site.messages(), slot))
        .on_change(ask)
        .with(any)
        .with_all(options);
    let words = seen(chosen.map_or_else(|| empty.to_owned(), name));
    let words = words.class("choice").class_if(chosen.is_some(), "is-filled");
    element("span").key(slot.name()).class("slot").with(words).with(list)
}

/// Something to choose; without a value, it empties the slot. A browser no longer heeds the attribute once
/// somebody has chosen from a list, so an option that is taken or left is made anew.
fn option(number: u32, value: Option<String>, taken: bool, name: impl Part) -> Element {
    element("option")
        .key(number << 1 | u32::from(taken))
        .set("value", value.unwrap_or_default())
        .flag(taken, "selected")
        .with(name)
}

/// What an empty slot is called.
fn empty_name(site: &Site, question: Question, slot: Slot) -> &'static str {
    let words = &site.messages().question;
    match slot {
        Slot::Role | Slot::By => words.any_role,
        Slot::Relation if question.has_company() => words.tied,
        Slot::Relation => words.untied,
        Slot::Also => words.any_also,
        Slot::Theme => words.any_theme,
        Slot::Film => words.any_film,
        Slot::Outcome => words.any_end,
    }
}

/// What a slot can hold so that somebody fits, and what it holds.
fn fillings(site: &Site, slot: Slot, chosen: Option<Filling>) -> Vec<Filling> {
    let corpus = site.corpus;
    let values: Vec<u32> = match slot.facet().vocabulary() {
        Some(vocabulary) => choices(corpus, vocabulary).into_iter().map(|term| term.0).collect(),
        None if corpus.films.len() <= LONGEST_LIST => (0..).zip(corpus.films.iter()).map(|it| it.0).collect(),
        None => Vec::new(),
    };
    let mut fillings: Vec<Filling> = Vec::new();
    for value in values {
        fillings.push(Filling::new(corpus, slot, value, false));
        let other_side = Filling::new(corpus, slot, value, true);
        if other_side.inverse {
            fillings.push(other_side);
        }
    }
    fillings.extend(chosen.filter(|chosen| !fillings.contains(chosen)));
    fillings
}

/// A filling as a number: its value, and a bit for the side.
fn numbered(filling: Filling) -> u32 {
    filling.value << 1 | u32::from(filling.inverse)
}

/// The filling of a number.
fn unnumbered(number: u32) -> Filling {
    Filling { value: number >> 1, inverse: number & 1 == 1 }
}
