//! Every mistake that an editor can make, one at a time, in the corpus of `fixtures/minimal`: what is said
//! about it, and where. Run with `UPDATE_EXPECT=1` to renew what is expected, and read the difference.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod consistency;
mod files;
mod ids;
mod several;
mod stories;
mod toml;

use desenlace_compile::{Files, compile, read_directory};
use expect_test::Expect;
use std::path::Path;

/// The corpus without mistakes.
fn minimal() -> Files {
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/minimal");
    read_directory(&directory).unwrap()
}

/// The corpus with some text in some files replaced, each at its first occurrence.
#[track_caller]
fn edited(edits: &[(&str, &str, &str)]) -> Files {
    let mut files = minimal();
    for (path, from, to) in edits {
        let text = std::str::from_utf8(files.get(path).unwrap()).unwrap();
        assert!(text.contains(from), "{path} does not contain {from:?}");
        let text = text.replacen(from, to, 1);
        files.insert(path, text);
    }
    files
}

/// What is said about some files.
fn said(files: &Files) -> String {
    let compiled = compile(files);
    let errors = compiled.diagnostics.iter().any(|each| each.severity == desenlace_compile::Severity::Error);
    assert_eq!(compiled.corpus.is_none(), errors, "there is a corpus exactly where there is no error");
    compiled.diagnostics.iter().map(|diagnostic| format!("{diagnostic}\n")).collect()
}

/// Replaces a text in a file, and compares what is said about it.
#[track_caller]
fn check(path: &str, from: &str, to: &str, expect: Expect) {
    expect.assert_eq(&said(&edited(&[(path, from, to)])));
}

#[test]
fn the_minimal_corpus_has_none() {
    assert_eq!(said(&minimal()), "");
}
