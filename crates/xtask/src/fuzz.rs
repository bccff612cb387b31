//! `cargo xtask fuzz`: hostile input for each way into the program, found by coverage. It does not know what the
//! targets look for.

use std::fs;
use std::path::Path;

use crate::args::Fuzz;
use crate::error::Error;
use crate::run::{self, say};
use crate::tools;

/// The targets, as they stand in `fuzz/fuzz_targets/`.
pub(crate) const TARGETS: [&str; 5] = ["query", "address", "pack", "corpus", "table"];

/// Runs one target or all of them, each from the inputs in `fuzz/seeds/`; what is found new stays in `fuzz/corpus/`,
/// which git ignores.
///
/// # Errors
/// [`Error::Failed`] if a target found an input that breaks it; cargo-fuzz says where it was kept.
pub(crate) fn fuzz(root: &Path, options: &Fuzz) -> Result<(), Error> {
    let toolbox = tools::make_sure(root, &[tools::Need::CargoFuzz])?;
    for target in
        TARGETS.into_iter().filter(|target| options.target.as_deref().is_none_or(|only| only == *target))
    {
        say(&format!("Fuzzing {target}, {} inputs …", options.runs));
        let folder = root.join("fuzz").join("corpus").join(target);
        fs::create_dir_all(&folder).map_err(Error::io(format!("make the folder {}", folder.display())))?;
        let mut command = toolbox.command("cargo-fuzz", root);
        // Without a sanitizer: there is no unsafe code to watch, and the pinned stable compiler will do.
        // Nor is every comparison traced, which takes three quarters of the time: the seeds know the words already.
        command.args(["fuzz", "run", "--sanitizer", "none", "--no-trace-compares", target]).arg(&folder);
        let seeds = root.join("fuzz").join("seeds").join(target);
        if seeds.is_dir() {
            command.arg(seeds);
        }
        // Inputs are taken as they come, not by how rare what they reach is: keeping count of that took two thirds of the
        // time where every input reaches thousands of places.
        let runs = format!("-runs={}", options.runs);
        command.args(["--", "-max_len=4096", "-timeout=10", "-entropic=0", &runs]);
        run::run(&mut command)?;
    }
    Ok(())
}
