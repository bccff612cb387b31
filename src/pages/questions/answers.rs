//! Who fits a question, each with the chain of evidence; and where nobody does, which slot to lift.

use super::super::gallery::more;
use super::fitting;
use crate::components::{
    character_link, character_link_as, claim_evidence, evidence, fate_mark, film_link, page_link,
    relation_item, theme_link,
};
use crate::head::capitalized;
use crate::markup::{Element, element};
use crate::messages::fill;
use crate::sentence::filling_name;
use crate::site::Site;
use crate::view::{Page, Question, Slot};
use desenlace_core::cross_reference::pattern::{Claim, PatternMatch};
use desenlace_core::model::{CharacterId, Vocabulary};

/// How many fit. Nobody may be for no other reason than that fates are hidden, which the page says beside it.
pub(super) fn number(site: &Site, found: &[PatternMatch]) -> String {
    match found.len() {
        0 if site.hides_any() => String::new(),
        0 => site.messages().question.nobody.to_owned(),
        total => site.messages().gallery.characters.count(total),
    }
}

/// Those who fit, and where nobody does, how many would with one slot less.
pub(super) fn answers(site: &Site, question: Question, found: &[PatternMatch]) -> Element {
    let total = found.len();
    let shown = total.min(site.view().shown);
    let list = element("ul")
        .set("id", "results")
        .class("answers")
        .class_if(!site.view().query.veil.is_drawn(), "tells")
        .set("data-total", total.to_string())
        .with_all(found.iter().take(shown).map(|found| answer(site, found)));
    element("div")
        .with(list)
        .with(element("div").with((shown < total).then(|| more(site, shown, total))))
        .with(element("div").with((total == 0 && !site.hides_any()).then(|| lifts(site, question))))
}

/// A character who fits: each claim that was asked for, and in any case the fate, with passages.
fn answer(site: &Site, found: &PatternMatch) -> Element {
    let who = &site.corpus.characters[found.character.index()];
    let fate = &site.corpus.fates[found.character.index()];
    let name = character_link_as(site, found.character.0, capitalized(site.text(&who.name)));
    let roles = found.roles.iter().map(|role| role_item(site, None, role));
    let company = found.others.iter().flat_map(|company| {
        let ties = company.ties.iter().filter_map(|tie| {
            let relation = site.corpus.relations.get(tie.relation as usize)?;
            Some(relation_item(site, tie.inverse, company.other, relation))
        });
        ties.chain(company.roles.iter().map(|role| role_item(site, Some(company.other), role)))
    });
    let themes = found.themes.iter().map(|theme| {
        element("li").with(theme_link(site, theme.term.0)).with(claim_evidence(site, &theme.passages))
    });
    let end = element("li").with(fate_mark(site, found.character.0)).with(evidence(site, &fate.passages));
    let chain = element("ul").class("relation-list").with_all(roles.chain(company).chain(themes)).with(end);
    element("li")
        .key(found.character.0)
        .set("data-id", who.id.as_str())
        .with(element("h2").with(name))
        .with(element("p").class("card-facts").with(film_link(site, who.film.get().0)))
        .with(chain)
}

/// A role, of the character or of whom they have to do with.
fn role_item(site: &Site, whose: Option<CharacterId>, role: &Claim) -> Element {
    let item = element("li");
    let item = match whose {
        Some(whose) => item.with(character_link(site, whose.0)).with(": "),
        None => item,
    };
    item.with(site.term_name(Vocabulary::Roles, role.term)).with(claim_evidence(site, &role.passages))
}

/// For each filled slot, how many would fit without it.
fn lifts(site: &Site, question: Question) -> Element {
    let lifts = Slot::ALL.into_iter().filter_map(|slot| {
        let filling = question.filling(slot)?;
        let lifted = question.with(slot, None);
        let count = fitting(site, lifted).len();
        let name = filling_name(site.corpus, slot, filling, site.language());
        let text = fill(site.messages().question.lift, "name", &name);
        let text = fill(&text, "count", &site.messages().gallery.characters.count(count));
        (count > 0).then(|| element("li").with(page_link(site, Page::Questions(lifted)).with(text)))
    });
    element("ul").class("plain-list").with_all(lifts)
}
