//! From what is written to the corpus: every id becomes the number of the thing that it names. An id that
//! names nothing is reported, and number 0 stands in for it; a corpus with such a stand-in is never handed
//! out. What a corpus must be beyond that is for the checks.

mod characters;
mod film;
mod happenings;
mod names;
mod passages;
mod registry;
mod vocabulary;

pub(crate) use names::{Names, Scope};
pub(crate) use passages::sentence_number;
pub(crate) use registry::Entry;

use crate::decode::{Kind, List, Ref, kind};
use crate::records::Evidence;
use crate::report::Report;
use crate::written::Written;
use desenlace_core::model::{Corpus, FilmId, Index, PassageId, TermId, Vocabulary};
use std::collections::BTreeSet;

/// The corpus without its index.
pub(crate) fn corpus(written: &Written, names: &Names, report: &mut Report) -> Corpus {
    let mut corpus = Corpus { index: Index::default(), ..Corpus::default() };
    for (vocabulary, terms) in Vocabulary::ALL.into_iter().zip(&written.vocabularies) {
        let mut resolver = Resolver { names, scope: Scope::Vocabulary(vocabulary), report };
        corpus.vocabularies[vocabulary as usize] = vocabulary::terms(&terms.value, &mut resolver);
    }
    corpus.sources = film::sources(&written.sources.value);
    for (position, film) in written.films.iter().enumerate() {
        let number = FilmId::from_index(position);
        let mut resolver = Resolver { names, scope: Scope::Film(film.id()), report };
        corpus.films.push(film::film(film, &mut resolver));
        corpus.passages.extend(passages::passages(film, number, &mut resolver));
        corpus.characters.extend(characters::characters(film, number, &mut resolver));
        corpus.fates.extend(characters::fates(film, &mut resolver));
        corpus.relations.extend(happenings::relations(film, &mut resolver));
        corpus.events.extend(happenings::events(film, number, &mut resolver));
    }
    corpus.parallels = happenings::parallels(&written.parallels.value, names, report);
    corpus
}

/// Looks up the ids of one scope.
pub(crate) struct Resolver<'a> {
    /// All ids.
    pub(crate) names: &'a Names,
    /// Where the ids stand.
    pub(crate) scope: Scope<'a>,
    /// Where unknown ids are reported.
    pub(crate) report: &'a mut Report,
}

impl Resolver<'_> {
    /// What an id names.
    pub(crate) fn one<K: Kind>(&mut self, id: &Ref<K>) -> K::Number {
        K::number(self.entry(id).map_or(0, |entry| entry.position))
    }

    /// What an id names, where there is an id.
    pub(crate) fn maybe<K: Kind>(&mut self, id: Option<&Ref<K>>) -> Option<K::Number> {
        id.map(|id| self.one(id))
    }

    /// What some ids name, in their order. An id that stands there twice is reported.
    pub(crate) fn all<K: Kind>(&mut self, ids: &[Ref<K>]) -> Vec<K::Number> {
        self.once(ids.iter());
        ids.iter().map(|id| self.one(id)).collect()
    }

    /// Reports ids that stand in a list twice.
    pub(crate) fn once<'b, K: Kind + 'b>(&mut self, ids: impl Iterator<Item = &'b Ref<K>>) {
        let mut seen = BTreeSet::new();
        for id in ids {
            if let Some(name) = id.id()
                && !seen.insert(name)
            {
                self.report.error(id.spot(), format!("“{name}” stands in this list twice"), "take one away");
            }
        }
    }

    /// The passages that a claim rests on, ascending.
    pub(crate) fn evidence(&mut self, ids: &Evidence) -> Vec<PassageId> {
        let mut passages = self.all(&ids.0);
        passages.sort_unstable();
        passages
    }

    /// A film and its id, if there is such a film.
    fn film<'b>(&mut self, id: &'b Ref<kind::Film>) -> Option<(&'b str, FilmId)> {
        let entry = self.entry(id)?;
        Some((id.id()?, FilmId::from_index(entry.position)))
    }

    /// The broader term; being it puts no term in use.
    fn broader(&mut self, id: Option<&Ref<kind::Term>>) -> Option<TermId> {
        let entry = self.find(id?)?;
        Some(TermId::from_index(entry.position))
    }

    /// Where an id leads, and that it is in use.
    fn entry<K: Kind>(&mut self, id: &Ref<K>) -> Option<Entry> {
        let entry = self.find(id)?;
        self.names.list(K::LIST, self.scope).mark_used(entry.position);
        Some(entry)
    }

    /// Where an id leads; reported where it leads nowhere, or into another film.
    fn find<K: Kind>(&mut self, id: &Ref<K>) -> Option<Entry> {
        let name = id.id()?;
        let registry = self.names.list(K::LIST, self.scope);
        let in_film = matches!(K::LIST, List::Passages | List::Events);
        let (section, bare) = match name.split_once('/') {
            Some((film, bare)) if in_film => (film, bare),
            _ if in_film => (self.scope.film().unwrap_or_default(), name),
            _ => ("", name),
        };
        let Some(entry) = registry.get(section, bare) else {
            registry.report_unknown(section, self.scope.film(), id, self.report);
            return None;
        };
        if let (Some(own), Some(other)) = (self.scope.film(), &entry.film)
            && own != other
        {
            let hint = format!("“{bare}” is a {} of “{other}”", K::NOUN);
            self.report.error(id.spot(), format!("“{name}” is not in this film"), hint);
        }
        Some(entry.clone())
    }
}
