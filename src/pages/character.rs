//! A character or group: who, what becomes of them and how, to whom they are bound, where they appear.

mod bonds;
mod fate;

use crate::components::{Link, character_link, film_link, passage_block, sources, theme_links};
use crate::head::capitalized;
use crate::site::Site;
use crate::view::View;
use desenlace_core::cross_reference::{groups_of, passages_of};
use desenlace_core::facet::{Facet, Gallery};
use desenlace_core::model::{CharacterId, Vocabulary};
use desenlace_core::packed::Character;
use yew::prelude::*;

/// A character.
pub fn character_page(site: &Site, number: CharacterId) -> Html {
    let words = site.messages();
    let character = &site.corpus.characters[number.index()];
    html! {
        <article class="character">
            <header class="page-head">
                <p class="page-kind">{ film_link(site, character.film.get().0) }</p>
                <h1 id="title" tabindex="-1">{ capitalized(site.text(&character.name)) }</h1>
                <p class="lead">{ site.text(&character.description) }</p>
                if let Some(note) = character.note.as_ref() {
                    <aside class="note"><p><b>{ words.film.note }</b>{ " " }{ site.text(note) }</p></aside>
                }
            </header>
            <div class="character-columns">
                <div>
                    { fate::fate_section(site, number) }
                    { bonds::relations(site, number) }
                </div>
                <aside class="character-side">
                    { identity(site, number, character) }
                    { themes(site, number, character) }
                    { bonds::same_outcome(site, number) }
                    { bonds::parallels(site, number) }
                </aside>
            </div>
            <section class="appearances" aria-labelledby="appearances">
                <h2 id="appearances">{ words.character.appearances }</h2>
                { appearances(site, character) }
            </section>
        </article>
    }
}

/// Names, roles, actor, membership.
fn identity(site: &Site, number: CharacterId, character: &'static Character) -> Html {
    let words = &site.messages().character;
    let aliases: Vec<&str> = character.aliases_in(site.language()).collect();
    let groups: Vec<_> = groups_of(site.corpus, number).collect();
    let people = |title: &'static str, numbers: Vec<CharacterId>| {
        if numbers.is_empty() {
            return html! {};
        }
        html! {
            <div>
                <dt>{ title }</dt>
                { for numbers.into_iter().map(|number| html! { <dd>{ character_link(site, number.0) }</dd> }) }
            </div>
        }
    };
    html! {
        <dl class="identity">
            if !aliases.is_empty() { <div><dt>{ words.also }</dt><dd>{ aliases.join(", ") }</dd></div> }
            <div>
                <dt>{ words.roles }</dt>
                { for character.roles.iter().map(|role| {
                    let term = &site.corpus.terms(Vocabulary::Roles)[role.get().index()];
                    let to = View::filtered(site.language(), Gallery::Characters, Facet::Role, role.get().0);
                    html! { <dd><Link {to}>{ site.text(&term.name) }</Link></dd> }
                }) }
            </div>
            if let Some(actor) = character.actor.as_ref() {
                <div>
                    <dt>{ words.actor }</dt>
                    <dd>
                        { actor.name.as_str() }{ " " }
                        { sources(site, &actor.sources) }
                        if let Some(note) = actor.note.as_ref() { <p class="fact-note">{ site.text(note) }</p> }
                    </dd>
                </div>
            }
            { people(words.members, character.members.iter().map(|member| member.get()).collect()) }
            { people(words.belongs_to, groups.into_iter().map(|(number, _)| number).collect()) }
        </dl>
    }
}

/// The themes of the character and of their fate, each once, with all the evidence.
fn themes(site: &Site, number: CharacterId, character: &'static Character) -> Html {
    let fate = &site.corpus.fates[number.index()];
    let mut ties = character.themes.iter().chain(fate.themes.iter()).peekable();
    if ties.peek().is_none() {
        return html! {};
    }
    html! {
        <section aria-labelledby="themes">
            <h2 id="themes">{ site.messages().character.themes }</h2>
            { theme_links(site, ties) }
        </section>
    }
}

/// The passages in which the character appears.
fn appearances(site: &Site, character: &'static Character) -> Html {
    let passages = passages_of(site.corpus, character.film.get()).enumerate();
    let appears = |passage: u32| character.passages.iter().any(|own| own.get().0 == passage);
    html! {
        { for passages.filter(|(_, (number, _))| appears(number.0)).map(|(position, (number, _))| html! {
            { passage_block(site, number.0, position + 1, None) }
        }) }
    }
}
