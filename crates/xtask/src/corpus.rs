//! The corpus as the chores see it: its mistakes, and its pack's bytes.
//! It does not know the format; the compiler does.

use std::fs;
use std::path::Path;
use std::time::Instant;

use desenlace_compile::{Compiled, NamedFile, Severity, Tallies, compile_table, open_data, open_data_schema};

use crate::args::Table;
use crate::error::Error;
use crate::run::say;

/// Prints every mistake in the corpus, and what else an editor should know.
///
/// # Errors
/// [`Error::Corpus`] if there is a mistake; warnings are none.
pub(crate) fn check(root: &Path) -> Result<(), Error> {
    let compiled = compile(root)?;
    for diagnostic in &compiled.diagnostics {
        say(&diagnostic.to_string());
    }
    let errors = errors(&compiled);
    let warnings = compiled.diagnostics.len() - errors;
    say(&format!("corpus/: {}, {}", count(errors, "mistake"), count(warnings, "warning")));
    if let Some(corpus) = &compiled.corpus {
        say(&Tallies::of(corpus).to_string());
    }
    if errors == 0 { Ok(()) } else { Err(Error::Corpus { errors }) }
}

/// Compiles a table to a pack; prints what is wrong with it, and how large it is and how long it took.
///
/// # Errors
/// [`Error::Corpus`] if the mapping or the table has mistakes, [`Error::Io`] if a file cannot be read or written.
pub(crate) fn table(options: &Table) -> Result<(), Error> {
    let read = |path: &Path| fs::read(path).map_err(Error::io(format!("read {}", path.display())));
    let (mapping, table) = (read(&options.mapping)?, read(&options.table)?);
    let (mapping_path, table_path) =
        (options.mapping.display().to_string(), options.table.display().to_string());
    let start = Instant::now();
    let compiled = compile_table(
        NamedFile { path: &mapping_path, bytes: &mapping },
        NamedFile { path: &table_path, bytes: &table },
    );
    for diagnostic in &compiled.diagnostics {
        say(&diagnostic.to_string());
    }
    let errors = errors(&compiled);
    let warnings = compiled.diagnostics.len() - errors;
    say(&format!("{table_path}: {}, {}", count(errors, "mistake"), count(warnings, "warning")));
    let Some((corpus, pack)) = compiled.corpus.as_ref().zip(compiled.pack()) else {
        return Err(Error::Corpus { errors });
    };
    let seconds = start.elapsed().as_secs_f64();
    fs::write(&options.out, &pack).map_err(Error::io(format!("write {}", options.out.display())))?;
    let passages = corpus.passages.iter().flat_map(|passage| &passage.texts);
    let text: usize = passages.map(|passage| passage.text.len()).sum();
    say(&format!("{:>11} films", corpus.films.len()));
    say(&format!("{text:>11} bytes of text"));
    say(&format!("{:>11} bytes of pack, {}", pack.len(), options.out.display()));
    say(&format!("{seconds:>11.1} seconds"));
    Ok(())
}

/// The pack as it lies inside the Wasm.
///
/// # Errors
/// [`Error::Corpus`] if the corpus has mistakes and so no pack.
pub(crate) fn pack(root: &Path) -> Result<Vec<u8>, Error> {
    let compiled = compile(root)?;
    compiled.pack().ok_or_else(|| Error::Corpus { errors: errors(&compiled) })
}

/// Writes the corpus as open data, with its schema, into a folder.
///
/// # Errors
/// [`Error::Corpus`] if the corpus has mistakes, [`Error::Io`] if a file cannot be written.
pub(crate) fn write_open_data(root: &Path, folder: &Path) -> Result<(), Error> {
    let compiled = compile(root)?;
    let corpus = compiled.corpus.as_ref().ok_or_else(|| Error::Corpus { errors: errors(&compiled) })?;
    fs::create_dir_all(folder).map_err(Error::io(format!("make the folder {}", folder.display())))?;
    for (name, value) in [("corpus.json", open_data(corpus)), ("corpus.schema.json", open_data_schema())] {
        let path = folder.join(name);
        fs::write(&path, value.to_string()).map_err(Error::io(format!("write {}", path.display())))?;
    }
    Ok(())
}

fn compile(root: &Path) -> Result<Compiled, Error> {
    let read = desenlace_compile::compile_directory(&root.join("corpus"));
    read.map_err(|failure| Error::io(format!("read {}", failure.path.display()))(failure.error))
}

fn errors(compiled: &Compiled) -> usize {
    compiled.diagnostics.iter().filter(|diagnostic| diagnostic.severity == Severity::Error).count()
}

fn count(number: usize, what: &str) -> String {
    format!("{number} {what}{}", if number == 1 { "" } else { "s" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts() {
        assert_eq!(
            [0, 1, 2].map(|number| count(number, "mistake")),
            ["0 mistakes", "1 mistake", "2 mistakes"]
        );
    }
}
