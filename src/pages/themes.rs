//! All themes by all films: major, minor, looked for and absent, or not annotated, told apart in words.

use crate::components::{film_link, theme_link_as};
use crate::head::capitalized;
use crate::messages::Messages;
use crate::site::Site;
use desenlace_core::cross_reference::films_with_theme;
use desenlace_core::model::{TermId, Vocabulary, Weight};
use yew::prelude::*;

/// The overview of the themes.
pub fn themes_page(site: &Site) -> Html {
    let words = site.messages();
    let films = 0..u32::try_from(site.corpus.films.len()).unwrap_or(u32::MAX);
    html! {
        <article class="themes">
            <header class="page-head">
                <h1 id="title" tabindex="-1">{ words.theme.overview }</h1>
                <p class="lead">{ words.theme.overview_hint }</p>
            </header>
            { legend(words) }
            <div class="table-frame" tabindex="0" role="region" aria-labelledby="title">
                <table class="theme-matrix">
                    <thead>
                        <tr>
                            <th scope="col">{ words.theme.theme }</th>
                            { for films.clone().map(|film| html! { <th scope="col">{ film_link(site, film) }</th> }) }
                        </tr>
                    </thead>
                    <tbody>
                        { for (0..).zip(site.corpus.terms(Vocabulary::Themes)).map(|(theme, term)| html! {
                            <tr class={classes!(term.broader.is_none().then_some("is-broad"))}>
                                <th scope="row">{ theme_link_as(site, theme, capitalized(site.text(&term.name))) }</th>
                                { for films.clone().map(|film| cell(site, theme, film)) }
                            </tr>
                        }) }
                    </tbody>
                </table>
            </div>
        </article>
    }
}

/// How a weight is shown: its class, its sign, its word.
fn sign(words: &Messages, weight: Option<Weight>) -> [&'static str; 3] {
    match weight {
        Some(Weight::Major) => ["is-major", "●", words.weight.major],
        Some(Weight::Minor) => ["is-minor", "○", words.weight.minor],
        Some(Weight::Absent) => ["is-absent", "×", words.weight.absent],
        None => ["is-unknown", "–", words.theme.not_annotated],
    }
}

/// What the signs mean, for screens so narrow that the words do not fit into the table.
fn legend(words: &Messages) -> Html {
    let weights = [Some(Weight::Major), Some(Weight::Minor), Some(Weight::Absent), None];
    html! {
        <ul class="matrix-legend" aria-hidden="true">
            { for weights.map(|weight| {
                let [class, sign, word] = sign(words, weight);
                html! { <li {class}><span class="sign">{ sign }</span>{ word }</li> }
            }) }
        </ul>
    }
}

/// How much of a film a theme is. A broad theme weighs as much as the heaviest below it.
fn cell(site: &Site, theme: u32, film: u32) -> Html {
    let mut films = films_with_theme(site.corpus, TermId(theme));
    let ties = films.find(|(each, ..)| each.0 == film).map(|(_, _, ties)| ties).unwrap_or_default();
    let weight = ties.iter().map(|tie| tie.weight.get()).min();
    let [class, sign, word] = sign(site.messages(), weight);
    html! {
        <td class={class}><span aria-hidden="true" class="sign">{ sign }</span>{ " " }<span class="word">{ word }</span></td>
    }
}
