//! A screen that nobody sees, for browsers that cannot do without one. It does not know what is drawn on it.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use crate::error::Error;
use crate::run::{guarded, on_path};

const PROGRAM: &str = "Xvfb";

/// A running X server. Dropping it ends it, and whatever draws on it.
#[derive(Debug)]
pub(crate) struct Screen {
    process: Child,
    display: String,
}

impl Screen {
    /// Whether this machine has what it takes.
    pub(crate) fn can_be() -> bool {
        on_path(PROGRAM).is_some()
    }

    /// Opens one, and waits until it can be drawn on.
    ///
    /// # Errors
    /// [`Error::Io`] if it cannot be started, [`Error::Browser`] if it does not get ready.
    pub(crate) fn open() -> Result<Self, Error> {
        let mut server = Command::new(PROGRAM);
        // It looks for a free number itself, and tells it when it is ready.
        server.args(["-displayfd", "1", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"]);
        // Otherwise it begins anew when a browser is closed, and the next one that starts meanwhile finds no screen.
        server.arg("-noreset");
        let mut process = guarded(&server)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(Error::io(format!("start {PROGRAM}")))?;
        let mut number = String::new();
        if let Some(output) = process.stdout.take() {
            BufReader::new(output).read_line(&mut number).ok();
        }
        let screen = Self { process, display: format!(":{}", number.trim()) };
        if number.trim().is_empty() {
            return Err(Error::Browser(format!("{PROGRAM} does not start")));
        }
        Ok(screen)
    }

    /// The variable of the environment by which programs find it.
    pub(crate) fn variable(&self) -> (&'static str, &str) {
        ("DISPLAY", &self.display)
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        drop(self.process.stdin.take());
        self.process.wait().ok();
    }
}
