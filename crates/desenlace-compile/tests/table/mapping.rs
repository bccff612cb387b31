//! Mistakes in the mapping.

use super::{CSV, JSON, JSON_MAPPING, check_csv, check_mapping, edited, said};
use expect_test::expect;

#[test]
fn a_column_that_the_table_does_not_have() {
    check_mapping(
        "\"Story\"",
        "\"Stroy\"",
        expect![[r#"
        error: mapping.toml:12:8: the table has no column “Stroy”
          hint: did you mean “Story”?
    "#]],
    );
    check_mapping(
        "\"Code\"",
        "\"Identifier of the film\"",
        expect![[r#"
        error: mapping.toml:9:6: the table has no column “Identifier of the film”
          hint: one of: Code, Title, Year, Story, Genres, Cast, Lang
    "#]],
    );
    check_csv(
        "Code,Title,",
        "Code,Titel,",
        expect![[r#"
        error: mapping.toml:10:9: the table has no column “Title”
          hint: did you mean “Titel”?
    "#]],
    );
    let mapping = edited(JSON_MAPPING, "\"plot\"", "\"story\"");
    expect![[r#"
        error: mapping.toml:8:8: the table has no column “story”
          hint: one of: title, year, plot, genres, cast, rating
    "#]]
    .assert_eq(&said(mapping.as_bytes(), JSON.as_bytes()));
}

#[test]
fn a_column_that_the_table_has_twice() {
    check_csv(
        "Cast,Lang",
        "Title,Lang",
        expect![[r#"
        error: films.table:1:30: row 1, “Title”: two columns have this name
          hint: give one of them another name
        error: mapping.toml:14:10: the table has no column “Cast”
          hint: one of: Code, Title, Year, Story, Genres, Title, Lang
    "#]],
    );
}

#[test]
fn fields_that_are_missing_or_mistaken() {
    check_mapping(
        "title = \"Title\"\n",
        "",
        expect![[r#"
        error: mapping.toml:8:1: missing field “title”
          hint: “title”: the title
    "#]],
    );
    check_mapping(
        "year =",
        "yaer =",
        expect![[r#"
        error: mapping.toml:11:1: unknown field “yaer”
          hint: did you mean “year”?
    "#]],
    );
    check_mapping(
        "format = \"csv\"",
        "format = \"cvs\"",
        expect![[r#"
        error: mapping.toml:1:10: unknown value “cvs” of “format”
          hint: did you mean “csv”?
    "#]],
    );
    check_mapping(
        "language = \"en\"",
        "language = \"fr\"",
        expect![[r#"
        error: mapping.toml:2:12: unknown value “fr” of “language”
          hint: one of: en, es, pt
    "#]],
    );
    check_mapping(
        "[columns]",
        "[columns",
        expect![[r#"
        error: mapping.toml:8:9: unclosed table, expected `]`
          hint: see corpus/README.md for how this file is written, and toml.io for TOML
    "#]],
    );
    check_mapping(
        "title = \"Title\"",
        "title = \"\"",
        expect![[r#"
        error: mapping.toml:10:9: “title” is empty
          hint: write the text, or leave the field out if it is optional
    "#]],
    );
}

#[test]
fn a_delimiter_for_json_lines() {
    let mapping = edited(JSON_MAPPING, "language", "delimiter = \"tab\"\nlanguage");
    expect![[r#"
        error: mapping.toml:2:13: JSON Lines have no delimiter
          hint: take it away; only CSV has one
    "#]]
    .assert_eq(&said(mapping.as_bytes(), JSON.as_bytes()));
}

#[test]
fn themes_that_contradict_each_other() {
    let mapping = edited(JSON_MAPPING, "broader = \"Crime\"", "broader = \"Crimes\"");
    expect![[r#"
        error: mapping.toml:19:11: there is no theme “Crimes” above
          hint: did you mean “Crime”?
    "#]]
    .assert_eq(&said(mapping.as_bytes(), JSON.as_bytes()));
    let mapping = edited(JSON_MAPPING, "value = \"Prison\"", "value = \"crime\"");
    expect![[r#"
        error: mapping.toml:17:9: “crime” has the same id, “crime”, as “Crime”
          hint: take one of them away
    "#]]
    .assert_eq(&said(mapping.as_bytes(), JSON.as_bytes()));
    let mapping = edited(JSON_MAPPING, "themes = \"genres\"\n", "");
    expect![[r#"
        error: mapping.toml:11:1: there are themes, and no column of themes
          hint: add under [columns]: themes = "…"
    "#]]
    .assert_eq(&said(mapping.as_bytes(), JSON.as_bytes()));
}

#[test]
fn an_empty_mapping() {
    expect![[r#"
        error: mapping.toml:1:1: missing field “columns”
          hint: “columns”: which column is what, by the names that the table gives them
        error: mapping.toml:1:1: missing field “format”
          hint: “format”: how the table is written
        error: mapping.toml:1:1: missing field “language”
          hint: “language”: the language of the texts, unless a column says so for each row
    "#]]
    .assert_eq(&said(b"", CSV.as_bytes()));
}

#[test]
fn a_mapping_that_is_not_utf_8() {
    expect![[r#"
        error: mapping.toml:1:1: the file is not in UTF-8
          hint: save it as UTF-8
        error: mapping.toml:1:2: key with no value, expected `=`
          hint: see corpus/README.md for how this file is written, and toml.io for TOML
    "#]]
    .assert_eq(&said(b"\xFF", CSV.as_bytes()));
}
