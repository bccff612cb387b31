//! A film: what it is, what is known of it from elsewhere, what it is about.

use crate::export::value::exported;
use desenlace_core::model::{FactKind, Localized, Weight};

exported! {
    /// A film.
    Film {
        /// The id.
        id: String,
        /// The original title.
        title: String,
        /// The language of the original title, as a language tag.
        title_language: String,
        /// Titles elsewhere.
        alternative_titles: Vec<AlternativeTitle>,
        /// The year of the first showing.
        year: u32,
        /// Countries of production.
        countries: Vec<String>,
        /// Languages spoken.
        languages: Vec<String>,
        /// When it is set.
        periods: Vec<String>,
        /// Where it is set.
        places: Vec<String>,
        /// What it is about, giving no ending away.
        premise: Localized,
        /// The text that everything about this film rests on.
        synopsis: Synopsis,
        /// Facts from outside the synopsis.
        facts: Vec<Fact>,
        /// Its themes, and those that were looked for and are absent.
        themes: Vec<ThemeTie>,
        /// What a visitor may want to be warned of.
        content_notes: Vec<ContentTie>,
    }

    /// The text that everything about a film rests on.
    Synopsis {
        /// The letter in front of its sentence numbers.
        key: String,
        /// The language it is written in, as a language tag.
        language: String,
        /// How many sentences it has.
        sentences: u32,
        /// Its licence.
        licence: String,
        /// The source where it was read.
        source: String,
    }

    /// A title that a film has elsewhere.
    AlternativeTitle {
        /// The title.
        text: String,
        /// Its language, as a language tag.
        language: String,
        /// The sources that say so.
        sources: Vec<String>,
        /// What a reader should know about it.
        note: Option<Localized>,
    }

    /// A fact from outside the synopsis.
    Fact {
        /// What it is about.
        kind: FactKind,
        /// The fact.
        value: Localized,
        /// The sources that say so; several may be one origin.
        sources: Vec<String>,
        /// What a reader should know about it.
        note: Option<Localized>,
        /// What other sources say instead.
        conflicts: Vec<Conflict>,
    }

    /// What some sources say instead.
    Conflict {
        /// The other value.
        value: Localized,
        /// The sources that say so.
        sources: Vec<String>,
        /// What a reader should know about it.
        note: Option<Localized>,
    }

    /// A theme of a film, or one that was looked for and is absent. A theme that is not listed has not been
    /// looked for.
    ThemeTie {
        /// The theme.
        theme: String,
        /// How much of the film it is.
        weight: Weight,
        /// Why.
        motivation: Localized,
        /// The passages that show it; none where it is absent.
        passages: Vec<String>,
    }

    /// Something that a visitor may want to be warned of.
    ContentTie {
        /// What, a content note.
        topic: String,
        /// What there is of it in the film.
        detail: Localized,
        /// Where.
        passages: Vec<String>,
    }
}
