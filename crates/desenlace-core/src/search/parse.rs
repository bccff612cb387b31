//! What a typed text asks for: words, "phrases in quotes", -words that must not occur. Any text asks for something,
//! if only for nothing; the grammar has no errors. It does not know which words there are.

use crate::fold;

/// How many words of a text are asked for; what is behind them is left out, so that any text is answered in time.
pub const MOST_WORDS: usize = 64;

/// A part of a text: a word, or several that must follow each other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Part {
    /// The words, at least one.
    pub words: Vec<Word>,
    /// Whether the words must follow each other, as they are written but for accents and case.
    pub phrase: bool,
    /// Whether items that have it are left out.
    pub excluded: bool,
}

/// A word of a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Word {
    /// The word in the form of [`fold::lower`].
    pub lower: String,
    /// The word in the form of [`fold::fold`].
    pub folded: String,
    /// Whether it may be the beginning of a word, because the text ends with it.
    pub unfinished: bool,
}

/// The parts of a text, at most [`MOST_WORDS`] words; what is asked for twice is there once.
///
/// ```
/// use desenlace_core::search::parse;
/// let parts = parse("la \"mulher aranha\" -jail esc");
/// let words = |part: usize| parts[part].words.iter().map(|word| word.lower.as_str()).collect::<Vec<_>>();
/// assert_eq!((words(0), words(1), words(2), words(3)), (vec!["la"], vec!["mulher", "aranha"], vec!["jail"], vec!["esc"]));
/// assert!(parts[1].phrase && parts[2].excluded && parts[3].words[0].unfinished);
/// ```
#[must_use]
pub fn parse(text: &str) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    let mut words = 0;
    let mut rest = text;
    // Whether a minus means something here: behind a space, a quote, or nothing.
    let mut fresh = true;
    while let Some(letter) = rest.chars().next() {
        let behind = &rest[letter.len_utf8()..];
        let excluded = letter == '-' && fresh && behind.starts_with(|next| !is_space(next) && next != '-');
        let body = if excluded { behind } else { rest };
        let first = body.chars().next().unwrap_or(' ');
        let quoted = is_quote(first);
        if excluded || quoted || !is_space(first) {
            let body = if quoted { &body[first.len_utf8()..] } else { body };
            let end = body.find(|end| if quoted { is_quote(end) } else { is_quote(end) || is_space(end) });
            let (own, behind) = body.split_at(end.unwrap_or(body.len()));
            let open = end.is_none() && !excluded;
            for part in parts_of(own, quoted, excluded, open, MOST_WORDS - words) {
                words += part.words.len();
                if !parts.contains(&part) {
                    parts.push(part);
                }
            }
            let closing = behind.chars().next().filter(|_| quoted).map_or(0, char::len_utf8);
            rest = &behind[closing..];
            fresh = quoted;
            if words >= MOST_WORDS {
                return parts;
            }
        } else {
            rest = behind;
            fresh = true;
        }
    }
    parts
}

/// The parts of a stretch without spaces, or between quotes; the last word is `open` where the text ends with it.
fn parts_of(text: &str, quoted: bool, excluded: bool, open: bool, most: usize) -> Vec<Part> {
    let words = fold::spans(text).take(most);
    let mut words: Vec<Word> = words
        .map(|(_, word)| Word { lower: fold::lower(word), folded: fold::fold(word), unfinished: false })
        .collect();
    if let Some(last) = words.last_mut() {
        last.unfinished = open && !text.ends_with(is_space);
    }
    if quoted || (excluded && words.len() > 1) {
        let part = Part { words, phrase: true, excluded };
        if part.words.is_empty() { Vec::new() } else { vec![part] }
    } else {
        words.into_iter().map(|word| Part { words: vec![word], phrase: false, excluded }).collect()
    }
}

fn is_quote(letter: char) -> bool {
    matches!(letter, '"' | '“' | '”' | '„' | '«' | '»')
}

/// The spaces that are typed; the standard library's table has more.
fn is_space(letter: char) -> bool {
    matches!(letter, ' ' | '\t'..='\r' | '\u{a0}' | '\u{3000}')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Parts are written as they are read: `-` excluded, `"` phrase, `…` unfinished.
    #[track_caller]
    fn check(text: &str, expect: &str) {
        let parts: Vec<String> = parse(text)
            .iter()
            .map(|part| {
                let words = part.words.iter().map(|word| word.lower.as_str()).collect::<Vec<_>>().join(" ");
                let unfinished = if part.words.iter().any(|word| word.unfinished) { "…" } else { "" };
                let quote = if part.phrase { "\"" } else { "" };
                format!("{}{quote}{words}{unfinished}{quote}", if part.excluded { "-" } else { "" })
            })
            .collect();
        assert_eq!(parts.join(" "), expect, "{text:?}");
    }

    #[test]
    fn words_and_the_last_one() {
        check("", "");
        check("fuga", "fuga…");
        check("La fuga ", "la fuga");
        check("mulher-aranha", "mulher aranha…");
        check("  a\u{a0}b\t", "a b");
        check("burns, MONEY!", "burns money…");
        check("a a a", "a a…");
        check("a b a ", "a b");
    }

    #[test]
    fn phrases() {
        check("\"voices\"", "\"voices\"");
        check("\"voices", "\"voices…\"");
        check("\"the voi", "\"the voi…\"");
        check("“la fuga” x ", "\"la fuga\" x");
        check("«la fuga»", "\"la fuga\"");
        check("a\"b c\"d", "a \"b c\" d…");
        check("\"\" \" \" \"", "");
    }

    #[test]
    fn exclusions() {
        check("-jail", "-jail");
        check("a -jail b ", "a -jail b");
        check("a - jail ", "a jail");
        check("a-jail ", "a jail");
        check("--jail ", "jail");
        check("-mulher-aranha ", "-\"mulher aranha\"");
        check("-\"la fuga\" plata ", "-\"la fuga\" plata");
        check("\"a\"-b ", "\"a\" -b");
        check("-", "");
        check("-… x ", "x");
    }

    #[test]
    fn long_texts_end_somewhere() {
        let text: String = (0..16_384).map(|word| format!("w{word} ")).collect();
        assert_eq!(parse(&text).len(), MOST_WORDS);
        assert_eq!(parse(&format!("\"{text}\""))[0].words.len(), MOST_WORDS);
    }

    proptest::proptest! {
        #[test]
        fn any_text_asks_for_words(text in "[-a\" “]*|.*") {
            let parts = parse(&text);
            proptest::prop_assert!(parts.iter().all(|part| !part.words.is_empty()));
            let words = parts.iter().flat_map(|part| &part.words);
            proptest::prop_assert!(words.clone().count() <= MOST_WORDS);
            proptest::prop_assert!(words.clone().all(|word| !word.folded.is_empty()));
            proptest::prop_assert!(words.filter(|word| word.unfinished).count() <= 1);
        }
    }
}
