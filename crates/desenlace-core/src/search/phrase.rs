//! Where a text has some words one behind the other, each by its letters but for accents and case. Texts may be
//! megabytes together, so only words that can begin a phrase are looked at. It does not know where texts come from.

use super::parse::Word;
use crate::fold;
use std::ops::Range;

/// Where a text has the words of a phrase, ascending.
pub(super) fn phrase_in<'a>(text: &'a str, words: &'a [Word]) -> impl Iterator<Item = Range<usize>> + 'a {
    let first = words.first().and_then(|word| word.folded.bytes().next());
    // No byte has no bits, so where the phrase begins with a letter of its own only such letters are looked at.
    let first = first.filter(u8::is_ascii).unwrap_or(0);
    beginnings(text, first).filter_map(move |start| {
        let mut spans = fold::spans(&text[start..]);
        let mut end = None;
        for word in words {
            let (at, raw) = spans.next()?;
            // The first word must stand here and not behind.
            if (end.is_none() && at > 0) || !is_word(raw, word) {
                return None;
            }
            end = Some(start + at + raw.len());
        }
        Some(start..end?)
    })
}

/// Where words of a text begin that have the letter `first`, in either case, or one beyond ASCII, in front.
fn beginnings(text: &str, first: u8) -> impl Iterator<Item = usize> + '_ {
    let bytes = text.as_bytes().iter().enumerate();
    bytes.filter(move |(_, byte)| **byte | 0x20 == first || **byte >= 0xc0).map(|(at, _)| at).filter(|at| {
        let before = &text.as_bytes()[..*at];
        match before.last() {
            Some(letter) if letter.is_ascii() => !letter.is_ascii_alphanumeric(),
            _ => !text[..*at].ends_with(fold::is_word_letter),
        }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::parse;

    /// Where each word of the text that begins the phrase stands, by looking at all words.
    fn plainly(text: &str, words: &[Word]) -> Vec<Range<usize>> {
        let spans: Vec<_> = fold::spans(text).collect();
        let rows = spans.windows(words.len());
        let fits = |row: &&[(usize, &str)]| row.iter().zip(words).all(|((_, raw), word)| is_word(raw, word));
        let last = |row: &[(usize, &str)]| row.last().map(|(at, raw)| at + raw.len());
        rows.filter(fits).filter_map(|row| Some(row[0].0..last(row)?)).collect()
    }

    #[test]
    fn phrases_are_found_wherever_they_begin() {
        let parts = parse("\"la carcel\" ");
        for (text, expect) in [
            ("La cárcel, la CARCEL", &["La cárcel", "la CARCEL"][..]),
            ("“La cárcel”", &["La cárcel"]),
            ("ella carcel; la-carcel", &["la-carcel"]),
            ("ála carcel la la carcel", &["la carcel"]),
            ("la", &[]),
        ] {
            let found: Vec<&str> = phrase_in(text, &parts[0].words).map(|range| &text[range]).collect();
            assert_eq!(found, expect, "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn looking_at_some_words_finds_what_looking_at_all_finds(
            text in "[abAÁá\u{301}ñ“ ,-]{0,24}",
            phrase in "[abñá]{1,2}( [abñ]{1,2}){0,2}",
            open: bool,
        ) {
            let parts = parse(&format!("\"{phrase}{}", if open { "" } else { "\"" }));
            let words = &parts[0].words;
            let found: Vec<_> = phrase_in(&text, words).collect();
            proptest::prop_assert_eq!(found, plainly(&text, words));
        }
    }
}
