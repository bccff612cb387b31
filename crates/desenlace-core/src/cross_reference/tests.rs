//! How one thing leads to another, by example in the small corpus and as laws in any corpus.

use super::*;
use crate::facet::{Facet, Gallery};
use crate::model::Language;
use crate::pack::open;
use crate::sample::{corpora, packed, small};
use proptest::prelude::{prop_assert, prop_assert_eq, proptest};

/// Asks the small corpus something and compares the ids that come back.
#[track_caller]
fn check(ask: impl FnOnce(&Corpus) -> Vec<String>, expect: &[&str]) {
    let bytes = packed(&small());
    assert_eq!(ask(open(&bytes).unwrap()), expect);
}

fn film(corpus: &Corpus, id: &str) -> FilmId {
    corpus.film(id).unwrap().0
}

fn person(corpus: &Corpus, id: &str) -> CharacterId {
    corpus.character(id).unwrap().0
}

fn theme(corpus: &Corpus, id: &str) -> TermId {
    corpus.term(Vocabulary::Themes, id).unwrap().0
}

#[test]
fn a_film_leads_to_its_passages_people_events_and_parallels() {
    check(
        |c| passages_of(c, film(c, "la-fuga")).map(|(at, it)| format!("{} {}", at.0, it.id)).collect(),
        &["2 tunnel", "3 table"],
    );
    let cast = |c: &Corpus, id| -> Vec<String> {
        cast_of(c, film(c, id))
            .map(|(at, it, fate)| format!("{} {} {}", at.0, it.id, fate.outcome.get().0))
            .collect()
    };
    check(|c| cast(c, "plata-quemada"), &["0 nene 1", "1 angel 1", "2 gang 3"]);
    check(|c| cast(c, "o-beijo"), &["5 luis 1", "6 valentin 3"]);
    check(
        |c| {
            let events = events_of(c, film(c, "plata-quemada"));
            events.map(|(at, event)| format!("{} {}", at.0, event.id)).collect()
        },
        &["0 robbery", "1 siege"],
    );
    check(|c| events_of(c, film(c, "o-beijo")).map(|(_, event)| event.id.to_string()).collect(), &[]);
    check(
        |c| parallels_with_film(c, film(c, "o-beijo")).map(|(at, it)| format!("{at} {}", it.id)).collect(),
        &["0 couples", "1 informers"],
    );
    check(
        |c| parallels_with_film(c, film(c, "la-fuga")).map(|(at, it)| format!("{at} {}", it.id)).collect(),
        &["1 informers"],
    );
}

#[test]
fn a_film_leads_to_its_themes_and_to_those_it_was_searched_for_in_vain() {
    let themes = |c: &Corpus, id| -> Vec<String> {
        let (_, film) = c.film(id).unwrap();
        themes_of(c, &film)
            .map(|(at, term, tie)| format!("{} {} {}", at.0, term.id, tie.weight.word()))
            .collect()
    };
    check(|c| themes(c, "plata-quemada"), &["3 escape major", "4 love major", "2 cell absent"]);
    check(|c| themes(c, "la-fuga"), &["1 prison major", "3 escape major", "5 betrayal minor"]);
}

#[test]
fn a_relation_is_read_from_both_sides() {
    let relations = |c: &Corpus, id| -> Vec<String> {
        relations_of(c, person(c, id))
            .map(|(inverse, other, relation)| {
                let kind = &c.terms(Vocabulary::RelationKinds)[relation.kind.get().index()];
                let label = kind.relation_label(inverse, Language::Pt);
                format!("{label} {} ({inverse})", c.characters[other.index()].id)
            })
            .collect()
    };
    check(|c| relations(c, "luis"), &["informs-on valentin (false)", "lover-of valentin (true)"]);
    check(|c| relations(c, "valentin"), &["informed on by luis (true)", "lover-of luis (false)"]);
    check(|c| relations(c, "santalo"), &["mistakes-for irala (true)"]);
    check(|c| relations(c, "gang"), &[]);
}

#[test]
fn a_character_leads_to_groups_events_and_parallels() {
    check(
        |c| groups_of(c, person(c, "angel")).map(|(at, it)| format!("{} {}", at.0, it.id)).collect(),
        &["2 gang"],
    );
    check(|c| groups_of(c, person(c, "gang")).map(|(_, it)| it.id.to_string()).collect(), &[]);
    check(|c| events_with(c, person(c, "nene")).map(|it| it.id.to_string()).collect(), &["robbery", "siege"]);
    check(|c| events_with(c, person(c, "angel")).map(|it| it.id.to_string()).collect(), &["siege"]);
    check(
        |c| {
            parallels_with_character(c, person(c, "nene")).map(|(at, it)| format!("{at} {}", it.id)).collect()
        },
        &["0 couples"],
    );
    check(
        |c| {
            parallels_with_character(c, person(c, "luis")).map(|(at, it)| format!("{at} {}", it.id)).collect()
        },
        &["0 couples", "1 informers"],
    );
    check(
        |c| {
            parallels_with_character(c, person(c, "angel"))
                .map(|(at, it)| format!("{at} {}", it.id))
                .collect()
        },
        &[],
    );
}

#[test]
fn narrower_terms_are_one_step_down_and_within_is_any_number() {
    let below = |c: &Corpus, id| -> Vec<String> {
        narrower(c, Vocabulary::Themes, theme(c, id)).map(|(at, it)| format!("{} {}", at.0, it.id)).collect()
    };
    check(|c| below(c, "confinement"), &["1 prison"]);
    check(|c| below(c, "prison"), &["2 cell"]);
    check(|c| below(c, "cell"), &[]);
    let bytes = packed(&small());
    let corpus = open(&bytes).unwrap();
    for (term, broader, expect) in [
        ("cell", "cell", true),
        ("cell", "prison", true),
        ("cell", "confinement", true),
        ("confinement", "cell", false),
        ("escape", "confinement", false),
    ] {
        let within = is_within(corpus, Vocabulary::Themes, theme(corpus, term), theme(corpus, broader));
        assert_eq!(within, expect, "{term} in {broader}");
    }
    // Numbers that are no terms lie nowhere but in themselves.
    assert!(!is_within(corpus, Vocabulary::Themes, TermId(99), TermId(0)));
    assert!(is_within(corpus, Vocabulary::Themes, TermId(99), TermId(99)));
}

#[test]
fn a_theme_leads_to_the_films_that_have_it_or_a_narrower_one() {
    let films = |c: &Corpus, id| -> Vec<String> {
        films_with_theme(c, theme(c, id))
            .map(|(_, film, ties)| {
                let ties: Vec<_> = ties.iter().map(|tie| tie.weight.word()).collect();
                format!("{} {}", film.id, ties.join(" "))
            })
            .collect()
    };
    check(|c| films(c, "confinement"), &["la-fuga major", "o-beijo major"]);
    check(|c| films(c, "betrayal"), &["la-fuga minor", "o-beijo major"]);
    // Plata quemada was searched for a cell in vain, which says nothing about prison.
    check(|c| films(c, "prison"), &["la-fuga major", "o-beijo major"]);
    check(|c| films(c, "cell"), &["plata-quemada absent", "o-beijo major"]);
}

#[test]
fn a_theme_leads_to_the_characters_that_have_it_with_the_evidence() {
    let people = |c: &Corpus, id| -> Vec<String> {
        characters_with_theme(c, theme(c, id))
            .map(|(at, it, fate, ties)| {
                let passages: Vec<_> = ties
                    .iter()
                    .flat_map(|tie| tie.passages.iter())
                    .map(|at| at.get().0.to_string())
                    .collect();
                format!("{} {} {} {}", at.0, it.id, fate.outcome.get().0, passages.join(","))
            })
            .collect()
    };
    check(|c| people(c, "love"), &["0 nene 1 0", "1 angel 1 0,1", "5 luis 1 4"]);
    check(|c| people(c, "confinement"), &["5 luis 1 4", "6 valentin 3 5"]);
}

proptest! {
    #[test]
    fn each_passage_character_and_event_belongs_to_one_film(corpus in corpora()) {
        let bytes = packed(&corpus);
        let corpus = open(&bytes).unwrap();
        let films = || (0..corpus.films.len()).map(FilmId::from_index);
        let mut passages: Vec<_> = films().flat_map(|film| passages_of(corpus, film)).map(|(id, _)| id).collect();
        let mut people: Vec<_> = films().flat_map(|film| cast_of(corpus, film)).map(|(id, ..)| id).collect();
        passages.sort();
        people.sort();
        prop_assert_eq!(passages, (0..corpus.passages.len()).map(PassageId::from_index).collect::<Vec<_>>());
        prop_assert_eq!(people, (0..corpus.characters.len()).map(CharacterId::from_index).collect::<Vec<_>>());
        prop_assert_eq!(films().flat_map(|film| events_of(corpus, film)).count(), corpus.events.len());
    }

    #[test]
    fn each_relation_is_found_from_each_of_its_ends(corpus in corpora()) {
        let bytes = packed(&corpus);
        let packed = open(&bytes).unwrap();
        let mut ends = 0;
        for id in (0..corpus.characters.len()).map(CharacterId::from_index) {
            for (inverse, other, relation) in relations_of(packed, id) {
                let (from, to) = (relation.from.get(), relation.to.get());
                prop_assert_eq!(if inverse { (other, id) } else { (id, other) }, (from, to));
                ends += 1;
            }
        }
        // A relation to oneself has one end.
        let expect: usize = corpus.relations.iter().map(|one| if one.from == one.to { 1 } else { 2 }).sum();
        prop_assert_eq!(ends, expect);
    }

    #[test]
    fn narrower_is_the_reverse_of_broader(corpus in corpora()) {
        let bytes = packed(&corpus);
        let packed = open(&bytes).unwrap();
        for vocabulary in Vocabulary::ALL {
            let all = || (0..packed.terms(vocabulary).len()).map(TermId::from_index);
            let below = all().flat_map(|above| narrower(packed, vocabulary, above).map(move |(id, _)| (id, above)));
            let mut below: Vec<_> = below.collect();
            below.sort();
            let terms = all().zip(&corpus.vocabularies[vocabulary as usize]);
            let expect: Vec<_> = terms.filter_map(|(id, term)| Some((id, term.broader?))).collect();
            for &(id, above) in &below {
                prop_assert!(is_within(packed, vocabulary, id, above) && !is_within(packed, vocabulary, above, id));
            }
            prop_assert_eq!(below, expect);
        }
    }

    #[test]
    fn what_a_theme_leads_to_is_what_filtering_by_it_leaves(corpus in corpora()) {
        let bytes = packed(&corpus);
        let corpus = open(&bytes).unwrap();
        let posted = |gallery: Gallery, theme: TermId| -> Vec<u32> {
            corpus.gallery(gallery).facets[Facet::Theme as usize].values.items(theme.0).collect()
        };
        for theme in (0..corpus.terms(Vocabulary::Themes).len()).map(TermId::from_index) {
            let films = films_with_theme(corpus, theme);
            let present = films.filter(|(.., ties)| ties.iter().any(|tie| tie.weight != Weight::Absent));
            prop_assert_eq!(present.map(|(id, ..)| id.0).collect::<Vec<_>>(), posted(Gallery::Films, theme));
            let people: Vec<u32> = characters_with_theme(corpus, theme).map(|(id, ..)| id.0).collect();
            prop_assert_eq!(people, posted(Gallery::Characters, theme));
        }
    }
}
