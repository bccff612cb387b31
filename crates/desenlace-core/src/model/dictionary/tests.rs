//! What goes into the dictionary comes out of it.

use super::*;

fn entry(word: &str, films: &[u32], characters: &[u32]) -> WordPostings {
    WordPostings { word: word.into(), items: [films.to_vec(), characters.to_vec(), Vec::new()] }
}

/// The words from one on, with their items in a gallery.
fn read(words: Vec<WordPostings>, from: &str, gallery: Gallery) -> Vec<(String, Vec<u32>)> {
    let bytes = rkyv::to_bytes::<rkyv::rancor::Error>(&Dictionary::of(&words)).unwrap();
    let dictionary = rkyv::access::<ArchivedDictionary, rkyv::rancor::Error>(&bytes).unwrap();
    let mut found = Vec::new();
    dictionary.visit_from(from.as_bytes(), gallery, |word, items| {
        found.push((String::from_utf8(word.to_vec()).unwrap(), items.collect()));
        true
    });
    found
}

#[test]
fn words_are_found_from_any_beginning() {
    let words: Vec<_> = (0..100).map(|number| entry(&format!("w{number:03}"), &[number], &[])).collect();
    assert_eq!(read(words.clone(), "", Gallery::Films).len(), 100);
    for from in [0, 1, 15, 16, 17, 50, 99] {
        let found = read(words.clone(), &format!("w{from:03}"), Gallery::Films);
        assert_eq!(found.len(), 100 - from as usize);
        assert_eq!(found[0], (format!("w{from:03}"), vec![from]));
    }
    assert_eq!(read(words.clone(), "w0155", Gallery::Films)[0].0, "w016");
    assert!(read(words, "x", Gallery::Films).is_empty());
    assert!(read(Vec::new(), "x", Gallery::Films).is_empty());
}

#[test]
fn each_gallery_has_its_own_items() {
    let words = vec![entry("carcel", &[0, 2], &[5, 300, 70_000]), entry("carta", &[], &[1])];
    assert_eq!(
        read(words.clone(), "car", Gallery::Films),
        [("carcel".into(), vec![0, 2]), ("carta".into(), vec![])]
    );
    assert_eq!(read(words, "carcel", Gallery::Characters)[0].1, [5, 300, 70_000]);
}

#[test]
fn reading_goes_on_only_as_long_as_it_is_asked_to() {
    let words: Vec<_> = (0..40).map(|number| entry(&format!("w{number:03}"), &[], &[])).collect();
    let bytes = rkyv::to_bytes::<rkyv::rancor::Error>(&Dictionary::of(&words)).unwrap();
    let dictionary = rkyv::access::<ArchivedDictionary, rkyv::rancor::Error>(&bytes).unwrap();
    let mut seen = 0;
    dictionary.visit_from(b"w010", Gallery::Fates, |_, _| {
        seen += 1;
        seen < 3
    });
    assert_eq!(seen, 3);
}

#[test]
fn items_that_nobody_reads_are_passed_over() {
    let words: Vec<_> = (0..40).map(|number| entry(&format!("w{number:03}"), &[1, 2, 300], &[4])).collect();
    let bytes = rkyv::to_bytes::<rkyv::rancor::Error>(&Dictionary::of(&words)).unwrap();
    let dictionary = rkyv::access::<ArchivedDictionary, rkyv::rancor::Error>(&bytes).unwrap();
    let mut seen = Vec::new();
    dictionary.visit_from(b"", Gallery::Films, |word, _| {
        seen.push(String::from_utf8(word.to_vec()).unwrap());
        true
    });
    assert!(seen.iter().eq(words.iter().map(|entry| &entry.word)), "{seen:?}");
}

#[test]
fn items_beyond_every_number_end_the_list() {
    // One word, two items: the largest number, and one more.
    let bytes = vec![0, 1, b'a', 2, 0xff, 0xff, 0xff, 0xff, 0x0f, 1, 0, 0];
    let packed = rkyv::to_bytes::<rkyv::rancor::Error>(&Dictionary { bytes, blocks: vec![0] }).unwrap();
    let dictionary = rkyv::access::<ArchivedDictionary, rkyv::rancor::Error>(&packed).unwrap();
    let mut found = Vec::new();
    dictionary.visit_from(b"a", Gallery::Films, |_, items| {
        found.extend(items);
        true
    });
    assert_eq!(found, [u32::MAX]);
}

proptest::proptest! {
    #[test]
    fn any_bytes_are_read_to_an_end(bytes: Vec<u8>, blocks: Vec<u32>, word: Vec<u8>) {
        let packed = rkyv::to_bytes::<rkyv::rancor::Error>(&Dictionary { bytes, blocks }).unwrap();
        let dictionary = rkyv::access::<ArchivedDictionary, rkyv::rancor::Error>(&packed).unwrap();
        dictionary.visit_from(&word, Gallery::Films, |_, items| items.count() < usize::MAX);
    }
}
