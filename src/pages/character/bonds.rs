//! What binds a character to others: relations read from both sides, the same outcome in any film, and the
//! parallels that they stand in.

use super::CharacterProps;
use crate::components::{CharacterLink, Evidence, EvidenceProps, FilmLink, Link};
use crate::site::use_site;
use crate::view::Page;
use desenlace_core::cross_reference::{parallels_with_character, relations_of};
use desenlace_core::model::{Certainty, CharacterId, Vocabulary};
use yew::prelude::*;

/// The relations of a character, each read from their side.
#[component]
pub(super) fn Relations(props: &CharacterProps) -> Html {
    let site = use_site();
    let words = site.messages();
    let mut relations = relations_of(site.corpus, CharacterId(props.character)).peekable();
    if relations.peek().is_none() {
        return html! {};
    }
    html! {
        <section class="relations" aria-labelledby="relations">
            <h2 id="relations">{ words.character.relations }</h2>
            <ul class="relation-list">
                { for relations.map(|(inverse, other, relation)| {
                    let kind = &site.corpus.terms(Vocabulary::RelationKinds)[relation.kind.get().index()];
                    html! {
                        <li>
                            <span class="relation-kind">{ kind.relation_label(inverse, site.language()) }</span>{ " " }
                            <CharacterLink number={other.0} />
                            if let Some(third) = relation.third.as_ref() {
                                { " " }{ words.character.for_whom }{ " " }<CharacterLink number={third.get().0} />
                            }
                            if relation.certainty.get() == Certainty::Implied {
                                { format!(" ({})", words.certainty.implied) }
                            }
                            <Evidence passages={EvidenceProps::numbers(&relation.passages)} />
                        </li>
                    }
                }) }
            </ul>
        </section>
    }
}

/// Other characters, of any film, with the same outcome. *Untold* binds nobody to anybody.
#[component]
pub(super) fn SameOutcome(props: &CharacterProps) -> Html {
    let site = use_site();
    let corpus = site.corpus;
    let fate = &corpus.fates[props.character as usize];
    if fate.certainty.get() == Certainty::Untold {
        return html! {};
    }
    let others = (0u32..).zip(corpus.fates.iter()).zip(corpus.characters.iter()).filter(|((number, other), character)| {
        *number != props.character && !character.group && other.outcome.get() == fate.outcome.get()
    });
    let mut others = others.peekable();
    if others.peek().is_none() {
        return html! {};
    }
    html! {
        <section aria-labelledby="same-outcome">
            <h2 id="same-outcome">{ site.messages().character.same_outcome }</h2>
            <ul class="plain-list">
                { for others.map(|((number, _), character)| html! {
                    <li><CharacterLink {number} />{ " · " }<FilmLink number={character.film.get().0} /></li>
                }) }
            </ul>
        </section>
    }
}

/// The parallels that a character stands in.
#[component]
pub(super) fn Parallels(props: &CharacterProps) -> Html {
    let site = use_site();
    let mut parallels = parallels_with_character(site.corpus, CharacterId(props.character)).peekable();
    if parallels.peek().is_none() {
        return html! {};
    }
    html! {
        <section aria-labelledby="parallels">
            <h2 id="parallels">{ site.messages().character.parallels }</h2>
            <ul class="plain-list">
                { for parallels.map(|(number, parallel)| html! {
                    <li><Link to={site.to(Page::Parallel(number))}>{ site.text(&parallel.title) }</Link></li>
                }) }
            </ul>
        </section>
    }
}
