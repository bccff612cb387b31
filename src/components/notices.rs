//! What in the address was not understood, said once above the page, and dismissed by hand.

use crate::messages::{Messages, fill};
use crate::site::Site;
use crate::state::Act;
use crate::view::NotUnderstood;
use desenlace_core::facet::Facet;
use yew::prelude::*;

/// The messages about the address; nothing where all was understood.
pub fn notices(site: &Site, problems: &[NotUnderstood]) -> Html {
    let words = site.messages();
    if problems.is_empty() {
        return html! {};
    }
    html! {
        <div class="notices" role="alert">
            <ul>{ for problems.iter().map(|problem| html! { <li>{ text(words, problem) }</li> }) }</ul>
            <button type="button" onclick={site.acting(Act::Dismiss)}>{ words.notice.dismiss }</button>
        </div>
    }
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
pub(super) fn facet_name(words: &Messages, facet: Facet) -> &'static str {
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
