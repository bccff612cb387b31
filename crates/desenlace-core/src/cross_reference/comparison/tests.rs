//! Shared themes: by example, and against a plain reading of random corpora.

use super::*;
use crate::pack::open;
use crate::sample::{corpora, packed, small};
use proptest::prelude::{ProptestConfig, prop_assert, prop_assert_eq, proptest};

#[test]
fn a_theme_is_present_absent_or_not_annotated_in_each_film() {
    let bytes = packed(&small());
    let corpus = open(&bytes).unwrap();
    let shared = shared_themes(corpus, &[FilmId(0), FilmId(1)]);
    let told: Vec<_> = shared
        .iter()
        .map(|shared| {
            let id = &corpus.terms(Vocabulary::Themes)[shared.theme.index()].id;
            let weights = shared.weights.iter().map(|weight| weight.map_or("–", Weight::word));
            format!("{id}: {} ({})", weights.collect::<Vec<_>>().join(", "), shared.films())
        })
        .collect();
    assert_eq!(
        told,
        ["prison: –, major (1)", "escape: major, major (2)", "love: major, – (1)", "betrayal: –, minor (1)",]
    );
    assert_eq!(shared_themes(corpus, &[]), []);
    assert_eq!(shared_themes(corpus, &[FilmId(99)]), []);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn every_theme_that_a_film_has_is_listed_once_and_no_weight_is_made_up(corpus in corpora()) {
        let bytes = packed(&corpus);
        let opened = open(&bytes).unwrap();
        let films: Vec<_> = (0..corpus.films.len()).map(FilmId::from_index).collect();
        let shared = shared_themes(opened, &films);
        let mut themes: Vec<_> = corpus.films.iter().flat_map(|film| &film.themes)
            .filter(|tie| tie.weight != Weight::Absent).map(|tie| tie.theme).collect();
        themes.sort_unstable();
        themes.dedup();
        prop_assert_eq!(shared.iter().map(|shared| shared.theme).collect::<Vec<_>>(), themes);
        for shared in &shared {
            prop_assert!(shared.films() >= 1);
            for (film, weight) in corpus.films.iter().zip(&shared.weights) {
                let named = film.themes.iter().find(|tie| tie.theme == shared.theme).map(|tie| tie.weight);
                prop_assert!(named.is_none() || weight.is_some_and(|weight| Some(weight) <= named));
                let present = weight.is_some_and(|weight| weight != Weight::Absent);
                prop_assert!(!present || film.themes.iter().any(|tie| Some(tie.weight) == *weight));
            }
        }
    }
}
