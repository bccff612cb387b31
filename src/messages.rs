//! The strings of the interface in each language, and how they are filled in. The texts themselves stand in
//! `locales/`; the build turns them into typed constants, so a missing one does not compile.

use desenlace_core::model::Language;

include!(concat!(env!("OUT_DIR"), "/messages.rs"));

/// The strings in a language.
#[must_use]
pub fn messages(language: Language) -> &'static Messages {
    match language {
        Language::En => &EN,
        Language::Es => &ES,
        Language::Pt => &PT,
    }
}

/// A text that depends on a number.
pub struct Plural {
    /// The language.
    pub language: Language,
    /// For one.
    pub one: &'static str,
    /// For any other number.
    pub other: &'static str,
}

impl Plural {
    /// The text for a number, filled in.
    ///
    /// The three languages of the page have the same rule for the whole numbers it counts: one, or not one.
    /// (CLDR's Portuguese also counts 0 as one; with nouns in counters Brazilian usage is *0 filmes*.)
    #[must_use]
    pub fn count(&self, count: usize) -> String {
        let form = if count == 1 { self.one } else { self.other };
        fill(form, "count", &number(self.language, count))
    }
}

/// A whole number with its thousands parted as the language does it.
///
/// The same as `Intl.NumberFormat` writes, which a browser test holds it to: the prerendered page has no browser to
/// ask, and must say the same as the running one.
///
/// ```
/// use desenlace::messages::number;
/// use desenlace_core::model::Language;
///
/// assert_eq!(number(Language::En, 34_532), "34,532");
/// assert_eq!(number(Language::Es, 34_532), "34.532");
/// assert_eq!(number(Language::Es, 4_532), "4532");
/// ```
#[must_use]
pub fn number(language: Language, number: usize) -> String {
    let digits = number.to_string();
    // Spanish begins to part at five digits.
    let (separator, from) = match language {
        Language::En => (',', 4),
        Language::Es => ('.', 5),
        Language::Pt => ('.', 4),
    };
    let mut parted = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && digits.len() >= from && (digits.len() - place).is_multiple_of(3) {
            parted.push(separator);
        }
        parted.push(digit);
    }
    parted
}

/// Fills one placeholder of a text.
#[must_use]
pub fn fill(text: &str, name: &str, value: &str) -> String {
    let mut parts = text.split('{');
    let mut filled = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        match part.strip_prefix(name).and_then(|behind| behind.strip_prefix('}')) {
            Some(behind) => filled.extend([value, behind]),
            None => filled.extend(["{", part]),
        }
    }
    filled
}
