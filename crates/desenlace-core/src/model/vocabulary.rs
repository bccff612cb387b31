//! Controlled vocabularies: lists of defined terms, some with broader and narrower ones.

use super::joined::JoinedLists;
use super::{Language, Localized, TermId};
use rkyv::{Archive, Serialize};

/// The vocabularies, each a list of [`Term`]s in [`super::Corpus::vocabularies`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Vocabulary {
    /// What a story is about: prison, escape …
    Themes,
    /// What becomes of somebody: killed, goes free, untold …
    Outcomes,
    /// The states of a trajectory: imprisoned, escaped …
    Conditions,
    /// What brings an outcome about: a gunshot, a heart attack …
    Causes,
    /// What somebody is or does: narrator, detective …
    Roles,
    /// What two characters are to each other: informs on, lover of …
    RelationKinds,
    /// What a visitor may want to be warned of.
    ContentNotes,
    /// Where things happen; broader terms contain narrower ones.
    Places,
    /// Countries of production and of setting.
    Countries,
    /// Languages spoken in the films.
    Languages,
    /// When the stories are set.
    Periods,
}

impl Vocabulary {
    /// How many vocabularies there are.
    pub const COUNT: usize = 11;
    /// All vocabularies, in the order in which they are stored.
    pub const ALL: [Self; Self::COUNT] = [
        Self::Themes,
        Self::Outcomes,
        Self::Conditions,
        Self::Causes,
        Self::Roles,
        Self::RelationKinds,
        Self::ContentNotes,
        Self::Places,
        Self::Countries,
        Self::Languages,
        Self::Periods,
    ];

    /// The name of its file in the corpus.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Themes => "themes",
            Self::Outcomes => "outcomes",
            Self::Conditions => "conditions",
            Self::Causes => "causes",
            Self::Roles => "roles",
            Self::RelationKinds => "relation-kinds",
            Self::ContentNotes => "content-notes",
            Self::Places => "places",
            Self::Countries => "countries",
            Self::Languages => "languages",
            Self::Periods => "periods",
        }
    }
}

/// A term of a vocabulary. The last five fields are used by the vocabularies that need them.
#[derive(Clone, Debug, Default, PartialEq, Archive, Serialize)]
pub struct Term {
    /// The id, unique in its vocabulary and used in addresses.
    pub id: String,
    /// The term that contains this one, in the same vocabulary; never a cycle.
    pub broader: Option<TermId>,
    /// The name in each language.
    pub name: Localized,
    /// What a visitor might type for it, in each language.
    #[rkyv(with = JoinedLists)]
    pub synonyms: [Vec<String>; Language::COUNT],
    /// What counts as this, and what does not.
    pub definition: Localized,
    /// Relation kinds: the label read from the other side, unless mutual.
    pub inverse: Option<Localized>,
    /// Relation kinds and outcomes: the name behind one that is plural (“the jailers *poison*”), where anything needs it.
    pub plural: Option<Localized>,
    /// Relation kinds: the same for the inverse.
    pub inverse_plural: Option<Localized>,
    /// Relation kinds: whether it reads the same from both sides.
    pub mutual: bool,
    /// Outcomes and conditions: how a thread shows it.
    pub mark: Option<Mark>,
    /// Places: `country`, `city`, `building`, `site`, `street` or `imagined`.
    pub kind: Option<String>,
    /// Places that are a point on a map.
    pub coordinates: Option<Coordinates>,
}

impl ArchivedTerm {
    /// What a visitor might type for it in one language.
    pub fn synonyms_in(&self, language: Language) -> impl Iterator<Item = &str> {
        JoinedLists::get(&self.synonyms, language)
    }
}

/// How the end of a thread is drawn. The mark never stands without its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Archive, Serialize)]
pub enum Mark {
    /// A knot: the thread is tied off. Somebody dies.
    Knot,
    /// An open end: somebody goes free.
    Open,
    /// Bars: somebody is held.
    Bars,
    /// The thread fades: the story stops telling.
    Fade,
    /// Dots: the story itself says that nobody knows.
    Dots,
    /// The thread splits: the members of a group end differently.
    Split,
}

impl ArchivedMark {
    /// The mark, out of its packed form.
    #[must_use]
    pub fn get(&self) -> Mark {
        match self {
            Self::Knot => Mark::Knot,
            Self::Open => Mark::Open,
            Self::Bars => Mark::Bars,
            Self::Fade => Mark::Fade,
            Self::Dots => Mark::Dots,
            Self::Split => Mark::Split,
        }
    }
}

/// A point on a map, in degrees of WGS 84.
#[derive(Clone, Copy, Debug, PartialEq, Archive, Serialize)]
pub struct Coordinates {
    /// North is positive.
    pub latitude: f64,
    /// East is positive.
    pub longitude: f64,
}
