//! What a character has that another can share, and the passages that show it. It does not weigh anything.

use super::{Lens, Shared};
use crate::cross_reference::{in_order, is_within, numbered, numbers, relations_of, with_broader};
use crate::model::{Certainty, CharacterId, PassageId, Vocabulary};
use crate::packed::{Corpus, Relation, ThemeEvidence};

/// One of some things, by position, and whether somebody has it in so many words and not only through a narrower
/// term.
pub(super) type Mark = (usize, bool);

/// Which of some things, which ascend, each character has.
pub(super) fn marks(corpus: &Corpus, lens: Lens, wanted: &[Shared]) -> Vec<Vec<Mark>> {
    let mut marks: Vec<Vec<Mark>> = vec![Vec::new(); corpus.characters.len()];
    visit(corpus, lens, |whose, shared, direct| {
        if let (Ok(at), Some(marks)) = (wanted.binary_search(&shared), marks.get_mut(whose.index())) {
            match marks.iter_mut().find(|mark| mark.0 == at) {
                Some(mark) => mark.1 |= direct,
                None => marks.push((at, direct)),
            }
        }
    });
    marks
}

/// Calls with everything that each character has and, behind it, everything broader; whether it is the thing
/// itself.
pub(super) fn visit(corpus: &Corpus, lens: Lens, mut call: impl FnMut(CharacterId, Shared, bool)) {
    let open = open_outcomes(corpus);
    let mut with_all = |whose, shared: Shared| {
        let (vocabulary, term) = shared.term();
        for above in with_broader(corpus, vocabulary, term) {
            if !(vocabulary == Vocabulary::Outcomes && open.get(above.index()) == Some(&true)) {
                call(whose, shared.with(above), above == term);
            }
        }
    };
    for ((number, character), fate) in numbered(corpus.characters.iter()).zip(corpus.fates.iter()) {
        let whose = CharacterId(number);
        if is_told(fate.certainty.get()) {
            with_all(whose, Shared::Outcome(fate.outcome.get()));
        }
        fate.themes.iter().for_each(|tie| with_all(whose, Shared::Theme(tie.theme.get())));
        match lens {
            Lens::Character => {
                character.themes.iter().for_each(|tie| with_all(whose, Shared::Theme(tie.theme.get())));
                character.roles.iter().for_each(|role| with_all(whose, Shared::Role(role.get())));
            }
            Lens::Fate => {
                if let Some(cause) = fate.cause.as_ref().filter(|cause| is_told(cause.certainty.get())) {
                    with_all(whose, Shared::Cause(cause.term.get()));
                }
                let steps = fate.trajectory.iter();
                steps.for_each(|step| with_all(whose, Shared::Condition(step.condition.get())));
            }
        }
    }
    if lens == Lens::Character {
        for relation in corpus.relations.iter() {
            let (from, to) = (relation.from.get(), relation.to.get());
            with_all(from, bond(corpus, relation, false));
            if to != from {
                with_all(to, bond(corpus, relation, true));
            }
        }
    }
}

/// A relation as a thing that one of its ends has.
fn bond(corpus: &Corpus, relation: &Relation, inverse: bool) -> Shared {
    let kind = relation.kind.get();
    let mutual = corpus.terms(Vocabulary::RelationKinds).get(kind.index()).is_some_and(|kind| kind.mutual);
    Shared::RelationKind { kind, inverse: inverse && !mutual }
}

/// Whether anything is told.
fn is_told(certainty: Certainty) -> bool {
    matches!(certainty, Certainty::Stated | Certainty::Implied)
}

/// For each outcome, whether it or a narrower one says that an end is not known.
fn open_outcomes(corpus: &Corpus) -> Vec<bool> {
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

/// The passages that show that a character has something. A role has none of its own; there it is wherever the
/// character appears.
pub(super) fn evidence(corpus: &Corpus, whose: CharacterId, shared: Shared, lens: Lens) -> Vec<PassageId> {
    let (Some(character), Some(fate)) =
        (corpus.characters.get(whose.index()), corpus.fates.get(whose.index()))
    else {
        return Vec::new();
    };
    let (vocabulary, wanted) = shared.term();
    let within = |term| is_within(corpus, vocabulary, term, wanted);
    let of_themes = |themes: &[ThemeEvidence]| -> Vec<PassageId> {
        let ties = themes.iter().filter(|tie| within(tie.theme.get()));
        ties.flat_map(|tie| numbers(&tie.passages)).collect()
    };
    match shared {
        Shared::Outcome(_) | Shared::Cause(_) => in_order(numbers(&fate.passages)),
        Shared::Role(_) => in_order(numbers(&character.passages)),
        Shared::Theme(_) => {
            let own = if lens == Lens::Character { of_themes(&character.themes) } else { Vec::new() };
            in_order(own.into_iter().chain(of_themes(&fate.themes)))
        }
        Shared::Condition(_) => {
            let steps = fate.trajectory.iter().filter(|step| within(step.condition.get()));
            in_order(steps.flat_map(|step| numbers(&step.passages)))
        }
        Shared::RelationKind { inverse, .. } => {
            let relations = relations_of(corpus, whose).filter(|(reading, _, relation)| {
                let bond = bond(corpus, relation, *reading);
                let same_side = matches!(bond, Shared::RelationKind { inverse: side, .. } if side == inverse);
                same_side && within(relation.kind.get())
            });
            in_order(relations.flat_map(|(.., relation)| numbers(&relation.passages)))
        }
    }
}
