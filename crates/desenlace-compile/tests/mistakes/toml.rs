//! Mistakes in TOML: syntax, fields, types, words.

use super::check;
use expect_test::expect;

#[test]
fn a_missing_field() {
    check(
        "films/the-well/fates.toml",
        "certainty = \"untold\"\n",
        "",
        expect![[r#"
            error: minimal/films/the-well/fates.toml:19:1: missing field “certainty”
              hint: “certainty”: how sure the source is of the outcome
        "#]],
    );
}

#[test]
fn a_missing_field_of_a_part() {
    check(
        "films/the-well/fates.toml",
        ", certainty = \"stated\" }",
        " }",
        expect![[r#"
            error: minimal/films/the-well/fates.toml:4:9: missing field “certainty”
              hint: “certainty”: how sure the source is of it
        "#]],
    );
}

#[test]
fn a_missing_table() {
    check(
        "films/the-well/film.toml",
        "[synopsis]\nkey = \"W\"\nlanguage = \"es\"\nsentences = 3\nlicence = \"CC BY-SA\"\nsource = \"F1\"\n",
        "",
        expect![[r#"
            error: minimal/films/the-well/film.toml:1:1: missing field “synopsis”
              hint: “synopsis”: the text that the corpus rests on
        "#]],
    );
}

#[test]
fn an_unknown_field() {
    check(
        "films/the-well/fates.toml",
        "account = \"She",
        "acount = \"She",
        expect![[r#"
            error: minimal/films/the-well/fates.toml:8:1: unknown field “acount”
              hint: did you mean “account”?
        "#]],
    );
}

#[test]
fn an_unknown_field_like_no_other() {
    check(
        "films/the-well/characters.toml",
        "variants = [\"Ana\"]",
        "shoe-size = 38",
        expect![[r#"
            error: minimal/films/the-well/characters.toml:6:1: unknown field “shoe-size”
              hint: one of: key, name, short, aliases, variants, group, plural, members, roles, passages, description, note, actor, theme
        "#]],
    );
}

#[test]
fn a_text_that_is_a_number() {
    check(
        "films/the-well/film.toml",
        "title = \"El pozo\"",
        "title = 3",
        expect![[r#"
            error: minimal/films/the-well/film.toml:1:9: “title” must be a text in quotes, not a number
              hint: write it like this: title = "…"
        "#]],
    );
}

#[test]
fn a_number_that_is_a_text() {
    check(
        "films/the-well/film.toml",
        "year = 2001",
        "year = \"2001\"",
        expect![[r#"
            error: minimal/films/the-well/film.toml:3:8: “year” must be a whole number, not a text in quotes
              hint: write it like this: year = 30
        "#]],
    );
}

#[test]
fn a_number_out_of_range() {
    check(
        "films/the-well/film.toml",
        "year = 2001",
        "year = -2001",
        expect![[r#"
            error: minimal/films/the-well/film.toml:3:8: “year” is out of range
              hint: a whole number from 0 on
        "#]],
    );
}

#[test]
fn a_list_that_is_a_text() {
    check(
        "films/the-well/characters.toml",
        "roles = [\"digger\"]",
        "roles = \"digger\"",
        expect![[r#"
            error: minimal/films/the-well/characters.toml:7:9: “roles” must be a list, not a text in quotes
              hint: write it like this: roles = […]
        "#]],
    );
}

#[test]
fn a_table_that_is_a_text() {
    check(
        "films/the-well/fates.toml",
        "cause = { term = \"gunshot\", certainty = \"stated\" }",
        "cause = \"gunshot\"",
        expect![[r#"
            error: minimal/films/the-well/fates.toml:4:9: “cause” must be a table, not a text in quotes
              hint: write it like this: cause = { … }
            warning: minimal/vocabularies/causes.toml:1:2: nothing refers to the term “gunshot”
              hint: use it where it applies, or take it away
        "#]],
    );
}

#[test]
fn a_yes_that_is_a_text() {
    check(
        "films/the-well/characters.toml",
        "group = true",
        "group = \"yes\"",
        expect![[r#"
            error: minimal/films/the-well/characters.toml:31:9: “group” must be true or false, not a text in quotes
              hint: write it like this: group = true
        "#]],
    );
}

#[test]
fn an_entry_that_is_a_text() {
    check(
        "films/the-well/fates.toml",
        "[anna]",
        "carl = \"gone\"\n\n[anna]",
        expect![[r#"
            error: minimal/films/the-well/fates.toml:1:1: unknown character “carl”
              hint: one of: anna, bruno, the-pair
            error: minimal/films/the-well/fates.toml:1:8: “carl” must be a table, not a text in quotes
              hint: write it like this: carl = { … }
        "#]],
    );
}

#[test]
fn a_word_that_is_none() {
    check(
        "films/the-well/fates.toml",
        "certainty = \"implied\"",
        "certainty = \"impled\"",
        expect![[r#"
            error: minimal/films/the-well/fates.toml:3:13: unknown value “impled” of “certainty”
              hint: did you mean “implied”?
        "#]],
    );
}

#[test]
fn a_word_like_no_other() {
    check(
        "films/the-well/events.toml",
        "order = \"told\"",
        "order = \"backwards\"",
        expect![[r#"
            error: minimal/films/the-well/events.toml:6:9: unknown value “backwards” of “order”
              hint: one of: told, flashback, revealed
        "#]],
    );
}

#[test]
fn a_word_that_is_a_number() {
    check(
        "films/the-well/events.toml",
        "part = \"acts\"",
        "part = 1",
        expect![[r#"
            error: minimal/films/the-well/events.toml:8:32: “part” must be a word in quotes, not a number
              hint: write it like this: part = "acts"
        "#]],
    );
}

#[test]
fn a_kind_of_place_that_is_none() {
    check(
        "vocabularies/places.toml",
        "kind = \"city\"",
        "kind = \"town\"",
        expect![[r#"
            error: minimal/vocabularies/places.toml:2:8: unknown value “town” of “kind”
              hint: one of: country, city, building, site, street, imagined
        "#]],
    );
}

#[test]
fn a_mark_that_is_none() {
    check(
        "vocabularies/outcomes.toml",
        "mark = \"knot\"",
        "mark = \"knott\"",
        expect![[r#"
            error: minimal/vocabularies/outcomes.toml:2:8: unknown value “knott” of “mark”
              hint: did you mean “knot”?
        "#]],
    );
}

#[test]
fn a_kind_of_fact_that_is_none() {
    check(
        "films/the-well/film.toml",
        "kind = \"director\"",
        "kind = \"producers\"",
        expect![[r#"
            error: minimal/films/the-well/film.toml:25:8: unknown value “producers” of “kind”
              hint: did you mean “producer”?
        "#]],
    );
}

#[test]
fn an_empty_text() {
    check(
        "films/the-well/fates.toml",
        "\"She is shot.\"",
        "\" \"",
        expect![[r#"
            error: minimal/films/the-well/fates.toml:8:11: “account” is empty
              hint: write the text, or leave the field out if it is optional
        "#]],
    );
}

#[test]
fn a_control_character_in_a_text() {
    check(
        "films/the-well/fates.toml",
        "\"She is shot.\"",
        "\"She is\\u001f shot.\"",
        expect![[r#"
            error: minimal/films/the-well/fates.toml:8:11: “account” has a control character
              hint: take it away; line breaks and tabs do not belong into a text either
        "#]],
    );
}

#[test]
fn an_empty_id() {
    check(
        "films/the-well/fates.toml",
        "outcome = \"killed\"",
        "outcome = \"\"",
        expect![[r#"
            error: minimal/films/the-well/fates.toml:2:11: “outcome” is empty
              hint: write the text, or leave the field out if it is optional
            warning: minimal/vocabularies/outcomes.toml:1:2: nothing refers to the term “dies”
              hint: use it where it applies, or take it away
            warning: minimal/vocabularies/outcomes.toml:6:2: nothing refers to the term “killed”
              hint: use it where it applies, or take it away
        "#]],
    );
}

#[test]
fn a_text_that_a_language_lacks() {
    check(
        "films/the-well/film.toml",
        "premise.es = \"Dos personas cavan.\"\n",
        "",
        expect![[r#"
            error: minimal/films/the-well/film.toml:8:1: “premise” is missing in “es”
              hint: add premise.es = "…"
        "#]],
    );
}

#[test]
fn a_text_that_is_empty_in_a_language() {
    check(
        "films/the-well/film.toml",
        "premise.es = \"Dos personas cavan.\"",
        "premise.es = \"\"",
        expect![[r#"
            error: minimal/films/the-well/film.toml:9:14: “premise.es” is empty
              hint: write the text, or leave the field out if it is optional
        "#]],
    );
}

#[test]
fn a_text_in_an_unknown_language() {
    check(
        "films/the-well/film.toml",
        "premise.es",
        "premise.fr = \"Deux personnes creusent.\"\npremise.es",
        expect![[r#"
            error: minimal/films/the-well/film.toml:9:9: unknown language “fr”
              hint: one of: en, es, pt
        "#]],
    );
}

#[test]
fn a_text_that_is_a_list() {
    check(
        "films/the-well/film.toml",
        "value = \"Dora Duarte\"",
        "value = [\"Dora Duarte\"]",
        expect![[r#"
            error: minimal/films/the-well/film.toml:26:9: “value” must be a text in quotes, or one for each language, not a list
              hint: write it like this: value = "…"
        "#]],
    );
}

#[test]
fn names_in_an_unknown_language() {
    check(
        "films/the-well/characters.toml",
        "aliases.en",
        "aliases.en = [\"Annie\"]\naliases.fr",
        expect![[r#"
            error: minimal/films/the-well/characters.toml:6:9: unknown language “fr”
              hint: one of: en, es, pt
        "#]],
    );
}

#[test]
fn names_that_are_no_list() {
    check(
        "films/the-well/characters.toml",
        "aliases.en = [\"Annie\"]",
        "aliases = 3",
        expect![[r#"
            error: minimal/films/the-well/characters.toml:5:11: “aliases” must be a list, or one for each language, not a number
              hint: write it like this: aliases = ["…"]
        "#]],
    );
}

#[test]
fn a_text_without_end() {
    check(
        "films/the-well/fates.toml",
        "account = \"She is shot.\"",
        "account = \"She is shot.",
        expect![[r#"
            error: minimal/films/the-well/fates.toml:8:24: invalid basic string, expected `"`
              hint: see corpus/README.md for how this file is written, and toml.io for TOML
        "#]],
    );
}

#[test]
fn a_header_without_end() {
    check(
        "films/the-well/fates.toml",
        "[bruno]",
        "[bruno",
        expect![[r#"
            error: minimal/films/the-well/fates.toml:19:7: unclosed table, expected `]`
              hint: see corpus/README.md for how this file is written, and toml.io for TOML
        "#]],
    );
}

#[test]
fn a_list_without_end() {
    check(
        "films/the-well/characters.toml",
        "passages = [\"digging\"]\ndescription = \"Somebody who digs too.\"",
        "passages = [\"digging\"\ndescription = \"Somebody who digs too.\"",
        expect![[r#"
            error: minimal/films/the-well/characters.toml:23:12: this list is not closed
              hint: add the missing “]”
        "#]],
    );
}

#[test]
fn a_list_without_end_and_what_follows() {
    check(
        "films/the-well/events.toml",
        "  { character = \"bruno\", part = \"acts\" },\n]\nthemes",
        "  { character = \"bruno\", part = \"acts\" }, # and so on\nthemes",
        expect![[r#"
            error: minimal/films/the-well/events.toml:7:16: this list is not closed
              hint: add the missing “]”
        "#]],
    );
}

#[test]
fn a_table_without_end() {
    check(
        "films/the-well/fates.toml",
        "certainty = \"stated\" }\nagents = [{ character = \"bruno\", certainty = \"implied\" }]",
        "certainty = \"stated\"\nagents = [{ character = \"brunno\", certainty = \"implied\" }",
        expect![[r#"
            error: minimal/films/the-well/fates.toml:4:9: this table is not closed
              hint: add the missing “}”
            error: minimal/films/the-well/fates.toml:5:10: this list is not closed
              hint: add the missing “]”
            error: minimal/films/the-well/fates.toml:5:25: unknown character “brunno”
              hint: did you mean “bruno”?
        "#]],
    );
}

#[test]
fn a_key_without_value() {
    check(
        "films/the-well/fates.toml",
        "caution = \"Her death is not said.\"",
        "caution =",
        expect![[r#"
            error: minimal/films/the-well/fates.toml:9:10: string values must be quoted, expected literal string
              hint: see corpus/README.md for how this file is written, and toml.io for TOML
        "#]],
    );
}

#[test]
fn a_missing_inverse() {
    check(
        "vocabularies/relation-kinds.toml",
        "inverse = \"is informed on by\"\n",
        "",
        expect![[r#"
            error: minimal/vocabularies/relation-kinds.toml:6:1: missing field “inverse”
              hint: add inverse.en, inverse.es and inverse.pt, or mutual = true
        "#]],
    );
}

#[test]
fn an_inverse_too_many() {
    check(
        "vocabularies/relation-kinds.toml",
        "mutual = true",
        "mutual = true\ninverse = \"friend of\"",
        expect![[r#"
            error: minimal/vocabularies/relation-kinds.toml:1:1: a mutual relation reads the same from both sides
              hint: leave out “inverse”, or “mutual” if the two directions have different names
        "#]],
    );
}

#[test]
fn half_a_point_on_the_map() {
    check(
        "vocabularies/places.toml",
        "longitude = -58\n",
        "",
        expect![[r#"
            error: minimal/vocabularies/places.toml:3:12: missing field “longitude”
              hint: a point on a map has latitude and longitude
        "#]],
    );
}

#[test]
fn a_point_off_the_map() {
    check(
        "vocabularies/places.toml",
        "latitude = -34.5",
        "latitude = -134.5",
        expect![[r#"
            error: minimal/vocabularies/places.toml:3:12: “latitude” is out of range
              hint: degrees from -90 to 90
        "#]],
    );
}

#[test]
fn a_degree_that_is_a_text() {
    check(
        "vocabularies/places.toml",
        "latitude = -34.5",
        "latitude = \"34 S\"",
        expect![[r#"
            error: minimal/vocabularies/places.toml:3:12: “latitude” must be a number, not a text in quotes
              hint: write it like this: latitude = -34.6
        "#]],
    );
}
