//! A visitor with a browser of their own: goes to addresses, clicks, types, and waits for what there is to
//! see. It knows WebDriver, and nothing of what the page means.

use fantoccini::wd::WebDriverCompatibleCommand;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use std::cell::Cell;
use std::env;
use std::time::{Duration, Instant};

/// How long a visitor waits for something to be seen.
const PATIENCE: Duration = Duration::from_secs(10);

/// Runs a test with a visitor of its own, and fails it on any error in the console.
pub(crate) fn visit(test: impl AsyncFnOnce(&Visitor)) {
    visit_at(&setting("DESENLACE_ADDRESS"), test);
}

/// The same, where the site is at another address.
pub(crate) fn visit_at(root: &str, test: impl AsyncFnOnce(&Visitor)) {
    with_browser(root, json!({}), test);
}

/// The same with a browser that is set up otherwise.
fn with_browser(root: &str, preferences: Value, test: impl AsyncFnOnce(&Visitor)) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let visitor = Visitor::arrive(root, preferences).await;
        test(&visitor).await;
        visitor.leave().await;
    });
}

/// A visitor.
pub(crate) struct Visitor {
    client: Client,
    root: String,
    forgives: Cell<bool>,
}

/// What must be set for the tests to find the page and the browser.
fn setting(name: &str) -> String {
    env::var(name).unwrap_or_else(|_| panic!("{name} is not set; run these tests by `cargo xtask test`"))
}

impl Visitor {
    async fn arrive(root: &str, preferences: Value) -> Self {
        let options = json!({
            "browserName": "chrome",
            "goog:chromeOptions": {
                "binary": setting("CHROMIUM"),
                "args": ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                    "--disable-background-networking", "--disable-component-update", "--disable-sync",
                    "--no-first-run", "--window-size=1280,900"],
                "prefs": preferences,
            },
            "goog:loggingPrefs": { "browser": "ALL" },
        });
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(options.as_object().unwrap().clone())
            .connect(&setting("DESENLACE_WEBDRIVER"))
            .await
            .unwrap();
        Self { client, root: root.to_owned(), forgives: Cell::new(false) }
    }

    /// Runs a test with a browser whose visitor has turned JavaScript off.
    pub(crate) fn without_javascript(root: &str, test: impl AsyncFnOnce(&Visitor)) {
        with_browser(root, json!({ "profile.managed_default_content_settings.javascript": 2 }), test);
    }

    async fn leave(self) {
        let log = self.client.issue_cmd(BrowserLog).await.unwrap();
        let errors: Vec<&Value> =
            log.as_array().unwrap().iter().filter(|entry| entry["level"] == "SEVERE").collect();
        self.client.clone().close().await.unwrap();
        assert!(self.forgives.get() || errors.is_empty(), "errors in the console: {errors:#?}");
    }

    /// Takes errors in the console for granted, because the test is about them.
    pub(crate) fn forgives_errors(&self) {
        self.forgives.set(true);
    }

    /// What the browser has written into its console since this was last asked.
    pub(crate) async fn console(&self) -> Vec<String> {
        let log = self.client.issue_cmd(BrowserLog).await.unwrap();
        log.as_array().unwrap().iter().map(|entry| entry["message"].as_str().unwrap().to_owned()).collect()
    }

    /// Opens an address, whatever becomes of it.
    pub(crate) async fn go(&self, address: &str) {
        self.client.goto(&format!("{}{address}", self.root)).await.unwrap();
    }

    /// Opens an address and waits until the page is alive.
    pub(crate) async fn open(&self, address: &str) {
        self.go(address).await;
        self.is_alive().await;
    }

    /// Waits until the browser keeps all that the site needs without a network.
    pub(crate) async fn is_ready_to_go_offline(&self) {
        let active = "return (await navigator.serviceWorker.ready).active?.state";
        self.sees_slowly(active, json!("activated")).await;
    }

    /// Waits until the browser is at an address of the site, where no script can tell.
    pub(crate) async fn is_at(&self, address: &str) {
        let url = format!("{}{address}", self.root).parse().unwrap();
        self.client.wait().at_most(PATIENCE).for_url(&url).await.unwrap();
    }

    /// The text of an element, as it can be seen.
    pub(crate) async fn text(&self, selector: &str) -> String {
        self.client.find(Locator::Css(selector)).await.unwrap().text().await.unwrap()
    }

    /// Loads the page again.
    pub(crate) async fn reload(&self) {
        self.client.refresh().await.unwrap();
        self.is_alive().await;
    }

    /// Waits until the page is alive.
    pub(crate) async fn is_alive(&self) {
        self.sees("return document.documentElement.dataset.hydrated", json!("true")).await;
    }

    /// Goes back.
    pub(crate) async fn back(&self) {
        self.client.back().await.unwrap();
    }

    /// Goes forward.
    pub(crate) async fn forward(&self) {
        self.client.forward().await.unwrap();
    }

    /// Makes the window another size, in CSS pixels.
    pub(crate) async fn resize(&self, width: u32, height: u32) {
        self.client.set_window_size(width, height).await.unwrap();
    }

    /// Clicks an element, as soon as it is there.
    pub(crate) async fn click(&self, selector: &str) {
        let element = self.client.wait().at_most(PATIENCE).for_element(Locator::Css(selector)).await;
        let element = element.unwrap_or_else(|error| panic!("no {selector}: {error}"));
        element.click().await.unwrap_or_else(|error| panic!("{selector} cannot be clicked: {error}"));
    }

    /// Types into an element, key by key.
    pub(crate) async fn type_into(&self, selector: &str, text: &str) {
        let element = self.client.find(Locator::Css(selector)).await.unwrap();
        element.send_keys(text).await.unwrap();
    }

    /// Presses keys on whatever has the focus.
    pub(crate) async fn press(&self, keys: &str) {
        self.client.active_element().await.unwrap().send_keys(keys).await.unwrap();
    }

    /// Chooses from a list, by the value of an option.
    pub(crate) async fn choose(&self, selector: &str, value: &str) {
        let list = self.client.wait().at_most(PATIENCE).for_element(Locator::Css(selector)).await;
        list.unwrap_or_else(|error| panic!("no {selector}: {error}")).select_by_value(value).await.unwrap();
    }

    /// What a script returns.
    pub(crate) async fn run(&self, script: &str) -> Value {
        self.client.execute(script, Vec::new()).await.unwrap_or_else(|error| panic!("{script}: {error}"))
    }

    /// What a script returns that waits for something itself.
    pub(crate) async fn run_slowly(&self, script: &str) -> Value {
        let script = format!(
            "const done = arguments[arguments.length - 1];
            (async () => {{ {script} }})().then(done, (error) => done(String(error)))"
        );
        let answer = self.client.execute_async(&script, Vec::new()).await;
        answer.unwrap_or_else(|error| panic!("{script}: {error}"))
    }

    /// Waits until a script that waits for something itself returns a value.
    pub(crate) async fn sees_slowly(&self, script: &str, expected: Value) {
        let start = Instant::now();
        loop {
            let found = self.run_slowly(script).await;
            if found == expected {
                return;
            }
            assert!(start.elapsed() < PATIENCE, "{script}\n  expected {expected}\n  found    {found}");
            tokio::time::sleep(Duration::from_millis(25)).await;
        }
    }

    /// Waits until a script returns a value.
    pub(crate) async fn sees(&self, script: &str, expected: Value) {
        self.waits(script, &expected, |found| *found == expected).await;
    }

    /// Waits until a script returns a list with a value in it.
    pub(crate) async fn sees_in(&self, script: &str, expected: Value) {
        self.waits(script, &expected, |found| found.as_array().is_some_and(|list| list.contains(&expected)))
            .await;
    }

    /// Waits until the browser is at an address of the site.
    pub(crate) async fn sees_address(&self, address: &str) {
        self.sees("return location.href", json!(format!("{}{address}", self.root))).await;
    }

    async fn waits(&self, script: &str, expected: &Value, is_there: impl Fn(&Value) -> bool) {
        let start = Instant::now();
        loop {
            let found = self.run(script).await;
            if is_there(&found) {
                return;
            }
            assert!(start.elapsed() < PATIENCE, "{script}\n  expected {expected}\n  found    {found}");
            tokio::time::sleep(Duration::from_millis(25)).await;
        }
    }
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
