//! Rows that are broken as a whole.

use super::{CSV, CSV_MAPPING, JSON, JSON_MAPPING, check_csv, check_json, compiled, edited, said};
use expect_test::expect;

#[test]
fn a_row_with_too_few_cells() {
    check_csv(
        ",Prison,\"William",
        ",\"William",
        expect![[r#"
        error: films.table:6:1: row 4: it has 6 cells, the first row has 7
          hint: a delimiter is missing or too many; a cell that contains one stands in quotes
    "#]],
    );
}

#[test]
fn a_row_with_too_many_cells() {
    check_csv(
        "Dois homens numa cela contam",
        "Dois homens, numa cela, contam",
        expect![[r#"
        error: films.table:6:85: row 4: it has 9 cells, the first row has 7
          hint: a delimiter is missing or too many; a cell that contains one stands in quotes
    "#]],
    );
}

#[test]
fn a_quote_that_is_never_closed() {
    check_csv(
        "Raúl Juliá\"",
        "Raúl Juliá",
        expect![[r#"
            error: films.table:6:83: row 4: this quote is never closed
              hint: close it; a quote inside a cell is written twice
        "#]],
    );
}

#[test]
fn a_quote_that_closes_too_early() {
    check_csv(
        "una \"\"carbonería\"\"",
        "una \"carbonería\"",
        expect![[r#"
        error: films.table:5:67: row 3: something stands behind a closing quote
          hint: put the whole cell in quotes; a quote inside it is written twice
    "#]],
    );
}

#[test]
fn cells_that_are_not_utf_8() {
    let mut table = CSV.as_bytes().to_vec();
    for _ in 0..2 {
        let accent = table.windows(2).position(|pair| pair == "ú".as_bytes()).unwrap();
        table.splice(accent..accent + 2, [0xFA]);
    }
    expect![[r#"
        error: films.table:5:24: row 3, “Story”: this is not UTF-8
          hint: save the table as UTF-8
        error: films.table:6:83: row 4, “Cast”: this is not UTF-8
          hint: save the table as UTF-8
    "#]]
    .assert_eq(&said(CSV_MAPPING.as_bytes(), &table));
}

#[test]
fn a_line_that_is_not_utf_8() {
    let mut table = JSON.as_bytes().to_vec();
    let accent = table.windows(2).position(|pair| pair == "ó".as_bytes()).unwrap();
    table.splice(accent..accent + 2, [0xF3]);
    expect![[r#"
        error: films.table:1:133: row 1: it is not UTF-8
          hint: save the table as UTF-8
    "#]]
    .assert_eq(&said(JSON_MAPPING.as_bytes(), &table));
}

#[test]
fn a_table_in_utf_16() {
    expect![[r#"
        error: films.table:1:1: the table is in UTF-16
          hint: save it as UTF-8
    "#]]
    .assert_eq(&said(CSV_MAPPING.as_bytes(), b"\xFF\xFEC\0o\0d\0e\0"));
}

#[test]
fn an_empty_table() {
    expect![[r#"
        error: films.table:1:1: the table is empty
          hint: its first row names the columns
    "#]]
    .assert_eq(&said(CSV_MAPPING.as_bytes(), b"\n\n"));
    expect![[r#"
        error: films.table:1:1: the table is empty
          hint: it has a film in each line, as a JSON object
    "#]]
    .assert_eq(&said(JSON_MAPPING.as_bytes(), b""));
}

#[test]
fn json_that_is_broken() {
    check_json(
        "\"year\": 2001,",
        "\"year\" 2001,",
        expect![[r#"
        error: films.table:1:29: row 1: expected `:`
          hint: write the row as a JSON object in one line
    "#]],
    );
    check_json(
        "\"rating\": {\"of\": 5}}",
        "\"rating\": {\"of\": 5}",
        expect![[r#"
        error: films.table:1:156: row 1: EOF while parsing an object
          hint: write the row as a JSON object in one line
    "#]],
    );
    check_json(
        "{\"title\": \"La fuga\"",
        "[\"La fuga\"",
        expect![[r#"
        error: films.table:1:1: row 1: invalid type: sequence, expected an object with the columns as its fields
          hint: write the row as a JSON object in one line
    "#]],
    );
    check_json(
        "\"cast\": [\"Luis\"",
        "\"cast\": [\"\\ud800\"",
        expect![[r#"
        error: films.table:3:123: row 3: unexpected end of hex escape
          hint: write the row as a JSON object in one line
    "#]],
    );
    check_json(
        "{\"of\": 5}}",
        "{\"of\": 5}} {}",
        expect![[r#"
        error: films.table:1:159: row 1: trailing characters
          hint: write the row as a JSON object in one line
    "#]],
    );
}

#[test]
fn a_field_that_stands_twice() {
    check_json(
        "\"year\": 2001,",
        "\"year\": 2001, \"year\": 2002,",
        expect![[r#"
        error: films.table:1:30: row 1, “year”: it stands here twice
          hint: take one of them away
    "#]],
    );
}

#[test]
fn every_bad_row_is_listed_at_once() {
    let table = edited(CSV, ",2000,", ",MM,");
    let table = edited(&table, ",2001,", ",,");
    let table = edited(&table, "o-beijo,O", "la-fuga,O");
    expect![[r#"
        error: films.table:2:29: row 2, “Year”: “MM” is no year
          hint: a whole number from 1870 to 2100
        error: films.table:5:19: row 3, “Year”: it is empty
          hint: write it, or take the row away
        error: films.table:6:1: row 4, “Code”: “la-fuga” is already the id of row 3
          hint: give one of them another id, or take one of the rows away
    "#]]
    .assert_eq(&said(CSV_MAPPING.as_bytes(), table.as_bytes()));
}

#[test]
fn bad_rows_are_skipped_where_the_mapping_says_so_and_each_is_named() {
    let mapping = edited(CSV_MAPPING, "language = \"en\"", "language = \"en\"\nskip-bad-rows = true");
    let table = edited(CSV, ",2000,", ",MM,");
    let table = edited(&table, "o-beijo,O Beijo da Mulher-Aranha,1985", "plata-quemada,,1985");
    expect![[r#"
        warning: films.table:2:29: row 2 is skipped: “Year”: “MM” is no year
          hint: a whole number from 1870 to 2100
        warning: films.table:6:15: row 4 is skipped: “Title”: it is empty
          hint: write it, or take the row away
    "#]]
    .assert_eq(&said(mapping.as_bytes(), table.as_bytes()));
    let corpus = compiled(mapping.as_bytes(), table.as_bytes()).corpus.unwrap();
    assert_eq!(corpus.films.len(), 1);
    let themes = &corpus.vocabularies[0];
    assert!(themes.iter().all(|theme| theme.id != "drama"), "what only a skipped row has is not there");
}

#[test]
fn a_quote_that_swallows_rows_is_never_skipped() {
    let mapping = edited(CSV_MAPPING, "language = \"en\"", "language = \"en\"\nskip-bad-rows = true");
    let table = edited(CSV, "\"\"carbonería\"\".\"", "\"\"carbonería\"\".");
    expect![[r#"
        error: films.table:6:84: row 3: something stands behind a closing quote; it runs over 2 lines and may have swallowed rows
          hint: put the whole cell in quotes; a quote inside it is written twice
    "#]]
    .assert_eq(&said(mapping.as_bytes(), table.as_bytes()));
}
