//! Any bytes as a pack, and any change of one under a checksum that is right again: refused, or every
//! question has an answer.

#![no_main]

use arbitrary::Arbitrary;
use desenlace_core::pack;
use desenlace_fuzz::{aligned, ask, changed_pack};
use libfuzzer_sys::fuzz_target;

#[derive(Arbitrary, Debug)]
enum Given<'a> {
    Bytes(&'a [u8]),
    Changes(Vec<(u32, u8)>),
}

fuzz_target!(|given: Given<'_>| {
    let bytes = match given {
        Given::Bytes(bytes) => aligned(bytes),
        Given::Changes(changes) => changed_pack(&changes),
    };
    if let Ok(corpus) = pack::open(&bytes) {
        ask(corpus);
    }
});
