//! What is typed into every engine: a fixed list of things that visitors look for, in the languages of the page, as they
//! should be written and as they are mistyped. It knows no engine and no corpus.

use serde_json::{Value, json};

use super::random::Random;

/// As they should be written: titles, people with and without their accents, places, things that happen.
const WELL: [&str; 30] = [
    "prison escape",
    "sherlock holmes",
    "the godfather",
    "silent western",
    "penélope cruz",
    "gael garcía bernal",
    "são paulo",
    "buenos aires",
    "amores perros",
    "el mariachi",
    "casablanca",
    "murder mystery",
    "new york detective",
    "second world war",
    "love triangle",
    "charlie chaplin",
    "marilyn monroe",
    "bank robbery",
    "kidnapped daughter",
    "circus",
    "fuga",
    "la llorona",
    "beijo",
    "cárcel",
    "revolución",
    "haunted house",
    "boxing champion",
    "gold rush",
    "train robbery",
    "spider woman",
];

/// The same with a letter too many, too few, another, or two swapped.
const MISTYPED: [&str; 12] = [
    "sherlok homes",
    "prisn excape",
    "charly chaplin",
    "marilin monroe",
    "hauntd house",
    "bank robery",
    "detctive",
    "casablnca",
    "mistery murdre",
    "westren",
    "penelope criz",
    "buenos airse",
];

/// What is asked first after opening.
const FIRST: &str = "sherlock holmes";

/// The list as a page reads it: what is asked first, all of them as they are in the end, and letter by letter. The
/// letters come in a fixed order without sense, so that the part that a slow engine gets through is like the whole.
pub(super) fn as_json() -> Value {
    let whole: Vec<&str> = WELL.into_iter().chain(MISTYPED).collect();
    let keystrokes: Vec<&str> = keystrokes().into_iter().map(|typed| typed.text).collect();
    json!({ "first": FIRST, "whole": whole, "keystrokes": keystrokes })
}

/// What has been typed of a text so far.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Typed {
    text: &'static str,
    /// Whether the whole text is mistyped.
    pub(super) mistyped: bool,
}

/// How many whole texts there are.
pub(super) const TEXTS: usize = WELL.len() + MISTYPED.len();

/// Every keystroke, in the order in which pages are given them.
pub(super) fn keystrokes() -> Vec<Typed> {
    let all = WELL.into_iter().map(|text| (text, false)).chain(MISTYPED.map(|text| (text, true)));
    let beginnings = |(text, mistyped): (&'static str, bool)| {
        let ends = text.char_indices().map(|(at, letter)| at + letter.len_utf8());
        ends.map(move |end| Typed { text: &text[..end], mistyped })
    };
    let mut typed: Vec<Typed> = all.flat_map(beginnings).collect();
    let mut random = Random::new(1);
    for last in (1..typed.len()).rev() {
        typed.swap(last, random.below(last + 1));
    }
    typed
}

/// The words that are written well, for a made-up corpus to have.
pub(super) fn words() -> impl Iterator<Item = &'static str> {
    WELL.iter().flat_map(|text| text.split(' '))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_is_typed_from_its_first_letter_to_its_last() {
        let typed = keystrokes();
        let letters: usize = WELL.iter().chain(&MISTYPED).map(|text| text.chars().count()).sum();
        assert_eq!(typed.len(), letters);
        for text in ["p", "pe", "pen", "pené", "penélope cruz"] {
            assert!(typed.contains(&Typed { text, mistyped: false }), "{text}");
        }
        assert!(typed.contains(&Typed { text: "westren", mistyped: true }));
        assert_eq!(typed, keystrokes());
    }
}
