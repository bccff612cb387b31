//! The browser tests of `cargo xtask test`: in one engine after the other, several at a time in each. It does not know
//! what they look for.

use std::path::Path;
use std::process::Command;
use std::thread;
use std::time::Instant;

use crate::args::Test;
use crate::browser::{self, Browser, Engine};
use crate::driver::Driver;
use crate::error::Error;
use crate::npm;
use crate::run::{self, say};

/// The module of the tests that need what only Chromium's driver can do.
const CHROMIUM_ALONE: &str = "chromium_alone::";
/// The one of them that holds pages against pictures, and what lets it take the pictures anew.
const PICTURES: &str = "each_kind_of_page_looks_as_it_is_pinned";
const RENEW: &str = "DESENLACE_RENEW_PICTURES";

/// Runs the tests on `dist/` in every engine, or in the one that was asked for.
///
/// # Errors
/// [`Error::Missing`] without a bundle or a browser, [`Error::Browser`] that names the engines in which a test fails.
pub(crate) fn run(root: &Path, options: &Test) -> Result<(), Error> {
    if !root.join("dist").join("index.html").is_file() {
        return Err(Error::Missing {
            what: "dist/index.html".into(),
            advice: "run `cargo xtask dist`".into(),
        });
    }
    let npm_folder = root.join("tests").join("browser");
    npm::install(&npm_folder, "axe-core (JavaScript)", "leave the browser tests out with `--no-browser`")?;
    let engine = if options.renew_pictures { Some(Engine::Chromium) } else { options.engine };
    let wanted = Engine::ALL.into_iter().filter(|each| engine.is_none_or(|engine| engine == *each));
    // All of them first: one that is not there is told before the others take minutes.
    let browsers: Vec<Browser> = wanted.map(browser::make_sure).collect::<Result<_, _>>()?;
    let mut failed = Vec::new();
    for browser in &browsers {
        say(&format!("With {}", browser.describe()));
        let start = Instant::now();
        match in_one(root, options, browser) {
            Err(Error::Failed { .. }) => failed.push(browser.engine.to_string()),
            other => other?,
        }
        say(&format!("{}: {:.0} s", browser.engine, start.elapsed().as_secs_f64()));
    }
    if failed.is_empty() { Ok(()) } else { Err(Error::Browser(format!("failed in {}", failed.join(", ")))) }
}

/// Starts the drivers and lets the tests find them: only Chromium's serves several browsers at once.
fn in_one(root: &Path, options: &Test, browser: &Browser) -> Result<(), Error> {
    let at_once = thread::available_parallelism().map_or(2, |cores| cores.get().clamp(2, 8));
    let count = if browser.engine == Engine::Chromium { 1 } else { at_once };
    let drivers: Vec<Driver> = (0..count).map(|_| Driver::start(browser)).collect::<Result<_, _>>()?;
    let links: Vec<String> = drivers.iter().cycle().take(at_once).map(Driver::link).collect();
    let mut command: Command = run::cargo(root);
    command.args(["test", "--package", "desenlace", "--test", "browser", "--features", "browser-tests"]);
    if options.renew_pictures {
        command.arg(PICTURES).env(RENEW, "yes");
    } else {
        command.args(&options.filter);
    }
    command.arg("--").arg(format!("--test-threads={at_once}"));
    if browser.engine != Engine::Chromium {
        command.args(["--skip", CHROMIUM_ALONE]);
    }
    command.env("DESENLACE_DIST", root.join("dist"));
    command.env("DESENLACE_WEBDRIVERS", links.join(" "));
    command.env("DESENLACE_ENGINE", browser.engine.name()).env("DESENLACE_BROWSER", &browser.program);
    run::run(&mut command)
}
