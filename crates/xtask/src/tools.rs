//! The tools that the chores need, their pinned versions, and making sure of them.
//! It does not know what they are used for.

use std::env;
use std::fs;
use std::panic::resume_unwind;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread::{self, ScopedJoinHandle};

use crate::browser::{self, Browser, Engine};
use crate::cargo_lock;
use crate::error::Error;
use crate::install;
use crate::run::{self, ask, on_path, say};

// The one table of pinned versions. Three are elsewhere because they must be: Rust's stands in
// rust-toolchain.toml, and wasm-bindgen's is whatever Cargo.lock holds (the two must be equal).
// Chromium, Firefox and WebKitGTK come from the system, and so do the drivers of the first and the last, in any version
// that fits its browser.

/// Bundles the page. 0.22 wants a newer Rust than rust-toolchain.toml names.
const TRUNK: &str = "0.21.14";
/// Makes the Wasm smaller (`wasm-opt`); older ones fail on what this Rust writes.
const BINARYEN: u16 = 132;
/// Drives Firefox.
const GECKODRIVER: &str = "0.37.1";
/// Runs the fuzz targets.
const CARGO_FUZZ: &str = "0.13.2";
/// Checks what the project depends on.
const CARGO_DENY: &str = "0.20.2";
/// Says which lines the tests reach.
const CARGO_LLVM_COV: &str = "0.9.1";
/// Breaks the code in small ways, to see whether a test notices.
const CARGO_MUTANTS: &str = "27.1.0";

/// The tool that takes longest, whose last minute and a half one processor alone can work at. Others that are built at the
/// same time have what it leaves them, and so are not ready long before it.
const LONGEST: &str = "trunk";
/// How tools are built, whatever they ask for themselves: each is waited for once, and then works for seconds at a time.
const BUILT_QUICKLY: [(&str, &str); 5] = [
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0"),
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
    ("CARGO_PROFILE_RELEASE_DEBUG", "0"),
    ("CARGO_PROFILE_RELEASE_INCREMENTAL", "false"),
];

const WASM: &str = "wasm32-unknown-unknown";

/// Something a chore needs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Need {
    /// The standard library for Wasm.
    WasmTarget,
    /// The sources of the standard library, which the finished bundle builds anew; it can do without.
    StandardLibrary,
    Trunk,
    WasmBindgen,
    WasmOpt,
    Rustfmt,
    Clippy,
    CargoFuzz,
    CargoDeny,
    CargoLlvmCov,
    CargoMutants,
    /// What reads the counts of lines that a test leaves.
    LlvmTools,
}

/// What building the page for development needs.
pub(crate) const TO_SERVE: &[Need] = &[Need::WasmTarget, Need::Trunk, Need::WasmBindgen];
/// What building the finished bundle needs.
pub(crate) const TO_BUNDLE: &[Need] =
    &[Need::WasmTarget, Need::StandardLibrary, Need::Trunk, Need::WasmBindgen, Need::WasmOpt];

/// What measuring the core in a Wasm of its own needs.
pub(crate) const TO_BENCH: &[Need] =
    &[Need::WasmTarget, Need::StandardLibrary, Need::WasmBindgen, Need::WasmOpt];

/// Folders with the tools that were made sure of.
#[derive(Debug, Default)]
pub(crate) struct Toolbox {
    folders: Vec<PathBuf>,
}

impl Toolbox {
    /// A tool, in `root`, finding exactly these tools before any other.
    pub(crate) fn command(&self, tool: &str, root: &Path) -> Command {
        let path = env::var_os("PATH").unwrap_or_default();
        let folders = self.folders.iter().cloned().chain(env::split_paths(&path));
        let mut command = Command::new(self.find(tool));
        command.current_dir(root);
        command.env("PATH", env::join_paths(folders).unwrap_or(path));
        command
    }

    /// Trunk, in `root`.
    pub(crate) fn trunk(&self, root: &Path) -> Command {
        let mut command = self.command("trunk", root);
        // Where there is no npm, Trunk downloads this version itself.
        command.env("TRUNK_TOOLS_WASM_OPT", format!("version_{BINARYEN}"));
        command.env("TRUNK_SKIP_VERSION_CHECK", "true");
        // Trunk takes NO_COLOR for a boolean and refuses `NO_COLOR=1`.
        if env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty()) {
            command.env("TRUNK_COLOR", "never");
        }
        command.env_remove("NO_COLOR");
        command
    }

    fn find(&self, name: &str) -> PathBuf {
        let file = format!("{name}{}", env::consts::EXE_SUFFIX);
        let found = self.folders.iter().map(|folder| folder.join(&file)).find(|path| path.is_file());
        found.unwrap_or_else(|| name.into())
    }
}

impl Need {
    /// Whether rustup installs it, which does one thing at a time.
    fn is_of_rust(self) -> bool {
        use Need::*;
        matches!(self, WasmTarget | StandardLibrary | Rustfmt | Clippy | LlvmTools)
    }
}

/// Makes sure of each need, installing what is absent: tools at the same time, for each keeps one processor waiting now and
/// then. When all is there this runs no installer, uses no network and takes milliseconds.
///
/// # Errors
/// One that says what is absent and how to get it.
pub(crate) fn make_sure(root: &Path, needs: &[Need]) -> Result<Toolbox, Error> {
    let (of_rust, tools): (Vec<Need>, Vec<Need>) = needs.iter().partition(|need| need.is_of_rust());
    for need in of_rust {
        make_sure_of(root, need)?;
    }
    let folders = at_once(tools.into_iter().map(|need| move || make_sure_of(root, need)));
    Ok(Toolbox { folders: folders?.into_iter().flatten().collect() })
}

/// Makes sure of one need, and returns the folder to put on the PATH for it, if there is one.
fn make_sure_of(root: &Path, need: Need) -> Result<Option<PathBuf>, Error> {
    let of_rust = match need {
        Need::WasmTarget => wasm_target(root),
        Need::StandardLibrary => {
            standard_library(root);
            Ok(())
        }
        Need::Rustfmt => component(root, "rustfmt", "fmt"),
        Need::Clippy => component(root, "clippy", "clippy"),
        Need::LlvmTools => llvm_tools(root),
        Need::Trunk => {
            let features = ["--no-default-features", "--features", "rustls"];
            return cargo_tool("trunk", LONGEST, TRUNK, &features, 4);
        }
        Need::WasmBindgen => {
            let version = cargo_lock::version(root, "wasm-bindgen")?;
            return cargo_tool("wasm-bindgen-cli", "wasm-bindgen", &version, &[], 1);
        }
        Need::WasmOpt => return wasm_opt(),
        Need::CargoFuzz => return cargo_tool("cargo-fuzz", "cargo-fuzz", CARGO_FUZZ, &[], 2),
        Need::CargoDeny => return cargo_tool("cargo-deny", "cargo-deny", CARGO_DENY, &[], 4),
        Need::CargoLlvmCov => return cargo_tool("cargo-llvm-cov", "cargo-llvm-cov", CARGO_LLVM_COV, &[], 1),
        Need::CargoMutants => return cargo_tool("cargo-mutants", "cargo-mutants", CARGO_MUTANTS, &[], 4),
    };
    of_rust.map(|()| None)
}

/// Does all of this at the same time, and returns what comes of each; the first that fails is told when all have ended.
fn at_once<T: Send>(
    works: impl Iterator<Item = impl FnOnce() -> Result<T, Error> + Send>,
) -> Result<Vec<T>, Error> {
    thread::scope(|scope| {
        let started: Vec<_> = works.map(|work| scope.spawn(work)).collect();
        let ended: Vec<_> = started.into_iter().map(ScopedJoinHandle::join).collect();
        ended.into_iter().map(|outcome| outcome.unwrap_or_else(|panic| resume_unwind(panic))).collect()
    })
}

/// Makes sure of everything that the tests need, and says what it is.
///
/// # Errors
/// Those of [`make_sure`] and of the browsers.
pub(crate) fn set_up(root: &Path, engines: &[Engine]) -> Result<(), Error> {
    make_sure(root, &[Need::Rustfmt, Need::Clippy])?;
    let bundle: Work<'_> = Box::new(|| make_sure(root, TO_BUNDLE).map(|_| Vec::new()));
    // Beside apt, which goes before it where Firefox is not there either.
    let driver: Work<'_> = Box::new(|| browser::make_sure_of_drivers(engines).map(|()| Vec::new()));
    let browsers: Work<'_> = Box::new(|| engines.iter().copied().map(browser::make_sure).collect());
    let browsers = at_once([bundle, driver, browsers].into_iter())?;
    let browsers: Vec<&str> = browsers.iter().flatten().map(Browser::describe).collect();
    let bindgen = cargo_lock::version(root, "wasm-bindgen")?;
    let browsers = browsers.join(", ");
    say(&format!(
        "Everything is there: Trunk {TRUNK}, wasm-bindgen {bindgen}, wasm-opt {BINARYEN}, {browsers}."
    ));
    Ok(())
}

/// Something to be made sure of, with the browsers that come of it.
type Work<'a> = Box<dyn FnOnce() -> Result<Vec<Browser>, Error> + Send + 'a>;

/// The driver of Firefox, installed if it is not there yet.
///
/// # Errors
/// One that says what is absent and how to get it.
pub(crate) fn geckodriver() -> Result<PathBuf, Error> {
    const NAME: &str = "geckodriver";
    let folder = cargo_tool(NAME, NAME, GECKODRIVER, &[], 1)?;
    Ok(Toolbox { folders: folder.into_iter().collect() }.find(NAME))
}

/// The folder to put on the PATH for a tool that cargo installs; none if the right one is on it already.
fn cargo_tool(
    package: &str,
    binary: &str,
    version: &str,
    features: &[&str],
    minutes: u32,
) -> Result<Option<PathBuf>, Error> {
    let tools = install::folder()?;
    let proof = Path::new("bin").join(format!("{binary}{}", env::consts::EXE_SUFFIX));
    let name = format!("{package}-{version}");
    if !tools.join(&name).join(&proof).is_file() && has_version(binary, version) {
        return Ok(None);
    }
    let place = install::once(&tools, &name, &proof, |filled, scratch| {
        say(&format!("Installing {package} {version}, once for all checkouts: about {minutes} min …"));
        let mut command = run::cargo(scratch);
        if binary != LONGEST && on_path("nice").is_some() {
            let cargo = command.get_program().to_owned();
            command = Command::new("nice");
            command.arg(cargo).current_dir(scratch);
        }
        command.args(["install", "--locked", "--root"]).arg(filled).args(features);
        command.arg(format!("{package}@{version}"));
        // Its own target folder: beside the tool, so that an interrupted run goes on where it was.
        command.env("CARGO_TARGET_DIR", scratch).env_remove("CARGO_BUILD_TARGET").env_remove("RUSTFLAGS");
        command.envs(BUILT_QUICKLY);
        run::install(&mut command, &format!("install {package} {version}"))
    })?;
    Ok(Some(place.join("bin")))
}

/// The folder of wasm-opt; none if the right one is on the PATH, or Trunk is to download it.
fn wasm_opt() -> Result<Option<PathBuf>, Error> {
    let tools = install::folder()?;
    let name = format!("binaryen-{BINARYEN}.0.0");
    let proof = Path::new("node_modules").join(".bin").join("wasm-opt");
    let installed = tools.join(&name).join(&proof).is_file();
    if !installed && has_version("wasm-opt", &BINARYEN.to_string()) {
        return Ok(None);
    }
    let Some(npm) = on_path("npm").filter(|_| on_path("node").is_some()) else {
        if !installed {
            say(&format!("No npm here: Trunk downloads wasm-opt {BINARYEN} itself."));
        }
        return Ok(None);
    };
    let place = install::once(&tools, &name, &proof, |filled, scratch| {
        say(&format!("Installing wasm-opt {BINARYEN} (npm's binaryen), once for all checkouts …"));
        let mut command = Command::new(npm);
        command.current_dir(scratch).args(["install", "--prefix"]).arg(filled);
        command.args(["--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"]);
        command.arg(format!("binaryen@{BINARYEN}.0.0"));
        run::install(&mut command, &format!("install wasm-opt {BINARYEN}"))
    })?;
    Ok(Some(place.join("node_modules").join(".bin")))
}

/// Whether the program on the PATH says it is exactly this version (`trunk 0.21.14`, `wasm-opt version 132 (…)`).
fn has_version(binary: &str, version: &str) -> bool {
    on_path(binary)
        .and_then(|path| ask(path, &["--version"]))
        .is_some_and(|said| said.split_whitespace().any(|word| word == version))
}

/// Asks rustc, not rustup, so that a Rust from elsewhere is fine too; installs with rustup.
fn wasm_target(root: &Path) -> Result<(), Error> {
    let there = || {
        ask("rustc", &["--print", "target-libdir", "--target", WASM])
            .and_then(|folder| fs::read_dir(folder).ok())
            .is_some_and(|mut entries| entries.next().is_some())
    };
    if there() {
        return Ok(());
    }
    say("Installing Rust's standard library for Wasm …");
    rustup(root, &["target", "add", WASM], &format!("add the target {WASM}"))
}

/// The sources of the standard library, where they are installed.
pub(crate) fn standard_library_sources() -> Option<PathBuf> {
    let folder = PathBuf::from(ask("rustc", &["--print", "sysroot"])?).join("lib/rustlib/src/rust");
    folder.join("library").join("Cargo.lock").is_file().then_some(folder)
}

/// Never fails: without the sources the bundle is larger, and says so.
fn standard_library(root: &Path) {
    if standard_library_sources().is_none() {
        say("Installing the sources of Rust's standard library …");
        if let Err(error) = rustup(root, &["component", "add", "rust-src"], "add the component rust-src") {
            say(&format!("warning: {error}"));
        }
    }
}

/// The tools of LLVM that belong to this compiler.
fn llvm_tools(root: &Path) -> Result<(), Error> {
    let there = || {
        let folder = PathBuf::from(ask("rustc", &["--print", "target-libdir"])?).join("../bin");
        Some(folder.join(format!("llvm-profdata{}", env::consts::EXE_SUFFIX)).is_file())
    };
    if there() == Some(true) {
        return Ok(());
    }
    say("Installing llvm-tools …");
    rustup(root, &["component", "add", "llvm-tools"], "add the component llvm-tools")
}

fn component(root: &Path, name: &str, subcommand: &str) -> Result<(), Error> {
    if run::cargo(root).args([subcommand, "--version"]).output().is_ok_and(|said| said.status.success()) {
        return Ok(());
    }
    say(&format!("Installing {name} …"));
    rustup(root, &["component", "add", name], &format!("add the component {name}"))
}

fn rustup(root: &Path, arguments: &[&str], doing: &str) -> Result<(), Error> {
    if on_path("rustup").is_none() {
        return Err(Error::Missing {
            what: "rustup".into(),
            advice: format!(
                "it is needed to {doing}; install it from https://rustup.rs, or do that your way"
            ),
        });
    }
    run::install(Command::new("rustup").current_dir(root).args(arguments), doing)
}
