//! `cargo xtask bench`: what the core costs, natively and in a browser beside JavaScript libraries that are asked for the
//! same, how the page bears very many films, and how soon it
//! is seen. This module knows the order of the steps; the others know a step each.

mod bundle;
mod engines;
mod figures;
mod films;
mod made_up;
mod measure;
mod memory;
mod native;
mod page;
mod paint;
mod queries;
mod random;
mod report;
mod webdriver;

use std::fs;
use std::path::Path;

use crate::args::Bench;
use crate::browser::{self, Engine};
use crate::dist::work_folder;
use crate::error::Error;
use crate::install::lock;
use crate::run::{ask, say};
use crate::tools;

const NATIVE: &str = "native";
const PEERS: &str = "peers";
const PAGE: &str = "page";
const PAINT: &str = "paint";
/// What can be measured alone.
pub(crate) const PARTS: [&str; 4] = [NATIVE, PEERS, PAGE, PAINT];

/// Measures, prints the tables, and writes them into docs/performance.md if asked to.
///
/// # Errors
/// What a step says; bounds that are not held are in the tables and no error.
pub(crate) fn bench(root: &Path, options: &Bench) -> Result<(), Error> {
    let wanted = |part: &str| options.only.as_ref().is_none_or(|only| only == part);
    let folder = work_folder(root)?.join("bench");
    fs::create_dir_all(&folder).map_err(Error::io(format!("make the folder {}", folder.display())))?;
    let _lock = lock(&folder.join("bench.lock"), "another `cargo xtask bench` runs in this checkout")?;
    let most = options.sizes.last().copied().unwrap_or_default();
    let films = films::all(options.films.as_deref(), most)?;
    let mut text = report::heading(&date(), &machine(), options.films.is_none());
    if wanted(PEERS) {
        let toolbox = tools::make_sure(root, tools::TO_BENCH)?;
        let browser = browser::make_sure(Engine::Chromium)?;
        say("Building the core and bundling the libraries …");
        let site = bundle::bundle(root, &toolbox, &folder)?;
        let sizes = measure::all(&site, &browser, &films, options)?;
        text += &report::peers(&sizes, browser.describe(), &site.versions);
    }
    if wanted(PAGE) {
        let toolbox = tools::make_sure(root, tools::TO_BUNDLE)?;
        text += &page::run(root, &toolbox, &films::spread(&films, most), &folder)?;
    }
    if wanted(PAINT) {
        text += &paint::run(root, &folder)?;
    }
    if wanted(NATIVE) {
        text += &report::native(&native::run(root, &films::spread(&films, most), &folder)?);
    }
    say(&format!("\n{text}"));
    if options.write { report::write(&root.join("docs").join("performance.md"), &text) } else { Ok(()) }
}

/// The day, as far as this machine says.
fn date() -> String {
    ask("date", &["+%Y-%m-%d"]).unwrap_or_else(|| "no date".into())
}

/// The processor and how many of it there are, as far as this machine says.
fn machine() -> String {
    let processors = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let about = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let named = about.lines().find_map(|line| line.strip_prefix("model name")?.split_once(": "));
    let name = named.map_or(std::env::consts::ARCH, |(_, name)| name.trim());
    format!("{processors} × {name}, {}", std::env::consts::OS)
}
