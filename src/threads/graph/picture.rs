//! The graph on the page: everybody as the end of a thread, with its mark and words, and the arcs between them. What
//! they are to each other is said in the table beside it, and where one points.

use super::tie;
use crate::markup::{Element, element};
use crate::site::Site;
use crate::threads::Size;
use crate::threads::layout::{Arc, Layout};
use crate::threads::map::{drawn, point, thread_link};
use crate::threads::mark::path;
use crate::threads::pen::text;
use desenlace_core::model::Vocabulary;

/// The relations of a film as a picture.
pub fn graph(site: &Site, drawing: &Layout) -> Element {
    let people = drawing.threads.iter().enumerate().map(|(row, thread)| {
        let mut ties = String::new();
        for (at, arc) in drawing.arcs.iter().enumerate() {
            if arc.ends.contains(&row) {
                ties.extend([&*tie(at), " "]);
            }
        }
        thread_link(site, thread, Size::Map, false).set("data-ties", ties)
    });
    drawn(drawing)
        .class("graph")
        // An em of the drawing is its natural width, as that of the maps is.
        .set("font-size", text(drawing.width))
        .set("role", "group")
        .set("aria-label", site.messages().graph.title)
        .with_all(drawing.arcs.iter().enumerate().map(|(at, each)| arc(site, at, each)))
        .with_all(people)
}

/// What binds two: the line, the arrows on it, and its kinds as a tooltip.
fn arc(site: &Site, at: usize, arc: &Arc) -> Element {
    let mut arrows = String::new();
    for (there, arrow) in arc.arrows.iter().zip(["m-4 -4l4 -6l4 6", "m-4 4l4 6l4 -6"]) {
        if *there {
            arrows.extend(["M", &point(arc.spot), arrow]);
        }
    }
    let kinds = arc.relations.iter().map(|relation| {
        let kind = site.corpus.relations[*relation].kind.get();
        site.term_name(Vocabulary::RelationKinds, kind)
    });
    element("g")
        .class("arc")
        .class_if(arrows.is_empty(), "is-mutual")
        .class_if(arc.implied, "is-implied")
        .set("aria-hidden", "true")
        .set("data-thing", tie(at))
        .set("data-ties", tie(at))
        .with(element("title").joined(", ", kinds))
        .with(path("hit", arc.path.clone()))
        .with(path("line", arc.path.clone()))
        .with(path("arrow", arrows))
}
