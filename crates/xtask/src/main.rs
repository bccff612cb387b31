//! The entry of `cargo xtask`: reads the command line, runs one command, prints at most one error.
//! It does not know how any command works.

mod apt;
mod args;
mod audit;
mod bench;
mod browser;
mod browser_tests;
mod bundle;
mod cargo_lock;
mod compress;
mod corpus;
mod coverage;
mod digest;
mod dist;
mod driver;
mod error;
mod fuzz;
mod install;
mod mutants;
mod npm;
mod offline;
mod policy;
mod reproducible;
mod run;
mod screen;
mod serve;
mod server;
mod site;
mod size;
mod take_along;
mod test;
mod tools;
mod words;

use std::process::ExitCode;

use args::Command;
use browser::Engine;
use error::Error;

fn main() -> ExitCode {
    match args::parse(std::env::args().skip(1)).and_then(dispatch) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(command: Command) -> Result<ExitCode, Error> {
    let root = run::repository()?;
    match command {
        Command::Help => print!("{}", args::HELP),
        Command::Setup => tools::set_up(&root, &Engine::ALL)?,
        Command::Serve(options) => serve::serve(&root, &options)?,
        Command::Dist(options) => dist::dist(&root, &options)?,
        Command::Test(options) => return test::test(&root, &options),
        Command::Bench(options) => bench::bench(&root, &options)?,
        Command::CorpusCheck => corpus::check(&root)?,
        Command::CorpusTable(options) => corpus::table(&options)?,
        Command::Fuzz(options) => fuzz::fuzz(&root, &options)?,
        Command::Audit(options) => audit::audit(&root, &options)?,
        Command::Coverage => coverage::coverage(&root)?,
        Command::Mutants(options) => mutants::mutants(&root, &options)?,
    }
    Ok(ExitCode::SUCCESS)
}
