//! One page for each kind of view.

mod gallery;
mod film;
mod character;
mod themes;
mod theme;
mod parallels;
mod about;

pub use about::AboutPage;
pub use character::CharacterPage;
pub use film::FilmPage;
pub use gallery::GalleryPage;
pub use parallels::{ParallelPage, ParallelsPage};
pub use theme::ThemePage;
pub use themes::ThemesPage;
