//! A visitor with a browser of their own: goes to addresses, clicks, types, and waits for what there is to
//! see. It knows WebDriver, and nothing of what the page means.

use crate::engine::{self, Browser};
use crate::host::{Host, SMALL_WINDOW};
use crate::witness;
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::elements::Element;
use fantoccini::error::CmdError;
use fantoccini::wd::WebDriverCompatibleCommand;
use fantoccini::{Client, Locator};
use serde_json::{Value, json};
use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::time::{Duration, Instant};

const SHIFT: &str = "\u{e008}";
/// How long a visitor waits for something to be seen.
const PATIENCE: Duration = Duration::from_secs(20);
/// How long between two looks.
const PAUSE: Duration = Duration::from_millis(25);

/// The path the site is tested under: it must work at any.
const MOUNT: &str = "/some/path/";

/// Runs a test with a visitor and a host of its own, and fails it on any error in the console.
pub(crate) fn visit(test: impl AsyncFnOnce(&Visitor)) {
    visit_at(Host::open(MOUNT, |_, _| {}).root(), test);
}

/// The same, where the site is at another address.
pub(crate) fn visit_at(root: &str, test: impl AsyncFnOnce(&Visitor)) {
    with_browser(root, true, test);
}

/// The same with a browser whose visitor has turned JavaScript off.
pub(crate) fn visit_without_javascript(root: &str, test: impl AsyncFnOnce(&Visitor)) {
    with_browser(root, false, test);
}

fn with_browser(root: &str, javascript: bool, test: impl AsyncFnOnce(&Visitor)) {
    let mut browser = Browser::free(javascript);
    let outcome = catch_unwind(AssertUnwindSafe(|| {
        browser.run(async |client| {
            let visitor =
                Visitor { client: client.clone(), root: root.to_owned(), forgives: Cell::new(false) };
            visitor.resize(1280, 900).await;
            test(&visitor).await;
            if javascript && !visitor.forgives.get() {
                let mut errors = visitor.said("error").await;
                errors.extend(engine::errors(client).await);
                assert!(errors.is_empty(), "errors in the console: {errors:#?}");
            }
        });
    }));
    // Whatever a test that failed has left of its browser is not for the next one.
    if outcome.is_err() || !javascript {
        browser.close();
    }
    drop(browser);
    if let Err(panic) = outcome {
        resume_unwind(panic);
    }
}

/// What a hand does before anything else; the program starts at it.
pub(crate) const STIR: &str = "dispatchEvent(new Event('pointermove'))";

/// A visitor.
pub(crate) struct Visitor {
    client: Client,
    root: String,
    forgives: Cell<bool>,
}

impl Visitor {
    /// Takes errors in the console for granted, because the test is about them.
    pub(crate) fn forgives_errors(&self) {
        self.forgives.set(true);
    }

    /// What was said in the console of this site's pages at a level, `warn` or `error`, since the visitor arrived.
    pub(crate) async fn said(&self, level: &str) -> Vec<String> {
        let script = format!("return ({})('{level}')", witness::RECALL);
        let said = self.run(&script).await;
        said.as_array().unwrap().iter().map(|line| line.as_str().unwrap().to_owned()).collect()
    }

    /// Opens an address, whatever becomes of it.
    pub(crate) async fn go(&self, address: &str) {
        let url = format!("{}{address}", self.root);
        if url.starts_with("file:") {
            // Its addresses are fragments of one page, which is not left.
            self.client.goto(&url).await.unwrap();
        } else {
            self.leaves(self.client.goto(&url)).await;
        }
    }

    /// Waits until a command has brought another page. WebKit's driver takes it for done as soon as the page that is
    /// being left has changed its own address.
    async fn leaves(&self, command: impl Future<Output = Result<(), CmdError>>) {
        let before = self.client.find(Locator::Css("html")).await.unwrap();
        command.await.unwrap();
        let start = Instant::now();
        while before.tag_name().await.is_ok() {
            assert!(start.elapsed() < PATIENCE, "the page is not left");
            tokio::time::sleep(PAUSE).await;
        }
    }

    /// Opens an address and waits until the page is alive.
    pub(crate) async fn open(&self, address: &str) {
        self.go(address).await;
        self.is_alive().await;
    }

    /// Opens an address in a window of this size, in CSS pixels, and waits until the page is alive. It may be smaller than
    /// browsers let their own windows be.
    pub(crate) async fn open_small(&self, width: u32, height: u32, address: &str) {
        self.go(&format!("{SMALL_WINDOW}?{width}x{height}/{address}")).await;
        let frame = self.client.find(Locator::Css("iframe")).await.unwrap();
        frame.enter_frame().await.unwrap();
        self.is_alive().await;
    }

    /// Goes on to an address inside the program that is alive already, which takes a third of the time of loading a page,
    /// and waits until all of it is drawn. Each view has a title, which the program writes when it has drawn it.
    pub(crate) async fn turn_to(&self, address: &str) {
        self.run(&format!(
            "document.title = '';
            history.pushState(null, '', new URL({}, document.baseURI));
            dispatchEvent(new PopStateEvent('popstate'))",
            json!(address)
        ))
        .await;
        let is_drawn =
            "return document.title !== '' && document.querySelector('#results[data-unfinished]') === null";
        self.sees(is_drawn, json!(true)).await;
    }

    /// Makes the small window another size.
    pub(crate) async fn resize_small(&self, width: u32, height: u32) {
        self.run(&format!("frameElement.width = {width}; frameElement.height = {height}")).await;
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
        self.leaves(self.client.refresh()).await;
        self.is_alive().await;
    }

    /// Stirs until the page is alive.
    pub(crate) async fn is_alive(&self) {
        self.sees(&format!("{STIR}; return document.documentElement.dataset.hydrated"), json!("true")).await;
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

    /// Clicks an element, as soon as it is there, in the middle of the window.
    pub(crate) async fn click(&self, selector: &str) {
        let element = self.waits_for(selector).await;
        // WebKit's driver does not scroll to an element of which the edge can be seen.
        let scroll = "arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })";
        let place = vec![serde_json::to_value(&element).unwrap()];
        self.client.execute(scroll, place).await.unwrap();
        element.click().await.unwrap_or_else(|error| panic!("{selector} cannot be clicked: {error:?}"));
    }

    async fn waits_for(&self, selector: &str) -> Element {
        let element = self.client.wait().at_most(PATIENCE).for_element(Locator::Css(selector)).await;
        element.unwrap_or_else(|error| panic!("no {selector}: {error}"))
    }

    /// Touches a key that does nothing: what scripts do to the history without any act of a visitor WebKit forgets.
    pub(crate) async fn shows_a_hand(&self) {
        self.press(SHIFT).await;
    }

    /// Types into an element, key by key.
    pub(crate) async fn type_into(&self, selector: &str, text: &str) {
        let element = self.client.find(Locator::Css(selector)).await.unwrap();
        element.send_keys(text).await.unwrap();
    }

    /// Presses keys one after the other, as a keyboard does, whatever has the focus.
    pub(crate) async fn press(&self, keys: &str) {
        let mut strokes = KeyActions::new("keyboard".into());
        for value in keys.chars() {
            strokes = strokes.then(KeyAction::Down { value }).then(KeyAction::Up { value });
        }
        self.client.perform_actions(strokes).await.unwrap();
    }

    /// The names that the browser tells to assistive technology, for each element that a script returns; for those
    /// without one also the beginning of their HTML.
    pub(crate) async fn names(&self, script: &str) -> Vec<(String, String)> {
        // Firefox makes the tree of names anew with the next frame that it draws.
        let frames = "for (let count = 0; count < 3; count += 1) await new Promise(requestAnimationFrame)";
        self.run_slowly(frames).await;
        let found = self.run(script).await;
        let text = |value: Value| value.as_str().unwrap_or_default().to_owned();
        let mut names = Vec::new();
        for element in found.as_array().unwrap() {
            let id = element.as_object().unwrap().values().next().unwrap().as_str().unwrap().to_owned();
            let name = text(self.client.issue_cmd(ComputedLabel(id)).await.unwrap());
            let html = if name.trim().is_empty() {
                let html = "return arguments[0].outerHTML.slice(0, 200)";
                text(self.client.execute(html, vec![element.clone()]).await.unwrap())
            } else {
                String::new()
            };
            names.push((html, name));
        }
        names
    }

    /// Chooses from a list, by the value of an option.
    pub(crate) async fn choose(&self, selector: &str, value: &str) {
        let list = self.waits_for(selector).await;
        self.shows_a_hand().await;
        list.select_by_value(value).await.unwrap();
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

    /// What is seen of the page, as PNG.
    pub(crate) async fn picture(&self) -> Vec<u8> {
        self.client.screenshot().await.unwrap()
    }

    /// Gives the browser a command of Chromium's developer tools.
    pub(crate) async fn devtools(&self, command: &'static str, parameters: Value) {
        self.client.issue_cmd(DevTools { command, parameters }).await.unwrap();
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
            tokio::time::sleep(PAUSE).await;
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
            if start.elapsed() > PATIENCE {
                let address = self.run("return location.href").await;
                let errors = self.said("error").await;
                panic!(
                    "{script}\n  expected {expected}\n  found    {found}\n  at       {address}\n  errors   {errors:#?}"
                );
            }
            tokio::time::sleep(PAUSE).await;
        }
    }
}

/// Asks for the accessible name of an element, by its id.
#[derive(Debug)]
struct ComputedLabel(String);

impl WebDriverCompatibleCommand for ComputedLabel {
    fn endpoint(&self, base: &url::Url, session: Option<&str>) -> Result<url::Url, url::ParseError> {
        base.join(&format!("session/{}/element/{}/computedlabel", session.unwrap_or_default(), self.0))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        (http::Method::GET, None)
    }
}

/// A command of Chromium's developer tools.
#[derive(Debug)]
struct DevTools {
    command: &'static str,
    parameters: Value,
}

impl WebDriverCompatibleCommand for DevTools {
    fn endpoint(&self, base: &url::Url, session: Option<&str>) -> Result<url::Url, url::ParseError> {
        base.join(&format!("session/{}/goog/cdp/execute", session.unwrap_or_default()))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        (http::Method::POST, Some(json!({ "cmd": self.command, "params": self.parameters }).to_string()))
    }
}
