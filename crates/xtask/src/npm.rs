//! The JavaScript that development needs, from npm at the versions of a lock file; npm itself from apt where that is possible. It does not know what it is for.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::apt;
use crate::error::Error;
use crate::run::{self, on_path, say};

/// Installs what the lock file in a folder names, if that was not done since the lock file changed. `what` it is and
/// the way around it, `without`, are for people.
///
/// # Errors
/// [`Error::Missing`] without npm, and what npm says.
pub(crate) fn install(folder: &Path, what: &str, without: &str) -> Result<(), Error> {
    let modified = |path: PathBuf| fs::metadata(path).and_then(|about| about.modified()).ok();
    let installed = modified(folder.join("node_modules").join(".package-lock.json"));
    if installed.is_some() && installed >= modified(folder.join("package-lock.json")) {
        return Ok(());
    }
    let find = || on_path("npm").filter(|_| on_path("node").is_some());
    if find().is_none() {
        apt::install("Node.js and npm", &["nodejs", "npm"])?;
    }
    let Some(npm) = find() else {
        return Err(Error::Missing {
            what: "npm".into(),
            advice: format!(
                "{what} comes through it: install Node.js 20 or newer with npm (on Debian: `apt install nodejs npm`), or \
                 {without}"
            ),
        });
    };
    say(&format!("Installing {what} …"));
    let mut command = Command::new(npm);
    command.current_dir(folder).args([
        "ci",
        "--no-audit",
        "--no-fund",
        "--ignore-scripts",
        "--loglevel=error",
    ]);
    run::install(&mut command, &format!("install {what}"))
}
