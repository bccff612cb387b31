//! What binds a character to others: relations read from both sides, the same outcome in any film, and the
//! parallels that they stand in.

use crate::components::{Link, character_link, evidence, film_link};
use crate::site::Site;
use crate::view::Page;
use desenlace_core::cross_reference::{parallels_with_character, relations_of};
use desenlace_core::model::{Certainty, CharacterId, Vocabulary};
use yew::prelude::*;

/// The relations of a character, each read from their side.
pub(super) fn relations(site: &Site, number: CharacterId) -> Html {
    let words = site.messages();
    let mut relations = relations_of(site.corpus, number).peekable();
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
                            { character_link(site, other.0) }
                            if let Some(third) = relation.third.as_ref() {
                                { " " }{ words.character.for_whom }{ " " }{ character_link(site, third.get().0) }
                            }
                            if relation.certainty.get() == Certainty::Implied {
                                { format!(" ({})", words.certainty.implied) }
                            }
                            { evidence(site, &relation.passages) }
                        </li>
                    }
                }) }
            </ul>
        </section>
    }
}

/// Other characters, of any film, with the same outcome. *Untold* binds nobody to anybody.
pub(super) fn same_outcome(site: &Site, number: CharacterId) -> Html {
    let corpus = site.corpus;
    let fate = &corpus.fates[number.index()];
    if fate.certainty.get() == Certainty::Untold {
        return html! {};
    }
    let others = (0u32..).zip(corpus.fates.iter()).zip(corpus.characters.iter()).filter(
        |((each, other), character)| {
            *each != number.0 && !character.group && other.outcome.get() == fate.outcome.get()
        },
    );
    let mut others = others.peekable();
    if others.peek().is_none() {
        return html! {};
    }
    html! {
        <section aria-labelledby="same-outcome">
            <h2 id="same-outcome">{ site.messages().character.same_outcome }</h2>
            <ul class="plain-list">
                { for others.map(|((number, _), character)| html! {
                    <li>{ character_link(site, number) }{ " · " }{ film_link(site, character.film.get().0) }</li>
                }) }
            </ul>
        </section>
    }
}

/// The parallels that a character stands in.
pub(super) fn parallels(site: &Site, number: CharacterId) -> Html {
    let mut parallels = parallels_with_character(site.corpus, number).peekable();
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
