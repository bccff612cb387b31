//! Serving the page on this machine: while it is worked on, or as the finished bundle.
//! It does not know how either is built.

use std::net::SocketAddr;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::args::{Dist, Serve};
use crate::dist;
use crate::error::Error;
use crate::run::say;
use crate::server;
use crate::site::Site;
use crate::tools;

/// Serves until interrupted.
///
/// # Errors
/// What a step says; [`Error::PortInUse`] before anything is built.
pub(crate) fn serve(root: &Path, options: &Serve) -> Result<(), Error> {
    let listener = server::bind(options.address, options.port)?;
    let address = listener.local_addr().map_err(Error::io("find out the port"))?;
    if options.release {
        match dist::dist(root, &Dist::default()) {
            Err(large @ Error::TooLarge(_)) => say(&format!("warning: {large}")),
            done => done?,
        }
        say(&format!("Desenlace is at {}   (Ctrl-C stops)", link(address)));
        if options.open {
            open(&link(address));
        }
        server::answer_all(&listener, Site::new(root.join("dist"), "/"));
        return Ok(());
    }
    let toolbox = tools::make_sure(root, tools::TO_SERVE)?;
    let folder = dist::work_folder(root)?.join(format!("serve-{}", address.port()));
    drop(listener); // Trunk takes the port now
    say(&format!("Building; then Desenlace is at {} and follows every edit   (Ctrl-C stops)", link(address)));
    let mut trunk = toolbox.trunk(root);
    trunk.args(["serve", "--public-url", "/", "--disable-address-lookup", "--dist"]).arg(folder);
    trunk.args(["--address", &address.ip().to_string(), "--port", &address.port().to_string()]);
    if options.open {
        trunk.arg("--open");
    }
    turn_into(&mut trunk)
}

/// What to type into a browser on this machine.
fn link(address: SocketAddr) -> String {
    let port = address.port();
    match address {
        _ if address.ip().is_unspecified() => format!("http://localhost:{port}/"),
        SocketAddr::V4(address) => format!("http://{}:{port}/", address.ip()),
        SocketAddr::V6(address) => format!("http://[{}]:{port}/", address.ip()),
    }
}

/// Turns this process into the other, so that whoever ends this one ends that one.
#[cfg(unix)]
fn turn_into(command: &mut Command) -> Result<(), Error> {
    use std::os::unix::process::CommandExt;
    Err(Error::io("start Trunk")(command.exec()))
}

#[cfg(not(unix))]
fn turn_into(command: &mut Command) -> Result<(), Error> {
    crate::run::run(command)
}

/// Asks the system to show an address; that it cannot is no reason to stop serving.
fn open(address: &str) {
    let (program, before): (_, &[&str]) = match std::env::consts::OS {
        "macos" => ("open", &[]),
        "windows" => ("cmd", &["/C", "start", ""]),
        _ => ("xdg-open", &[]),
    };
    let mut command = Command::new(program);
    command.args(before).arg(address).stdout(Stdio::null()).stderr(Stdio::null());
    if command.spawn().is_err() {
        say("No browser could be opened from here; open that address yourself.");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_that_a_browser_takes() {
        for (address, expected) in [
            ("127.0.0.1:8080", "http://127.0.0.1:8080/"),
            ("0.0.0.0:80", "http://localhost:80/"),
            ("[::1]:8080", "http://[::1]:8080/"),
        ] {
            assert_eq!(link(address.parse().unwrap()), expected);
        }
    }
}
