//! The picture of the product: every character a thread through the events of a film, in the order of
//! telling or in that of the story, and how it ends shows the fate. It draws only what the corpus says, and never in another colour
//! than the tokens of the page.
//!
//! Reading order: [`story`] says who takes part in what, `order` who lies beside whom, `place` and `settle`
//! how high each thread runs, [`layout`](mod@layout) makes lines of it; `graph` makes lines of who is what to whom;
//! [`map`] and [`mark`] put them on the page.

mod glyph;
mod graph;
mod label;
pub mod layout;
mod order;
mod pen;
mod place;
mod settle;
mod sheet;
pub mod story;

pub mod map;
pub mod mark;

pub use graph::{graph, relations, tie};
pub use layout::{Layout, layout};
pub use map::{cover, maps};
pub use mark::mark_glyph;
pub use story::Story;

/// How large, and what for, the threads are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Size {
    /// The cover of a film in the gallery: no words, which stand beside it.
    Cover,
    /// The map on the page of a film, from left to right.
    Map,
    /// The same running downwards, for narrow screens.
    Column,
}

#[cfg(test)]
mod tests;
