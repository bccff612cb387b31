//! What a mapping comes to, checked and ready for reading a table. It does not know how rows are written.

use super::mapping::{Delimiter, Mapping, People, TableFormat};
use crate::decode::At;
use crate::report::{Report, Spot};
use desenlace_core::fold;
use desenlace_core::model::{Language, Localized, Source, Term, TermId};

pub(super) use super::mapping::TableFormat as Format;

/// How to read a table.
#[derive(Debug)]
pub(super) struct Plan {
    pub(super) format: Format,
    /// CSV: the byte between cells.
    pub(super) delimiter: u8,
    /// The language of rows that do not say.
    pub(super) language: Language,
    pub(super) skip_bad_rows: bool,
    /// Whether people become characters.
    pub(super) characters: bool,
    pub(super) source: Source,
    pub(super) licence: String,
    /// The columns that are read, each once.
    pub(super) columns: Vec<Column>,
    /// For each [`Field`], at its position, the column it is read from, as a position in `columns`.
    fields: [Option<usize>; Field::ALL.len()],
    /// What parts themes, and what parts people.
    separators: [Option<String>; 2],
    /// The themes that the table may use, as it writes them, with their terms; none where it makes them itself.
    pub(super) themes: Option<Vec<(String, Term)>>,
}

/// A column that is read.
#[derive(Debug)]
pub(super) struct Column {
    pub(super) name: String,
    /// Where the mapping names it.
    pub(super) spot: Spot,
}

/// What a column can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Field {
    Id,
    Title,
    Year,
    Text,
    Themes,
    People,
    Language,
}

impl Field {
    const ALL: [Self; 7] =
        [Self::Id, Self::Title, Self::Year, Self::Text, Self::Themes, Self::People, Self::Language];
}

impl Plan {
    /// The plan of a mapping; none where the mapping lacks what every table needs, which has then been reported.
    pub(super) fn of(mapping: &Mapping, table: &str, report: &mut Report) -> Option<Self> {
        let named = &mapping.columns;
        let by_field: [Option<&At<String>>; Field::ALL.len()] = [
            named.id.as_ref(),
            Some(&named.title),
            Some(&named.year),
            named.text.as_ref(),
            named.themes.as_ref(),
            named.people.as_ref(),
            named.language.as_ref(),
        ];
        let mut columns: Vec<Column> = Vec::new();
        let fields = by_field.map(|named| {
            let At { value, spot } = named?;
            let name = value.as_ref()?;
            let known = columns.iter().position(|column| column.name == *name);
            Some(known.unwrap_or_else(|| {
                columns.push(Column { name: name.clone(), spot: *spot });
                columns.len() - 1
            }))
        });
        let separators = mapping.separators.as_ref();
        let separator = |at: Option<&At<String>>| at.and_then(|at| at.value.clone());
        let source = mapping.source.as_ref();
        Some(Self {
            format: mapping.format.value?,
            delimiter: delimiter(mapping, report),
            language: mapping.language.value?,
            skip_bad_rows: mapping.skip_bad_rows,
            characters: mapping.people.as_ref().and_then(|people| people.value) == Some(People::Characters),
            source: Source {
                id: "table".to_owned(),
                address: source.and_then(|source| source.address.clone()),
                description: source.map_or_else(
                    || Localized::same(&shown(table)),
                    |source| source.description.value.clone(),
                ),
            },
            licence: source.and_then(|source| source.licence.clone()).unwrap_or_default(),
            columns,
            fields,
            separators: [
                separator(separators.and_then(|separators| separators.themes.as_ref())),
                separator(separators.and_then(|separators| separators.people.as_ref())),
            ],
            themes: themes(mapping, report),
        })
    }

    /// The column of a field, where the mapping names one.
    pub(super) fn column(&self, field: Field) -> Option<usize> {
        self.fields[field as usize]
    }

    /// What parts the values of a cell of a field.
    pub(super) fn separator(&self, field: Field) -> Option<&str> {
        self.separators[usize::from(field == Field::People)].as_deref()
    }
}

/// A word of an address: what is left of a text when only folded words remain, joined by hyphens. Empty where
/// it has no letter and no digit.
pub(super) fn slug(text: &str) -> String {
    fold::words(text).collect::<Vec<_>>().join("-")
}

/// The name of a file as a text without control characters.
fn shown(path: &str) -> String {
    path.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect()
}

fn delimiter(mapping: &Mapping, report: &mut Report) -> u8 {
    let Some(given) = &mapping.delimiter else { return b',' };
    if mapping.format.value == Some(TableFormat::JsonLines) {
        let hint = "take it away; only CSV has one";
        report.error(given.spot, "JSON Lines have no delimiter", hint);
    }
    match given.value {
        Some(Delimiter::Semicolon) => b';',
        Some(Delimiter::Tab) => b'\t',
        Some(Delimiter::Bar) => b'|',
        Some(Delimiter::Comma) | None => b',',
    }
}

/// The themes that the table may use.
fn themes(mapping: &Mapping, report: &mut Report) -> Option<Vec<(String, Term)>> {
    let mut themes: Vec<(String, Term)> = Vec::new();
    for theme in &mapping.theme {
        let Some(value) = theme.value.value.clone() else { continue };
        let id = slug(&value);
        if id.is_empty() {
            let hint = "write its letters or digits";
            report.error(theme.value.spot, format!("“{value}” has no letter and no digit"), hint);
        }
        if let Some((other, _)) = themes.iter().find(|(_, term)| term.id == id) {
            let message = format!("“{value}” has the same id, “{id}”, as “{other}”");
            report.error(theme.value.spot, message, "take one of them away");
        }
        let broader = theme.broader.as_ref().and_then(|broader| {
            let name = broader.value.as_ref()?;
            let found = themes.iter().position(|(known, _)| known == name);
            if found.is_none() {
                let known = themes.iter().map(|(known, _)| known.as_str());
                let hint = crate::nearest::suggestion(name, known, "put the broader theme above this one");
                report.error(broader.spot, format!("there is no theme “{name}” above"), hint);
            }
            found.map(TermId::from_index)
        });
        let name = theme.name.as_ref().map_or_else(|| Localized::same(&value), |name| name.value.clone());
        themes.push((value, Term { id, broader, name, ..Term::default() }));
    }
    let at = mapping.theme.first().map(|theme| theme.spot);
    if let Some(spot) = at.filter(|_| mapping.columns.themes.is_none()) {
        let hint = "add under [columns]: themes = \"…\"";
        report.error(spot, "there are themes, and no column of themes", hint);
    }
    (!themes.is_empty()).then_some(themes)
}
