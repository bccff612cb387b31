//! Lists and inline tables that are never closed swallow the rest of their file. This finds where one was
//! likely meant to end, so that it can be closed there and the rest be read. It reports nothing.

use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue, Error};

/// A list or an inline table that is never closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Unclosed {
    /// Where it begins.
    pub(super) start: usize,
    /// Where it was likely meant to end: behind the last thing in it that is in order.
    pub(super) end: usize,
    /// What closes it.
    pub(super) closer: char,
}

/// A list or an inline table that is never closed, where there is one.
pub(super) fn unclosed(text: &str, table: &DeTable<'_>, errors: &[Error]) -> Option<Unclosed> {
    let mut values = Vec::new();
    table.values().for_each(|value| gather(value, &mut values));
    let first = errors.iter().find_map(|error| {
        let is_table = error.message().starts_with("unclosed inline table,");
        (is_table || error.message().starts_with("unclosed array,")).then_some((is_table, error))
    });
    let (is_table, error) = first?;
    let positions = errors.iter().filter_map(Error::span).map(|span| span.start);
    let (start, end) = if is_table {
        let trouble = positions.min()?;
        (open_brace(text, trouble)?, end_of_content(text, trouble))
    } else {
        let start = open_list(text, &values, error.span()?.start)?;
        let trouble = positions.filter(|at| *at > start).min()?;
        let sound =
            values.iter().map(|value| value.span.end).filter(|end| (start + 1..=trouble).contains(end));
        (start, sound.max().unwrap_or(start + 1))
    };
    let rest = text.get(end..)?;
    let blank = rest.len() - rest.trim_start_matches([' ', '\t']).len();
    let comma = if rest[blank..].starts_with(',') { blank + 1 } else { 0 };
    Some(Unclosed { start, end: end + comma, closer: if is_table { '}' } else { ']' } })
}

/// Where a value stands, and whether it is a list.
struct Place {
    span: Range<usize>,
    is_list: bool,
}

/// The values in a value and the value itself, from the outside in.
fn gather(value: &Spanned<DeValue<'_>>, found: &mut Vec<Place>) {
    found.push(Place { span: value.span(), is_list: value.get_ref().is_array() });
    match value.get_ref() {
        DeValue::Array(values) => values.iter().for_each(|value| gather(value, found)),
        DeValue::Table(table) => table.values().for_each(|value| gather(value, found)),
        _ => {}
    }
}

/// Where the innermost list begins that runs to `end` without being closed there.
fn open_list(text: &str, values: &[Place], end: usize) -> Option<usize> {
    let mut open = values.iter().rev().filter(|value| value.is_list && value.span.end == end);
    let innermost = open.next()?;
    let closed = text.get(..end)?.ends_with(']');
    let list = if closed { open.next()? } else { innermost };
    Some(list.span.start)
}

/// Where the last brace stands that is open at `end`. What the parser makes of a table that is never closed
/// says little, so this looks at the text.
fn open_brace(text: &str, end: usize) -> Option<usize> {
    let mut closed = 0;
    for (at, letter) in text.get(..end)?.char_indices().rev() {
        match letter {
            '}' => closed += 1,
            '{' if closed == 0 => return Some(at),
            '{' => closed -= 1,
            _ => {}
        }
    }
    None
}

/// Where the last line before a place ends, without spaces and comment.
fn end_of_content(text: &str, place: usize) -> usize {
    let before = text.get(..place).unwrap_or(text).trim_end();
    let line = before.rfind('\n').map_or(0, |newline| newline + 1);
    let value = before[line..].rfind(['"', '\'', ']', '}']).map_or(line, |at| line + at);
    let comment = before[value..].find('#').map_or(before.len(), |at| value + at);
    before[..comment].trim_end().len()
}
