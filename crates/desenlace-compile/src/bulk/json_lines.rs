//! Reads a file with a JSON object in each line into rows. It knows JSON, and not what the cells mean.

use super::NamedFile;
use super::plan::Plan;
use super::table::{Cell, Row, Table, without_mark};
use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, Visitor};
use serde_json::Value;
use std::fmt;

/// How many columns that nobody asked for are remembered, to help with a mistaken name.
const REMEMBERED: usize = 100;

/// Reads a table.
pub(super) fn read<'a>(file: NamedFile<'a>, plan: &Plan) -> Table<'a> {
    let mut table = Table::new(file.path, plan);
    let Some(bytes) = without_mark(file.bytes, &mut table) else { return table };
    for (number, raw) in (1..).zip(bytes.split(|byte| *byte == b'\n')) {
        let raw = raw.strip_suffix(b"\r").unwrap_or(raw);
        if raw.iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        let cells = vec![Cell::Empty; plan.columns.len()];
        let mut row = Row {
            number,
            line: number,
            raw,
            cells,
            is_broken: false,
            is_endless: false,
            problems: Vec::new(),
        };
        read_row(&mut row, plan, &mut table);
        table.rows.push(row);
    }
    // Where no row could be read, nothing is known about its columns.
    table.is_unreadable = table.rows.iter().all(|row| row.is_broken);
    if table.rows.is_empty() {
        table.fatal((1, 1), "the table is empty", "it has a film in each line, as a JSON object");
    }
    table
}

fn read_row(row: &mut Row<'_>, plan: &Plan, table: &mut Table<'_>) {
    let text = match std::str::from_utf8(row.raw) {
        Ok(text) => text,
        Err(error) => {
            let message = "it is not UTF-8".to_owned();
            return row.broken(error.valid_up_to(), message, "save the table as UTF-8");
        }
    };
    let mut json = serde_json::Deserializer::from_str(text);
    let read = Cells { plan, table }.deserialize(&mut json).and_then(|read| json.end().map(|()| read));
    match read {
        Ok((cells, doubled)) => {
            row.cells = cells;
            for column in doubled {
                let name = plan.columns[column].name.as_str();
                let hint = "take one of them away";
                row.note(crate::Severity::Error, (name, offset(row, name)), "it stands here twice", hint);
            }
        }
        Err(error) => {
            // The end of the message is where; a row is one line, so the column is enough.
            let message = error.to_string();
            let message = message.split(" at line ").next().unwrap_or_default();
            let offset = error.column().saturating_sub(1).min(row.raw.len());
            row.broken(offset, message.to_owned(), "write the row as a JSON object in one line");
        }
    }
}

/// Where the value of a column is likely to stand in a row.
pub(super) fn offset(row: &Row<'_>, column: &str) -> usize {
    let Ok(text) = std::str::from_utf8(row.raw) else { return 0 };
    let name = Value::from(column).to_string();
    let mut named = text.match_indices(name.as_str()).map(|(at, _)| at + name.len());
    named
        .find_map(|behind| {
            let rest = text[behind..].trim_start().strip_prefix(':')?;
            Some(text.len() - rest.trim_start().len())
        })
        .unwrap_or(0)
}

/// The wanted cells of a row; what else it has is passed over.
struct Cells<'a, 'b> {
    plan: &'a Plan,
    table: &'a mut Table<'b>,
}

/// The cells, and the columns that stand twice.
type Read = (Vec<Cell>, Vec<usize>);

impl<'de> DeserializeSeed<'de> for Cells<'_, '_> {
    type Value = Read;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Read, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Cells<'_, '_> {
    type Value = Read;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an object with the columns as its fields")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Read, A::Error> {
        let mut cells = vec![None; self.plan.columns.len()];
        let mut doubled = Vec::new();
        while let Some(name) = map.next_key::<String>()? {
            match self.plan.columns.iter().position(|column| column.name == name) {
                Some(column) => {
                    let cell = cell(map.next_value()?);
                    if !self.table.has[column] {
                        self.table.has[column] = true;
                        self.table.columns.push(name);
                    }
                    if cells[column].replace(cell).is_some() {
                        doubled.push(column);
                    }
                }
                None => {
                    map.next_value::<IgnoredAny>()?;
                    let known = &mut self.table.columns;
                    if known.len() < REMEMBERED && !known.contains(&name) {
                        known.push(name);
                    }
                }
            }
        }
        Ok((cells.into_iter().map(Option::unwrap_or_default).collect(), doubled))
    }
}

/// What a JSON value is as a cell.
fn cell(value: Value) -> Cell {
    match value {
        Value::Null => Cell::Empty,
        Value::Bool(_) => Cell::Other("true or false"),
        Value::Number(number) => Cell::Text(number.to_string()),
        Value::String(text) if text.trim().is_empty() => Cell::Empty,
        Value::String(text) => Cell::Text(text),
        Value::Object(_) => Cell::Other("an object"),
        Value::Array(values) => {
            let texts: Option<Vec<String>> = values
                .into_iter()
                .map(|value| match value {
                    Value::String(text) => Some(text),
                    Value::Number(number) => Some(number.to_string()),
                    _ => None,
                })
                .collect();
            texts.map_or(Cell::Other("a list of something else than texts"), Cell::List)
        }
    }
}
