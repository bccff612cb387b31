//! The browser that `cargo xtask test` chose, how a driver is to start it, and the drivers there are. It does not know
//! what the tests do with it.

use fantoccini::Client;
use fantoccini::wd::WebDriverCompatibleCommand;
use serde_json::{Value, json};
use std::env;
use std::sync::{Condvar, LazyLock, Mutex};

/// What must be set for the tests to find the page and the browser.
pub(crate) fn setting(name: &str) -> String {
    env::var(name).unwrap_or_else(|_| panic!("{name} is not set; run these tests by `cargo xtask test`"))
}

/// The addresses of the drivers that nobody uses.
static FREE: LazyLock<Mutex<Vec<String>>> = LazyLock::new(|| {
    Mutex::new(setting("DESENLACE_WEBDRIVERS").split_whitespace().map(String::from).collect())
});
static ONE_IS_FREE: Condvar = Condvar::new();

/// A driver for one browser. Dropping it lets another test have it.
pub(crate) struct Driver(String);

impl Driver {
    /// A driver that nobody uses, as soon as there is one.
    pub(crate) fn free() -> Self {
        let mut free = FREE.lock().unwrap();
        loop {
            if let Some(link) = free.pop() {
                return Self(link);
            }
            free = ONE_IS_FREE.wait(free).unwrap();
        }
    }

    /// Where WebDriver requests go.
    pub(crate) fn link(&self) -> &str {
        &self.0
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        FREE.lock().unwrap().push(std::mem::take(&mut self.0));
        ONE_IS_FREE.notify_one();
    }
}

/// How a driver is to start the browser, with or without JavaScript.
pub(crate) fn capabilities(javascript: bool) -> Value {
    let program = setting("DESENLACE_BROWSER");
    match setting("DESENLACE_ENGINE").as_str() {
        "firefox" => json!({
            "browserName": "firefox",
            "moz:firefoxOptions": {
                "binary": program,
                "args": ["-headless"],
                "prefs": { "javascript.enabled": javascript },
            },
        }),
        "webkit" => json!({
            "browserName": "MiniBrowser",
            "webkitgtk:browserOptions": {
                "binary": program,
                "args": ["--automation", format!("--enable-javascript={javascript}")],
            },
        }),
        _ => json!({
            "browserName": "chrome",
            "goog:chromeOptions": {
                "binary": program,
                "args": ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                    "--disable-background-networking", "--disable-component-update", "--disable-sync",
                    "--no-first-run"],
                "prefs": {
                    "profile.managed_default_content_settings.javascript": if javascript { 1 } else { 2 },
                },
            },
            "goog:loggingPrefs": { "browser": "ALL" },
        }),
    }
}

/// The errors that the browser tells of by itself, besides what its pages can hear of. Only Chromium's driver has them.
pub(crate) async fn errors(client: &Client) -> Vec<String> {
    if setting("DESENLACE_ENGINE") != "chromium" {
        return Vec::new();
    }
    let log = client.issue_cmd(BrowserLog).await.unwrap();
    let errors = log.as_array().unwrap().iter().filter(|entry| entry["level"] == "SEVERE");
    errors.map(|entry| entry["message"].to_string()).collect()
}

/// What the browser wrote into its console, as Chromium's driver tells it.
#[derive(Debug)]
struct BrowserLog;

impl WebDriverCompatibleCommand for BrowserLog {
    fn endpoint(&self, base: &url::Url, session: Option<&str>) -> Result<url::Url, url::ParseError> {
        base.join(&format!("session/{}/se/log", session.unwrap_or_default()))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        (http::Method::POST, Some(json!({ "type": "browser" }).to_string()))
    }
}
