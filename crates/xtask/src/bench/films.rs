//! The films that are measured with: read from a file or made up, cut to a size, and written for each side in its own
//! form. It does not know the engines.

use std::fs;
use std::path::Path;

use desenlace_compile::{NamedFile, compile_table};
use desenlace_core::pack;
use serde::Deserialize;
use serde_json::{Value, json};

use super::made_up;
use crate::error::Error;

/// A film as the file has it, a JSON object in each line; what else a line says is left aside.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Film {
    pub(super) title: String,
    pub(super) year: u16,
    #[serde(default)]
    pub(super) cast: Vec<String>,
    #[serde(default)]
    pub(super) genres: Vec<String>,
    #[serde(default)]
    pub(super) plot: String,
}

impl Film {
    /// What films are filtered by: genres and decade. A corpus from a table has the one facet *theme*, so they share it.
    fn values(&self) -> Vec<String> {
        self.genres.iter().cloned().chain([format!("{}s", self.year / 10 * 10)]).collect()
    }

    /// Bytes of everything that is searched.
    pub(super) fn text(&self) -> usize {
        self.title.len() + self.plot.len() + self.cast.iter().map(String::len).sum::<usize>()
    }
}

/// The films of a file, or made-up ones where there is none.
///
/// # Errors
/// [`Error::Io`] if the file cannot be read, [`Error::Usage`] if it is something else.
pub(super) fn all(file: Option<&Path>, most: usize) -> Result<Vec<Film>, Error> {
    let Some(path) = file else { return Ok(made_up::films(most)) };
    let text = fs::read(path).map_err(Error::io(format!("read {}", path.display())))?;
    let text = String::from_utf8(text).map_err(|_| {
        let path = path.display();
        Error::Usage(format!(
            "{path} is no text; if it is compressed, unpack it first, as with `unxz --keep {path}`"
        ))
    })?;
    let read = |(at, line): (usize, &str)| {
        serde_json::from_str(line).map_err(|error| {
            let needed = "each line is an object with title, year, cast, genres and plot";
            Error::Usage(format!("{}:{}: {error}; {needed}", path.display(), at + 1))
        })
    };
    text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()).map(read).collect()
}

/// So many of some films, from all over the list; all of them if there are not as many.
pub(super) fn spread(films: &[Film], size: usize) -> Vec<&Film> {
    let size = size.min(films.len());
    (0..size).filter_map(|at| films.get(at * films.len() / size)).collect()
}

/// The films for the JavaScript libraries.
pub(super) fn as_json(films: &[&Film]) -> Value {
    let film = |film: &&Film| json!({ "title": film.title, "plot": film.plot, "cast": film.cast, "values": film.values() });
    films.iter().map(film).collect()
}

/// The films as a pack, the way that any table takes. `people` says what becomes of them: `cast` or `characters`.
///
/// # Errors
/// [`Error::Corpus`] if a film is no row of a table.
pub(super) fn as_pack(films: &[&Film], people: &str) -> Result<Vec<u8>, Error> {
    let mapping = format!(
        "format = \"json-lines\"\nlanguage = \"en\"\npeople = \"{people}\"\n[columns]\nid = \"id\"\ntitle = \"title\"\n\
         year = \"year\"\ntext = \"plot\"\nthemes = \"values\"\npeople = \"cast\"\n"
    );
    let mut table = String::new();
    for (at, film) in films.iter().enumerate() {
        let row = json!({
            "id": format!("film-{at}"), "title": film.title, "year": film.year, "plot": film.plot,
            "values": film.values(), "cast": film.cast,
        });
        table += &row.to_string();
        table.push('\n');
    }
    let mapping = NamedFile { path: "mapping.toml", bytes: mapping.as_bytes() };
    let compiled = compile_table(mapping, NamedFile { path: "films.jsonl", bytes: table.as_bytes() });
    let pack = compiled.pack().ok_or_else(|| {
        compiled.diagnostics.iter().for_each(|diagnostic| eprintln!("{diagnostic}"));
        Error::Corpus { errors: compiled.diagnostics.len() }
    })?;
    // As for the page's own pack, this is done when it is made, and not measured.
    pack::verify(&pack).map_err(|error| Error::io("verify the pack")(std::io::Error::other(error)))?;
    Ok(pack)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_size_takes_films_from_all_over_the_list() {
        let films = made_up::films(10);
        let titles = |size| spread(&films, size).iter().map(|film| film.title.clone()).collect::<Vec<_>>();
        assert_eq!(titles(2), [films[0].title.clone(), films[5].title.clone()]);
        assert_eq!(titles(99).len(), 10);
    }

    #[test]
    fn made_up_films_become_a_pack() {
        let films = made_up::films(20);
        let pack = as_pack(&spread(&films, 20), "cast").unwrap();
        assert!(pack.starts_with(b"DESENLAC"));
    }

    #[test]
    fn a_compressed_file_is_refused_with_a_way_out() {
        let path = std::env::temp_dir().join(format!("xtask-films-{}.xz", std::process::id()));
        fs::write(&path, [0xfd, b'7', b'z', 0xff]).unwrap();
        assert!(all(Some(&path), 1).unwrap_err().to_string().contains("unxz --keep"));
        fs::write(&path, "{\"title\": \"A\", \"year\": 1950}\n\n{\"title\": 1}\n").unwrap();
        assert!(all(Some(&path), 1).unwrap_err().to_string().contains(":3: "));
        fs::remove_file(path).unwrap();
    }
}
