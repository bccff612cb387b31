//! The graph on the page: everybody as the end of a thread, with its mark and words, and the arcs between them. What
//! stands on the arcs only as a number is said in the table beside it.

use super::{GAP, tie};
use crate::browser::pointing::{THING, TIES};
use crate::markup::{Element, element};
use crate::site::Site;
use crate::threads::Size;
use crate::threads::layout::{Arc, Layout};
use crate::threads::map::{drawn, point, thread_link};
use crate::threads::mark::path;
use crate::threads::pen::text;

/// The relations of a film as a picture.
pub fn graph(site: &Site, drawing: &Layout) -> Element {
    let people = drawing.threads.iter().enumerate().map(|(row, thread)| {
        let mut ties = String::new();
        for (at, arc) in drawing.arcs.iter().enumerate() {
            if arc.ends.contains(&row) {
                ties.extend([&*tie(at), " "]);
            }
        }
        thread_link(site, thread, Size::Map, false).set(TIES, ties)
    });
    drawn(drawing)
        .class("graph")
        // An em of the drawing is its natural width, as that of the maps is.
        .set("font-size", text(drawing.width))
        .set("role", "group")
        .set("aria-label", site.messages().graph.title)
        .with_all(drawing.arcs.iter().enumerate().map(|(at, each)| arc(at, each)))
        .with_all(people)
}

/// What binds two: the line, the arrows on it, the numbers of the relations.
fn arc(at: usize, arc: &Arc) -> Element {
    let spot = ["M", &point(arc.spot)].concat();
    let mut arrows = String::new();
    for (there, arrow) in arc.arrows.iter().zip(["m-4 -1l4 -6l4 6", "m-4 1l4 6l4 -6"]) {
        if *there {
            arrows.extend([&*spot, arrow]);
        }
    }
    let numbers = element("text")
        .class("event-number")
        .set("x", text(arc.spot.x + GAP))
        .set("y", text(arc.spot.y + 40))
        .with(arc.numbers.clone());
    element("g")
        .class("arc")
        .class_if(arrows.is_empty(), "is-mutual")
        .class_if(arc.implied, "is-implied")
        .set("aria-hidden", "true")
        .set(THING, tie(at))
        .set(TIES, tie(at))
        .with(path("hit", arc.path.clone()))
        .with(path("line", arc.path.clone()))
        .with(path("arrow", arrows))
        .with(numbers)
}
