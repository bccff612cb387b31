//! The mark of a fate, as a small picture beside its words, and what mark and words a fate has. A mark never
//! stands alone, so it is hidden from assistive technology.

use super::glyph;
use crate::markup::{Element, element};
use crate::messages::messages;
use desenlace_core::model::{Certainty, CharacterId, Language, Mark, Vocabulary};
use desenlace_core::packed::{self, Corpus, Fate, Term};
use yew::AttrValue;

/// A mark with a bit of its thread, as high as a line of text.
pub fn mark_glyph(mark: Mark, hollow: bool) -> Element {
    element("svg")
        .class("mark-glyph")
        .class(glyph::class(mark))
        .set("viewBox", "-9 -8 24 16")
        .set("width", "24")
        .set("height", "16")
        .set("aria-hidden", "true")
        .set("focusable", "false")
        .with(path("mark-line", "M-8 0H0"))
        .with_all(pieces(mark, hollow))
}

/// The parts of a mark.
pub(super) fn pieces(mark: Mark, hollow: bool) -> impl Iterator<Item = Element> {
    glyph::pieces(mark, hollow).iter().map(|(class, data)| path(class, *data))
}

/// A line.
pub(super) fn path(class: &'static str, data: impl Into<AttrValue>) -> Element {
    element("path").class(class).set("d", data)
}

/// The mark of a fate; one whose outcome has none fades.
#[must_use]
pub fn mark_of(corpus: &Corpus, fate: &Fate) -> Mark {
    outcome(corpus, fate).mark.as_ref().map_or(Mark::Fade, packed::Mark::get)
}

/// What becomes of somebody in words, with its certainty where that is not plainly stated.
#[must_use]
pub fn words_of(corpus: &Corpus, who: CharacterId, language: Language) -> String {
    let fate = &corpus.fates[who.index()];
    let name = outcome(corpus, fate).label_behind(Some(&corpus.characters[who.index()]), false, language);
    match fate.certainty.get() {
        Certainty::Implied => [name, " (", messages(language).certainty.implied, ")"].concat(),
        _ => name.to_owned(),
    }
}

fn outcome<'a>(corpus: &'a Corpus, fate: &Fate) -> &'a Term {
    &corpus.terms(Vocabulary::Outcomes)[fate.outcome.get().index()]
}
