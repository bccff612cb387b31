//! A corpus with an attempt to inject markup in every text that the compiler takes. It does not know what becomes of it.

use desenlace_compile::{Files, compile, read_directory};
use desenlace_core::pack;
use desenlace_core::packed::Corpus;
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::LazyLock;

/// What is put behind every text. It would end a text, an attribute, an element of data and a comment, and begin
/// elements of its own.
pub(crate) const ATTEMPT: &str = r#"'"--></script></title><script>alert(1)</script><img src=x onerror=alert(1)><a href=javascript:alert(1)>&lt;"#;

/// The corpus without the attempts.
pub(crate) static HARMLESS: LazyLock<&'static Corpus> = LazyLock::new(|| opened(&files()));

/// The corpus, and the names of the fields that took the attempt; of a story, its file.
pub(crate) static HOSTILE: LazyLock<(&'static Corpus, BTreeSet<String>)> = LazyLock::new(|| {
    let mut files = files();
    let mut taken = BTreeSet::new();
    let paths: Vec<String> = files.paths().map(str::to_owned).collect();
    for path in &paths {
        let text = String::from_utf8(files.get(path).unwrap().to_vec()).unwrap();
        let (places, attempt) = match path.ends_with(".md") {
            true => (ends_of_words(&text), in_markdown(ATTEMPT)),
            false => (ends_of_strings(&text), in_toml(ATTEMPT)),
        };
        // From the end, so that the places before stay where they are.
        for place in places.into_iter().rev() {
            let before = files.get(path).unwrap().to_vec();
            let mut tried = before.clone();
            tried.splice(place..place, attempt.bytes());
            files.insert(path, tried);
            if compile(&files).corpus.is_some() {
                taken.insert(field(path, &text[..place]));
            } else {
                files.insert(path, before);
            }
        }
    }
    (opened(&files), taken)
});

/// The smallest corpus that has one of everything.
fn files() -> Files {
    let folder =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("crates/desenlace-compile/tests/fixtures/minimal");
    read_directory(&folder).unwrap()
}

fn opened(files: &Files) -> &'static Corpus {
    let bytes = compile(files).pack().unwrap();
    let place = vec![0; bytes.len() + pack::ALIGNMENT].leak();
    let start = place.as_ptr().align_offset(pack::ALIGNMENT);
    let place = &mut place[start..start + bytes.len()];
    place.copy_from_slice(&bytes);
    pack::open(place).unwrap()
}

/// Where the strings of a TOML file end. Those of the fixture have no escapes.
fn ends_of_strings(text: &str) -> Vec<usize> {
    text.match_indices('"').skip(1).step_by(2).map(|(at, _)| at).collect()
}

/// Where the words of a story end.
fn ends_of_words(text: &str) -> Vec<usize> {
    let ends = text.char_indices().zip(text.chars().skip(1));
    ends.filter(|((_, letter), next)| letter.is_alphabetic() && !next.is_alphabetic())
        .map(|((at, letter), _)| at + letter.len_utf8())
        .collect()
}

fn in_toml(text: &str) -> String {
    text.replace('\\', "\\\\").replace('"', "\\\"")
}

/// Every sign with the mark that keeps it from meaning anything.
fn in_markdown(text: &str) -> String {
    let sign =
        |letter: char| if letter.is_ascii_punctuation() { format!("\\{letter}") } else { letter.into() };
    text.chars().map(sign).collect()
}

/// What the string at the end of a text is called in its file.
fn field(path: &str, before: &str) -> String {
    if path.ends_with(".md") {
        return path.rsplit('/').next().unwrap_or_default().to_owned();
    }
    let line = before.lines().last().unwrap_or_default();
    let named =
        line.rsplit(['{', ',', '[']).find_map(|part| part.split_once(" = ")).or(line.split_once(" = "));
    let name = named.map_or("", |(name, _)| name.trim());
    name.split('.').next().unwrap_or_default().to_owned()
}
