//! Several mistakes at once, in several files: all are said, and in the order of the files.

use super::{edited, said};
use expect_test::expect;

#[test]
fn all_mistakes_are_said_at_once() {
    let files = edited(&[
        ("films/the-well/fates.toml", "outcome = \"killed\"", "outcome = \"kiled\""),
        ("films/the-well/fates.toml", "account = \"She is shot.\"\n", ""),
        ("films/the-well/events.toml", "part = \"acts\"", "part = \"act\""),
        ("films/the-well/events.toml", "after = [\"the-digging\"]", "after = [\"a-shot\"]"),
        ("films/the-well/relations.toml", "to = \"bruno\"", "to = \"nobody\""),
        ("films/the-well/story.en.md", "place:well", "place:pit-of-snakes"),
        ("films/the-well/story.en.md", "*Aida*", "*Aida"),
        ("films/the-well/story.es.md", "{#the-shot}", ""),
        ("films/the-road/characters.toml", "name = \"Carla\"", "name = \"Carla"),
        ("vocabularies/themes.toml", "name.es = \"encierro\"\n", ""),
        ("parallels.toml", "strength = \"close\"", "strength = \"strong\""),
    ]);
    expect![[r#"
        error: minimal/films/the-road/characters.toml:3:14: invalid basic string, expected `"`
          hint: see corpus/README.md for how this file is written, and toml.io for TOML
        error: minimal/films/the-well/events.toml:8:32: unknown value “act” of “part”
          hint: did you mean “acts”?
        error: minimal/films/the-well/events.toml:19:10: an event comes after itself: a-shot → a-shot
          hint: “after” and “during” give the order of the story: take one of them away
        error: minimal/films/the-well/fates.toml:1:1: missing field “account”
          hint: “account”: what becomes of them, in one sentence
        error: minimal/films/the-well/fates.toml:2:11: unknown outcome “kiled”
          hint: did you mean “killed”?
        error: minimal/films/the-well/relations.toml:4:6: unknown character “nobody”
          hint: one of: anna, bruno, the-pair
        error: minimal/films/the-well/story.en.md:6:73: unknown place “pit-of-snakes”
          hint: one of: villa-sola, well
        error: minimal/films/the-well/story.en.md:8:12: unterminated emphasis “*”
          hint: emphasis is closed like this: *Aida*; a plain “*” is written \*
        error: minimal/films/the-well/story.es.md:8:1: this passage has no id
          hint: end the heading with it: ## Title {#its-id}
        error: minimal/parallels.toml:6:12: unknown value “strong” of “strength”
          hint: one of: close, good, loose
        error: minimal/vocabularies/themes.toml:2:1: “name” is missing in “es”
          hint: add name.es = "…"
    "#]]
    .assert_eq(&said(&files));
}

#[test]
fn several_mistakes_in_one_line() {
    let fate = "agents = [{ character = \"bruno\", certainty = \"implied\" }]";
    let mistaken =
        "agents = [{ caracter = \"bruno\", certainty = 3 }, { character = \"nobody\", certainty = \"\" }]";
    expect![[r#"
        error: minimal/films/the-well/fates.toml:5:13: unknown field “caracter”
          hint: did you mean “character”?
        error: minimal/films/the-well/fates.toml:5:45: “certainty” must be a word in quotes, not a number
          hint: write it like this: certainty = "stated"
        error: minimal/films/the-well/fates.toml:5:64: unknown character “nobody”
          hint: one of: anna, bruno, the-pair
        error: minimal/films/the-well/fates.toml:5:86: unknown value “” of “certainty”
          hint: one of: stated, implied, declared-unknown, untold
    "#]]
    .assert_eq(&said(&edited(&[("films/the-well/fates.toml", fate, mistaken)])));
}

#[test]
fn a_passage_with_several_broken_marks() {
    let files = edited(&[(
        "films/the-well/story.en.md",
        "There is a shot.",
        "There is [a shot, and ]( another] *one, \\*one\\*, and [Annie](character:anna, **gone and _so.",
    )]);
    expect![[r#"
        error: minimal/films/the-well/story.en.md:12:72: unterminated link
          hint: a link is closed like this: [Nene](character:nene); a plain bracket is written \[
        error: minimal/films/the-well/story.en.md:12:95: stray “]”
          hint: a link begins with “[”: [Nene](character:nene); a plain bracket is written \]
        error: minimal/films/the-well/story.en.md:12:97: unterminated emphasis “*”
          hint: emphasis is closed like this: *Aida*; a plain “*” is written \*
        error: minimal/films/the-well/story.en.md:12:116: unterminated link
          hint: a link is closed like this: [Nene](character:nene); a plain bracket is written \[
        error: minimal/films/the-well/story.en.md:12:140: unterminated emphasis “*”
          hint: emphasis is closed like this: *Aida*; a plain “*” is written \*
        error: minimal/films/the-well/story.en.md:12:151: unterminated emphasis “_”
          hint: emphasis is closed like this: *Aida*; a plain “_” is written \_
    "#]]
    .assert_eq(&said(&files));
}
