//! Any bytes as a pack, and any change of one under a checksum that is right again: refused, or every
//! question has an answer.

use crate::given::{aligned, ask, changed_pack};
use crate::read;
use arbitrary::Arbitrary;
use desenlace_core::pack::open;

#[derive(Arbitrary, Debug)]
enum Given<'a> {
    Bytes(&'a [u8]),
    Changes(Vec<(u32, u8)>),
}

/// Opens a pack, and asks it everything if it opens.
///
/// # Panics
/// If a pack that opens leads a reader astray.
pub fn pack(bytes: &[u8]) {
    let Some(given) = read::<Given<'_>>(bytes) else { return };
    let bytes = match given {
        Given::Bytes(bytes) => aligned(bytes),
        Given::Changes(changes) => changed_pack(&changes),
    };
    if let Ok(corpus) = open(&bytes) {
        ask(corpus);
    }
}
