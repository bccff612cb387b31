//! The mapping file, as it is written: which column of a table is what. It does not know the table.

use crate::decode::{At, Text, record, words};
use desenlace_core::model::Language;

record! {
    /// How a table becomes a corpus: which column is what.
    Mapping {
        /// How the table is written.
        format: At<TableFormat>,
        /// CSV: what stands between cells, a comma where left out.
        delimiter: Option<At<Delimiter>>,
        /// The language of the texts, unless a column says so for each row.
        language: At<Language>,
        /// Whether bad rows are left out, each with a warning, instead of keeping the corpus from being published.
        skip_bad_rows: bool,
        /// What becomes of the people: searchable names of their film, or characters whose fate is untold.
        people: Option<At<People>>,
        /// Where the table comes from.
        source: Option<TableSource>,
        /// Which column is what, by the names that the table gives them.
        columns: Columns,
        /// What stands between the values of a cell that holds several.
        separators: Option<Separators>,
        /// The themes that the table may use; where there are none, the column makes the vocabulary.
        theme: Vec<Theme>,
    }
}

record! {
    /// Which column is what, by the names that the table gives them.
    Columns {
        /// The id of the film, used in addresses; where left out, it is made of title and year.
        id: Option<At<String>>,
        /// The title.
        title: At<String>,
        /// The year.
        year: At<String>,
        /// The story.
        text: Option<At<String>>,
        /// The themes.
        themes: Option<At<String>>,
        /// People: the cast, or the characters.
        people: Option<At<String>>,
        /// The language of the text: en, es or pt.
        language: Option<At<String>>,
    }
}

record! {
    /// What stands between the values of a cell that holds several; lists in JSON need nothing.
    Separators {
        /// Between themes.
        themes: Option<At<String>>,
        /// Between people.
        people: Option<At<String>>,
    }
}

record! {
    /// A theme that the table may use.
    Theme {
        /// How the table writes it.
        value: At<String>,
        /// Its name, where that is not how the table writes it.
        name: Option<Text>,
        /// The theme that contains it, as the table would write it; it stands above.
        broader: Option<At<String>>,
    }
}

record! {
    /// Where the table comes from.
    TableSource {
        /// What it is.
        description: Text,
        /// Its address, without a scheme.
        address: Option<String>,
        /// Its licence.
        licence: Option<String>,
    }
}

/// How a table is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TableFormat {
    /// Comma-separated values, the first row with the names of the columns.
    Csv,
    /// A JSON object in each line.
    JsonLines,
}

/// What stands between the cells of a CSV file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Delimiter {
    /// `,`
    Comma,
    /// `;`
    Semicolon,
    /// The tabulator.
    Tab,
    /// `|`
    Bar,
}

/// What becomes of people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum People {
    /// A fact of the film, whose names the search finds.
    Cast,
    /// Characters, of whose fate nothing is told.
    Characters,
}

words!(TableFormat { Csv = "csv", JsonLines = "json-lines" });
words!(Delimiter { Comma = "comma", Semicolon = "semicolon", Tab = "tab", Bar = "bar" });
words!(People { Cast = "cast", Characters = "characters" });
words!(Language { En = "en", Es = "es", Pt = "pt" });
