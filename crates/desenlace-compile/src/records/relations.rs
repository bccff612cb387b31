//! `relations.toml`: who is what to whom.

use super::Evidence;
use crate::decode::{At, Ref, kind, record};
use desenlace_core::model::Certainty;

record! {
    /// What the characters of a film are to each other.
    Relations {
        /// What one character is to another.
        relation: Vec<Relation>,
    }
}

record! {
    /// What one character is to another, in the direction of the kind's name.
    Relation {
        /// Who, the id of a character.
        from: Ref<kind::Character>,
        /// What, an id of vocabularies/relation-kinds.toml.
        kind: Ref<kind::RelationKind>,
        /// To whom, the id of a character.
        to: Ref<kind::Character>,
        /// For whom: only where somebody “mistakes” one for another, the id of a character.
        r#as: Option<Ref<kind::Character>>,
        /// How sure the source is; left out where it is stated.
        certainty: Option<At<Certainty>>,
        /// The passages that say so.
        passages: Evidence,
    }
}
