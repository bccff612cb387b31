//! Mistakes in files as such: missing, unread, not in UTF-8.

use super::{check, minimal, said};
use expect_test::{Expect, expect};

/// Changes the bytes of a file.
#[track_caller]
fn rewritten(path: &str, change: impl Fn(&[u8]) -> Vec<u8>, expect: Expect) {
    let mut files = minimal();
    let bytes = change(files.get(path).unwrap());
    files.insert(path, bytes);
    expect.assert_eq(&said(&files));
}

#[track_caller]
fn without(path: &str, expect: Expect) {
    let mut files = minimal();
    files.remove(path).unwrap();
    expect.assert_eq(&said(&files));
}

#[track_caller]
fn with(path: &str, expect: Expect) {
    let mut files = minimal();
    files.insert(path, "");
    expect.assert_eq(&said(&files));
}

/// Renames a file.
#[track_caller]
fn renamed(from: &str, to: &str, expect: Expect) {
    let mut files = minimal();
    let bytes = files.remove(from).unwrap();
    files.insert(to, bytes);
    expect.assert_eq(&said(&files));
}

#[test]
fn a_missing_file_of_a_film() {
    without(
        "films/the-well/events.toml",
        expect![[r#"
        error: minimal/films/the-well/events.toml:1:1: missing file
          hint: add it; corpus/README.md shows what stands in it
    "#]],
    );
}

#[test]
fn missing_characters_are_not_unknown_ones() {
    without(
        "films/the-well/characters.toml",
        expect![[r#"
        error: minimal/films/the-well/characters.toml:1:1: missing file
          hint: add it; corpus/README.md shows what stands in it
    "#]],
    );
}

#[test]
fn a_missing_vocabulary() {
    without(
        "vocabularies/roles.toml",
        expect![[r#"
        error: minimal/vocabularies/roles.toml:1:1: missing file
          hint: add it; corpus/README.md shows what stands in it
    "#]],
    );
}

#[test]
fn missing_sources() {
    without(
        "sources.toml",
        expect![[r#"
        error: minimal/sources.toml:1:1: missing file
          hint: add it; corpus/README.md shows what stands in it
    "#]],
    );
}

#[test]
fn missing_parallels() {
    without(
        "parallels.toml",
        expect![[r#"
        error: minimal/parallels.toml:1:1: missing file
          hint: add it; corpus/README.md shows what stands in it
    "#]],
    );
}

#[test]
fn a_missing_story() {
    without(
        "films/the-well/story.pt.md",
        expect![[r#"
        error: minimal/films/the-well/story.pt.md:1:1: missing file
          hint: add it; corpus/README.md shows what stands in it
    "#]],
    );
}

#[test]
fn a_mistyped_name_of_a_file() {
    renamed(
        "films/the-well/events.toml",
        "films/the-well/event.toml",
        expect![[r#"
        error: minimal/films/the-well/event.toml:1:1: nothing reads this file
          hint: did you mean “events.toml”?
        error: minimal/films/the-well/events.toml:1:1: missing file
          hint: add it; corpus/README.md shows what stands in it
    "#]],
    );
}

#[test]
fn a_story_in_an_unknown_language() {
    with(
        "films/the-well/story.fr.md",
        expect![[r#"
        error: minimal/films/the-well/story.fr.md:1:1: unknown language “fr”
          hint: one of: en, es, pt
    "#]],
    );
}

#[test]
fn files_that_nothing_reads() {
    let mut files = minimal();
    for path in ["scenes.toml", "films/the-well/cast.toml", "vocabularies/colours.toml", "films/notes.md"] {
        files.insert(path, "");
    }
    for path in ["README.md", "LICENSE", "schemas/film.schema.json", "films/the-well/sketch.png"] {
        files.insert(path, "these are nobody’s mistake");
    }
    expect![[r#"
        error: minimal/films/notes.md:1:1: nothing reads this file
          hint: corpus/README.md lists the files that there are
        error: minimal/films/the-well/cast.toml:1:1: nothing reads this file
          hint: corpus/README.md lists the files that there are
        error: minimal/scenes.toml:1:1: nothing reads this file
          hint: corpus/README.md lists the files that there are
        error: minimal/vocabularies/colours.toml:1:1: nothing reads this file
          hint: corpus/README.md lists the files that there are
    "#]]
    .assert_eq(&said(&files));
}

#[test]
fn no_file_at_all() {
    expect![[r#"
        error: corpus/films:1:1: there is no film
          hint: add one; corpus/README.md says how
        error: corpus/parallels.toml:1:1: missing file
          hint: add it; corpus/README.md shows what stands in it
        error: corpus/sources.toml:1:1: missing file
          hint: add it; corpus/README.md shows what stands in it
        error: corpus/vocabularies/causes.toml:1:1: missing file
          hint: add it; corpus/README.md shows what stands in it
        error: corpus/vocabularies/conditions.toml:1:1: missing file
          hint: add it; corpus/README.md shows what stands in it
        error: corpus/vocabularies/content-notes.toml:1:1: missing file
          hint: add it; corpus/README.md shows what stands in it
        error: corpus/vocabularies/countries.toml:1:1: missing file
          hint: add it; corpus/README.md shows what stands in it
        error: corpus/vocabularies/languages.toml:1:1: missing file
          hint: add it; corpus/README.md shows what stands in it
        error: corpus/vocabularies/outcomes.toml:1:1: missing file
          hint: add it; corpus/README.md shows what stands in it
        error: corpus/vocabularies/periods.toml:1:1: missing file
          hint: add it; corpus/README.md shows what stands in it
        error: corpus/vocabularies/places.toml:1:1: missing file
          hint: add it; corpus/README.md shows what stands in it
        error: corpus/vocabularies/relation-kinds.toml:1:1: missing file
          hint: add it; corpus/README.md shows what stands in it
        error: corpus/vocabularies/roles.toml:1:1: missing file
          hint: add it; corpus/README.md shows what stands in it
        error: corpus/vocabularies/themes.toml:1:1: missing file
          hint: add it; corpus/README.md shows what stands in it
    "#]]
    .assert_eq(&said(&desenlace_compile::Files::new("corpus")));
}

#[test]
fn a_folder_that_is_no_id() {
    let mut files = minimal();
    for path in minimal().paths().filter(|path| path.starts_with("films/the-road/")) {
        let bytes = files.remove(path).unwrap();
        files.insert(&path.replace("the-road", "The Road"), bytes);
    }
    files.insert("parallels.toml", "");
    expect![[r#"
        error: minimal/films/The Road/film.toml:1:1: “The Road” is no id: ids are lower-case words joined by hyphens
          hint: for example “the-road”
    "#]].assert_eq(&said(&files));
}

#[test]
fn a_byte_that_is_no_utf_8_in_toml() {
    let latin = |bytes: &[u8]| {
        String::from_utf8_lossy(bytes)
            .replace("cárcel", "c\u{1}rcel")
            .bytes()
            .map(|byte| if byte == 1 { 0xE1 } else { byte })
            .collect()
    };
    rewritten(
        "vocabularies/themes.toml",
        latin,
        expect![[r#"
        error: minimal/vocabularies/themes.toml:10:13: the file is not in UTF-8
          hint: save it as UTF-8
    "#]],
    );
}

#[test]
fn a_byte_that_is_no_utf_8_in_a_story() {
    let cut = |bytes: &[u8]| [&bytes[..40], b"\xC3", &bytes[40..]].concat();
    rewritten(
        "films/the-well/story.es.md",
        cut,
        expect![[r#"
        error: minimal/films/the-well/story.es.md:5:9: the file is not in UTF-8
          hint: save it as UTF-8
    "#]],
    );
}

#[test]
fn utf_16() {
    let wide =
        |bytes: &[u8]| [0xFF, 0xFE].into_iter().chain(bytes.iter().flat_map(|byte| [*byte, 0])).collect();
    rewritten(
        "films/the-well/fates.toml",
        wide,
        expect![[r#"
        error: minimal/films/the-well/fates.toml:1:1: the file is in UTF-16
          hint: save it as UTF-8
    "#]],
    );
}

#[test]
fn a_byte_order_mark_in_toml() {
    rewritten(
        "films/the-well/fates.toml",
        |bytes| [b"\xEF\xBB\xBF", bytes].concat(),
        expect![[r#"
        error: minimal/films/the-well/fates.toml:1:1: the file begins with a byte order mark
          hint: save it as UTF-8 without it (“UTF-8”, not “UTF-8 with BOM”)
    "#]],
    );
}

#[test]
fn a_byte_order_mark_in_a_story() {
    rewritten(
        "films/the-well/story.en.md",
        |bytes| [b"\xEF\xBB\xBF", bytes].concat(),
        expect![[r#"
        error: minimal/films/the-well/story.en.md:1:1: the file begins with a byte order mark
          hint: save it as UTF-8 without it (“UTF-8”, not “UTF-8 with BOM”)
    "#]],
    );
}

#[test]
fn line_ends_of_windows_are_no_mistake() {
    let windows = |bytes: &[u8]| String::from_utf8_lossy(bytes).replace('\n', "\r\n").into_bytes();
    for path in ["films/the-well/fates.toml", "films/the-well/story.en.md"] {
        rewritten(path, windows, expect![[r#""#]]);
    }
}

#[test]
fn columns_are_counted_in_characters() {
    check(
        "vocabularies/themes.toml",
        "name.es = \"cárcel\"",
        "\"ñandú\" = 1 # no field",
        expect![[r#"
        error: minimal/vocabularies/themes.toml:9:1: “name” is missing in “es”
          hint: add name.es = "…"
        error: minimal/vocabularies/themes.toml:10:1: unknown field “ñandú”
          hint: one of: broader, name, synonyms, definition
    "#]],
    );
}
