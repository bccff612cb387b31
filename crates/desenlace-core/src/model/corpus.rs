//! The whole corpus, with the index that the compiler derives from it.

use super::dictionary::InDictionary;
use super::postings::InPostings;
use super::record::InRecords;
use super::{Certainty, Character, Event, Fate, Film, Parallel, Passage, Relation, Source, Term, Vocabulary};
use crate::facet::{Facet, Gallery};
use rkyv::{Archive, Serialize};

/// Everything there is. Lists are in the order in which the page shows them.
#[derive(Clone, Debug, Default, PartialEq, Archive, Serialize)]
pub struct Corpus {
    /// The films, by year.
    #[rkyv(with = InRecords)]
    pub films: Vec<Film>,
    /// The passages, film by film, in the order of telling.
    #[rkyv(with = InRecords)]
    pub passages: Vec<Passage>,
    /// The characters and groups, film by film.
    pub characters: Vec<Character>,
    /// What becomes of each, at the position of the character.
    pub fates: Vec<Fate>,
    /// What they are to each other.
    pub relations: Vec<Relation>,
    /// What happens, film by film, in the order of telling.
    pub events: Vec<Event>,
    /// Curated links between films.
    pub parallels: Vec<Parallel>,
    /// The bibliography.
    pub sources: Vec<Source>,
    /// The terms of each [`Vocabulary`], at its position.
    pub vocabularies: [Vec<Term>; Vocabulary::COUNT],
    /// What the compiler derived for filtering and searching.
    pub index: Index,
}

/// What the compiler derives, so that opening a pack computes nothing.
#[derive(Clone, Debug, Default, PartialEq, Archive, Serialize)]
pub struct Index {
    /// The words of the items of all galleries, in the form of [`crate::fold::lower`], ascending by their folded
    /// form and then by themselves.
    #[rkyv(with = InDictionary)]
    pub words: Vec<WordPostings>,
    /// One for each [`Gallery`], at its position.
    pub galleries: [GalleryIndex; Gallery::COUNT],
}

/// The index of one gallery.
#[derive(Clone, Debug, PartialEq, Archive, Serialize)]
pub struct GalleryIndex {
    /// How many items the gallery has.
    pub items: u32,
    /// One for each [`Facet`], at its position.
    pub facets: [FacetPostings; Facet::COUNT],
}

impl Default for GalleryIndex {
    /// The index of a gallery of an empty corpus, in which no value of a facet exists but the certainties.
    fn default() -> Self {
        let facets = Facet::ALL.map(|facet| {
            let values = if facet == Facet::Certainty { Certainty::ALL.len() } else { 0 };
            FacetPostings { values: vec![Vec::new(); values] }
        });
        Self { items: 0, facets }
    }
}

/// Which items have which value of a facet.
#[derive(Clone, Debug, Default, PartialEq, Eq, Archive, Serialize)]
pub struct FacetPostings {
    /// For each value, at its position in the vocabulary, the items that have it, ascending. A broader value
    /// has the items of its narrower ones. Of films there are none: which film an item is of, the item says itself.
    #[rkyv(with = InPostings)]
    pub values: Vec<Vec<u32>>,
}

/// Which items contain a word.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WordPostings {
    /// The word in the form of [`crate::fold::lower`].
    pub word: String,
    /// The items of each gallery, ascending.
    pub items: [Vec<Posting>; Gallery::COUNT],
}

/// That an item contains a word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Posting {
    /// The item.
    pub item: u32,
    /// How much it means that the item contains the word, made by [`crate::search::impact`]; below 16.
    pub impact: u8,
}
