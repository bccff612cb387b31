//! Terms and sources.

use super::Ids;
use crate::export::records;
use crate::export::value::PerLanguage;
use desenlace_core::model::{self, Vocabulary};

impl Ids<'_> {
    pub(super) fn term_record(&self, vocabulary: Vocabulary, term: &model::Term) -> records::Term {
        records::Term {
            id: term.id.clone(),
            broader: term.broader.map(|broader| self.term(vocabulary, broader)),
            name: term.name.clone(),
            synonyms: PerLanguage(term.synonyms.clone()),
            definition: term.definition.clone(),
            inverse: term.inverse.clone(),
            plural: term.plural.clone(),
            inverse_plural: term.inverse_plural.clone(),
            mutual: (vocabulary == Vocabulary::RelationKinds).then_some(term.mutual),
            mark: term.mark,
            kind: term.kind.clone(),
            latitude: term.coordinates.map(|point| point.latitude),
            longitude: term.coordinates.map(|point| point.longitude),
        }
    }
}

/// A source.
pub(super) fn source_record(source: &model::Source) -> records::Source {
    records::Source {
        id: source.id.clone(),
        address: source.address.clone(),
        description: source.description.clone(),
    }
}
