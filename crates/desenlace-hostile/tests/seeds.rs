//! The inputs that fuzzing once found, and changes of them: a short run of every fuzz target, the same each time, by
//! stable Rust alone. What is new is found by `cargo xtask fuzz`.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use desenlace_hostile::WAYS;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use std::fs;
use std::path::Path;

/// How many changed inputs each way is given.
const CHANGED: u32 = 500;

/// The inputs for a way, by name, so that the order is the same everywhere.
fn seeds(way: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/seeds").join(way);
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths.into_iter().map(|path| fs::read(path).unwrap()).collect()
}

/// One of the seeds with some bytes put in, taken out or replaced.
fn changed(seeds: Vec<Vec<u8>>) -> impl Strategy<Value = Vec<u8>> {
    let splice = (any::<prop::sample::Index>(), 0usize..4, prop::collection::vec(any::<u8>(), 0..6));
    (prop::sample::select(seeds), prop::collection::vec(splice, 1..5)).prop_map(|(mut bytes, splices)| {
        for (place, removed, put_in) in splices {
            let from = place.index(bytes.len() + 1);
            let to = (from + removed).min(bytes.len());
            bytes.splice(from..to, put_in);
        }
        bytes
    })
}

#[test]
fn what_was_found_once_is_withstood() {
    for (name, way) in WAYS {
        let seeds = seeds(name);
        assert!(seeds.len() >= 16, "{name} has seeds");
        seeds.iter().for_each(|seed| way(seed));
    }
}

#[test]
fn changes_of_what_was_found_are_withstood() {
    for (name, way) in WAYS {
        // The same changes every time: a test that fails says what to mend, not when to look again.
        let random = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
        let config = Config { cases: CHANGED, failure_persistence: None, ..Config::default() };
        let outcome = TestRunner::new_with_rng(config, random).run(&changed(seeds(name)), |bytes| {
            way(&bytes);
            Ok(())
        });
        assert!(outcome.is_ok(), "{name}: {outcome:?}");
    }
}
