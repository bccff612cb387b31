//! The open data, and the schemas: of the data, and of the files that editors write.
//!
//! The schemas for editors are committed, so that an editor's tools find them without building anything:
//! renew them with `UPDATE_SCHEMAS=1 cargo test -p desenlace-compile --test open_data`.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use desenlace_compile::{compile, editor_schemas, open_data, open_data_schema, read_directory};
use serde_json::{Value, json};
use std::path::PathBuf;
use std::{env, fs};

/// The open data of the corpus in a directory of this package.
fn data(directory: &str) -> Value {
    let directory = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(directory);
    open_data(&compile(&read_directory(&directory).unwrap()).corpus.unwrap())
}

fn minimal() -> Value {
    data("tests/fixtures/minimal")
}

/// What is wrong with some data.
fn mistakes(schema: &Value, data: &Value) -> Vec<String> {
    let validator = jsonschema::draft202012::new(schema).unwrap();
    validator.iter_errors(data).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

#[test]
fn the_data_are_as_their_schema_says() {
    assert_eq!(mistakes(&open_data_schema(), &minimal()), [""; 0]);
    assert_eq!(mistakes(&open_data_schema(), &data("../../corpus")), [""; 0]);
}

#[test]
fn the_schema_refuses_what_is_not_so() {
    let schema = open_data_schema();
    for (path, value) in [
        ("/films/0/year", json!("1999")),
        ("/films/0/title", json!(null)),
        ("/fates/0/certainty", json!("perhaps")),
        ("/passages/0/texts/en", json!("no marks")),
        ("/passages/0/title", json!({ "en": "only English" })),
        ("/vocabularies/themes/0/shoe-size", json!(38)),
    ] {
        let mut data = minimal();
        let (parent, key) = path.rsplit_once('/').unwrap();
        data.pointer_mut(parent).unwrap()[key] = value;
        assert_ne!(mistakes(&schema, &data), [""; 0], "{path}");
    }
}

#[test]
fn things_refer_to_each_other_by_ids() {
    let data = minimal();
    for (path, expected) in [
        ("/$schema", json!("corpus.schema.json")),
        ("/films/1/id", json!("the-well")),
        (
            "/films/1/themes/1",
            json!({
                "theme": "escape",
                "weight": "absent",
                "motivation": { "en": "Nobody gets away.", "es": "Nobody gets away.", "pt": "Nobody gets away." },
                "passages": [],
            }),
        ),
        ("/passages/1/id", json!("the-well/digging")),
        ("/passages/1/sentences", json!(["W-S1", "W-S2"])),
        ("/fates/1/character", json!("anna")),
        ("/fates/1/outcome", json!("killed")),
        ("/fates/1/passages", json!(["the-well/the-shot"])),
        ("/events/1/after", json!(["the-well/the-digging"])),
        (
            "/relations/2",
            json!({
                "from": "the-pair",
                "kind": "mistakes",
                "to": "bruno",
                "third": "anna",
                "certainty": "stated",
                "passages": ["the-well/the-shot"],
            }),
        ),
        ("/parallels/0/sides/1/film", json!("the-road")),
        ("/vocabularies/themes/1/broader", json!("confinement")),
    ] {
        assert_eq!(data.pointer(path), Some(&expected), "{path}");
    }
}

#[test]
fn marks_count_characters() {
    let data = minimal();
    let spanish = data.pointer("/passages/2/texts/es").unwrap();
    let text: Vec<char> = spanish["text"].as_str().unwrap().chars().collect();
    let mark = |index: usize| {
        let mark = &spanish["marks"][index];
        let range = mark["start"].as_u64().unwrap() as usize..mark["end"].as_u64().unwrap() as usize;
        text[range].iter().collect::<String>()
    };
    assert_eq!([mark(0), mark(1)], ["Bruno", "Anna"]);
}

#[test]
fn the_committed_schemas_for_editors_are_fresh() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../corpus/schemas");
    let update = env::var_os("UPDATE_SCHEMAS").is_some();
    for (name, text) in editor_schemas() {
        let path = folder.join(&name);
        if update {
            fs::create_dir_all(&folder).unwrap();
            fs::write(&path, &text).unwrap();
        }
        assert!(
            fs::read_to_string(&path).is_ok_and(|committed| committed == text),
            "corpus/schemas/{name} is not what the records say; renew it with\n  \
             UPDATE_SCHEMAS=1 cargo test -p desenlace-compile --test open_data"
        );
    }
}

/// The name of the schema for a file of a corpus.
fn schema_of(path: &str) -> String {
    let name = path.rsplit('/').next().unwrap().trim_end_matches(".toml");
    let kind = match (path.starts_with("vocabularies/"), name) {
        (true, "outcomes" | "conditions") => "marked-vocabulary",
        (true, "places" | "relation-kinds") => name,
        (true, _) => "vocabulary",
        (false, _) => name,
    };
    format!("{kind}.schema.json")
}

/// Checks every TOML file of a corpus with an independent judge. TOML is read as JSON would be.
fn check_files(root: &str) {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(root);
    let schemas = editor_schemas();
    let files = read_directory(&root).unwrap();
    for path in files.paths().filter(|path| path.ends_with(".toml")) {
        let name = schema_of(path);
        let (_, schema) = schemas.iter().find(|(known, _)| *known == name).unwrap();
        let text = std::str::from_utf8(files.get(path).unwrap()).unwrap();
        let data: toml::Table = text.parse().unwrap();
        let found = mistakes(&schema.parse().unwrap(), &serde_json::to_value(data).unwrap());
        assert_eq!(found, [""; 0], "{path}");
    }
}

#[test]
fn the_schemas_accept_what_the_compiler_accepts() {
    check_files("tests/fixtures/minimal");
    check_files("../../corpus");
}

#[test]
fn every_file_of_the_corpus_names_its_schema() {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../corpus");
    let files = read_directory(&root).unwrap();
    for path in files.paths().filter(|path| path.ends_with(".toml")) {
        let up = "../".repeat(path.matches('/').count());
        let expected = format!("#:schema {up}schemas/{}", schema_of(path));
        let text = std::str::from_utf8(files.get(path).unwrap()).unwrap();
        assert_eq!(text.lines().next(), Some(expected.as_str()), "the first line of corpus/{path}");
    }
}

#[test]
fn the_schemas_refuse_what_the_compiler_refuses() {
    let schemas = editor_schemas();
    let schema = |name: &str| -> Value {
        let name = format!("{name}.schema.json");
        schemas.iter().find(|(known, _)| *known == name).unwrap().1.parse().unwrap()
    };
    for (name, toml) in [
        ("events", "[a-shot]\nkey = 1"),
        ("relations", "[[relation]]\nfrom = 'a'\nkind = 'b'\nto = 'c'\npassages = []"),
        ("sources", "[F1]\ndescription.en = 'only English'"),
        ("vocabulary", "[prison]\nname = 'prison'\ndefinition = 'prison'\nmark = 'knot'"),
        ("passages", "[[passage]]\nid = 'Not An Id'\nsentences = ['A-S1']"),
        ("themes", "[prison]\nweight = 'huge'\nmotivation = 'because'"),
    ] {
        let data = serde_json::to_value(toml.parse::<toml::Table>().unwrap()).unwrap();
        assert_ne!(mistakes(&schema(name), &data), [""; 0], "{name}");
    }
}
