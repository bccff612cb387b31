//! `fates.toml`: what becomes of each character, and the way there.

use super::{Evidence, ThemeEvidence};
use crate::decode::{At, Entries, Ref, Text, kind, record};
use desenlace_core::model::Certainty;

/// Fates by the id of the character.
pub(crate) type Fates = Entries<kind::Character, Fate>;

record! {
    /// What becomes of a character.
    Fate {
        /// The outcome, an id of vocabularies/outcomes.toml.
        outcome: Ref<kind::Outcome>,
        /// How sure the source is of the outcome.
        certainty: At<Certainty>,
        /// What brings it about; left out where it is not told.
        cause: Option<Cause>,
        /// Who brings it about; left out where it is not told.
        agents: Vec<Agent>,
        /// Where; left out where it is not told.
        place: Option<FatePlace>,
        /// The passages that say so.
        passages: Evidence,
        /// What becomes of them, in one sentence.
        account: Text,
        /// What must not be concluded.
        caution: Option<Text>,
        /// The way there, in the order of the story.
        trajectory: Vec<Step>,
        /// Themes of the fate itself, with evidence.
        theme: Vec<ThemeEvidence>,
    }
}

record! {
    /// What brings a fate about.
    Cause {
        /// The cause, an id of vocabularies/causes.toml.
        term: Ref<kind::Cause>,
        /// How sure the source is of it.
        certainty: At<Certainty>,
    }
}

record! {
    /// Who brings a fate about.
    Agent {
        /// Who, the id of a character.
        character: Ref<kind::Character>,
        /// How sure the source is of it.
        certainty: At<Certainty>,
    }
}

record! {
    /// Where a fate comes about.
    FatePlace {
        /// The place, an id of vocabularies/places.toml.
        place: Ref<kind::Place>,
        /// How sure the source is of it.
        certainty: At<Certainty>,
    }
}

record! {
    /// A step of the way.
    Step {
        /// The state, an id of vocabularies/conditions.toml.
        condition: Ref<kind::Condition>,
        /// The passages that say so.
        passages: Evidence,
    }
}
