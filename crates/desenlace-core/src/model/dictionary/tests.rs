//! What goes into the dictionary comes out of it.

use super::*;
use crate::model::Posting;
use proptest::{prop_assert, prop_assert_eq, proptest};

fn postings(items: &[u32]) -> Vec<Posting> {
    items.iter().map(|&item| Posting { item, impact: (item % 16) as u8 }).collect()
}

fn entry(word: &str, films: &[u32], characters: &[u32]) -> WordPostings {
    WordPostings { word: word.into(), items: [postings(films), postings(characters), Vec::new()] }
}

/// Looks at the words from one on, with their items in a gallery.
fn read(words: &[WordPostings], from: &str, gallery: Gallery) -> Vec<(String, Vec<u32>)> {
    let bytes = rkyv::to_bytes::<rkyv::rancor::Error>(&Dictionary::of(words)).unwrap();
    let dictionary = rkyv::access::<ArchivedDictionary, rkyv::rancor::Error>(&bytes).unwrap();
    let mut walk = dictionary.from(from);
    let mut found = Vec::new();
    while walk.advance() {
        if walk.folded() >= from {
            let items = walk.items(gallery).map(|(item, impact)| {
                assert_eq!(u32::from(impact), item % 16);
                item
            });
            found.push((walk.word().to_owned(), items.collect()));
        }
    }
    found
}

#[test]
fn words_are_found_from_any_beginning() {
    let words: Vec<_> = (0..200).map(|number| entry(&format!("w{number:03}"), &[number], &[])).collect();
    assert_eq!(read(&words, "", Gallery::Films).len(), 200);
    for from in [0, 1, 31, 32, 33, 63, 64, 65, 150, 199] {
        let found = read(&words, &format!("w{from:03}"), Gallery::Films);
        assert_eq!(found.len(), 200 - from as usize);
        assert_eq!(found[0], (format!("w{from:03}"), vec![from]));
    }
    assert_eq!(read(&words, "w0315", Gallery::Films)[0].0, "w032");
    assert!(read(&words, "x", Gallery::Films).is_empty());
    assert!(read(&[], "x", Gallery::Films).is_empty());
}

#[test]
fn words_with_accents_stand_beside_those_without() {
    let words = ["carbon", "carcel", "cárcel", "carta", "ñandu", "nandú"].map(|word| entry(word, &[1], &[]));
    let found: Vec<String> =
        read(&words, "carcel", Gallery::Films).into_iter().map(|(word, _)| word).collect();
    assert_eq!(found, ["carcel", "cárcel", "carta", "ñandu", "nandú"]);
}

#[test]
fn each_gallery_has_its_own_items() {
    let long = "w".repeat(300);
    let words = [
        entry("carcel", &[0, 2], &[5, 300, 70_000]),
        entry("carta", &[], &[1]),
        WordPostings { word: "fin".into(), items: [vec![], vec![], postings(&[0, 1, u32::MAX - 1])] },
        WordPostings {
            word: "todo".into(),
            items: [postings(&[9]), postings(&[8]), postings(&[7, 1 << 20])],
        },
        entry(&long, &[3], &[]),
    ];
    for gallery in Gallery::ALL {
        let expect: Vec<(String, Vec<u32>)> = words
            .iter()
            .map(|entry| {
                let items = &entry.items[gallery as usize];
                (entry.word.clone(), items.iter().map(|posting| posting.item).collect())
            })
            .collect();
        assert_eq!(read(&words, "", gallery), expect);
    }
}

#[test]
fn words_with_the_same_items_share_them() {
    let words: Vec<_> =
        (0..100u32).map(|at| entry(&format!("w{at:03}"), &[at % 3], &[7, at % 2 + 9])).collect();
    assert!(Dictionary::of(&words).lists.len() < 40);
    for gallery in Gallery::ALL {
        let items =
            |entry: &WordPostings| entry.items[gallery as usize].iter().map(|it| it.item).collect::<Vec<_>>();
        assert!(read(&words, "", gallery).into_iter().map(|(_, items)| items).eq(words.iter().map(items)));
    }
}

#[test]
fn items_beyond_every_number_come_to_an_end() {
    // One word; a distance that fits, and one that leads beyond the largest number.
    let lists = vec![7 << 3 | 1, 0xf0, 0xff, 0xff, 0xff, 0xff, 0x01, 0x00];
    let (words, uses) = (vec![0, 0, 1, b'a'], vec![0]);
    let dictionary = Dictionary { words, uses, lists, blocks: vec![0], beginnings: Vec::new() };
    let packed = rkyv::to_bytes::<rkyv::rancor::Error>(&dictionary).unwrap();
    let dictionary = rkyv::access::<ArchivedDictionary, rkyv::rancor::Error>(&packed).unwrap();
    let mut walk = dictionary.from("");
    assert!(walk.advance());
    assert!(walk.items(Gallery::Films).count() <= 2);
}

#[test]
fn what_goes_into_halves_of_bytes_comes_out_of_them() {
    let impacts = [(0, 0), (1, 15), (4, 8), (9, 12)];
    let postings = impacts.map(|(item, impact)| Posting { item, impact });
    let bytes = items::halves(&postings).unwrap();
    assert_eq!(bytes.len(), 5);
    assert!(Items::Halves { bytes: &bytes, next: 0 }.eq(impacts));
    assert_eq!(items::halves(&[]), Some(Vec::new()));
    // The impact that stands for no item.
    assert_eq!(items::halves(&[Posting { item: 3, impact: 11 }]), None);
}

proptest! {
    #[test]
    fn what_a_block_begins_with_all_its_words_begin_with(
        words in proptest::collection::btree_set("(ab){0,3}[abcñá]{1,4}", 1..200),
        letters in 0..8usize,
    ) {
        let mut words: Vec<(String, String)> = words.into_iter().map(|word| (fold::fold(&word), word)).collect();
        words.sort();
        let entries: Vec<_> = words.iter().map(|(_, word)| entry(word, &[1], &[])).collect();
        let bytes = rkyv::to_bytes::<rkyv::rancor::Error>(&Dictionary::of(&entries)).unwrap();
        let dictionary = rkyv::access::<ArchivedDictionary, rkyv::rancor::Error>(&bytes).unwrap();
        let mut walk = dictionary.from("");
        // What is passed over begins alike, and whatever follows is read as ever.
        let mut passed = 0;
        if let Some(common) = walk.block() {
            let beginning = &common[..common.len().min(letters)];
            walk.pass_blocks(beginning);
            passed = walk.block * BLOCK;
            prop_assert!(words[..passed].iter().all(|(folded, _)| folded.starts_with(beginning)));
        }
        let mut common = "";
        for (at, (folded, word)) in words.iter().enumerate().skip(passed) {
            common = walk.block().unwrap_or(if at % BLOCK == 0 { "" } else { common });
            prop_assert!(walk.advance());
            prop_assert_eq!(walk.word(), word);
            prop_assert!(folded.starts_with(common), "{} {}", folded, common);
        }
        prop_assert!(!walk.advance());
    }

    #[test]
    fn any_bytes_are_read_to_an_end(
        words: Vec<u8>,
        uses: Vec<u8>,
        lists: Vec<u8>,
        blocks: Vec<u32>,
        beginnings: Vec<u8>,
        word: String,
    ) {
        let packed = rkyv::to_bytes::<rkyv::rancor::Error>(&Dictionary { words, uses, lists, blocks, beginnings }).unwrap();
        let dictionary = rkyv::access::<ArchivedDictionary, rkyv::rancor::Error>(&packed).unwrap();
        let mut walk = dictionary.from(&word);
        while walk.advance() {
            let letters = walk.word().len() + walk.folded().len();
            let items: usize = Gallery::ALL.map(|gallery| walk.items(gallery).count()).iter().sum();
            prop_assert!(letters < usize::MAX && items < usize::MAX);
        }
        for letter in word.chars().chain('\0'..'0') {
            let begun = dictionary.beginning(letter, Gallery::Films).into_iter().flatten();
            prop_assert!(begun.map(Iterator::count).sum::<usize>() < usize::MAX);
        }
    }
}
