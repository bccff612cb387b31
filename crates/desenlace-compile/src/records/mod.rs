//! What stands in each kind of TOML file, record by record. `corpus/README.md` teaches the same by example.

pub(crate) mod characters;
pub(crate) mod content_notes;
pub(crate) mod events;
pub(crate) mod fates;
pub(crate) mod film;
pub(crate) mod parallels;
pub(crate) mod passages;
pub(crate) mod relations;
pub(crate) mod sources;
pub(crate) mod themes;
pub(crate) mod vocabulary;

use crate::decode::{Filled, Ref, kind, record, words};
use desenlace_core::model::{Certainty, FactKind, Order, Part, Strength, Weight};

/// The passages that a claim rests on; at least one.
pub(crate) type Evidence = Filled<Ref<kind::Passage>>;

/// The sources that a fact was read in; at least one.
pub(crate) type Citations = Filled<Ref<kind::Source>>;

record! {
    /// A theme of a character or of a fate, with evidence.
    ThemeEvidence {
        /// The theme, an id of vocabularies/themes.toml.
        theme: Ref<kind::Theme>,
        /// The passages that show it.
        passages: Evidence,
    }
}

words!(Certainty, FactKind, Order, Part, Strength, Weight);
