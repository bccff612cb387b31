//! Debian's packages, where we may install them. It does not know what they are needed for.

use std::fs;
use std::process::Command;

use crate::error::Error;
use crate::run::{self, ask, on_path, say};

/// Installs packages, if this is Debian and we are root; otherwise does nothing, and whoever misses them says so.
///
/// # Errors
/// Those of [`run::install`].
pub(crate) fn install(what: &str, packages: &[&str]) -> Result<(), Error> {
    let debian = fs::read_to_string("/etc/os-release")
        .is_ok_and(|text| text.lines().any(|line| line.replace('"', "") == "ID=debian"));
    let root = ask("id", &["-u"]).is_some_and(|user| user == "0");
    if !debian || !root || on_path("apt-get").is_none() {
        return Ok(());
    }
    say(&format!("Installing {what} with apt …"));
    let apt = |arguments: &[&str]| {
        let mut command = Command::new("apt-get");
        command.args(arguments).env("DEBIAN_FRONTEND", "noninteractive");
        run::install(&mut command, &format!("install {what} with apt"))
    };
    apt(&["update", "--quiet"])?;
    apt(&[&["install", "--yes", "--quiet", "--no-install-recommends"], packages].concat())
}
