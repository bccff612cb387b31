//! Where a text has the words that were asked for: the same comparison as in the index, made on the text itself.
//! Answers are explained with it, and phrases found. It does not know the index but for words that are near.

use super::lookup::{Class, Found, Lookup, class, rank};
use super::parse::{Part, Word, parse};
use super::phrase::phrase_in;
use super::stem::stem;
use crate::facet::Gallery;
use crate::fold;
use crate::model::Language;
use crate::packed::Corpus;
use crate::veil::Veil;
use std::ops::Range;

/// The words that a text asks for, each with what it was taken for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Terms {
    parts: Vec<Part>,
    found: Vec<Found>,
    /// The letters with which a word begins that may be one of them; most words of a text are none and need not be folded.
    letters: u32,
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
        let words = parts.iter().flat_map(|part| part.words.iter().map(|word| &word.folded));
        let near = found.iter().flat_map(|found| &found.near);
        let letters = words.chain(near).fold(0, |letters, word| letters | letter(word));
        Self { parts, found, letters }
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
    pub(super) fn all_in(
        &self,
        corpus: &Corpus,
        gallery: Gallery,
        item: u32,
        language: Language,
        veil: &Veil,
    ) -> bool {
        let mut missing: Vec<_> = self.each().enumerate().collect();
        veil.readable(corpus, gallery, item, &mut |_, own, text| {
            if own.is_none_or(|own| own == language) {
                let mut spans = fold::spans(text);
                // What has been found is not looked for again, so common words cost little.
                while let Some((_, raw)) = spans.next().filter(|_| !missing.is_empty()) {
                    if !self.may_be(raw) {
                        continue;
                    }
                    let (lower, folded) = (fold::lower(raw), fold::fold(raw));
                    let is_missing = |at, part, word| self.compare(at, part, word, &lower, &folded).is_none();
                    missing.retain(|(at, (part, word))| is_missing(*at, part, word));
                }
            }
        });
        missing.is_empty()
    }

    /// Which word that is asked for a word of a text is; words of phrases count only within their phrase.
    fn best(&self, raw: &str, in_phrase: bool) -> Option<(usize, Class)> {
        if !self.may_be(raw) {
            return None;
        }
        let (lower, folded) = (fold::lower(raw), fold::fold(raw));
        let each = self.each().enumerate().filter(|(_, (part, _))| in_phrase || !part.phrase);
        let compared = each.filter_map(|(at, (part, word))| {
            self.compare(at, part, word, &lower, &folded).map(|class| (at, class))
        });
        compared.min_by_key(|(_, class)| *class)
    }

    /// Whether a word of a text begins with a letter with which one of the words does.
    fn may_be(&self, raw: &str) -> bool {
        self.letters & letter(raw) != 0
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

/// The first letter of a word as a bit, of either case; all bits where it is none of ASCII, since it may be folded
/// into any.
fn letter(word: &str) -> u32 {
    word.bytes().next().filter(u8::is_ascii).map_or(u32::MAX, |letter| 1 << (letter % 32))
}
