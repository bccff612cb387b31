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
/// As many tests of an engine may be run once more. Where more fail, it is not by chance.
const FEW: usize = 2;

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
    // All of them first: one that is not there is told before the others take minutes.
    let browsers: Vec<Browser> =
        engines(options).into_iter().map(browser::make_sure).collect::<Result<_, _>>()?;
    let (mut failed, mut unsteady) = (Vec::new(), Vec::new());
    for browser in &browsers {
        say(&format!("With {}", browser.describe()));
        let start = Instant::now();
        match in_one(root, options, browser)? {
            Outcome::Passed => {}
            Outcome::Unsteady(tests) => {
                unsteady.extend(tests.into_iter().map(|test| format!("{test} in {}", browser.engine)));
            }
            Outcome::Failed => failed.push(browser.engine.to_string()),
        }
        say(&format!("{}: {:.0} s", browser.engine, start.elapsed().as_secs_f64()));
    }
    for test in unsteady {
        say(&format!(
            "Unsteady: {test} failed, and passed when it was run again. Why it failed stands above."
        ));
    }
    if failed.is_empty() { Ok(()) } else { Err(Error::Browser(format!("failed in {}", failed.join(", ")))) }
}

/// The engines that were asked for.
pub(crate) fn engines(options: &Test) -> Vec<Engine> {
    let engine = if options.renew_pictures { Some(Engine::Chromium) } else { options.engine };
    Engine::ALL.into_iter().filter(|each| engine.is_none_or(|engine| engine == *each)).collect()
}

/// How the tests went in one engine.
enum Outcome {
    Passed,
    /// All passed at last, but these at the second attempt.
    Unsteady(Vec<String>),
    Failed,
}

/// A few tests that fail are run once more: a fault of the page fails again, an engine that has stumbled does not, and is
/// named in the end.
fn in_one(root: &Path, options: &Test, browser: &Browser) -> Result<Outcome, Error> {
    let (passed, said) = attempt(root, browser, at_once(), |tests| {
        if options.renew_pictures {
            tests.arg(PICTURES).env(RENEW, "yes");
        } else {
            tests.args(&options.filter);
        }
        if browser.engine != Engine::Chromium {
            tests.args(["--skip", CHROMIUM_ALONE]);
        }
    })?;
    if passed {
        return Ok(Outcome::Passed);
    }
    let failed = failures(&said);
    if failed.is_empty() || failed.len() > FEW {
        return Ok(Outcome::Failed);
    }
    say(&format!("Once more: {} …", failed.join(", ")));
    let (passed, _) = attempt(root, browser, 1, |tests| _ = tests.arg("--exact").args(&failed))?;
    Ok(if passed { Outcome::Unsteady(failed) } else { Outcome::Failed })
}

/// How many tests run at the same time.
fn at_once() -> usize {
    thread::available_parallelism().map_or(2, |cores| cores.get().clamp(2, 8))
}

/// Starts drivers, lets the tests find them, and says whether these passed, and what they said. Only Chromium's driver serves several
/// browsers at once. Drivers end with the attempt, and with them the browsers that its tests have left open.
fn attempt(
    root: &Path,
    browser: &Browser,
    at_once: usize,
    choose: impl FnOnce(&mut Command),
) -> Result<(bool, String), Error> {
    let count = if browser.engine == Engine::Chromium { 1 } else { at_once };
    let drivers: Vec<Driver> = (0..count).map(|_| Driver::start(browser)).collect::<Result<_, _>>()?;
    let links: Vec<String> = drivers.iter().cycle().take(at_once).map(Driver::link).collect();
    let mut tests: Command = run::cargo(root);
    tests.arg("test").args(run::WHOLE_WORKSPACE).args(["--test", "browser", "--"]);
    tests.arg(format!("--test-threads={at_once}"));
    choose(&mut tests);
    tests.env("DESENLACE_DIST", root.join("dist"));
    tests.env("DESENLACE_WEBDRIVERS", links.join(" "));
    tests.env("DESENLACE_ENGINE", browser.engine.name()).env("DESENLACE_BROWSER", &browser.program);
    run::overhear(&mut tests)
}

/// The names of the tests that failed, of which there is a list at the end of what the tests print.
fn failures(said: &str) -> Vec<String> {
    let last = said.rsplit("\nfailures:\n").next().filter(|last| last.len() < said.len());
    let names = last.unwrap_or_default().lines().map_while(|line| line.strip_prefix("    "));
    names.map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn failed_tests_are_read_from_the_list_at_the_end() {
        let check = |said: &str, expected: &[&str]| assert_eq!(failures(said), expected, "{said}");
        check("test a ... ok\n\ntest result: ok. 1 passed; 0 failed\n", &[]);
        check(
            "test a ... ok\ntest b::c ... FAILED\n\nfailures:\n\n---- b::c stdout ----\n    indented\n\n\nfailures:\n    b::c\n    d\n\n\
             test result: FAILED. 1 passed; 2 failed\n",
            &["b::c", "d"],
        );
        // What did not compile has no list.
        check("error[E0308]: mismatched types\n", &[]);
    }
}
