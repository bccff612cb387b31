//! Corpora from a table instead of folders: a CSV or JSON Lines file with a film in each row, and a small
//! mapping file that says which column is what. Every bad row is reported at once, with file, line, column,
//! row and value; nothing is dropped without being named.
//!
//! What this module deliberately does not know: how the table came to be, and what the themes in it mean. It
//! touches no disk, and its memory grows with the table and not faster.

mod build;
mod cells;
mod check;
mod csv;
mod json_lines;
mod mapping;
mod plan;
mod quotes;
mod table;

pub(crate) use mapping::Mapping;

use crate::decode::document;
use crate::diagnostic::Severity;
use crate::files::Files;
use crate::report::Report;
use crate::{Compiled, index};
use plan::{Format, Plan};
use table::Table;

/// A file in memory, and how an editor would open it.
#[derive(Clone, Copy, Debug)]
pub struct NamedFile<'a> {
    /// The path shown in diagnostics.
    pub path: &'a str,
    /// What is in it.
    pub bytes: &'a [u8],
}

/// Compiles a table with its mapping, as `corpus/README.md` describes them. Films stand by year, those of a
/// year in the order of the rows; the first row of a CSV file, with the names of the columns, is row 1.
///
/// There is no corpus where the mapping has a mistake or a row is bad; with `skip-bad-rows = true` in the
/// mapping, bad rows are left out instead, each with a warning for everything that is wrong with it.
///
/// ```
/// use desenlace_compile::{NamedFile, compile_table};
///
/// let mapping = NamedFile { path: "films.toml", bytes: b"
///     format = 'csv'
///     language = 'en'
///     [columns]
///     title = 'Title'
///     year = 'Year'
/// " };
/// let table = NamedFile { path: "films.csv", bytes: b"Title,Year\nLa fuga,2001\nPlata quemada,2OOO\n" };
/// let compiled = compile_table(mapping, table);
/// assert!(compiled.corpus.is_none());
/// assert_eq!(compiled.diagnostics[0].message, "row 3, “Year”: “2OOO” is no year");
/// assert_eq!((compiled.diagnostics[0].line, compiled.diagnostics[0].column), (3, 15));
/// ```
#[must_use]
pub fn compile_table(mapping: NamedFile<'_>, table: NamedFile<'_>) -> Compiled {
    let mut report = Report::default();
    let mut files = Files::new("");
    files.insert(mapping.path, mapping.bytes);
    let written = document::<Mapping>(mapping.path, &files, &mut report).value;
    let plan = Plan::of(&written, table.path, &mut report);
    let Some(plan) = plan.filter(|_| !report.has_errors()) else {
        return Compiled { corpus: None, diagnostics: report.diagnostics(&files) };
    };
    let mut read = match plan.format {
        Format::Csv => csv::read(table, &plan),
        Format::JsonLines => json_lines::read(table, &plan),
    };
    missing_columns(&plan, &read, &mut report);
    let films = check::films(&plan, &mut read);
    let mut diagnostics = report.diagnostics(&files);
    diagnostics.append(&mut read.diagnostics);
    diagnostics.sort();
    if diagnostics.iter().any(|each| each.severity == Severity::Error) {
        return Compiled { corpus: None, diagnostics };
    }
    let mut corpus = build::corpus(&plan, films);
    corpus.index = index::index(&corpus);
    Compiled { corpus: Some(corpus), diagnostics }
}

/// Reports the columns that the mapping names and the table does not have.
fn missing_columns(plan: &Plan, table: &Table<'_>, report: &mut Report) {
    if table.is_unreadable {
        return;
    }
    for (column, _) in plan.columns.iter().zip(&table.has).filter(|(_, has)| !**has) {
        let known = table.columns.iter().map(String::as_str);
        let hint = crate::nearest::suggestion(&column.name, known, "write it as the table does");
        let message = format!("the table has no column “{}”", column.name);
        report.error(column.spot, message, table::visible(&hint));
    }
}
