//! `cargo xtask coverage`: how many lines of the core and the compiler their tests reach. It draws no conclusion.

use std::path::Path;

use crate::error::Error;
use crate::run;
use crate::tools::{self, Need};

/// Prints the lines that tests reach, file by file.
///
/// # Errors
/// [`Error::Failed`] if a test fails.
pub(crate) fn coverage(root: &Path) -> Result<(), Error> {
    let toolbox = tools::make_sure(root, &[Need::LlvmTools, Need::CargoLlvmCov])?;
    let mut command = toolbox.command("cargo-llvm-cov", root);
    command.args(["llvm-cov", "--locked", "--package=desenlace-core", "--package=desenlace-compile"]);
    // What only tests consist of says nothing: it is reached whatever is tested.
    command.args(["--ignore-filename-regex", r"(^|/)(tests|sample|xtask)(/|\.rs$)"]);
    run::run(&mut command)
}
