//! The browser driver's process: started on a free port, ended with all its browsers in any case.
//! It does not know what the tests make it do.

use std::io::{BufRead, BufReader, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpStream};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::browser::Browser;
use crate::error::Error;
use crate::run::guarded;
use crate::screen::Screen;
use crate::server;

const PATIENCE: Duration = Duration::from_secs(30);

/// A running driver. Dropping it ends it.
#[derive(Debug)]
pub(crate) struct Driver {
    process: Child,
    address: SocketAddr,
    /// What its browser is drawn on; ended after it.
    _screen: Option<Screen>,
}

impl Driver {
    /// Starts the driver of a browser and waits until it is ready for sessions.
    ///
    /// # Errors
    /// [`Error::Io`] if it cannot be started, [`Error::Browser`] if it does not get ready.
    pub(crate) fn start(browser: &Browser) -> Result<Self, Error> {
        let free = server::bind(Ipv4Addr::LOCALHOST.into(), 0)?;
        let address = free.local_addr().map_err(Error::io("find a free port"))?;
        drop(free);
        let mut program = Command::new(&browser.driver);
        program.arg(format!("--port={}", address.port()));
        let screen = browser.screen()?;
        let process = guarded(&program)
            .envs(screen.as_ref().map(Screen::variable))
            .envs(browser.settings().iter().copied())
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .spawn()
            .map_err(Error::io(format!("start {}", browser.driver.display())))?;
        let driver = Self { process, address, _screen: screen };
        driver.wait().map(|()| driver)
    }

    /// The number of its process, whose descendants are its browsers.
    pub(crate) fn process(&self) -> u32 {
        self.process.id()
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

    /// What the driver answers to a WebDriver command, waiting for it no longer than `patience`.
    ///
    /// # Errors
    /// [`Error::Browser`] if it does not answer, or not in JSON.
    pub(crate) fn request(
        &self,
        method: &str,
        path: &str,
        body: Option<&Value>,
        patience: Duration,
    ) -> Result<Value, Error> {
        let body = body.map(Value::to_string).unwrap_or_default();
        let answer = self.exchange(method, path, &body, patience);
        answer
            .and_then(|json| serde_json::from_str(&json).ok())
            .ok_or_else(|| Error::Browser(format!("the browser driver does not answer to {method} {path}")))
    }

    fn get(&self, path: &str) -> Option<String> {
        self.exchange("GET", path, "", Duration::from_secs(5))
    }

    fn exchange(&self, method: &str, path: &str, body: &str, patience: Duration) -> Option<String> {
        let mut stream = TcpStream::connect_timeout(&self.address, Duration::from_secs(1)).ok()?;
        stream.set_read_timeout(Some(patience)).ok()?;
        let (address, length) = (self.address, body.len());
        let request = format!(
            "{method} {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\nContent-Length: {length}\r\n\r\n{body}"
        );
        stream.write_all(request.as_bytes()).ok()?;
        body_of(&mut BufReader::new(stream))
    }
}

/// The body of an answer. The driver leaves the connection open, so only the stated length says where it ends.
fn body_of(answer: &mut impl BufRead) -> Option<String> {
    let mut length = 0;
    let mut line = String::new();
    while answer.read_line(&mut line).ok()? > 0 && line.trim() != "" {
        if let Some((name, value)) = line.split_once(':')
            && name.eq_ignore_ascii_case("content-length")
        {
            length = value.trim().parse().ok()?;
        }
        line.clear();
    }
    let mut body = vec![0; length];
    answer.read_exact(&mut body).ok()?;
    String::from_utf8(body).ok()
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_body_ends_where_its_length_says() {
        let body = |answer: &str| body_of(&mut answer.as_bytes());
        assert_eq!(body("HTTP/1.1 200 OK\r\ncontent-length: 4\r\n\r\n{  }more"), Some("{  }".into()));
        assert_eq!(body("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{}"), None);
        assert_eq!(body("HTTP/1.1 204 No Content\r\n\r\n"), Some(String::new()));
        assert_eq!(body("HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n{}"), None);
    }
}
