//! The corpus that is compiled into this program, opened once. It knows where the bytes lie; what they mean
//! is the core's business.

use desenlace_core::pack::{self, Aligned, PackError};
use desenlace_core::packed::Corpus;
use std::sync::OnceLock;

static PACK: &Aligned<[u8]> = &Aligned(*include_bytes!(concat!(env!("OUT_DIR"), "/corpus.pack")));

/// The embedded corpus.
///
/// # Errors
///
/// The bytes were damaged on their way. What they say was verified when the program was built.
pub fn corpus() -> Result<&'static Corpus, PackError> {
    static CORPUS: OnceLock<Result<&'static Corpus, PackError>> = OnceLock::new();
    *CORPUS.get_or_init(|| pack::open_verified(&PACK.0))
}
