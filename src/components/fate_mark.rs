//! How a fate is shown: its mark, always with its words, and how sure the source is.

use super::excerpt::with_hits;
use super::hidden_fate;
use crate::head::capitalized;
use crate::markup::{Element, element};
use crate::site::Site;
use crate::threads::mark_glyph;
use desenlace_core::model::{Certainty, CharacterId, Mark, Vocabulary};
use desenlace_core::packed::{self, Fate};
use desenlace_core::search::Terms;

/// The mark of a fate with its outcome and, where that is not plainly stated, its certainty. Where it is hidden, that
/// is said instead, and is the way to it.
pub fn fate_mark(site: &Site, character: u32) -> Element {
    let who = &site.corpus.characters[character as usize];
    if site.hides(who.film.get()) {
        return hidden_fate(site, who.film.get());
    }
    let fate = &site.corpus.fates[character as usize];
    let outcome = site.term(Vocabulary::Outcomes, fate.outcome.get());
    let words = outcome.label_behind(Some(who), false, site.language());
    let implied = fate.certainty.get() == Certainty::Implied;
    let certainty = [" (", site.messages().certainty.implied, ")"].concat();
    let certainty = element("span").class("fate-certainty").with(certainty);
    element("span")
        .class("fate-mark tells")
        .class(outcome_group(site, fate))
        .with(mark_glyph(mark(outcome), implied))
        .with(element("span").class("fate-outcome").with(capitalized(words)))
        .with(implied.then_some(certainty))
}

/// What becomes of a character, in a sentence; nothing where it is hidden.
pub fn fate_account(site: &Site, character: u32) -> Option<Element> {
    fate_account_with(site, &Terms::default(), character)
}

/// The same with the words that were asked for marked.
pub(super) fn fate_account_with(site: &Site, terms: &Terms, character: u32) -> Option<Element> {
    let fate = &site.corpus.fates[character as usize];
    let account = || with_hits(terms, site.text(&fate.account));
    let told = !site.hides_character(CharacterId(character));
    told.then(|| element("p").class("fate-account tells").with(account()))
}

/// The mark of an outcome; one without a mark of its own fades.
fn mark(outcome: &packed::Term) -> Mark {
    outcome.mark.as_ref().map_or(Mark::Fade, packed::Mark::get)
}

/// The class of the group that an outcome belongs to: `dies`, `lives`, `unknown` or `divided`.
fn outcome_group(site: &Site, fate: &'static Fate) -> &'static str {
    let mut outcome = site.term(Vocabulary::Outcomes, fate.outcome.get());
    while let Some(broader) = outcome.broader.as_ref() {
        outcome = site.term(Vocabulary::Outcomes, broader.get());
    }
    outcome.id.as_str()
}
