//! The languages of the corpus and of the page, and text that exists in all of them.

use super::joined::{self, Joined};
use rkyv::{Archive, Serialize};

/// A language that every text of the corpus exists in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Language {
    /// English
    #[default]
    En,
    /// Spanish
    Es,
    /// Portuguese
    Pt,
}

impl Language {
    /// How many languages there are.
    pub const COUNT: usize = 3;
    /// All languages, in the order in which the page offers them.
    pub const ALL: [Self; Self::COUNT] = [Self::En, Self::Es, Self::Pt];

    /// The tag used in addresses, `lang` attributes and corpus files.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Es => "es",
            Self::Pt => "pt",
        }
    }

    /// The language of a tag; regional tags (`pt-BR`) name their language.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        let language = tag.split(['-', '_']).next()?;
        Self::ALL.into_iter().find(|candidate| candidate.tag().eq_ignore_ascii_case(language))
    }
}

/// A text in every language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Archive, Serialize)]
pub struct Localized(#[rkyv(with = Joined)] pub [String; Language::COUNT]);

impl Localized {
    /// The same text in every language, for names and numbers.
    #[must_use]
    pub fn same(text: &str) -> Self {
        Self(std::array::from_fn(|_| text.to_owned()))
    }

    /// The text in one language.
    #[must_use]
    pub fn get(&self, language: Language) -> &str {
        &self.0[language as usize]
    }
}

impl ArchivedLocalized {
    /// The text in one language.
    #[must_use]
    pub fn get(&self, language: Language) -> &str {
        joined::get(&self.0, language)
    }

    /// The texts of all languages as they lie in the pack.
    pub(super) fn joined(&self) -> &str {
        &self.0
    }

    /// Each text with its language; once, without one, where it is the same in all.
    pub(crate) fn each(&self) -> impl Iterator<Item = (Option<Language>, &str)> {
        joined::each(&self.0)
    }
}
