//! The words outside of the program, from `locales/outside.toml`; `cargo xtask dist` has seen to it that no
//! language lacks one.

use crate::Error;
use desenlace_core::model::Language;
use toml::Table;

/// The words of all languages.
pub(crate) struct Outside(Table);

impl Outside {
    /// Reads them.
    pub(crate) fn read() -> Result<Self, Error> {
        let text = include_str!("../../../locales/outside.toml");
        text.parse().map(Self).map_err(|error: toml::de::Error| Error::Words(error.to_string()))
    }

    /// A word in a language.
    pub(crate) fn get(&self, language: Language, key: &str) -> Result<&str, Error> {
        let word = self.0.get(language.tag()).and_then(|words| words.get(key)?.as_str());
        word.ok_or_else(|| Error::Words(format!("[{}] lacks `{key}`", language.tag())))
    }
}
