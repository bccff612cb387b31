//! One page for each kind of view.

mod about;
mod character;
mod compare;
mod film;
mod gallery;
mod parallels;
mod questions;
mod theme;
mod themes;

pub use about::about_page;
pub use character::character_page;
pub use compare::compare_page;
pub use film::film_page;
pub use gallery::gallery_page;
pub use parallels::{parallel_page, parallels_page};
pub use questions::questions_page;
pub use theme::theme_page;
pub use themes::themes_page;

use crate::markup::{Element, element, title};

/// The head of a page: its name, and what it is about in a sentence.
fn page_head(name: impl crate::markup::Part, lead: &'static str) -> Element {
    element("header").class("page-head").with(title().with(name)).with(element("p").class("lead").with(lead))
}
