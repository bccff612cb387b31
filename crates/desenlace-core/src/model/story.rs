//! The retold story: passages in order of telling, with the people and places that they name.

use super::{CharacterId, FilmId, Language, Localized, TermId};

/// The ids that the parts of a page have. A passage has its own in the address of the same page, so it is called otherwise.
pub const PAGE_IDS: [&str; 13] = [
    "cast",
    "content",
    "facts",
    "help",
    "help-title",
    "hide-fates",
    "keys-off",
    "parallels",
    "relations",
    "story",
    "themes",
    "threads",
    "title",
];

/// A step of the retold story; the evidence that every claim points to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Passage {
    /// The id, unique within the film and none of [`PAGE_IDS`]; with `#` in front, its address on the film's page.
    pub id: String,
    /// The film.
    pub film: FilmId,
    /// A short title.
    pub title: Localized,
    /// The numbers of the source sentences that it rests on, ascending.
    pub sentences: Vec<u32>,
    /// The text in each language.
    pub texts: [PassageText; Language::COUNT],
    /// What the editor wants a reader to know.
    pub note: Option<Localized>,
}

/// A passage in one language: plain text, paragraphs parted by `\n`, and what is marked in it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PassageText {
    /// The text without any markup.
    pub text: String,
    /// What is marked in it, ascending and without overlap.
    pub spans: Vec<Span>,
}

/// A marked stretch of a text, in bytes, on character boundaries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// Its first byte.
    pub start: u32,
    /// The byte behind its last.
    pub end: u32,
    /// What it stands for.
    pub target: SpanTarget,
}

/// What a marked stretch stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SpanTarget {
    /// A mention of a character or group.
    Character(CharacterId),
    /// A mention of a place, a term of the places.
    Place(TermId),
    /// The title of a work, or a foreign word.
    Emphasis,
}
