//! Filtering: one predicate that decides which items of a gallery remain, and the counts beside each value
//! that come from that same predicate.
//!
//! Within a facet the included values are alternatives, or, where the facet is switched, all required; any
//! value can be excluded; facets and text narrow each other. The count of a value says how many items would
//! remain if, in its facet, it were chosen: alone among alternatives, or on top of what is already required.
//! It leaves the other chosen alternatives out, so that no value falls to 0 for being a sibling.

mod instead;
mod order;
mod values;

pub use instead::{Lift, lifted};
pub use order::{Order, ordered, places};

use crate::bits::Bits;
use crate::facet::{Facet, Gallery};
use crate::model::Language;
use crate::packed::Corpus;
use crate::search::{self, Found};
use crate::veil::Veil;
use values::Values;

/// What is asked of a gallery. Numbers that are no values are ignored, so any query has an answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// Words, "phrases" and -exclusions; [`search::parse`] says how they are read.
    pub text: String,
    /// The only language in which the words are looked for; none for all.
    pub language: Option<Language>,
    /// What is chosen in each facet, at the facet's position.
    pub choices: [Choice; Facet::COUNT],
    /// Whose fates are not told, so that nothing is found by them; no part of what is asked.
    pub veil: Veil,
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
    let text = search::evaluate(corpus, gallery, query);
    let filters = Facet::ALL
        .map(|facet| Filter::new(Values::new(corpus, gallery, facet, &query.veil), query.choice(facet)));
    let narrowed = |items: &Bits, without: Option<Facet>| {
        let mut items = items.clone();
        for (facet, filter) in Facet::ALL.into_iter().zip(&filters) {
            if Some(facet) != without {
                filter.narrow(&mut items);
            }
        }
        items
    };
    let counts = Facet::ALL
        .map(|facet| filters[facet as usize].counts(query.choice(facet), narrowed(&text.items, Some(facet))));
    let items = text.rank(&narrowed(&text.items, None));
    let mut nearest = Vec::new();
    if items.is_empty() {
        if !text.words.is_empty() {
            nearest = text.rank(&narrowed(&text.partial(), None));
        }
        if nearest.is_empty() {
            let asked = (!query.text.is_empty()).then_some(&text.items);
            nearest = instead::nearest(gallery.len(corpus), asked, &filters);
        }
        nearest.truncate(Answer::NEAREST);
    }
    Answer { items, counts, words: text.words, nearest }
}

/// The items of a gallery that remain, in no order but that of the corpus.
fn remaining(corpus: &Corpus, gallery: Gallery, query: &Query) -> Bits {
    let mut items = search::evaluate(corpus, gallery, query).items;
    for facet in Facet::ALL {
        let values = Values::new(corpus, gallery, facet, &query.veil);
        Filter::new(values, query.choice(facet)).narrow(&mut items);
    }
    items
}

/// What a choice in one facet lets through.
struct Filter<'c> {
    values: Values<'c>,
    /// The items that the included values let through; none where all are.
    included: Option<Bits>,
    /// The values that are excluded.
    excluded: Bits,
    /// The items that have any of those, and those that have several.
    removed: Option<(Bits, Bits)>,
}

impl<'c> Filter<'c> {
    fn new(values: Values<'c>, choice: &Choice) -> Self {
        let included = values.known(&choice.include);
        let excluded = values.known(&choice.exclude);
        Self {
            included: (!included.is_empty()).then(|| match choice.all {
                true => values.having_all(&included),
                false => values.having(&included).0,
            }),
            removed: (!excluded.is_empty()).then(|| values.having(&excluded)),
            excluded,
            values,
        }
    }

    /// Keeps the items that this facet lets through.
    fn narrow(&self, items: &mut Bits) {
        if let Some(included) = &self.included {
            items.intersect(included);
        }
        if let Some((any, _)) = &self.removed {
            items.subtract(any);
        }
    }

    /// How many of the items that the other facets let through each value has, less the excluded ones. A value that
    /// is itself excluded is counted as if it were not: the number says what lifting the exclusion and choosing it
    /// would show.
    fn counts(&self, choice: &Choice, mut others: Bits) -> Vec<u32> {
        if let Some(included) = self.included.as_ref().filter(|_| choice.all) {
            others.intersect(included);
        }
        let mut kept = others.clone();
        if let Some((any, several)) = &self.removed {
            kept.subtract(any);
            // Of what has the lifted value, whatever has another excluded one stays removed.
            others.subtract(several);
        }
        self.values.counts(&kept, &self.excluded, &others)
    }
}

#[cfg(test)]
mod tests;
