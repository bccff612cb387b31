//! What an address points at within a page: the fragment behind its `#`. It does not know what stands there.

use super::{Page, View};
use desenlace_core::model::{FilmId, PassageId, SourceId};
use desenlace_core::packed::Corpus;

/// What on the page of a film is pointed at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spot {
    /// A passage.
    Passage(PassageId),
    /// A part of the page.
    Part(FilmPart),
}

/// A part of the page of a film, in the order of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FilmPart {
    /// The threads of the story.
    Threads,
    /// The story.
    Story,
    /// The characters and what becomes of them.
    Cast,
    /// The themes.
    Themes,
    /// Who is what to whom.
    Relations,
    /// The parallels in other films.
    Parallels,
    /// What is known from outside.
    Facts,
}

impl FilmPart {
    /// How many there are.
    pub const COUNT: usize = 7;

    /// All of them, in the order of the page.
    pub const ALL: [Self; Self::COUNT] =
        [Self::Threads, Self::Story, Self::Cast, Self::Themes, Self::Relations, Self::Parallels, Self::Facts];

    /// The id of its heading; no passage has one of these, see [`PAGE_IDS`](desenlace_core::model::PAGE_IDS).
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Threads => "threads",
            Self::Story => "story",
            Self::Cast => "cast",
            Self::Themes => "themes",
            Self::Relations => "relations",
            Self::Parallels => "parallels",
            Self::Facts => "facts",
        }
    }
}

/// What stands before the id of a source, so that it is the id of nothing else.
const SOURCE: &str = "source-";

/// The id of a source in the bibliography.
#[must_use]
pub fn source_anchor(corpus: &Corpus, source: SourceId) -> String {
    let source = corpus.sources.get(source.index());
    [SOURCE, source.map_or("", |source| &source.id)].concat()
}

/// What a fragment points at on the page of a film.
pub(super) fn on_film(corpus: &Corpus, film: FilmId, fragment: &str) -> Option<Spot> {
    let part = FilmPart::ALL.into_iter().find(|part| part.id() == fragment).map(Spot::Part);
    part.or_else(|| {
        let found = corpus.passages.iter().position(|passage| passage.film == film && passage.id == fragment);
        found.map(|found| Spot::Passage(PassageId::from_index(found)))
    })
}

/// The source that a fragment points at.
pub(super) fn source(corpus: &Corpus, fragment: &str) -> Option<SourceId> {
    let id = fragment.strip_prefix(SOURCE)?;
    corpus.sources.iter().position(|source| source.id == id).map(SourceId::from_index)
}

impl View {
    /// The id of the element that is pointed at; nothing where the page as a whole is meant.
    #[must_use]
    pub fn anchor(&self, corpus: &Corpus) -> Option<String> {
        Some(match self.page {
            Page::Film(_, Some(Spot::Passage(passage))) => {
                corpus.passages.get(passage.index())?.id.to_owned()
            }
            Page::Film(_, Some(Spot::Part(part))) => part.id().to_owned(),
            Page::About(Some(source)) => source_anchor(corpus, source),
            _ => return None,
        })
    }
}
