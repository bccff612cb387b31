//! Themes that go together: by example, and counted plainly in random corpora.

use super::*;
use crate::model;
use crate::pack::open;
use crate::sample::{corpora, packed, small};
use proptest::prelude::{ProptestConfig, prop_assert, prop_assert_eq, proptest};
use std::collections::BTreeSet;

#[test]
fn love_goes_with_the_cell_and_with_betrayal() {
    let bytes = packed(&small());
    let corpus = open(&bytes).unwrap();
    let (love, _) = corpus.term(Vocabulary::Themes, "love").unwrap();
    let told: Vec<_> = theme_co_occurrence(corpus, love)
        .into_iter()
        .map(|it| {
            let id = &corpus.terms(Vocabulary::Themes)[it.theme.index()].id;
            (id.to_string(), it.films, it.characters, it.events)
        })
        .collect();
    // Plata quemada was searched for a cell in vain; only Luís has both in himself.
    assert_eq!(
        told,
        [
            ("cell".to_owned(), 1, 1, 0),
            ("confinement".to_owned(), 1, 1, 0),
            ("prison".to_owned(), 1, 1, 0),
            ("betrayal".to_owned(), 1, 1, 0),
            ("escape".to_owned(), 1, 0, 0),
        ]
    );
    let (cell, _) = corpus.term(Vocabulary::Themes, "cell").unwrap();
    let both = together(corpus, love, cell);
    assert_eq!(both.films, [(FilmId(2), vec![PassageId(4)])]);
    assert_eq!(both.characters, [(CharacterId(5), vec![PassageId(4)])]);
    assert_eq!(both.events, []);
    assert_eq!(theme_co_occurrence(corpus, TermId(99)), []);
    assert_eq!(together(corpus, TermId(99), love), Together::default());
}

/// Whether a theme is another or below it.
fn below(corpus: &model::Corpus, theme: TermId, broader: TermId) -> bool {
    let mut current = Some(theme);
    while let Some(at) = current {
        if at == broader {
            return true;
        }
        current = corpus.vocabularies[Vocabulary::Themes as usize][at.index()].broader;
    }
    false
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn counts_are_those_of_a_plain_reading_and_the_evidence_is_as_long(corpus in corpora()) {
        let bytes = packed(&corpus);
        let opened = open(&bytes).unwrap();
        let has = |themes: &[TermId], wanted| themes.iter().any(|theme| below(&corpus, *theme, wanted));
        let films: Vec<Vec<TermId>> = corpus.films.iter().map(|film| {
            film.themes.iter().filter(|tie| tie.weight != Weight::Absent).map(|tie| tie.theme).collect()
        }).collect();
        let people: Vec<Vec<TermId>> = corpus.characters.iter().zip(&corpus.fates).map(|(character, fate)| {
            character.themes.iter().chain(&fate.themes).map(|tie| tie.theme).collect()
        }).collect();
        let events: Vec<Vec<TermId>> = corpus.events.iter().map(|event| event.themes.clone()).collect();
        let all = || (0..corpus.vocabularies[Vocabulary::Themes as usize].len()).map(TermId::from_index);
        for one in all() {
            let found = theme_co_occurrence(opened, one);
            let mut seen = BTreeSet::new();
            for other in all().filter(|other| !below(&corpus, one, *other) && !below(&corpus, *other, one)) {
                let count = |things: &[Vec<TermId>]| {
                    things.iter().filter(|themes| has(themes, one) && has(themes, other)).count()
                };
                let expect = [count(&films), count(&people), count(&events)];
                let got = found.iter().find(|it| it.theme == other);
                let counts = got.map_or([0; 3], |it| [it.films, it.characters, it.events].map(|it| it as usize));
                prop_assert_eq!(counts, expect);
                prop_assert_eq!(got.is_some(), expect.iter().sum::<usize>() > 0);
                seen.extend(got.map(|it| it.theme));
                let both = together(opened, one, other);
                prop_assert_eq!([both.films.len(), both.characters.len(), both.events.len()], expect);
                prop_assert_eq!(together(opened, other, one), both);
                let back = theme_co_occurrence(opened, other);
                let back = back.iter().find(|it| it.theme == one);
                prop_assert_eq!(back.map(|it| it.weight), got.map(|it| it.weight));
            }
            prop_assert_eq!(seen.len(), found.len());
            prop_assert!(found.windows(2).all(|pair| pair[0].weight >= pair[1].weight));
        }
    }
}
