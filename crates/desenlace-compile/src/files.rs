//! The files of a corpus, in memory. Everything else works on these, so that tests need no disk; only
//! [`read_directory`] touches one. It does not know what is in the files.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{fmt, fs, io};

/// The files of a corpus, by their path inside it, with `/` between folders: `films/la-fuga/film.toml`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Files {
    root: String,
    files: BTreeMap<String, Vec<u8>>,
}

impl Files {
    /// No files yet. `root` stands in front of every path that an editor is shown.
    #[must_use]
    pub fn new(root: &str) -> Self {
        Self { root: root.to_owned(), files: BTreeMap::new() }
    }

    /// Adds a file, or replaces it.
    pub fn insert(&mut self, path: &str, bytes: impl Into<Vec<u8>>) {
        self.files.insert(path.to_owned(), bytes.into());
    }

    /// Takes a file away, giving its bytes back.
    pub fn remove(&mut self, path: &str) -> Option<Vec<u8>> {
        self.files.remove(path)
    }

    /// The bytes of a file.
    #[must_use]
    pub fn get(&self, path: &str) -> Option<&[u8]> {
        self.files.get(path).map(Vec::as_slice)
    }

    /// The paths, ascending.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str)
    }

    /// A path as an editor would open it.
    #[must_use]
    pub fn shown(&self, path: &str) -> String {
        if self.root.is_empty() { path.to_owned() } else { format!("{}/{path}", self.root) }
    }
}

/// Reads all files of a directory and the directories in it, but for hidden ones and editors' backups (`…~`).
/// Paths are shown with the directory's own name in front: `corpus/films/…`.
///
/// # Errors
///
/// Whatever keeps a file or a directory from being read, with its path.
pub fn read_directory(root: &Path) -> Result<Files, ReadError> {
    let name = root.file_name().map(|name| name.to_string_lossy().into_owned());
    let mut files = Files::new(name.as_deref().unwrap_or("corpus"));
    read_into(&mut files, root, "")?;
    Ok(files)
}

/// A file or a directory that could not be read.
#[derive(Debug)]
pub struct ReadError {
    /// Which one.
    pub path: PathBuf,
    /// Why.
    pub error: io::Error,
}

impl fmt::Display for ReadError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} cannot be read: {}", self.path.display(), self.error)
    }
}

impl std::error::Error for ReadError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.error)
    }
}

fn read_into(files: &mut Files, directory: &Path, prefix: &str) -> Result<(), ReadError> {
    let failed = |path: &Path| {
        let path = path.to_owned();
        move |error| ReadError { path, error }
    };
    for entry in fs::read_dir(directory).map_err(failed(directory))? {
        let entry = entry.map_err(failed(directory))?;
        let path = entry.path();
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with('.') || name.ends_with('~') {
            continue;
        }
        // The entry's own type: a link to a directory is not followed, so the walk comes to an end.
        if entry.file_type().map_err(failed(&path))?.is_dir() {
            read_into(files, &path, &format!("{prefix}{name}/"))?;
        } else if path.is_file() {
            files.insert(&format!("{prefix}{name}"), fs::read(&path).map_err(failed(&path))?);
        }
    }
    Ok(())
}
