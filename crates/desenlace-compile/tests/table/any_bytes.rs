//! Whatever stands in a table and its mapping, there is a corpus that opens, or an error, and never a panic.

use super::{CSV, CSV_MAPPING, JSON, JSON_MAPPING, compiled};
use desenlace_compile::Severity;
use desenlace_core::pack;
use proptest::prelude::*;

/// A corpus that opens, or at least one error; every diagnostic has its place and its hint.
fn check(mapping: &[u8], table: &[u8]) {
    let compiled = compiled(mapping, table);
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
        let of_table = diagnostic.path == "films.table";
        assert!(!(of_table && diagnostic.message.contains(char::is_control)), "{diagnostic}");
    }
    assert!(compiled.diagnostics.is_sorted());
}

/// Bytes that a table is made of, and others.
fn bytes() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![
        prop::collection::vec(any::<u8>(), 0..6),
        prop::sample::select(vec![
            "\"", "\"\"", ",", ";", "\n", "\r\n", "\r", "{", "}", "[", "]", ":", "\\u", "\\ud800", "null",
            "true", "1e999", "\u{feff}", "\0", "\u{1f}", "\u{85}", "é", "🎬", "Title", "title", "2001",
        ])
        .prop_map(|text| text.as_bytes().to_vec()),
    ]
}

fn spliced(text: &str, edits: &[(f64, usize, Vec<u8>)]) -> Vec<u8> {
    let mut all = text.as_bytes().to_vec();
    for (place, cut, new) in edits {
        let at = (all.len() as f64 * place) as usize;
        let end = (at + cut).min(all.len());
        all.splice(at..end, new.iter().copied());
    }
    all
}

fn edits() -> impl Strategy<Value = Vec<(f64, usize, Vec<u8>)>> {
    prop::collection::vec((0.0..1.0, 0usize..12, bytes()), 0..5)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_change_of_a_table_is_taken(edits in edits(), skip: bool, json: bool) {
        let (mapping, table) = if json { (JSON_MAPPING, JSON) } else { (CSV_MAPPING, CSV) };
        let mapping = format!("skip-bad-rows = {skip}\n{mapping}");
        check(mapping.as_bytes(), &spliced(table, &edits));
    }

    #[test]
    fn any_change_of_a_mapping_is_taken(edits in edits(), json: bool) {
        let (mapping, table) = if json { (JSON_MAPPING, JSON) } else { (CSV_MAPPING, CSV) };
        check(&spliced(mapping, &edits), table.as_bytes());
    }

    #[test]
    fn any_bytes_are_taken(parts in prop::collection::vec(bytes(), 0..60), json: bool) {
        let mapping = if json { JSON_MAPPING } else { CSV_MAPPING };
        check(mapping.as_bytes(), &parts.concat());
        check(&parts.concat(), CSV.as_bytes());
    }
}
