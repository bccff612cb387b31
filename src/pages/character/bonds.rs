//! What binds a character to others: relations read from both sides, the same outcome in any film, and the
//! parallels that they stand in. Each is nothing where there is none.

use crate::components::{character_link, film_link, parallel_link, relation_item};
use crate::markup::{Element, element, section};
use crate::site::Site;
use desenlace_core::cross_reference::{parallels_with_character, relations_of};
use desenlace_core::model::{Certainty, CharacterId};

/// The relations of a character, each read from their side.
pub(super) fn relations(site: &Site, number: CharacterId) -> Option<Element> {
    let words = site.messages();
    let items = relations_of(site.corpus, number)
        .map(|(inverse, other, relation)| relation_item(site, inverse, other, relation));
    let list = element("ul").class("relation-list").only_with(items)?;
    Some(section("relations", words.character.relations).class("relations tells").with(list))
}

/// Other characters, of any film, with the same outcome. *Untold* binds nobody to anybody.
pub(super) fn same_outcome(site: &Site, number: CharacterId) -> Option<Element> {
    let corpus = site.corpus;
    let fate = &corpus.fates[number.index()];
    if fate.certainty.get() == Certainty::Untold {
        return None;
    }
    let others = (0u32..).zip(corpus.fates.iter().zip(corpus.characters.iter())).filter(
        |(each, (other, character))| {
            let told = !site.hides(character.film.get());
            told && *each != number.0 && !character.group && other.outcome.get() == fate.outcome.get()
        },
    );
    let items = others.map(|(number, (_, character))| {
        element("li")
            .with(character_link(site, number))
            .with(" · ")
            .with(film_link(site, character.film.get().0))
    });
    listed("same-outcome", site.messages().character.same_outcome, items)
}

/// The parallels that a character stands in.
pub(super) fn parallels(site: &Site, number: CharacterId) -> Option<Element> {
    let items = parallels_with_character(site.corpus, number)
        .map(|(number, _)| element("li").with(parallel_link(site, number)));
    listed("parallels", site.messages().character.parallels, items)
}

fn listed(id: &'static str, title: &'static str, items: impl Iterator<Item = Element>) -> Option<Element> {
    let list = element("ul").class("plain-list").only_with(items)?;
    Some(section(id, title).class("tells").with(list))
}
