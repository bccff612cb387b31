//! The words outside of the program, from `locales/outside.toml`: complete in every language, or refused.
//! It does not know where they are shown.

use std::collections::BTreeSet;
use std::path::Path;

use desenlace_core::model::Language;
use toml::Table;

use crate::bundle::read_text;
use crate::error::Error;

/// The words that the watch shows: what it says, and what stands on its buttons.
const OF_THE_WATCH: [&str; 6] = ["slow", "failed", "stopped", "reload", "renewed", "renew"];

/// The words of all languages.
pub(crate) struct Words(Table);

impl Words {
    /// Reads the file of the checkout `root`.
    ///
    /// # Errors
    /// [`Error::Io`] if it cannot be read, or lacks something in a language.
    pub(crate) fn read(root: &Path) -> Result<Self, Error> {
        let path = root.join("locales").join("outside.toml");
        let doing = format!("read {}", path.display());
        Self::read_from(&read_text(&path)?).map_err(|reason| Error::io(doing)(std::io::Error::other(reason)))
    }

    /// Reads the text of the file; what is wrong with it, if anything.
    pub(crate) fn read_from(text: &str) -> Result<Self, String> {
        let table: Table = text.parse().map_err(|error: toml::de::Error| error.to_string())?;
        let keys = |language: Language| -> BTreeSet<&String> {
            table
                .get(language.tag())
                .and_then(|words| words.as_table())
                .into_iter()
                .flat_map(Table::keys)
                .collect()
        };
        let all: BTreeSet<&String> = Language::ALL.into_iter().flat_map(keys).collect();
        for language in Language::ALL {
            if let Some(missing) = all.difference(&keys(language)).next() {
                return Err(format!("[{}] lacks `{missing}`", language.tag()));
            }
        }
        Ok(Self(table))
    }

    /// A word in a language.
    pub(crate) fn get(&self, language: Language, key: &str) -> &str {
        self.0.get(language.tag()).and_then(|words| words.get(key)?.as_str()).unwrap_or_default()
    }

    /// The words of the watch in all languages, as JavaScript writes them.
    pub(crate) fn of_the_watch(&self) -> String {
        let languages = Language::ALL.map(|language| {
            let words = OF_THE_WATCH.map(|key| (key, self.get(language, key)));
            let words = words.into_iter().filter(|(_, word)| !word.is_empty());
            let words = words.map(|(key, word)| (key.to_owned(), word.into()));
            (language.tag().to_owned(), serde_json::Value::Object(words.collect()))
        });
        serde_json::Value::Object(languages.into_iter().collect()).to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_that_a_language_lacks_is_named() {
        let refused = Words::read_from("[en]\na=\"1\"\n[es]\na=\"1\"\n[pt]\n").err().unwrap();
        assert_eq!(refused, "[pt] lacks `a`");
        assert!(Words::read_from("[en").is_err());
    }

    #[test]
    fn the_watch_has_its_words() {
        let text = ["en", "es", "pt"].map(|tag| format!("[{tag}]\nreload = \"{tag} \\\"\"\n")).concat();
        let words = Words::read_from(&text).unwrap();
        assert_eq!(
            words.of_the_watch(),
            r#"{"en":{"reload":"en \""},"es":{"reload":"es \""},"pt":{"reload":"pt \""}}"#
        );
    }
}
