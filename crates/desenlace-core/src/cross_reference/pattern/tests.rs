//! Pattern questions: by example in the small corpus, and against a plain reading of random corpora, with any
//! numbers in any slot.

use super::*;
use crate::model;
use crate::pack::open;
use crate::sample::{Tape, corpora, packed, small, tapes};
use proptest::prelude::{prop_assert, prop_assert_eq, proptest};

fn ids(ask: impl Fn(&Corpus) -> Pattern) -> Vec<String> {
    let bytes = packed(&small());
    let corpus = open(&bytes).unwrap();
    let found = answer(corpus, &ask(corpus));
    found.iter().map(|found| corpus.characters[found.character.index()].id.to_string()).collect()
}

fn term(corpus: &Corpus, vocabulary: Vocabulary, id: &str) -> TermId {
    corpus.term(vocabulary, id).unwrap().0
}

fn bond(corpus: &Corpus, id: &str, inverse: bool) -> Bond {
    Bond { kind: term(corpus, Vocabulary::RelationKinds, id), inverse }
}

#[test]
fn each_slot_narrows() {
    use Vocabulary::{Outcomes, Roles, Themes};
    assert_eq!(ids(|_| Pattern::default()).len(), 7);
    let lover = |c: &Corpus| Pattern { bonds: vec![bond(c, "lover-of", false)], ..Pattern::default() };
    assert_eq!(ids(lover), ["nene", "angel", "luis", "valentin"], "mutual kinds are read from both sides");
    let dies = |c: &Corpus| Pattern { outcome: Some(term(c, Outcomes, "dies")), ..lover(c) };
    assert_eq!(ids(dies), ["nene", "angel", "luis"], "killed is a way to die");
    let caught = |c: &Corpus| Pattern { theme: Some(term(c, Themes, "confinement")), ..dies(c) };
    assert_eq!(ids(caught), ["luis"]);
    let by_prisoner =
        |c: &Corpus| Pattern { other: Some(Other::Role(term(c, Roles, "prisoner"))), ..lover(c) };
    assert_eq!(ids(by_prisoner), ["luis", "valentin"]);
    let of_angel =
        |_: &Corpus| Pattern { other: Some(Other::Character(CharacterId(1))), ..Pattern::default() };
    assert_eq!(ids(of_angel), ["nene"], "without a relation, any will do");
    assert_eq!(ids(|_| Pattern { film: Some(FilmId(1)), ..Pattern::default() }), ["irala", "santalo"]);
    let narrator = |c: &Corpus| Pattern { role: Some(term(c, Roles, "narrator")), ..Pattern::default() };
    assert_eq!(ids(narrator), ["irala", "luis"]);
}

#[test]
fn who_is_informed_on_by_a_lover_with_the_chain_of_evidence() {
    let bytes = packed(&small());
    let corpus = open(&bytes).unwrap();
    let question = Pattern {
        bonds: vec![bond(corpus, "informs-on", true), bond(corpus, "lover-of", false)],
        ..Pattern::default()
    };
    let found = answer(corpus, &question);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].character, CharacterId(6));
    let company = &found[0].others[0];
    let ties: Vec<_> = company.ties.iter().map(|tie| (tie.relation, tie.inverse)).collect();
    assert_eq!((company.other, ties), (CharacterId(5), vec![(1, true), (2, false)]));
    assert_eq!(found[0].passages(), [PassageId(5)]);
    let other_way = Pattern { bonds: vec![bond(corpus, "informs-on", false)], ..Pattern::default() };
    assert_eq!(answer(corpus, &other_way)[0].character, CharacterId(5));
}

/// A pattern with any numbers, most of which exist.
fn pattern_from(tape: &mut Tape, corpus: &model::Corpus) -> Pattern {
    let number = |tape: &mut Tape, end: usize| match tape.below(12) {
        11 => u32::MAX,
        _ => u32::try_from(tape.below(end + 1)).unwrap(),
    };
    let terms = |vocabulary: Vocabulary| corpus.vocabularies[vocabulary as usize].len();
    let people = corpus.characters.len();
    let slot = |tape: &mut Tape, end| tape.below(3).eq(&0).then(|| number(tape, end));
    Pattern {
        role: slot(tape, terms(Vocabulary::Roles)).map(TermId),
        outcome: slot(tape, terms(Vocabulary::Outcomes)).map(TermId),
        theme: slot(tape, terms(Vocabulary::Themes)).map(TermId),
        film: slot(tape, corpus.films.len()).map(FilmId),
        other: match tape.below(4) {
            0 => slot(tape, people).map(|number| Other::Character(CharacterId(number))),
            1 => slot(tape, terms(Vocabulary::Roles)).map(|number| Other::Role(TermId(number))),
            _ => None,
        },
        bonds: (0..tape.below(3))
            .filter_map(|_| {
                let kind = slot(tape, terms(Vocabulary::RelationKinds)).map(TermId)?;
                Some(Bond { kind, inverse: tape.flag() })
            })
            .collect(),
    }
}

fn below(corpus: &model::Corpus, vocabulary: Vocabulary, term: TermId, broader: TermId) -> bool {
    let mut current = Some(term);
    while let Some(at) = current {
        if at == broader {
            return true;
        }
        current = corpus.vocabularies[vocabulary as usize][at.index()].broader;
    }
    false
}

/// Whether a character fits, condition by condition, and the others that do.
fn naive(corpus: &model::Corpus, pattern: &Pattern, at: usize) -> Option<Vec<CharacterId>> {
    let (character, fate) = (&corpus.characters[at], &corpus.fates[at]);
    let has_role =
        |roles: &[TermId], role| roles.iter().any(|own| below(corpus, Vocabulary::Roles, *own, role));
    let mut themes = character.themes.iter().chain(&fate.themes);
    let fits = pattern.film.is_none_or(|film| film == character.film)
        && pattern.role.is_none_or(|role| has_role(&character.roles, role))
        && pattern.outcome.is_none_or(|asked| below(corpus, Vocabulary::Outcomes, fate.outcome, asked))
        && pattern
            .theme
            .is_none_or(|asked| themes.any(|tie| below(corpus, Vocabulary::Themes, tie.theme, asked)));
    if !fits || (pattern.bonds.is_empty() && pattern.other.is_none()) {
        return fits.then(Vec::new);
    }
    let others: Vec<_> = (0..corpus.characters.len())
        .filter(|&other| {
            // Whether the two are something to each other, as read from the side of the first.
            let bound = |bond: Option<Bond>| {
                corpus.relations.iter().any(|relation| {
                    let (from, to) = (relation.from.index(), relation.to.index());
                    let kinds = &corpus.vocabularies[Vocabulary::RelationKinds as usize];
                    let mutual = kinds[relation.kind.index()].mutual;
                    let read = |inverse: bool| {
                        bond.is_none_or(|bond| {
                            (mutual || bond.inverse == inverse)
                                && below(corpus, Vocabulary::RelationKinds, relation.kind, bond.kind)
                        })
                    };
                    ((from, to) == (at, other) && read(false))
                        || ((to, from) == (at, other) && from != to && read(true))
                })
            };
            let fits_other = match pattern.other {
                None => true,
                Some(Other::Character(asked)) => asked.index() == other,
                Some(Other::Role(role)) => has_role(&corpus.characters[other].roles, role),
            };
            let bonds = pattern.bonds.iter().all(|bond| bound(Some(*bond)));
            fits_other && bonds && (!pattern.bonds.is_empty() || bound(None))
        })
        .map(CharacterId::from_index)
        .collect();
    (!others.is_empty()).then_some(others)
}

proptest! {
    #[test]
    fn answers_are_those_of_a_plain_reading(corpus in corpora(), mut tape in tapes()) {
        let bytes = packed(&corpus);
        let opened = open(&bytes).unwrap();
        for _ in 0..8 {
            let pattern = pattern_from(&mut tape, &corpus);
            let found = answer(opened, &pattern);
            let got: Vec<_> = found
                .iter()
                .map(|found| (found.character, found.others.iter().map(|other| other.other).collect::<Vec<_>>()))
                .collect();
            let expect: Vec<_> = (0..corpus.characters.len())
                .filter_map(|at| Some((CharacterId::from_index(at), naive(&corpus, &pattern, at)?)))
                .collect();
            prop_assert_eq!(got, expect, "{:?}", pattern);
            for found in &found {
                prop_assert_eq!(found.outcome.is_some(), pattern.outcome.is_some());
                prop_assert_eq!(found.themes.is_empty(), pattern.theme.is_none());
                prop_assert_eq!(found.roles.is_empty(), pattern.role.is_none());
                prop_assert!(found.others.iter().all(|other| !other.ties.is_empty()));
            }
        }
    }
}

#[test]
fn a_slot_can_hold_what_is_said_of_somebody_and_whatever_contains_it() {
    use Vocabulary::{Outcomes, Places, RelationKinds, Roles, Themes};
    let bytes = packed(&small());
    let corpus = open(&bytes).unwrap();
    let asked = |vocabulary: Vocabulary, choice: TermId| match vocabulary {
        RelationKinds => Pattern { bonds: vec![Bond { kind: choice, inverse: false }], ..Pattern::default() },
        Outcomes => Pattern { outcome: Some(choice), ..Pattern::default() },
        Roles => Pattern { role: Some(choice), ..Pattern::default() },
        _ => Pattern { theme: Some(choice), ..Pattern::default() },
    };
    for vocabulary in [RelationKinds, Outcomes, Roles, Themes] {
        let offered = choices(corpus, vocabulary);
        for term in (0..corpus.terms(vocabulary).len()).map(TermId::from_index) {
            let fits = !answer(corpus, &asked(vocabulary, term)).is_empty();
            assert_eq!(offered.contains(&term), fits, "{vocabulary:?} {term:?}");
        }
    }
    assert_eq!(choices(corpus, Places), []);
}
