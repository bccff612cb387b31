//! Which items a text finds, and in which order: every word gives each item a value, and the values add up, a rare
//! word counting for more. It works on an array with a byte for each item, which is faster than merging lists where
//! a beginning stands for thousands of words. It does not know facets.

use super::lookup::{Found, Lookup, RANKS, Rank};
use super::parse::{Part, Word, parse};
use super::phrase::phrase_in;
use super::terms::Terms;
use crate::bits::Bits;
use crate::facet::Gallery;
use crate::packed::Corpus;
use crate::query::Query;

/// What a word is worth in a field of each tier, by rank; what follows is added by impact.
const NAME: [u8; RANKS] = [240, 224, 208, 192, 176, 96, 80];
const ALIAS: [u8; RANKS] = [120, 112, 104, 96, 88, 48, 40];
const TEXT: [u8; RANKS] = [56, 48, 40, 32, 24, 16, 8];

/// How many values eleven bits have.
const DIGITS: usize = 1 << 11;

/// What a text finds in a gallery.
pub(crate) struct Evaluated {
    /// The items that have everything that is asked for.
    pub(crate) items: Bits,
    /// What was made of each word that is asked for.
    pub(crate) words: Vec<Found>,
    /// For each item, how many of those words it has.
    having: Vec<u8>,
    /// For each item, what they are worth together.
    scores: Vec<u32>,
}

impl Evaluated {
    /// Puts items in their order: the most words first, then the best score, then the order of the corpus. Without
    /// words that is the order of the corpus.
    pub(crate) fn rank(&self, items: impl Iterator<Item = u32>) -> Vec<u32> {
        if self.words.is_empty() {
            return items.collect();
        }
        let key = |item: u32| {
            let (having, score) = (self.having[item as usize], self.scores[item as usize]);
            let merit = u64::from(having) << 24 | u64::from(score.min((1 << 24) - 1));
            !merit << 32 | u64::from(item)
        };
        let mut keys: Vec<u64> = items.map(key).collect();
        // Items ascend, so it is enough to sort by merit and leave equals as they are: three rounds over the bits of
        // it, which is several times faster than comparing.
        let mut sorted = vec![0; keys.len()];
        for shift in [32, 43, 54] {
            let digit = |key: u64| (key >> shift) as usize % DIGITS;
            let mut ends = [0usize; DIGITS + 1];
            keys.iter().for_each(|key| ends[digit(*key) + 1] += 1);
            for at in 0..DIGITS {
                ends[at + 1] += ends[at];
            }
            for key in &keys {
                let place = &mut ends[digit(*key)];
                sorted[*place] = *key;
                *place += 1;
            }
            std::mem::swap(&mut keys, &mut sorted);
        }
        keys.into_iter().map(|key| (key & u64::from(u32::MAX)) as u32).collect()
    }

    /// The items that have at least one of the words.
    pub(crate) fn partial(&self) -> Bits {
        let mut items = Bits::none(self.having.len());
        items.insert_all((0u32..).zip(&self.having).filter(|(_, having)| **having > 0).map(|(item, _)| item));
        items
    }
}

/// Evaluates the text of a query in a gallery, in all languages or in one. What the veil hides is not found.
pub(crate) fn evaluate(corpus: &Corpus, gallery: Gallery, query: &Query) -> Evaluated {
    let length = gallery.len(corpus);
    let parts = parse(&query.text);
    let mut evaluated =
        Evaluated { items: Bits::all(length), words: Vec::new(), having: Vec::new(), scores: Vec::new() };
    if parts.is_empty() {
        return evaluated;
    }
    let mut lookup = Lookup::new(corpus, gallery);
    let mut values = vec![0u8; length];
    let wanted = parts.iter().filter(|part| !part.excluded);
    if wanted.clone().next().is_some() {
        (evaluated.having, evaluated.scores) = (vec![0; length], vec![0; length]);
        for (part, word) in wanted.clone().flat_map(|part| part.words.iter().map(move |word| (part, word))) {
            let found = fill(&mut lookup, word, part.phrase, &mut values);
            keep_readable(corpus, gallery, query, word, &found, part.phrase, &mut values);
            evaluated.words.push(found);
            evaluated.add(&values);
        }
        let all = evaluated.words.len();
        let having = (0u32..).zip(&evaluated.having).filter(|(_, having)| usize::from(**having) == all);
        evaluated.items = Bits::none(length);
        evaluated.items.insert_all(having.map(|(item, _)| item));
    }
    for part in wanted.filter(|part| part.phrase && part.words.len() > 1) {
        evaluated.items.retain(|item| has_phrase(corpus, gallery, item, part, query));
    }
    if let Some(language) = query.language {
        let terms = Terms::new(parts.clone(), evaluated.words.clone());
        evaluated.items.retain(|item| terms.all_in(corpus, gallery, item, language, &query.veil));
    }
    for part in parts.iter().filter(|part| part.excluded) {
        let mut having = Bits::all(length);
        for word in &part.words {
            let found = fill(&mut lookup, word, true, &mut values);
            keep_readable(corpus, gallery, query, word, &found, true, &mut values);
            having.retain(|item| values[item as usize] > 0);
        }
        having.intersect(&evaluated.items);
        if part.words.len() > 1 {
            let anywhere = Query { veil: query.veil.clone(), ..Query::default() };
            having.retain(|item| has_phrase(corpus, gallery, item, part, &anywhere));
        }
        evaluated.items.subtract(&having);
    }
    if evaluated.items.is_empty() {
        evaluated.offer(&parts, &mut lookup);
    }
    evaluated
}

impl Evaluated {
    /// Adds what a word is worth to the items that have it.
    fn add(&mut self, values: &[u8]) {
        let having = values.iter().filter(|value| **value > 0).count();
        let rarity = rarity(values.len(), having);
        for ((value, having), score) in values.iter().zip(&mut self.having).zip(&mut self.scores) {
            *having += u8::from(*value > 0);
            *score += u32::from(*value) * rarity;
        }
    }

    /// Names what could have been meant by the words that are not found.
    fn offer(&mut self, parts: &[Part], lookup: &mut Lookup<'_>) {
        let words = parts.iter().filter(|part| !part.excluded).flat_map(|part| &part.words);
        for (found, word) in self.words.iter_mut().zip(words).filter(|(found, _)| found.class.is_none()) {
            found.near = lookup.nearest(word);
        }
    }
}

/// Gives each item what a word is worth in it.
fn fill(lookup: &mut Lookup<'_>, word: &Word, letters: bool, values: &mut [u8]) -> Found {
    values.fill(0);
    lookup.find(word, letters, &mut |rank, items| {
        let worth: [u8; 16] = std::array::from_fn(|impact| worth(rank, impact as u8));
        for (item, impact) in items {
            if let Some(value) = values.get_mut(item as usize) {
                *value = (*value).max(worth[usize::from(impact & 15)]);
            }
        }
    })
}

/// What a word is worth by its rank and the impact of its posting.
fn worth(rank: Rank, impact: u8) -> u8 {
    let rank = rank.min(RANKS - 1);
    match impact {
        0..=7 => TEXT[rank] + impact,
        8..=11 => ALIAS[rank] + (impact - 8) * 2,
        _ => NAME[rank] + (impact - 12) * 4,
    }
}

/// How much a word counts: 8 if every item has it, and 4 more each time that only half as many have it.
fn rarity(items: usize, having: usize) -> u32 {
    let ratio = (items as u64 / having.max(1) as u64).max(1);
    8 + 2 * (ratio * ratio).ilog2()
}

/// Takes back what a word is worth in an item that has it only where the veil lets nothing be read.
fn keep_readable(
    corpus: &Corpus,
    gallery: Gallery,
    query: &Query,
    word: &Word,
    found: &Found,
    letters: bool,
    values: &mut [u8],
) {
    if !query.veil.is_drawn() {
        return;
    }
    let part = Part { words: vec![word.clone()], phrase: letters, excluded: false };
    let terms = Terms::new(vec![part], vec![found.clone()]);
    for (item, value) in (0u32..).zip(values).filter(|(_, value)| **value > 0) {
        if query.veil.hides_item(corpus, gallery, item) {
            let mut readable = false;
            query.veil.readable(corpus, gallery, item, &mut |_, _, text| {
                readable = readable || !terms.hits(text).is_empty();
            });
            *value = if readable { *value } else { 0 };
        }
    }
}

/// Whether an item has a phrase in one of its texts that may be read.
fn has_phrase(corpus: &Corpus, gallery: Gallery, item: u32, part: &Part, query: &Query) -> bool {
    let (mut found, language) = (false, query.language);
    query.veil.readable(corpus, gallery, item, &mut |_, own, text| {
        let spoken = own.is_none() || language.is_none() || own == language;
        found = found || (spoken && phrase_in(text, &part.words).next().is_some());
    });
    found
}
