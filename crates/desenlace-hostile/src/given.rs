//! What the ways share: the corpora they start from, and asking an opened pack everything it may be asked.
//! It does not know what comes in.

use desenlace_compile::{Compiled, Files, compile, compile_directory, read_directory};
use desenlace_core::cross_reference::{kindred, pattern};
use desenlace_core::facet::Gallery;
use desenlace_core::model::{CharacterId, Language};
use desenlace_core::pack::{self, ALIGNMENT, HEADER};
use desenlace_core::packed;
use desenlace_core::query::{Query, answer};
use desenlace_core::search::suggest;
use desenlace_core::veil::Veil;
use desenlace_core::why::why;
use rkyv::util::AlignedVec;
use std::hint::black_box;
use std::path::Path;
use std::sync::OnceLock;

/// The real corpus, opened.
///
/// # Panics
/// If the corpus has mistakes; then there is nothing to look for.
pub(crate) fn real_corpus() -> &'static packed::Corpus {
    const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../corpus");
    static PACK: OnceLock<AlignedVec<ALIGNMENT>> = OnceLock::new();
    static CORPUS: OnceLock<&packed::Corpus> = OnceLock::new();
    let compiled = || compile_directory(Path::new(FOLDER)).expect("the corpus is there");
    CORPUS.get_or_init(|| opened(PACK.get_or_init(|| packed(&compiled()))))
}

/// The smallest corpus that has one of everything, opened.
///
/// # Panics
/// If it has mistakes; then there is nothing to look for.
pub(crate) fn smallest_corpus() -> &'static packed::Corpus {
    static CORPUS: OnceLock<&packed::Corpus> = OnceLock::new();
    CORPUS.get_or_init(|| opened(smallest_pack()))
}

/// The pack of the smallest corpus under a checksum that is right, with some bytes of its body changed.
pub(crate) fn changed_pack(changes: &[(u32, u8)]) -> AlignedVec<ALIGNMENT> {
    let mut body = smallest_pack()[HEADER..].to_vec();
    let length = body.len();
    for (place, byte) in changes {
        body[*place as usize % length] = *byte;
    }
    aligned(&pack::seal(&body))
}

fn smallest_pack() -> &'static AlignedVec<ALIGNMENT> {
    static PACK: OnceLock<AlignedVec<ALIGNMENT>> = OnceLock::new();
    PACK.get_or_init(|| packed(&compile(smallest_files())))
}

fn packed(compiled: &Compiled) -> AlignedVec<ALIGNMENT> {
    aligned(&compiled.pack().expect("what we start from has no mistakes"))
}

fn opened(pack: &[u8]) -> &packed::Corpus {
    pack::open(pack).expect("a corpus without mistakes gives a pack that opens")
}

/// The files of the smallest corpus that has one of everything.
///
/// # Panics
/// If they are not there; then there is nothing to look for.
pub(crate) fn smallest_files() -> &'static Files {
    const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../desenlace-compile/tests/fixtures/minimal");
    static FILES: OnceLock<Files> = OnceLock::new();
    FILES.get_or_init(|| read_directory(Path::new(FOLDER)).expect("the fixture is there"))
}

/// Bytes where a pack may be opened.
#[must_use]
pub(crate) fn aligned(bytes: &[u8]) -> AlignedVec<ALIGNMENT> {
    let mut aligned = AlignedVec::new();
    aligned.extend_from_slice(bytes);
    aligned
}

/// Opens the pack of what was compiled, which must succeed if there is one, and asks it.
///
/// # Panics
/// If a corpus without mistakes gives a pack that is refused.
pub(crate) fn ask_compiled(compiled: &Compiled) {
    assert!(compiled.corpus.is_some() || !compiled.diagnostics.is_empty(), "a refusal has a reason");
    if let Some(bytes) = compiled.pack() {
        ask(opened(&aligned(&bytes)));
    }
}

/// Asks a corpus something of every kind. Whatever it holds, there must be an answer.
pub(crate) fn ask(corpus: &packed::Corpus) {
    for gallery in Gallery::ALL {
        let all = answer(corpus, gallery, &Query::default());
        assert_eq!(all.items.len(), gallery.len(corpus));
        let query = Query { text: "fug \"a b\" -x excape".into(), ..Query::default() };
        for item in answer(corpus, gallery, &query).items {
            black_box(why(corpus, gallery, item, &query));
        }
    }
    for character in 0..corpus.characters.len().min(8) {
        black_box(kindred(corpus, CharacterId(character as u32), 8));
    }
    black_box(pattern::answer(corpus, &pattern::Pattern::default()));
    black_box(suggest(corpus, "a", Language::default(), &Veil::default()));
}
