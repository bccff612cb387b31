//! How soon a prerendered page is seen, beside the same page without any script: each in fresh browsers, one after the
//! other in turn, on a slow network and a slow processor. It does not know what is on the pages.

use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::time::Duration;

use serde_json::json;

use super::figures::{number, percentile, ratio};
use super::webdriver::Session;
use crate::browser::{self, Browser, Engine};
use crate::bundle::{ASSETS, read, read_text, write};
use crate::compress::write_copies;
use crate::driver::Driver;
use crate::error::Error;
use crate::install::remove;
use crate::run::say;
use crate::server;
use crate::site::Site;

/// A gallery, a film and a character.
const PAGES: [&str; 3] = ["en/films/", "en/films/la-fuga/", "es/characters/nene/"];
/// How many fresh browsers see each page each way.
const ROUNDS: usize = 9;
/// How long a page may take to be seen.
const LIMIT: Duration = Duration::from_secs(60);
/// Like Lighthouse's telephone: 150 ms there and back, 1.6 Mbit/s, a quarter of this processor.
const LATENCY: u32 = 150;
const BYTES_A_SECOND: u32 = 1_600_000 / 8;
const SLOWER: u32 = 4;

/// A page, and when it was first painted in each browser, in milliseconds.
struct Measured {
    page: &'static str,
    with: Vec<f64>,
    without: Vec<f64>,
}

/// Measures the pages of `dist/`, which must be there, and says what was measured.
///
/// # Errors
/// [`Error::Missing`] without `dist/`; what the browser and the disk say.
pub(super) fn run(root: &Path, work: &Path) -> Result<String, Error> {
    let dist = root.join("dist");
    if !dist.join(ASSETS).is_dir() {
        return Err(Error::Missing {
            what: "dist/".into(),
            advice: "write it with `cargo xtask dist`".into(),
        });
    }
    let folder = work.join("paint");
    remove(&folder)?;
    for scripts in [true, false] {
        copy(root, &dist, &folder.join(name(scripts)), scripts)?;
    }
    write_copies(&folder)?;
    let address = server::in_background(Site::new(&folder, "/"))?;
    let browser = browser::make_sure(Engine::Chromium)?;
    let driver = Driver::start(&browser)?;
    let mut measured = PAGES.map(|page| Measured { page, with: Vec::new(), without: Vec::new() });
    for round in 1..=ROUNDS {
        say(&format!("First paint, {round} of {ROUNDS} …"));
        for Measured { page, with, without } in &mut measured {
            let seen = |scripts| {
                first_paint(&driver, &browser, &format!("http://{address}/{}/{page}", name(scripts)))
            };
            with.push(seen(true)?);
            without.push(seen(false)?);
        }
    }
    Ok(report(&measured, browser.describe()))
}

/// The folder of the pages with their scripts, or without.
fn name(scripts: bool) -> &'static str {
    if scripts { "with" } else { "without" }
}

/// Copies the pages and what they need.
fn copy(root: &Path, dist: &Path, folder: &Path, scripts: bool) -> Result<(), Error> {
    let making = |path: &Path| Error::io(format!("make the folder {}", path.display()));
    let assets = folder.join(ASSETS);
    fs::create_dir_all(&assets).map_err(making(&assets))?;
    let reading = || Error::io(format!("read {}", dist.display()));
    for entry in fs::read_dir(dist.join(ASSETS)).map_err(reading())? {
        let entry = entry.map_err(reading())?;
        write(&assets.join(entry.file_name()), &read(&entry.path())?)?;
    }
    for page in PAGES {
        let place = folder.join(page);
        fs::create_dir_all(&place).map_err(making(&place))?;
        let html = read_text(&dist.join(page).join("index.html"))?;
        let html = if scripts { html } else { without_scripts(&html) };
        write(&place.join("index.html"), html.as_bytes())?;
    }
    write(&folder.join("paint.js"), &read(&root.join("benches").join("page").join("paint.js"))?)
}

/// A page without the scripts that it fetches.
fn without_scripts(html: &str) -> String {
    let mut rest = html;
    let mut kept = String::new();
    while let Some((before, script)) = rest.split_once("<script ") {
        let (script, after) = script.split_once("</script>").unwrap_or((script, ""));
        kept += before;
        if !script.contains(" src=") && !script.starts_with("src=") {
            kept += &["<script ", script, "</script>"].concat();
        }
        rest = after;
    }
    kept + rest
}

/// When a page is first painted in a fresh browser, in milliseconds.
fn first_paint(driver: &Driver, browser: &Browser, address: &str) -> Result<f64, Error> {
    let session = Session::open(driver, browser, LIMIT)?;
    session.tell("Network.enable", &json!({}))?;
    let network = json!({ "offline": false, "latency": LATENCY, "downloadThroughput": BYTES_A_SECOND,
        "uploadThroughput": BYTES_A_SECOND });
    session.tell("Network.emulateNetworkConditions", &network)?;
    session.tell("Emulation.setCPUThrottlingRate", &json!({ "rate": SLOWER }))?;
    session.go(address)?;
    session
        .call("/with/paint.js", "firstPaint", &json!(null))?
        .map_err(|why| Error::Browser(format!("{address}: {why}")))
}

/// The table, in Markdown.
fn report(measured: &[Measured], browser: &str) -> String {
    let mut text = format!(
        "### First paint, {browser}\n\nMilliseconds, the middle of {ROUNDS} fresh browsers; {LATENCY} ms there and back, \
         {BYTES_A_SECOND} bytes a second, a processor {SLOWER} times as slow. The bound is 1.1 ×.\n\n\
         | page | as it is | without scripts | ratio | held |\n| --- | --: | --: | --: | --- |\n"
    );
    for Measured { page, with, without } in measured {
        let middle = |times: &[f64]| percentile(times, 50).unwrap_or(f64::NAN);
        let (with, without) = (middle(with), middle(without));
        let held = if with <= without * 1.1 { "yes" } else { "**no**" };
        let row = [number(with), number(without), ratio(with, without), held.to_owned()].join(" | ");
        writeln!(text, "| `{page}` | {row} |").ok(); // writing to a string does not fail
    }
    text.push('\n');
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_scripts_that_are_fetched_are_left_out() {
        let data = "<script type=\"application/ld+json\">{}</script>";
        let page = format!(
            "<head>{data}<script defer src=\"a.js\"></script>\n<script src=\"b.js\"></script></head>"
        );
        assert_eq!(without_scripts(&page), format!("<head>{data}\n</head>"));
    }

    #[test]
    fn the_middle_counts() {
        let one =
            Measured { page: "en/", with: vec![900.0, 1100.0, 1000.0], without: vec![980.0, 1000.0, 990.0] };
        let other = Measured { page: "es/", with: vec![1100.0], without: vec![990.0] };
        let text = report(&[one, other], "Chromium 156");
        assert!(text.contains("| `en/` | 1,000 | 990 | 1.01 × | yes |\n"), "{text}");
        assert!(text.contains("| `es/` | 1,100 | 990 | 1.11 × | **no** |\n"), "{text}");
    }
}
