//! A browser of our own that goes to an address and calls functions there: the three commands of WebDriver that
//! measuring needs. It does not know what is measured.

use std::time::Duration;

use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::browser::{Browser, Engine};
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

/// Calls a function of a module, and calls back with what it returns or why it does not.
const SCRIPT: &str = "const [{ module, name, argument }, done] = arguments;
    import(new URL(module, location))
        .then(functions => functions[name](argument))
        .then(returned => done({ returned }), failure => done({ failure: String(failure) }));";

impl<'a> Session<'a> {
    /// Opens a browser in which scripts may take as long as `limit`.
    ///
    /// # Errors
    /// [`Error::Browser`] if it does not open.
    pub(super) fn open(driver: &'a Driver, browser: &Browser, limit: Duration) -> Result<Self, Error> {
        let mut wanted = wanted(browser);
        wanted["timeouts"] = json!({ "script": u64::try_from(limit.as_millis()).unwrap_or(u64::MAX) });
        let capabilities = json!({ "capabilities": { "alwaysMatch": wanted } });
        let said = driver.request("POST", "/session", Some(&capabilities), PATIENCE)?;
        let id = said["value"]["sessionId"].as_str().ok_or_else(|| Error::Browser(refused(&said)))?;
        Ok(Self { driver, path: format!("/session/{id}"), limit })
    }

    /// Goes to an address.
    ///
    /// # Errors
    /// [`Error::Browser`] if it cannot be reached.
    pub(super) fn go(&self, address: &str) -> Result<(), Error> {
        obeyed(&self.command("/url", &json!({ "url": address }), PATIENCE)?)
    }

    /// What a function of a JavaScript module beside the page returns, or why it does not.
    ///
    /// # Errors
    /// [`Error::Browser`] if the driver does not answer.
    pub(super) fn call<Returned: DeserializeOwned>(
        &self,
        module: &str,
        name: &str,
        argument: &Value,
    ) -> Result<Result<Returned, String>, Error> {
        let asked = json!({ "module": module, "name": name, "argument": argument });
        let body = json!({ "script": SCRIPT, "args": [asked] });
        let said = self.command("/execute/async", &body, self.limit + GRACE)?;
        Ok(returned(said, self.limit))
    }

    /// Tells Chromium something in the words of its own protocol.
    ///
    /// # Errors
    /// [`Error::Browser`] if it refuses.
    pub(super) fn tell(&self, command: &str, parameters: &Value) -> Result<(), Error> {
        let body = json!({ "cmd": command, "params": parameters });
        obeyed(&self.command("/goog/cdp/execute", &body, PATIENCE)?)
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

/// The browser, in the words of its driver.
fn wanted(browser: &Browser) -> Value {
    let program = &browser.program;
    match browser.engine {
        Engine::Chromium => json!({ "browserName": "chrome", "goog:chromeOptions": {
            "binary": program,
            // The last one lets a page that asks how much memory it holds have an answer at once.
            "args": ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run",
                "--js-flags=--max-old-space-size=4096", "--enable-blink-features=ForceEagerMeasureMemory"],
        } }),
        Engine::Firefox => json!({ "browserName": "firefox", "moz:firefoxOptions": {
            "binary": program, "args": ["-headless"],
        } }),
        Engine::WebKit => json!({ "browserName": "MiniBrowser", "webkitgtk:browserOptions": {
            "binary": program, "args": ["--automation"],
        } }),
    }
}

/// What the page said, or why it did not.
fn returned<Returned: DeserializeOwned>(mut said: Value, limit: Duration) -> Result<Returned, String> {
    if let Some(failure) = said["value"]["failure"].as_str() {
        return Err(failure.to_owned());
    }
    match said["value"]["error"].as_str() {
        Some("script timeout" | "timeout") => Err(format!("not done after {} s", limit.as_secs())),
        Some(_) => Err(refused(&said)),
        None => serde_json::from_value(said["value"]["returned"].take()).map_err(|error| error.to_string()),
    }
}

fn obeyed(said: &Value) -> Result<(), Error> {
    if said["value"]["error"].is_null() { Ok(()) } else { Err(Error::Browser(refused(said))) }
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
    fn what_pages_say() {
        let check = |value: Value, expected: Result<f64, &str>| {
            let said = returned::<f64>(json!({ "value": value }), Duration::from_secs(60));
            assert_eq!(said, expected.map_err(str::to_owned));
        };
        check(json!({ "returned": 1.5 }), Ok(1.5));
        check(json!({ "failure": "Error: no memory" }), Err("Error: no memory"));
        check(json!({ "returned": "much" }), Err("invalid type: string \"much\", expected f64"));
        check(json!({ "error": "script timeout", "message": "script timeout" }), Err("not done after 60 s"));
        check(
            json!({ "error": "javascript error", "message": "no such thing\n at x" }),
            Err("the browser refused: no such thing"),
        );
    }
}
