//! From the files of a corpus to the corpus: reads what editors write, checks all of it, and reports every
//! mistake at once with path, line, column and a hint. A corpus with a mistake is never handed out.
//!
//! What this crate deliberately does not know: how a corpus is filtered or shown. Only [`read_directory`]
//! touches a disk; [`compile`] works on files in memory, and the same files give the same bytes.
//!
//! ```
//! use desenlace_compile::{Files, compile};
//!
//! let mut files = Files::new("corpus");
//! files.insert("films/la-fuga/film.toml", "title = 1");
//! let compiled = compile(&files);
//! assert!(compiled.corpus.is_none());
//! println!("{}", compiled.diagnostics[0]);
//! ```

mod diagnostic;
mod files;
mod nearest;
mod report;

mod decode;
mod editor_schemas;
mod records;
mod schema;
mod story;
mod written;

mod bulk;
mod check;
mod index;
mod resolve;

mod export;
mod tallies;

pub use bulk::{NamedFile, compile_table};
pub use diagnostic::{Diagnostic, Severity};
pub use editor_schemas::editor_schemas;
pub use export::{open_data, open_data_schema};
pub use files::{Files, ReadError, read_directory};
pub use tallies::Tallies;

use desenlace_core::model::{Corpus, Localized, Vocabulary};
use desenlace_core::pack;
use report::Report;
use std::path::Path;

/// What became of the files of a corpus.
#[derive(Clone, Debug)]
pub struct Compiled {
    /// The corpus with its index; none where there is an error.
    pub corpus: Option<Corpus>,
    /// Everything that an editor should know, by path, line and column.
    pub diagnostics: Vec<Diagnostic>,
}

impl Compiled {
    /// The corpus in its binary form; none where there is an error.
    #[must_use]
    pub fn pack(&self) -> Option<Vec<u8>> {
        self.corpus.as_ref().map(|corpus| pack::encode(&without_unshown(corpus)))
    }
}

/// The corpus without what no page shows: the definitions and synonyms of terms that have no page of their own, whose
/// words the index knows already, and the rows of the source inventory. The open data has all of it; in the Wasm it
/// would be a tenth of the corpus.
fn without_unshown(corpus: &Corpus) -> Corpus {
    let mut corpus = corpus.clone();
    for vocabulary in Vocabulary::ALL {
        if !matches!(vocabulary, Vocabulary::Themes | Vocabulary::Outcomes) {
            for term in &mut corpus.vocabularies[vocabulary as usize] {
                term.synonyms = Default::default();
                term.definition = Localized::default();
            }
        }
    }
    corpus.characters.iter_mut().for_each(|character| character.key.clear());
    corpus.parallels.iter_mut().for_each(|parallel| parallel.key.clear());
    corpus.events.iter_mut().for_each(|event| event.key.clear());
    corpus
}

/// Compiles the files of a corpus.
#[must_use]
pub fn compile(files: &Files) -> Compiled {
    let mut report = Report::default();
    let written = written::read(files, &mut report);
    let names = resolve::Names::gather(&written, &mut report);
    let corpus = resolve::corpus(&written, &names, &mut report);
    check::all(&written, &names, files, &mut report);
    let diagnostics = report.diagnostics(files);
    if report.has_errors() {
        return Compiled { corpus: None, diagnostics };
    }
    Compiled { corpus: Some(indexed(corpus)), diagnostics }
}

/// A corpus without mistakes, with the index that is derived from it; whatever index it had is replaced.
#[must_use]
pub fn indexed(mut corpus: Corpus) -> Corpus {
    corpus.index = index::index(&corpus);
    corpus
}

/// Compiles the corpus in a directory.
///
/// # Errors
///
/// Whatever keeps a file from being read; mistakes in the files are diagnostics instead.
pub fn compile_directory(root: &Path) -> Result<Compiled, ReadError> {
    read_directory(root).map(|files| compile(&files))
}
