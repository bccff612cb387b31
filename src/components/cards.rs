//! The items of the three galleries.

use super::{FateLine, FateMark, FilmLink, Link};
use crate::head::capitalized;
use crate::site::use_site;
use crate::threads::{Size, ThreadMap};
use crate::view::Page;
use desenlace_core::cross_reference::cast_of;
use desenlace_core::facet::{Facet, Gallery};
use desenlace_core::model::{Certainty, CharacterId, FactKind, FilmId, Vocabulary};
use yew::prelude::*;

/// Which item is shown.
#[derive(Properties, PartialEq)]
pub struct CardProps {
    /// The number of the film or of the character.
    pub item: u32,
}

/// A film: its threads as a cover, its title, when and where, how many people and how they end.
#[component]
pub fn FilmCard(props: &CardProps) -> Html {
    let site = use_site();
    let words = site.messages();
    let (corpus, number) = (site.corpus, FilmId(props.item));
    let film = &corpus.films[number.index()];
    let director = film.facts.iter().find(|fact| fact.kind.get() == FactKind::Director);
    let places = film.places.iter().map(|place| &corpus.terms(Vocabulary::Places)[place.get().index()]);
    let setting: Vec<&str> = places.map(|place| site.text(&place.name)).collect();
    let dies = Facet::Outcome.value(corpus, "dies").map(desenlace_core::model::TermId);
    let (mut people, mut deaths, mut implied) = (0, 0, 0);
    for (_, _, fate) in cast_of(corpus, number).filter(|(_, character, _)| !character.group) {
        people += 1;
        let died = dies.is_some_and(|dies| {
            desenlace_core::cross_reference::is_within(corpus, Vocabulary::Outcomes, fate.outcome.get(), dies)
        });
        match fate.certainty.get() {
            Certainty::Stated if died => deaths += 1,
            Certainty::Implied if died => implied += 1,
            _ => {}
        }
    }
    let mut figures = vec![words.film.people.count(people)];
    figures.extend((deaths > 0).then(|| words.film.deaths.count(deaths)));
    figures.extend((implied > 0).then(|| words.film.deaths_implied.count(implied)));
    html! {
        <li class="card film-card" data-id={film.id.as_str()}>
            <Link to={site.to(Page::Film(number, None))} class="card-cover">
                <ThreadMap film={props.item} size={Size::Cover} />
                <h2><cite lang={film.title_language.as_str()}>{ film.title.as_str() }</cite></h2>
            </Link>
            <p class="card-facts">
                { film.year.to_string() }
                if let Some(director) = director { { " · " }{ site.text(&director.value) } }
            </p>
            <p class="card-facts">{ setting.join(", ") }</p>
            <p class="card-premise">{ site.text(&film.premise) }</p>
            <p class="card-figures">{ figures.join(" · ") }</p>
        </li>
    }
}

/// A character: who, in which film, and the mark of what becomes of them.
#[component]
pub fn CharacterCard(props: &CardProps) -> Html {
    let site = use_site();
    let words = site.messages();
    let number = CharacterId(props.item);
    let character = &site.corpus.characters[number.index()];
    let roles = character.roles.iter().map(|role| &site.corpus.terms(Vocabulary::Roles)[role.get().index()]);
    let roles: Vec<&str> = roles.map(|role| site.text(&role.name)).collect();
    html! {
        <li class="card character-card" data-id={character.id.as_str()}>
            <h2>
                <Link to={site.to(Page::Character(number))}>{ capitalized(site.text(&character.name)) }</Link>
            </h2>
            <p class="card-facts">
                <FilmLink number={character.film.get().0} />
                if character.group { { " · " }{ words.character.group } }
            </p>
            <p class="card-roles">{ roles.join(", ") }</p>
            <FateMark character={props.item} />
        </li>
    }
}

/// A fate: what becomes of somebody, in a sentence, and of whom.
#[component]
pub fn FateCard(props: &CardProps) -> Html {
    let site = use_site();
    let number = CharacterId(props.item);
    let character = &site.corpus.characters[number.index()];
    html! {
        <li class="card fate-card" data-id={Gallery::Fates.item_id(site.corpus, props.item)}>
            <FateLine character={props.item} />
            <h2 class="fate-of">
                <Link to={site.to(Page::Character(number))}>{ capitalized(site.text(&character.name)) }</Link>
            </h2>
            <p class="card-facts"><FilmLink number={character.film.get().0} /></p>
        </li>
    }
}
