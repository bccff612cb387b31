//! A browser of our own that goes to an address and runs a script: the three commands of WebDriver that measuring
//! needs. It does not know what is measured.

use std::time::Duration;

use serde_json::{Value, json};

use crate::browser::Browser;
use crate::driver::Driver;
use crate::error::Error;

/// For everything but scripts.
const PATIENCE: Duration = Duration::from_secs(60);
/// What a script may take longer than it is allowed to, before we stop waiting for the driver to say so.
const GRACE: Duration = Duration::from_secs(60);

/// An open browser with one page. Dropping it closes it.
pub(super) struct Session<'a> {
    driver: &'a Driver,
    path: String,
    limit: Duration,
}

/// What became of a script.
#[derive(Debug, PartialEq)]
pub(super) enum Outcome {
    /// What it called back with.
    Done(Value),
    /// It took longer than it was allowed to.
    TimedOut,
    /// The browser's words.
    Failed(String),
}

impl<'a> Session<'a> {
    /// Opens a browser in which scripts may take as long as `limit`.
    ///
    /// # Errors
    /// [`Error::Browser`] if it does not open.
    pub(super) fn open(driver: &'a Driver, browser: &Browser, limit: Duration) -> Result<Self, Error> {
        let capabilities = json!({ "capabilities": { "alwaysMatch": {
            "browserName": "chrome",
            "timeouts": { "script": u64::try_from(limit.as_millis()).unwrap_or(u64::MAX) },
            "goog:chromeOptions": {
                "binary": browser.program,
                // The last one lets a page that asks how much memory it holds have an answer at once.
                "args": ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run",
                    "--js-flags=--max-old-space-size=4096", "--enable-blink-features=ForceEagerMeasureMemory"],
            },
        } } });
        let said = driver.request("POST", "/session", Some(&capabilities), PATIENCE)?;
        let id = said["value"]["sessionId"].as_str().ok_or_else(|| Error::Browser(refused(&said)))?;
        Ok(Self { driver, path: format!("/session/{id}"), limit })
    }

    /// Goes to an address.
    ///
    /// # Errors
    /// [`Error::Browser`] if it cannot be reached.
    pub(super) fn go(&self, address: &str) -> Result<(), Error> {
        let said = self.command("/url", &json!({ "url": address }), PATIENCE)?;
        if said["value"]["error"].is_null() { Ok(()) } else { Err(Error::Browser(refused(&said))) }
    }

    /// Runs a script whose last argument is what it calls when it is done.
    ///
    /// # Errors
    /// [`Error::Browser`] if the driver does not answer; what goes wrong in the page is an outcome.
    pub(super) fn run(&self, script: &str, argument: &Value) -> Result<Outcome, Error> {
        let body = json!({ "script": script, "args": [argument] });
        let said = self.command("/execute/async", &body, self.limit + GRACE)?;
        Ok(outcome(said))
    }

    fn command(&self, what: &str, body: &Value, patience: Duration) -> Result<Value, Error> {
        self.driver.request("POST", &format!("{}{what}", self.path), Some(body), patience)
    }
}

impl Drop for Session<'_> {
    fn drop(&mut self) {
        // A browser that is not closed now is closed with its driver.
        self.driver.request("DELETE", &self.path, None, PATIENCE).ok();
    }
}

fn outcome(mut said: Value) -> Outcome {
    match said["value"]["error"].as_str() {
        Some("script timeout" | "timeout") => Outcome::TimedOut,
        Some(_) => Outcome::Failed(refused(&said)),
        None => Outcome::Done(said["value"].take()),
    }
}

/// What the browser complains of, in one line.
fn refused(said: &Value) -> String {
    let message = said["value"]["message"].as_str().unwrap_or("no reason given");
    format!("the browser refused: {}", message.lines().next().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn outcomes() {
        assert_eq!(outcome(json!({ "value": { "opening": 1 } })), Outcome::Done(json!({ "opening": 1 })));
        let timed_out = json!({ "value": { "error": "script timeout", "message": "script timeout" } });
        assert_eq!(outcome(timed_out), Outcome::TimedOut);
        let failed = json!({ "value": { "error": "javascript error", "message": "no such thing\n at x" } });
        assert_eq!(outcome(failed), Outcome::Failed("the browser refused: no such thing".into()));
    }
}
