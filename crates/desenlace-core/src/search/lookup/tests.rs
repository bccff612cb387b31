//! What a letter stands for is the same, whether it is kept as one list or added up word by word.

use super::super::parse::parse;
use super::*;
use crate::fold;
use crate::model::dictionary::Dictionary;
use crate::model::{Posting, WordPostings};
use proptest::prelude::{any, prop_assert_eq, proptest};
use std::collections::BTreeMap;

/// What a text was taken for, and the best impact of each item by rank.
type Outcome = (Found, BTreeMap<(Rank, u32), u8>);

/// Looks the only word of a text up among some words; a letter has a list where there are at least so many items.
fn find(words: &[WordPostings], least: usize, gallery: Gallery, text: &str) -> Outcome {
    let bytes = rkyv::to_bytes::<rkyv::rancor::Error>(&Dictionary::with_beginnings(words, least)).unwrap();
    let dictionary = rkyv::access::<ArchivedDictionary, rkyv::rancor::Error>(&bytes).unwrap();
    let part = parse(text).remove(0);
    let mut best = BTreeMap::new();
    let mut lookup = Lookup { dictionary, gallery, near_words: NEAR_WORDS };
    let found = lookup.find(&part.words[0], part.phrase, &mut |rank, items| {
        for (item, impact) in items {
            let best = best.entry((rank, item)).or_default();
            *best = impact.max(*best);
        }
    });
    (found, best)
}

/// An impact as the compiler gives it.
fn impact(number: u8) -> u8 {
    [0, 1, 2, 3, 4, 5, 6, 7, 8, 12, 13, 14, 15][usize::from(number) % 13]
}

#[test]
fn a_letter_is_found_by_its_own_list() {
    let word = |word: &str, items: &[u32]| {
        let postings = items.iter().map(|item| Posting { item: *item, impact: 0 }).collect();
        WordPostings { word: word.into(), items: [postings, Vec::new(), Vec::new()] }
    };
    let mut words = vec![word("a", &[0]), word("ab", &[1, 2]), word("ac", &[2]), word("áb", &[3])];
    words.sort_by_key(|entry| fold::fold(&entry.word));
    let bytes = rkyv::to_bytes::<rkyv::rancor::Error>(&Dictionary::with_beginnings(&words, 3)).unwrap();
    let dictionary = rkyv::access::<ArchivedDictionary, rkyv::rancor::Error>(&bytes).unwrap();
    let lists = dictionary.beginning('a', Gallery::Films).unwrap();
    assert_eq!(lists.map(|list| list.map(|(item, _)| item).collect::<Vec<_>>()), [vec![1, 2], vec![3]]);
    assert!(dictionary.beginning('b', Gallery::Films).is_none());
    assert!(dictionary.beginning('a', Gallery::Fates).is_none());
    let bytes = rkyv::to_bytes::<rkyv::rancor::Error>(&Dictionary::with_beginnings(&words, 4)).unwrap();
    let dictionary = rkyv::access::<ArchivedDictionary, rkyv::rancor::Error>(&bytes).unwrap();
    assert!(dictionary.beginning('a', Gallery::Films).is_none());
}

proptest! {
    #[test]
    fn lists_of_letters_change_no_answer(
        words in proptest::collection::btree_map(
            "[abáñß]{1,3}",
            proptest::collection::btree_map(0..24u32, any::<u8>(), 0..12),
            1..40,
        ),
        text in "[-\"]?[abáñnsß]{1,2} ?",
        other in 0..3usize,
    ) {
        let mut words: Vec<WordPostings> = words
            .into_iter()
            .map(|(word, items)| {
                let items = items.iter().map(|(&item, &number)| Posting { item, impact: impact(number) });
                let mut own = WordPostings { word, items: Default::default() };
                own.items[other] = items.clone().filter(|posting| posting.item % 3 == 0).collect();
                own.items[(other + 1) % 3] = items.collect();
                own
            })
            .collect();
        words.sort_by_cached_key(|entry| (fold::fold(&entry.word), entry.word.clone()));
        for gallery in Gallery::ALL {
            let expect = find(&words, usize::MAX, gallery, &text);
            prop_assert_eq!(find(&words, 0, gallery, &text), expect);
        }
    }
}
