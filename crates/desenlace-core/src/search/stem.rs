//! Stems: what is left of a folded word without the endings that number, gender and person give it in English,
//! Spanish and Portuguese. One rule serves all three, for a query does not say its language; it is light, and what
//! is found by it is ranked below what is found by letters. A stem is always a beginning of its word, so the words
//! of one stem lie together in the dictionary.

/// The least that is left of a word.
const LEAST: usize = 3;

/// The stem of a folded word.
///
/// ```
/// use desenlace_core::search::stem;
/// assert_eq!(stem("escapes"), stem("escaping"));
/// assert_eq!(stem("carceles"), stem("carcel"));
/// assert_eq!(stem("prisoes"), stem("prisao"));
/// assert_eq!(stem("fugas"), stem("fuga"));
/// assert_ne!(stem("prison"), stem("prisao"));
/// ```
#[must_use]
pub fn stem(word: &str) -> &str {
    let plural = word.strip_suffix('s').filter(|rest| rest.len() >= LEAST && !rest.ends_with('s'));
    let singular = plural.unwrap_or(word);
    let vowelless = without(singular, &["ao", "oe", "ae", "ie", "a", "e", "o", "y"], LEAST);
    let bare = without(vowelless, &["iend", "and", "end"], LEAST + 1);
    let bare = without(bare, &["ing", "ed", "er", "ar", "ir", "ad", "id"], LEAST);
    match bare.as_bytes() {
        // stopped, stop; but fall, pass, buzz are whole.
        // Two bytes that are the same can also be the end of one letter that is not ASCII.
        [.., one, other]
            if bare.len() < vowelless.len()
                && one == other
                && one.is_ascii()
                && !b"aeioulsz".contains(one) =>
        {
            if bare.len() > LEAST {
                &bare[..bare.len() - 1]
            } else {
                bare
            }
        }
        _ => bare,
    }
}

/// A word without the first of some endings that it has, if enough is left of it.
fn without<'a>(word: &'a str, endings: &[&str], least: usize) -> &'a str {
    let shorter =
        endings.iter().find_map(|ending| word.strip_suffix(ending).filter(|rest| rest.len() >= least));
    shorter.unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_a_word_share_their_stem() {
        for words in [
            "escape escapes escaped escaping escapar escapado",
            "prison prisons prisoner prisoners",
            "story stories",
            "city cities",
            "love loves loved loving lover lovers",
            "stop stops stopped stopping",
            "kill kills killed killing killer",
            "carcel carceles",
            "mujer mujeres",
            "mulher mulheres",
            "voz vozes",
            "voice voices",
            "preso presa presos presas",
            "prisao prisoes",
            "fugitivo fugitiva fugitivos",
            "traicion traiciones",
        ] {
            let stems: Vec<&str> = words.split(' ').map(stem).collect();
            assert!(stems.iter().all(|stem| *stem == stems[0]), "{words}: {stems:?}");
        }
    }

    #[test]
    fn short_words_and_other_alphabets_stay_whole() {
        for word in ["", "a", "as", "los", "dies", "pass", "Москва", "東京", "ñs", "t0se\u{ea69}ad"]
        {
            let stem = stem(word);
            assert!(word.starts_with(stem) && (stem.len() >= 3 || stem == word), "{word}: {stem}");
        }
    }

    proptest::proptest! {
        #[test]
        fn a_stem_is_a_beginning(word in "[a-z]*|.*|.{0,4}(ing|ed|er|ar|ad|iend|s|es|a)") {
            proptest::prop_assert!(word.starts_with(stem(&word)));
        }
    }
}
