//! `cargo xtask mutants`: breaks the query algebra and the codec of addresses in every small way there is, and sees whether
//! a test notices. It does not know what is right.

use std::fs;
use std::path::Path;

use crate::args::Mutants;
use crate::dist::work_folder;
use crate::error::Error;
use crate::run::{self, say};
use crate::tools::{self, Need};

/// Code that must not be wrong in any way that nobody notices, and the tests that must notice.
struct Guarded {
    package: &'static str,
    files: &'static [&'static str],
    /// What `cargo test` is told: few tests, because they run for each of some hundred mutants.
    tests: &'static [&'static str],
}

const GUARDED: [Guarded; 2] = [
    Guarded {
        package: "desenlace-core",
        files: &["crates/desenlace-core/src/query.rs", "crates/desenlace-core/src/query/*.rs"],
        tests: &["--lib"],
    },
    Guarded { package: "desenlace", files: &["src/view.rs", "src/view/*.rs"], tests: &["--lib", "view::"] },
];

/// Tries every mutant, or a part of them. What nobody noticed stands in `mutants.out/missed.txt`.
///
/// # Errors
/// [`Error::Failed`] if a mutant lived.
pub(crate) fn mutants(root: &Path, options: &Mutants) -> Result<(), Error> {
    let toolbox = tools::make_sure(root, &[Need::CargoMutants])?;
    let guarded =
        GUARDED.iter().filter(|it| options.package.as_deref().is_none_or(|only| only == it.package));
    let outcomes: Vec<_> = guarded
        .map(|guarded| {
            say(&format!("Mutants of {} …", guarded.package));
            let mut command = toolbox.command("cargo-mutants", root);
            command.args([
                "mutants",
                "--jobs=1",
                "--no-shuffle",
                "--colors=never",
                "--package",
                guarded.package,
            ]);
            let output = work_folder(root)?.join("mutants").join(guarded.package);
            fs::create_dir_all(&output)
                .map_err(Error::io(format!("make the folder {}", output.display())))?;
            command.arg("--output").arg(output);
            command.args(guarded.files.iter().flat_map(|file| ["--file", file]));
            command.args(options.shard.iter().flat_map(|shard| ["--shard", shard]));
            command.args(["--cargo-arg=--locked", "--"]).args(guarded.tests);
            // The tests run a hundred times: what optimizing them a little takes is saved five times over.
            command.envs(
                ["CARGO_PROFILE_DEV_OPT_LEVEL", "CARGO_PROFILE_TEST_OPT_LEVEL"].map(|name| (name, "1")),
            );
            // A property that fails has noticed; what its smallest example is nobody asks.
            command.env("PROPTEST_MAX_SHRINK_ITERS", "0");
            run::run(&mut command)
        })
        .collect();
    outcomes.into_iter().collect()
}

/// The packages that have guarded code.
pub(crate) fn packages() -> Vec<&'static str> {
    GUARDED.iter().map(|guarded| guarded.package).collect()
}
