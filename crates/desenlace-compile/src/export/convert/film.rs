//! Films.

use super::Ids;
use crate::export::records;
use desenlace_core::model::{self, Vocabulary};

impl Ids<'_> {
    pub(super) fn film_record(&self, film: &model::Film) -> records::Film {
        let model::Synopsis { key, language, sentences, licence, source } = film.synopsis.clone();
        let source = self.source(source);
        records::Film {
            id: film.id.clone(),
            title: film.title.clone(),
            title_language: film.title_language.clone(),
            alternative_titles: film
                .alternative_titles
                .iter()
                .map(|title| records::AlternativeTitle {
                    text: title.text.clone(),
                    language: title.language.clone(),
                    sources: self.sources(&title.sources),
                    note: title.note.clone(),
                })
                .collect(),
            year: film.year,
            countries: self.terms(Vocabulary::Countries, &film.countries),
            languages: self.terms(Vocabulary::Languages, &film.languages),
            periods: self.terms(Vocabulary::Periods, &film.periods),
            places: self.terms(Vocabulary::Places, &film.places),
            premise: film.premise.clone(),
            synopsis: records::Synopsis { key, language, sentences, licence, source },
            facts: film.facts.iter().map(|fact| self.fact_record(fact)).collect(),
            themes: film
                .themes
                .iter()
                .map(|tie| records::ThemeTie {
                    theme: self.term(Vocabulary::Themes, tie.theme),
                    weight: tie.weight,
                    motivation: tie.motivation.clone(),
                    passages: self.passages(&tie.passages),
                })
                .collect(),
            content_notes: film
                .content_notes
                .iter()
                .map(|tie| records::ContentTie {
                    topic: self.term(Vocabulary::ContentNotes, tie.topic),
                    detail: tie.detail.clone(),
                    passages: self.passages(&tie.passages),
                })
                .collect(),
        }
    }

    pub(super) fn fact_record(&self, fact: &model::Fact) -> records::Fact {
        let conflict = |conflict: &model::Conflict| records::Conflict {
            value: conflict.value.clone(),
            sources: self.sources(&conflict.sources),
            note: conflict.note.clone(),
        };
        records::Fact {
            kind: fact.kind,
            value: fact.value.clone(),
            sources: self.sources(&fact.sources),
            note: fact.note.clone(),
            conflicts: fact.conflicts.iter().map(conflict).collect(),
        }
    }
}
