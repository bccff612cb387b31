//! `content-notes.toml` of a film: what a visitor may want to be warned of.

use super::Evidence;
use crate::decode::{Entries, Text, kind, record};

/// Notes by the id of the topic.
pub(crate) type ContentNotes = Entries<kind::ContentNote, ContentNote>;

record! {
    /// Something that a visitor may want to be warned of.
    ContentNote {
        /// The passages where it is.
        passages: Evidence,
        /// What there is of it in this film.
        detail: Text,
    }
}
