//! One page for each kind of view.

mod about;
mod character;
mod film;
mod gallery;
mod parallels;
mod theme;
mod themes;

pub use about::about_page;
pub use character::character_page;
pub use film::film_page;
pub use gallery::GalleryPage;
pub use parallels::{parallel_page, parallels_page};
pub use theme::theme_page;
pub use themes::themes_page;
