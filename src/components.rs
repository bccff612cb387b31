//! The parts that pages are made of, from the frame down to a single mark.

mod header;
mod footer;
mod notices;
mod link;

mod search_box;
mod facet_panel;
mod facet_group;
mod chips;
mod cards;

mod fate_mark;
mod evidence;
mod passage;
mod sources;

pub use cards::{CharacterCard, FateCard, FilmCard};
pub use chips::{Chips, Headline};
pub use evidence::{Evidence, EvidenceProps, ThemeLinks, ThemeLinksProps};
pub use facet_group::FacetGroup;
pub use facet_panel::FacetPanel;
pub use fate_mark::{FateLine, FateMark};
pub use footer::Footer;
pub use header::Header;
pub use link::{CharacterLink, FilmLink, Link, ThemeLink};
pub use notices::Notices;
pub use passage::{PassageBlock, Prose};
pub use search_box::SearchBox;
pub use sources::{Sources, SourcesProps};
