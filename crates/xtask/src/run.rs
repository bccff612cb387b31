//! Running other programs: showing their progress, and turning their failures into errors with a way out.
//! It does not know which programs there are.

use std::env;
use std::ffi::OsStr;
use std::io::{self, IsTerminal, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;

use crate::error::Error;

/// What every step compiles, whatever it looks at: where the features of one step are those of another, what was compiled
/// for one is there for the other. With them comes the renderer of the prerendered pages.
pub(crate) const WHOLE_WORKSPACE: [&str; 2] = ["--workspace", "--all-features"];
/// The same for what is no test: there are no examples, but where they are asked for, cargo counts in the features that
/// tests ask for.
pub(crate) const AS_TESTS_HAVE_IT: &str = "--examples";

/// The root of the checkout that this `cargo xtask` belongs to.
///
/// # Errors
/// [`Error::Missing`] if the sources were moved away from under the program.
pub(crate) fn repository() -> Result<PathBuf, Error> {
    let package = env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
    match Path::new(&package).ancestors().nth(2) {
        Some(root) if root.join("Trunk.toml").is_file() => Ok(root.to_path_buf()),
        _ => Err(Error::Missing {
            what: "the repository".into(),
            advice: "start this as `cargo xtask` from inside the checkout".into(),
        }),
    }
}

/// Cargo itself, in `folder`: the one that started this program, if one did.
pub(crate) fn cargo(folder: &Path) -> Command {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(folder);
    command
}

/// Builds a program of the workspace as its tests are built, and returns where it is.
///
/// # Errors
/// Those of [`run`]; [`Error::Missing`] if cargo does not say where it is.
pub(crate) fn build(root: &Path, program: &str) -> Result<PathBuf, Error> {
    let mut command = cargo(root);
    command.arg("build").args(WHOLE_WORKSPACE).args(["--bin", program, AS_TESTS_HAVE_IT]);
    command.arg("--message-format=json-render-diagnostics");
    let built = command.stderr(Stdio::inherit()).output().map_err(not_started(&command))?;
    if !built.status.success() {
        return Err(Error::Failed { command: show(&command), status: built.status });
    }
    executable(&String::from_utf8_lossy(&built.stdout), program).ok_or_else(|| Error::Missing {
        what: program.to_owned(),
        advice: format!("`{}` says why", show(&command)),
    })
}

/// Where a program is, in what cargo tells of what it builds: an object of JSON in each line.
fn executable(messages: &str, program: &str) -> Option<PathBuf> {
    let messages = messages.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
    let mut built =
        messages.filter(|message| message.pointer("/target/name").is_some_and(|name| name == program));
    built.find_map(|message| Some(PathBuf::from(message.get("executable")?.as_str()?)))
}

/// One line of progress.
pub(crate) fn say(text: &str) {
    println!("{text}");
    io::stdout().flush().ok();
}

/// Runs a program to its end, its output straight to the terminal.
///
/// # Errors
/// [`Error::Missing`] if it is not there, [`Error::Failed`] if it does not succeed.
pub(crate) fn run(command: &mut Command) -> Result<(), Error> {
    let status = command.status().map_err(not_started(command))?;
    if status.success() { Ok(()) } else { Err(Error::Failed { command: show(command), status }) }
}

/// Runs a program to its end, and returns whether it succeeded and the last part of what it printed, which is shown on
/// the way.
///
/// # Errors
/// [`Error::Missing`] if it is not there.
pub(crate) fn overhear(command: &mut Command) -> Result<(bool, String), Error> {
    let mut child = command.stdout(Stdio::piped()).spawn().map_err(not_started(command))?;
    let said = child.stdout.take().map(|stream| echo(stream, io::stdout())).unwrap_or_default();
    let status = child.wait().map_err(Error::io(show(command)))?;
    Ok((status.success(), String::from_utf8_lossy(&said).into_owned()))
}

/// Runs a program that downloads or installs something: shows what it says and, if it fails,
/// tells a missing network and a full disk from everything else.
///
/// # Errors
/// Those of [`run`], [`Error::Network`] and [`Error::DiskFull`]; `doing` says what was attempted.
pub(crate) fn install(command: &mut Command, doing: &str) -> Result<(), Error> {
    if io::stderr().is_terminal() {
        // Cargo hides its progress and colours from a pipe unless told otherwise.
        command.env("CARGO_TERM_PROGRESS_WHEN", "always").env("CARGO_TERM_PROGRESS_WIDTH", "80");
        command.env("CARGO_TERM_COLOR", "always");
    }
    let mut child = command.stderr(Stdio::piped()).spawn().map_err(not_started(command))?;
    let said = child.stderr.take().map(|stream| echo(stream, io::stderr())).unwrap_or_default();
    let status = child.wait().map_err(Error::io(doing))?;
    if status.success() {
        return Ok(());
    }
    Err(match cause(&String::from_utf8_lossy(&said)) {
        Cause::Disk => Error::DiskFull { doing: doing.into() },
        Cause::Network => Error::Network { doing: doing.into() },
        Cause::Other => Error::Failed { command: show(command), status },
    })
}

/// What a short question to a program answers; nothing if it is not there or fails.
pub(crate) fn ask(program: impl AsRef<OsStr>, arguments: &[&str]) -> Option<String> {
    answer(Command::new(program).args(arguments))
}

/// The same of a command that is made ready already.
pub(crate) fn answer(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// A program behind a shell that ends it when our end of the pipe to its input closes, which it does however this
/// process ends, even if killed.
#[cfg(unix)]
pub(crate) fn guarded(program: &Command) -> Command {
    const GUARD: &str =
        r#""$@" & guarded=$!; cat > /dev/null; kill "$guarded" 2> /dev/null; wait "$guarded" 2> /dev/null"#;
    let mut command = Command::new("sh");
    command.args(["-c", GUARD, "sh"]).arg(program.get_program()).args(program.get_args());
    command
}

/// The program itself: there is no such shell here.
#[cfg(not(unix))]
pub(crate) fn guarded(program: &Command) -> Command {
    let mut command = Command::new(program.get_program());
    command.args(program.get_args());
    command
}

/// The first program of this name on the PATH.
pub(crate) fn on_path(name: &str) -> Option<PathBuf> {
    let name = format!("{name}{}", env::consts::EXE_SUFFIX);
    env::split_paths(&env::var_os("PATH")?).map(|folder| folder.join(&name)).find(|path| path.is_file())
}

/// Copies a stream to another one and returns its last part.
fn echo(mut stream: impl Read, mut shown: impl Write) -> Vec<u8> {
    const KEPT: usize = 16 * 1024;
    let mut said = Vec::new();
    let mut buffer = [0; 4096];
    while let Ok(read @ 1..) = stream.read(&mut buffer) {
        let chunk = buffer.get(..read).unwrap_or_default();
        shown.write_all(chunk).and_then(|()| shown.flush()).ok();
        said.extend_from_slice(chunk);
        said.drain(..said.len().saturating_sub(KEPT));
    }
    said
}

#[derive(Debug, PartialEq)]
enum Cause {
    Disk,
    Network,
    Other,
}

/// What a failed download or installation complains of. Each word is one that cargo, rustup, npm or apt says.
fn cause(said: &str) -> Cause {
    const DISK: [&str; 4] = ["no space left", "enospc", "disk quota exceeded", "not enough free space"];
    const NETWORK: [&str; 18] = [
        "could not resolve",
        "couldn't resolve",
        "temporary failure resolving",
        "temporary failure in name resolution",
        "dns error",
        "failed to lookup address",
        "couldn't connect",
        "could not connect",
        "failed to connect",
        "connection refused",
        "network is unreachable",
        "network failure",
        "timed out",
        "enotfound",
        "eai_again",
        "econnrefused",
        "etimedout",
        "could not download",
    ];
    let said = said.to_lowercase();
    let says = |words: &[&str]| words.iter().any(|word| said.contains(word));
    if says(&DISK) {
        Cause::Disk
    } else if says(&NETWORK) {
        Cause::Network
    } else {
        Cause::Other
    }
}

fn not_started(command: &Command) -> impl FnOnce(io::Error) -> Error {
    let program = name(command.get_program());
    move |source| match source.kind() {
        io::ErrorKind::NotFound => Error::Missing {
            advice: match program.as_str() {
                "cargo" | "rustup" | "rustc" => "install Rust from https://rustup.rs".into(),
                other => format!("install {other} and put it on the PATH"),
            },
            what: program,
        },
        _ => Error::io(format!("start {program}"))(source),
    }
}

fn show(command: &Command) -> String {
    let arguments = command.get_args().map(|argument| format!(" {}", argument.to_string_lossy()));
    name(command.get_program()) + &arguments.collect::<String>()
}

fn name(program: &OsStr) -> String {
    Path::new(program).file_stem().unwrap_or(program).to_string_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn causes_of_failed_installations() {
        for (said, expected) in [
            ("error: failed to write: No space left on device (os error 28)", Cause::Disk),
            ("npm error code ENOSPC", Cause::Disk),
            ("[6] Could not resolve hostname (Could not resolve host: index.crates.io)", Cause::Network),
            ("npm error code EAI_AGAIN", Cause::Network),
            ("E: Failed to fetch http://…  Temporary failure resolving 'deb.debian.org'", Cause::Network),
            ("error[E0308]: mismatched types", Cause::Other),
            ("", Cause::Other),
        ] {
            assert_eq!(cause(said), expected, "{said}");
        }
    }

    #[test]
    fn what_cargo_has_built_is_found_by_its_name() {
        let said = r#"{"reason":"compiler-artifact","target":{"name":"yew"},"executable":null}
{"reason":"compiler-artifact","target":{"name":"prerender"},"executable":null}
{"reason":"compiler-artifact","target":{"name":"prerender"},"executable":"/t/prerender"}
{"reason":"build-finished","success":true}"#;
        assert_eq!(executable(said, "prerender"), Some("/t/prerender".into()));
        assert_eq!(executable(said, "yew"), None);
        assert_eq!(executable("not JSON\n", "prerender"), None);
    }

    #[test]
    fn an_absent_program_is_named_with_a_way_out() {
        let error = run(&mut Command::new("no-such-program-anywhere")).unwrap_err().to_string();
        assert!(error.starts_with("no-such-program-anywhere was not found: install"), "{error}");
    }

    #[test]
    fn commands_are_shown_as_one_would_type_them() {
        let mut command = Command::new("/some/where/cargo");
        command.args(["build", "--release"]);
        assert_eq!(show(&command), "cargo build --release");
    }
}
