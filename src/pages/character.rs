//! A character or group: who, what becomes of them and how, to whom they are bound, who is like them, where they
//! appear.

mod bonds;
mod fate;
mod kindred;

use crate::components::{
    character_link, film_link, film_veil, gate, link, other_name, passages, sources, theme_links,
};
use crate::head::capitalized;
use crate::markup::{Element, element, entry, remark, section, title};
use crate::site::Site;
use crate::view::View;
use desenlace_core::cross_reference::groups_of;
use desenlace_core::facet::{Facet, Gallery};
use desenlace_core::model::{CharacterId, Vocabulary};
use desenlace_core::packed::{self, Character};

/// A character.
pub fn character_page(site: &Site, number: CharacterId) -> Element {
    let words = site.messages();
    let character = &site.corpus.characters[number.index()];
    let film = character.film.get();
    let told = !site.hides(film);
    let note = character.note.as_ref().filter(|_| told);
    let head = element("header")
        .class("page-head")
        .with(element("p").class("page-kind").with(film_link(site, film.0)))
        .with(title().with(capitalized(site.text(&character.name))))
        .with(other_name(site, number.0))
        .with(element("p").class("lead").with(site.text(&character.description)))
        .with(note.map(|note| remark(words.film.note, site.text(note))))
        .with(element("div").with(told.then(|| film_veil(site, film)).flatten()));
    let main = element("div")
        .class("character-main")
        .with(fate::fate_section(site, number))
        .with(told.then(|| bonds::relations(site, number)).flatten())
        .with(kindred::kindred_section(site, number));
    let side = element("aside")
        .class("character-side")
        .with(told.then(|| themes(site, number, character)).flatten())
        .with(told.then(|| bonds::same_outcome(site, number)).flatten())
        .with(told.then(|| bonds::parallels(site, number)).flatten());
    let appears = |passage| character.passages.iter().any(|own| own.get() == passage);
    let appearances = section("appearances", words.character.appearances).class("appearances");
    let appearances = if told {
        appearances.with_all(passages(site, film, None, appears))
    } else {
        appearances.with(gate(site, film))
    };
    element("article")
        .class("character")
        .with(head)
        .with(
            element("div")
                .class("character-columns")
                .with(identity(site, number, character))
                .with(main)
                .with(side),
        )
        .with(appearances)
}

/// Names, roles, actor, membership.
fn identity(site: &Site, number: CharacterId, character: &'static Character) -> Element {
    let words = &site.messages().character;
    let told = !site.hides(character.film.get());
    let aliases: Vec<&str> = character.aliases_in(site.language()).collect();
    let roles = character.roles.iter().map(|role| {
        let role = role.get();
        let to = View::filtered(site.language(), Gallery::Characters, Facet::Role, role.0);
        element("dd").with(link(site, to).with(site.term_name(Vocabulary::Roles, role)))
    });
    let actor = character.actor.as_ref().map(|actor| {
        let note = actor.note.as_ref().filter(|_| told);
        let note = note.map(|note| element("p").class("fact-note").with(site.text(note)));
        let name = element("dd")
            .with(actor.name.as_str())
            .with(" ")
            .with(sources(site, actor.sources.iter().map(packed::SourceId::get)));
        entry(words.actor).with(name.with(note))
    });
    let person = |number: CharacterId| element("dd").with(character_link(site, number.0));
    let members = character.members.iter().map(|member| person(member.get()));
    let groups = groups_of(site.corpus, number).map(|(group, _)| person(group));
    element("dl")
        .class("identity")
        .with((!aliases.is_empty()).then(|| entry(words.also).told(aliases.join(", "))))
        .with(told.then(|| entry(words.roles).class("tells").with_all(roles)))
        .with(actor)
        .with(entry(words.members).only_with(members))
        .with(entry(words.belongs_to).only_with(groups))
}

/// The themes of the character and of their fate, each once, with all the evidence.
fn themes(site: &Site, number: CharacterId, character: &'static Character) -> Option<Element> {
    let fate = &site.corpus.fates[number.index()];
    let links = theme_links(site, character.themes.iter().chain(fate.themes.iter()))?;
    Some(section("themes", site.messages().character.themes).class("tells").with(links))
}
