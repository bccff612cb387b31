//! The stretch of a text that shows best why it was found. Stretches and highlights never part a letter from what
//! belongs to it. It does not know where texts come from or how they are shown.

use super::terms::{Hit, Terms};
use crate::fold;
use std::ops::Range;

/// A stretch of a text with the words that were asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Snippet {
    /// The stretch, in bytes of the text.
    pub range: Range<usize>,
    /// The words in it, in bytes of the text, ascending and apart.
    pub highlights: Vec<Range<usize>>,
}

/// The stretch of about `length` bytes with the most of the words asked for, the better matches counting for more;
/// none where the text has none of them. A shorter text is whole; a longer one is cut between words where it can be.
///
/// ```
/// use desenlace_core::{facet::Gallery, model::Corpus, pack, search::{Terms, snippet}};
/// # let bytes = pack::encode(&Corpus::default());
/// # let corpus = pack::open(&bytes)?;
/// let terms = Terms::of(corpus, Gallery::Films, "cárcel");
/// let text = "Una carta llega a la cárcel de noche.";
/// let snippet = snippet(text, &terms, 16).unwrap();
/// assert_eq!(&text[snippet.highlights[0].clone()], "cárcel");
/// # Ok::<(), pack::PackError>(())
/// ```
#[must_use]
pub fn snippet(text: &str, terms: &Terms, length: usize) -> Option<Snippet> {
    let hits = terms.hits(text);
    let (first, last) = densest(&hits, length)?;
    let (start, end) = (hits[first].range.start, hits[last].range.end);
    let room = length.saturating_sub(end - start);
    // A third of the room before, so that the words are seen in their sentence; what one side lacks the other has.
    let before = (room / 3).max(room.saturating_sub(text.len() - end)).min(start);
    let range = cut(text, start - before, start)..cut_behind(text, end, end.saturating_add(room - before));
    let inside = hits.iter().map(|hit| whole(text, &hit.range));
    let highlights = inside.filter(|hit| range.start <= hit.start && hit.end <= range.end).collect();
    Some(Snippet { range, highlights })
}

/// The first and the last word of the best stretch.
fn densest(hits: &[Hit], length: usize) -> Option<(usize, usize)> {
    let mut best: Option<(u32, usize, usize)> = None;
    for first in 0..hits.len() {
        let mut seen = 0u64;
        let mut worth = 0;
        for (last, hit) in hits.iter().enumerate().skip(first) {
            if last > first && hit.range.end - hits[first].range.start > length {
                break;
            }
            let word = 1u64 << (hit.word % 64);
            worth += if seen & word == 0 { 16 - 3 * hit.class as u32 } else { 1 };
            seen |= word;
            if best.is_none_or(|(before, ..)| worth > before) {
                best = Some((worth, first, last));
            }
        }
    }
    best.map(|(_, first, last)| (first, last))
}

/// Where a stretch begins: at the first beginning of a word from `from` on, at `word` at the latest.
fn cut(text: &str, from: usize, word: usize) -> usize {
    if from == 0 {
        return 0;
    }
    let behind_space = text.bytes().enumerate().take(word).skip(from).find(|(at, _)| is_blank(text, at - 1));
    let at = behind_space.map_or(word, |(at, _)| at);
    let at = (at..=word).find(|at| !is_blank(text, *at)).unwrap_or(word);
    boundary(text, at)
}

/// Where a stretch ends: at the last end of a word up to `to`, at `word` at the earliest.
fn cut_behind(text: &str, word: usize, to: usize) -> usize {
    if to >= text.len() {
        return text.len();
    }
    let at = (word..=to).rev().find(|at| is_blank(text, *at)).unwrap_or(word);
    let at = (word..=at).rev().find(|at| *at == word || !is_blank(text, at - 1)).unwrap_or(word);
    boundary_behind(text, at)
}

fn is_blank(text: &str, at: usize) -> bool {
    text.as_bytes().get(at).is_some_and(|byte| matches!(byte, b' ' | b'\n'))
}

/// A range with everything that belongs to its letters.
fn whole(text: &str, range: &Range<usize>) -> Range<usize> {
    boundary(text, range.start)..boundary_behind(text, range.end)
}

/// The last place up to `at` where a letter begins that belongs to none before it.
fn boundary(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|at| is_boundary(text, *at)).unwrap_or(0)
}

/// The first place from `at` on where a letter begins that belongs to none before it.
fn boundary_behind(text: &str, at: usize) -> usize {
    (at..text.len()).find(|at| is_boundary(text, *at)).unwrap_or(text.len())
}

/// Whether no letter is parted here from what belongs to it: accents, joiners, variants, tones of skin.
fn is_boundary(text: &str, at: usize) -> bool {
    let (Some(before), Some(behind)) = (text.get(..at), text.get(at..)) else { return false };
    let joined = before.ends_with('\u{200d}') && !behind.is_empty();
    !joined && !behind.starts_with(continues)
}

/// Whether a letter belongs to the one before it.
fn continues(letter: char) -> bool {
    fold::is_accent(letter)
        || matches!(letter, '\u{200d}' | '\u{20d0}'..='\u{20ff}' | '\u{fe00}'..='\u{fe0f}' | '\u{1f3fb}'..='\u{1f3ff}')
}
