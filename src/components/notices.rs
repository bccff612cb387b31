//! What in the address was not understood, said once above the page, and dismissed by hand.

use crate::markup::{Element, button, element};
use crate::messages::{Messages, fill};
use crate::site::Site;
use crate::state::Act;
use crate::view::NotUnderstood;
use desenlace_core::facet::Facet;

/// The messages about the address; nothing where all was understood.
pub fn notices(site: &Site) -> Option<Element> {
    let words = site.messages();
    let problems = &site.state.not_understood;
    let texts = problems.iter().map(|problem| element("li").with(text(words, problem)));
    let dismiss = button().on_click(site.acting(Act::Dismiss)).with(words.notice.dismiss);
    let notices = element("div")
        .class("notices")
        .set("role", "alert")
        .with(element("ul").with_all(texts))
        .with(dismiss);
    (!problems.is_empty()).then_some(notices)
}

/// What a notice says.
fn text(words: &Messages, problem: &NotUnderstood) -> String {
    match problem {
        NotUnderstood::Page(name) => fill(words.notice.unknown_page, "name", name),
        NotUnderstood::Value(facet, name) => {
            fill(&fill(words.notice.unknown_value, "facet", facet_name(words, *facet)), "name", name)
        }
        NotUnderstood::Part(name) => fill(words.notice.unknown_part, "name", name),
    }
}

/// The name of a facet.
pub fn facet_name(words: &Messages, facet: Facet) -> &'static str {
    match facet {
        Facet::Theme => words.facet.theme,
        Facet::Outcome => words.facet.outcome,
        Facet::Certainty => words.facet.certainty,
        Facet::Film => words.facet.film,
        Facet::Role => words.facet.role,
        Facet::Place => words.facet.place,
        Facet::Period => words.facet.period,
        Facet::Country => words.facet.country,
        Facet::ContentNote => words.facet.note,
        Facet::RelationKind => words.facet.relation,
    }
}
