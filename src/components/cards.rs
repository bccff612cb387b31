//! The items of the three galleries.

use super::{Link, fate_line, fate_mark, film_link};
use crate::head::capitalized;
use crate::site::Site;
use crate::threads::{Size, ThreadMap};
use crate::view::Page;
use desenlace_core::cross_reference::cast_of;
use desenlace_core::facet::{Facet, Gallery};
use desenlace_core::model::{Certainty, CharacterId, FactKind, FilmId, Vocabulary};
use yew::prelude::*;

/// A film: its threads as a cover, its title, when and where, how many people and how they end.
pub fn film_card(site: &Site, film: u32) -> Html {
    let words = site.messages();
    let (corpus, number) = (site.corpus, FilmId(film));
    let about = &corpus.films[number.index()];
    let director = about.facts.iter().find(|fact| fact.kind.get() == FactKind::Director);
    let places = about.places.iter().map(|place| &corpus.terms(Vocabulary::Places)[place.get().index()]);
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
        <li key={film} class="card film-card" data-id={about.id.as_str()}>
            <Link to={site.to(Page::Film(number, None))} class="card-cover">
                <ThreadMap {film} size={Size::Cover} />
                <h2><cite lang={about.title_language.as_str()}>{ about.title.as_str() }</cite></h2>
            </Link>
            <p class="card-facts">
                { about.year.to_string() }
                if let Some(director) = director { { " · " }{ site.text(&director.value) } }
            </p>
            <p class="card-facts">{ setting.join(", ") }</p>
            <p class="card-premise">{ site.text(&about.premise) }</p>
            <p class="card-figures">{ figures.join(" · ") }</p>
        </li>
    }
}

/// A character: who, in which film, and the mark of what becomes of them.
pub fn character_card(site: &Site, character: u32) -> Html {
    let words = site.messages();
    let number = CharacterId(character);
    let who = &site.corpus.characters[number.index()];
    let roles = who.roles.iter().map(|role| &site.corpus.terms(Vocabulary::Roles)[role.get().index()]);
    let roles: Vec<&str> = roles.map(|role| site.text(&role.name)).collect();
    html! {
        <li key={character} class="card character-card" data-id={who.id.as_str()}>
            <h2>
                <Link to={site.to(Page::Character(number))}>{ capitalized(site.text(&who.name)) }</Link>
            </h2>
            <p class="card-facts">
                { film_link(site, who.film.get().0) }
                if who.group { { " · " }{ words.character.group } }
            </p>
            <p class="card-roles">{ roles.join(", ") }</p>
            { fate_mark(site, character) }
        </li>
    }
}

/// A fate: what becomes of somebody, in a sentence, and of whom.
pub fn fate_card(site: &Site, character: u32) -> Html {
    let number = CharacterId(character);
    let who = &site.corpus.characters[number.index()];
    html! {
        <li key={character} class="card fate-card" data-id={Gallery::Fates.item_id(site.corpus, character)}>
            { fate_line(site, character) }
            <h2 class="fate-of">
                <Link to={site.to(Page::Character(number))}>{ capitalized(site.text(&who.name)) }</Link>
            </h2>
            <p class="card-facts">{ film_link(site, who.film.get().0) }</p>
        </li>
    }
}
