//! The browsers of the kind that `cargo xtask test` chose: how a driver is to start one, and which are free. It does not
//! know what the tests do with them.

use fantoccini::error::CmdError;
use fantoccini::wd::WebDriverCompatibleCommand;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use std::env;
use std::sync::{Condvar, LazyLock, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::runtime::Runtime;

/// Longer than any test takes, on a busy machine too. One that takes longer fails, where it would hold up all others.
const TEST: Duration = Duration::from_mins(5);
/// The same for a browser that is started.
const START: Duration = Duration::from_mins(1);
/// The same for a browser that is closed, or emptied.
const CLOSE: Duration = Duration::from_secs(20);

/// What must be set for the tests to find the page and the browser.
pub(crate) fn setting(name: &str) -> String {
    env::var(name).unwrap_or_else(|_| panic!("{name} is not set; run these tests by `cargo xtask test`"))
}

/// The browsers that nobody uses, and how many there are in all.
static PLACES: LazyLock<Mutex<Places>> = LazyLock::new(|| {
    let links = setting("DESENLACE_WEBDRIVERS");
    let free: Vec<Place> =
        links.split_whitespace().map(|link| Place { driver: link.to_owned(), open: None }).collect();
    Mutex::new(Places { all: free.len(), free })
});
static A_CHANGE: Condvar = Condvar::new();

struct Places {
    free: Vec<Place>,
    all: usize,
}

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
        let mut places = places();
        let place = loop {
            match places.free.pop() {
                Some(place) => break place,
                None if places.all == 0 => {
                    drop(places);
                    panic!("no driver starts a browser any more");
                }
                None => places = A_CHANGE.wait(places).unwrap_or_else(PoisonError::into_inner),
            }
        };
        drop(places);
        let mut browser = Self(Some(place));
        if !(javascript && browser.empty()) {
            browser.close();
            browser.start(javascript);
        }
        browser
    }

    /// Does something with it, from beginning to end.
    pub(crate) fn run<T>(&self, work: impl AsyncFnOnce(&Client) -> T) -> T {
        let (runtime, client) = self.0.as_ref().and_then(|place| place.open.as_ref()).unwrap();
        within(runtime, TEST, work(client)).unwrap_or_else(|| panic!("not ended after {} s", TEST.as_secs()))
    }

    /// Closes it, so that the next test has a new one.
    pub(crate) fn close(&mut self) {
        if let Some((runtime, client)) = self.0.as_mut().and_then(|place| place.open.take()) {
            within(&runtime, CLOSE, client.close()); // one that has crashed is closed already
        }
    }

    /// Takes from an open browser what the test before has left there. No browser, or one that has crashed, is not empty.
    fn empty(&self) -> bool {
        let Some((runtime, client)) = self.0.as_ref().and_then(|place| place.open.as_ref()) else {
            return false;
        };
        let emptied = within(runtime, CLOSE, async {
            let window = client.new_window(false).await?.handle;
            client.close_window().await?;
            client.switch_to_window(window).await?;
            errors(client).await; // of the test before
            Ok::<(), CmdError>(())
        });
        matches!(emptied, Some(Ok(())))
    }

    /// Starts one. A driver that cannot is given up: it would fail every test that comes after.
    fn start(&mut self, javascript: bool) {
        let mut place = self.0.take().unwrap();
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let mut builder = ClientBuilder::new(HttpConnector::new());
        builder.capabilities(capabilities(javascript).as_object().unwrap().clone());
        match within(&runtime, START, builder.connect(&place.driver)) {
            Some(Ok(client)) => {
                place.open = Some((runtime, client));
                self.0 = Some(place);
            }
            outcome => {
                places().all -= 1;
                A_CHANGE.notify_all();
                panic!(
                    "a driver does not start a browser within {} s: {:?}",
                    START.as_secs(),
                    outcome.map(Result::err)
                );
            }
        }
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        places().free.extend(self.0.take());
        A_CHANGE.notify_one();
    }
}

/// A test that fails while it looks for a browser changes nothing about the places.
fn places() -> MutexGuard<'static, Places> {
    PLACES.lock().unwrap_or_else(PoisonError::into_inner)
}

/// What comes of some work, if it ends in time.
fn within<T>(runtime: &Runtime, time: Duration, work: impl Future<Output = T>) -> Option<T> {
    runtime.block_on(async { tokio::time::timeout(time, work).await.ok() })
}

/// Whether the browsers are Chromium, whose driver can do more than those of the others.
pub(crate) fn is_chromium() -> bool {
    setting("DESENLACE_ENGINE") == "chromium"
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
                "prefs": {
                    "javascript.enabled": javascript,
                    // What nobody sees need not be drawn sixty times in a second, and no process be kept for another site.
                    "layout.frame_rate": 20,
                    "dom.ipc.processPrelaunch.enabled": false,
                },
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
    if !is_chromium() {
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
