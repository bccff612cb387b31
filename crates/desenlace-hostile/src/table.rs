//! Any bytes as a table, and any bytes as its mapping: a corpus whose pack opens, or reasons why there is none.

use crate::given::ask_compiled;
use crate::read;
use arbitrary::Arbitrary;
use desenlace_compile::{NamedFile, compile_table};

const CSV: &[u8] =
    b"format = 'csv'\nlanguage = 'en'\n[columns]\nid = 'id'\ntitle = 'title'\nyear = 'year'\ntext = 'text'\n\
    themes = 'themes'\npeople = 'people'\n";
const JSON_LINES: &[u8] =
    b"format = 'json-lines'\nlanguage = 'en'\n[columns]\nid = 'id'\ntitle = 'title'\nyear = 'year'\n\
    text = 'text'\nthemes = 'themes'\npeople = 'people'\n";

#[derive(Arbitrary, Debug)]
struct Given<'a> {
    /// 0 and 1 stand for a mapping that is right.
    mapping: u8,
    own_mapping: &'a [u8],
    table: &'a [u8],
}

/// Compiles a table by a mapping.
///
/// # Panics
/// If the compiler neither takes it nor says why not, or makes a pack that is refused.
pub fn table(bytes: &[u8]) {
    let Some(given) = read::<Given<'_>>(bytes) else { return };
    let mapping = match given.mapping {
        0..=100 => CSV,
        101..=200 => JSON_LINES,
        _ => given.own_mapping,
    };
    let mapping = NamedFile { path: "mapping.toml", bytes: mapping };
    ask_compiled(&compile_table(mapping, NamedFile { path: "table", bytes: given.table }));
}
