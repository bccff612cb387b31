//! Which words of the dictionary a typed word stands for, and how well. It does not know items or scores.

use super::near::{MOST, Pattern};
use super::parse::Word;
use super::stem::stem;
use crate::facet::Gallery;
use crate::model::dictionary::{ArchivedDictionary, Items, Walk};
use crate::packed::Corpus;

/// How a typed word is found; the better, the lower.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    /// By the same letters with the same accents; case does not matter.
    Exact,
    /// By the same letters, accents aside.
    Folded,
    /// By another form of the word.
    Stemmed,
    /// By one edit in words of 4 to 7 letters, by one or two in longer ones.
    Near,
}

/// What a typed word was taken for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The word as typed, in lower case.
    pub word: String,
    /// The best way in which it is found in the gallery; none where it is not.
    pub class: Option<Class>,
    /// Where it is near: the words that it was taken for, in the order of the dictionary. Where it is not found and
    /// nothing matches all words: the nearest words there are, at most eight, to be offered.
    pub near: Vec<String>,
}

/// The most words that are offered for one that is not found.
const OFFERED: usize = 8;

/// How a word of the dictionary compares; the better, the lower. Beginnings count less than whole words.
pub(crate) type Rank = usize;
/// How many ranks there are.
pub(crate) const RANKS: usize = 7;
const WHOLE: Rank = 0;
const BEGINNING: Rank = 2;
const STEM: Rank = 4;
const NEAR: Rank = 5;

/// How many words of one text may be looked for by nearness, which reads the whole dictionary.
const NEAR_WORDS: usize = 8;

/// The class of a rank.
pub(crate) fn class(rank: Rank) -> Class {
    match rank {
        WHOLE | BEGINNING => Class::Exact,
        1 | 3 => Class::Folded,
        STEM => Class::Stemmed,
        _ => Class::Near,
    }
}

/// How another word compares with a typed one, nearness aside; both forms of it are given. Where letters are asked
/// for, stems do not count.
pub(crate) fn rank(
    asked: &Word,
    stem_of_asked: &str,
    letters: bool,
    lower: &str,
    folded: &str,
) -> Option<Rank> {
    if folded == asked.folded {
        Some(WHOLE + usize::from(lower != asked.lower))
    } else if asked.unfinished && folded.starts_with(&asked.folded) {
        Some(BEGINNING + usize::from(!lower.starts_with(&asked.lower)))
    } else if !letters && folded.starts_with(stem_of_asked) && stem(folded) == stem_of_asked {
        Some(STEM)
    } else {
        None
    }
}

/// How many edits a word allows.
pub(crate) fn allowed(word: &str) -> usize {
    match word.chars().take(8).count() {
        0..=3 => 0,
        4..=7 => 1,
        _ => 2,
    }
}

/// Looks words up for one text.
pub(crate) struct Lookup<'c> {
    dictionary: &'c ArchivedDictionary,
    gallery: Gallery,
    near_words: usize,
}

impl<'c> Lookup<'c> {
    pub(crate) fn new(corpus: &'c Corpus, gallery: Gallery) -> Self {
        Self { dictionary: &corpus.index.words, gallery, near_words: NEAR_WORDS }
    }

    /// Calls with the rank and the items of every word that a typed one stands for. Where `letters` are asked for,
    /// neither stems nor near words do.
    pub(crate) fn find(&mut self, word: &Word, letters: bool, hit: &mut dyn FnMut(Rank, Items<'c>)) -> Found {
        let mut best = usize::MAX;
        let stem = if letters { &word.folded } else { stem(&word.folded) };
        let beginning = self.beginning(word);
        let mut walk = self.dictionary.from(stem);
        while walk.advance() {
            if !walk.folded().starts_with(stem) {
                if walk.folded() > stem {
                    break;
                }
                continue;
            }
            let Some(rank) = rank(word, stem, letters, walk.word(), walk.folded()) else { continue };
            if rank >= BEGINNING && beginning.is_some() {
                // Whole words come first, and what only begins with them is known.
                break;
            }
            let mut hit_if_in = |walk: &mut Walk<'c>| {
                if walk.is_in(self.gallery) {
                    best = best.min(class(rank) as usize);
                    hit(rank, walk.items(self.gallery));
                }
            };
            hit_if_in(&mut walk);
            // What begins with the very letters is all there is behind it for a while, and need not be read.
            while rank == BEGINNING && walk.advance_within(word.lower.len()) {
                hit_if_in(&mut walk);
            }
        }
        for (rank, items) in (BEGINNING..).zip(beginning.into_iter().flatten()) {
            if items.clone().next().is_some() {
                best = best.min(class(rank) as usize);
                hit(rank, items);
            }
        }
        let best = [Class::Exact, Class::Folded, Class::Stemmed].get(best).copied();
        let mut found = Found { word: word.lower.clone(), class: best, near: Vec::new() };
        let edits = allowed(&word.folded);
        if found.class.is_none() && !letters && edits > 0 && self.near_words > 0 {
            self.near_words -= 1;
            let (rank, words) = self.near(&word.folded, edits, word.unfinished);
            found.class = (!words.is_empty()).then_some(Class::Near);
            for (word, items) in words {
                found.near.push(word);
                hit(rank, items);
            }
        }
        found
    }

    /// What has a word that begins with a letter, if that is all there is of a word and that is known at once.
    fn beginning(&self, word: &Word) -> Option<[Items<'c>; 2]> {
        let mut letters = word.folded.chars();
        let letter = letters.next().filter(|_| letters.as_str().is_empty())?;
        let alone = word.unfinished && word.lower == word.folded;
        alone.then(|| self.dictionary.beginning(letter, self.gallery))?
    }

    /// The words nearest to one that is not found, to be offered instead.
    pub(crate) fn nearest(&mut self, word: &Word) -> Vec<String> {
        let letters = word.folded.chars().take(4).count();
        if self.near_words == 0 || letters < 2 {
            return Vec::new();
        }
        self.near_words -= 1;
        let edits = if letters < 4 { 1 } else { (allowed(&word.folded) + 1).min(MOST) };
        let (_, words) = self.near(&word.folded, edits, false);
        words.into_iter().take(OFFERED).map(|(word, _)| word).collect()
    }

    /// The words with the fewest edits, if that is few enough, or else, where the word is unfinished, those that begin
    /// with something that has as few. The rank says which. Fewer edits are tried first, because most mistakes are
    /// single ones and a single one is found several times faster.
    fn near(&self, folded: &str, edits: usize, unfinished: bool) -> (Rank, Vec<(String, Items<'c>)>) {
        (1..=edits)
            .filter_map(|edits| Pattern::new(folded, edits))
            .map(|pattern| self.within(pattern, unfinished))
            .find(|(_, words)| !words.is_empty())
            .unwrap_or((NEAR, Vec::new()))
    }

    /// The words within the edits of a pattern, or those that begin with something that is.
    fn within(&self, mut pattern: Pattern, unfinished: bool) -> (Rank, Vec<(String, Items<'c>)>) {
        let (mut whole, mut begun) = (Vec::new(), Vec::new());
        let mut walk = self.dictionary.from("");
        loop {
            let beginnings = unfinished && whole.is_empty();
            // Most blocks begin with something that no near word begins with, and are passed over as a whole.
            while let Some(common) = walk.block() {
                pattern.compare(common);
                let Some(beyond) = pattern.beyond(beginnings) else { break };
                walk.pass_blocks(&common[..beyond]);
            }
            if !walk.advance() {
                break;
            }
            let (is_near, begins_near) = pattern.compare(walk.word());
            if (is_near || (beginnings && begins_near)) && walk.is_in(self.gallery) {
                let words = if is_near { &mut whole } else { &mut begun };
                words.push((walk.word().to_owned(), walk.items(self.gallery)));
            } else if let Some(beyond) = pattern.beyond(beginnings) {
                while walk.advance_within(beyond) {}
            }
        }
        if whole.is_empty() { (NEAR + 1, begun) } else { (NEAR, whole) }
    }
}

#[cfg(test)]
mod tests;
