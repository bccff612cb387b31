//! A film: its threads, its story passage by passage, its people and what becomes of them, its themes, and
//! what is known about it from outside, with the sources.

mod facts;
mod relations;
mod threads;
mod ties;

use crate::components::{
    Thing, character_link_as, compare_link, fate_account, fate_mark, film_veil, gate, link, other_name,
    page_link, parallel_link, passages, tied,
};
use crate::head::capitalized;
use crate::markup::{Element, element, section};
use crate::messages::{fill, messages};
use crate::site::Site;
use crate::state::Act;
use crate::view::{FilmPart, Page, Spot, View};
use desenlace_core::cross_reference::{cast_of, parallels_with_film};
use desenlace_core::facet::{Facet, Gallery};
use desenlace_core::fold::fold;
use desenlace_core::model::{FilmId, Language, Vocabulary};
use desenlace_core::packed::Film;

/// A film.
pub fn film_page(site: &Site, number: FilmId) -> Element {
    let words = &site.messages().film;
    let film = &site.corpus.films.at(number.index());
    let cast = section(FilmPart::Cast.id(), words.cast)
        .with(cast(site, number, false))
        .with(element("h3").with(words.groups_title))
        .with(cast(site, number, true));
    let side = element("div").class("film-side").with(cast).with(ties::themes(site, number, film));
    element("article")
        .class("film")
        .with(head(site, film).with(parts(site, number)))
        .with(ties::content_notes(site, number, film))
        .with(element("div").with(film_veil(site, number)))
        .with(threads::threads(site, number))
        .with(element("div").class("film-columns").with(story(site, number, film)).with(side))
        .with(
            element("div").with((!site.hides(number)).then(|| relations::relations(site, number)).flatten()),
        )
        .with(element("div").with((!site.hides(number)).then(|| parallels(site, number))))
        .with(facts::facts(site, number, film))
        .with(element("div").class("subtitle").set("role", "status"))
}

/// The title; under it the title in the language of the page, the year, the countries; the premise.
fn head(site: &Site, film: &Film<'static>) -> Element {
    let title = element("cite").set("lang", film.title_language).with(film.title);
    let own = film
        .alternative_titles
        .iter()
        .find(|title| title.language == site.language().tag() && letters(title.text) != letters(film.title))
        .map(|title| title.text.to_owned());
    let countries: Vec<&str> =
        film.countries.iter().map(|country| site.term_name(Vocabulary::Countries, country)).collect();
    let facts = own.into_iter().chain([film.year.to_string(), countries.join(", ")]);
    element("header")
        .class("page-head")
        .with(crate::markup::title().with(title))
        .with(element("p").class("page-facts").joined(" · ", facts))
        .with(element("p").class("lead").with(site.text(film.premise)))
}

/// The ways to the parts of the page, each by its heading.
fn parts(site: &Site, film: FilmId) -> Element {
    let words = site.messages();
    let told = !site.hides(film);
    let links = FilmPart::ALL.into_iter().filter_map(|part| {
        let (heading, is_there) = match part {
            FilmPart::Threads => (words.threads.title, true),
            FilmPart::Story => (words.film.story, true),
            FilmPart::Cast => (words.film.cast, true),
            FilmPart::Themes => (words.film.themes, true),
            FilmPart::Relations => (words.graph.title, told && !site.graph(film).arcs.is_empty()),
            FilmPart::Parallels => (words.film.parallels, told),
            FilmPart::Facts => (words.film.facts, true),
        };
        let link = page_link(site, Page::Film(film, Some(Spot::Part(part))));
        is_there.then(|| element("li").key(part.id()).with(link.with(heading)))
    });
    element("nav")
        .class("parts-of-page")
        .set("aria-label", words.film.parts)
        .with(element("ul").with_all(links))
}

/// A title without what editions spell in different ways: capitals, accents, hyphens.
fn letters(title: &str) -> String {
    fold(title).replace(['-', ' '], "")
}

/// The characters or the groups of a film, each with what becomes of them.
fn cast(site: &Site, film: FilmId, groups: bool) -> Element {
    let heading = if groups { "h4" } else { "h3" };
    let members = cast_of(site.corpus, film).filter(|(_, character, _)| character.group == groups);
    let items = members.map(|(number, character, _)| {
        let name = character_link_as(site, number.0, capitalized(site.text(&character.name)));
        tied(site, film, Thing::Character(number), element("li"))
            .with(element(heading).with(name))
            .with(other_name(site, number.0))
            .with(fate_mark(site, number.0))
            .with(fate_account(site, number.0))
    });
    element("ul").class("cast").with_all(items)
}

/// The story, and the choice of a second language to read beside it.
fn story(site: &Site, number: FilmId, film: &Film<'static>) -> Element {
    let words = &site.messages().film;
    let beside = site.state.handling.beside.filter(|language| *language != site.language());
    let others = Language::ALL.into_iter().filter(|language| *language != site.language());
    let options = others.map(|language| {
        element("option")
            .set("value", language.tag())
            .set("lang", language.tag())
            .flag(beside == Some(language), "selected")
            .with(messages(language).site.language)
    });
    let none = element("option").set("value", "").flag(beside.is_none(), "selected");
    let select = element("select")
        .on_change(site.typing(|tag| Act::ReadBeside(Language::from_tag(&tag))))
        .with(none.with(words.none_beside))
        .with_all(options);
    let label = element("label").with(words.other_language).with(" ").with(select);
    let origin = fill(words.based_on_synopsis, "count", &film.synopsis.sentences.to_string());
    let origin = fill(&origin, "licence", film.synopsis.licence);
    let story = section(FilmPart::Story.id(), words.story).class("story");
    if site.hides(number) {
        return story.with(gate(site, number));
    }
    story
        .with(element("p").class("story-beside").with(label))
        .with_all(passages(site, number, beside, |_| true))
        .with(element("p").class("hint").with(origin))
}

/// The parallels of a film, and where else its people can be seen.
fn parallels(site: &Site, film: FilmId) -> Element {
    let words = site.messages();
    let items = parallels_with_film(site.corpus, film)
        .map(|(number, _)| element("li").with(parallel_link(site, number)));
    let characters = View::filtered(site.language(), Gallery::Characters, Facet::Film, film.0);
    section(FilmPart::Parallels.id(), words.film.parallels)
        .class("film-parallels tells")
        .with(element("ul").class("plain-list").with_all(items))
        .with(element("p").with(link(site, characters).with(words.film.show_characters)))
        .with(element("p").with(compare_link(site, film).with(words.compare.link)))
}
