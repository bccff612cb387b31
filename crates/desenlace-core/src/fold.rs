//! Folding: how a word is made comparable, so that *carcel* finds *cárcel*. The compiler folds the corpus and
//! the page folds what is typed with this one function, so the two always agree.
//!
//! It covers the letters of the Latin alphabet with their accents, composed and decomposed, and leaves other
//! alphabets as they are. It deliberately does not use the Unicode tables of the standard library, which
//! would add 10 kB to the Wasm for alphabets that the corpus does not have.

use crate::model::Language;

/// The words of a text, folded, in their order.
///
/// ```
/// use desenlace_core::fold;
/// let words: Vec<String> = fold::words("“Señal” — CÁRCEL, São Paulo!").collect();
/// assert_eq!(words, ["senal", "carcel", "sao", "paulo"]);
/// ```
pub fn words(text: &str) -> impl Iterator<Item = String> + '_ {
    spans(text).map(|(_, word)| fold(word))
}

/// The words of a text as they are written, each with the byte at which it begins.
///
/// ```
/// use desenlace_core::fold;
/// assert_eq!(fold::spans("¡La CÁRCEL!").collect::<Vec<_>>(), [(2, "La"), (5, "CÁRCEL")]);
/// ```
pub fn spans(text: &str) -> impl Iterator<Item = (usize, &str)> + '_ {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let rest = text.get(at..)?;
            let start = at + rest.find(is_word_letter)?;
            let rest = &text[start..];
            let word = &rest[..rest.find(|letter| !is_word_letter(letter)).unwrap_or(rest.len())];
            at = start + word.len();
            // A stray accent is no word.
            if !word.chars().all(is_accent) {
                return Some((start, word));
            }
        }
    })
}

/// A text in lower case with its accents, which are joined to their letters where there is one letter for both:
/// two words are written with the same letters if they are the same in this form.
///
/// ```
/// use desenlace_core::fold;
/// assert_eq!(fold::lower("CÁRCEL"), fold::lower("ca\u{301}rcel"));
/// assert_ne!(fold::lower("CARCEL"), fold::lower("cárcel"));
/// ```
#[must_use]
pub fn lower(text: &str) -> String {
    let mut lower = String::with_capacity(text.len());
    for letter in text.chars() {
        let number = letter as u32;
        let letter = match letter {
            'A'..='Z' => letter.to_ascii_lowercase(),
            '×' => letter,
            'À'..='Þ' => char::from_u32(number + 0x20).unwrap_or(letter),
            'İ' => 'i',
            'Ÿ' => 'ÿ',
            'ſ' => 's',
            'Ĺ'..='Ň' | 'Ź'..='Ž' => char::from_u32(number + number % 2).unwrap_or(letter),
            'Ā'..='ķ' | 'Ŋ'..='ŷ' => char::from_u32(number | 1).unwrap_or(letter),
            _ => letter,
        };
        let joined =
            if is_accent(letter) { lower.chars().next_back().and_then(|on| join(on, letter)) } else { None };
        if joined.is_some() {
            lower.pop();
        }
        lower.push(joined.unwrap_or(letter));
    }
    lower
}

/// A text in lower case and without accents; nothing else is changed.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            'A'..='Z' => folded.push(letter.to_ascii_lowercase()),
            '\u{0}'..='\u{7f}' => folded.push(letter),
            'À'..='Å' | 'à'..='å' | 'Ā'..='ą' | 'ª' => folded.push('a'),
            'Æ' | 'æ' => folded.push_str("ae"),
            'Ç' | 'ç' | 'Ć'..='č' => folded.push('c'),
            'Ď'..='đ' | 'Ð' | 'ð' => folded.push('d'),
            'È'..='Ë' | 'è'..='ë' | 'Ē'..='ě' => folded.push('e'),
            'Ĝ'..='ģ' => folded.push('g'),
            'Ĥ'..='ħ' => folded.push('h'),
            'Ì'..='Ï' | 'ì'..='ï' | 'Ĩ'..='ı' => folded.push('i'),
            'Ĳ' | 'ĳ' => folded.push_str("ij"),
            'Ĵ' | 'ĵ' => folded.push('j'),
            'Ķ'..='ĸ' => folded.push('k'),
            'Ĺ'..='ł' => folded.push('l'),
            'Ñ' | 'ñ' | 'Ń'..='ŋ' => folded.push('n'),
            'Ò'..='Ö' | 'Ø' | 'ò'..='ö' | 'ø' | 'Ō'..='ő' | 'º' => folded.push('o'),
            'Œ' | 'œ' => folded.push_str("oe"),
            'Ŕ'..='ř' => folded.push('r'),
            'ß' => folded.push_str("ss"),
            'Ś'..='š' | 'ſ' => folded.push('s'),
            'Þ' | 'þ' => folded.push_str("th"),
            'Ţ'..='ŧ' => folded.push('t'),
            'Ù'..='Ü' | 'ù'..='ü' | 'Ũ'..='ų' => folded.push('u'),
            'Ŵ' | 'ŵ' => folded.push('w'),
            'Ý' | 'ý' | 'ÿ' | 'Ŷ'..='Ÿ' => folded.push('y'),
            'Ź'..='ž' => folded.push('z'),
            '\u{300}'..='\u{36f}' => {} // an accent that stands behind its letter
            other => folded.push(other),
        }
    }
    folded
}

/// A text in the form in which bytes stand as the alphabet of a language has it: folded, words only. In Spanish *ñ* is a
/// letter of its own, behind *n*.
///
/// ```
/// use desenlace_core::{fold, model::Language};
/// let before = |one, other, language| fold::collation(one, language) < fold::collation(other, language);
/// assert!(before("«Ánimo»", "banda", Language::Pt));
/// assert!(before("nuez", "ñandú", Language::Es) && before("ñandú", "oro", Language::Es));
/// assert!(before("ñandú", "nuez", Language::En));
/// ```
#[must_use]
pub fn collation(text: &str, language: Language) -> String {
    let mut collation = String::with_capacity(text.len());
    for (_, word) in spans(text) {
        if !collation.is_empty() {
            collation.push(' ');
        }
        for (place, part) in lower(word).split('ñ').enumerate() {
            if place > 0 {
                collation.push_str(if language == Language::Es { "n\u{7f}" } else { "n" });
            }
            collation.push_str(&fold(part));
        }
    }
    collation
}

/// Whether this is an accent that stands behind its letter.
pub(crate) fn is_accent(letter: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&letter)
}

/// The letter with an accent, of those that Spanish and Portuguese have and their neighbours.
fn join(letter: char, accent: char) -> Option<char> {
    let (letters, joined) = match accent {
        '\u{300}' => ("aeiou", "àèìòù"),
        '\u{301}' => ("aeiouy", "áéíóúý"),
        '\u{302}' => ("aeiou", "âêîôû"),
        '\u{303}' => ("ano", "ãñõ"),
        '\u{308}' => ("aeiouy", "äëïöüÿ"),
        '\u{30a}' => ("a", "å"),
        '\u{327}' => ("c", "ç"),
        _ => return None,
    };
    letters.chars().zip(joined.chars()).find(|(plain, _)| *plain == letter).map(|(_, joined)| joined)
}

/// Whether a letter belongs to a word. Beyond ASCII everything does but punctuation, spaces and symbols.
pub(crate) fn is_word_letter(letter: char) -> bool {
    match letter {
        '\u{0}'..='\u{7f}' => letter.is_ascii_alphanumeric(),
        'ª' | 'º' | 'µ' => true,
        '\u{80}'..='\u{bf}' | '×' | '÷' => false,
        '\u{2000}'..='\u{2bff}' | '\u{3000}'..='\u{303f}' | '\u{fe00}'..='\u{fe4f}' | '\u{feff}' => false,
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expect: &[&str]) {
        assert_eq!(words(text).collect::<Vec<_>>(), expect);
    }

    #[test]
    fn accents_case_and_punctuation_fall_away() {
        check("cárcel", &["carcel"]);
        check("prisão São PRISÃO", &["prisao", "sao", "prisao"]);
        check("Mulher-Aranha", &["mulher", "aranha"]);
        check("Opitti’s friend", &["opitti", "s", "friend"]);
        check("«voces»—“vozes”…", &["voces", "vozes"]);
        check("Łódź Œuvre Straße", &["lodz", "oeuvre", "strasse"]);
    }

    #[test]
    fn composed_and_decomposed_letters_agree() {
        check("ca\u{301}rcel", &["carcel"]);
        check("man\u{303}ana mañana", &["manana", "manana"]);
    }

    #[test]
    fn lower_case_keeps_accents() {
        for (text, expect) in [
            ("CÁRCEL", "cárcel"),
            ("Ca\u{301}rcel", "cárcel"),
            ("ŁÓDŹ ŸŹĹĶ × ÞÆ", "łódź ÿźĺķ × þæ"),
            ("sen\u{303}al", "señal"),
            ("x\u{301}", "x\u{301}"),
        ] {
            assert_eq!(lower(text), expect);
        }
    }

    #[test]
    fn other_alphabets_and_empty_texts_are_kept_whole() {
        check("Москва 東京", &["Москва", "東京"]);
        check(" … ", &[]);
        check("\u{301}", &[]);
    }

    proptest::proptest! {
        #[test]
        fn folding_twice_is_folding_once(text in ".*") {
            proptest::prop_assert_eq!(fold(&fold(&text)), fold(&text));
        }

        #[test]
        fn lower_case_keeps_the_folded_word(text in "[A-Za-z\u{c0}-\u{17f}\u{300}-\u{36f}]*|.*") {
            proptest::prop_assert_eq!(fold(&lower(&text)), fold(&text));
            proptest::prop_assert_eq!(lower(&lower(&text)), lower(&text));
        }
    }
}
