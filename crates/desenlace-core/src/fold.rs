//! Folding: how a word is made comparable, so that *carcel* finds *cárcel*. The compiler folds the corpus and
//! the page folds what is typed with this one function, so the two always agree.
//!
//! It covers the letters of the Latin alphabet with their accents, composed and decomposed, and leaves other
//! alphabets as they are. It deliberately does not use the Unicode tables of the standard library, which
//! would add 10 kB to the Wasm for alphabets that the corpus does not have.

/// The words of a text, folded, in their order.
///
/// ```
/// use desenlace_core::fold;
/// let words: Vec<String> = fold::words("“Señal” — CÁRCEL, São Paulo!").collect();
/// assert_eq!(words, ["senal", "carcel", "sao", "paulo"]);
/// ```
pub fn words(text: &str) -> impl Iterator<Item = String> + '_ {
    text.split(|letter| !is_word_letter(letter)).filter_map(|word| {
        let word = fold(word);
        (!word.is_empty()).then_some(word)
    })
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

/// Whether a letter belongs to a word. Beyond ASCII everything does but punctuation, spaces and symbols.
fn is_word_letter(letter: char) -> bool {
    match letter {
        '\u{0}'..='\u{7f}' => letter.is_ascii_alphanumeric(),
        'ª' | 'º' | 'µ' => true,
        '\u{80}'..='\u{bf}' | '×' | '÷' => false,
        '\u{2000}'..='\u{2bff}' | '\u{3000}'..='\u{303f}' | '\u{fe30}'..='\u{fe4f}' | '\u{feff}' => false,
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
    }
}
