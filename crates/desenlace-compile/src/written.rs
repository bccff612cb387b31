//! The corpus as it is written: every file read and decoded, nothing resolved yet. It knows which files a
//! corpus consists of.

use crate::decode::{Loaded, Ref, document, kind};
use crate::files::Files;
use crate::records::characters::Characters;
use crate::records::content_notes::ContentNotes;
use crate::records::events::Events;
use crate::records::fates::Fates;
use crate::records::film::Film;
use crate::records::parallels::Parallels;
use crate::records::passages::Passages;
use crate::records::relations::Relations;
use crate::records::sources::Sources;
use crate::records::themes::Themes;
use crate::records::vocabulary::{self, Terms};
use crate::report::Report;
use crate::story::{Story, story};
use desenlace_core::model::{Language, Vocabulary};
use std::collections::BTreeSet;

/// The corpus as it is written.
pub(crate) struct Written {
    /// The films, by year.
    pub(crate) films: Vec<WrittenFilm>,
    /// The vocabularies, each at its position.
    pub(crate) vocabularies: [Loaded<Terms>; Vocabulary::COUNT],
    /// The bibliography.
    pub(crate) sources: Loaded<Sources>,
    /// Curated links between films.
    pub(crate) parallels: Loaded<Parallels>,
}

/// A film as it is written.
pub(crate) struct WrittenFilm {
    /// The name of its folder.
    pub(crate) id: Ref<kind::Film>,
    /// Its facts.
    pub(crate) film: Loaded<Film>,
    /// Its passages.
    pub(crate) passages: Loaded<Passages>,
    /// Its story in each language.
    pub(crate) stories: [Story; Language::COUNT],
    /// Its people and groups.
    pub(crate) characters: Loaded<Characters>,
    /// What they are to each other.
    pub(crate) relations: Loaded<Relations>,
    /// What happens.
    pub(crate) events: Loaded<Events>,
    /// What becomes of them.
    pub(crate) fates: Loaded<Fates>,
    /// What it is about.
    pub(crate) themes: Loaded<Themes>,
    /// What a visitor may want to be warned of.
    pub(crate) content_notes: Loaded<ContentNotes>,
}

impl WrittenFilm {
    /// The id; a folder always has a name.
    pub(crate) fn id(&self) -> &str {
        self.id.id().unwrap_or_default()
    }
}

/// The bibliography.
pub(crate) const SOURCES: &str = "sources.toml";

/// Curated links between films.
pub(crate) const PARALLELS: &str = "parallels.toml";

/// The files of every film but for its stories.
pub(crate) const FILM_FILES: [&str; 8] = [
    "film.toml",
    "passages.toml",
    "characters.toml",
    "relations.toml",
    "events.toml",
    "fates.toml",
    "themes.toml",
    "content-notes.toml",
];

/// The name of a story's file.
pub(crate) fn story_file(language: Language) -> String {
    format!("story.{}.md", language.tag())
}

/// Reads all files of a corpus.
pub(crate) fn read(files: &Files, report: &mut Report) -> Written {
    let vocabularies = Vocabulary::ALL.map(|each| vocabulary::load(each, files, report));
    let sources = document(SOURCES, files, report);
    let parallels = document(PARALLELS, files, report);
    let folders: BTreeSet<&str> = files
        .paths()
        .filter_map(|path| path.strip_prefix("films/")?.split_once('/').map(|(folder, _)| folder))
        .collect();
    if folders.is_empty() {
        let spot = report.file("films");
        report.error(spot, "there is no film", "add one; corpus/README.md says how");
    }
    let mut films: Vec<_> = folders.into_iter().map(|folder| read_film(folder, files, report)).collect();
    films.sort_by(|one, other| (one.film.value.year, one.id()).cmp(&(other.film.value.year, other.id())));
    Written { films, vocabularies, sources, parallels }
}

fn read_film(folder: &str, files: &Files, report: &mut Report) -> WrittenFilm {
    let [film, passages, characters, relations, events, fates, themes, content_notes] =
        FILM_FILES.map(|name| format!("films/{folder}/{name}"));
    WrittenFilm {
        id: Ref::new(folder, report.file(&film)),
        film: document(&film, files, report),
        passages: document(&passages, files, report),
        stories: Language::ALL
            .map(|language| story(&format!("films/{folder}/{}", story_file(language)), files, report)),
        characters: document(&characters, files, report),
        relations: document(&relations, files, report),
        events: document(&events, files, report),
        fates: document(&fates, files, report),
        themes: document(&themes, files, report),
        content_notes: document(&content_notes, files, report),
    }
}
