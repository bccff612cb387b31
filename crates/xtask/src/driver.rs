//! The browser driver's process: started on a free port, ended with all its browsers in any case.
//! It does not know what the tests make it do.

use std::io::{Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::error::Error;
use crate::server;

const PATIENCE: Duration = Duration::from_secs(30);

/// A running driver. Dropping it ends it.
#[derive(Debug)]
pub(crate) struct Driver {
    process: Child,
    address: SocketAddr,
}

impl Driver {
    /// Starts the program and waits until it is ready for sessions.
    ///
    /// # Errors
    /// [`Error::Io`] if it cannot be started, [`Error::Browser`] if it does not get ready.
    pub(crate) fn start(program: &Path) -> Result<Self, Error> {
        let free = server::bind(Ipv4Addr::LOCALHOST.into(), 0)?;
        let address = free.local_addr().map_err(Error::io("find a free port"))?;
        drop(free);
        let process = command(program, address.port())
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .spawn()
            .map_err(Error::io(format!("start {}", program.display())))?;
        let driver = Self { process, address };
        driver.wait().map(|()| driver)
    }

    /// Where WebDriver requests go.
    pub(crate) fn link(&self) -> String {
        format!("http://{}", self.address)
    }

    fn wait(&self) -> Result<(), Error> {
        let start = Instant::now();
        while start.elapsed() < PATIENCE {
            if self.get("/status").is_some_and(|said| said.contains("\"ready\":true")) {
                return Ok(());
            }
            thread::sleep(Duration::from_millis(50));
        }
        Err(Error::Browser(format!("the browser driver was not ready after {} s", PATIENCE.as_secs())))
    }

    fn get(&self, path: &str) -> Option<String> {
        let mut stream = TcpStream::connect_timeout(&self.address, Duration::from_secs(1)).ok()?;
        stream.set_read_timeout(Some(Duration::from_secs(5))).ok()?;
        let request = format!("GET {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", self.address);
        stream.write_all(request.as_bytes()).ok()?;
        let mut said = Vec::new();
        stream.read_to_end(&mut said).ok();
        Some(String::from_utf8_lossy(&said).into_owned())
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        self.get("/shutdown"); // ends the browsers of sessions that were left open, too
        drop(self.process.stdin.take());
        let start = Instant::now();
        while start.elapsed() < Duration::from_secs(5) {
            if matches!(self.process.try_wait(), Ok(Some(_)) | Err(_)) {
                return;
            }
            thread::sleep(Duration::from_millis(50));
        }
        self.process.kill().ok();
        self.process.wait().ok();
    }
}

/// The driver behind a shell that ends it when our end of the pipe closes, which it does however
/// this process ends, even if killed.
#[cfg(unix)]
fn command(program: &Path, port: u16) -> Command {
    const GUARD: &str =
        r#""$0" "--port=$1" & driver=$!; cat > /dev/null; kill "$driver" 2> /dev/null; wait "$driver""#;
    let mut command = Command::new("sh");
    command.args(["-c", GUARD]).arg(program).arg(port.to_string());
    command
}

#[cfg(not(unix))]
fn command(program: &Path, port: u16) -> Command {
    let mut command = Command::new(program);
    command.arg(format!("--port={port}"));
    command
}
