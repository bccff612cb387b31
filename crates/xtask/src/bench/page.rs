//! The real page with very many films: how long it takes to open, and how it bears being used without a rest. It does not
//! know what is done with the page; that stands in `benches/page/load.js`.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::thread;
use std::time::Duration;

use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::figures::{megabytes, number, percentile, thousands};
use super::films::{self, Film};
use super::memory;
use super::webdriver::Session;
use crate::browser::{self, Engine};
use crate::driver::Driver;
use crate::error::Error;
use crate::install::remove;
use crate::run::say;
use crate::tools::Toolbox;
use crate::words::Words;
use crate::{bundle, dist, server, site};

/// WebKitGTK was not done in the time that both of these take, so it is left out.
const ENGINES: [Engine; 2] = [Engine::Chromium, Engine::Firefox];
/// How many deeds warm the page up before its memory is taken for the first time, and how many follow.
const WARMING: usize = 200;
const DEEDS: usize = 1000;
/// How long any script may take.
const LIMIT: Duration = Duration::from_secs(600);
/// How long a page rests before its memory is taken, so that what is no longer needed is gone.
const REST: Duration = Duration::from_secs(10);
/// What keeps a press waiting: longer than this, by the measure of browsers that tell.
const LONG: f64 = 50.0;

/// What was measured in an engine.
struct Measured {
    engine: String,
    opened: Opened,
    used: Used,
    /// Bytes that the browser holds before all the deeds and after them.
    memory: [Option<f64>; 2],
}

/// What `open` of `load.js` says, in milliseconds.
#[derive(Deserialize)]
struct Opened {
    opening: f64,
    films: usize,
}

/// What `use` of `load.js` says, in milliseconds.
#[derive(Deserialize)]
struct Used {
    times: BTreeMap<String, Vec<f64>>,
    /// By the deed that they began in; none where the browser does not tell.
    long: Option<BTreeMap<String, Vec<f64>>>,
}

/// Builds the page with these films, uses it in both engines, and says what was measured.
///
/// # Errors
/// What a step says; [`Error::Browser`] if the page does not do what it should.
pub(super) fn run(root: &Path, toolbox: &Toolbox, films: &[&Film], work: &Path) -> Result<String, Error> {
    say(&format!("The page with {} films: compiling …", films.len()));
    let (pack, folder) = (work.join("page.pack"), work.join("page"));
    let bytes = films::as_pack(films, "characters")?;
    fs::write(&pack, &bytes).map_err(Error::io(format!("write {}", pack.display())))?;
    remove(&folder)?;
    dist::bundle_page(root, toolbox, &folder, &Words::read(root)?, Some(&pack))?;
    for file in ["load.html", "load.js"] {
        bundle::write(&folder.join(file), &bundle::read(&root.join("benches").join("page").join(file))?)?;
    }
    let address = server::in_background(site::Site::new(&folder, "/").isolated())?;
    let mut measured = Vec::new();
    for engine in ENGINES {
        let browser = browser::make_sure(engine)?;
        say(&format!("Using the page in {} …", browser.describe()));
        let driver = Driver::start(&browser)?;
        let session = Session::open(&driver, &browser, LIMIT)?;
        session.go(&format!("http://{address}/load.html"))?;
        let opened: Opened = call(&session, "open", 0)?;
        let _: Used = call(&session, "use", WARMING)?;
        let before = rested(&driver);
        let used: Used = call(&session, "use", DEEDS)?;
        let memory = [before, rested(&driver)];
        measured.push(Measured { engine: browser.describe().to_owned(), opened, used, memory });
    }
    Ok(report(&measured, bytes.len()))
}

/// What a function of `load.js` returns.
fn call<Returned: DeserializeOwned>(
    session: &Session<'_>,
    name: &str,
    argument: usize,
) -> Result<Returned, Error> {
    let wrong = |why| Error::Browser(format!("the page with very many films, `{name}`: {why}"));
    session.call("load.js", name, &argument.into())?.map_err(wrong)
}

fn rested(driver: &Driver) -> Option<f64> {
    thread::sleep(REST);
    memory::held(driver.process())
}

/// The table, in Markdown.
fn report(measured: &[Measured], pack: usize) -> String {
    let films = measured.first().map_or(0, |measured| measured.opened.films);
    let mut text = format!(
        "### The page with {} films\n\nA pack of {} MB in the Wasm. Times in ms, from the deed until it is drawn.\n\n\
         | what | {} |\n| --- |{}\n",
        thousands(films as i64),
        megabytes(pack as f64),
        measured.iter().map(|measured| measured.engine.as_str()).collect::<Vec<_>>().join(" | "),
        " --: |".repeat(measured.len()),
    );
    let mut row = |what: &str, cell: &dyn Fn(&Measured) -> String| {
        let cells: Vec<String> = measured.iter().map(cell).collect();
        writeln!(text, "| {what} | {} |", cells.join(" | ")).ok(); // writing to a string does not fail
    };
    row("from the address to a page that is alive", &|measured| number(measured.opened.opening));
    let kinds = measured.first().into_iter().flat_map(|measured| measured.used.times.keys());
    for kind in kinds {
        row(&format!("{kind}: median, p95, most"), &|measured| {
            let times = measured.used.times.get(kind).map_or(&[][..], Vec::as_slice);
            let figures = [50, 95, 100].map(|of| number(percentile(times, of).unwrap_or(f64::NAN)));
            figures.join(", ")
        });
    }
    row("deeds measured", &|measured| {
        thousands(measured.used.times.values().map(Vec::len).sum::<usize>() as i64)
    });
    row(
        &format!("tasks of more than {LONG} ms, and the longest, by the deed that they began in"),
        &|measured| {
            let Some(long) = &measured.used.long else { return "the browser does not tell".to_owned() };
            let kinds = long.iter().map(|(kind, times)| {
                let longest = number(percentile(times, 100).unwrap_or(f64::NAN));
                format!("{kind}: {}, {longest}", times.len())
            });
            let kinds: Vec<String> = kinds.collect();
            if kinds.is_empty() { "none".to_owned() } else { kinds.join("; ") }
        },
    );
    row("memory of the browser before all that, and after it, MB", &|measured| {
        measured.memory.map(|bytes| bytes.map_or_else(|| "–".to_owned(), megabytes)).join(", ")
    });
    text.push('\n');
    text
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    #[test]
    fn a_report_has_a_column_for_each_engine() {
        let told = |long: Value| json!({ "times": { "tick": [1.0, 3.0, 2.0] }, "long": long });
        let measured = |engine: &str, long: Value| Measured {
            engine: engine.to_owned(),
            opened: Opened { opening: 250.0, films: 34_532 },
            used: serde_json::from_value(told(long)).unwrap(),
            memory: [Some(3e8), None],
        };
        let text = report(
            &[measured("One 1", json!({ "tick": [60.0, 75.0] })), measured("Two 2", Value::Null)],
            20_000_000,
        );
        assert!(text.contains("### The page with 34,532 films\n\nA pack of 20.0 MB"), "{text}");
        assert!(text.contains("| what | One 1 | Two 2 |\n| --- | --: | --: |\n"), "{text}");
        assert!(
            text.contains("| tick: median, p95, most | 2.00, 3.00, 3.00 | 2.00, 3.00, 3.00 |\n"),
            "{text}"
        );
        assert!(
            text.contains(
                "| tasks of more than 50 ms, and the longest, by the deed that they began in | tick: 2, 75.0 | the browser does not tell |\n"
            ),
            "{text}"
        );
        assert!(text.contains(", MB | 300, – | 300, – |\n"), "{text}");
    }
}
