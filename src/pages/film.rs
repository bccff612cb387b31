//! A film: its threads, its story passage by passage, its people and what becomes of them, its themes, and
//! what is known about it from outside, with the sources.

mod facts;
mod ties;

use crate::components::{Link, character_link_as, fate_line, passage_block};
use crate::head::capitalized;
use crate::messages::{Messages, fill};
use crate::site::{Site, use_site};
use crate::threads::{Size, ThreadMap};
use crate::view::{Page, View};
use desenlace_core::cross_reference::{cast_of, parallels_with_film, passages_of};
use desenlace_core::facet::{Facet, Gallery};
use desenlace_core::model::{FilmId, Language, Vocabulary};
use desenlace_core::packed::Film;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// A film.
pub fn film_page(site: &Site, number: FilmId) -> Html {
    let words = site.messages();
    let film = &site.corpus.films[number.index()];
    html! {
        <article class="film">
            <header class="page-head">
                <h1 id="title" tabindex="-1"><cite lang={film.title_language.as_str()}>{ film.title.as_str() }</cite></h1>
                <p class="page-facts">{ subtitle(site, film) }</p>
                <p class="lead">{ site.text(&film.premise) }</p>
            </header>
            { ties::content_notes(site, number.0) }
            <section class="threads-section" aria-labelledby="threads">
                <h2 id="threads">{ words.film.threads }</h2>
                <p class="hint">{ words.film.threads_hint }</p>
                <ThreadMap film={number.0} size={Size::Map} />
            </section>
            <div class="film-columns">
                <Story film={number.0} />
                <div class="film-side">
                    <section aria-labelledby="cast">
                        <h2 id="cast">{ words.film.cast }</h2>
                        { cast(site, number, false) }
                        <h3>{ words.film.groups_title }</h3>
                        { cast(site, number, true) }
                    </section>
                    { ties::themes(site, number.0) }
                </div>
            </div>
            { parallels(site, number) }
            { facts::facts(site, number.0) }
        </article>
    }
}

/// Other titles, year, countries.
fn subtitle(site: &Site, film: &'static Film) -> String {
    let countries =
        film.countries.iter().map(|country| &site.corpus.terms(Vocabulary::Countries)[country.get().index()]);
    let countries: Vec<&str> = countries.map(|country| site.text(&country.name)).collect();
    let own = film
        .alternative_titles
        .iter()
        .find(|title| title.language == site.language().tag() && title.text != film.title);
    let mut parts: Vec<String> = own.map(|title| title.text.as_str().to_owned()).into_iter().collect();
    parts.push(film.year.to_string());
    parts.push(countries.join(", "));
    parts.join(" · ")
}

/// The characters or the groups of a film, each with what becomes of them.
fn cast(site: &Site, film: FilmId, groups: bool) -> Html {
    let members = cast_of(site.corpus, film).filter(|(_, character, _)| character.group == groups);
    let heading = if groups { "h4" } else { "h3" };
    html! {
        <ul class="cast">
            { for members.map(|(number, character, _)| html! {
                <li>
                    <@{heading}>
                        { character_link_as(site, number.0, capitalized(site.text(&character.name))) }
                    </@>
                    { fate_line(site, number.0) }
                </li>
            }) }
        </ul>
    }
}

/// Whose story is told.
#[derive(Properties, PartialEq)]
struct StoryProps {
    /// The number of the film.
    film: u32,
}

/// The story, and the choice of a second language to read beside it.
#[component]
fn Story(props: &StoryProps) -> Html {
    let site = use_site();
    let words = site.messages();
    let beside = use_state(|| None::<Language>);
    let others = Language::ALL.into_iter().filter(|language| *language != site.language());
    let onchange = {
        let beside = beside.clone();
        Callback::from(move |event: Event| {
            beside.set(Language::from_tag(&event.target_unchecked_into::<HtmlSelectElement>().value()));
        })
    };
    let second = beside.filter(|language| *language != site.language());
    let film = &site.corpus.films[props.film as usize];
    html! {
        <section class="story" aria-labelledby="story">
            <h2 id="story">{ words.film.story }</h2>
            <p class="story-beside">
                <label>
                    { words.film.other_language }{ " " }
                    <select {onchange}>
                        <option value="" selected={second.is_none()}>{ words.film.none_beside }</option>
                        { for others.map(|language| html! {
                            <option value={language.tag()} lang={language.tag()} selected={second == Some(language)}>
                                { crate::messages::messages(language).site.language }
                            </option>
                        }) }
                    </select>
                </label>
            </p>
            { for passages_of(site.corpus, FilmId(props.film)).enumerate().map(|(position, (passage, _))| html! {
                { passage_block(&site, passage.0, position + 1, second) }
            }) }
            <p class="hint">{ based_on(words, film) }</p>
        </section>
    }
}

/// What the story is retold from.
fn based_on(words: &Messages, film: &Film) -> String {
    let text = fill(words.film.based_on_synopsis, "count", &film.synopsis.sentences.to_string());
    fill(&text, "licence", &film.synopsis.licence)
}

/// The parallels of a film, and where else its people can be seen.
fn parallels(site: &Site, film: FilmId) -> Html {
    let words = site.messages();
    let characters = View::filtered(site.language(), Gallery::Characters, Facet::Film, film.0);
    html! {
        <section class="film-parallels" aria-labelledby="parallels">
            <h2 id="parallels">{ words.film.parallels }</h2>
            <ul class="plain-list">
                { for parallels_with_film(site.corpus, film).map(|(number, parallel)| html! {
                    <li><Link to={site.to(Page::Parallel(number))}>{ site.text(&parallel.title) }</Link></li>
                }) }
            </ul>
            <p><Link to={characters}>{ words.site.characters }</Link></p>
        </section>
    }
}
