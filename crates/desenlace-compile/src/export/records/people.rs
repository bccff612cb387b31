//! Characters, what they are to each other, and what becomes of them.

use crate::export::value::{PerLanguage, exported};
use desenlace_core::model::{Certainty, Localized};

exported! {
    /// One person, or a group acting as one.
    Character {
        /// The id.
        id: String,
        /// The film.
        film: String,
        /// The row of the source inventory.
        key: String,
        /// The name.
        name: Localized,
        /// The name for tight places.
        short: Localized,
        /// Other names in the story.
        aliases: PerLanguage<Vec<String>>,
        /// Other spellings.
        variants: Vec<String>,
        /// Whether this is a group.
        group: bool,
        /// The languages in which the name takes its verbs in the plural.
        plural: Vec<String>,
        /// The characters that the group is known to consist of.
        members: Vec<String>,
        /// What they are or do.
        roles: Vec<String>,
        /// Where they appear or are meant.
        passages: Vec<String>,
        /// Who they are, without what becomes of them.
        description: Localized,
        /// What a reader should know.
        note: Option<Localized>,
        /// Who plays them, where verified.
        actor: Option<Actor>,
        /// Their themes.
        themes: Vec<ThemeEvidence>,
    }

    /// Who plays a character.
    Actor {
        /// The name.
        name: String,
        /// The sources that say so.
        sources: Vec<String>,
        /// What a reader should know about it.
        note: Option<Localized>,
    }

    /// A theme with the passages that show it.
    ThemeEvidence {
        /// The theme.
        theme: String,
        /// The evidence.
        passages: Vec<String>,
    }

    /// What becomes of a character.
    Fate {
        /// The character.
        character: String,
        /// The outcome. “untold” is not survival: the synopsis stops telling.
        outcome: String,
        /// How sure the synopsis is of the outcome.
        certainty: Certainty,
        /// What brings it about, where told.
        cause: Option<Cause>,
        /// Who brings it about, where told.
        agents: Vec<Agent>,
        /// Where, where told.
        place: Option<FatePlace>,
        /// The evidence.
        passages: Vec<String>,
        /// What becomes of them, in a sentence.
        account: Localized,
        /// What must not be concluded.
        caution: Option<Localized>,
        /// The way there, in the order of the story.
        trajectory: Vec<Step>,
        /// Themes of the fate itself.
        themes: Vec<ThemeEvidence>,
    }

    /// What brings a fate about.
    Cause {
        /// The cause.
        term: String,
        /// How sure the synopsis is of it.
        certainty: Certainty,
    }

    /// Who brings a fate about.
    Agent {
        /// The character.
        character: String,
        /// How sure the synopsis is of it.
        certainty: Certainty,
    }

    /// Where a fate comes about.
    FatePlace {
        /// The place.
        place: String,
        /// How sure the synopsis is of it.
        certainty: Certainty,
    }

    /// A step of a trajectory.
    Step {
        /// The state.
        condition: String,
        /// The evidence.
        passages: Vec<String>,
    }

    /// What one character is to another, read in the direction of the kind’s name.
    Relation {
        /// Who.
        from: String,
        /// What, a relation kind.
        kind: String,
        /// To whom.
        to: String,
        /// For whom, where somebody mistakes one for another.
        third: Option<String>,
        /// How sure the synopsis is.
        certainty: Certainty,
        /// The evidence.
        passages: Vec<String>,
    }
}
