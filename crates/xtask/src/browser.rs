//! The browsers of the tests and their drivers: finding them, and installing them where that is one command.
//! It does not know how they are driven.

use std::env;
use std::fmt;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::apt;
use crate::error::Error;
use crate::run::{self, on_path};
use crate::screen::Screen;
use crate::tools;

/// What draws the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Engine {
    Chromium,
    Firefox,
    /// WebKitGTK's MiniBrowser, on a screen that nobody sees.
    WebKit,
}

impl Engine {
    pub(crate) const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// The word for `--engine`.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    fn kind(self) -> &'static Kind {
        match self {
            Self::Chromium => &CHROMIUM,
            Self::Firefox => &FIREFOX,
            Self::WebKit => &WEBKIT,
        }
    }
}

impl fmt::Display for Engine {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.kind().title)
    }
}

/// Where a browser and its driver come from.
struct Kind {
    title: &'static str,
    /// The variables of the environment that name them.
    variables: [&'static str; 2],
    /// How they may be called on the PATH, or where they lie outside it, in the order in which they are preferred.
    browsers: &'static [&'static str],
    drivers: &'static [&'static str],
    /// What its driver and it are to find in their environment.
    settings: &'static [(&'static str, &'static str)],
    /// Debian's packages.
    packages: &'static [&'static str],
    advice: &'static str,
}

const CHROMIUM: Kind = Kind {
    title: "Chromium",
    variables: ["CHROMIUM", "CHROMEDRIVER"],
    browsers: &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"],
    drivers: &["chromedriver"],
    settings: &[],
    packages: &["chromium", "chromium-driver"],
    advice: "install Chromium (or Google Chrome) and the chromedriver of the same version (Debian: `apt install chromium \
             chromium-driver`), put both on the PATH or \
             name them in CHROMIUM and CHROMEDRIVER; or leave the browser tests out with `cargo xtask test --no-browser`",
};

const FIREFOX: Kind = Kind {
    title: "Firefox",
    variables: ["FIREFOX", "GECKODRIVER"],
    browsers: &["firefox-esr", "firefox"],
    drivers: &[], // cargo installs it
    settings: &[],
    packages: &["firefox-esr"],
    advice: "install Firefox (Debian: `apt install firefox-esr`) and put it on the PATH or name it in FIREFOX; or run `cargo xtask test --engine chromium`",
};

const WEBKIT: Kind = Kind {
    title: "WebKitGTK",
    variables: ["MINIBROWSER", "WEBKITWEBDRIVER"],
    browsers: &[
        "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
        "/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
    ],
    drivers: &["WebKitWebDriver"],
    // Without a graphics card, layers that are put together as by one cost a quarter of all its time.
    settings: &[("WEBKIT_DISABLE_COMPOSITING_MODE", "1")],
    packages: &["webkit2gtk-driver", "xvfb"],
    advice: "install WebKitGTK's MiniBrowser, its WebKitWebDriver and Xvfb (Debian and Ubuntu: `apt install \
             webkit2gtk-driver xvfb`); or run `cargo xtask test --engine chromium`",
};

/// A browser and the driver that fits it.
#[derive(Debug)]
pub(crate) struct Browser {
    pub(crate) engine: Engine,
    pub(crate) program: PathBuf,
    pub(crate) driver: PathBuf,
    version: String,
}

impl Browser {
    /// A screen for it, if it cannot do without one: each its own, for only one window of a screen has the focus.
    ///
    /// # Errors
    /// Those of [`Screen::open`].
    pub(crate) fn screen(&self) -> Result<Option<Screen>, Error> {
        screen(self.engine)
    }

    /// What its driver, and by that itself, is to find in the environment.
    pub(crate) fn settings(&self) -> &'static [(&'static str, &'static str)] {
        self.engine.kind().settings
    }

    /// For people: `Chromium 140.0.1.2`.
    pub(crate) fn describe(&self) -> &str {
        &self.version
    }
}

/// A browser and its driver, from the environment, the PATH or, for root on Debian, from apt; Firefox's driver from
/// cargo.
///
/// # Errors
/// [`Error::Missing`] with what to install, [`Error::Browser`] if the two do not fit together.
pub(crate) fn make_sure(engine: Engine) -> Result<Browser, Error> {
    let kind = engine.kind();
    let [browser, driver] = kind.variables;
    let comes_with_driver = !kind.drivers.is_empty();
    if find(browser, kind.browsers)?.is_none()
        || comes_with_driver && find(driver, kind.drivers)?.is_none()
        || engine == Engine::WebKit && !Screen::can_be()
    {
        apt::install(&format!("{} and what drives it", kind.title), kind.packages)?;
    }
    let program = find(browser, kind.browsers)?.ok_or_else(|| missing(kind))?;
    let driver = match find(driver, kind.drivers)? {
        Some(driver) => driver,
        None if comes_with_driver => return Err(missing(kind)),
        None => tools::geckodriver()?,
    };
    let version = said(&program, screen(engine)?.as_ref(), kind)?;
    if engine == Engine::Chromium {
        // Its driver serves only its own version.
        let driver_version = said(&driver, None, kind)?;
        if major(&version) != major(&driver_version) {
            return Err(Error::Browser(format!(
                "the browser ({version}) and its driver ({driver_version}) do not fit together: {}",
                kind.advice
            )));
        }
    }
    Ok(Browser { engine, program, driver, version })
}

/// Makes sure of those drivers that cargo installs, before or while their browsers are looked for.
///
/// # Errors
/// Those of [`tools::geckodriver`].
pub(crate) fn make_sure_of_drivers(engines: &[Engine]) -> Result<(), Error> {
    for kind in engines.iter().map(|engine| engine.kind()).filter(|kind| kind.drivers.is_empty()) {
        if find(kind.variables[1], kind.drivers)?.is_none() {
            tools::geckodriver()?;
        }
    }
    Ok(())
}

fn screen(engine: Engine) -> Result<Option<Screen>, Error> {
    if engine == Engine::WebKit { Screen::open().map(Some) } else { Ok(None) }
}

/// What a program says its version is.
fn said(program: &Path, screen: Option<&Screen>, kind: &Kind) -> Result<String, Error> {
    let mut command = Command::new(program);
    command.arg("--version").envs(screen.map(Screen::variable));
    let first_line = |said: String| said.lines().next().map(String::from);
    run::answer(&mut command).and_then(first_line).ok_or_else(|| {
        let program = program.display();
        Error::Browser(format!("{program} does not start (`--version` fails): {}", kind.advice))
    })
}

fn find(variable: &str, names: &[&str]) -> Result<Option<PathBuf>, Error> {
    match env::var_os(variable).filter(|value| !value.is_empty()).map(PathBuf::from) {
        Some(path) if path.is_file() => Ok(Some(path)),
        Some(path) => Err(Error::Missing {
            what: path.display().to_string(),
            advice: format!("{variable} names it; correct or unset {variable}"),
        }),
        None => Ok(names.iter().find_map(|name| on_path(name).or_else(|| at_place(name)))),
    }
}

/// A program outside the PATH, if that is what the name is.
fn at_place(name: &str) -> Option<PathBuf> {
    Some(PathBuf::from(name)).filter(|path| path.is_absolute() && path.is_file())
}

fn missing(kind: &Kind) -> Error {
    Error::Missing { what: kind.title.into(), advice: kind.advice.into() }
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
