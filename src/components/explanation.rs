//! Why an item of a gallery is there: for each chosen value the claims by which it has it, with their passages, and
//! the texts that have the words. Worked out only for the items that are asked.

use super::excerpt::{excerpt, mention_line};
use super::facet_group::value_name;
use super::notices::facet_name;
use super::{character_link, character_link_as, claim_evidence};
use crate::contraction::contract;
use crate::markup::{Element, element};
use crate::site::Site;
use crate::state::Act;
use desenlace_core::facet::{Facet, Gallery};
use desenlace_core::model::{TermId, Vocabulary};
use desenlace_core::search::Terms;
use desenlace_core::why::{Claim, Mention, Subject, mentions, told_claims};

/// How many texts that have the words are named.
const MOST_TEXTS: usize = 5;

/// The reasons under an item: an excerpt, and all of them on demand. Empty where nothing is asked.
pub fn reasons(site: &Site, gallery: Gallery, terms: &Terms, item: u32) -> Element {
    let reasons = element("div").class("reasons");
    if site.view().query.is_empty() {
        return reasons;
    }
    let open = site.state.handling.explained.contains(&item);
    let toggle = site.on(move |event| {
        event.prevent_default();
        Some(Act::Explain(item))
    });
    let details = element("details")
        .class("why")
        .flag(open, "open")
        .with(element("summary").on_click(toggle).with(site.messages().why.why))
        .with(element("div").with(open.then(|| explanation(site, gallery, terms, item))));
    reasons.with(element("div").with(excerpt(site, gallery, terms, item))).with(details)
}

/// All reasons.
fn explanation(site: &Site, gallery: Gallery, terms: &Terms, item: u32) -> Element {
    let words = site.messages();
    let query = &site.view().query;
    let mut reasons = element("dl");
    for facet in Facet::ALL {
        for &value in &query.choice(facet).include {
            let claims = merged(told_claims(site.corpus, gallery, item, facet, value, &query.veil));
            let told = claims.iter().map(|each| element("dd").with_all(claim(site, facet, value, each)));
            let named = [facet_name(words, facet), ": ", value_name(site, facet, value)].concat();
            let reason = element("div").with(element("dt").with(named)).with_all(told);
            reasons = reasons.with((!claims.is_empty()).then_some(reason));
        }
    }
    let mut mentions = mentions(site.corpus, gallery, item, terms, query);
    let own = |mention: &Mention| mention.language.is_none_or(|language| language == site.language());
    if mentions.iter().any(own) {
        // The same words in other languages say nothing more.
        mentions.retain(own);
    }
    // The same words say nothing more in another place either.
    let mut told: Vec<String> = Vec::new();
    mentions.retain(|mention| {
        let new = !told.contains(&mention.text);
        told.push(mention.text.clone());
        new
    });
    let texts = mentions.iter().take(MOST_TEXTS);
    let texts = texts.map(|mention| element("dd").with(mention_line(site, gallery, terms, mention)));
    reasons.with(element("div").with(element("dt").with(words.why.words)).only_with(texts))
}

/// What is claimed of somebody and of their fate stands under one name.
fn merged(claims: Vec<Claim>) -> Vec<Claim> {
    let mut merged: Vec<Claim> = Vec::new();
    for mut claim in claims {
        if let Subject::Fate(character) = claim.subject {
            claim.subject = Subject::Character(character);
        }
        match merged.iter_mut().find(|known| known.subject == claim.subject && known.value == claim.value) {
            Some(known) => {
                for passage in claim.passages {
                    if let Err(place) = known.passages.binary_search(&passage) {
                        known.passages.insert(place, passage);
                    }
                }
            }
            None => merged.push(claim),
        }
    }
    merged
}

/// A claim: what it is about, which value it says where that is a narrower one, and its evidence.
fn claim(site: &Site, facet: Facet, value: u32, claim: &Claim) -> [Option<Element>; 3] {
    let words = &site.messages().why;
    let text = element("span");
    let subject = match claim.subject {
        Subject::Film(_) => text.with(words.film),
        Subject::Character(character) | Subject::Fate(character) => {
            text.with(character_link(site, character.0))
        }
        Subject::Relation(relation) => relation_text(site, text, relation as usize),
        // What happens in a story that is hidden is only pointed at.
        Subject::Event(event) if site.hides(site.corpus.events[event.index()].film.get()) => {
            text.with(words.named)
        }
        Subject::Event(event) => text.with(site.text(&site.corpus.events[event.index()].summary)),
        Subject::Passage(_) => text.with(words.named),
    };
    let narrower = (claim.value != value)
        .then(|| element("span").with([": ", value_name(site, facet, claim.value)].concat()));
    let evidence = (!claim.passages.is_empty()).then(|| claim_evidence(site, &claim.passages));
    [Some(subject), narrower, evidence]
}

/// Who is what to whom.
fn relation_text(site: &Site, text: Element, relation: usize) -> Element {
    let relation = &site.corpus.relations[relation];
    let (from, to) = (relation.from.get().0, relation.to.get().0);
    let kind = TermId(relation.kind.get().0);
    let label = site.term(Vocabulary::RelationKinds, kind).relation_label(false, site.language());
    let name = site.text(&site.corpus.characters[to as usize].name);
    let (label, name) = contract(site.language(), label, name);
    text.with(character_link(site, from))
        .with(" · ")
        .with(label)
        .with(" ")
        .with(character_link_as(site, to, name))
}
