//! Whatever stands in the files, the compiler comes to an end with a corpus or with an error.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use desenlace_compile::{Files, Severity, compile, read_directory};
use desenlace_core::pack;
use proptest::prelude::*;
use std::path::Path;
use std::sync::LazyLock;

static MINIMAL: LazyLock<Files> = LazyLock::new(|| {
    read_directory(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/minimal")).unwrap()
});

/// A change of one file, at a place given as a share of its length.
#[derive(Clone, Debug)]
enum Change {
    Replace(u8),
    Insert(String),
    Remove(usize),
    Cut,
    Double(usize),
}

fn change() -> impl Strategy<Value = Change> {
    prop_oneof![
        any::<u8>().prop_map(Change::Replace),
        prop_oneof![
            proptest::string::string_regex("[\\[\\]{}()\"'=.,#*_<>!`\\\\ \n:a-z0-9é-]{1,12}").unwrap(),
            ".{1,6}",
            Just("[".repeat(2000)),
            Just("\u{feff}".to_owned()),
            Just("\r".to_owned()),
        ]
        .prop_map(Change::Insert),
        (1usize..40).prop_map(Change::Remove),
        Just(Change::Cut),
        (1usize..200).prop_map(Change::Double),
    ]
}

fn changed(mut bytes: Vec<u8>, place: f64, change: &Change) -> Vec<u8> {
    let at = (bytes.len() as f64 * place) as usize;
    match change {
        Change::Replace(byte) if at < bytes.len() => bytes[at] = *byte,
        Change::Replace(byte) => bytes.push(*byte),
        Change::Insert(text) => drop(bytes.splice(at..at, text.bytes())),
        Change::Remove(count) => drop(bytes.drain(at..(at + count).min(bytes.len()))),
        Change::Cut => bytes.truncate(at),
        Change::Double(count) => {
            let part = bytes[at..(at + count).min(bytes.len())].to_vec();
            drop(bytes.splice(at..at, part));
        }
    }
    bytes
}

/// A corpus that opens, or at least one error; and every diagnostic has its place and its hint.
fn check(files: &Files) {
    let compiled = compile(files);
    let errors = compiled.diagnostics.iter().filter(|each| each.severity == Severity::Error).count();
    match compiled.pack() {
        None => assert!(errors > 0, "no corpus, and nothing said"),
        Some(pack) => {
            assert_eq!(errors, 0);
            let mut place = vec![0; pack.len() + pack::ALIGNMENT];
            let start = place.as_ptr().align_offset(pack::ALIGNMENT);
            place[start..start + pack.len()].copy_from_slice(&pack);
            pack::open(&place[start..start + pack.len()]).unwrap();
        }
    }
    for diagnostic in &compiled.diagnostics {
        assert!(diagnostic.line > 0 && diagnostic.column > 0, "{diagnostic}");
        assert!(!diagnostic.message.is_empty() && !diagnostic.hint.is_empty(), "{diagnostic}");
    }
    assert!(compiled.diagnostics.is_sorted());
}

#[test]
fn a_link_that_ends_in_a_space_at_the_end_of_a_passage() {
    let mut files = MINIMAL.clone();
    let path = "films/the-well/story.en.md";
    let story = String::from_utf8(files.get(path).unwrap().to_vec()).unwrap();
    files.insert(path, story.replace("a shot.", "a shot in the [well ](place:well)"));
    check(&files);
    assert!(compile(&files).corpus.is_some());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_change_is_taken(changes in prop::collection::vec((any::<prop::sample::Index>(), 0.0..1.0, change()), 1..4)) {
        let mut files = MINIMAL.clone();
        let paths: Vec<_> = MINIMAL.paths().map(str::to_owned).collect();
        for (which, place, change) in &changes {
            let path = which.get(&paths);
            let bytes = files.get(path).unwrap().to_vec();
            files.insert(path, changed(bytes, *place, change));
        }
        check(&files);
    }

    #[test]
    fn any_files_are_taken(texts in prop::collection::vec(("[a-z/.]{0,20}|films/x/story.en.md|films/x/fates.toml", ".{0,200}"), 0..6)) {
        let mut files = Files::new("corpus");
        for (path, text) in &texts {
            files.insert(path, text.as_str());
        }
        check(&files);
    }
}
