//! A whole file: found, read as UTF-8, parsed, decoded. What is wrong with the bytes or the syntax is
//! reported, and what can still be read is read.

use super::repair::{Unclosed, unclosed};
use super::{Decode, Node};
use crate::files::Files;
use crate::report::{Report, Spot};
use std::ops::Range;
use toml::de::{DeTable, DeValue, Error};

/// What was read of a file, and how far that can be trusted.
#[derive(Clone, Debug)]
pub(crate) struct Loaded<T> {
    /// What was read.
    pub(crate) value: T,
    /// What may be missing from it.
    pub(crate) damage: Damage,
    /// The beginning of the file.
    pub(crate) spot: Spot,
}

/// What may be missing from what was read of a file, so that the consequences of one mistake are not
/// reported as mistakes of their own.
#[derive(Clone, Debug)]
pub(crate) enum Damage {
    /// Nothing.
    None,
    /// Whatever stands in this text.
    Broken(String),
    /// Everything.
    Lost,
}

impl Damage {
    /// Whether an id may be defined where it could not be read.
    pub(crate) fn may_hide(&self, id: &str) -> bool {
        match self {
            Self::None => false,
            Self::Broken(text) => text.contains(id),
            Self::Lost => true,
        }
    }
}

/// Reads a TOML file.
pub(crate) fn document<T: Decode>(path: &str, files: &Files, report: &mut Report) -> Loaded<T> {
    let spot = report.file(path);
    let Some(mut text) = text_of(path, files, report) else {
        return Loaded { value: T::lost(spot), damage: Damage::Lost, spot };
    };
    let mut closed = Closed::default();
    loop {
        let (table, errors) = DeTable::parse_recoverable(&text);
        if let Some(open) = unclosed(&text, table.get_ref(), &errors).filter(|open| closed.is_new(open)) {
            drop((table, errors));
            closed.close(open, &mut text, spot, report);
            continue;
        }
        report_syntax(&text, &errors, spot, report);
        let damaged = !closed.0.is_empty() || errors.iter().any(|error| error.message() != DUPLICATE);
        let value = DeValue::Table(table.into_inner());
        let value = T::decode(Node { name: path, value: &value, spot, damaged }, report);
        return Loaded { value, damage: if damaged { Damage::Broken(text) } else { Damage::None }, spot };
    }
}

/// Where the lists and tables begin that were never closed, and are now.
#[derive(Default)]
struct Closed(Vec<usize>);

impl Closed {
    /// Each is closed once: what the parser makes of the text afterwards may lead back to one that was closed before.
    fn is_new(&self, open: &Unclosed) -> bool {
        !self.0.contains(&open.start)
    }

    fn close(
        &mut self,
        Unclosed { start, end, closer }: Unclosed,
        text: &mut String,
        spot: Spot,
        report: &mut Report,
    ) {
        let what = if closer == ']' { "list" } else { "table" };
        report.error(
            spot.at(start),
            format!("this {what} is not closed"),
            format!("add the missing “{closer}”"),
        );
        text.insert(end, closer);
        report.inserted(spot.at(end), closer.len_utf8());
        self.0.push(start);
        self.0.iter_mut().filter(|start| **start >= end).for_each(|start| *start += closer.len_utf8());
    }
}

/// The text of a file. Where it is missing, or no text at all, that is reported and there is none; a stray
/// byte that is no UTF-8 is reported and stands as `?`, so that everything keeps its place.
pub(crate) fn text_of(path: &str, files: &Files, report: &mut Report) -> Option<String> {
    let spot = report.file(path);
    let Some(bytes) = files.get(path) else {
        let hint = "add it; corpus/README.md shows what stands in it";
        report.error(spot, "missing file", hint);
        return None;
    };
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
        report.error(spot, "the file is in UTF-16", "save it as UTF-8");
        return None;
    }
    let mut text = String::with_capacity(bytes.len());
    let mut sound = true;
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        if !chunk.invalid().is_empty() && sound {
            report.error(spot.at(text.len()), "the file is not in UTF-8", "save it as UTF-8");
            sound = false;
        }
        text.extend(chunk.invalid().iter().map(|_| '?'));
    }
    if text.starts_with('\u{feff}') {
        let hint = "save it as UTF-8 without it (“UTF-8”, not “UTF-8 with BOM”)";
        report.error(spot, "the file begins with a byte order mark", hint);
        text.replace_range(..3, "   ");
    }
    Some(text)
}

const DUPLICATE: &str = "duplicate key";

/// Reports what is wrong with the syntax, once for each line, but not what only follows from it.
fn report_syntax(text: &str, errors: &[Error], spot: Spot, report: &mut Report) {
    let mut lines: Vec<usize> = Vec::new();
    let mut doubled: Vec<Range<usize>> = Vec::new();
    for error in errors {
        let span = error.span().unwrap_or(0..0);
        let line = text[..span.start.min(text.len())].matches('\n').count();
        if lines.contains(&line) || doubled.iter().any(|section| section.contains(&span.start)) {
            continue;
        }
        lines.push(line);
        if error.message() == DUPLICATE {
            let name = text.get(span.clone()).unwrap_or_default();
            let hint = "it is already defined above: give one of them another id, or make them one";
            report.error(spot.at(span.start), format!("duplicate id or field “{name}”"), hint);
            doubled.push(section_at(text, span.start));
        } else {
            let hint = "see corpus/README.md for how this file is written, and toml.io for TOML";
            report.error(spot.at(span.start), error.message(), hint);
        }
    }
}

/// The stretch under a table header at `start`, whose fields are doubled because the header is; empty where
/// there is no header.
fn section_at(text: &str, start: usize) -> Range<usize> {
    let line = text[..start].rfind('\n').map_or(0, |newline| newline + 1);
    if !text[line..].trim_start().starts_with('[') {
        return start..start;
    }
    let end = text[start..].find("\n[").map_or(text.len(), |next| start + next);
    start..end
}
