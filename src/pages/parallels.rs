//! Parallels between films: the list, and a page for each with both sides' passages next to each other.

use crate::components::{Link, character_link, film_link, passage_block};
use crate::messages::Messages;
use crate::site::Site;
use crate::view::Page;
use desenlace_core::cross_reference::passages_of;
use desenlace_core::model::Strength;
use yew::prelude::*;

/// The list of the parallels.
pub fn parallels_page(site: &Site) -> Html {
    let words = site.messages();
    html! {
        <article class="parallels">
            <header class="page-head">
                <h1 id="title" tabindex="-1">{ words.parallel.overview }</h1>
                <p class="lead">{ words.parallel.overview_hint }</p>
            </header>
            <ul class="parallel-list">
                { for (0..).zip(site.corpus.parallels.iter()).map(|(number, parallel)| html! {
                    <li>
                        <h2><Link to={site.to(Page::Parallel(number))}>{ site.text(&parallel.title) }</Link></h2>
                        <p>{ site.text(&parallel.likeness) }</p>
                        <p class="card-facts">
                            { for parallel.sides.iter().enumerate().map(|(position, side)| html! {
                                <>if position > 0 { { " · " } }{ film_link(site, side.film.get().0) }</>
                            }) }
                        </p>
                    </li>
                }) }
            </ul>
        </article>
    }
}

/// A parallel.
pub fn parallel_page(site: &Site, number: u32) -> Html {
    let words = site.messages();
    let Some(parallel) = site.corpus.parallels.get(number as usize) else { return html! {} };
    html! {
        <article class="parallel">
            <header class="page-head">
                <p class="page-kind"><Link to={site.to(Page::Parallels)}>{ words.site.parallels }</Link></p>
                <h1 id="title" tabindex="-1">{ site.text(&parallel.title) }</h1>
                <dl class="identity">
                    <div><dt>{ words.parallel.likeness }</dt><dd>{ site.text(&parallel.likeness) }</dd></div>
                    <div><dt>{ words.parallel.difference }</dt><dd>{ site.text(&parallel.difference) }</dd></div>
                    <div><dt>{ words.parallel.strength }</dt><dd>{ strength(words, parallel.strength.get()) }</dd></div>
                </dl>
            </header>
            <div class="parallel-sides">
                { for parallel.sides.iter().map(|side| html! {
                    <section>
                        <h2>{ film_link(site, side.film.get().0) }</h2>
                        <p class="card-facts">
                            { for side.characters.iter().enumerate().map(|(position, character)| html! {
                                <>if position > 0 { { ", " } }{ character_link(site, character.get().0) }</>
                            }) }
                        </p>
                        { for passages_of(site.corpus, side.film.get()).enumerate()
                            .filter(|(_, (number, _))| side.passages.iter().any(|passage| passage.get() == *number))
                            .map(|(position, (number, _))| html! {
                                { passage_block(site, number.0, position + 1, None) }
                            }) }
                    </section>
                }) }
            </div>
        </article>
    }
}

/// The word for a strength.
fn strength(words: &Messages, strength: Strength) -> &'static str {
    match strength {
        Strength::Close => words.parallel.close,
        Strength::Good => words.parallel.good,
        Strength::Loose => words.parallel.loose,
    }
}
