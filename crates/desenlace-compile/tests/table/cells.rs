//! Cells that a film cannot have.

use super::{CSV, CSV_MAPPING, JSON, check_csv, check_json, edited, said};
use expect_test::expect;

#[test]
fn a_bad_year() {
    check_csv(
        ",1985,",
        ",c. 1985,",
        expect![[r#"
        error: films.table:6:34: row 4, “Year”: “c. 1985” is no year
          hint: did you mean 1985?
    "#]],
    );
    check_csv(
        ",1985,",
        ",19850,",
        expect![[r#"
        error: films.table:6:34: row 4, “Year”: “19850” is no year
          hint: a whole number from 1870 to 2100
    "#]],
    );
    check_json(
        "\"year\": 2001",
        "\"year\": 2001.5",
        expect![[r#"
        error: films.table:1:30: row 1, “year”: “2001.5” is no year
          hint: did you mean 2001?
    "#]],
    );
}

#[test]
fn an_empty_title() {
    check_csv(
        ",Plata quemada,",
        ", ,",
        expect![[r#"
        error: films.table:2:15: row 2, “Title”: it is empty
          hint: write it, or take the row away
    "#]],
    );
}

#[test]
fn an_empty_text_is_allowed_and_named() {
    check_csv(
        "Dois homens numa cela contam filmes.",
        "",
        expect![[r#"
        warning: films.table:6:39: row 4, “Story”: it is empty
          hint: the film will have no story, and only its title is found
    "#]],
    );
}

#[test]
fn a_doubled_id() {
    check_csv(
        "o-beijo,",
        "la-fuga,",
        expect![[r#"
        error: films.table:6:1: row 4, “Code”: “la-fuga” is already the id of row 3
          hint: give one of them another id, or take one of the rows away
    "#]],
    );
}

#[test]
fn doubled_title_and_year_without_a_column_of_ids() {
    let first = JSON.lines().next().unwrap();
    let table = format!("{first}\n{first}\n");
    expect![[r#"
        error: films.table:2:11: row 2, “title”: “la-fuga-2001” is already the id of row 1
          hint: take one of the rows away, or give the films ids in a column of their own
    "#]]
    .assert_eq(&said(super::JSON_MAPPING.as_bytes(), table.as_bytes()));
}

#[test]
fn an_id_that_is_no_address() {
    check_csv(
        "o-beijo,",
        "O Beijo?,",
        expect![[r#"
        error: films.table:6:1: row 4, “Code”: “O Beijo?” cannot be an id, because of “ ”
          hint: for example “o-beijo”
    "#]],
    );
}

#[test]
fn a_theme_that_is_not_given() {
    check_json(
        "[\"Crime\", \"Prison\"]",
        "[\"Crime\", \"Prisson\", \"Western\"]",
        expect![[r#"
        error: films.table:1:87: row 1, “genres”: “Prisson” is no theme
          hint: did you mean “Prison”?
        error: films.table:1:87: row 1, “genres”: “Western” is no theme
          hint: one of: Crime, Prison
    "#]],
    );
}

#[test]
fn a_theme_without_letters() {
    check_csv(
        "Crime; Drama",
        "Crime; ???",
        expect![[r#"
        error: films.table:4:23: row 2, “Genres”: “???” has no letter and no digit
          hint: write a theme in letters, or leave the cell empty
    "#]],
    );
}

#[test]
fn spellings_that_count_as_one_theme_are_named_once() {
    let table = edited(CSV, "Crime;Prison", "CRIME;Prison");
    let table = edited(&table, "filmes.,Prison", "filmes.,CRIME");
    expect![[r#"
        warning: films.table:5:83: row 3, “Genres”: “CRIME” counts as “Crime”
          hint: write both alike, if they are one theme
    "#]]
    .assert_eq(&said(CSV_MAPPING.as_bytes(), table.as_bytes()));
}

#[test]
fn a_language_that_a_corpus_does_not_have() {
    check_csv(
        "Darín,es",
        "Darín,fr",
        expect![[r#"
        error: films.table:5:110: row 3, “Lang”: “fr” is no language of a corpus
          hint: one of: en, es, pt
    "#]],
    );
}

#[test]
fn a_control_character() {
    check_csv(
        "Dois homens",
        "Dois\u{1f} homens",
        expect![[r#"
        error: films.table:6:39: row 4, “Story”: “Dois� homens numa cela contam filmes.” has a control character, U+001F
          hint: take it away; it often comes from another encoding
    "#]],
    );
    check_csv(
        "O Beijo",
        "O\u{0} Beijo",
        expect![[r#"
        error: films.table:6:9: row 4, “Title”: “O� Beijo da Mulher-Aranha” has a control character, U+0000
          hint: take it away; it often comes from another encoding
    "#]],
    );
}

#[test]
fn values_that_are_no_texts() {
    check_json(
        "\"plot\": \"Two men in a cell.\"",
        "\"plot\": {\"en\": \"Two men\"}",
        expect![[r#"
        error: films.table:3:63: row 3, “plot”: it is an object
          hint: write a text or a number
    "#]],
    );
    check_json(
        "\"title\": \"La fuga\"",
        "\"title\": [\"La fuga\"]",
        expect![[r#"
        error: films.table:1:11: row 1, “title”: it is a list
          hint: write one text
    "#]],
    );
    check_json(
        "\"genres\": [\"Prison\"]",
        "\"genres\": [[\"Prison\"]]",
        expect![[r#"
        error: films.table:3:95: row 3, “genres”: it is a list of something else than texts
          hint: write a text, or a list of texts
    "#]],
    );
    check_json(
        "\"year\": 2001",
        "\"year\": true",
        expect![[r#"
        error: films.table:1:30: row 1, “year”: it is true or false
          hint: write a text or a number
    "#]],
    );
}

#[test]
fn two_people_of_one_name() {
    check_json(
        "[\"Luis\", \"Valentín\"]",
        "[\"Luis\", \"Luís\"]",
        expect![[r#"
        warning: films.table:3:115: row 3, “cast”: “Luís” counts as “Luis”
          hint: tell them apart, if they are two
    "#]],
    );
}
