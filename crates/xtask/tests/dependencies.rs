//! That every dependency that a manifest names is used by a source file, and that none comes without a lock. It does not
//! know what the dependencies are for.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::fs;
use std::path::{Path, PathBuf};
use toml::Table;

/// The packages of this repository.
const PACKAGES: [&str; 7] = [
    ".",
    "crates/desenlace-core",
    "crates/desenlace-compile",
    "crates/desenlace-hostile",
    "crates/xtask",
    "benches/peers/core",
    "fuzz",
];

/// Where the dependencies of a section are used.
const SECTIONS: [(&str, &[&str]); 3] = [
    ("dependencies", &["src", "fuzz_targets"]),
    ("dev-dependencies", &["src", "tests", "benches"]),
    ("build-dependencies", &["build.rs"]),
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// All Rust below a path.
fn sources(path: &Path) -> String {
    match fs::read_dir(path) {
        Ok(entries) => {
            let paths = entries.map(|entry| entry.unwrap().path());
            paths
                .filter(|path| path.is_dir() || path.extension().is_some_and(|it| it == "rs"))
                .map(|path| sources(&path))
                .collect()
        }
        Err(_) => fs::read_to_string(path).unwrap_or_default(),
    }
}

/// The names under a section of a manifest, for every target.
fn named(manifest: &Table, section: &str) -> Vec<String> {
    let targets = manifest.get("target").and_then(toml::Value::as_table).into_iter().flatten();
    let tables = targets.filter_map(|(_, target)| target.as_table()).chain([manifest]);
    let sections = tables.filter_map(|table| table.get(section)?.as_table());
    sections.flat_map(|section| section.keys().cloned()).collect()
}

fn uses(sources: &str, name: &str) -> bool {
    let name = name.replace('-', "_");
    let used = |(at, _)| {
        let before = sources[..at].chars().next_back().is_none_or(|it| !(it.is_alphanumeric() || it == '_'));
        let after = &sources[at + name.len()..];
        before
            && (after.starts_with("::") || sources[..at].ends_with("use ") && after.starts_with([';', ' ']))
    };
    sources.match_indices(name.as_str()).any(used)
}

#[test]
fn every_dependency_is_used() {
    let mut unused = Vec::new();
    for package in PACKAGES {
        let folder = root().join(package);
        let manifest: Table = fs::read_to_string(folder.join("Cargo.toml")).unwrap().parse().unwrap();
        for (section, places) in SECTIONS {
            let sources: String = places.iter().map(|place| sources(&folder.join(place))).collect();
            let names = named(&manifest, section);
            unused.extend(
                names.into_iter().filter(|name| !uses(&sources, name)).map(|name| (package, section, name)),
            );
        }
    }
    assert_eq!(unused, [], "dependencies that no source file names");
}

#[test]
fn every_workspace_and_all_javascript_is_locked() {
    for lock in [
        "Cargo.lock",
        "fuzz/Cargo.lock",
        "benches/peers/package-lock.json",
        "tests/browser/package-lock.json",
    ] {
        assert!(root().join(lock).is_file(), "{lock}");
    }
}
