//! How a fate is shown: its mark, always with its words, and how sure the source is.

use crate::head::capitalized;
use crate::site::{Site, use_site};
use crate::threads::MarkGlyph;
use desenlace_core::model::{Certainty, Mark, Vocabulary};
use desenlace_core::packed::{self, Fate};
use yew::prelude::*;

/// Whose fate is shown.
#[derive(Properties, PartialEq)]
pub struct FateProps {
    /// The number of the character.
    pub character: u32,
}

/// The mark of a fate with its outcome and, where that is not plainly stated, its certainty.
#[component]
pub fn FateMark(props: &FateProps) -> Html {
    let site = use_site();
    let fate = &site.corpus.fates[props.character as usize];
    let outcome = &site.corpus.terms(Vocabulary::Outcomes)[fate.outcome.get().index()];
    let certainty = fate.certainty.get();
    let implied = certainty == Certainty::Implied;
    html! {
        <span class={classes!("fate-mark", outcome_group(&site, fate))}>
            <MarkGlyph mark={mark(outcome)} hollow={implied} />
            <span class="fate-outcome">{ capitalized(site.text(&outcome.name)) }</span>
            if implied {
                <span class="fate-certainty">{ format!(" ({})", site.messages().certainty.implied) }</span>
            }
        </span>
    }
}

/// The mark of a fate, and its account in a sentence.
#[component]
pub fn FateLine(props: &FateProps) -> Html {
    let site = use_site();
    let fate = &site.corpus.fates[props.character as usize];
    html! {
        <>
            <FateMark character={props.character} />
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
