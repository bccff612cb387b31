//! The threads of a film on the page: a cover that only decorates, or a map in which every thread is a link to
//! its character. What lights up while one points at something is not its business.

use super::Size;
use super::layout::{Column, Label, Layout, Place, Thread};
use super::mark::{path, pieces};
use super::pen::text;
use crate::components::{Thing, page_link, tied};
use crate::markup::{Element, element};
use crate::site::Site;
use crate::view::{Page, Spot};
use desenlace_core::model::{CharacterId, FilmId};
use desenlace_core::packed::PassageId;

/// The threads of a film as its cover.
pub fn cover(site: &Site, film: FilmId) -> Element {
    let (drawing, hidden) = (site.drawing(film, Size::Cover), site.hides(film));
    let threads = drawing.threads.iter().map(|thread| {
        element("g").set("class", thread_class(thread, hidden)).with_all(lines(thread, Size::Cover, hidden))
    });
    drawn(&drawing)
        .class("threads-cover")
        .class_if(!hidden, "tells")
        .set("aria-hidden", "true")
        .set("focusable", "false")
        .with_all(threads)
}

/// The threads of a film as a map, and as one that runs downwards: the style sheet shows the one that the screen
/// has room for.
pub fn maps(site: &Site, film: FilmId) -> impl Iterator<Item = Element> {
    [Size::Map, Size::Column].into_iter().filter_map(move |size| map(site, film, size))
}

/// A drawing with its links. A narrow window scrolls it sideways rather than making its words too small.
fn map(site: &Site, film: FilmId, size: Size) -> Option<Element> {
    let drawing = site.drawing(film, size);
    let (frame, class) = match size {
        Size::Column => ("threads-narrow", "threads-column"),
        _ => ("threads-wide", "threads-map"),
    };
    if drawing.threads.is_empty() {
        return None;
    }
    let events = drawing.columns.iter().map(|column| event(site, film, column));
    let threads = drawing.threads.iter().map(|thread| thread_link(site, thread, size, site.hides(film)));
    // Once more above all lines: no thread runs through the words of another.
    let words = unheard("labels");
    let words = drawing.threads.iter().fold(words, |words, thread| labelled(words, thread, site.hides(film)));
    let meetings = drawing.columns.iter().filter_map(|column| meeting(site, film, column));
    let map = drawn(&drawing)
        .class(class)
        .class_if(!site.hides(film), "tells")
        // An em of the drawing is its natural width, which the style sheet needs; a style attribute is forbidden.
        .set("font-size", text(drawing.width))
        .with(unheard("events").with_all(events))
        .with_all(threads)
        .with(unheard("meetings").with_all(meetings))
        .with(words);
    // Where it scrolls, keys must reach it.
    let frame = element("div").class("threads-frame").class(frame).set("tabindex", "0").set("role", "group");
    Some(frame.set("aria-label", site.messages().threads.title).with(map))
}

/// The picture, still empty.
pub(super) fn drawn(drawing: &Layout) -> Element {
    let view_box = ["0 0 ", &text(drawing.width), " ", &text(drawing.height)].concat();
    element("svg").class("threads").set("viewBox", view_box)
}

/// A part of a map that the page has in words as well.
fn unheard(class: &'static str) -> Element {
    element("g").class(class).set("aria-hidden", "true")
}

/// A thread as a link to its character, called by the words on it.
pub(super) fn thread_link(site: &Site, thread: &Thread, size: Size, hidden: bool) -> Element {
    let character = CharacterId(thread.character);
    let film = site.corpus.characters[character.index()].film.get();
    let link = page_link(site, Page::Character(character))
        .with(path("hit", thread.path.clone()))
        .with_all(lines(thread, size, hidden))
        .with((!thread.loose.is_empty()).then(|| path("loose", thread.loose.clone())));
    tied(site, film, Thing::Character(character), element("g"))
        .set("class", thread_class(thread, hidden))
        .set("data-character", site.corpus.characters[character.index()].id.as_str())
        .with(labelled(link, thread, hidden))
}

/// The line of a thread and its mark, where that may be shown.
fn lines(thread: &Thread, size: Size, hidden: bool) -> [Element; 3] {
    let turn = match size {
        Size::Cover => " scale(.7)",
        Size::Map => "",
        Size::Column => " rotate(90)",
    };
    let place = ["translate(", &point(thread.end), ")", turn].concat();
    [
        path("halo", thread.path.clone()),
        path("line", thread.path.clone()),
        element("g").set("transform", place).with_all(pieces(thread.mark, thread.hollow).filter(|_| !hidden)),
    ]
}

/// Adds the name of a thread, and the words of its end where they may be shown.
fn labelled(element: Element, thread: &Thread, hidden: bool) -> Element {
    element
        .with(thread.name.as_ref().map(|name| label("thread-name", name)))
        .with(" ")
        .with(thread.words.as_ref().filter(|_| !hidden).map(|words| label("thread-words", words)))
}

/// Words, line by line. The space that parts two lines for the ear stands where it moves neither.
fn label(class: &'static str, label: &Label) -> Element {
    let last = label.lines.len() - 1;
    let lines = label.lines.iter().enumerate().map(|(at, (place, words))| {
        let before = if at > 0 && label.ends_there { " " } else { "" };
        let behind = if at < last && !label.ends_there { " " } else { "" };
        let line = element("tspan").set("x", text(place.x)).set("y", text(place.y));
        line.with([before, words, behind].concat())
    });
    element("text").class(class).class_if(label.ends_there, "ends").with_all(lines)
}

/// The line of an event with its number, which leads to the passage; what joins it to the event before, where their
/// order in the story is known.
fn event(site: &Site, film: FilmId, column: &Column) -> Element {
    let number = element("text")
        .class("event-number")
        .set("x", text(column.number.x))
        .set("y", text(column.number.y))
        .with(column.told.to_string());
    let link = event_link(site, film, column, [number]);
    event_group(site, film, column)
        .with(path("event-line", line(column.line)))
        .with(column.rail.map(|rail| path("rail", line(rail))))
        .with(link)
}

/// What holds together those who meet, over the threads; nothing where nobody does.
fn meeting(site: &Site, film: FilmId, column: &Column) -> Option<Element> {
    let line = line(column.meeting?);
    let clasp = [path("clasp", line.clone()), path("clasp-inside", line)];
    let link = event_link(site, film, column, clasp);
    Some(event_group(site, film, column).with(link))
}

/// A part of the picture of an event.
fn event_group(site: &Site, film: FilmId, column: &Column) -> Element {
    let class = if column.out_of_order { "event out-of-order" } else { "event" };
    tied(site, film, Thing::Event(column.event), element("g")).class(class)
}

/// A link to the passage of an event, which says what happens. The page has the same in words, so this is for
/// pointers only.
fn event_link<const N: usize>(site: &Site, film: FilmId, column: &Column, drawn: [Element; N]) -> Element {
    let event = &site.corpus.events[column.event.index()];
    let passage = event.passages.first().map(PassageId::get);
    let title = (!site.hides(film)).then(|| element("title").with(site.text(&event.summary)));
    page_link(site, Page::Film(film, passage.map(Spot::Passage)))
        .set("tabindex", "-1")
        .with_all(drawn)
        .with(" ")
        .with(title)
}

fn thread_class(thread: &Thread, hidden: bool) -> String {
    let group = if hidden { "veiled" } else { thread.group() };
    let weight = [" weight-0", " weight-1", " weight-2"][usize::from(thread.weight.min(2))];
    let tint = ["", " tint-1", " tint-2"][usize::from(thread.tint.min(2))];
    ["thread ", group, weight, tint].concat()
}

/// The data of a straight line.
fn line((from, to): (Place, Place)) -> String {
    ["M", &point(from), "L", &point(to)].concat()
}

pub(super) fn point(place: Place) -> String {
    [&*text(place.x), " ", &text(place.y)].concat()
}
