//! Any change of one file of a corpus: a corpus whose pack opens, or reasons why there is none.

#![no_main]

use arbitrary::Arbitrary;
use desenlace_compile::compile;
use desenlace_fuzz::{ask_compiled, smallest_corpus};
use libfuzzer_sys::fuzz_target;

#[derive(Arbitrary, Debug)]
struct Change<'a> {
    file: u8,
    from: u16,
    length: u16,
    bytes: &'a [u8],
}

fuzz_target!(|change: Change<'_>| {
    let mut files = smallest_corpus().clone();
    let paths: Vec<String> = files.paths().map(str::to_owned).collect();
    let path = &paths[usize::from(change.file) % paths.len()];
    let mut text = files.get(path).unwrap_or_default().to_vec();
    let from = usize::from(change.from) % (text.len() + 1);
    let to = (from + usize::from(change.length)).min(text.len());
    text.splice(from..to, change.bytes.iter().copied());
    files.insert(path, text);
    ask_compiled(&compile(&files));
});
