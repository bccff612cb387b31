//! The vocabularies and the bibliography.

use crate::export::value::{PerLanguage, exported};
use desenlace_core::model::{Localized, Mark};

exported! {
    /// The controlled vocabularies.
    Vocabularies {
        /// What a story is about.
        themes: Vec<Term>,
        /// What becomes of somebody.
        outcomes: Vec<Term>,
        /// The states on the way there.
        conditions: Vec<Term>,
        /// What brings an outcome about.
        causes: Vec<Term>,
        /// What somebody is or does.
        roles: Vec<Term>,
        /// What two characters are to each other.
        relation_kinds: Vec<Term>,
        /// What a visitor may want to be warned of.
        content_notes: Vec<Term>,
        /// Where things happen; broader places contain narrower ones.
        places: Vec<Term>,
        /// Countries of production.
        countries: Vec<Term>,
        /// Languages spoken in the films.
        languages: Vec<Term>,
        /// When the stories are set.
        periods: Vec<Term>,
    }

    /// A defined term.
    Term {
        /// The id, unique in its vocabulary.
        id: String,
        /// The term of the same vocabulary that contains this one.
        broader: Option<String>,
        /// The name.
        name: Localized,
        /// What a visitor might type for it.
        synonyms: PerLanguage<Vec<String>>,
        /// What counts as this, and what does not.
        definition: Localized,
        /// Relation kinds: the name as read from the other side.
        inverse: Option<Localized>,
        /// Relation kinds and outcomes: the name behind one that is plural.
        plural: Option<Localized>,
        /// Relation kinds: the inverse behind a name that is plural.
        inverse_plural: Option<Localized>,
        /// Relation kinds: whether it reads the same from both sides.
        mutual: Option<bool>,
        /// Outcomes and conditions: how the page draws it at the end of a thread.
        mark: Option<Mark>,
        /// Places: what kind of place it is.
        kind: Option<String>,
        /// Places that are a point on a map: degrees north, WGS 84.
        latitude: Option<f64>,
        /// Places that are a point on a map: degrees east, WGS 84.
        longitude: Option<f64>,
    }

    /// Where a fact was read.
    Source {
        /// The id.
        id: String,
        /// Its address, without a scheme; left out where there is none to open.
        address: Option<String>,
        /// What it is.
        description: Localized,
    }
}
