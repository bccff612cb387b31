//! The entry of `cargo xtask`: reads the command line, runs one command, prints at most one error.
//! It does not know how any command works.

mod args;
mod browser;
mod bundle;
mod cargo_lock;
mod corpus;
mod dist;
mod driver;
mod error;
mod fuzz;
mod install;
mod run;
mod serve;
mod server;
mod site;
mod size;
mod test;
mod tools;

use std::process::ExitCode;

use args::Command;
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
        Command::Setup => tools::set_up(&root)?,
        Command::Serve(options) => serve::serve(&root, &options)?,
        Command::Dist => dist::dist(&root)?,
        Command::Test(options) => return test::test(&root, &options),
        Command::CorpusCheck => corpus::check(&root)?,
        Command::CorpusTable(options) => corpus::table(&options)?,
        Command::Fuzz(options) => fuzz::fuzz(&root, &options)?,
    }
    Ok(ExitCode::SUCCESS)
}
