//! Kindred by example, and against a plain reading of random corpora.

use super::*;
use crate::model::{self, Certainty};
use crate::pack::open;
use crate::sample::{corpora, packed, small};
use proptest::prelude::{ProptestConfig, prop_assert, prop_assert_eq, proptest};
use std::collections::{BTreeMap, BTreeSet};

/// What binds a character of the small corpus to others, in words.
fn told(id: &str, ask: impl Fn(&Corpus, CharacterId, usize) -> Vec<Kindred>) -> Vec<String> {
    let bytes = packed(&small());
    let corpus = open(&bytes).unwrap();
    let (character, _) = corpus.character(id).unwrap();
    ask(corpus, character, usize::MAX)
        .iter()
        .map(|kindred| {
            let reasons = kindred.reasons.iter().map(|reason| {
                let (vocabulary, term) = reason.shared.term();
                let numbers = |passages: &[PassageId]| -> String {
                    passages.iter().map(|passage| passage.0.to_string()).collect::<Vec<_>>().join(",")
                };
                let id = &corpus.terms(vocabulary)[term.index()].id;
                format!("{id} {} ({}|{})", reason.weight, numbers(&reason.here), numbers(&reason.there))
            });
            let name = &corpus.characters[kindred.character.index()].id;
            format!("{name}: {}", reasons.collect::<Vec<_>>().join(", "))
        })
        .collect()
}

#[test]
fn kindred_share_outcomes_themes_relations_and_roles_with_the_evidence() {
    // Of seven, three are killed and four die; the fourth is Santaló. Love is rarer than lovers.
    assert_eq!(
        told("nene", kindred),
        [
            "luis: killed 726 (1|5), love 363 (0|4), lover-of 256 (0|5)",
            "santalo: dies 512 (1|3)",
            "valentin: lover-of 256 (0|5)",
        ]
    );
}

#[test]
fn an_untold_end_binds_nobody() {
    // The gang's end is untold and Valentín's declared unknown, both put as “untold”.
    assert!(told("gang", kindred).iter().all(|line| !line.contains("untold")));
    assert!(told("valentin", kindred_fates).iter().all(|line| !line.contains("untold")));
}

#[test]
fn most_is_the_most_and_nobody_has_none() {
    let bytes = packed(&small());
    let corpus = open(&bytes).unwrap();
    assert_eq!(kindred(corpus, CharacterId(0), 1).len(), 1);
    assert_eq!(kindred(corpus, CharacterId(0), 0), []);
    assert_eq!(kindred(corpus, CharacterId(99), 9), []);
    assert_eq!(kindred_fates(corpus, CharacterId(u32::MAX), 9), []);
}

/// A term with everything broader.
fn closure(corpus: &model::Corpus, shared: Shared) -> Vec<Shared> {
    let (vocabulary, term) = shared.term();
    let mut all = vec![shared];
    let mut current = term;
    while let Some(above) = corpus.vocabularies[vocabulary as usize][current.index()].broader {
        all.push(shared.with(above));
        current = above;
    }
    all
}

/// What a character has, without what is broader, each with its passages.
fn direct(corpus: &model::Corpus, at: usize, lens: Lens) -> Vec<(Shared, Vec<PassageId>)> {
    let (character, fate) = (&corpus.characters[at], &corpus.fates[at]);
    let told = |certainty| certainty == Certainty::Stated || certainty == Certainty::Implied;
    let mut all = Vec::new();
    if told(fate.certainty) {
        all.push((Shared::Outcome(fate.outcome), fate.passages.clone()));
    }
    let themes = |ties: &[model::ThemeEvidence]| -> Vec<_> {
        ties.iter().map(|tie| (Shared::Theme(tie.theme), tie.passages.clone())).collect()
    };
    all.extend(themes(&fate.themes));
    if lens == Lens::Fate {
        all.extend(
            fate.cause
                .filter(|cause| told(cause.certainty))
                .map(|cause| (Shared::Cause(cause.term), fate.passages.clone())),
        );
        all.extend(
            fate.trajectory.iter().map(|step| (Shared::Condition(step.condition), step.passages.clone())),
        );
        return all;
    }
    all.extend(themes(&character.themes));
    all.extend(character.roles.iter().map(|role| (Shared::Role(*role), character.passages.clone())));
    for relation in &corpus.relations {
        let mutual = corpus.vocabularies[Vocabulary::RelationKinds as usize][relation.kind.index()].mutual;
        let mut add = |inverse| {
            let shared = Shared::RelationKind { kind: relation.kind, inverse: inverse && !mutual };
            all.push((shared, relation.passages.clone()));
        };
        if relation.from.index() == at {
            add(false);
        } else if relation.to.index() == at {
            add(true);
        }
    }
    all
}

/// Kindred by comparing everybody with everything.
fn naive(corpus: &model::Corpus, asked: usize, lens: Lens) -> Vec<Kindred> {
    let people = 0..corpus.characters.len();
    let open: BTreeSet<Shared> = corpus
        .fates
        .iter()
        .filter(|fate| matches!(fate.certainty, Certainty::Untold | Certainty::DeclaredUnknown))
        .flat_map(|fate| closure(corpus, Shared::Outcome(fate.outcome)))
        .collect();
    // Each thing that somebody has, with its evidence and whether it is the thing itself.
    let all: Vec<BTreeMap<Shared, (bool, BTreeSet<PassageId>)>> = people
        .clone()
        .map(|at| {
            let mut own: BTreeMap<Shared, (bool, BTreeSet<PassageId>)> = BTreeMap::new();
            for (shared, passages) in direct(corpus, at, lens) {
                for above in closure(corpus, shared) {
                    if !open.contains(&above) {
                        let entry = own.entry(above).or_default();
                        entry.0 |= above == shared;
                        // An outcome or a cause that is itself untold does not come here; its passages do not either.
                        entry.1.extend(&passages);
                    }
                }
            }
            own
        })
        .collect();
    let mut found = Vec::new();
    for other in people {
        if corpus.characters[other].film == corpus.characters[asked].film {
            continue;
        }
        let shared: Vec<Shared> =
            all[asked].keys().copied().filter(|shared| all[other].contains_key(shared)).collect();
        let narrowest = shared.iter().filter(|broad| {
            !shared.iter().any(|narrow| narrow != *broad && closure(corpus, *narrow).contains(broad))
        });
        let mut reasons: Vec<Reason> = narrowest
            .map(|shared| {
                let having = all.iter().filter(|own| own.contains_key(shared)).count();
                let factor = if matches!(shared, Shared::Outcome(_)) { 2 } else { 1 };
                let weight = rarity(all.len(), having) * factor;
                let close = all[asked][shared].0 || all[other][shared].0;
                Reason {
                    shared: *shared,
                    weight: if close { weight } else { (weight / 2).max(1) },
                    here: all[asked][shared].1.iter().copied().collect(),
                    there: all[other][shared].1.iter().copied().collect(),
                }
            })
            .collect();
        reasons.sort_by_key(|reason| (Reverse(reason.weight), reason.shared));
        if !reasons.is_empty() {
            let weight = reasons.iter().map(|reason| reason.weight).sum();
            found.push(Kindred { character: CharacterId::from_index(other), weight, reasons });
        }
    }
    found.sort_by_key(|kindred| (Reverse(kindred.weight), kindred.character));
    found
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn kindred_are_those_of_a_plain_reading(corpus in corpora()) {
        let bytes = packed(&corpus);
        let opened = open(&bytes).unwrap();
        for at in (0..corpus.characters.len()).take(12) {
            let id = CharacterId::from_index(at);
            prop_assert_eq!(kindred(opened, id, usize::MAX), naive(&corpus, at, Lens::Character));
            prop_assert_eq!(kindred_fates(opened, id, usize::MAX), naive(&corpus, at, Lens::Fate));
        }
    }

    #[test]
    fn kinship_is_mutual_and_weighs_the_same_both_ways(corpus in corpora()) {
        let bytes = packed(&corpus);
        let opened = open(&bytes).unwrap();
        let all: Vec<_> = (0..corpus.characters.len().min(20))
            .map(|at| kindred(opened, CharacterId::from_index(at), usize::MAX))
            .collect();
        for (at, kin) in all.iter().enumerate() {
            for each in kin.iter().filter(|each| each.character.index() < all.len()) {
                let back = all[each.character.index()].iter().find(|back| back.character.index() == at);
                prop_assert_eq!(back.map(|back| back.weight), Some(each.weight));
            }
            prop_assert!(kin.windows(2).all(|pair| pair[0].weight >= pair[1].weight));
            let first = kindred(opened, CharacterId::from_index(at), 3);
            prop_assert_eq!(&first[..], &kin[..kin.len().min(3)]);
        }
    }
}
