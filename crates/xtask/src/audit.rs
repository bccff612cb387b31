//! `cargo xtask audit`: whether what this project is made with may be used: licences, sources, versions, and known faults.
//! It does not know the rules; those stand in `deny.toml`.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

use crate::args::Audit;
use crate::error::Error;
use crate::run::{self, on_path, say};
use crate::tools::{self, Need, Toolbox};

/// The workspaces, each with a lock file.
const WORKSPACES: [&str; 2] = ["Cargo.toml", "fuzz/Cargo.toml"];

/// The folders of JavaScript, each with a lock file. None of it is in the page.
const JAVASCRIPT: [&str; 2] = ["benches/peers", "tests/browser"];

/// Checks the dependencies and says how many there are.
///
/// # Errors
/// [`Error::Failed`] where one may not be used; the reasons stand above. [`Error::Missing`] where the known faults cannot
/// be asked for, unless they were not to be.
pub(crate) fn audit(root: &Path, options: &Audit) -> Result<(), Error> {
    let toolbox = tools::make_sure(root, &[Need::CargoDeny])?;
    let [shipped, all] = [shipped(root)?, all(root)?];
    say(&format!("{shipped} packages are compiled into the page, {all} stand in Cargo.lock"));
    for manifest in WORKSPACES {
        say(&format!("Licences, sources and versions of {manifest} …"));
        run::run(&mut deny(&toolbox, root, manifest, &["licenses", "sources", "bans"]))?;
    }
    if options.without_advisories {
        say("Known faults were not asked for: --without-advisories");
        return Ok(());
    }
    for manifest in WORKSPACES {
        say(&format!("Known faults of {manifest} …"));
        let mut command = deny(&toolbox, root, manifest, &["advisories"]);
        run::install(&mut command, "fetch RustSec's database").map_err(|error| match error {
            Error::Network { .. } => not_asked("RustSec's database at github.com"),
            other => other,
        })?;
    }
    JAVASCRIPT.into_iter().try_for_each(|folder| javascript(root, folder))
}

fn deny(toolbox: &Toolbox, root: &Path, manifest: &str, what: &[&str]) -> Command {
    let mut command = toolbox.command("cargo-deny", root);
    command.args(["--locked", "--config", "deny.toml", "--manifest-path", manifest, "check"]);
    // The rules are for both workspaces, so either leaves some of them unused; and two versions of a package are no fault.
    for quiet in
        ["duplicate", "license-not-encountered", "license-exception-not-encountered", "advisory-not-detected"]
    {
        command.args(["--allow", quiet]);
    }
    command.arg("--hide-inclusion-graph").args(what);
    command
}

/// Asks npm what is known of the packages of a folder; they need not be installed.
fn javascript(root: &Path, folder: &str) -> Result<(), Error> {
    say(&format!("Known faults of {folder}/package-lock.json …"));
    let npm = on_path("npm").ok_or_else(|| Error::Missing {
        what: "npm".into(),
        advice: "install Node.js 20 or newer with npm, or leave known faults out with --without-advisories"
            .into(),
    })?;
    let mut command = Command::new(npm);
    command.current_dir(root.join(folder)).args(["audit", "--package-lock-only", "--json"]);
    let output = command.output().map_err(Error::io("start npm"))?;
    match faults(&output.stdout) {
        Some(0) => Ok(()),
        Some(_) => {
            say(&String::from_utf8_lossy(&output.stdout));
            Err(Error::Failed { command: format!("npm audit in {folder}"), status: output.status })
        }
        None => Err(not_asked("npm's audit service")),
    }
}

/// How many faults npm's answer names; nothing where it is no answer.
fn faults(answer: &[u8]) -> Option<u64> {
    let answer: Value = serde_json::from_slice(answer).ok()?;
    answer.pointer("/metadata/vulnerabilities/total")?.as_u64()
}

fn not_asked(what: &str) -> Error {
    Error::Missing {
        what: what.into(),
        advice: "known faults cannot be asked for without it; connect, or leave them out with \
                 `cargo xtask audit --without-advisories`"
            .into(),
    }
}

/// How many packages of others are compiled into the page.
fn shipped(root: &Path) -> Result<usize, Error> {
    let mut command = run::cargo(root);
    command.args(["tree", "--locked", "--package=desenlace", "--target=wasm32-unknown-unknown"]);
    command.args(["--edges=normal,no-proc-macro", "--prefix=none", "--format={p}"]);
    let tree = run::answer(&mut command).ok_or_else(|| Error::Missing {
        what: "the tree of dependencies".into(),
        advice: "run `cargo tree --locked`, which says why".into(),
    })?;
    // What is of this repository is shown with its folder.
    let packages: BTreeSet<&str> = tree.lines().filter(|line| !line.contains(" (/")).collect();
    Ok(packages.iter().filter(|line| !line.is_empty()).count())
}

/// How many packages of others the lock file names.
fn all(root: &Path) -> Result<usize, Error> {
    let path = root.join("Cargo.lock");
    let text = fs::read_to_string(&path).map_err(Error::io(format!("read {}", path.display())))?;
    Ok(text.lines().filter(|line| line.starts_with("source = ")).count())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_npm_answers() {
        assert_eq!(faults(br#"{"metadata":{"vulnerabilities":{"low":1,"total":2}}}"#), Some(2));
        assert_eq!(faults(br#"{"metadata":{"vulnerabilities":{"total":0}}}"#), Some(0));
        assert_eq!(faults(br#"{"error":{"code":"ENOAUDIT"}}"#), None);
        assert_eq!(faults(b"npm error audit endpoint returned an error"), None);
    }
}
