//! Which items of a gallery have which values of a facet. It does not know what is asked; sets of values are sets of
//! numbers that exist, so that the work is bounded by the corpus and not by what was asked.

use crate::bits::Bits;
use crate::facet::{Facet, Gallery};
use crate::packed::{Corpus, Postings};
use crate::veil::Veil;

/// The values of a facet, as the items of a gallery have them and the veil lets it be told.
pub(super) struct Values<'c> {
    corpus: &'c Corpus,
    gallery: Gallery,
    facet: Facet,
    veil: &'c Veil,
    /// How many items there are.
    items: usize,
    /// Which items have each value; none where the items say it themselves, as they do of their film.
    postings: Option<&'c Postings>,
    /// How many values there are.
    length: usize,
}

impl<'c> Values<'c> {
    pub(super) fn new(corpus: &'c Corpus, gallery: Gallery, facet: Facet, veil: &'c Veil) -> Self {
        let stored = &corpus.gallery(gallery).facets[facet as usize].values;
        let postings = (facet != Facet::Film).then_some(stored);
        let (items, length) = (gallery.len(corpus), facet.len(corpus));
        Self { corpus, gallery, facet, veil, items, postings, length }
    }

    /// Those of some numbers that are values.
    pub(super) fn known(&self, numbers: &[u32]) -> Bits {
        let mut known = Bits::none(self.length);
        known.insert_all(numbers.iter().copied());
        known
    }

    /// The items that have any of some values, and those that have several of them.
    pub(super) fn having(&self, values: &Bits) -> (Bits, Bits) {
        let (mut any, mut several) = (Bits::none(self.items), Bits::none(self.items));
        match self.postings {
            Some(postings) => {
                for value in values.items() {
                    for item in postings.items(value) {
                        if self.shows(item, value) && !any.insert(item) {
                            several.insert(item);
                        }
                    }
                }
            }
            None => any.insert_all(self.all_items().filter(|item| values.contains(self.film(*item)))),
        }
        (any, several)
    }

    /// The items that have all of some values.
    pub(super) fn having_all(&self, values: &Bits) -> Bits {
        let mut having = Bits::all(self.items);
        for value in values.items() {
            let mut one = Bits::none(self.length);
            one.insert(value);
            having.intersect(&self.having(&one).0);
            if having.is_empty() {
                break;
            }
        }
        having
    }

    /// How many of some items have each value; for the values in `apart`, how many of some others.
    pub(super) fn counts(&self, items: &Bits, apart: &Bits, others: &Bits) -> Vec<u32> {
        let Some(postings) = self.postings else { return self.count_films(items, apart, others) };
        let told = !self.veil.is_drawn();
        let everything = told && items.count() == self.items;
        (0u32..)
            .take(self.length)
            .map(|value| {
                let among = if apart.contains(value) { others } else { items };
                let count = if everything && !apart.contains(value) {
                    postings.count(value)
                } else if told {
                    postings.count_among(value, among)
                } else {
                    let having = postings.items(value).filter(|item| among.contains(*item));
                    having.filter(|item| self.shows(*item, value)).count()
                };
                u32::try_from(count).unwrap_or(u32::MAX)
            })
            .collect()
    }

    fn count_films(&self, items: &Bits, apart: &Bits, others: &Bits) -> Vec<u32> {
        let mut counts = vec![0; self.length];
        let mut count = |item: u32, lifted: bool| {
            let film = self.film(item);
            if let Some(count) = counts.get_mut(film as usize).filter(|_| apart.contains(film) == lifted) {
                *count += 1;
            }
        };
        items.each(|item| count(item, false));
        if !apart.is_empty() {
            others.each(|item| count(item, true));
        }
        counts
    }

    /// Whether an item that has a value may be found by it. Of which film something is always may.
    fn shows(&self, item: u32, value: u32) -> bool {
        !self.veil.is_drawn() || self.veil.shows(self.corpus, self.gallery, item, self.facet, value)
    }

    /// The film that an item is of, or is.
    fn film(&self, item: u32) -> u32 {
        match self.gallery {
            Gallery::Films => item,
            Gallery::Characters | Gallery::Fates => {
                let character = self.corpus.characters.get(item as usize);
                character.map_or(u32::MAX, |character| character.film.get().0)
            }
        }
    }

    fn all_items(&self) -> impl Iterator<Item = u32> + use<'c> {
        (0u32..).take(self.items)
    }
}
