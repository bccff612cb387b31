//! The order of the story on small films written for it, and as laws in any corpus.

use super::*;
use crate::model::{self, Order};
use crate::pack::open;
use crate::sample::{corpora, packed, small};
use proptest::prelude::{ProptestConfig, prop_assert, prop_assert_eq, proptest};

/// The order of a film that has as many events as there are entries: what each comes after, and what it happens
/// inside of. Those named are told back.
fn order(events: &[(&[u32], Option<u32>)], told_back: &[usize]) -> StoryOrder {
    let mut corpus = small();
    let first = corpus.events[0].clone();
    let event = |(place, (after, during)): (usize, &(&[u32], Option<u32>))| model::Event {
        film: FilmId(0),
        order: if told_back.contains(&place) { Order::Flashback } else { Order::Told },
        after: after.iter().map(|event| EventId(*event)).collect(),
        during: during.map(EventId),
        ..first.clone()
    };
    corpus.events = events.iter().enumerate().map(event).collect();
    let bytes = packed(&corpus);
    StoryOrder::of(open(&bytes).unwrap(), FilmId(0))
}

/// The ranges of the events of such a film.
#[track_caller]
fn check(events: &[(&[u32], Option<u32>)], expect: &[(u32, u32)]) {
    let places = order(events, &[]).places();
    assert_eq!(places.iter().map(|place| (place.earliest, place.latest)).collect::<Vec<_>>(), expect);
}

#[test]
fn a_chain_leaves_nothing_open() {
    check(&[(&[], None), (&[0], None), (&[1], None)], &[(0, 0), (1, 1), (2, 2)]);
}

#[test]
fn a_flashback_lies_where_the_story_has_it() {
    check(&[(&[1], None), (&[], None), (&[0], None)], &[(1, 1), (0, 0), (2, 2)]);
}

#[test]
fn where_the_source_gives_no_order_none_is_claimed() {
    check(&[(&[], None), (&[0], None), (&[], None)], &[(0, 1), (1, 2), (0, 2)]);
}

#[test]
fn what_happens_inside_an_event_is_over_when_the_event_is() {
    // 1 contains 2 and 3, which comes after 2; 4 comes after 1.
    check(
        &[(&[], None), (&[0], None), (&[], Some(1)), (&[2], Some(1)), (&[1], None)],
        &[(0, 0), (1, 3), (1, 2), (2, 3), (4, 4)],
    );
}

#[test]
fn an_event_after_another_inside_the_same_one_does_not_come_after_the_whole() {
    check(&[(&[], None), (&[], Some(0)), (&[0], Some(0))], &[(0, 2), (0, 2), (0, 2)]);
}

#[test]
fn a_film_without_events_has_no_places() {
    let bytes = packed(&small());
    let order = StoryOrder::of(open(&bytes).unwrap(), FilmId(99));
    assert_eq!((order.places(), order.sequence()), (vec![], vec![]));
}

#[test]
fn what_is_told_back_moves_behind_what_it_follows() {
    // The end is told, then what led to it.
    let order = order(&[(&[], None), (&[0, 3], None), (&[1], None), (&[0], None)], &[3]);
    assert_eq!(order.sequence(), [0, 3, 1, 2]);
    assert!(order.is_before(0, 2) && order.is_before(3, 2) && !order.is_before(2, 3));
}

#[test]
fn what_has_no_known_order_stays_where_it_is_told() {
    let order = order(&[(&[], None), (&[], None), (&[0], None)], &[1]);
    assert_eq!(order.sequence(), [0, 1, 2]);
    assert!(!order.is_known(0, 1) && !order.is_known(1, 2) && order.is_known(0, 2));
}

#[test]
fn what_happens_inside_of_another_is_neither_before_nor_after_it() {
    // Inside of the first, told last: whatever follows the first follows it too.
    let order = order(&[(&[], None), (&[0], None), (&[], Some(0))], &[2]);
    assert_eq!(order.sequence(), [0, 2, 1]);
    assert!(order.is_known(0, 2) && !order.is_before(0, 2) && !order.is_before(2, 0));
    assert!(order.is_before(2, 1));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn any_corpus_has_places_within_its_films(corpus in corpora()) {
        let bytes = packed(&corpus);
        let opened = open(&bytes).unwrap();
        for film in (0..corpus.films.len()).map(FilmId::from_index) {
            let places = StoryOrder::of(opened, film).places();
            let events = corpus.events.iter().filter(|event| event.film == film).count();
            prop_assert_eq!(places.len(), events);
            for place in &places {
                prop_assert!(place.earliest <= place.latest && (place.latest as usize) < events);
            }
        }
    }

    #[test]
    fn what_comes_after_has_a_later_range(mut corpus in corpora()) {
        // Only what lies before in the list, and in the same film, so that nothing runs in a circle.
        for at in 0..corpus.events.len() {
            let film = corpus.events[at].film;
            let before: Vec<_> = corpus.events[at].after.iter().copied()
                .filter(|it| it.index() < at && corpus.events[it.index()].film == film).collect();
            corpus.events[at].after = before;
            corpus.events[at].during = None;
        }
        let bytes = packed(&corpus);
        let opened = open(&bytes).unwrap();
        for film in (0..corpus.films.len()).map(FilmId::from_index) {
            let places = StoryOrder::of(opened, film).places();
            let of = |event: EventId| places.iter().find(|place| place.event == event);
            for place in &places {
                for before in &corpus.events[place.event.index()].after {
                    let before = of(*before).unwrap();
                    prop_assert!(before.earliest < place.earliest && before.latest < place.latest);
                }
            }
        }
    }

    #[test]
    fn the_sequence_holds_every_event_once_and_keeps_every_known_order(corpus in corpora()) {
        let bytes = packed(&corpus);
        let opened = open(&bytes).unwrap();
        for film in (0..corpus.films.len()).map(FilmId::from_index) {
            let order = StoryOrder::of(opened, film);
            let sequence = order.sequence();
            let mut all = sequence.clone();
            all.sort_unstable();
            prop_assert_eq!(all, (0..order.told().len()).collect::<Vec<_>>());
            // Random events may contradict each other, as those of a checked corpus cannot.
            let contradicts = |event: &usize| order.is_behind(end(*event), begin(*event));
            if sequence.iter().any(contradicts) {
                continue;
            }
            for (place, one) in sequence.iter().enumerate() {
                for earlier in &sequence[..place] {
                    prop_assert!(!order.is_before(*one, *earlier) && !order.is_within(*earlier, *one));
                }
            }
        }
    }
}
