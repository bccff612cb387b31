//! Any change of one file of a corpus, which is compiled without the others or with all of them: a corpus whose pack
//! opens, or reasons why there is none.

use crate::given::{ask_compiled, smallest_files};
use crate::read;
use arbitrary::Arbitrary;
use desenlace_compile::{Files, compile};

/// One input in so many is compiled with all other files: ten times the work, and what is most often changed is how a file
/// is read, not what the whole makes of it. Which one is told by its bytes together and by none of them, so that no search
/// for what reaches most comes to prefer these, whatever it changes.
const TOGETHER: u8 = 16;

#[derive(Arbitrary, Debug)]
struct Change<'a> {
    file: u8,
    from: u16,
    length: u16,
    bytes: &'a [u8],
}

/// Compiles the smallest corpus with a change, or the changed file alone.
///
/// # Panics
/// If the compiler neither takes it nor says why not, or makes a pack that is refused.
pub fn corpus(bytes: &[u8]) {
    let Some(change) = read::<Change<'_>>(bytes) else { return };
    let smallest = smallest_files();
    let count = smallest.paths().count();
    let Some(path) = smallest.paths().nth(usize::from(change.file) % count) else { return };
    let sum = bytes.iter().fold(0_u8, |sum, byte| sum.wrapping_add(*byte));
    let mut files = if sum % TOGETHER == 0 { smallest.clone() } else { Files::new("corpus") };
    let mut text = smallest.get(path).unwrap_or_default().to_vec();
    let from = usize::from(change.from) % (text.len() + 1);
    let to = (from + usize::from(change.length)).min(text.len());
    text.splice(from..to, change.bytes.iter().copied());
    files.insert(path, text);
    ask_compiled(&compile(&files));
}
