//! Reads a CSV file into rows. It knows quotes, delimiters and the row of names, and not what the cells mean.

use super::NamedFile;
use super::plan::Plan;
use super::quotes::{Fault, scan};
use super::table::{Cell, Row, Table, without_mark};
use csv::{ByteRecord, ReaderBuilder};

/// Reads a table.
pub(super) fn read<'a>(file: NamedFile<'a>, plan: &Plan) -> Table<'a> {
    let mut table = Table::new(file.path, plan);
    let Some(bytes) = without_mark(file.bytes, &mut table) else { return table };
    let mut reader =
        ReaderBuilder::new().has_headers(false).flexible(true).delimiter(plan.delimiter).from_reader(bytes);
    let mut record = ByteRecord::new();
    let mut header: Option<Header> = None;
    let mut number = 0;
    // Reading bytes from memory, without a wish for their number or encoding, cannot fail.
    while let Ok(true) = reader.read_byte_record(&mut record) {
        number += 1;
        let (start, line) = record.position().map_or((0, 1), |at| (at.byte() as usize, at.line() as usize));
        let raw = bytes.get(start..reader.position().byte() as usize).unwrap_or_default();
        // Empty lines in front belong to no row.
        let blank = raw.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        let line = line + raw[..blank].iter().filter(|byte| **byte == b'\n').count();
        let cells = Vec::new();
        let row = Row {
            number,
            line,
            raw: &raw[blank..],
            cells,
            is_broken: false,
            is_endless: false,
            problems: Vec::new(),
        };
        match &header {
            None => header = Some(Header::of(&record, plan, row, &mut table)),
            Some(header) => {
                let row = header.row(&record, plan, row);
                table.rows.push(row);
            }
        }
    }
    if header.is_none() {
        table.is_unreadable = true;
        table.fatal((1, 1), "the table is empty", "its first row names the columns");
    }
    table
}

/// The row of names.
struct Header {
    /// How many columns there are.
    width: usize,
    /// Where each column that is wanted stands.
    places: Vec<Option<usize>>,
}

impl Header {
    fn of(record: &ByteRecord, plan: &Plan, mut row: Row<'_>, table: &mut Table<'_>) -> Self {
        let (starts, fault) = scan(row.raw, plan.delimiter);
        report_fault(fault, &mut row);
        let names: Vec<String> =
            record.iter().map(|name| String::from_utf8_lossy(name).trim().to_owned()).collect();
        let places = plan.columns.iter().map(|column| {
            let mut places = (0..names.len()).filter(|&at| names[at] == column.name);
            let first = places.next();
            if let Some(second) = places.next() {
                let at = (column.name.as_str(), starts.get(second).copied().unwrap_or(0));
                let hint = "give one of them another name";
                row.note(crate::Severity::Error, at, "two columns have this name", hint);
            }
            first
        });
        let places: Vec<_> = places.collect();
        table.has = places.iter().map(Option::is_some).collect();
        table.report(&row, false);
        table.is_unreadable = row.is_broken;
        table.columns = names;
        Self { width: record.len(), places }
    }

    /// A row out of its record.
    fn row<'a>(&self, record: &ByteRecord, plan: &Plan, mut row: Row<'a>) -> Row<'a> {
        // Where the cells begin is asked only when something is wrong with one; the quotes always.
        let (starts, fault) = scan(row.raw, plan.delimiter);
        report_fault(fault, &mut row);
        if record.len() != self.width && !row.is_broken {
            let swallowed = swallowed(&mut row);
            let message =
                format!("it has {} cells, the first row has {}{swallowed}", record.len(), self.width);
            let hint = "a delimiter is missing or too many; a cell that contains one stands in quotes";
            let offset = starts.get(self.width).copied().unwrap_or(0);
            row.broken(offset, message, hint);
        }
        for (column, place) in plan.columns.iter().zip(&self.places) {
            let bytes = place.and_then(|place| record.get(place)).unwrap_or_default();
            let cell = match std::str::from_utf8(bytes) {
                Ok(text) if text.trim().is_empty() => Cell::Empty,
                Ok(text) => Cell::Text(text.to_owned()),
                Err(_) => {
                    let at = place.and_then(|place| starts.get(place)).copied().unwrap_or(0);
                    let hint = "save the table as UTF-8";
                    row.note(crate::Severity::Error, (&column.name, at), "this is not UTF-8", hint);
                    row.is_broken = true;
                    Cell::Empty
                }
            };
            row.cells.push(cell);
        }
        row
    }
}

/// Where the cell of a column begins in a row.
pub(super) fn offset(row: &Row<'_>, table: &Table<'_>, column: &str, plan: &Plan) -> usize {
    let place = table.columns.iter().position(|name| name == column);
    let (starts, _) = scan(row.raw, plan.delimiter);
    place.and_then(|place| starts.get(place)).copied().unwrap_or(0)
}

/// Notes what is wrong with the quotes of a row.
fn report_fault(fault: Option<Fault>, row: &mut Row<'_>) {
    match fault {
        None => {}
        Some(Fault::Unclosed(at)) => {
            let lines = row.raw[at..].trim_ascii_end().iter().filter(|byte| **byte == b'\n').count();
            let message = match lines {
                0 => "this quote is never closed".to_owned(),
                1 => "this quote is never closed and swallows the line behind".to_owned(),
                _ => format!("this quote is never closed and swallows the {lines} lines behind"),
            };
            row.broken(at, message, "close it; a quote inside a cell is written twice");
            row.is_endless = true;
        }
        Some(Fault::Behind(at)) => {
            let message = format!("something stands behind a closing quote{}", swallowed(row));
            row.broken(at, message, "put the whole cell in quotes; a quote inside it is written twice");
        }
    }
}

/// What to say of a broken row that runs over several lines. A quote too many may have made several rows into one;
/// leaving it out would drop the others unnamed.
fn swallowed(row: &mut Row<'_>) -> String {
    let lines = row.raw.trim_ascii_end().iter().filter(|byte| **byte == b'\n').count() + 1;
    row.is_endless |= lines > 1;
    if row.is_endless {
        format!("; it runs over {lines} lines and may have swallowed rows")
    } else {
        String::new()
    }
}
