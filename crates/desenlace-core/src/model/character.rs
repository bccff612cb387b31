//! Characters and groups, what they are to each other, and what becomes of them.

use super::film::{packed_words, words};
use super::joined::JoinedLists;
use super::{CharacterId, FilmId, Language, Localized, PassageId, SourceId, TermId};
use rkyv::{Archive, Serialize};

/// One person, or a group acting as one.
#[derive(Clone, Debug, Default, PartialEq, Archive, Serialize)]
pub struct Character {
    /// The id, unique in the corpus and used in addresses.
    pub id: String,
    /// The film.
    pub film: FilmId,
    /// The row of the source inventory.
    pub key: String,
    /// The name, as the page shows it.
    pub name: Localized,
    /// The name for tight places.
    pub short: Localized,
    /// Other names in the story, by language.
    #[rkyv(with = JoinedLists)]
    pub aliases: [Vec<String>; Language::COUNT],
    /// Spellings that only the search should know.
    pub variants: Vec<String>,
    /// Whether this is a group.
    pub group: bool,
    /// In which languages the name takes its verbs in the plural.
    pub plural: [bool; Language::COUNT],
    /// Whom the group is known to consist of.
    pub members: Vec<CharacterId>,
    /// What they are or do, terms of the roles.
    pub roles: Vec<TermId>,
    /// Where they appear or are meant, ascending.
    pub passages: Vec<PassageId>,
    /// Who they are, without what becomes of them.
    pub description: Localized,
    /// What the editor wants a reader to know.
    pub note: Option<Localized>,
    /// Who plays them, where verified.
    pub actor: Option<Actor>,
    /// Their themes, with evidence.
    pub themes: Vec<ThemeEvidence>,
}

impl ArchivedCharacter {
    /// Other names in the story in one language.
    pub fn aliases_in(&self, language: Language) -> impl Iterator<Item = &str> {
        JoinedLists::get(&self.aliases, language)
    }
}

/// Who plays a character.
#[derive(Clone, Debug, Default, PartialEq, Eq, Archive, Serialize)]
pub struct Actor {
    /// The name.
    pub name: String,
    /// Who says so.
    pub sources: Vec<SourceId>,
    /// What a reader should know about it.
    pub note: Option<Localized>,
}

/// A theme with the passages that show it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Archive, Serialize)]
pub struct ThemeEvidence {
    /// The theme.
    pub theme: TermId,
    /// The evidence, ascending.
    pub passages: Vec<PassageId>,
}

words! {
    /// How sure the source is.
    Certainty {
        /// The source says it in so many words.
        Stated = "stated",
        /// The words hardly allow another reading.
        Implied = "implied",
        /// The source itself says that it is unknown.
        DeclaredUnknown = "declared-unknown",
        /// The source stops telling; this is not survival.
        Untold = "untold",
    }
}

packed_words! {
    ArchivedCertainty => Certainty { Stated Implied DeclaredUnknown Untold }
}

/// What one character is to another.
#[derive(Clone, Debug, PartialEq, Archive, Serialize)]
pub struct Relation {
    /// Who.
    pub from: CharacterId,
    /// What, a term of the relation kinds.
    pub kind: TermId,
    /// To whom.
    pub to: CharacterId,
    /// For kinds that need a third: *mistakes* … *for* …
    pub third: Option<CharacterId>,
    /// How sure the source is.
    pub certainty: Certainty,
    /// The evidence, ascending.
    pub passages: Vec<PassageId>,
}

/// What becomes of a character; at the same position as the character.
#[derive(Clone, Debug, PartialEq, Archive, Serialize)]
pub struct Fate {
    /// The outcome, a term of the outcomes.
    pub outcome: TermId,
    /// How sure the source is of the outcome.
    pub certainty: Certainty,
    /// What brings it about, where told.
    pub cause: Option<Cause>,
    /// Who brings it about, where told.
    pub agents: Vec<Agent>,
    /// Where, where told.
    pub place: Option<FatePlace>,
    /// The evidence, ascending.
    pub passages: Vec<PassageId>,
    /// What becomes of them, in a sentence.
    pub account: Localized,
    /// What must not be concluded.
    pub caution: Option<Localized>,
    /// The way there, in the order of the story.
    pub trajectory: Vec<Step>,
    /// The themes of the fate itself, with evidence.
    pub themes: Vec<ThemeEvidence>,
}

/// What brings a fate about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Archive, Serialize)]
pub struct Cause {
    /// A term of the causes.
    pub term: TermId,
    /// How sure the source is of it.
    pub certainty: Certainty,
}

/// Who brings a fate about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Archive, Serialize)]
pub struct Agent {
    /// Who.
    pub character: CharacterId,
    /// How sure the source is of it.
    pub certainty: Certainty,
}

/// Where a fate comes about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Archive, Serialize)]
pub struct FatePlace {
    /// A term of the places.
    pub place: TermId,
    /// How sure the source is of it.
    pub certainty: Certainty,
}

/// A step of a trajectory.
#[derive(Clone, Debug, PartialEq, Eq, Archive, Serialize)]
pub struct Step {
    /// A term of the conditions.
    pub condition: TermId,
    /// The evidence, ascending.
    pub passages: Vec<PassageId>,
}
