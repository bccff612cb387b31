//! The browsers of the kind that `cargo xtask test` chose: how a driver is to start one, and which are free. It does not
//! know what the tests do with them.

use fantoccini::wd::WebDriverCompatibleCommand;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use std::env;
use std::sync::{Condvar, LazyLock, Mutex};
use tokio::runtime::Runtime;

/// What must be set for the tests to find the page and the browser.
pub(crate) fn setting(name: &str) -> String {
    env::var(name).unwrap_or_else(|_| panic!("{name} is not set; run these tests by `cargo xtask test`"))
}

/// The browsers that nobody uses.
static FREE: LazyLock<Mutex<Vec<Place>>> = LazyLock::new(|| {
    let links = setting("DESENLACE_WEBDRIVERS");
    Mutex::new(links.split_whitespace().map(|link| Place { driver: link.to_owned(), open: None }).collect())
});
static ONE_IS_FREE: Condvar = Condvar::new();

/// A driver, and the browser that an earlier test has left open there.
struct Place {
    driver: String,
    open: Option<(Runtime, Client)>,
}

/// A browser with one empty window. Dropping it lets another test have it. Each test has a window and an origin of its
/// own, so nothing that one leaves in a browser meets another, but starting a browser takes seconds.
pub(crate) struct Browser(Option<Place>);

impl Browser {
    /// A browser that nobody uses, as soon as there is one.
    pub(crate) fn free(javascript: bool) -> Self {
        let mut free = FREE.lock().unwrap();
        let place = loop {
            match free.pop() {
                Some(place) => break place,
                None => free = ONE_IS_FREE.wait(free).unwrap(),
            }
        };
        drop(free);
        let mut browser = Self(Some(place));
        if !javascript {
            browser.close();
        }
        browser.open(javascript);
        browser
    }

    /// Does something with it, from beginning to end.
    pub(crate) fn run<T>(&self, work: impl AsyncFnOnce(&Client) -> T) -> T {
        let (runtime, client) = self.0.as_ref().and_then(|place| place.open.as_ref()).unwrap();
        runtime.block_on(work(client))
    }

    /// Closes it, so that the next test has a new one.
    pub(crate) fn close(&mut self) {
        if let Some((runtime, client)) = self.0.as_mut().and_then(|place| place.open.take()) {
            runtime.block_on(client.close()).ok(); // one that has crashed is closed already
        }
    }

    fn open(&mut self, javascript: bool) {
        let place = self.0.as_mut().unwrap();
        if let Some((runtime, client)) = &place.open {
            runtime.block_on(async {
                let window = client.new_window(false).await.unwrap().handle;
                client.close_window().await.unwrap();
                client.switch_to_window(window).await.unwrap();
                errors(client).await; // of the test before
            });
        } else {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            let mut builder = ClientBuilder::new(HttpConnector::new());
            builder.capabilities(capabilities(javascript).as_object().unwrap().clone());
            let client = runtime.block_on(builder.connect(&place.driver)).unwrap();
            place.open = Some((runtime, client));
        }
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        FREE.lock().unwrap().extend(self.0.take());
        ONE_IS_FREE.notify_one();
    }
}

/// How a driver is to start the browser, with or without JavaScript.
fn capabilities(javascript: bool) -> Value {
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
