//! The orders of the galleries, in the small corpus.

use super::*;
use crate::model;
use crate::pack::open;
use crate::sample::{corpora, items, packed, small};
use proptest::prelude::{prop_assert_eq, proptest};

/// The items of a gallery of the small corpus in an order.
#[track_caller]
fn check(gallery: Gallery, order: Order, expect: &[&str]) {
    check_in(&small(), gallery, order, expect);
}

/// The items of a gallery in an order.
#[track_caller]
fn check_in(corpus: &model::Corpus, gallery: Gallery, order: Order, expect: &[&str]) {
    let bytes = packed(corpus);
    let corpus = open(&bytes).unwrap();
    let places = places(corpus, gallery, order, Language::En);
    let all: Vec<u32> = (0..u32::try_from(places.len()).unwrap()).collect();
    let items = ordered(&all, |item| places[item as usize]);
    let ids: Vec<&str> = items.iter().map(|item| gallery.item_id(corpus, *item)).collect();
    assert_eq!(ids, expect, "{order:?}");
}

#[test]
fn films_stand_by_title_year_or_cast() {
    check(Gallery::Films, Order::Found, &["plata-quemada", "la-fuga", "o-beijo"]);
    check(Gallery::Films, Order::Name, &["la-fuga", "o-beijo", "plata-quemada"]);
    check(Gallery::Films, Order::Oldest, &["o-beijo", "plata-quemada", "la-fuga"]);
    check(Gallery::Films, Order::Newest, &["la-fuga", "plata-quemada", "o-beijo"]);
    check(Gallery::Films, Order::Most, &["plata-quemada", "la-fuga", "o-beijo"]);
}

#[test]
fn characters_stand_by_name_by_the_year_of_their_film_or_by_their_relations() {
    let by_name = ["angel", "santalo", "nene", "gang", "irala", "luis", "valentin"];
    check(Gallery::Characters, Order::Name, &by_name);
    let by_year = ["luis", "valentin", "nene", "angel", "gang", "irala", "santalo"];
    check(Gallery::Fates, Order::Oldest, &by_year);
}

#[test]
fn names_that_begin_alike_stand_by_what_follows() {
    let mut corpus = small();
    for (film, title) in corpus.films.iter_mut().zip(["A noite branca", "A noite anterior", "A noite"]) {
        film.title = title.into();
    }
    check_in(&corpus, Gallery::Films, Order::Name, &["o-beijo", "la-fuga", "plata-quemada"]);
}

#[test]
fn a_film_without_a_year_stands_last_whichever_year_is_first() {
    let mut corpus = small();
    corpus.films[0].year = 0;
    check_in(&corpus, Gallery::Films, Order::Oldest, &["o-beijo", "la-fuga", "plata-quemada"]);
    check_in(&corpus, Gallery::Films, Order::Newest, &["la-fuga", "o-beijo", "plata-quemada"]);
}

#[test]
fn most_is_the_largest_cast_of_a_film_and_the_most_relations_of_anybody() {
    let mut corpus = small();
    // The people of the first film move into the last.
    corpus.characters.iter_mut().filter(|one| one.film.0 == 0).for_each(|one| one.film.0 = 2);
    check_in(&corpus, Gallery::Films, Order::Most, &["o-beijo", "la-fuga", "plata-quemada"]);
    let ends = |item: usize| {
        corpus
            .relations
            .iter()
            .flat_map(|relation| [relation.from, relation.to])
            .filter(|end| end.index() == item)
            .count()
    };
    let mut by_relations: Vec<usize> = (0..corpus.characters.len()).collect();
    by_relations.sort_by_key(|item| std::cmp::Reverse(ends(*item)));
    assert!(by_relations[0] > 0, "the order of the corpus is another");
    let ids: Vec<&str> = by_relations.iter().map(|item| corpus.characters[*item].id.as_str()).collect();
    check_in(&corpus, Gallery::Characters, Order::Most, &ids);
}

#[test]
fn orders_are_known_by_their_names() {
    for order in Order::ALL {
        assert_eq!(Order::from_name(order.name()), Some(order));
    }
    assert_eq!(Order::from_name("Name"), None);
}

proptest! {
    #[test]
    fn every_order_has_every_item_once(corpus in corpora()) {
        let bytes = packed(&corpus);
        let opened = open(&bytes).unwrap();
        for gallery in Gallery::ALL {
            for order in Order::ALL {
                let mut places = places(opened, gallery, order, Language::Es);
                places.sort_unstable();
                prop_assert_eq!(places, (0..).take(items(&corpus, gallery)).collect::<Vec<u32>>());
            }
        }
    }
}
