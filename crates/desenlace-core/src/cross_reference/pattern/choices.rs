//! What the slots of a question can hold so that somebody fits. It does not look at combinations: each slot is
//! taken by itself.

use super::super::with_broader;
use crate::model::{TermId, Vocabulary};
use crate::packed::Corpus;

/// The terms of the roles, relation kinds, outcomes or themes that are said of somebody, or that contain one that
/// is, in the order of the vocabulary. No question asks about the terms of other vocabularies.
#[must_use]
pub fn choices(corpus: &Corpus, vocabulary: Vocabulary) -> Vec<TermId> {
    let mut said = vec![false; corpus.terms(vocabulary).len()];
    let mut say = |term: TermId| {
        for term in with_broader(corpus, vocabulary, term) {
            if let Some(said) = said.get_mut(term.index()) {
                *said = true;
            }
        }
    };
    match vocabulary {
        Vocabulary::RelationKinds => corpus.relations.iter().for_each(|relation| say(relation.kind.get())),
        Vocabulary::Outcomes => corpus.fates.iter().for_each(|fate| say(fate.outcome.get())),
        Vocabulary::Roles => {
            let roles = corpus.characters.iter().flat_map(|character| character.roles.iter());
            roles.for_each(|role| say(role.get()));
        }
        Vocabulary::Themes => {
            let characters = corpus.characters.iter().flat_map(|character| character.themes.iter());
            let fates = corpus.fates.iter().flat_map(|fate| fate.themes.iter());
            characters.chain(fates).for_each(|tie| say(tie.theme.get()));
        }
        _ => {}
    }
    (0..said.len()).filter(|term| said[*term]).map(TermId::from_index).collect()
}
