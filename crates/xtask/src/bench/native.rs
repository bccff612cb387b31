//! Runs the native micro-benchmarks of the core on this repository's corpus and on bulk corpora made for them. It does
//! not know what they measure.

use std::fs;
use std::path::Path;
use std::process::Stdio;

use super::films::{self, Film};
use crate::error::Error;
use crate::run::{self, say};

/// How the benchmarks are told where the bulk corpora lie.
const PACKS: &str = "DESENLACE_BENCH_PACKS";

/// What the benchmarks print.
///
/// # Errors
/// [`Error::Failed`] if they do not run, [`Error::Io`] if a corpus cannot be written.
pub(super) fn run(root: &Path, films: &[&Film], folder: &Path) -> Result<String, Error> {
    for (file, people) in [("films.pack", "cast"), ("people.pack", "characters")] {
        say(&format!("{} films: compiling {file} …", films.len()));
        let path = folder.join(file);
        fs::write(&path, films::as_pack(films, people)?)
            .map_err(Error::io(format!("write {}", path.display())))?;
    }
    say("Measuring natively …");
    let mut bench = run::cargo(root);
    bench.args(["bench", "--package", "desenlace-compile", "--bench", "core", "--", "--color=never"]);
    bench.env(PACKS, folder).stderr(Stdio::inherit());
    let output = bench.output().map_err(Error::io("start cargo"))?;
    if output.status.success() {
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    } else {
        Err(Error::Failed {
            command: "cargo bench --package desenlace-compile".into(),
            status: output.status,
        })
    }
}
