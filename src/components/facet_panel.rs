//! The panel of facets beside a gallery; on narrow screens it is a dialog behind a button. What lies behind the open
//! dialog is inert, so that neither keys nor a screen reader leave it by accident.

use super::facet_group::facet_group;
use crate::markup::{Element, button, element};
use crate::site::Site;
use crate::state::Act;
use desenlace_core::facet::Facet;
use desenlace_core::query::Answer;

/// The facets that stand open at first; the others are folded until something in them is chosen.
const OPEN: [Facet; 3] = [Facet::Theme, Facet::Outcome, Facet::Film];

/// The panel of facets, with the counts of an answer; the button that closes it on narrow screens says how many
/// results there are.
pub fn facet_panel(site: &Site, answer: &Answer, results: &str) -> Element {
    let words = &site.messages().gallery;
    let query = &site.view().query;
    let open = site.state.handling.filters_open;
    let chosen: usize = Facet::ALL
        .iter()
        .map(|facet| query.choice(*facet))
        .map(|choice| choice.include.len() + choice.exclude.len())
        .sum();
    let badge = (chosen > 0).then(|| element("span").class("badge").with(chosen.to_string()));
    let toggle = button()
        .class("facets-toggle")
        .set("aria-expanded", if open { "true" } else { "false" })
        .set("aria-controls", "facets")
        .flag(open, "inert")
        .on_click(site.acting(Act::Unfold(!open)))
        .with(words.filters)
        .with(badge);
    // Where all fates are hidden, what tells them has nothing to choose from.
    let tells = [Facet::Theme, Facet::Outcome, Facet::Certainty, Facet::Role, Facet::RelationKind];
    let silent = |facet: &Facet| {
        query.veil.is_drawn()
            && tells.contains(facet)
            && query.choice(*facet).is_empty()
            && answer.counts[*facet as usize].iter().all(|count| *count == 0)
    };
    let groups = Facet::ALL
        .into_iter()
        .filter(|facet| !silent(facet))
        .map(|facet| facet_group(site, facet, OPEN.contains(&facet), &answer.counts[facet as usize]));
    let clear = button().on_click(site.acting(Act::Clear)).with(words.clear);
    let close = button()
        .class("facets-close")
        .on_click(site.acting(Act::Unfold(false)))
        .with(words.show_results)
        .with(" · ")
        .with(results.to_owned());
    let foot = element("div").class("facets-foot").with((!query.is_empty()).then_some(clear)).with(close);
    let panel = element("section")
        .set("id", "facets")
        .class("facets-panel")
        .set("tabindex", "-1")
        .set("aria-label", words.filters);
    let panel = if open { panel.set("role", "dialog").set("aria-modal", "true") } else { panel };
    let panel = panel.with(element("div").with_all(groups)).with(foot);
    let scrim = element("div").class("scrim").on_click(site.acting(Act::Unfold(false)));
    element("div").class("facets").class_if(open, "is-open").with(toggle).with(scrim).with(panel)
}
