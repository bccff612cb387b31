//! The browser of the tests and its driver: finding them, and installing them where that is one command.
//! It does not know how they are driven.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::error::Error;
use crate::run::{self, ask, on_path, say};

const BROWSERS: &[&str] = &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const ADVICE: &str = "install Chromium (or Google Chrome) and the chromedriver of the same version, put both on \
                      the PATH or name them in CHROMIUM and CHROMEDRIVER; or leave the browser tests out with \
                      `cargo xtask test --no-browser`";

/// A browser and the driver that fits it.
#[derive(Debug)]
pub(crate) struct Browser {
    pub(crate) chromium: PathBuf,
    pub(crate) driver: PathBuf,
    version: String,
}

impl Browser {
    /// For people: `Chromium 140.0.1.2`.
    pub(crate) fn describe(&self) -> &str {
        &self.version
    }
}

/// The browser and its driver, from the environment, the PATH or, for root on Debian, from apt.
///
/// # Errors
/// [`Error::Missing`] with what to install, [`Error::Browser`] if the two do not fit together.
pub(crate) fn make_sure() -> Result<Browser, Error> {
    if find("CHROMIUM", BROWSERS)?.is_none() || find("CHROMEDRIVER", &["chromedriver"])?.is_none() {
        from_apt()?;
    }
    let chromium = find("CHROMIUM", BROWSERS)?.ok_or_else(|| missing("Chromium"))?;
    let driver = find("CHROMEDRIVER", &["chromedriver"])?.ok_or_else(|| missing("chromedriver"))?;
    let said = |path: &Path| {
        let said = ask(path, &["--version"]).and_then(|said| said.lines().next().map(String::from));
        said.ok_or_else(|| {
            Error::Browser(format!("{} does not start (`--version` fails): {ADVICE}", path.display()))
        })
    };
    let (version, driver_version) = (said(&chromium)?, said(&driver)?);
    if major(&version) != major(&driver_version) {
        return Err(Error::Browser(format!(
            "the browser ({version}) and its driver ({driver_version}) do not fit together: {ADVICE}"
        )));
    }
    Ok(Browser { chromium, driver, version })
}

fn find(variable: &str, names: &[&str]) -> Result<Option<PathBuf>, Error> {
    match env::var_os(variable).filter(|value| !value.is_empty()).map(PathBuf::from) {
        Some(path) if path.is_file() => Ok(Some(path)),
        Some(path) => Err(Error::Missing {
            what: path.display().to_string(),
            advice: format!("{variable} names it; correct or unset {variable}"),
        }),
        None => Ok(names.iter().find_map(|name| on_path(name))),
    }
}

fn from_apt() -> Result<(), Error> {
    let debian = fs::read_to_string("/etc/os-release")
        .is_ok_and(|text| text.lines().any(|line| line.replace('"', "") == "ID=debian"));
    let root = ask("id", &["-u"]).is_some_and(|user| user == "0");
    if !debian || !root || on_path("apt-get").is_none() {
        return Ok(());
    }
    say("Installing Chromium and its driver with apt …");
    let apt = |arguments: &[&str]| {
        let mut command = Command::new("apt-get");
        command.args(arguments).env("DEBIAN_FRONTEND", "noninteractive");
        run::install(&mut command, "install Chromium and its driver with apt")
    };
    apt(&["update", "--quiet"])?;
    apt(&["install", "--yes", "--quiet", "--no-install-recommends", "chromium", "chromium-driver"])
}

fn missing(what: &str) -> Error {
    Error::Missing { what: what.into(), advice: ADVICE.into() }
}

/// The first number of `Chromium 140.0.1.2` and of `ChromeDriver 140.0.1.2 (…)`.
fn major(version: &str) -> Option<u32> {
    let word = version.split_whitespace().find(|word| word.starts_with(|c: char| c.is_ascii_digit()))?;
    word.split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn majors() {
        assert_eq!(major("Chromium 140.0.7339.80 built on Debian GNU/Linux 12"), Some(140));
        assert_eq!(major("ChromeDriver 140.0.7339.80 (f2d3ce-refs/branch-heads/1)"), Some(140));
        assert_eq!(major("Google Chrome 141.0 beta"), Some(141));
        assert_eq!(major("nothing"), None);
    }
}
