//! `cargo xtask test`: every check there is, one step after the other, each timed, none hiding another.
//! It does not know what the checks look for.

use std::path::Path;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use crate::args::{Dist, Test};
use crate::browser_tests;
use crate::corpus;
use crate::dist;
use crate::error::Error;
use crate::reproducible;
use crate::run::{self, say};
use crate::tools::{self, Need};

struct Step {
    /// The word for `--only`.
    name: &'static str,
    title: &'static str,
    /// Whether it looks at test names, and so is part of `--filter`.
    filters: bool,
    work: fn(&Path, &Test) -> Result<(), Error>,
}

const STEPS: [Step; 10] = [
    Step { name: SET_UP, title: "Tools and browsers", filters: true, work: set_up },
    Step { name: "format", title: "Format", filters: false, work: format },
    Step { name: "corpus", title: "Corpus", filters: false, work: |root, _| corpus::check(root) },
    Step { name: "lint", title: "Lints, native", filters: false, work: lint },
    Step { name: LINT_WASM, title: "Lints, Wasm", filters: false, work: lint_wasm },
    Step { name: "tests", title: "Tests", filters: true, work: tests },
    Step { name: "docs", title: "Documentation", filters: false, work: docs },
    Step {
        name: DIST,
        title: "Bundle and sizes",
        filters: true,
        work: |root, _| dist::dist(root, &Dist { single_file: true, ..Dist::default() }),
    },
    Step { name: BROWSER, title: "Browser tests", filters: true, work: browser_tests::run },
    Step {
        name: REPRODUCIBLE,
        title: "The same site from two clones",
        filters: false,
        work: |root, _| reproducible::check(root),
    },
];
/// Before all others: what cannot be had is told before they take minutes. Each makes sure of its own where it runs alone.
const SET_UP: &str = "setup";
const DIST: &str = "dist";
const BROWSER: &str = "browser";
const LINT_WASM: &str = "lint-wasm";
const REPRODUCIBLE: &str = "reproducible";
/// Only done where they are asked for. One compiles for a minute what the bundle compiles too, and looks at three lines that
/// the native lints do not see, those about the allocator; the other takes as long as all steps before it together.
const SELDOM: [&str; 2] = [LINT_WASM, REPRODUCIBLE];

/// The names of all steps, in order.
pub(crate) fn names() -> Vec<&'static str> {
    STEPS.iter().map(|step| step.name).collect()
}

/// Runs the steps that were asked for and sums up; the last line is `N passed, N failed`.
///
/// # Errors
/// None of a step: those are counted, and make the exit code 1. [`Error::Usage`] if no step is left to run.
pub(crate) fn test(root: &Path, options: &Test) -> Result<ExitCode, Error> {
    let steps: Vec<&Step> = STEPS.iter().filter(|step| wanted(step, options)).collect();
    if steps.is_empty() {
        return Err(Error::Usage("these options together leave no step to run".into()));
    }
    let mut failures: Vec<(&Step, Option<Error>)> = Vec::new();
    let mut passed = 0;
    let beginning = Instant::now();
    for (index, step) in steps.iter().enumerate() {
        let number = format!("[{}/{}]", index + 1, steps.len());
        if step.name == BROWSER && no_bundle(&failures) {
            say(&format!("\n{number} {}: left out, for there is no bundle", step.title));
            failures.push((step, None));
            continue;
        }
        say(&format!("\n{number} {} …", step.title));
        let start = Instant::now();
        let outcome = (step.work)(root, options);
        let seconds = seconds(start.elapsed());
        match outcome {
            Ok(()) => {
                passed += 1;
                say(&format!("{number} {}: passed, {seconds}", step.title));
            }
            Err(error) => {
                say(&format!("{number} {}: FAILED, {seconds}", step.title));
                failures.push((step, Some(error)));
            }
        }
    }
    say("");
    for (step, error) in &failures {
        let reason = error.as_ref().map_or_else(|| "left out".to_owned(), ToString::to_string);
        say(&format!("{}: {reason}   (again: cargo xtask test --only {})", step.title, step.name));
    }
    say(&format!("All steps together: {}", seconds(beginning.elapsed())));
    say(&format!("{passed} passed, {} failed", failures.len()));
    Ok(if failures.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn wanted(step: &Step, options: &Test) -> bool {
    (!options.renew_pictures || step.name == BROWSER)
        && options.only.as_ref().is_none_or(|only| only == step.name)
        && (options.filter.is_none() || step.filters)
        && (!SELDOM.contains(&step.name) || options.full || options.only.is_some())
        && !(options.no_browser
            && ([SET_UP, BROWSER].contains(&step.name) || options.filter.is_some() && step.name == DIST))
}

/// Whether there is no bundle of these sources to test. One that is merely too large is one.
fn no_bundle(failures: &[(&Step, Option<Error>)]) -> bool {
    failures.iter().any(|(step, error)| step.name == DIST && !matches!(error, Some(Error::TooLarge(_))))
}

fn set_up(root: &Path, options: &Test) -> Result<(), Error> {
    tools::set_up(root, &browser_tests::engines(options))
}

fn format(root: &Path, _: &Test) -> Result<(), Error> {
    tools::make_sure(root, &[Need::Rustfmt])?;
    run::run(run::cargo(root).args(["fmt", "--all", "--check"]))
}

fn lint(root: &Path, _: &Test) -> Result<(), Error> {
    tools::make_sure(root, &[Need::Clippy])?;
    // The tests in browsers are no target that cargo takes by itself.
    [["--all-targets"].as_slice(), &["--test", "browser"]].into_iter().try_for_each(|targets| {
        let mut clippy = run::cargo(root);
        clippy.arg("clippy").args(run::WHOLE_WORKSPACE).args(targets).args(["--", "-D", "warnings"]);
        run::run(&mut clippy)
    })
}

fn lint_wasm(root: &Path, _: &Test) -> Result<(), Error> {
    tools::make_sure(root, &[Need::Clippy, Need::WasmTarget])?;
    let clippy = ["clippy", "--package", "desenlace", "--lib", "--bin", "desenlace"];
    let wasm = ["--target", "wasm32-unknown-unknown", "--", "-D", "warnings"];
    run::run(run::cargo(root).args(clippy).args(wasm))
}

fn tests(root: &Path, options: &Test) -> Result<(), Error> {
    run::run(run::cargo(root).arg("test").args(run::WHOLE_WORKSPACE).args(&options.filter))
}

fn docs(root: &Path, _: &Test) -> Result<(), Error> {
    let mut command = run::cargo(root);
    command.arg("doc").args(run::WHOLE_WORKSPACE).args([
        "--no-deps",
        "--lib",
        "--bins",
        run::AS_TESTS_HAVE_IT,
    ]);
    command.env("RUSTDOCFLAGS", "-D warnings");
    run::run(&mut command)
}

fn seconds(duration: Duration) -> String {
    format!("{:.1} s", duration.as_secs_f64())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(options: &Test) -> Vec<&'static str> {
        STEPS.iter().filter(|step| wanted(step, options)).map(|step| step.name).collect()
    }

    #[test]
    fn which_steps_run() {
        let filter = || Some("gallery".to_owned());
        assert_eq!(chosen(&Test { full: true, ..Test::default() }), names());
        let daily = names().into_iter().filter(|name| !SELDOM.contains(name));
        assert_eq!(chosen(&Test::default()), daily.collect::<Vec<_>>());
        assert_eq!(chosen(&Test { only: Some("reproducible".into()), ..Test::default() }), ["reproducible"]);
        assert_eq!(chosen(&Test { renew_pictures: true, ..Test::default() }), ["browser"]);
        assert_eq!(chosen(&Test { only: Some("lint".into()), ..Test::default() }), ["lint"]);
        assert_eq!(
            chosen(&Test { filter: filter(), ..Test::default() }),
            ["setup", "tests", "dist", "browser"]
        );
        assert_eq!(chosen(&Test { filter: filter(), no_browser: true, ..Test::default() }), ["tests"]);
        let without = chosen(&Test { no_browser: true, ..Test::default() });
        assert!(!without.contains(&"browser") && without.contains(&"dist"));
    }
}
