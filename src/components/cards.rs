//! The items of the three galleries, with the words that were asked for marked in them.

use super::excerpt::with_hits;
use super::fate_mark::fate_account_with;
use super::{compare_link, fate_mark, film_link, film_veil, page_link};
use crate::head::capitalized;
use crate::markup::{Element, element};
use crate::site::Site;
use crate::threads::cover;
use crate::view::Page;
use desenlace_core::cross_reference::{cast_of, is_within};
use desenlace_core::facet::{Facet, Gallery};
use desenlace_core::model::{Certainty, CharacterId, FactKind, FilmId, TermId, Vocabulary};
use desenlace_core::search::Terms;

/// A film: its threads as a cover, its title, when and where, how many people and how they end.
pub fn film_card(site: &Site, terms: &Terms, film: u32) -> Element {
    let number = FilmId(film);
    let about = site.corpus.films.at(number.index());
    let title = element("cite").set("lang", about.title_language).with(with_hits(terms, about.title));
    let cover = page_link(site, Page::Film(number, None))
        .class("card-cover")
        .with(cover(site, number))
        .with(element("h2").with(title));
    let director = about.facts.iter().find(|fact| fact.kind == FactKind::Director);
    let year = about.year.to_string();
    let facts = element("p").class("card-facts").joined(
        " · ",
        [Some(year), director.map(|director| site.text(director.value).to_owned())].into_iter().flatten(),
    );
    let compare = site.messages().compare.title;
    let setting = about.places.iter().map(|place| site.term_name(Vocabulary::Places, place));
    card(about.id, "film-card")
        .key(film)
        .with(cover)
        .with(facts)
        .with(element("p").class("card-facts").joined(", ", setting))
        .with(element("p").class("card-premise").with(with_hits(terms, site.text(about.premise))))
        .with(
            element("p")
                .class("card-figures")
                .with(compare_link(site, number).class("card-compare").with(compare))
                .with(
                    element("span")
                        .class_if(!site.hides(number), "tells")
                        .joined("\u{a0}· ", figures(site, number)),
                ),
        )
        .with(film_veil(site, number))
}

/// A character: who, in which film, and the mark of what becomes of them.
pub fn character_card(site: &Site, terms: &Terms, character: u32) -> Element {
    let who = &site.corpus.characters[character as usize];
    let roles = who.roles.iter().map(|role| site.term_name(Vocabulary::Roles, role.get()));
    let facts = element("p").class("card-facts").with(film_link(site, who.film.get().0));
    let group = [" · ", site.messages().character.group].concat();
    let told = !site.hides(who.film.get());
    card(who.id.as_str(), "character-card")
        .key(character)
        .with(element("h2").with(heading_link(site, terms, character)))
        .with(facts.with(who.group.then_some(group)))
        .with(told.then(|| element("p").class("card-roles tells").joined(", ", roles)))
        .with(fate_mark(site, character))
}

/// A fate: what becomes of somebody, in a sentence, and of whom.
pub fn fate_card(site: &Site, terms: &Terms, character: u32) -> Element {
    let who = &site.corpus.characters[character as usize];
    card(Gallery::Fates.item_id(site.corpus, character), "fate-card")
        .key(character)
        .with(fate_mark(site, character))
        .with(fate_account_with(site, terms, character))
        .with(element("h2").class("fate-of").with(heading_link(site, terms, character)))
        .with(element("p").class("card-facts").with(film_link(site, who.film.get().0)))
}

fn card(id: &'static str, class: &'static str) -> Element {
    element("li").class("card").class(class).set("data-id", id)
}

fn heading_link(site: &Site, terms: &Terms, character: u32) -> Element {
    let name = site.text(&site.corpus.characters[character as usize].name);
    page_link(site, Page::Character(CharacterId(character))).with(with_hits(terms, &capitalized(name)))
}

/// How many people are in a film, and how many of them die, where that may be told. A figure is never torn from what it counts.
fn figures(site: &Site, film: FilmId) -> impl Iterator<Item = String> + use<> {
    let corpus = site.corpus;
    let dies = Facet::Outcome.value(corpus, "dies").map(TermId);
    let (mut people, mut deaths, mut implied) = (0, 0, 0);
    for (_, _, fate) in cast_of(corpus, film).filter(|(_, character, _)| !character.group) {
        people += 1;
        if site.hides(film) {
            continue;
        }
        let died = dies.is_some_and(|dies| is_within(corpus, Vocabulary::Outcomes, fate.outcome.get(), dies));
        match fate.certainty.get() {
            Certainty::Stated if died => deaths += 1,
            Certainty::Implied if died => implied += 1,
            _ => {}
        }
    }
    let words = &site.messages().film;
    let figures = [(people, &words.people), (deaths, &words.deaths), (implied, &words.deaths_implied)];
    figures
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, words)| words.count(count).replace(' ', "\u{a0}"))
}
