//! Corpora from tables: what comes out of a sound one, what is said about each mistake, and that any bytes end
//! in a corpus or in an error. Run with `UPDATE_EXPECT=1` to renew what is expected, and read the difference.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod any_bytes;
mod cells;
mod mapping;
mod rows;
mod sound;

use desenlace_compile::{Compiled, NamedFile, Severity, compile_table};
use expect_test::Expect;

const CSV: &str = include_str!("../fixtures/table/films.csv");
const CSV_MAPPING: &str = include_str!("../fixtures/table/csv.toml");
const JSON: &str = include_str!("../fixtures/table/films.jsonl");
const JSON_MAPPING: &str = include_str!("../fixtures/table/json.toml");

fn compiled(mapping: &[u8], table: &[u8]) -> Compiled {
    compile_table(
        NamedFile { path: "mapping.toml", bytes: mapping },
        NamedFile { path: "films.table", bytes: table },
    )
}

/// A text with another in the place of a part of it.
#[track_caller]
fn edited(text: &str, from: &str, to: &str) -> String {
    assert!(text.contains(from), "{from:?} is not in it");
    text.replacen(from, to, 1)
}

/// What is said about a mapping and a table.
fn said(mapping: &[u8], table: &[u8]) -> String {
    let compiled = compiled(mapping, table);
    let errors = compiled.diagnostics.iter().any(|each| each.severity == Severity::Error);
    assert_eq!(compiled.corpus.is_none(), errors, "there is a corpus exactly where there is no error");
    compiled.diagnostics.iter().map(|diagnostic| format!("{diagnostic}\n")).collect()
}

/// Replaces a part of the CSV file, and compares what is said.
#[track_caller]
fn check_csv(from: &str, to: &str, expect: Expect) {
    expect.assert_eq(&said(CSV_MAPPING.as_bytes(), edited(CSV, from, to).as_bytes()));
}

/// Replaces a part of the JSON Lines, and compares what is said.
#[track_caller]
fn check_json(from: &str, to: &str, expect: Expect) {
    expect.assert_eq(&said(JSON_MAPPING.as_bytes(), edited(JSON, from, to).as_bytes()));
}

/// Replaces a part of the mapping of the CSV file, and compares what is said.
#[track_caller]
fn check_mapping(from: &str, to: &str, expect: Expect) {
    expect.assert_eq(&said(edited(CSV_MAPPING, from, to).as_bytes(), CSV.as_bytes()));
}
