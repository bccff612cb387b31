//! What is offered instead of nothing, held against the answers to the queries that it speaks of.

use super::*;
use crate::pack::open;
use crate::query::values::Values;
use crate::query::{Answer, answer};
use crate::sample::{packed, questions};
use proptest::prelude::{prop_assert, prop_assert_eq, proptest};

proptest! {
    #[test]
    fn what_lifting_a_choice_would_leave_is_what_it_leaves((corpus, gallery, query) in questions()) {
        let bytes = packed(&corpus);
        let opened = open(&bytes).unwrap();
        let offered = lifted(opened, gallery, &query);
        prop_assert!(offered.iter().all(|(_, count)| *count > 0), "what leaves nothing is not offered");
        let mut asked: Vec<Lift> = Facet::ALL.into_iter().flat_map(|facet| {
            let choice = query.choice(facet);
            choice.include.iter().chain(&choice.exclude).map(move |value| Lift::Value(facet, *value))
        }).collect();
        asked.insert(0, Lift::Text);
        for lift in asked {
            let mut less = query.clone();
            match lift {
                Lift::Text => less.text.clear(),
                Lift::Value(facet, value) => less.choice_mut(facet).release(value),
            }
            let left = answer(opened, gallery, &less).items.len();
            let count = offered.iter().find(|(offer, _)| *offer == lift).map_or(0, |(_, count)| *count);
            if lift != Lift::Text || !query.text.is_empty() {
                prop_assert_eq!(count, left, "{:?}", lift);
            }
        }
    }

    #[test]
    fn the_nearest_have_something_of_what_is_asked_and_nothing_that_is_excluded(
        (corpus, gallery, query) in questions()
    ) {
        let bytes = packed(&corpus);
        let opened = open(&bytes).unwrap();
        let answer = answer(opened, gallery, &query);
        prop_assert!(answer.items.is_empty() || answer.nearest.is_empty());
        prop_assert!(answer.nearest.len() <= Answer::NEAREST);
        for item in answer.nearest {
            for facet in Facet::ALL {
                let values = Values::new(opened, gallery, facet, &query.veil);
                let removed = Filter::new(values, query.choice(facet)).removed;
                prop_assert!(removed.is_none_or(|(any, _)| !any.contains(item)));
            }
        }
    }
}
