//! A film with its facts, themes and content notes; the bibliography.

use super::Resolver;
use crate::decode::Text;
use crate::records::film::{AlternativeTitle, Conflict, Fact, Synopsis};
use crate::records::sources::Sources;
use crate::written::WrittenFilm;
use desenlace_core::model::{self, FactKind, Localized, Weight};

/// A film.
pub(super) fn film(written: &WrittenFilm, resolver: &mut Resolver<'_>) -> model::Film {
    let film = &written.film.value;
    model::Film {
        id: written.id().to_owned(),
        title: film.title.clone(),
        title_language: film.title_language.value.clone().unwrap_or_default(),
        alternative_titles: film.alternative_title.iter().map(|title| alternative(title, resolver)).collect(),
        year: film.year,
        countries: resolver.all(&film.countries),
        languages: resolver.all(&film.languages),
        periods: resolver.all(&film.periods),
        places: resolver.all(&film.places),
        premise: film.premise.value.clone(),
        synopsis: synopsis(&film.synopsis, resolver),
        facts: film.fact.iter().map(|each| fact(each, resolver)).collect(),
        themes: themes(written, resolver),
        content_notes: content_notes(written, resolver),
    }
}

/// The bibliography.
pub(super) fn sources(sources: &Sources) -> Vec<model::Source> {
    let source = |(id, source): &(crate::decode::Ref<_>, crate::records::sources::Source)| model::Source {
        id: id.id().unwrap_or_default().to_owned(),
        address: source.address.clone(),
        description: source.description.value.clone(),
    };
    sources.0.iter().map(source).collect()
}

/// An optional text.
pub(super) fn optional(text: Option<&Text>) -> Option<Localized> {
    text.map(|text| text.value.clone())
}

fn synopsis(synopsis: &Synopsis, resolver: &mut Resolver<'_>) -> model::Synopsis {
    model::Synopsis {
        key: synopsis.key.value.clone().unwrap_or_default(),
        language: synopsis.language.value.clone().unwrap_or_default(),
        sentences: synopsis.sentences.get(),
        licence: synopsis.licence.clone(),
        source: resolver.one(&synopsis.source),
    }
}

fn alternative(title: &AlternativeTitle, resolver: &mut Resolver<'_>) -> model::AlternativeTitle {
    model::AlternativeTitle {
        text: title.text.clone(),
        language: title.language.value.clone().unwrap_or_default(),
        sources: resolver.all(&title.sources.0),
        note: optional(title.note.as_ref()),
    }
}

fn fact(fact: &Fact, resolver: &mut Resolver<'_>) -> model::Fact {
    let conflict = |conflict: &Conflict| model::Conflict {
        value: conflict.value.value.clone(),
        sources: resolver.all(&conflict.sources.0),
        note: optional(conflict.note.as_ref()),
    };
    let conflicts = fact.conflict.iter().map(conflict).collect();
    model::Fact {
        kind: fact.kind.value.unwrap_or(FactKind::Release),
        value: fact.value.value.clone(),
        sources: resolver.all(&fact.sources.0),
        note: optional(fact.note.as_ref()),
        conflicts,
    }
}

fn themes(written: &WrittenFilm, resolver: &mut Resolver<'_>) -> Vec<model::ThemeTie> {
    let tie = |(theme, tie): &(crate::decode::Ref<_>, crate::records::themes::ThemeTie)| {
        let mut passages = resolver.all(&tie.passages);
        passages.sort_unstable();
        model::ThemeTie {
            theme: resolver.one(theme),
            weight: tie.weight.value.unwrap_or(Weight::Absent),
            motivation: tie.motivation.value.clone(),
            passages,
        }
    };
    written.themes.value.0.iter().map(tie).collect()
}

fn content_notes(written: &WrittenFilm, resolver: &mut Resolver<'_>) -> Vec<model::ContentTie> {
    let notes = written.content_notes.value.0.iter();
    notes
        .map(|(topic, note)| model::ContentTie {
            topic: resolver.one(topic),
            detail: note.detail.value.clone(),
            passages: resolver.evidence(&note.passages),
        })
        .collect()
}
