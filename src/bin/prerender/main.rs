//! Writes a page for every address into a directory that Trunk has built: the same components as in the
//! browser, rendered natively, inside the built `index.html`; and beside the pages what search engines, previews
//! and devices ask for. It runs after Trunk, because minifying would strip the marks by which the running page
//! finds its way.
//!
//! ```sh
//! cargo run --features prerender --bin prerender -- --dist dist --site-url https://example.org/
//! ```

mod beside;
mod outside;
mod pictures;
mod structured;
mod template;

use desenlace::corpus::corpus;
use desenlace::view::View;
use desenlace_core::model::Language;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fmt, fs, io};
use template::Template;

fn main() -> ExitCode {
    match prerender(env::args_os().skip(1).collect()) {
        Ok(pages) => {
            println!("{pages} pages written");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Why the pages were not written.
enum Error {
    Usage,
    Corpus(desenlace_core::pack::PackError),
    Template(&'static str),
    Words(String),
    Picture(String),
    File(PathBuf, io::Error),
}

impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Usage => formatter.write_str(
                "usage: prerender --dist DIRECTORY [--site-url ADDRESS] (a directory that `cargo xtask dist` fills)",
            ),
            Self::Corpus(error) => write!(formatter, "{error}"),
            Self::Template(missing) => {
                write!(
                    formatter,
                    "the built index.html lacks {missing}; build with this repository's index.html"
                )
            }
            Self::Words(reason) => write!(formatter, "locales/outside.toml: {reason}"),
            Self::Picture(reason) => write!(formatter, "a picture cannot be drawn: {reason}"),
            Self::File(path, error) => write!(formatter, "{}: {error}", path.display()),
        }
    }
}

/// What was asked for.
struct Options {
    dist: PathBuf,
    /// Where the site will be, with a slash at its end, if that is known.
    site_url: Option<String>,
}

impl Options {
    fn read(arguments: Vec<OsString>) -> Result<Self, Error> {
        let (mut dist, mut site_url) = (None, None);
        for pair in arguments.chunks(2) {
            match pair {
                [flag, value] if flag == "--dist" => dist = Some(PathBuf::from(value)),
                [flag, value] if flag == "--site-url" => site_url = value.to_str().map(str::to_owned),
                _ => return Err(Error::Usage),
            }
        }
        Ok(Self { dist: dist.ok_or(Error::Usage)?, site_url })
    }
}

/// Writes all pages, and says how many.
fn prerender(arguments: Vec<OsString>) -> Result<usize, Error> {
    let Options { dist, site_url } = Options::read(arguments)?;
    let corpus = corpus().map_err(Error::Corpus)?;
    let index = dist.join("index.html");
    let html = fs::read_to_string(&index).map_err(|error| Error::File(index.clone(), error))?;
    let template = Template::new(&html, corpus, site_url.as_deref())?;

    let views = View::all(corpus);
    for view in &views {
        let address = view.address(corpus);
        write(&dist.join(&address).join("index.html"), template.page(view, &address)?.as_bytes())?;
    }
    // What is left of an address that was cut short leads to the first gallery too.
    let languages = Language::ALL.map(|language| format!("{}/", language.tag()));
    let short: Vec<String> = [String::new()].into_iter().chain(languages).collect();
    for address in &short {
        let (home, _) = View::at(corpus, address);
        write(&dist.join(address).join("index.html"), template.page(&home, address)?.as_bytes())?;
    }
    write(&dist.join("404.html"), template.lost()?.as_bytes())?;
    for (name, bytes) in
        beside::files(corpus, site_url.as_deref())?.into_iter().chain(pictures::files(corpus)?)
    {
        write(&dist.join(name), &bytes)?;
    }
    Ok(views.len() + short.len())
}

/// Writes a file with all folders above it.
fn write(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    let result = path.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| fs::write(path, bytes));
    result.map_err(|error| Error::File(path.to_owned(), error))
}
