//! The command line: what can be asked of `cargo xtask`, and how it is written. It does not know what any command does.

mod read;
mod words;

use std::net::IpAddr;
use std::path::PathBuf;

use crate::browser::Engine;

pub(crate) use read::parse;

/// What `cargo xtask help` prints.
pub(crate) const HELP: &str = include_str!("args/help.txt");

/// What `cargo xtask` was asked to do.
#[derive(Debug, PartialEq)]
pub(crate) enum Command {
    Help,
    Setup,
    Serve(Serve),
    Dist(Dist),
    Test(Test),
    Bench(Bench),
    CorpusCheck,
    CorpusTable(Table),
    Fuzz(Fuzz),
    Audit(Audit),
    Coverage,
    Mutants(Mutants),
}

/// The options of `serve`.
#[derive(Debug, PartialEq)]
pub(crate) struct Serve {
    pub(crate) release: bool,
    pub(crate) open: bool,
    pub(crate) address: IpAddr,
    pub(crate) port: u16,
}

/// The options of `dist`.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Dist {
    /// Where the site will be, with a slash at its end; without it, pages do not say where they are.
    pub(crate) site_url: Option<String>,
    /// Write the copy in one file too.
    pub(crate) single_file: bool,
    /// Write a compressed copy of each file too.
    pub(crate) compress: bool,
    /// Take the sizes as they are for the budget.
    pub(crate) new_budget: bool,
}

/// The options of `test`.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Test {
    /// Only tests whose name contains this.
    pub(crate) filter: Option<String>,
    /// Only this step.
    pub(crate) only: Option<String>,
    pub(crate) no_browser: bool,
    /// Browser tests in this engine alone, instead of in all.
    pub(crate) engine: Option<Engine>,
    /// Only take the pictures of pages anew that they are held against.
    pub(crate) renew_pictures: bool,
    /// Also what takes long: whether two clones give the same site.
    pub(crate) full: bool,
}

/// The options of `bench`.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Bench {
    /// Only this part.
    pub(crate) only: Option<String>,
    /// A file of films; made-up ones if none.
    pub(crate) films: Option<PathBuf>,
    /// How many films, ascending.
    pub(crate) sizes: Vec<usize>,
    /// Fewer films, less time.
    pub(crate) quick: bool,
    /// Whether to write the results into docs/performance.md.
    pub(crate) write: bool,
}

/// The options of `corpus table`.
#[derive(Debug, PartialEq)]
pub(crate) struct Table {
    /// The file that says which column is what.
    pub(crate) mapping: PathBuf,
    pub(crate) table: PathBuf,
    /// Where the pack goes.
    pub(crate) out: PathBuf,
}

/// The options of `fuzz`.
#[derive(Debug, PartialEq)]
pub(crate) struct Fuzz {
    /// Only this target.
    pub(crate) target: Option<String>,
    /// How many inputs each target gets.
    pub(crate) runs: u64,
}

/// The options of `audit`.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Audit {
    /// Do not ask for known faults, for which a network is needed.
    pub(crate) without_advisories: bool,
}

/// The options of `mutants`.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Mutants {
    /// Only the guarded code of this package.
    pub(crate) package: Option<String>,
    /// Only a part of the mutants, `1/4`.
    pub(crate) shard: Option<String>,
}

#[cfg(test)]
mod tests;
