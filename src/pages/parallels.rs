//! Parallels between films: the list, and a page for each with both sides' passages next to each other.

use super::page_head;
use crate::components::{
    character_link, film_link, gate, page_link, parallel_link, passages, titled, veil_note,
};
use crate::head::hides_parallel;
use crate::markup::{Element, element, entry, title};
use crate::messages::Messages;
use crate::site::Site;
use crate::view::{Compared, Page};
use desenlace_core::model::{FilmId, Strength};
use desenlace_core::packed::Side;

/// The list of the parallels.
pub fn parallels_page(site: &Site) -> Element {
    let words = &site.messages().parallel;
    let compare = page_link(site, Page::Compare(Compared::default())).with(site.messages().compare.title);
    let items = (0..).zip(site.corpus.parallels.iter()).map(|(number, parallel)| {
        let told = !hides_parallel(&site.view().query.veil, parallel);
        let films = parallel.sides.iter().map(|side| film_link(site, side.film.get().0));
        element("li")
            .with(element("h2").with(parallel_link(site, number)))
            .with(told.then(|| {
                element("p").class("tells").with_all(titled(site, parallel, site.text(&parallel.likeness)))
            }))
            .with(told.then(|| element("p").class("card-facts").joined(" · ", films)))
    });
    element("article")
        .class("parallels")
        .with(page_head(words.overview, words.overview_hint).with(element("p").with(compare)))
        .with(element("div").with(veil_note(site, site.messages().veil.gate)))
        .with(element("ul").class("parallel-list").with_all(items))
}

/// A parallel.
pub fn parallel_page(site: &Site, number: u32) -> Element {
    let page = element("article").class("parallel");
    let Some(parallel) = site.corpus.parallels.get(number as usize) else { return page };
    let words = site.messages();
    let all = page_link(site, Page::Parallels).with(words.site.parallels);
    if hides_parallel(&site.view().query.veil, parallel) {
        let mut films: Vec<FilmId> = parallel.sides.iter().map(|side| side.film.get()).collect();
        films.dedup();
        let gates = films.into_iter().filter(|film| site.hides(*film)).map(|film| {
            element("div").with(element("h2").with(film_link(site, film.0))).with(gate(site, film))
        });
        let head = element("header")
            .class("page-head")
            .with(element("p").class("page-kind").with(all))
            .with(title().with(parallel_link(site, number)));
        return page.with(head).with(element("div").class("gates").with_all(gates));
    }
    let said = |name, text| entry(name).with(element("dd").with_all(titled(site, parallel, site.text(text))));
    let identity = element("dl")
        .class("identity tells")
        .with(said(words.parallel.likeness, &parallel.likeness))
        .with(said(words.parallel.difference, &parallel.difference))
        .with(entry(words.parallel.strength).told(strength(words, parallel.strength.get())));
    let head = element("header")
        .class("page-head")
        .with(element("p").class("page-kind").with(all))
        .with(title().with(site.text(&parallel.title)))
        .with(identity);
    let sides = parallel.sides.iter().map(|each| side(site, each));
    page.with(head).with(element("div").class("parallel-sides").with_all(sides))
}

/// One film's side of a parallel.
fn side(site: &Site, side: &'static Side) -> Element {
    let film = side.film.get();
    let characters = side.characters.iter().map(|character| character_link(site, character.get().0));
    let wanted = |number| side.passages.iter().any(|passage| passage.get() == number);
    element("section")
        .with(element("h2").with(film_link(site, film.0)))
        .with(element("p").class("card-facts").joined(", ", characters))
        .with_all(passages(site, film, None, wanted))
}

/// The word for a strength.
fn strength(words: &Messages, strength: Strength) -> &'static str {
    match strength {
        Strength::Close => words.parallel.close,
        Strength::Good => words.parallel.good,
        Strength::Loose => words.parallel.loose,
    }
}
