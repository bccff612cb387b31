//! A film: its titles and facts, with sources and with whoever says otherwise, and its themes.

use super::{Localized, PassageId, SourceId, TermId};

/// A film.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Film {
    /// The id, used in addresses.
    pub id: String,
    /// The original title.
    pub title: String,
    /// The language of the original title, as a language tag.
    pub title_language: String,
    /// Titles elsewhere.
    pub alternative_titles: Vec<AlternativeTitle>,
    /// The year of its first showing.
    pub year: u32,
    /// Countries of production, terms of the countries.
    pub countries: Vec<TermId>,
    /// Languages spoken in it, terms of the languages.
    pub languages: Vec<TermId>,
    /// When it is set, terms of the periods.
    pub periods: Vec<TermId>,
    /// Where it is set, terms of the places.
    pub places: Vec<TermId>,
    /// What it is about, giving no ending away.
    pub premise: Localized,
    /// The text that the corpus rests on.
    pub synopsis: Synopsis,
    /// Facts from outside the synopsis, with their sources.
    pub facts: Vec<Fact>,
    /// Its themes, and those that were looked for and are absent.
    pub themes: Vec<ThemeTie>,
    /// What a visitor may want to be warned of.
    pub content_notes: Vec<ContentTie>,
}

/// The synopsis whose sentences the passages rest on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Synopsis {
    /// The letter in front of its sentence numbers: `B` for `B-S12`.
    pub key: String,
    /// The language it is written in, as a language tag.
    pub language: String,
    /// How many sentences it has.
    pub sentences: u32,
    /// Its licence.
    pub licence: String,
    /// Where it was read.
    pub source: SourceId,
}

/// A title that the film has elsewhere.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AlternativeTitle {
    /// The title.
    pub text: String,
    /// Its language, as a language tag.
    pub language: String,
    /// Who says so.
    pub sources: Vec<SourceId>,
    /// What a reader should know about it.
    pub note: Option<Localized>,
}

/// A fact from outside the synopsis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// What it is about.
    pub kind: FactKind,
    /// The fact.
    pub value: Localized,
    /// Who says so; several sources may be one origin.
    pub sources: Vec<SourceId>,
    /// What a reader should know about it.
    pub note: Option<Localized>,
    /// Who says otherwise.
    pub conflicts: Vec<Conflict>,
}

/// What some sources say instead.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Conflict {
    /// The other value.
    pub value: Localized,
    /// Who says so.
    pub sources: Vec<SourceId>,
    /// What a reader should know about it.
    pub note: Option<Localized>,
}

/// Declares an enumeration of words that stand in corpus files.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $word:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, rkyv::Archive, rkyv::Serialize)]
        #[rkyv(derive(Clone, Copy, Debug, PartialEq, Eq))]
        pub enum $name { $($(#[$variant_doc])* $variant,)* }

        impl $name {
            /// All of them, in their order.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The word that stands for it in corpus files, addresses and data.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word,)* }
            }

            /// What a word stands for.
            #[must_use]
            pub fn from_word(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| value.word() == word)
            }
        }
    };
}
pub(crate) use words;

/// Reads a packed enumeration of words.
macro_rules! packed_words {
    ($($archived:ident => $name:ident { $($variant:ident)* })*) => {$(
        impl $archived {
            /// The value, out of its packed form.
            #[must_use]
            pub fn get(self) -> $name {
                match self { $(Self::$variant => $name::$variant,)* }
            }
        }
    )*};
}
pub(crate) use packed_words;

words! {
    /// What a fact from outside the synopsis is about.
    FactKind {
        /// Day and place of a first showing.
        Release = "release",
        /// Countries of production, as the sources list them.
        Countries = "countries",
        /// Languages spoken.
        Languages = "languages",
        /// Who directed it.
        Director = "director",
        /// Who wrote it.
        Screenplay = "screenplay",
        /// The work it is based on.
        BasedOn = "based-on",
        /// How long it runs.
        RunningTime = "running-time",
        /// Who filmed it.
        Cinematography = "cinematography",
        /// Who composed for it.
        Music = "music",
        /// Who cut it.
        Editing = "editing",
        /// Who designed it.
        ArtDirection = "art-direction",
        /// Who dressed it.
        Costumes = "costumes",
        /// Who produced it.
        Producer = "producer",
        /// Who plays in it, where it is not told who plays whom.
        Cast = "cast",
        /// What it was awarded.
        Award = "award",
        /// How catalogues name it.
        Identifier = "identifier",
        /// What happened outside the film, not to be merged with its plot.
        RealEvents = "real-events",
    }
}

/// A theme of a film, or one that was looked for and is absent.
#[derive(Clone, Debug, PartialEq)]
pub struct ThemeTie {
    /// The theme.
    pub theme: TermId,
    /// How much of the film it is.
    pub weight: Weight,
    /// Why, in a sentence.
    pub motivation: Localized,
    /// The evidence; none where it is absent.
    pub passages: Vec<PassageId>,
}

words! {
    /// How much of a film a theme is. That a theme is not listed means only that nobody looked.
    Weight {
        /// The film would be another without it.
        Major = "major",
        /// It is there.
        Minor = "minor",
        /// It was looked for and is not there.
        Absent = "absent",
    }
}

/// Something that a visitor may want to be warned of.
#[derive(Clone, Debug, PartialEq)]
pub struct ContentTie {
    /// What, a term of the content notes.
    pub topic: TermId,
    /// What there is of it in this film.
    pub detail: Localized,
    /// Where.
    pub passages: Vec<PassageId>,
}
