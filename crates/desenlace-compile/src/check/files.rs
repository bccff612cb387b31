//! Files that nothing reads: mostly a name mistyped, or a story in a language that there is not.

use crate::files::Files;
use crate::nearest::{nearest, suggestion};
use crate::records::vocabulary;
use crate::report::Report;
use crate::written::{FILM_FILES, PARALLELS, SOURCES, story_file};
use desenlace_core::model::{Language, Vocabulary};

/// Reports files that nothing reads. What is not written in TOML or CommonMark is nobody's mistake.
pub(super) fn nothing_unread(files: &Files, report: &mut Report) {
    for path in files.paths().filter(|path| path.ends_with(".toml") || path.ends_with(".md")) {
        let known = known(path);
        if known.is_empty() || known.iter().any(|known| known == path) {
            continue;
        }
        let spot = report.file(path);
        let name = path.rsplit('/').next().unwrap_or(path);
        let tag = name.strip_prefix("story.").and_then(|rest| rest.strip_suffix(".md"));
        if let Some(tag) = tag {
            let tags = Language::ALL.map(Language::tag);
            report.error(spot, format!("unknown language “{tag}”"), suggestion(tag, tags, ""));
        } else {
            let hint = match nearest(name, known.iter().filter_map(|known| missing(known, files))) {
                Some(meant) => format!("did you mean “{meant}”?"),
                None => "corpus/README.md lists the files that there are".to_owned(),
            };
            report.error(spot, "nothing reads this file", hint);
        }
    }
}

/// The name of a file that there is not.
fn missing<'a>(path: &'a str, files: &Files) -> Option<&'a str> {
    files.get(path).is_none().then(|| path.rsplit('/').next()).flatten()
}

/// The files that are read in the folder of a path; none where the folder may hold anything.
fn known(path: &str) -> Vec<String> {
    let parts: Vec<&str> = path.split('/').collect();
    match parts[..] {
        ["README.md"] => Vec::new(),
        [_] => vec![PARALLELS.to_owned(), SOURCES.to_owned()],
        ["vocabularies", ..] => Vocabulary::ALL.map(vocabulary::path).to_vec(),
        ["films", film, ..] => {
            let stories = Language::ALL.map(story_file);
            let names = FILM_FILES.into_iter().chain(stories.iter().map(String::as_str));
            names.map(|name| format!("films/{film}/{name}")).collect()
        }
        _ => Vec::new(),
    }
}
