//! What to offer where nothing remains: which single choice is in the way, and what comes nearest. It asks the same
//! predicate as the answer does.

use super::{Filter, Query, ordered, remaining};
use crate::bits::Bits;
use crate::facet::{Facet, Gallery};
use crate::packed::Corpus;

/// Something of a query that can be taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lift {
    /// The text.
    Text,
    /// A value of a facet, included or excluded.
    Value(Facet, u32),
}

/// How many things are tried at most, so that a long address cannot ask for the work of thousands of queries.
const MOST: usize = 64;

/// For each thing that is asked for, how many items would remain if it alone were taken back: the text first, then
/// the values in the order of the facets, 64 at most. What would still leave nothing is left out.
#[must_use]
pub fn lifted(corpus: &Corpus, gallery: Gallery, query: &Query) -> Vec<(Lift, usize)> {
    let text = (!query.text.is_empty()).then_some(Lift::Text);
    let values = Facet::ALL.into_iter().flat_map(|facet| {
        let choice = query.choice(facet);
        choice.include.iter().chain(&choice.exclude).map(move |value| Lift::Value(facet, *value))
    });
    let mut lifted = Vec::new();
    for lift in text.into_iter().chain(values).take(MOST) {
        let mut less = query.clone();
        match lift {
            Lift::Text => less.text.clear(),
            Lift::Value(facet, value) => less.choice_mut(facet).release(value),
        }
        let count = remaining(corpus, gallery, &less).count();
        if count > 0 {
            lifted.push((lift, count));
        }
    }
    lifted
}

/// The items that have the most of what is asked for, the text, where one is asked for, counting as one thing, and
/// nothing that is excluded; equals in the order of the corpus. Items that have nothing of it are left out.
pub(super) fn nearest(length: usize, text: Option<&Bits>, filters: &[Filter<'_>; Facet::COUNT]) -> Vec<u32> {
    let mut having = vec![0u32; length];
    for items in text.into_iter().chain(filters.iter().filter_map(|filter| filter.included.as_ref())) {
        items.each(|item| having[item as usize] += 1);
    }
    for (any, _) in filters.iter().filter_map(|filter| filter.removed.as_ref()) {
        any.each(|item| having[item as usize] = 0);
    }
    let found: Vec<u32> = (0u32..).take(length).filter(|item| having[*item as usize] > 0).collect();
    ordered(&found, |item| u32::MAX - having[item as usize])
}

#[cfg(test)]
mod tests;
