//! Compiles the corpus into the pack that the app embeds, and the interface strings into typed constants.
//! Every mistake in either is printed with its place before the build fails. It knows nothing of Wasm.

use desenlace_compile::Severity;
use desenlace_core::model::Language;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};
use toml::{Table, Value};

fn main() -> ExitCode {
    match build() {
        Ok(()) => ExitCode::SUCCESS,
        Err(errors) => {
            for error in errors {
                println!("cargo::error={}", error.replace('\n', " "));
                eprintln!("{error}");
            }
            ExitCode::FAILURE
        }
    }
}

fn build() -> Result<(), Vec<String>> {
    let directory = |name| env::var_os(name).map(PathBuf::from).ok_or(vec![format!("{name} is not set")]);
    let (root, out) = (directory("CARGO_MANIFEST_DIR")?, directory("OUT_DIR")?);
    for path in ["build.rs", "corpus", "locales"] {
        println!("cargo::rerun-if-changed={path}");
    }
    println!("cargo::rerun-if-env-changed={PACK}");
    let pack = env::var_os(PACK).map_or_else(|| pack(&root), |path| made_before(Path::new(&path)));
    let messages = messages(&root.join("locales"));
    let write = |name: &str, bytes: &[u8]| {
        fs::write(out.join(name), bytes).map_err(|error| vec![format!("error: cannot write {name}: {error}")])
    };
    match (pack, messages) {
        (Ok(pack), Ok(messages)) => {
            write("corpus.pack", &pack)?;
            write("messages.rs", messages.as_bytes())
        }
        (pack, messages) => Err([pack.err(), messages.err()].into_iter().flatten().flatten().collect()),
    }
}

/// Names a pack that was made before, by `cargo xtask corpus table` for one; it is embedded in place of `corpus/`.
const PACK: &str = "DESENLACE_PACK";

/// A pack that was made before, if it holds together.
fn made_before(path: &Path) -> Result<Vec<u8>, Vec<String>> {
    println!("cargo::rerun-if-changed={}", path.display());
    let wrong = |why: &dyn std::fmt::Display| vec![format!("error: {}: {why}", path.display())];
    let pack = fs::read(path).map_err(|error| wrong(&error))?;
    desenlace_core::pack::verify(&pack).map_err(|error| wrong(&error))?;
    Ok(pack)
}

/// The pack of the corpus, or every error in it. Warnings are shown and do not stop.
fn pack(root: &Path) -> Result<Vec<u8>, Vec<String>> {
    let compiled = desenlace_compile::compile_directory(&root.join("corpus"))
        .map_err(|error| vec![error.to_string()])?;
    for diagnostic in
        compiled.diagnostics.iter().filter(|diagnostic| diagnostic.severity == Severity::Warning)
    {
        println!("cargo::warning={}", diagnostic.to_string().replace('\n', " "));
    }
    let pack = compiled.pack().ok_or_else(|| {
        compiled
            .diagnostics
            .iter()
            .filter(|diagnostic| diagnostic.severity == Severity::Error)
            .map(ToString::to_string)
            .collect::<Vec<_>>()
    })?;
    // The program does not follow every reference again each time it starts.
    desenlace_core::pack::verify(&pack).map_err(|error| vec![error.to_string()])?;
    Ok(pack)
}

/// A flat list of messages: section and key, and the text or its plural forms.
type Messages = BTreeMap<(String, String), Text>;

enum Text {
    Plain(String),
    Plural { one: String, other: String },
}

/// The interface strings as Rust: a struct of structs, and a constant for each language.
fn messages(locales: &Path) -> Result<String, Vec<String>> {
    let mut errors = Vec::new();
    let languages = Language::ALL.map(|language| read_locale(locales, language, &mut errors));
    let [first, others @ ..] = &languages;
    for (language, messages) in Language::ALL[1..].iter().zip(others) {
        compare(language.tag(), first, messages, &mut errors);
    }
    if errors.is_empty() { Ok(generate(&languages)) } else { Err(errors) }
}

/// Reads one locale file.
fn read_locale(locales: &Path, language: Language, errors: &mut Vec<String>) -> Messages {
    let name = format!("{}.toml", language.tag());
    let mut messages = Messages::new();
    let text = match fs::read_to_string(locales.join(&name)) {
        Ok(text) => text,
        Err(error) => {
            errors.push(format!("error: locales/{name}: {error}"));
            return messages;
        }
    };
    let table = match text.parse::<Table>() {
        Ok(table) => table,
        Err(error) => {
            let before = &text[..error.span().map_or(0, |span| span.start.min(text.len()))];
            let line = before.matches('\n').count() + 1;
            errors.push(format!("error: locales/{name}:{line}: {}", error.message()));
            return messages;
        }
    };
    for (section, entries) in table {
        for (key, value) in entries.as_table().cloned().unwrap_or_default() {
            let text = match &value {
                Value::String(text) => Some(Text::Plain(text.clone())),
                Value::Table(forms) => match (forms.get("one"), forms.get("other")) {
                    (Some(Value::String(one)), Some(Value::String(other))) => {
                        Some(Text::Plural { one: one.clone(), other: other.clone() })
                    }
                    _ => None,
                },
                _ => None,
            };
            match text {
                Some(text) => drop(messages.insert((section.clone(), key), text)),
                None => errors.push(format!(
                    "error: locales/{name}: {section}.{key} must be a text, or have the texts `one` and `other`"
                )),
            }
        }
    }
    messages
}

/// Reports keys and placeholders that a language lacks, or has beyond the first language.
fn compare(tag: &str, first: &Messages, messages: &Messages, errors: &mut Vec<String>) {
    for ((section, key), text) in first {
        match messages.get(&(section.clone(), key.clone())) {
            None => errors.push(format!("error: locales/{tag}.toml: {section}.{key} is missing")),
            Some(translation) if placeholders(translation) != placeholders(text) => errors.push(format!(
                "error: locales/{tag}.toml: {section}.{key} must have the placeholders {:?}",
                placeholders(text)
            )),
            Some(_) => {}
        }
    }
    for (section, key) in messages.keys().filter(|key| !first.contains_key(*key)) {
        errors.push(format!(
            "error: locales/{tag}.toml: {section}.{key} does not exist in the other languages"
        ));
    }
}

/// The names in braces, sorted; whether the text has plural forms counts as one.
fn placeholders(text: &Text) -> Vec<String> {
    let (text, mut names) = match text {
        Text::Plain(text) => (text, Vec::new()),
        Text::Plural { other, .. } => (other, vec!["one, other".to_owned()]),
    };
    names.extend(
        text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name.to_owned()),
    );
    names.sort();
    names
}

/// Writes the types, and one constant for each language.
fn generate(languages: &[Messages; Language::COUNT]) -> String {
    let mut sections: BTreeMap<&str, Vec<(&str, &Text)>> = BTreeMap::new();
    for ((section, key), text) in &languages[0] {
        sections.entry(section).or_default().push((key, text));
    }
    let mut code = String::from("/// The strings of the interface.\npub struct Messages {\n");
    for section in sections.keys() {
        let _ =
            writeln!(code, "    /// The section `{section}`.\n    pub {section}: {},", type_name(section));
    }
    code.push_str("}\n");
    for (section, keys) in &sections {
        let _ = writeln!(
            code,
            "/// The section `{section}` of the locale files.\npub struct {} {{",
            type_name(section)
        );
        for (key, text) in keys {
            let kind = if matches!(text, Text::Plain(_)) { "&'static str" } else { "Plural" };
            let _ = writeln!(code, "    /// `{key}`\n    pub {key}: {kind},");
        }
        code.push_str("}\n");
    }
    for (language, messages) in Language::ALL.iter().zip(languages) {
        let _ = writeln!(code, "static {}: Messages = Messages {{", language.tag().to_uppercase());
        for (section, keys) in &sections {
            let _ = writeln!(code, "    {section}: {} {{", type_name(section));
            for (key, _) in keys {
                match &messages[&((*section).to_owned(), (*key).to_owned())] {
                    Text::Plain(text) => drop(writeln!(code, "        {key}: {text:?},")),
                    Text::Plural { one, other } => {
                        let _ = writeln!(
                            code,
                            "        {key}: Plural {{ language: Language::{language:?}, one: {one:?}, other: {other:?} }},"
                        );
                    }
                }
            }
            code.push_str("    },\n");
        }
        code.push_str("};\n");
    }
    code
}

/// `gallery` → `GalleryMessages`
fn type_name(section: &str) -> String {
    let mut letters = section.chars();
    let first = letters.next().map(|letter| letter.to_ascii_uppercase());
    format!("{}{}Messages", first.map(String::from).unwrap_or_default(), letters.as_str())
}
