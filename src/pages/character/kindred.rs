//! Characters of other films who are like this one, each with what the two share and the passages on both sides.

use crate::components::{character_link, claim_evidence, facet_name, film_link};
use crate::markup::{Element, element, section, seen};
use crate::site::Site;
use desenlace_core::cross_reference::{Reason, Shared, kindred};
use desenlace_core::facet::Facet;
use desenlace_core::model::CharacterId;

/// How many are shown, and how much of what binds each: the weightiest.
const MOST: usize = 5;
const MOST_REASONS: usize = 4;

/// The kindred of a character; nothing where there are none, or where any of them could be told by a hidden fate.
pub(super) fn kindred_section(site: &Site, number: CharacterId) -> Option<Element> {
    let found = if site.hides_any() { Vec::new() } else { kindred(site.corpus, number, MOST) };
    let items = found.into_iter().map(|kindred| {
        let film = site.corpus.characters[kindred.character.index()].film.get();
        let reasons = kindred.reasons.iter().take(MOST_REASONS).map(|each| reason(site, each));
        element("li")
            .with(character_link(site, kindred.character.0))
            .with(" · ")
            .with(film_link(site, film.0))
            .with(element("ul").class("shared").with_all(reasons))
    });
    let list = element("ul").class("relation-list").only_with(items)?;
    let words = &site.messages().kindred;
    let hint = element("p").class("hint").with(words.hint);
    Some(section("kindred", words.title).class("kindred tells").with(hint).with(list))
}

/// One thing that two share, with the passages here and there.
fn reason(site: &Site, reason: &Reason) -> Element {
    let (vocabulary, term) = reason.shared.term();
    let inverse = matches!(reason.shared, Shared::RelationKind { inverse: true, .. });
    let facet = Facet::ALL.into_iter().find(|facet| facet.vocabulary() == Some(vocabulary));
    let label = site.term(vocabulary, term).relation_label(inverse, site.language());
    let kind = facet.map(|facet| [facet_name(site.messages(), facet), ": "].concat());
    element("li")
        .with(element("span").class("term").with(kind).with(label))
        .with(claim_evidence(site, &reason.here))
        .with(element("span").class("there").with(seen("↔")).with(claim_evidence(site, &reason.there)))
}
