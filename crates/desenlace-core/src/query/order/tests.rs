//! The orders of the galleries, in the small corpus.

use super::*;
use crate::pack::open;
use crate::sample::{corpora, items, packed, small};
use proptest::prelude::{prop_assert_eq, proptest};

/// The items of a gallery of the small corpus in an order.
#[track_caller]
fn check(gallery: Gallery, order: Order, expect: &[&str]) {
    let bytes = packed(&small());
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
