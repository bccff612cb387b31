//! What every id leads to: all ids of the corpus, gathered once, so that any of them can be looked up. It
//! finds ids that are doubled or malformed.

use super::registry::Registry;
use crate::decode::{List, kind};
use crate::report::Report;
use crate::written::Written;
use desenlace_core::model::Vocabulary;

/// All ids of a corpus.
pub(crate) struct Names {
    films: Registry,
    passages: Registry,
    characters: Registry,
    events: Registry,
    sources: Registry,
    parallels: Registry,
    terms: [Registry; Vocabulary::COUNT],
}

/// Where an id stands, which decides what it can lead to.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Scope<'a> {
    /// In a file of the whole corpus.
    Corpus,
    /// In a file of a film.
    Film(&'a str),
    /// In a vocabulary.
    Vocabulary(Vocabulary),
}

impl<'a> Scope<'a> {
    /// The film.
    pub(crate) fn film(self) -> Option<&'a str> {
        match self {
            Self::Film(film) => Some(film),
            Self::Corpus | Self::Vocabulary(_) => None,
        }
    }
}

impl Names {
    /// Gathers all ids, reporting those that are doubled or malformed.
    pub(crate) fn gather(written: &Written, report: &mut Report) -> Self {
        let mut names = Self {
            films: Registry::new("films"),
            passages: Registry::new("passages.toml"),
            characters: Registry::new("characters.toml"),
            events: Registry::new("events.toml"),
            sources: Registry::new("sources.toml"),
            parallels: Registry::new("parallels.toml"),
            terms: Vocabulary::ALL.map(|each| Registry::new(&crate::records::vocabulary::path(each))),
        };
        for film in &written.films {
            let id = film.id();
            names.films.add::<kind::Film>("", None, &film.id, report);
            names.passages.damaged(id, &film.passages.damage);
            for passage in &film.passages.value.passage {
                names.passages.add(id, Some(id), &passage.id, report);
            }
            names.characters.damaged("", &film.characters.damage);
            for (character, _) in &film.characters.value.0 {
                names.characters.add("", Some(id), character, report);
            }
            names.events.damaged(id, &film.events.damage);
            for (event, _) in &film.events.value.0 {
                names.events.add(id, Some(id), event, report);
            }
        }
        names.sources.damaged("", &written.sources.damage);
        for (source, _) in &written.sources.value.0 {
            names.sources.add("", None, source, report);
        }
        for (parallel, _) in &written.parallels.value.0 {
            names.parallels.add("", None, parallel, report);
        }
        for (registry, vocabulary) in names.terms.iter_mut().zip(&written.vocabularies) {
            registry.damaged("", &vocabulary.damage);
            for (term, _) in &vocabulary.value {
                registry.add("", None, term, report);
            }
        }
        names
    }

    /// The ids of a list. Those of a vocabulary itself are those of the vocabulary that the scope names.
    pub(crate) fn list(&self, list: List, scope: Scope<'_>) -> &Registry {
        match (list, scope) {
            (List::Films, _) => &self.films,
            (List::Passages, _) => &self.passages,
            (List::Characters, _) => &self.characters,
            (List::Events, _) => &self.events,
            (List::Sources, _) => &self.sources,
            (List::Parallels, _) => &self.parallels,
            (List::Terms(vocabulary), _) | (List::OwnTerms, Scope::Vocabulary(vocabulary)) => {
                &self.terms[vocabulary as usize]
            }
            (List::OwnTerms, Scope::Corpus | Scope::Film(_)) => &self.terms[0],
        }
    }
}
