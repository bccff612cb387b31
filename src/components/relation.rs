//! A relation, as read from the side of one of the two: what they are to the other, how certain that is, and the
//! evidence.

use super::{character_link_as, evidence};
use crate::contraction::contract;
use crate::markup::{Element, element};
use crate::site::Site;
use desenlace_core::model::{Certainty, CharacterId, Vocabulary};
use desenlace_core::packed::Relation;

/// A relation as an item of a list; `inverse` where it is read from the side of whom it is directed at.
pub fn relation_item(site: &Site, inverse: bool, other: CharacterId, relation: &'static Relation) -> Element {
    relation_text(site, element("li"), inverse, other, relation).with(evidence(site, &relation.passages))
}

/// The same words behind others, without the evidence.
pub fn relation_text(
    site: &Site,
    before: Element,
    inverse: bool,
    other: CharacterId,
    relation: &'static Relation,
) -> Element {
    let words = site.messages();
    let subject = if inverse { relation.to.get() } else { relation.from.get() };
    let subject = &site.corpus.characters[subject.index()];
    let kind = site.term(Vocabulary::RelationKinds, relation.kind.get());
    let kind = kind.label_behind(Some(subject), inverse, site.language());
    let item = named(site, before, "relation-kind", kind, other);
    let item = match relation.third.as_ref() {
        Some(third) => named(site, item.with(" "), "relation-third", words.character.for_whom, third.get()),
        None => item,
    };
    let implied = relation.certainty.get() == Certainty::Implied;
    let implied = implied.then(|| [" (", words.certainty.implied, ")"].concat());
    item.with(implied)
}

/// A label and a character behind it, grown together where the language does so.
fn named(site: &Site, item: Element, class: &'static str, label: &str, character: CharacterId) -> Element {
    let name = site.text(&site.corpus.characters[character.index()].name);
    let (label, name) = contract(site.language(), label, name);
    item.with(element("span").class(class).with(label)).with(" ").with(character_link_as(
        site,
        character.0,
        name,
    ))
}
