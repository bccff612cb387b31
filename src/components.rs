//! The parts that pages are made of, from the frame down to a single mark: functions from the
//! [`Site`](crate::site::Site) to an [`Element`](crate::markup::Element).

mod footer;
mod header;
mod link;
mod notices;

mod cards;
mod chips;
mod excerpt;
mod explanation;
mod facet_group;
mod facet_panel;
mod help;
mod instead;
mod search_box;
mod suggestions;
mod tools;

mod evidence;
mod fate_mark;
mod passage;
mod relation;
mod sources;
mod table;
mod take_along;
mod ties;
mod veil;

pub use cards::{character_card, fate_card, film_card};
pub use chips::{chips, headline};
pub use evidence::{claim_evidence, evidence, film_evidence, merged_evidence, theme_links};
pub use explanation::reasons;
pub use facet_panel::facet_panel;
pub use fate_mark::{fate_account, fate_mark};
pub use footer::footer;
pub use header::header;
pub use help::{KEYS, KEYS_BOX, SHEET as HELP};
pub use instead::{instead, near_words};
pub use link::{
    character_link, character_link_as, compare_link, film_link, link, other_name, page_link, parallel_link,
    theme_link, theme_link_as, titled,
};
pub use notices::{facet_name, notices};
pub use passage::passages;
pub use relation::{relation_item, relation_text};
pub use search_box::search_box;
pub use sources::sources;
pub use suggestions::option_id;
pub use table::{column_head, event_table, row_head, table, table_cell, table_part, table_row};
pub use take_along::{quote_button, take_along};
pub use ties::{Thing, tied};
pub use tools::tools;
pub use veil::{film_veil, gate, hidden_fate, veil_note, veil_switch};
