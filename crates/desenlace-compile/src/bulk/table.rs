//! A table as it was read: rows with the cells that are wanted, and what is wrong with them. It knows neither
//! CSV nor JSON, nor what the cells mean.

use super::plan::Plan;
use crate::diagnostic::{Diagnostic, Severity};

/// A table as it was read.
#[derive(Debug)]
pub(super) struct Table<'a> {
    path: &'a str,
    /// The names of its columns, as far as they help with a mistaken one.
    pub(super) columns: Vec<String>,
    /// For each column that is wanted, whether the table has it.
    pub(super) has: Vec<bool>,
    /// Whether so little could be read that its columns are not known.
    pub(super) is_unreadable: bool,
    pub(super) rows: Vec<Row<'a>>,
    /// What is wrong, in any order.
    pub(super) diagnostics: Vec<Diagnostic>,
}

impl<'a> Table<'a> {
    /// An empty table.
    pub(super) fn new(path: &'a str, plan: &Plan) -> Self {
        let has = vec![false; plan.columns.len()];
        Self {
            path,
            columns: Vec::new(),
            has,
            is_unreadable: false,
            rows: Vec::new(),
            diagnostics: Vec::new(),
        }
    }

    /// Reports something that concerns more than a row: no skipping of rows makes it good.
    pub(super) fn fatal(&mut self, (line, column): (usize, usize), message: &str, hint: &str) {
        self.diagnostics.push(Diagnostic {
            path: self.path.to_owned(),
            line,
            column,
            severity: Severity::Error,
            message: message.to_owned(),
            hint: hint.to_owned(),
        });
    }

    /// Reports what is wrong with a row. Where the row is skipped, its mistakes become warnings that say so.
    pub(super) fn report(&mut self, row: &Row<'_>, skipped: bool) {
        for problem in &row.problems {
            let (line, column) = row.place(problem.offset);
            let Problem { severity, message, hint, .. } = problem;
            let gone = skipped && *severity == Severity::Error;
            self.diagnostics.push(Diagnostic {
                path: self.path.to_owned(),
                line,
                column,
                severity: if gone { Severity::Warning } else { *severity },
                message: format!(
                    "row {}{}{message}",
                    row.number,
                    if gone {
                        " is skipped: "
                    } else if message.starts_with('“') {
                        ", "
                    } else {
                        ": "
                    }
                ),
                hint: hint.clone(),
            });
        }
    }
}

/// A row.
#[derive(Debug)]
pub(super) struct Row<'a> {
    /// The number by which an editor finds it: in CSV the names of the columns are row 1, in JSON Lines it is the
    /// line.
    pub(super) number: usize,
    /// The line it begins in, from 1.
    pub(super) line: usize,
    /// The bytes of the row.
    pub(super) raw: &'a [u8],
    /// For each column that is wanted, what is in it.
    pub(super) cells: Vec<Cell>,
    /// Whether the cells cannot be trusted, so that what is in them is not worth a word.
    pub(super) is_broken: bool,
    /// Whether it swallows rows behind it, so that leaving it out would drop them unnamed.
    pub(super) is_endless: bool,
    pub(super) problems: Vec<Problem>,
}

impl Row<'_> {
    /// Whether something is wrong that keeps the row out.
    pub(super) fn is_bad(&self) -> bool {
        self.problems.iter().any(|problem| problem.severity == Severity::Error)
    }

    /// Notes a mistake of the row as a whole, at a byte of it.
    pub(super) fn broken(&mut self, offset: usize, message: String, hint: &str) {
        self.is_broken = true;
        self.problems.push(Problem { offset, severity: Severity::Error, message, hint: hint.to_owned() });
    }

    /// Notes what is wrong with a cell: its column, where it is in the row, and a sentence about it.
    pub(super) fn note(
        &mut self,
        severity: Severity,
        at: (&str, usize),
        message: &str,
        hint: impl Into<String>,
    ) {
        let (column, offset) = at;
        let message = format!("“{column}”: {message}");
        self.problems.push(Problem { offset, severity, message, hint: hint.into() });
    }

    /// Line and column of a byte of the row, both from 1, the column in characters.
    fn place(&self, offset: usize) -> (usize, usize) {
        let before = self.raw.get(..offset).unwrap_or(self.raw);
        let line = before.iter().filter(|byte| **byte == b'\n').count();
        let start = before.iter().rposition(|byte| *byte == b'\n').map_or(0, |newline| newline + 1);
        (self.line + line, String::from_utf8_lossy(&before[start..]).chars().count() + 1)
    }
}

/// What is wrong with a row.
#[derive(Debug)]
pub(super) struct Problem {
    /// Where in the row.
    offset: usize,
    severity: Severity,
    message: String,
    hint: String,
}

/// What is in a cell.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) enum Cell {
    /// Nothing.
    #[default]
    Empty,
    /// A text.
    Text(String),
    /// Several, as JSON has them.
    List(Vec<String>),
    /// What a film cannot have: true, an object; and what it is.
    Other(&'static str),
}

/// A value in quotes, cut short where it is long.
pub(super) fn quoted(value: &str) -> String {
    const LONGEST: usize = 60;
    let shown: String = value.chars().take(LONGEST).collect();
    let cut = if shown.len() < value.len() { "…" } else { "" };
    format!("“{}{cut}”", visible(&shown))
}

/// A text that can be printed on one line.
pub(super) fn visible(text: &str) -> String {
    text.chars().map(|letter| if letter.is_control() { '\u{fffd}' } else { letter }).collect()
}

/// The bytes of a table without a byte order mark, unless it is in UTF-16.
pub(super) fn without_mark<'a>(bytes: &'a [u8], table: &mut Table<'_>) -> Option<&'a [u8]> {
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
        table.is_unreadable = true;
        table.fatal((1, 1), "the table is in UTF-16", "save it as UTF-8");
        return None;
    }
    Some(bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes))
}
