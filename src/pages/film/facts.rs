//! What is known about a film from outside its synopsis: each fact with its sources, and with whoever says
//! otherwise.

use crate::components::sources;
use crate::messages::Messages;
use crate::site::Site;
use desenlace_core::model::FactKind;
use yew::prelude::*;

/// The titles and facts of a film.
pub(super) fn facts(site: &Site, number: u32) -> Html {
    let words = site.messages();
    let film = &site.corpus.films[number as usize];
    // Facts of one kind stand together, in the order of the kinds.
    let kinds = FactKind::ALL.iter().filter_map(|kind| {
        let facts: Vec<_> = film.facts.iter().filter(|fact| fact.kind.get() == *kind).collect();
        (!facts.is_empty()).then_some((*kind, facts))
    });
    html! {
        <section class="facts" aria-labelledby="facts">
            <h2 id="facts">{ words.film.facts }</h2>
            <dl>
                <div>
                    <dt>{ words.film.titles }</dt>
                    { for film.alternative_titles.iter().map(|title| html! {
                        <dd>
                            <cite lang={title.language.as_str()}>{ title.text.as_str() }</cite>
                            { format!(" ({}) ", title.language) }
                            { sources(site, &title.sources) }
                            if let Some(note) = title.note.as_ref() { <p class="fact-note">{ site.text(note) }</p> }
                        </dd>
                    }) }
                </div>
                { for kinds.map(|(kind, facts)| html! {
                    <div>
                        <dt>{ kind_name(words, kind) }</dt>
                        { for facts.into_iter().map(|fact| html! {
                            <dd>
                                { site.text(&fact.value) }{ " " }{ sources(site, &fact.sources) }
                                if let Some(note) = fact.note.as_ref() { <p class="fact-note">{ site.text(note) }</p> }
                                if !fact.conflicts.is_empty() {
                                    <p class="fact-conflicts">
                                        { words.film.conflict }{ ": " }
                                        { for fact.conflicts.iter().enumerate().map(|(position, conflict)| html! {
                                            <>
                                                if position > 0 { { "; " } }
                                                { site.text(&conflict.value) }{ " " }{ sources(site, &conflict.sources) }
                                                if let Some(note) = conflict.note.as_ref() {
                                                    { format!(" — {}", site.text(note)) }
                                                }
                                            </>
                                        }) }
                                    </p>
                                }
                            </dd>
                        }) }
                    </div>
                }) }
            </dl>
        </section>
    }
}

/// The name of a kind of fact.
fn kind_name(words: &Messages, kind: FactKind) -> &'static str {
    match kind {
        FactKind::Release => words.fact.release,
        FactKind::Countries => words.fact.countries,
        FactKind::Languages => words.fact.languages,
        FactKind::Director => words.fact.director,
        FactKind::Screenplay => words.fact.screenplay,
        FactKind::BasedOn => words.fact.based_on,
        FactKind::RunningTime => words.fact.running_time,
        FactKind::Cinematography => words.fact.cinematography,
        FactKind::Music => words.fact.music,
        FactKind::Editing => words.fact.editing,
        FactKind::ArtDirection => words.fact.art_direction,
        FactKind::Costumes => words.fact.costumes,
        FactKind::Producer => words.fact.producer,
        FactKind::Cast => words.fact.cast,
        FactKind::Award => words.fact.award,
        FactKind::Identifier => words.fact.identifier,
        FactKind::RealEvents => words.fact.real_events,
    }
}
