//! The view: the one value that what the page shows is a function of, and its codec to and from addresses.
//!
//! An address is relative to the root of the site, `en/films/?theme=prison`, so the same site works under any
//! path. Encoding a view and decoding the address gives the view again; any address decodes to some view,
//! with a list of what was not understood. The view knows neither the browser nor how it is drawn.

mod compared;
mod decode;
mod encode;
mod question;
mod spot;

pub use compared::Compared;
pub use question::{Filling, Question, Slot};
pub use spot::{FilmPart, Spot, source_anchor};

use desenlace_core::facet::{Facet, Gallery};
use desenlace_core::model::{CharacterId, FilmId, Language, SourceId, TermId};
use desenlace_core::packed::Corpus;
use desenlace_core::query::{Order, Query};

/// How many items a list shows before “show more”.
pub const FIRST_SHOWN: usize = 60;

/// What is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct View {
    /// The language of the page.
    pub language: Language,
    /// Which page.
    pub page: Page,
    /// What the galleries are filtered by; empty on other pages, but for the veil, which no address holds.
    pub query: Query,
    /// The order in which a gallery stands.
    pub order: Order,
    /// How many items a list shows at most.
    pub shown: usize,
    /// The order in which a film shows its events.
    pub sequence: Sequence,
}

/// An order of the events of a film.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sequence {
    /// As they are told.
    #[default]
    Telling,
    /// As they happen, as far as that is known: `films/…/?order=story`.
    Story,
}

/// A kind of page, with what it is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    /// A gallery.
    Gallery(Gallery),
    /// A film, and what on its page is pointed at.
    Film(FilmId, Option<Spot>),
    /// A character.
    Character(CharacterId),
    /// All themes by all films.
    Themes,
    /// A theme.
    Theme(TermId),
    /// All parallels.
    Parallels,
    /// A parallel, by its position in the corpus.
    Parallel(u32),
    /// Films beside each other: `compare/?film=…&film=…`.
    Compare(Compared),
    /// A question and its answers: `questions/?relation=…`, with a parameter for each [`Slot`].
    Questions(Question),
    /// What this is, and the source that is pointed at.
    About(Option<SourceId>),
}

impl Page {
    /// The page without what it points at, asks or holds beside each other.
    #[must_use]
    pub fn bare(self) -> Self {
        match self {
            Self::Film(film, _) => Self::Film(film, None),
            Self::Compare(_) => Self::Compare(Compared::default()),
            Self::Questions(_) => Self::Questions(Question::default()),
            Self::About(_) => Self::About(None),
            page => page,
        }
    }

    /// Whether the other is this page too, whatever it points at, asks or holds beside each other.
    #[must_use]
    pub fn is_same(self, other: Self) -> bool {
        self.bare() == other.bare()
    }
}

/// Something in an address that was not understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotUnderstood {
    /// There is no such page.
    Page(String),
    /// The facet has no such value.
    Value(Facet, String),
    /// Any other part.
    Part(String),
}

impl View {
    /// A page without any filter.
    #[must_use]
    pub fn of(language: Language, page: Page) -> Self {
        let (query, order) = (Query::default(), Order::default());
        Self { language, page, query, order, shown: FIRST_SHOWN, sequence: Sequence::Telling }
    }

    /// A gallery with one value of one facet chosen.
    #[must_use]
    pub fn filtered(language: Language, gallery: Gallery, facet: Facet, value: u32) -> Self {
        let mut view = Self::of(language, Page::Gallery(gallery));
        view.query.choice_mut(facet).include.push(value);
        view
    }

    /// The same view in another language.
    #[must_use]
    pub fn in_language(&self, language: Language) -> Self {
        Self { language, ..self.clone() }
    }

    /// Another page in the same language; between galleries the filter and the order are carried over, within a film
    /// the order of its events.
    #[must_use]
    pub fn to(&self, page: Page) -> Self {
        match (self.page, page) {
            (Page::Gallery(_), Page::Gallery(_)) => Self { page, shown: FIRST_SHOWN, ..self.clone() },
            (Page::Film(one, _), Page::Film(other, _)) if one == other => Self { page, ..self.clone() },
            _ => Self::of(self.language, page),
        }
    }

    /// The same film with its events in another order.
    #[must_use]
    pub fn in_sequence(&self, sequence: Sequence) -> Self {
        Self { sequence, ..self.clone() }
    }

    /// The address, relative to the root of the site.
    #[must_use]
    pub fn address(&self, corpus: &Corpus) -> String {
        encode::encode(corpus, self)
    }

    /// The view at an address, relative to the root of the site, and what in it was not understood.
    #[must_use]
    pub fn at(corpus: &Corpus, address: &str) -> (Self, Vec<NotUnderstood>) {
        decode::decode(corpus, address)
    }

    /// Every view that has an address of its own without a filter, in all languages.
    #[must_use]
    pub fn all(corpus: &Corpus) -> Vec<Self> {
        let number = |length: usize| 0..u32::try_from(length).unwrap_or(u32::MAX);
        let themes = corpus.terms(desenlace_core::model::Vocabulary::Themes).len();
        let pages: Vec<Page> = (Gallery::ALL.into_iter().map(Page::Gallery))
            .chain(number(corpus.films.len()).map(|film| Page::Film(FilmId(film), None)))
            .chain(number(corpus.characters.len()).map(|character| Page::Character(CharacterId(character))))
            .chain([Page::Themes])
            .chain(number(themes).map(|theme| Page::Theme(TermId(theme))))
            .chain([Page::Parallels])
            .chain(number(corpus.parallels.len()).map(Page::Parallel))
            .chain([
                Page::Compare(Compared::default()),
                Page::Questions(Question::default()),
                Page::About(None),
            ])
            .collect();
        Language::ALL
            .into_iter()
            .flat_map(|language| pages.iter().map(move |page| Self::of(language, *page)))
            .collect()
    }
}

#[cfg(test)]
mod tests;
