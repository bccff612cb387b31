//! Where a text has the words that were asked for: the same comparison as in the index, made on the text itself.
//! Answers are explained with it, and phrases found. It does not know the index but for words that are near.

use super::fields::{Field, fields};
use super::lookup::{Class, Found, Lookup, class, rank};
use super::parse::{Part, Word, parse};
use super::stem::stem;
use crate::facet::Gallery;
use crate::fold;
use crate::model::Language;
use crate::packed::Corpus;
use std::ops::Range;

/// The words that a text asks for, each with what it was taken for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Terms {
    parts: Vec<Part>,
    found: Vec<Found>,
    /// The letters that a word must begin with to be compared at all.
    initials: Vec<char>,
}

/// A word of a text that was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Where it stands, in bytes, whole letters with their accents.
    pub range: Range<usize>,
    /// Which of the words asked for it is, in their order, leaving out excluded ones.
    pub word: usize,
    /// How it was found.
    pub class: Class,
}

impl Terms {
    /// What a text asks for in a gallery.
    #[must_use]
    pub fn of(corpus: &Corpus, gallery: Gallery, text: &str) -> Self {
        let parts = parse(text);
        let mut lookup = Lookup::new(corpus, gallery);
        let wanted = parts.iter().filter(|part| !part.excluded);
        let words = wanted.flat_map(|part| part.words.iter().map(|word| (part.phrase, word)));
        let found = words.map(|(phrase, word)| lookup.find(word, phrase, &mut |_, _| {})).collect();
        Self::new(parts, found)
    }

    /// What a text asks for, where an [`Answer`](crate::query::Answer) to that very text says already what its words
    /// were taken for.
    #[must_use]
    pub fn taken(text: &str, words: &[Found]) -> Self {
        Self::new(parse(text), words.to_vec())
    }

    pub(super) fn new(parts: Vec<Part>, found: Vec<Found>) -> Self {
        let mut terms = Self { parts, found, initials: Vec::new() };
        let mut initials = Vec::new();
        let mut add = |word: &str| initials.extend(word.chars().next());
        terms.each().for_each(|(_, word)| add(&word.folded));
        terms.found.iter().flat_map(|found| &found.near).for_each(|near| add(&fold::fold(near)));
        terms.initials = initials;
        terms
    }

    /// Whether nothing is asked for.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// What each word that is asked for was taken for, leaving out excluded ones.
    #[must_use]
    pub fn words(&self) -> &[Found] {
        &self.found
    }

    /// Where a text has the words, ascending.
    #[must_use]
    pub fn hits(&self, text: &str) -> Vec<Hit> {
        let mut hits = Vec::new();
        let phrases = self.wanted().filter(|part| part.phrase);
        let phrases: Vec<Range<usize>> = phrases.flat_map(|part| phrase_in(text, &part.words)).collect();
        for (at, raw) in fold::spans(text) {
            if !self.may_be(raw) {
                continue;
            }
            let range = at..at + raw.len();
            let within = phrases.iter().any(|phrase| phrase.start <= range.start && range.end <= phrase.end);
            if let Some((word, class)) = self.best(raw, within) {
                hits.push(Hit { range, word, class });
            }
        }
        hits
    }

    /// Whether every word that is asked for occurs in some text of an item in one language, or in one that belongs
    /// to all languages.
    pub(super) fn all_in(&self, corpus: &Corpus, gallery: Gallery, item: u32, language: Language) -> bool {
        let mut having = vec![false; self.found.len()];
        fields(corpus, gallery, item, &mut |_: Field, own, text| {
            if own.is_none_or(|own| own == language) {
                for (_, raw) in fold::spans(text) {
                    let (lower, folded) = (fold::lower(raw), fold::fold(raw));
                    for (at, (part, word)) in self.each().enumerate() {
                        having[at] = having[at] || self.compare(at, part, word, &lower, &folded).is_some();
                    }
                }
            }
        });
        having.into_iter().all(|having| having)
    }

    /// Whether a word of a text begins like any that is asked for. Folding every word of a long text would take the
    /// time that a keystroke has; an accented letter is left to be folded.
    fn may_be(&self, raw: &str) -> bool {
        let first = raw.chars().next().unwrap_or(' ');
        !first.is_ascii() || self.initials.contains(&first.to_ascii_lowercase())
    }

    /// Which word that is asked for a word of a text is; words of phrases count only within their phrase.
    fn best(&self, raw: &str, in_phrase: bool) -> Option<(usize, Class)> {
        let (lower, folded) = (fold::lower(raw), fold::fold(raw));
        let each = self.each().enumerate().filter(|(_, (part, _))| in_phrase || !part.phrase);
        let compared = each.filter_map(|(at, (part, word))| {
            self.compare(at, part, word, &lower, &folded).map(|class| (at, class))
        });
        compared.min_by_key(|(_, class)| *class)
    }

    fn compare(&self, at: usize, part: &Part, word: &Word, lower: &str, folded: &str) -> Option<Class> {
        let stem = if part.phrase { &word.folded } else { stem(&word.folded) };
        let by_letters = rank(word, stem, part.phrase, lower, folded).map(class);
        let found = self.found.get(at)?;
        let near = found.class == Some(Class::Near) && found.near.iter().any(|near| near == lower);
        by_letters.or(near.then_some(Class::Near))
    }

    fn wanted(&self) -> impl Iterator<Item = &Part> {
        self.parts.iter().filter(|part| !part.excluded)
    }

    fn each(&self) -> impl Iterator<Item = (&Part, &Word)> {
        self.wanted().flat_map(|part| part.words.iter().map(move |word| (part, word)))
    }
}

/// Where a text has some words one behind the other, each by its letters but for accents and case.
pub(super) fn phrase_in<'a>(text: &'a str, words: &'a [Word]) -> impl Iterator<Item = Range<usize>> + 'a {
    // A bit for each count of words that have just been found in a row, and where the last words began.
    let mut rows = 0u64;
    let mut starts = Vec::new();
    fold::spans(text).filter_map(move |(at, raw)| {
        let mut next = 0;
        for (place, word) in words.iter().enumerate().take(64) {
            if (place == 0 || rows >> (place - 1) & 1 == 1) && is_word(raw, word) {
                next |= 1 << place;
            }
        }
        rows = next;
        if rows == 0 {
            starts.clear();
            return None;
        }
        starts.push(at);
        let whole = words.len().checked_sub(1).is_some_and(|last| rows >> last.min(63) & 1 == 1);
        let start = starts.len().checked_sub(words.len()).and_then(|first| starts.get(first));
        start.filter(|_| whole).map(|start| *start..at + raw.len())
    })
}

/// Whether a word of a text is an asked one, but for accents and case.
fn is_word(raw: &str, word: &Word) -> bool {
    let same = |raw: &[u8]| {
        let length = if word.unfinished { word.folded.len().min(raw.len()) } else { raw.len() };
        raw[..length].eq_ignore_ascii_case(word.folded.as_bytes())
    };
    if raw.is_ascii() { same(raw.as_bytes()) } else { same(fold::fold(raw).as_bytes()) }
}
