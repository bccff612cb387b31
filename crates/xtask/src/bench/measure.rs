//! Has a browser measure each engine at each size: a page of its own for each, so that none has the memory or the warmed
//! up code of another. It does not know what becomes of the figures.

use std::fs;
use std::path::Path;
use std::time::Duration;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::bundle::Site;
use super::engines::{ENGINES, Engine, OURS};
use super::films::{self, Film};
use super::queries;
use super::webdriver::Session;
use crate::args::Bench;
use crate::browser::Browser;
use crate::driver::Driver;
use crate::error::Error;
use crate::run::say;
use crate::{server, site};

/// How often each engine is opened in a fresh page, if that takes less than [`PATIENT`]; the middle one counts.
const OPENINGS: usize = 3;
const PATIENT: f64 = 3000.0;
/// How often each keystroke is measured, once the code is warm.
const ROUNDS: usize = 5;

/// How long each engine may type, and how long it may take over all.
fn limits(quick: bool) -> (Duration, Duration) {
    let seconds = if quick { (5, 60) } else { (20, 300) };
    (Duration::from_secs(seconds.0), Duration::from_secs(seconds.1))
}

/// All engines at one size.
#[derive(Debug)]
pub(super) struct Size {
    pub(super) films: usize,
    /// Bytes of everything that is searched.
    pub(super) text: usize,
    /// Bytes of our pack.
    pub(super) pack: usize,
    pub(super) runs: Vec<Run>,
}

impl Size {
    /// What was measured of an engine, if it came to an end.
    pub(super) fn measured(&self, engine: &str) -> Option<&Measured> {
        self.runs.iter().find(|run| run.engine.name == engine).and_then(|run| run.result.as_ref().ok())
    }

    /// What was measured of our own.
    pub(super) fn ours(&self) -> Option<&Measured> {
        self.measured(OURS.name)
    }
}

/// An engine at one size.
#[derive(Debug)]
pub(super) struct Run {
    pub(super) engine: &'static Engine,
    /// Bytes of gzip that it adds to a page.
    pub(super) code: u64,
    /// What was measured, or why nothing was.
    pub(super) result: Result<Measured, String>,
}

/// What the page's `measure` returns. Times are in milliseconds, sizes in bytes.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
pub(super) struct Measured {
    /// From the bytes of the pack, or of the films, to the first answer.
    pub(super) opening: f64,
    /// How many films each whole text finds.
    pub(super) found: Vec<u32>,
    /// The middle time of each keystroke; none where time was up before it.
    pub(super) times: Vec<Option<f64>>,
    /// After all the typing.
    pub(super) warm: Held,
    /// After 1,000 more texts; only where there is a Wasm memory.
    pub(super) later: Held,
    /// Opening a saved index, where that can be done.
    pub(super) saved: Option<Saved>,
}

/// What a page holds, with its data. The memory is what a browser says of itself; that of Wasm is not in it.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
pub(super) struct Held {
    #[serde(default)]
    pub(super) memory: f64,
    pub(super) wasm: Option<f64>,
}

/// A saved index.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
pub(super) struct Saved {
    pub(super) opening: f64,
    pub(super) bytes: f64,
}

/// Measures everything that the options ask for.
///
/// # Errors
/// [`Error::Browser`] or [`Error::Io`]; an engine that fails or takes too long is a result.
pub(super) fn all(
    site: &Site,
    browser: &Browser,
    films: &[Film],
    options: &Bench,
) -> Result<Vec<Size>, Error> {
    put(&site.folder.join("queries.json"), queries::as_json().to_string().as_bytes())?;
    let address = server::in_background(site::Site::new(&site.folder, "/").isolated())?;
    let driver = Driver::start(browser)?;
    let mut sizes = Vec::new();
    for &size in &options.sizes {
        let some = films::spread(films, size);
        say(&format!("{} films: compiling …", some.len()));
        let pack = films::as_pack(&some, "cast")?;
        put(&site.folder.join(format!("films-{size}.pack")), &pack)?;
        put(&site.folder.join(format!("films-{size}.json")), films::as_json(&some).to_string().as_bytes())?;
        let mut runs = Vec::new();
        for engine in &ENGINES {
            say(&format!("{} films: {} …", some.len(), engine.name));
            let result = one(engine, size, &format!("http://{address}/"), &driver, browser, options.quick)?;
            say(&match &result {
                Ok(measured) => format!("  {}", super::report::line(measured)),
                Err(why) => format!("  {why}"),
            });
            runs.push(Run { engine, code: site.code(engine)?, result });
        }
        let text = some.iter().map(|film| film.text()).sum();
        sizes.push(Size { films: some.len(), text, pack: pack.len(), runs });
    }
    Ok(sizes)
}

fn put(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    fs::write(path, bytes).map_err(Error::io(format!("write {}", path.display())))
}

/// What is measured of an engine, or why nothing is.
fn one(
    engine: &Engine,
    size: usize,
    page: &str,
    driver: &Driver,
    browser: &Browser,
    quick: bool,
) -> Result<Result<Measured, String>, Error> {
    let (typing, over_all) = limits(quick);
    let mut asked = json!({ "engine": engine.module, "size": size, "rounds": ROUNDS,
        "limit": u64::try_from(typing.as_millis()).unwrap_or(u64::MAX), "openingOnly": false });
    let mut measured: Measured = match measure(page, driver, browser, over_all, &asked)? {
        Ok(measured) => measured,
        Err(why) => return Ok(Err(why)),
    };
    let mut openings = vec![measured.opening];
    asked["openingOnly"] = true.into();
    while measured.opening < PATIENT && openings.len() < OPENINGS && !quick {
        match measure::<Opening>(page, driver, browser, over_all, &asked)? {
            Ok(again) => openings.push(again.opening),
            Err(why) => return Ok(Err(why)),
        }
    }
    measured.opening = super::figures::percentile(&openings, 50).unwrap_or(measured.opening);
    Ok(Ok(measured))
}

/// What `measure` of `harness.js` returns in a fresh page, or why it does not.
fn measure<Returned: DeserializeOwned>(
    page: &str,
    driver: &Driver,
    browser: &Browser,
    limit: Duration,
    asked: &Value,
) -> Result<Result<Returned, String>, Error> {
    let session = Session::open(driver, browser, limit)?;
    session.go(page)?;
    session.call("harness.js", "measure", asked)
}

#[derive(Deserialize)]
struct Opening {
    opening: f64,
}
