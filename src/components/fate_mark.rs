//! How a fate is shown: its mark, always with its words, and how sure the source is.

use crate::head::capitalized;
use crate::site::Site;
use crate::threads::mark_glyph;
use desenlace_core::model::{Certainty, Mark, Vocabulary};
use desenlace_core::packed::{self, Fate};
use yew::prelude::*;

/// The mark of a fate with its outcome and, where that is not plainly stated, its certainty.
pub fn fate_mark(site: &Site, character: u32) -> Html {
    let fate = &site.corpus.fates[character as usize];
    let outcome = &site.corpus.terms(Vocabulary::Outcomes)[fate.outcome.get().index()];
    let certainty = fate.certainty.get();
    let implied = certainty == Certainty::Implied;
    html! {
        <span class={classes!("fate-mark", outcome_group(site, fate))}>
            { mark_glyph(mark(outcome), implied) }
            <span class="fate-outcome">{ capitalized(site.text(&outcome.name)) }</span>
            if implied {
                <span class="fate-certainty">{ format!(" ({})", site.messages().certainty.implied) }</span>
            }
        </span>
    }
}

/// The mark of a fate, and its account in a sentence.
pub fn fate_line(site: &Site, character: u32) -> Html {
    let fate = &site.corpus.fates[character as usize];
    html! {
        <>
            { fate_mark(site, character) }
            <p class="fate-account">{ site.text(&fate.account) }</p>
        </>
    }
}

/// The mark of an outcome; one without a mark of its own fades.
pub(super) fn mark(outcome: &packed::Term) -> Mark {
    outcome.mark.as_ref().map_or(Mark::Fade, packed::Mark::get)
}

/// The class of the group that an outcome belongs to: `dies`, `lives`, `unknown` or `divided`.
fn outcome_group(site: &Site, fate: &'static Fate) -> &'static str {
    let outcomes = site.corpus.terms(Vocabulary::Outcomes);
    let mut outcome = &outcomes[fate.outcome.get().index()];
    while let Some(broader) = outcome.broader.as_ref() {
        outcome = &outcomes[broader.get().index()];
    }
    outcome.id.as_str()
}
