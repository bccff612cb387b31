//! What to offer where nothing remains: which single choice is in the way, and what comes nearest. It asks the same
//! predicate as the answer does.

use super::{Query, excluded, included, ordered};
use crate::bits::Bits;
use crate::facet::{Facet, Gallery};
use crate::packed::{Corpus, GalleryIndex};
use crate::search;

/// Something of a query that can be taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lift {
    /// The text.
    Text,
    /// A value of a facet, included or excluded.
    Value(Facet, u32),
}

/// For each thing that is asked for, how many items would remain if it alone were taken back: the text first, then
/// the values in the order of the facets. What would still leave nothing is left out.
#[must_use]
pub fn lifted(corpus: &Corpus, gallery: Gallery, query: &Query) -> Vec<(Lift, u32)> {
    let index = corpus.gallery(gallery);
    let length = index.items.to_native() as usize;
    let text = search::evaluate(corpus, gallery, &query.text, query.language).items;
    let passing = |facet: Facet| {
        let choice = query.choice(facet);
        let mut items = included(index, facet, choice);
        items.subtract(&excluded(index, facet, choice, None));
        items
    };
    let elsewhere = |mut items: Bits, without: Option<Facet>| {
        for facet in Facet::ALL.into_iter().filter(|facet| Some(*facet) != without) {
            items.intersect(&passing(facet));
        }
        items
    };
    let mut lifted = Vec::new();
    let mut offer = |lift: Lift, items: Bits| {
        let count = items.iter().zip(1..).last().map_or(0, |(_, count)| count);
        if count > 0 {
            lifted.push((lift, count));
        }
    };
    if !query.text.is_empty() {
        offer(Lift::Text, elsewhere(Bits::all(length), None));
    }
    for facet in Facet::ALL.into_iter().filter(|facet| !query.choice(*facet).is_empty()) {
        let others = elsewhere(text.clone(), Some(facet));
        let choice = query.choice(facet);
        for &value in choice.include.iter().chain(&choice.exclude) {
            let mut less = choice.clone();
            less.release(value);
            let mut items = included(index, facet, &less);
            items.subtract(&excluded(index, facet, &less, None));
            items.intersect(&others);
            offer(Lift::Value(facet, value), items);
        }
    }
    lifted
}

/// The items that have the most of what is asked for, the text counting as one thing, and nothing that is excluded;
/// equals in the order of the corpus. Items that have nothing of it are left out.
pub(super) fn nearest(index: &GalleryIndex, query: &Query, text: &Bits) -> Vec<u32> {
    let length = index.items.to_native() as usize;
    let mut having = vec![0u32; length];
    let mut add = |items: &Bits| items.iter().for_each(|item| having[item as usize] += 1);
    if !query.text.is_empty() {
        add(text);
    }
    for facet in Facet::ALL.into_iter().filter(|facet| !query.choice(*facet).include.is_empty()) {
        add(&included(index, facet, query.choice(facet)));
    }
    for facet in Facet::ALL {
        excluded(index, facet, query.choice(facet), None).iter().for_each(|item| having[item as usize] = 0);
    }
    let found: Vec<u32> = (0..index.items.to_native()).filter(|item| having[*item as usize] > 0).collect();
    ordered(&found, |item| u32::MAX - having[item as usize])
}

#[cfg(test)]
mod tests;
