//! Curated links between films, and the bibliography.

use super::film::{packed_words, words};
use super::{CharacterId, FilmId, Localized, PassageId};
use rkyv::{Archive, Serialize};

/// A curated link between things of different films.
#[derive(Clone, Debug, PartialEq, Archive, Serialize)]
pub struct Parallel {
    /// The id, used in addresses.
    pub id: String,
    /// The row of the source inventory.
    pub key: String,
    /// A short title.
    pub title: Localized,
    /// What is alike.
    pub likeness: Localized,
    /// What must be kept apart.
    pub difference: Localized,
    /// How much it carries.
    pub strength: Strength,
    /// What is compared, with evidence on each side; two or more.
    pub sides: Vec<Side>,
}

/// One side of a parallel.
#[derive(Clone, Debug, Default, PartialEq, Eq, Archive, Serialize)]
pub struct Side {
    /// The film.
    pub film: FilmId,
    /// Whom it concerns.
    pub characters: Vec<CharacterId>,
    /// The evidence, ascending.
    pub passages: Vec<PassageId>,
}

words! {
    /// How much a parallel carries.
    Strength {
        /// Both sides are stated.
        Close = "close",
        /// One side is implied, or the roles differ.
        Good = "good",
        /// Worth a look, not a claim.
        Loose = "loose",
    }
}

packed_words! {
    ArchivedStrength => Strength { Close Good Loose }
}

/// Where a fact was read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Archive, Serialize)]
pub struct Source {
    /// The key that facts cite it by.
    pub id: String,
    /// Its address, without a scheme, where it has one.
    pub address: Option<String>,
    /// What it is.
    pub description: Localized,
}
