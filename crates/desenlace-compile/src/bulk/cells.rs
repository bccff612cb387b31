//! The cells of a row, each read as what a film needs: a line, a year, a language, a story, a list. Whatever is
//! wrong is noted in the row, where it stands. It does not know the other rows.

use super::plan::{Field, Format, Plan, slug};
use super::table::{Cell, Row, Table, quoted};
use super::{csv, json_lines};
use crate::diagnostic::Severity::{self, Error, Warning};
use crate::nearest::suggestion;
use desenlace_core::model::Language;

/// Two words for one thing: an id and a name, or a name and its word in an id.
pub(super) type Named = (String, String);

/// The first and the last year that a film can be of.
const YEARS: std::ops::RangeInclusive<u32> = 1870..=2100;

/// The cells of a row, with where to note what is wrong with them.
pub(super) struct Cells<'a, 't, 'r> {
    pub(super) plan: &'a Plan,
    pub(super) table: &'a Table<'t>,
    pub(super) row: &'a mut Row<'r>,
}

impl Cells<'_, '_, '_> {
    /// What is in the column of a field; nothing where the table does not have the column, which is reported once.
    fn take(&mut self, field: Field) -> Option<Cell> {
        let column = self.plan.column(field).filter(|column| self.table.has[*column])?;
        Some(self.row.cells[column].clone())
    }

    pub(super) fn error(&mut self, field: Field, message: &str, hint: impl Into<String>) {
        self.note(Error, field, message, hint);
    }

    pub(super) fn note(&mut self, severity: Severity, field: Field, message: &str, hint: impl Into<String>) {
        let Some(column) = self.plan.column(field) else { return };
        let name = &self.plan.columns[column].name;
        let offset = match self.plan.format {
            Format::Csv => csv::offset(self.row, self.table, name, self.plan),
            Format::JsonLines => json_lines::offset(self.row, name),
        };
        self.row.note(severity, (name, offset), message, hint);
    }

    /// A text that must be there, on one line.
    pub(super) fn line(&mut self, field: Field) -> Option<String> {
        let text = self.single(field)?;
        let Some(text) = text else {
            self.error(field, "it is empty", "write it, or take the row away");
            return None;
        };
        self.clean(field, &text.split_whitespace().collect::<Vec<_>>().join(" "))
    }

    pub(super) fn year(&mut self) -> Option<u32> {
        let text = self.line(Field::Year)?;
        let year = text.parse().ok().filter(|year| YEARS.contains(year));
        if year.is_none() {
            let digits = text.split(|letter: char| !letter.is_ascii_digit());
            let mut meant =
                digits.filter_map(|digits| digits.parse().ok()).filter(|year| YEARS.contains(year));
            let hint = match meant.next() {
                Some(meant) => format!("did you mean {meant}?"),
                None => format!("a whole number from {} to {}", YEARS.start(), YEARS.end()),
            };
            self.error(Field::Year, &format!("{} is no year", quoted(&text)), hint);
        }
        year
    }

    pub(super) fn language(&mut self) -> Language {
        let Some(Some(tag)) = self.single(Field::Language) else { return self.plan.language };
        let language = Language::from_tag(tag.trim());
        if language.is_none() {
            let hint = suggestion(tag.trim(), Language::ALL.map(Language::tag), "");
            self.error(Field::Language, &format!("{} is no language of a corpus", quoted(&tag)), hint);
        }
        language.unwrap_or(self.plan.language)
    }

    /// The story, its paragraphs parted by single line breaks; empty where there is none, which is worth a word.
    pub(super) fn text(&mut self) -> String {
        let Some(text) = self.single(Field::Text) else { return String::new() };
        let Some(text) = text else {
            self.note(
                Warning,
                Field::Text,
                "it is empty",
                "the film will have no story, and only its title is found",
            );
            return String::new();
        };
        let paragraphs = text.split(['\n', '\r']).map(|line| line.replace('\t', " "));
        let paragraphs: Vec<_> =
            paragraphs.map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect();
        let sound = paragraphs.iter().all(|paragraph| self.clean(Field::Text, paragraph).is_some());
        if sound { paragraphs.join("\n") } else { String::new() }
    }

    /// People, each once, with the word for each in an id.
    pub(super) fn people(&mut self) -> Vec<Named> {
        let mut people: Vec<Named> = Vec::new();
        for name in self.list(Field::People) {
            let word = slug(&name);
            let word = if word.is_empty() { format!("person-{}", people.len() + 1) } else { word };
            match people.iter().find(|(_, known)| *known == word) {
                Some((known, _)) if *known != name || self.plan.characters => {
                    let message = format!("{} counts as {}", quoted(&name), quoted(known));
                    self.note(Warning, Field::People, &message, "tell them apart, if they are two");
                }
                Some(_) => {}
                None => people.push((name, word)),
            }
        }
        people
    }

    /// The text of a cell that holds one: the outer none where there is no such column or the cell is mistaken,
    /// which has then been noted; the inner where it is empty.
    fn single(&mut self, field: Field) -> Option<Option<String>> {
        match self.take(field)? {
            Cell::Empty => Some(None),
            Cell::Text(text) => Some(Some(text)),
            Cell::List(_) => {
                self.error(field, "it is a list", "write one text");
                None
            }
            Cell::Other(what) => {
                self.error(field, &format!("it is {what}"), "write a text or a number");
                None
            }
        }
    }

    /// The values of a cell that may hold several.
    pub(super) fn list(&mut self, field: Field) -> Vec<String> {
        let values = match self.take(field) {
            None | Some(Cell::Empty) => Vec::new(),
            Some(Cell::List(values)) => values,
            Some(Cell::Text(text)) => match self.plan.separator(field) {
                Some(separator) => text.split(separator).map(str::to_owned).collect(),
                None => vec![text],
            },
            Some(Cell::Other(what)) => {
                self.error(field, &format!("it is {what}"), "write a text, or a list of texts");
                Vec::new()
            }
        };
        let words = values.iter().map(|value| value.split_whitespace().collect::<Vec<_>>().join(" "));
        let words: Vec<_> = words.filter(|value| !value.is_empty()).collect();
        words.into_iter().filter_map(|value| self.clean(field, &value)).collect()
    }

    /// A text without control characters, which part the texts in the pack.
    fn clean(&mut self, field: Field, text: &str) -> Option<String> {
        if let Some(letter) = text.chars().find(|letter| letter.is_control()) {
            let message = format!("{} has a control character, U+{:04X}", quoted(text), u32::from(letter));
            self.error(field, &message, "take it away; it often comes from another encoding");
            return None;
        }
        Some(text.to_owned())
    }
}
