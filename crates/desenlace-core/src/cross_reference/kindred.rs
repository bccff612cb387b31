//! Kindred: characters of other films who share something with one, ranked by how much that says, each with
//! its reasons and the passages on both sides. It compares only what the corpus claims; that something is not
//! told binds nobody.

mod traits;

use super::rarity::rarity;
use super::{is_within, numbered};
use crate::model::{CharacterId, PassageId, TermId, Vocabulary};
use crate::packed::Corpus;
use std::cmp::Reverse;
use traits::{open_outcomes, visit};

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
/// declared-unknown end is put binds nobody. The work grows with the product of the characters and the relations.
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

/// One of some things, by position, and whether somebody has it in so many words.
type Mark = (usize, bool);

/// How much binds somebody, and what, by position with its weight.
type Weighed = (u32, CharacterId, Vec<(usize, u32)>);

/// What is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Lens {
    Character,
    Fate,
}

fn ranked(corpus: &Corpus, character: CharacterId, lens: Lens, most: usize) -> Vec<Kindred> {
    let Some(film) = corpus.characters.get(character.index()).map(|it| it.film.get()) else {
        return Vec::new();
    };
    let open = open_outcomes(corpus);
    let mut own = Vec::new();
    visit(corpus, lens, &open, character, &mut |shared, _, _| {
        if let Err(place) = own.binary_search(&shared) {
            own.insert(place, shared);
        }
    });
    // Which of those each character has, and whether in so many words and not only through a narrower term.
    let people = (0..corpus.characters.len()).map(CharacterId::from_index);
    let marks: Vec<Vec<Mark>> = people
        .map(|whose| {
            let mut marks: Vec<Mark> = Vec::new();
            visit(corpus, lens, &open, whose, &mut |shared, direct, _| {
                if let Ok(at) = own.binary_search(&shared) {
                    match marks.iter_mut().find(|mark| mark.0 == at) {
                        Some(mark) => mark.1 |= direct,
                        None => marks.push((at, direct)),
                    }
                }
            });
            marks
        })
        .collect();
    let mut having = vec![0; own.len()];
    marks.iter().flatten().for_each(|(at, _)| having[*at] += 1);
    let mine = &marks[character.index()];
    let mut found: Vec<Weighed> = Vec::new();
    for ((number, other), theirs) in numbered(corpus.characters.iter()).zip(&marks) {
        if other.film.get() == film || theirs.is_empty() {
            continue;
        }
        let (mut sum, mut reasons) = (0u32, Vec::new());
        for (at, direct) in theirs {
            if theirs.iter().any(|(other, _)| own[*other].is_below(corpus, own[*at])) {
                continue;
            }
            let weight = rarity(marks.len(), having[*at]) * own[*at].factor();
            let close = *direct || mine.contains(&(*at, true));
            let weight = if close { weight } else { (weight / 2).max(1) };
            sum = sum.saturating_add(weight);
            reasons.push((*at, weight));
        }
        // The best few are kept in their place as they are found.
        let place = found.partition_point(|(known, ..)| *known >= sum);
        if place < most {
            found.truncate(most - 1);
            found.insert(place, (sum, CharacterId(number), reasons));
        }
    }
    let evidence = |whose, wanted| {
        let mut passages = Vec::new();
        visit(corpus, lens, &open, whose, &mut |shared, _, shown| {
            for passage in shown.iter().filter(|_| shared == wanted) {
                if let Err(place) = passages.binary_search(&passage.get()) {
                    passages.insert(place, passage.get());
                }
            }
        });
        passages
    };
    let explained = found.into_iter().map(|(weight, other, reasons)| {
        let mut sorted: Vec<Reason> = Vec::with_capacity(reasons.len());
        for (at, weight) in reasons {
            let shared = own[at];
            let (here, there) = (evidence(character, shared), evidence(other, shared));
            let before = |known: &Reason| (Reverse(known.weight), known.shared) < (Reverse(weight), shared);
            sorted.insert(sorted.partition_point(before), Reason { shared, weight, here, there });
        }
        Kindred { character: other, weight, reasons: sorted }
    });
    explained.collect()
}

#[cfg(test)]
mod tests;
