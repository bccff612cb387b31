//! Writes a page for every address into a directory that Trunk has built: the same components as in the
//! browser, rendered natively, inside Trunk's `index.html`. It runs after Trunk, because minifying would
//! strip the marks by which the running page finds its way.
//!
//! ```sh
//! cargo run --features prerender --bin prerender -- --dist dist
//! ```

use desenlace::app::{App, AppProps};
use desenlace::corpus::corpus;
use desenlace::head;
use desenlace::view::View;
use desenlace_core::model::Language;
use desenlace_core::packed::Corpus;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fmt, fs, io};

fn main() -> ExitCode {
    match prerender() {
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
    File(PathBuf, io::Error),
}

impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Usage => {
                formatter.write_str("usage: prerender --dist DIRECTORY (one that Trunk has built)")
            }
            Self::Corpus(error) => write!(formatter, "{error}"),
            Self::Template(missing) => {
                write!(
                    formatter,
                    "the built index.html lacks {missing}; build with this repository's index.html"
                )
            }
            Self::File(path, error) => write!(formatter, "{}: {error}", path.display()),
        }
    }
}

/// Writes all pages, and says how many.
fn prerender() -> Result<usize, Error> {
    let mut arguments = env::args_os().skip(1);
    let dist = match (arguments.next(), arguments.next(), arguments.next()) {
        (Some(flag), Some(directory), None) if flag == "--dist" => PathBuf::from(directory),
        _ => return Err(Error::Usage),
    };
    let corpus = corpus().map_err(Error::Corpus)?;
    let index = dist.join("index.html");
    let template =
        Template::new(&fs::read_to_string(&index).map_err(|error| Error::File(index.clone(), error))?)?;
    let views = View::all(corpus);
    for view in &views {
        let address = view.address(corpus);
        write(&dist.join(&address).join("index.html"), &template.page(corpus, view, &address))?;
    }
    let (home, _) = View::at(corpus, "");
    write(&index, &template.page(corpus, &home, ""))?;
    Ok(views.len() + 1)
}

/// Writes a file with all folders above it.
fn write(path: &Path, text: &str) -> Result<(), Error> {
    let result = path.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| fs::write(path, text));
    result.map_err(|error| Error::File(path.to_owned(), error))
}

/// Trunk's `index.html`, cut where something is put in: `<html`, `<base`, `<title>`, `<body>`.
struct Template {
    parts: [String; 5],
}

impl Template {
    /// Cuts the file.
    fn new(html: &str) -> Result<Self, Error> {
        let (before_html, rest) = cut_element(html, "<html", ">")?;
        let (before_base, rest) = cut_element(rest, "<base", ">")?;
        let (before_title, rest) = cut_element(rest, "<title", "</title>")?;
        let (before_body, after_body) = cut_element(rest, "<body", ">")?;
        Ok(Self {
            parts: [before_html, before_base, before_title, before_body, after_body].map(str::to_owned),
        })
    }

    /// The page of a view.
    fn page(&self, corpus: &'static Corpus, view: &View, address: &str) -> String {
        let [before_html, before_base, before_title, before_body, after_body] = &self.parts;
        let depth = address.matches('/').count();
        let base = if depth == 0 { "./".to_owned() } else { "../".repeat(depth) };
        let alternates: String = Language::ALL
            .iter()
            .map(|language| {
                let address = view.in_language(*language).address(corpus);
                format!("<link rel=\"alternate\" hreflang=\"{}\" href=\"{address}\">", language.tag())
            })
            .collect();
        let body = futures_executor::block_on(
            yew::LocalServerRenderer::<App>::with_props(AppProps { view: view.clone() }).render(),
        );
        format!(
            "{before_html}<html lang=\"{}\" data-prerendered=\"true\">{before_base}<base href=\"{base}\">\
             {before_title}<title>{}</title><meta name=\"description\" content=\"{}\">{alternates}\
             {before_body}<body>{body}{after_body}",
            view.language.tag(),
            escape(&head::title(corpus, view)),
            escape(head::description(corpus, view)),
        )
    }
}

/// What stands before an element's tag and behind it.
fn cut_element<'a>(html: &'a str, begin: &'static str, end: &str) -> Result<(&'a str, &'a str), Error> {
    let (before, rest) = html.split_once(begin).ok_or(Error::Template(begin))?;
    let (_, after) = rest.split_once(end).ok_or(Error::Template(begin))?;
    Ok((before, after))
}

/// Text that can stand in HTML, also between quotes.
fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
