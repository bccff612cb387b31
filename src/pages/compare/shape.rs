//! The shapes of several tellings laid over each other: from left to right the order of telling, from top to
//! bottom the order of the story, every film to the same size. The story is ordered only in part, so a film is a
//! band, as high at each event as the source leaves its place open; it breaks where the telling leaps. A table
//! says the same.

use crate::components::{event_table, film_link, gate};
use crate::markup::{Element, element, section};
use crate::messages::fill;
use crate::site::Site;
use desenlace_core::cross_reference::{StoryOrder, StoryPlace};
use desenlace_core::model::{EventId, FilmId, Order};

/// The sides of the drawing, in its own units.
const SIDE: usize = 1000;

/// What tells the bands apart, besides their names.
const BANDS: [&str; 3] = ["band band-0", "band band-1", "band band-2"];

/// The bands with their key, and the tables.
pub(super) fn shape(site: &Site, films: &[FilmId]) -> Element {
    let words = &site.messages().compare;
    let orders: Vec<_> = films.iter().map(|film| (*film, StoryOrder::of(site.corpus, *film))).collect();
    let bands = orders
        .iter()
        .zip(BANDS)
        .map(|((_, order), class)| element("path").set("class", class).set("d", band(site, &order.places())));
    let drawing = element("svg")
        .class("shape")
        .set("viewBox", "-4 -4 1008 1008")
        .set("aria-hidden", "true")
        .set("focusable", "false")
        .with_all(bands);
    let films = orders.iter().zip(BANDS).map(|((film, order), class)| of_film(site, *film, order, class));
    section("shape", words.shape)
        .with(element("p").class("hint").with(words.shape_hint))
        .with(element("div").class("shape-columns").with(drawing).with(element("div").with_all(films)))
}

/// Closed lines around what the source leaves open: the earliest places from left to right, and the latest back.
/// A new one begins wherever the telling leaps, or begins or ends to go back.
fn band(site: &Site, places: &[StoryPlace]) -> String {
    let at = |place: usize| (place * SIDE / places.len().max(1)).to_string();
    let is_told = |place: &StoryPlace| site.corpus.events[place.event.index()].order.get() == Order::Told;
    let goes_on = |one: &StoryPlace, next: &StoryPlace| {
        is_told(one) == is_told(next) && one.earliest <= next.latest + 1 && next.earliest <= one.latest + 1
    };
    let (mut line, mut first) = (String::new(), 0);
    for piece in places.chunk_by(goes_on) {
        line.extend(["M", &at(first), " "]);
        for (told, place) in (first..).zip(piece) {
            let begin = if told == first { "" } else { "V" };
            line.extend([begin, &at(place.earliest as usize), "H", &at(told + 1)]);
        }
        for (told, place) in (first..first + piece.len()).zip(piece).rev() {
            line.extend(["V", &at(place.latest as usize + 1), "H", &at(told)]);
        }
        line.push('Z');
        first += piece.len();
    }
    line
}

/// The key of a film: how its band is drawn, how many events are told elsewhere than they happen, and all of them
/// as a table.
fn of_film(site: &Site, film: FilmId, order: &StoryOrder, class: &'static str) -> Element {
    let words = &site.messages().compare;
    let told = order.told();
    let is_moved = |event: &&EventId| site.corpus.events[event.index()].order.get() != Order::Told;
    let moved = told.iter().filter(is_moved).count();
    let text = fill(words.out_of_place, "count", &moved.to_string());
    let text = fill(&text, "total", &told.len().to_string());
    let sample = element("svg")
        .class("shape-sample")
        .set("viewBox", "0 0 40 24")
        .set("aria-hidden", "true")
        .set("focusable", "false")
        .with(element("path").set("class", class).set("d", "M2 4H38V20H2Z"));
    let table = event_table(site, order, (0..told.len()).collect());
    let details = if site.hides(film) {
        gate(site, film)
    } else {
        element("details").class("tells").with(element("summary").with(text)).with(table)
    };
    element("div")
        .class("shape-film")
        .with(element("p").with(sample).with(film_link(site, film.0)))
        .with(details)
}
