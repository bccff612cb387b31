//! What a film is about: its themes with weight, motivation and evidence, what was looked for and is absent,
//! and what a visitor may want to be warned of.

use crate::components::{evidence, theme_link_as};
use crate::head::capitalized;
use crate::site::Site;
use desenlace_core::cross_reference::themes_of;
use desenlace_core::model::{FilmId, Vocabulary, Weight};
use yew::prelude::*;

/// The themes of a film, the major ones first, and those that it does not have.
pub(super) fn themes(site: &Site, number: u32) -> Html {
    let words = site.messages();
    let film = &site.corpus.films[FilmId(number).index()];
    let of_weight = |weight: Weight| {
        let ties = themes_of(site.corpus, film).filter(move |(_, _, tie)| tie.weight.get() == weight);
        html! {
            <ul class="theme-ties">
                { for ties.map(|(theme, term, tie)| html! {
                    <li>
                        <h4>{ theme_link_as(site, theme.0, capitalized(site.text(&term.name))) }</h4>
                        <p>{ site.text(&tie.motivation) }</p>
                        if !tie.passages.is_empty() {
                            { evidence(site, &tie.passages) }
                        }
                    </li>
                }) }
            </ul>
        }
    };
    html! {
        <section class="film-themes" aria-labelledby="themes">
            <h2 id="themes">{ words.film.themes }</h2>
            <h3>{ capitalized(words.weight.major) }</h3>
            { of_weight(Weight::Major) }
            <details>
                <summary>{ capitalized(words.weight.minor) }</summary>
                { of_weight(Weight::Minor) }
            </details>
            <details>
                <summary>{ words.film.absent }</summary>
                { of_weight(Weight::Absent) }
            </details>
        </section>
    }
}

/// The content notes of a film, folded so that nobody is told more than they ask.
pub(super) fn content_notes(site: &Site, number: u32) -> Html {
    let words = site.messages();
    let film = &site.corpus.films[number as usize];
    html! {
        <details class="content-notes">
            <summary>{ words.film.content_notes }{ ": " }{ words.film.content_notes_hint }</summary>
            <dl>
                { for film.content_notes.iter().map(|tie| {
                    let topic = &site.corpus.terms(Vocabulary::ContentNotes)[tie.topic.get().index()];
                    html! {
                        <div>
                            <dt>{ capitalized(site.text(&topic.name)) }</dt>
                            <dd>
                                { site.text(&tie.detail) }{ " " }
                                { evidence(site, &tie.passages) }
                            </dd>
                        </div>
                    }
                }) }
            </dl>
        </details>
    }
}
