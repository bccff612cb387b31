//! Filtering: one predicate that decides which items of a gallery remain, and the counts beside each value
//! that come from that same predicate.
//!
//! Within a facet the included values are alternatives, or, where the facet is switched, all required; any
//! value can be excluded; facets and text narrow each other. The count of a value says how many items would
//! remain if, in its facet, it were chosen: alone among alternatives, or on top of what is already required.
//! It leaves the other chosen alternatives out, so that no value falls to 0 for being a sibling.

mod instead;
mod order;

pub use instead::{Lift, lifted};
pub use order::{Order, ordered, places};

use crate::bits::Bits;
use crate::facet::{Facet, Gallery};
use crate::model::Language;
use crate::packed::{Corpus, GalleryIndex};
use crate::search::{self, Found};

/// What is asked of a gallery. Numbers that are no values are ignored, so any query has an answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// Words, "phrases" and -exclusions; [`search::parse`] says how they are read.
    pub text: String,
    /// The only language in which the words are looked for; none for all.
    pub language: Option<Language>,
    /// What is chosen in each facet, at the facet's position.
    pub choices: [Choice; Facet::COUNT],
}

impl Query {
    /// What is chosen in a facet.
    #[must_use]
    pub fn choice(&self, facet: Facet) -> &Choice {
        &self.choices[facet as usize]
    }

    /// What is chosen in a facet, to be changed.
    pub fn choice_mut(&mut self, facet: Facet) -> &mut Choice {
        &mut self.choices[facet as usize]
    }

    /// Whether nothing is asked, so that everything remains.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.text.is_empty() && self.choices.iter().all(Choice::is_empty)
    }
}

/// What is chosen in one facet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// Values to include.
    pub include: Vec<u32>,
    /// Values to exclude.
    pub exclude: Vec<u32>,
    /// Whether all included values are required, instead of any.
    pub all: bool,
}

impl Choice {
    /// Whether nothing is chosen.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.include.is_empty() && self.exclude.is_empty()
    }

    /// Includes a value, which is then not excluded. Values are kept ascending.
    pub fn include_value(&mut self, value: u32) {
        self.release(value);
        insert(&mut self.include, value);
    }

    /// Excludes a value, which is then not included.
    pub fn exclude_value(&mut self, value: u32) {
        self.release(value);
        insert(&mut self.exclude, value);
    }

    /// Takes a choice back.
    pub fn release(&mut self, value: u32) {
        self.include.retain(|chosen| *chosen != value);
        self.exclude.retain(|chosen| *chosen != value);
    }
}

/// Puts a value in its place.
fn insert(values: &mut Vec<u32>, value: u32) {
    if let Err(place) = values.binary_search(&value) {
        values.insert(place, value);
    }
}

/// What remains of a gallery.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The items that remain: the best found first where words are asked for, else in the order of the corpus.
    pub items: Vec<u32>,
    /// For each facet, at its position, the count of each of its values, 0 where none.
    pub counts: [Vec<u32>; Facet::COUNT],
    /// What each word of the text was taken for, leaving out excluded ones.
    pub words: Vec<Found>,
    /// Where nothing remains: the items that have the most of the words and pass the facets, the best first; where
    /// there are none either, those that have the most of all that is asked for and nothing that is excluded. At most
    /// [`Answer::NEAREST`].
    pub nearest: Vec<u32>,
}

impl Answer {
    /// The most items that are offered where nothing remains.
    pub const NEAREST: usize = 12;
}

/// Answers a query.
#[must_use]
pub fn answer(corpus: &Corpus, gallery: Gallery, query: &Query) -> Answer {
    let index = corpus.gallery(gallery);
    let text = search::evaluate(corpus, gallery, &query.text, query.language);
    let passing: [Bits; Facet::COUNT] = Facet::ALL.map(|facet| {
        let choice = query.choice(facet);
        let mut items = included(index, facet, choice);
        items.subtract(&excluded(index, facet, choice, None));
        items
    });
    let narrowed = |mut items: Bits, without: Option<Facet>| {
        for facet in Facet::ALL {
            if Some(facet) != without {
                items.intersect(&passing[facet as usize]);
            }
        }
        items
    };
    let counts = Facet::ALL.map(|facet| {
        let mut others = narrowed(text.items.clone(), Some(facet));
        let choice = query.choice(facet);
        if choice.all {
            others.intersect(&included(index, facet, choice));
        }
        counts(index, facet, choice, &others)
    });
    let items = text.rank(narrowed(text.items.clone(), None).iter());
    let mut nearest = Vec::new();
    if items.is_empty() {
        if !text.words.is_empty() {
            nearest = text.rank(narrowed(text.partial(), None).iter());
        }
        if nearest.is_empty() {
            nearest = instead::nearest(index, query, &text.items);
        }
        nearest.truncate(Answer::NEAREST);
    }
    Answer { items, counts, words: text.words, nearest }
}

/// How many of `others` each value of a facet has, less the excluded ones. A value that is itself excluded
/// is counted as if it were not: the number says what lifting the exclusion and choosing it would show.
fn counts(index: &GalleryIndex, facet: Facet, choice: &Choice, others: &Bits) -> Vec<u32> {
    let mut kept = others.clone();
    kept.subtract(&excluded(index, facet, choice, None));
    (0u32..)
        .zip(index.facets[facet as usize].values.iter())
        .map(|(value, items)| {
            let lifted;
            let among = if choice.exclude.contains(&value) {
                let mut without = others.clone();
                without.subtract(&excluded(index, facet, choice, Some(value)));
                lifted = without;
                &lifted
            } else {
                &kept
            };
            let found = items.iter().filter(|item| among.contains(item.to_native())).count();
            u32::try_from(found).unwrap_or(u32::MAX)
        })
        .collect()
}

/// The items that the included values of a facet let through.
fn included(index: &GalleryIndex, facet: Facet, choice: &Choice) -> Bits {
    let length = index.items.to_native() as usize;
    let mut lists = choice.include.iter().filter_map(|&value| items(index, facet, value)).peekable();
    if lists.peek().is_none() {
        return Bits::all(length);
    }
    let mut passing = if choice.all { Bits::all(length) } else { Bits::none(length) };
    for list in lists {
        if choice.all {
            let mut having = Bits::none(length);
            having.insert_all(list);
            passing.intersect(&having);
        } else {
            passing.insert_all(list);
        }
    }
    passing
}

/// The items that the excluded values of a facet remove, leaving one of those values out of account.
fn excluded(index: &GalleryIndex, facet: Facet, choice: &Choice, except: Option<u32>) -> Bits {
    let mut removed = Bits::none(index.items.to_native() as usize);
    for &value in choice.exclude.iter().filter(|&&value| Some(value) != except) {
        removed.insert_all(items(index, facet, value).into_iter().flatten());
    }
    removed
}

/// The items that have a value; none for a number that is no value.
fn items(index: &GalleryIndex, facet: Facet, value: u32) -> Option<impl Iterator<Item = u32> + '_> {
    let list = index.facets[facet as usize].values.get(value as usize)?;
    Some(list.iter().map(|item| item.to_native()))
}

#[cfg(test)]
mod tests;
