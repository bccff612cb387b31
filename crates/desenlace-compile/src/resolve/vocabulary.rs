//! The terms of the vocabularies.

use super::Resolver;
use super::film::optional;
use crate::records::vocabulary::Terms;
use desenlace_core::model;

/// The terms of one vocabulary. A term is not in use because it is the broader of another.
pub(super) fn terms(terms: &Terms, resolver: &mut Resolver<'_>) -> Vec<model::Term> {
    terms
        .iter()
        .map(|(id, term)| model::Term {
            id: id.id().unwrap_or_default().to_owned(),
            broader: resolver.broader(term.broader.as_ref()),
            name: term.name.value.clone(),
            synonyms: term.synonyms.0.clone(),
            definition: term.definition.value.clone(),
            inverse: optional(term.extra.inverse.as_ref()),
            plural: optional(term.extra.plural.as_ref()),
            inverse_plural: optional(term.extra.inverse_plural.as_ref()),
            mutual: term.extra.mutual,
            mark: term.extra.mark,
            kind: term.extra.kind.map(str::to_owned),
            coordinates: term.extra.coordinates,
        })
        .collect()
}
