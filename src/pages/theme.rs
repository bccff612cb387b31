//! A theme: what it means, what is above and below it, which films have it and why, whom it concerns, and
//! where it was looked for in vain.

use crate::components::{Link, character_link, evidence, fate_mark, film_link, merged_evidence, theme_link};
use crate::head::capitalized;
use crate::site::Site;
use crate::view::{Page, View};
use desenlace_core::cross_reference::{characters_with_theme, films_with_theme, narrower};
use desenlace_core::facet::{Facet, Gallery};
use desenlace_core::model::{TermId, Vocabulary, Weight};
use desenlace_core::packed::{Term, ThemeTie};
use yew::prelude::*;

/// A theme.
pub fn theme_page(site: &Site, number: TermId) -> Html {
    let words = site.messages();
    let theme = &site.corpus.terms(Vocabulary::Themes)[number.index()];
    html! {
        <article class="theme">
            <header class="page-head">
                <p class="page-kind"><Link to={site.to(Page::Themes)}>{ words.site.themes }</Link></p>
                <h1 id="title" tabindex="-1">{ capitalized(site.text(&theme.name)) }</h1>
                <p class="lead">{ site.text(&theme.definition) }</p>
                { family(site, number, theme) }
                { galleries(site, number.0) }
            </header>
            { films(site, number) }
            { characters(site, number) }
        </article>
    }
}

/// Synonyms, the broader theme, the narrower ones.
fn family(site: &Site, number: TermId, theme: &'static Term) -> Html {
    let words = &site.messages().theme;
    let synonyms: Vec<&str> = theme.synonyms_in(site.language()).collect();
    let mut below = narrower(site.corpus, Vocabulary::Themes, number).peekable();
    html! {
        <dl class="identity">
            if let Some(broader) = theme.broader.as_ref() {
                <div><dt>{ words.broader }</dt><dd>{ theme_link(site, broader.get().0) }</dd></div>
            }
            if below.peek().is_some() {
                <div>
                    <dt>{ words.narrower }</dt>
                    { for below.map(|(number, _)| html! { <dd>{ theme_link(site, number.0) }</dd> }) }
                </div>
            }
            if !synonyms.is_empty() { <div><dt>{ words.also }</dt><dd>{ synonyms.join(", ") }</dd></div> }
        </dl>
    }
}

/// The ways into the three galleries with this theme.
fn galleries(site: &Site, theme: u32) -> Html {
    let words = &site.messages().theme;
    let names = [words.show_films, words.show_characters, words.show_fates];
    html! {
        <ul class="ways">
            { for Gallery::ALL.into_iter().zip(names).map(|(gallery, name)| html! {
                <li><Link to={View::filtered(site.language(), gallery, Facet::Theme, theme)}>{ name }</Link></li>
            }) }
        </ul>
    }
}

/// The films that have the theme, with motivation and evidence, and those that were searched for it in vain.
fn films(site: &Site, theme: TermId) -> Html {
    let words = site.messages();
    let films: Vec<_> = films_with_theme(site.corpus, theme).collect();
    let part = |title: &'static str, id: &'static str, absent: bool| {
        let ties = |ties: &[&'static ThemeTie]| -> Vec<&'static ThemeTie> {
            ties.iter().copied().filter(|tie| (tie.weight.get() == Weight::Absent) == absent).collect()
        };
        let mut chosen = films
            .iter()
            .map(|(film, _, all)| (film, ties(all)))
            .filter(|(_, ties)| !ties.is_empty())
            .peekable();
        if chosen.peek().is_none() {
            return html! {};
        }
        html! {
            <section aria-labelledby={id}>
                <h2 {id}>{ title }</h2>
                { for chosen.map(|(film, ties)| html! {
                    <div class="theme-film">
                        <h3>{ film_link(site, film.0) }</h3>
                        <ul class="theme-ties">{ for ties.into_iter().map(|each| tie(site, theme, each)) }</ul>
                    </div>
                }) }
            </section>
        }
    };
    html! {
        <>
            { part(words.theme.films, "films", false) }
            { part(words.theme.absent, "absent", true) }
        </>
    }
}

/// A tie of a film; one to a narrower theme names it.
fn tie(site: &Site, theme: TermId, tie: &'static ThemeTie) -> Html {
    let words = &site.messages().weight;
    let weight = match tie.weight.get() {
        Weight::Major => words.major,
        Weight::Minor => words.minor,
        Weight::Absent => words.absent,
    };
    let tied = tie.theme.get();
    html! {
        <li>
            <p>
                if tied != theme { { theme_link(site, tied.0) }{ ": " } }
                { site.text(&tie.motivation) }{ " " }<span class="weight">{ weight }</span>
            </p>
            if !tie.passages.is_empty() { { evidence(site, &tie.passages) } }
        </li>
    }
}

/// The characters that the theme concerns, with what becomes of them.
fn characters(site: &Site, theme: TermId) -> Html {
    let mut characters = characters_with_theme(site.corpus, theme).peekable();
    if characters.peek().is_none() {
        return html! {};
    }
    html! {
        <section aria-labelledby="characters">
            <h2 id="characters">{ site.messages().theme.characters }</h2>
            <ul class="theme-characters">
                { for characters.map(|(number, character, _, ties)| {
                    let passages = ties.iter().flat_map(|tie| tie.passages.iter());
                    html! {
                        <li>
                            <span>{ character_link(site, number.0) }{ " · " }{ film_link(site, character.film.get().0) }</span>
                            { fate_mark(site, number.0) }
                            { merged_evidence(site, passages) }
                        </li>
                    }
                }) }
            </ul>
        </section>
    }
}
