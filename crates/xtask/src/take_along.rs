//! The whole explorer as one file that opens from a disk: program, corpus, styles and fonts stand in it. It
//! does not know what they do.

use std::path::Path;

use desenlace_core::model::Language;

use crate::bundle::smaller::smaller_js;
use crate::bundle::{ASSETS, Bundle, read, read_text, write};
use crate::digest::{base64, source};
use crate::error::Error;
use crate::policy;
use crate::words::Words;

/// The name of the file, beside the pages.
pub(crate) const NAME: &str = "desenlace.html";

/// Writes the file into the folder of a finished bundle.
///
/// # Errors
/// [`Error::Io`] if a file cannot be read or written.
pub(crate) fn write_file(root: &Path, folder: &Path, bundle: &Bundle, words: &Words) -> Result<(), Error> {
    let style = with_fonts(&folder.join(ASSETS), &read_text(&folder.join(&bundle.style.address))?)?;
    let preferences = read_text(&folder.join(&bundle.preferences.address))?;
    let watch = read_text(&folder.join(&bundle.watch.address))?;
    let start = smaller_js(&read_text(&root.join("scripts").join("take-along.js"))?);
    let program = [bundle.glue.as_str(), &start].concat();
    let scripts = [source(&preferences), source(&watch), source(&program)].join(" ");
    let policy = policy::element(&policy::of_one_file(&source(&style), &scripts));
    let needs = Language::ALL
        .map(|language| {
            format!("<p lang=\"{}\">{}</p>", language.tag(), words.get(language, "needs_program"))
        })
        .concat();
    let wasm = base64(&read(&folder.join(&bundle.wasm.address))?);
    // The base leaves the address of the file alone: what is shown stands behind its #.
    let html = format!(
        "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">{policy}<base href=\"#/\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <meta name=\"color-scheme\" content=\"light dark\"><title>Desenlace</title><style>{style}</style>\
         <script id=\"wasm\" type=\"text/plain\">{wasm}</script>\
         <script>{preferences}</script><script>{watch}</script><script type=\"module\">{program}</script></head>\
         <body><noscript>{needs}</noscript></body></html>\n"
    );
    write(&folder.join(NAME), html.as_bytes())
}

/// A style sheet with the fonts beside it in it.
fn with_fonts(assets: &Path, css: &str) -> Result<String, Error> {
    const URL: &str = "url(\"";
    let mut pieces = css.split(URL);
    let mut whole = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (name, rest) = piece.split_once('"').unwrap_or((piece, ""));
        let font = base64(&read(&assets.join(name))?);
        whole += &[URL, "data:font/woff2;base64,", &font, "\"", rest].concat();
    }
    Ok(whole)
}
