//! `parallels.toml`: curated links between films.

use super::Evidence;
use crate::decode::{At, Entries, Ref, Text, kind, record};
use desenlace_core::model::Strength;

/// Parallels by id.
pub(crate) type Parallels = Entries<kind::Parallel, Parallel>;

record! {
    /// A curated link between things of different films.
    Parallel {
        /// The row of the source inventory.
        key: String,
        /// A short title.
        title: Text,
        /// What is alike.
        likeness: Text,
        /// What must be kept apart.
        difference: Text,
        /// How much it carries.
        strength: At<Strength>,
        /// What is compared; two sides or more.
        side: Vec<Side>,
    }
}

record! {
    /// One side of a parallel.
    Side {
        /// The film.
        film: Ref<kind::Film>,
        /// Whom it concerns, ids of characters of that film.
        characters: Vec<Ref<kind::Character>>,
        /// The passages of that film that say so.
        passages: Evidence,
    }
}
