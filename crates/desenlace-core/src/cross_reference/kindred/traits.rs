//! What a character has that another can share, and the passages that show it. It does not weigh anything.

use super::{Lens, Shared};
use crate::cross_reference::{relations_of, with_broader};
use crate::model::{Certainty, CharacterId, Vocabulary};
use crate::packed::{Corpus, PassageId, ThemeEvidence};

/// Calls with everything that a character has and, behind it, everything broader: whether it is the thing itself,
/// and the passages that show it. A role has none of its own; there it is wherever the character appears. Nobody has
/// an outcome that is open; see [`open_outcomes`].
pub(super) fn visit(
    corpus: &Corpus,
    lens: Lens,
    open: &[bool],
    whose: CharacterId,
    call: &mut dyn FnMut(Shared, bool, &[PassageId]),
) {
    let (Some(character), Some(fate)) =
        (corpus.characters.get(whose.index()), corpus.fates.get(whose.index()))
    else {
        return;
    };
    let mut has = |shared: Shared, passages: &[PassageId]| {
        let (vocabulary, term) = shared.term();
        for above in with_broader(corpus, vocabulary, term) {
            if !(vocabulary == Vocabulary::Outcomes && open.get(above.index()) == Some(&true)) {
                call(shared.with(above), above == term, passages);
            }
        }
    };
    if is_told(fate.certainty.get()) {
        has(Shared::Outcome(fate.outcome.get()), &fate.passages);
    }
    let own: &[ThemeEvidence] = if lens == Lens::Character { &character.themes } else { &[] };
    for tie in fate.themes.iter().chain(own) {
        has(Shared::Theme(tie.theme.get()), &tie.passages);
    }
    if lens == Lens::Fate {
        if let Some(cause) = fate.cause.as_ref().filter(|cause| is_told(cause.certainty.get())) {
            has(Shared::Cause(cause.term.get()), &fate.passages);
        }
        for step in fate.trajectory.iter() {
            has(Shared::Condition(step.condition.get()), &step.passages);
        }
        return;
    }
    for role in character.roles.iter() {
        has(Shared::Role(role.get()), &character.passages);
    }
    for (inverse, _, relation) in relations_of(corpus, whose) {
        let kind = relation.kind.get();
        let kinds = corpus.terms(Vocabulary::RelationKinds);
        let mutual = kinds.get(kind.index()).is_some_and(|kind| kind.mutual);
        has(Shared::RelationKind { kind, inverse: inverse && !mutual }, &relation.passages);
    }
}

/// Whether anything is told.
fn is_told(certainty: Certainty) -> bool {
    matches!(certainty, Certainty::Stated | Certainty::Implied)
}

/// For each outcome, whether it or a narrower one says that an end is not known.
pub(super) fn open_outcomes(corpus: &Corpus) -> Vec<bool> {
    let mut open = vec![false; corpus.terms(Vocabulary::Outcomes).len()];
    for fate in corpus.fates.iter().filter(|fate| !is_told(fate.certainty.get())) {
        for outcome in with_broader(corpus, Vocabulary::Outcomes, fate.outcome.get()) {
            if let Some(open) = open.get_mut(outcome.index()) {
                *open = true;
            }
        }
    }
    open
}
