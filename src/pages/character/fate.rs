//! What becomes of a character: outcome, certainty, cause, agents, place, caution, evidence, and the way
//! there.

use crate::components::{Link, character_link, evidence, fate_mark};
use crate::head::capitalized;
use crate::messages::Messages;
use crate::site::Site;
use crate::view::View;
use desenlace_core::facet::{Facet, Gallery};
use desenlace_core::model::{Certainty, CharacterId, Vocabulary};
use desenlace_core::packed::Fate;
use yew::prelude::*;

/// The fate of a character.
pub(super) fn fate_section(site: &Site, number: CharacterId) -> Html {
    let words = site.messages();
    let fate = &site.corpus.fates[number.index()];
    let outcome = View::filtered(site.language(), Gallery::Fates, Facet::Outcome, fate.outcome.get().0);
    html! {
        <section class="fate" aria-labelledby="fate">
            <h2 id="fate">{ words.character.fate }</h2>
            <p class="fate-head"><Link to={outcome}>{ fate_mark(site, number.0) }</Link></p>
            <p class="fate-account">{ site.text(&fate.account) }</p>
            { circumstances(site, fate) }
            if let Some(caution) = fate.caution.as_ref() {
                <aside class="note"><p><b>{ words.character.caution }</b>{ " " }{ site.text(caution) }</p></aside>
            }
            { evidence(site, &fate.passages) }
            { trajectory(site, fate) }
        </section>
    }
}

/// Certainty, cause, agents and place.
fn circumstances(site: &Site, fate: &'static Fate) -> Html {
    let words = site.messages();
    let hedged = |certainty: Certainty| match certainty {
        Certainty::Stated => String::new(),
        other => format!(" ({})", certainty_name(words, other)),
    };
    html! {
        <dl class="circumstances">
            <div>
                <dt>{ words.character.certainty }</dt>
                <dd>
                    { capitalized(certainty_name(words, fate.certainty.get())) }
                    if fate.certainty.get() == Certainty::Untold {
                        <p class="fact-note">{ words.certainty.untold_note }</p>
                    }
                </dd>
            </div>
            if let Some(cause) = fate.cause.as_ref() {
                <div>
                    <dt>{ words.character.cause }</dt>
                    <dd>
                        { capitalized(site.text(&site.corpus.terms(Vocabulary::Causes)[cause.term.get().index()].name)) }
                        { hedged(cause.certainty.get()) }
                    </dd>
                </div>
            }
            if !fate.agents.is_empty() {
                <div>
                    <dt>{ words.character.agents }</dt>
                    { for fate.agents.iter().map(|agent| html! {
                        <dd>{ character_link(site, agent.character.get().0) }{ hedged(agent.certainty.get()) }</dd>
                    }) }
                </div>
            }
            if let Some(place) = fate.place.as_ref() {
                <div>
                    <dt>{ words.character.place }</dt>
                    <dd>
                        { capitalized(site.text(&site.corpus.terms(Vocabulary::Places)[place.place.get().index()].name)) }
                        { hedged(place.certainty.get()) }
                    </dd>
                </div>
            }
        </dl>
    }
}

/// The steps that lead to the fate, in the order of the story.
fn trajectory(site: &Site, fate: &'static Fate) -> Html {
    if fate.trajectory.is_empty() {
        return html! {};
    }
    html! {
        <>
            <h3>{ site.messages().character.trajectory }</h3>
            <ol class="trajectory">
                { for fate.trajectory.iter().map(|step| {
                    let condition = &site.corpus.terms(Vocabulary::Conditions)[step.condition.get().index()];
                    html! {
                        <li>
                            <span class="step">{ site.text(&condition.name) }</span>
                            { evidence(site, &step.passages) }
                        </li>
                    }
                }) }
            </ol>
        </>
    }
}

/// The word for a certainty.
fn certainty_name(words: &Messages, certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Stated => words.certainty.stated,
        Certainty::Implied => words.certainty.implied,
        Certainty::DeclaredUnknown => words.certainty.declared_unknown,
        Certainty::Untold => words.certainty.untold,
    }
}
