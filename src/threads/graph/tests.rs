//! What must be true of every graph: it is the same each time, holds every relation once, and keeps to its picture.

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
fn everything_keeps_to_the_picture_and_no_two_arrows_meet() {
    for (_, drawn) in graphs() {
        for (place, one) in drawn.arcs.iter().enumerate() {
            assert!(one.spot.x < drawn.width && one.spot.y < drawn.height, "{one:?}");
            let meets = |other: &&Arc| one.spot == other.spot;
            assert_eq!(drawn.arcs[place + 1..].iter().find(meets), None, "{one:?}");
        }
        for label in drawn.threads.iter().flat_map(|thread| [&thread.name, &thread.words]).flatten() {
            assert!(label.corner.x >= 0, "{label:?}");
        }
    }
}
