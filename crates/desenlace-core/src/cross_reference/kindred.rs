//! Kindred: characters of other films who share something with one, ranked by how much that says, each with
//! its reasons and the passages on both sides. It compares only what the corpus claims; that something is not
//! told binds nobody.

use super::rarity::rarity;
use super::{in_order, is_within, numbered, numbers, relations_of, with_broader};
use crate::model::{Certainty, CharacterId, PassageId, TermId, Vocabulary};
use crate::packed::{Corpus, Relation, ThemeEvidence};
use std::cmp::Reverse;

/// A character of another film, and what binds the two.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kindred {
    /// Who.
    pub character: CharacterId,
    /// How much binds them: the sum of the reasons, in 1/256 bits of surprise.
    pub weight: u32,
    /// What binds them, the weightiest first; never empty.
    pub reasons: Vec<Reason>,
}

/// One thing that two characters share.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// What.
    pub shared: Shared,
    /// How much it says, in 1/256 bits of surprise; the rarer, the more.
    pub weight: u32,
    /// The evidence for the character asked about, ascending.
    pub here: Vec<PassageId>,
    /// The evidence for the other, ascending.
    pub there: Vec<PassageId>,
}

/// What two characters can share: the narrowest term that holds for both.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Shared {
    /// What becomes of them, a term of the outcomes.
    Outcome(TermId),
    /// A theme of theirs or of their fate.
    Theme(TermId),
    /// What they are to somebody, a term of the relation kinds.
    RelationKind {
        /// The kind.
        kind: TermId,
        /// Whether it is read from the other side: *is informed on by*. Never so for mutual kinds.
        inverse: bool,
    },
    /// What they are or do, a term of the roles.
    Role(TermId),
    /// What brings their fate about, a term of the causes.
    Cause(TermId),
    /// A state on the way to their fate, a term of the conditions.
    Condition(TermId),
}

impl Shared {
    /// The vocabulary of the term, and the term.
    #[must_use]
    pub fn term(self) -> (Vocabulary, TermId) {
        match self {
            Self::Outcome(term) => (Vocabulary::Outcomes, term),
            Self::Theme(term) => (Vocabulary::Themes, term),
            Self::RelationKind { kind, .. } => (Vocabulary::RelationKinds, kind),
            Self::Role(term) => (Vocabulary::Roles, term),
            Self::Cause(term) => (Vocabulary::Causes, term),
            Self::Condition(term) => (Vocabulary::Conditions, term),
        }
    }

    /// The same kind of thing with another term.
    fn with(self, term: TermId) -> Self {
        match self {
            Self::Outcome(_) => Self::Outcome(term),
            Self::Theme(_) => Self::Theme(term),
            Self::RelationKind { inverse, .. } => Self::RelationKind { kind: term, inverse },
            Self::Role(_) => Self::Role(term),
            Self::Cause(_) => Self::Cause(term),
            Self::Condition(_) => Self::Condition(term),
        }
    }

    /// How much it counts beside the others: fates are what this is about.
    fn factor(self) -> u32 {
        match self {
            Self::Outcome(_) => 2,
            Self::Theme(_)
            | Self::RelationKind { .. }
            | Self::Role(_)
            | Self::Cause(_)
            | Self::Condition(_) => 1,
        }
    }

    /// Whether this is the same kind of thing with a narrower term.
    fn is_below(self, corpus: &Corpus, broader: Self) -> bool {
        let (vocabulary, term) = self.term();
        self != broader
            && self.with(broader.term().1) == broader
            && is_within(corpus, vocabulary, term, broader.term().1)
    }
}

/// The characters of other films who are most like one, at most `most` of them: by outcome, themes (their own
/// and their fate's), what they are to others, and roles. The weightiest first, equals in the order of the
/// corpus. A number that is no character has no kindred.
///
/// A shared narrower theme stands for its broader ones, which are not counted again. A broader term that both
/// have only through different narrower ones counts half. An outcome that is also how an untold or a
/// declared-unknown end is put binds nobody. The work grows with the characters and relations of the corpus.
#[must_use]
pub fn kindred(corpus: &Corpus, character: CharacterId, most: usize) -> Vec<Kindred> {
    ranked(corpus, character, Lens::Character, most)
}

/// The characters of other films whose fate is most like that of one, at most `most` of them: by outcome,
/// cause, the states on the way, and the themes of the fate itself; ranked like [`kindred`].
#[must_use]
pub fn kindred_fates(corpus: &Corpus, character: CharacterId, most: usize) -> Vec<Kindred> {
    ranked(corpus, character, Lens::Fate, most)
}

/// What is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Lens {
    Character,
    Fate,
}

/// One thing that the character asked about has, by position, and whether somebody has it in so many words and
/// not only through a narrower term.
type Mark = (usize, bool);

fn ranked(corpus: &Corpus, character: CharacterId, lens: Lens, most: usize) -> Vec<Kindred> {
    let Some(film) = corpus.characters.get(character.index()).map(|it| it.film.get()) else {
        return Vec::new();
    };
    let mut own = Vec::new();
    visit(corpus, lens, |whose, shared, _| {
        if whose == character {
            own.push(shared);
        }
    });
    own.sort_unstable();
    own.dedup();
    let below: Vec<Vec<usize>> = own
        .iter()
        .map(|broader| (0..own.len()).filter(|&at| own[at].is_below(corpus, *broader)).collect())
        .collect();
    let marks = marks(corpus, lens, &own);
    let mut having = vec![0; own.len()];
    marks.iter().flatten().for_each(|(at, _)| having[*at] += 1);
    let mine = &marks[character.index()];
    let weigh = |&(at, direct): &Mark| {
        let weight = rarity(marks.len(), having[at]) * own[at].factor();
        let close = direct || mine.contains(&(at, true));
        (at, if close { weight } else { (weight / 2).max(1) })
    };
    let mut found = Vec::new();
    for ((number, other), theirs) in numbered(&corpus.characters).zip(&marks) {
        if other.film.get() == film || theirs.is_empty() {
            continue;
        }
        let narrowest =
            theirs.iter().filter(|(at, _)| !theirs.iter().any(|(other, _)| below[*at].contains(other)));
        let reasons: Vec<_> = narrowest.map(weigh).collect();
        let weight = reasons.iter().fold(0u32, |sum, (_, weight)| sum.saturating_add(*weight));
        found.push((weight, CharacterId(number), reasons));
    }
    found.sort_by_key(|(weight, other, _)| (Reverse(*weight), *other));
    found.truncate(most);
    let reason = |other, (at, weight): (usize, u32)| Reason {
        shared: own[at],
        weight,
        here: evidence(corpus, character, own[at], lens),
        there: evidence(corpus, other, own[at], lens),
    };
    let explained = found.into_iter().map(|(weight, other, reasons)| {
        let mut reasons: Vec<_> = reasons.into_iter().map(|each| reason(other, each)).collect();
        reasons.sort_by_key(|reason| (Reverse(reason.weight), reason.shared));
        Kindred { character: other, weight, reasons }
    });
    explained.collect()
}

/// Which of some things, which ascend, each character has.
fn marks(corpus: &Corpus, lens: Lens, wanted: &[Shared]) -> Vec<Vec<Mark>> {
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
fn visit(corpus: &Corpus, lens: Lens, mut call: impl FnMut(CharacterId, Shared, bool)) {
    let open = open_outcomes(corpus);
    let mut with_all = |whose, shared: Shared| {
        let (vocabulary, term) = shared.term();
        for above in with_broader(corpus, vocabulary, term) {
            if !(vocabulary == Vocabulary::Outcomes && open.get(above.index()) == Some(&true)) {
                call(whose, shared.with(above), above == term);
            }
        }
    };
    for ((number, character), fate) in numbered(&corpus.characters).zip(corpus.fates.iter()) {
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
fn evidence(corpus: &Corpus, whose: CharacterId, shared: Shared, lens: Lens) -> Vec<PassageId> {
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

#[cfg(test)]
mod tests;
