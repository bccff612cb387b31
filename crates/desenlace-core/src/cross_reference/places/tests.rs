//! What happens where: by example, and both ways in random corpora.

use super::*;
use crate::pack::open;
use crate::sample::{corpora, packed, small};
use proptest::prelude::{prop_assert, prop_assert_eq, proptest};

#[test]
fn a_place_leads_to_films_passages_events_and_fates_and_contains_the_places_in_it() {
    let bytes = packed(&small());
    let corpus = open(&bytes).unwrap();
    let place = |id| corpus.term(Vocabulary::Places, id).unwrap().0;
    assert_eq!(
        ties_of(corpus, place("montevideo")),
        [
            PlaceTie::Setting(FilmId(0)),
            PlaceTie::Passage(PassageId(1)),
            PlaceTie::Event(EventId(1)),
            PlaceTie::Fate(CharacterId(0)),
        ]
    );
    let argentina =
        [PlaceTie::Setting(FilmId(0)), PlaceTie::Setting(FilmId(1)), PlaceTie::Fate(CharacterId(4))];
    assert_eq!(ties_of(corpus, place("argentina")), argentina, "Buenos Aires lies in it");
    assert_eq!(ties_of(corpus, TermId(99)), []);
    let nene = [(place("montevideo"), vec![PlaceTie::Event(EventId(1)), PlaceTie::Fate(CharacterId(0))])];
    assert_eq!(places_with(corpus, CharacterId(0)), nene);
    assert_eq!(places_of(corpus, FilmId(2)), []);
    assert_eq!(places_of(corpus, FilmId(99)), []);
    assert_eq!(places_with(corpus, CharacterId(99)), []);
}

proptest! {
    #[test]
    fn a_place_and_a_film_lead_to_each_other(corpus in corpora()) {
        let bytes = packed(&corpus);
        let opened = open(&bytes).unwrap();
        let films = || (0..corpus.films.len()).map(FilmId::from_index);
        let places = (0..opened.terms(Vocabulary::Places).len()).map(TermId::from_index);
        for place in places {
            let mut expect: Vec<PlaceTie> = films()
                .flat_map(|film| places_of(opened, film))
                .filter(|(at, _)| is_within(opened, Vocabulary::Places, *at, place))
                .flat_map(|(_, ties)| ties)
                .collect();
            expect.sort_unstable();
            expect.dedup();
            prop_assert_eq!(ties_of(opened, place), expect);
        }
        for character in (0..corpus.characters.len()).map(CharacterId::from_index) {
            for (place, ties) in places_with(opened, character) {
                let all = ties_of(opened, place);
                prop_assert!(!ties.is_empty() && ties.iter().all(|tie| all.contains(tie)));
            }
        }
    }
}
