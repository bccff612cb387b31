//! What must be true of every graph: it is the same each time, holds every relation once, and no numbers meet.

use super::*;
use crate::corpus::corpus;

fn graphs() -> Vec<(FilmId, Layout)> {
    let corpus = corpus().expect("the embedded pack opens");
    let films = (0..corpus.films.len()).map(FilmId::from_index);
    films.flat_map(|film| Language::ALL.map(|language| (film, relations(corpus, film, language)))).collect()
}

#[test]
fn the_same_film_gives_the_same_graph() {
    assert_eq!(graphs(), graphs());
}

#[test]
fn every_relation_is_on_the_arc_between_those_whom_it_binds() {
    let corpus = corpus().expect("the embedded pack opens");
    for (film, drawn) in graphs() {
        let of_film =
            |at: &usize| corpus.characters[corpus.relations[*at].from.get().index()].film.get() == film;
        let wanted: Vec<usize> = (0..corpus.relations.len()).filter(of_film).collect();
        let mut found: Vec<usize> = drawn.arcs.iter().flat_map(|arc| arc.relations.clone()).collect();
        found.sort_unstable();
        assert_eq!(found, wanted);
        for arc in &drawn.arcs {
            let mut ends = arc.ends.map(|row| drawn.threads[row].character);
            ends.sort_unstable();
            for at in &arc.relations {
                let bond = &corpus.relations[*at];
                let mut bound = [bond.from.get().0, bond.to.get().0];
                bound.sort_unstable();
                assert_eq!(ends, bound);
            }
        }
    }
}

#[test]
fn the_numbers_run_from_arc_to_arc_without_a_gap() {
    for (_, drawn) in graphs() {
        let mut next = 1;
        for arc in &drawn.arcs {
            assert_eq!(arc.numbers, numbers(next, arc.relations.len()), "there is room for all of them");
            next += arc.relations.len();
        }
    }
}

#[test]
fn no_numbers_meet_and_everything_keeps_to_the_picture() {
    for (_, drawn) in graphs() {
        for (place, one) in drawn.arcs.iter().enumerate() {
            assert!(right_of(one) <= drawn.width && one.spot.y + LINE / 2 <= drawn.height, "{one:?}");
            for other in &drawn.arcs[place + 1..] {
                let apart = right_of(one) <= other.spot.x
                    || right_of(other) <= one.spot.x
                    || (one.spot.y - other.spot.y).abs() >= LINE;
                assert!(apart, "{one:?} and {other:?}");
            }
        }
        for label in drawn.threads.iter().flat_map(|thread| [&thread.name, &thread.words]).flatten() {
            assert!(label.corner.x >= 0, "{label:?}");
        }
    }
}
