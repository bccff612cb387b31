//! What a corpus consists of, as plain owned values. It knows nothing of how a corpus is written down or
//! packed; references between things are numbers, because that is what every question works with.

pub(crate) mod character;
pub(crate) mod corpus;
pub(crate) mod event;
pub(crate) mod film;
pub(crate) mod language;
pub(crate) mod parallel;
pub(crate) mod story;
pub(crate) mod vocabulary;

pub(crate) mod dictionary;
mod joined;
mod number;
pub(crate) mod postings;
pub(crate) mod record;

pub use character::{
    Actor, Agent, Cause, Certainty, Character, Fate, FatePlace, Relation, Step, ThemeEvidence,
};
pub use corpus::{Corpus, FacetPostings, GalleryIndex, Index, Posting, WordPostings};
pub use event::{Event, Order, Part, Participant};
pub use film::{AlternativeTitle, Conflict, ContentTie, Fact, FactKind, Film, Synopsis, ThemeTie, Weight};
pub use language::{Language, Localized};
pub use parallel::{Parallel, Side, Source, Strength};
pub use story::{PAGE_IDS, Passage, PassageText, Span, SpanTarget};
pub use vocabulary::{Coordinates, Mark, Term, Vocabulary};

/// Declares a number that names one thing of a list in [`Corpus`].
macro_rules! number {
    ($($(#[$doc:meta])* $name:ident / $archived:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[derive(rkyv::Archive, rkyv::Serialize)]
        pub struct $name(pub u32);

        impl $name {
            /// The position in its list.
            #[must_use]
            pub fn index(self) -> usize {
                self.0 as usize
            }

            /// The number of the thing at `index`; lists are far shorter than `u32::MAX`.
            #[must_use]
            pub fn from_index(index: usize) -> Self {
                Self(u32::try_from(index).unwrap_or(u32::MAX))
            }
        }

        impl $archived {
            /// The number, out of its packed form.
            #[must_use]
            pub fn get(&self) -> $name {
                $name(self.0.to_native())
            }
        }
    )*};
}

number! {
    /// A film: a position in [`Corpus::films`].
    FilmId / ArchivedFilmId;
    /// A passage: a position in [`Corpus::passages`].
    PassageId / ArchivedPassageId;
    /// A character or group: a position in [`Corpus::characters`], and of its fate in [`Corpus::fates`].
    CharacterId / ArchivedCharacterId;
    /// An event: a position in [`Corpus::events`].
    EventId / ArchivedEventId;
    /// A term: a position in the vocabulary that the context names.
    TermId / ArchivedTermId;
    /// A source: a position in [`Corpus::sources`].
    SourceId / ArchivedSourceId;
}
