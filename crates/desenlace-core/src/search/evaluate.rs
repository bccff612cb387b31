//! Which items a text finds, and in which order: every word gives each item a value, and the values add up, a rare
//! word counting for more. It works on an array with a byte for each item, which is faster than merging lists where
//! a beginning stands for thousands of words. It does not know facets.

use super::lookup::{Found, Lookup, RANKS};
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

/// What a word is worth by its rank and the impact of its posting, of which the lower half is for texts, and a quarter
/// each for other names and for names.
const WORTH: [[u8; 16]; RANKS] = {
    let mut worth = [[0; 16]; RANKS];
    let mut rank = 0;
    while rank < RANKS {
        let mut impact = 0;
        while impact < 16 {
            worth[rank][impact] = match impact {
                0..=7 => TEXT[rank] + impact as u8,
                8..=11 => ALIAS[rank] + (impact as u8 - 8) * 2,
                _ => NAME[rank] + (impact as u8 - 12) * 4,
            };
            impact += 1;
        }
        rank += 1;
    }
    worth
};

/// What it merits to have a word, besides what the word is worth: more than all that can be asked for together are
/// worth, which is 64 times at most 255 times at most 134.
const WORD: u32 = 1 << 24;

/// How many values eleven bits have.
const DIGITS: usize = 1 << 11;

/// What a text finds in a gallery.
pub(crate) struct Evaluated {
    /// The items that have everything that is asked for.
    pub(crate) items: Bits,
    /// What was made of each word that is asked for.
    pub(crate) words: Vec<Found>,
    /// For each item, how many of those words it has, in units of [`WORD`], and what they are worth together.
    merits: Vec<u32>,
}

impl Evaluated {
    /// Puts items in their order: the most words first, then the best score, then the order of the corpus. Without
    /// words that is the order of the corpus.
    pub(crate) fn rank(&self, items: &Bits) -> Vec<u32> {
        if self.words.is_empty() {
            return items.items();
        }
        let merit = |item: &u32| self.merits[*item as usize];
        let mut items = items.items();
        let least = items.iter().map(merit).min().unwrap_or_default();
        let most = items.iter().map(merit).max().unwrap_or_default();
        // Items ascend, so it is enough to sort by merit and leave equals as they are: a round over each few bits of it,
        // which is several times faster than comparing, and only over as many as tell the best from the least.
        let mut sorted = vec![0; items.len()];
        let mut shift = 0;
        while shift < u32::BITS && (most - least) >> shift > 0 {
            let digit = |item: &u32| ((most - merit(item)) >> shift) as usize % DIGITS;
            let mut ends = [0usize; DIGITS + 1];
            items.iter().for_each(|item| ends[digit(item) + 1] += 1);
            for at in 0..DIGITS {
                ends[at + 1] += ends[at];
            }
            for item in &items {
                let place = &mut ends[digit(item)];
                sorted[*place] = *item;
                *place += 1;
            }
            std::mem::swap(&mut items, &mut sorted);
            shift += DIGITS.ilog2();
        }
        items
    }

    /// The items that have at least one of the words.
    pub(crate) fn partial(&self) -> Bits {
        let mut items = Bits::none(self.merits.len());
        items.insert_all((0u32..).zip(&self.merits).filter(|(_, merit)| **merit > 0).map(|(item, _)| item));
        items
    }
}

/// Evaluates the text of a query in a gallery, in all languages or in one. What the veil hides is not found.
pub(crate) fn evaluate(corpus: &Corpus, gallery: Gallery, query: &Query) -> Evaluated {
    let length = gallery.len(corpus);
    let parts = parse(&query.text);
    let mut evaluated = Evaluated { items: Bits::all(length), words: Vec::new(), merits: Vec::new() };
    if parts.is_empty() {
        return evaluated;
    }
    let mut lookup = Lookup::new(corpus, gallery);
    let mut worth = Worth { values: vec![0; length], having: Vec::new() };
    let wanted = parts.iter().filter(|part| !part.excluded);
    if wanted.clone().next().is_some() {
        evaluated.merits = vec![0; length];
        for (part, word) in wanted.clone().flat_map(|part| part.words.iter().map(move |word| (part, word))) {
            let found = worth.fill(&mut lookup, word, part.phrase);
            worth.keep_readable(corpus, gallery, query, word, &found, part.phrase);
            evaluated.words.push(found);
            evaluated.add(&worth);
        }
        let all = evaluated.words.len() as u32 * WORD;
        let having = worth.having.iter().copied();
        evaluated.items = Bits::none(length);
        evaluated.items.insert_all(having.filter(|item| evaluated.merits[*item as usize] >= all));
    }
    for part in wanted.filter(|part| part.phrase && part.words.len() > 1) {
        evaluated.items.retain(|item| has_phrase(corpus, gallery, item, part, query));
    }
    if let Some(language) = query.language {
        let terms = Terms::new(parts.clone(), evaluated.words.clone());
        evaluated.items.retain(|item| terms.all_in(corpus, gallery, item, language, &query.veil));
    }
    for part in parts.iter().filter(|part| part.excluded) {
        let mut having = evaluated.items.clone();
        for word in &part.words {
            let found = worth.fill(&mut lookup, word, true);
            worth.keep_readable(corpus, gallery, query, word, &found, true);
            having.retain(|item| worth.values[item as usize] > 0);
        }
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
    fn add(&mut self, worth: &Worth) {
        let rarity = rarity(worth.values.len(), worth.having.len());
        for &item in &worth.having {
            self.merits[item as usize] += WORD + u32::from(worth.values[item as usize]) * rarity;
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

/// What a word is worth in the items of a gallery.
struct Worth {
    /// For each item.
    values: Vec<u8>,
    /// The items that have it, each once, in no order: most words are in few items, and only those need be looked at.
    having: Vec<u32>,
}

impl Worth {
    /// Takes another word. Where `letters` are asked for, neither stems nor near words count.
    fn fill(&mut self, lookup: &mut Lookup<'_>, word: &Word, letters: bool) -> Found {
        self.having.drain(..).for_each(|item| self.values[item as usize] = 0);
        lookup.find(word, letters, &mut |rank, items| {
            let worth = &WORTH[rank.min(RANKS - 1)];
            for (item, impact) in items {
                if let Some(value) = self.values.get_mut(item as usize) {
                    if *value == 0 {
                        self.having.push(item);
                    }
                    *value = (*value).max(worth[usize::from(impact & 15)]);
                }
            }
        })
    }

    /// Takes the word back from items that have it only where the veil lets nothing be read.
    fn keep_readable(
        &mut self,
        corpus: &Corpus,
        gallery: Gallery,
        query: &Query,
        word: &Word,
        found: &Found,
        letters: bool,
    ) {
        if !query.veil.is_drawn() {
            return;
        }
        let part = Part { words: vec![word.clone()], phrase: letters, excluded: false };
        let terms = Terms::new(vec![part], vec![found.clone()]);
        self.having.retain(|item| {
            let mut readable = !query.veil.hides_item(corpus, gallery, *item);
            if !readable {
                query.veil.readable(corpus, gallery, *item, &mut |_, _, text| {
                    readable = readable || !terms.hits(text).is_empty();
                });
            }
            if !readable {
                self.values[*item as usize] = 0;
            }
            readable
        });
    }
}

/// How much a word counts: 8 if every item has it, and 4 more each time that only half as many have it.
fn rarity(items: usize, having: usize) -> u32 {
    let ratio = (items as u64 / having.max(1) as u64).max(1);
    8 + 2 * (ratio * ratio).ilog2()
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
