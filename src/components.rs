//! The parts that pages are made of, from the frame down to a single mark.
//!
//! What has a state of its own is a component; everything else is a function from the [`Site`](crate::site::Site)
//! to `Html`, because a component adds about 3 kB to the Wasm whatever it draws.

mod footer;
mod header;
mod link;
mod notices;

mod cards;
mod chips;
mod facet_group;
mod facet_panel;
mod search_box;

mod evidence;
mod fate_mark;
mod passage;
mod sources;

pub use cards::{character_card, fate_card, film_card};
pub use chips::{chips, headline};
pub use evidence::{evidence, merged_evidence, theme_links};
pub use facet_group::FacetGroup;
pub use facet_panel::FacetPanel;
pub use fate_mark::{fate_line, fate_mark};
pub use footer::footer;
pub use header::header;
pub use link::{Link, character_link, character_link_as, film_link, theme_link, theme_link_as};
pub use notices::notices;
pub use passage::passage_block;
pub use search_box::SearchBox;
pub use sources::sources;
