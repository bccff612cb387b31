//! Where everything that is wrong is gathered, by byte offset while the compiler works and by line and
//! column when it is done. It does not decide what is wrong.

use crate::diagnostic::{Diagnostic, Severity};
use crate::files::Files;

/// A place in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Spot {
    file: usize,
    offset: usize,
}

impl Spot {
    /// Another place in the same file.
    pub(crate) fn at(self, offset: usize) -> Self {
        Self { offset, ..self }
    }

    /// How many bytes stand before it in its file.
    pub(crate) fn offset(self) -> usize {
        self.offset
    }
}

/// Everything found so far.
#[derive(Debug, Default)]
pub(crate) struct Report {
    paths: Vec<String>,
    findings: Vec<Finding>,
    /// Where bytes were added to files that are not in them, and how many, in the order of adding.
    inserted: Vec<(Spot, usize)>,
}

#[derive(Debug)]
struct Finding {
    spot: Spot,
    /// How many insertions the place is meant with.
    inserted: usize,
    severity: Severity,
    message: String,
    hint: String,
}

impl Report {
    /// The beginning of a file, which need not exist.
    pub(crate) fn file(&mut self, path: &str) -> Spot {
        let known = self.paths.iter().position(|candidate| candidate == path);
        let file = known.unwrap_or_else(|| {
            self.paths.push(path.to_owned());
            self.paths.len() - 1
        });
        Spot { file, offset: 0 }
    }

    /// The path of the file that a place is in.
    pub(crate) fn path(&self, spot: Spot) -> &str {
        &self.paths[spot.file]
    }

    /// Notes a mistake.
    pub(crate) fn error(&mut self, spot: Spot, message: impl Into<String>, hint: impl Into<String>) {
        self.add(spot, Severity::Error, message.into(), hint.into());
    }

    /// Notes something that should be looked at.
    pub(crate) fn warning(&mut self, spot: Spot, message: impl Into<String>, hint: impl Into<String>) {
        self.add(spot, Severity::Warning, message.into(), hint.into());
    }

    /// Notes that bytes were added to a file to make sense of it: what is found from now on is meant with them.
    pub(crate) fn inserted(&mut self, spot: Spot, bytes: usize) {
        self.inserted.push((spot, bytes));
    }

    /// Whether there is a mistake.
    pub(crate) fn has_errors(&self) -> bool {
        self.findings.iter().any(|finding| finding.severity == Severity::Error)
    }

    /// Everything found, in order.
    pub(crate) fn diagnostics(&self, files: &Files) -> Vec<Diagnostic> {
        let mut diagnostics: Vec<_> = self
            .findings
            .iter()
            .map(|finding| {
                let path = self.path(finding.spot);
                let bytes = files.get(path).unwrap_or_default();
                let (line, column) = line_and_column(bytes, self.original(finding));
                Diagnostic {
                    path: files.shown(path),
                    line,
                    column,
                    severity: finding.severity,
                    message: finding.message.clone(),
                    hint: finding.hint.clone(),
                }
            })
            .collect();
        diagnostics.sort();
        diagnostics.dedup();
        diagnostics
    }

    /// Where something stands in its file, without what was added to it.
    fn original(&self, finding: &Finding) -> usize {
        let own =
            self.inserted[..finding.inserted].iter().filter(|(added, _)| added.file == finding.spot.file);
        own.rev().fold(finding.spot.offset, |offset, (added, bytes)| {
            if offset >= added.offset + bytes { offset - bytes } else { offset }
        })
    }

    fn add(&mut self, spot: Spot, severity: Severity, message: String, hint: String) {
        self.findings.push(Finding { spot, inserted: self.inserted.len(), severity, message, hint });
    }
}

/// Line and column of a byte, both from 1; a byte that is no UTF-8 counts as a character.
fn line_and_column(bytes: &[u8], offset: usize) -> (usize, usize) {
    let before = &bytes[..offset.min(bytes.len())];
    let line = before.iter().filter(|&&byte| byte == b'\n').count() + 1;
    let start = before.iter().rposition(|&byte| byte == b'\n').map_or(0, |newline| newline + 1);
    let columns =
        before[start..].utf8_chunks().map(|chunk| chunk.valid().chars().count() + chunk.invalid().len());
    (line, columns.sum::<usize>() + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters() {
        let text = "uno\nseñal é\n\n".as_bytes();
        assert_eq!(line_and_column(text, 0), (1, 1));
        assert_eq!(line_and_column(text, 3), (1, 4));
        assert_eq!(line_and_column(text, 4), (2, 1));
        assert_eq!(line_and_column(text, 8), (2, 4));
        assert_eq!(line_and_column(text, text.len()), (4, 1));
        assert_eq!(line_and_column(text, 999), (4, 1));
        assert_eq!(line_and_column(b"a\xffb", 2), (1, 3));
    }
}
