//! Any change of one file of a corpus: a corpus whose pack opens, or reasons why there is none.

use crate::given::{ask_compiled, smallest_files};
use crate::read;
use arbitrary::Arbitrary;
use desenlace_compile::compile;

#[derive(Arbitrary, Debug)]
struct Change<'a> {
    file: u8,
    from: u16,
    length: u16,
    bytes: &'a [u8],
}

/// Compiles the smallest corpus with a change.
///
/// # Panics
/// If the compiler neither takes it nor says why not, or makes a pack that is refused.
pub fn corpus(bytes: &[u8]) {
    let Some(change) = read::<Change<'_>>(bytes) else { return };
    let mut files = smallest_files().clone();
    let paths: Vec<String> = files.paths().map(str::to_owned).collect();
    let path = &paths[usize::from(change.file) % paths.len()];
    let mut text = files.get(path).unwrap_or_default().to_vec();
    let from = usize::from(change.from) % (text.len() + 1);
    let to = (from + usize::from(change.length)).min(text.len());
    text.splice(from..to, change.bytes.iter().copied());
    files.insert(path, text);
    ask_compiled(&compile(&files));
}
