//! `film.toml`: titles, setting and facts of a film, with their sources.

use super::Citations;
use crate::decode::{At, Ref, Text, kind, record};
use desenlace_core::model::FactKind;

record! {
    /// A film: titles, year, countries, setting, synopsis, and facts with their sources.
    Film {
        /// The original title.
        title: String,
        /// The language of the original title, as a language tag.
        title_language: At<String>,
        /// The year of the first showing.
        year: u32,
        /// Countries of production, ids of vocabularies/countries.toml.
        countries: Vec<Ref<kind::Country>>,
        /// Languages spoken in the film, ids of vocabularies/languages.toml.
        languages: Vec<Ref<kind::Language>>,
        /// When it is set, ids of vocabularies/periods.toml.
        periods: Vec<Ref<kind::Period>>,
        /// Where it is set: the places a visitor would filter by, ids of vocabularies/places.toml.
        places: Vec<Ref<kind::Place>>,
        /// One or two sentences that give no ending away.
        premise: Text,
        /// The text that the corpus rests on.
        synopsis: Synopsis,
        /// Titles that the film has elsewhere.
        alternative_title: Vec<AlternativeTitle>,
        /// Facts from outside the synopsis.
        fact: Vec<Fact>,
    }
}

record! {
    /// The text that the corpus rests on.
    Synopsis {
        /// The letter of its sentences: “B” for B-S1, B-S2, …
        key: At<String>,
        /// The language it is written in, as a language tag.
        language: At<String>,
        /// How many sentences it has.
        sentences: At<u32>,
        /// Its licence.
        licence: String,
        /// Where it was read, an id of sources.toml.
        source: Ref<kind::Source>,
    }
}

record! {
    /// A title that the film has elsewhere.
    AlternativeTitle {
        /// The title.
        text: String,
        /// Its language, as a language tag.
        language: At<String>,
        /// Who says so, ids of sources.toml.
        sources: Citations,
        /// What a reader should know about it.
        note: Option<Text>,
    }
}

record! {
    /// One fact, its sources, and who says otherwise.
    Fact {
        /// What the fact is about.
        kind: At<FactKind>,
        /// The fact.
        value: Text,
        /// Who says so, ids of sources.toml.
        sources: Citations,
        /// What a reader should know about it.
        note: Option<Text>,
        /// What other sources say instead.
        conflict: Vec<Conflict>,
    }
}

record! {
    /// What other sources say instead.
    Conflict {
        /// The other value.
        value: Text,
        /// Who says so, ids of sources.toml.
        sources: Citations,
        /// What a reader should know about it.
        note: Option<Text>,
    }
}
