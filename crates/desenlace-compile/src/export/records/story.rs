//! The retold stories.

use crate::export::value::{PerLanguage, exported};
use desenlace_core::model::Localized;

exported! {
    /// A step of a retold story.
    Passage {
        /// The id of the film, a slash, and the passage’s own.
        id: String,
        /// The film.
        film: String,
        /// A short title.
        title: Localized,
        /// The sentences of the synopsis that it rests on.
        sentences: Vec<String>,
        /// The text.
        texts: PerLanguage<Marked>,
        /// What a reader should know.
        note: Option<Localized>,
    }

    /// A text with what is marked in it.
    Marked {
        /// The plain text; paragraphs are parted by a newline.
        text: String,
        /// What is marked in it, ascending and without overlap.
        marks: Vec<Span>,
    }

    /// A marked stretch of a text: a mention of a character or of a place, or, where it names neither, the
    /// title of a work or a foreign word.
    Span {
        /// Its first character, counting Unicode characters from 0.
        start: u32,
        /// The character behind its last.
        end: u32,
        /// The character that it mentions.
        character: Option<String>,
        /// The place that it mentions.
        place: Option<String>,
    }
}
