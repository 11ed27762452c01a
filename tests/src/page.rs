//! A page in a browser, used by the words on it.

use crate::browser::{Browser, Kind};
use crate::{Site, Wishes};
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde_json::{Value, json};
use std::path::Path;
use std::time::{Duration, Instant};
use thirtyfour::prelude::*;

const FIND: &str = include_str!("page.js");

/// Functions for scripts that ask what is kept: see [`Page::run_on_kept`].
const KEPT: &str = include_str!("kept.js");

/// What the page fetched, and how far each request got.
const FETCHED: &str = "return performance.getEntriesByType('resource')
    .map((one) => `${one.name} ${one.transferSize} B`).concat(document.documentElement.dataset.network)";

/// The beginning of what is in local storage.
const STANDS: &str = "return Object.entries(localStorage).slice(0, 30).map(([name, text]) => `${name}: ${text.slice(0, 500)}`)";

/// How long something may take to appear before a test gives up on it.
const PATIENCE: Duration = Duration::from_secs(20);

/// A page of a site in a browser.
pub struct Page {
    browser: Browser,
}

impl Page {
    /// Opens an address of a site, such as `#/goals`, and waits until the page is ready.
    pub async fn open(site: &Site, hash: &str) -> Self {
        Self::open_as(site, hash, Wishes::default()).await
    }

    /// Opens an address in a browser set up as the test wants.
    pub async fn open_as(site: &Site, hash: &str, wishes: Wishes<'_>) -> Self {
        let page = Self::open_unready(site, hash, wishes).await;
        page.wait_until_ready().await;
        page
    }

    /// Opens an address and does not wait for the app.
    pub async fn open_unready(site: &Site, hash: &str, wishes: Wishes<'_>) -> Self {
        Self::open_at(&site.address(hash), wishes).await
    }

    /// Opens any address and does not wait for the app.
    pub async fn open_at(address: &str, wishes: Wishes<'_>) -> Self {
        let browser = Browser::start(wishes).await;
        let page = Self { browser };
        page.emulate(wishes).await;
        page.visit(address).await;
        page
    }

    /// Opens an address in another window of the same browser, which is in front then.
    pub async fn another_window(&self, address: &str) -> WindowHandle {
        let window = self.browser.driver.new_tab().await.unwrap();
        self.to(&window).await;
        self.visit(address).await;
        self.wait_until_ready().await;
        window
    }

    /// Brings a window to the front.
    pub async fn to(&self, window: &WindowHandle) {
        self.browser.driver.switch_to_window(window.clone()).await.unwrap();
    }

    /// Goes to any address, as by writing it into the address bar.
    pub async fn visit(&self, address: &str) {
        // A change of the hash alone would not reload the page.
        self.browser.driver.goto("about:blank").await.unwrap();
        self.browser.driver.goto(address).await.unwrap();
    }

    /// The driver, for whatever a person could not do.
    pub fn driver(&self) -> &WebDriver {
        &self.browser.driver
    }

    /// Waits until the page is ready, with and without a connection: the
    /// offline worker asks for its files by itself.
    pub async fn wait_until_ready(&self) {
        self.wait_for(
            "const { app, offline } = document.documentElement.dataset;
            return app === 'ready' && offline !== 'starting'",
        )
        .await;
    }

    /// Waits until a script returns true. Where it cannot run, as in the moment in
    /// which one page makes way for the next, it is run again.
    pub async fn wait_for(&self, script: &str) {
        self.until_true(script, script).await;
    }

    /// Waits for a script that uses the functions of `kept.js`, such as `kept`.
    pub async fn wait_for_kept(&self, script: &str) {
        self.until_true(script, &format!("{KEPT}\n{script}")).await;
    }

    /// Goes to an address of the same site, as a link would.
    pub async fn go(&self, hash: &str) {
        self.run(&format!("location.hash = {}", json!(hash))).await;
        self.wait_for(&format!("return location.hash === {}", json!(hash))).await;
    }

    /// Reloads the page.
    pub async fn reload(&self) {
        self.browser.driver.refresh().await.unwrap();
        self.wait_until_ready().await;
    }

    /// Kills the browser in the middle of whatever it is doing, as a fault would.
    pub fn kill(self) {
        self.browser.kill();
    }

    /// Closes the browser as a person does.
    pub async fn close(self) {
        self.browser.close().await;
    }

    /// Follows a link.
    pub async fn follow(&self, name: &str) {
        self.click(&self.find("link", name).await).await;
    }

    /// Presses a button.
    pub async fn press(&self, name: &str) {
        self.click(&self.find("button", name).await).await;
    }

    /// Presses a button that leads to a page that does not open: there Firefox's
    /// driver calls the press a failure.
    pub async fn press_and_leave(&self, name: &str) {
        let _ = self.find("button", name).await.click().await;
    }

    /// Unfolds something, or folds it again.
    pub async fn unfold(&self, name: &str) {
        self.click(&self.find("summary", name).await).await;
    }

    /// Ticks a box or chooses one of several.
    pub async fn choose(&self, name: &str) {
        self.click(&self.find("box", name).await).await;
    }

    /// Whether a box is ticked.
    pub async fn is_chosen(&self, name: &str) -> bool {
        self.find("box", name).await.is_selected().await.unwrap()
    }

    /// Types into a field, after what is in it, and waits until it is there:
    /// a browser may take keys later than its driver says.
    pub async fn write(&self, name: &str, words: &str) {
        let field = self.find("field", name).await;
        field.send_keys(words).await.unwrap();
        let has_keys = words.chars().any(|key| ('\u{e000}'..'\u{f8ff}').contains(&key) || key == '\n');
        if has_keys || field.attr("type").await.unwrap().as_deref() == Some("file") {
            return;
        }
        self.until(&format!("“{words}” in “{name}”"), || async {
            let value = field.prop("value").await;
            // A field that is gone, as after Enter, has accepted it.
            value.map_or(true, |value| value.unwrap_or_default().contains(words))
        })
        .await;
    }

    /// What is in a field.
    pub async fn written(&self, name: &str) -> String {
        self.find("field", name).await.prop("value").await.unwrap().unwrap_or_default()
    }

    /// Waits until words can be seen on the page.
    pub async fn sees(&self, words: &str) {
        let script =
            format!("return document.body.innerText.replace(/\\s+/g, ' ').includes({})", json!(words));
        self.wait_for(&script).await;
    }

    /// Whether words can be seen on the page at present.
    pub async fn shows(&self, words: &str) -> bool {
        let script =
            format!("return document.body.innerText.replace(/\\s+/g, ' ').includes({})", json!(words));
        self.run(&script).await == Value::Bool(true)
    }

    /// Waits for the page's own heading.
    pub async fn has_heading(&self, words: &str) {
        let script =
            format!("return document.querySelector('#app h1')?.textContent.trim() === {}", json!(words));
        self.wait_for(&script).await;
    }

    /// The text of a thing, such as `waymark.note.n`: what is under exactly that
    /// key, or else a version of it (`waymark.note.n~…`). The mark of a removal
    /// does not count as text.
    pub async fn kept(&self, key: &str) -> Option<String> {
        self.run_on_kept(&format!("return kept({})", json!(key))).await.as_str().map(str::to_owned)
    }

    /// The text of a thing, read as JSON.
    pub async fn kept_json(&self, key: &str) -> Value {
        serde_json::from_str(&self.kept(key).await.unwrap()).unwrap()
    }

    /// Every text of a thing: more than one where tabs wrote at the same time.
    pub async fn every_kept(&self, key: &str) -> Vec<String> {
        let texts = self.run_on_kept(&format!("return textsOf({})", json!(key))).await;
        serde_json::from_value(texts).unwrap()
    }

    /// Everything that is kept, by the names of the things: each saved form without what
    /// its version knows of others, so that copies are equal. Settings are included,
    /// and other apps' texts; a lock's copy and marks are not.
    pub async fn everything(&self) -> Value {
        self.run_on_kept("return everything()").await
    }

    /// Waits until nothing is left of a thing but the mark of its removal.
    pub async fn is_no_longer_kept(&self, key: &str) {
        self.wait_for_kept(&format!("return kept({}) === null", json!(key))).await;
    }

    /// Puts a text into local storage, as another app would.
    pub async fn put(&self, key: &str, text: &str) {
        self.run(&format!("localStorage.setItem({}, {})", json!(key), json!(text))).await;
    }

    /// Removes a thing from local storage with all its versions and marks, as another
    /// app would.
    pub async fn clear_away(&self, key: &str) {
        let script = format!("for (const name of namesOf({})) localStorage.removeItem(name)", json!(key));
        self.run_on_kept(&script).await;
    }

    /// The names of the things in local storage, sorted. However many versions of one
    /// there are, it is listed once; a removed thing is not listed, and
    /// neither is the copy of a lock.
    pub async fn keys(&self) -> Vec<String> {
        serde_json::from_value(self.run_on_kept("return things()").await).unwrap()
    }

    /// Runs a script that uses the functions of `kept.js`, such as `kept` and `things`.
    pub async fn run_on_kept(&self, script: &str) -> Value {
        self.run(&format!("{KEPT}\n{script}")).await
    }

    /// Runs a script in the page.
    pub async fn run(&self, script: &str) -> Value {
        self.browser.driver.execute(script, Vec::new()).await.unwrap().json().clone()
    }

    /// What the browser complained about, such as a refused request.
    pub async fn complaints(&self) -> Vec<String> {
        if self.browser.kind == Kind::WebKit {
            return Vec::new();
        }
        let log = self.browser.driver.get_log("browser").await.unwrap_or_default();
        let bad = log.iter().filter(|entry| ["SEVERE", "WARNING"].contains(&&entry.level[..]));
        bad.map(|entry| entry.message.clone()).collect()
    }

    /// Takes a picture of the whole page.
    pub async fn picture(&self, file: &Path) {
        let tools = self.browser.driver.cdp();
        let wish = json!({ "format": "png", "captureBeyondViewport": true });
        let picture = tools.send_raw("Page.captureScreenshot", wish).await.unwrap();
        let bytes = BASE64.decode(picture["data"].as_str().unwrap()).unwrap();
        std::fs::write(file, bytes).unwrap();
    }

    async fn emulate(&self, wishes: Wishes<'_>) {
        if self.browser.kind != Kind::Chromium {
            return;
        }
        let tools = self.browser.driver.cdp();
        let (width, height) = wishes.size;
        let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        tools.send_raw("Emulation.setDeviceMetricsOverride", size).await.unwrap();
        let scheme = if wishes.dark { "dark" } else { "light" };
        if !wishes.wasm {
            let script = json!({ "source": "delete globalThis.WebAssembly" });
            tools.send_raw("Page.addScriptToEvaluateOnNewDocument", script).await.unwrap();
        }
        let motion = if wishes.still { "reduce" } else { "no-preference" };
        let forced = if wishes.forced_colours { "active" } else { "none" };
        let media = json!({ "features": [
            { "name": "forced-colors", "value": forced },
            { "name": "prefers-color-scheme", "value": scheme },
            { "name": "prefers-reduced-motion", "value": motion },
        ] });
        tools.send_raw("Emulation.setEmulatedMedia", media).await.unwrap();
    }

    pub(crate) async fn find(&self, what: &str, name: &str) -> WebElement {
        let start = Instant::now();
        loop {
            let found = self.browser.driver.execute(FIND, vec![json!(what), json!(name)]).await.unwrap();
            if let Ok(element) = found.element() {
                return element;
            }
            if start.elapsed() > PATIENCE {
                let page = self.run("return document.body.innerText").await;
                panic!(
                    "There is no {what} called “{name}” on this page:\n{}",
                    page.as_str().unwrap_or_default()
                );
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    async fn click(&self, element: &WebElement) {
        element.scroll_into_view().await.unwrap();
        element.click().await.unwrap();
    }

    async fn until_true(&self, what: &str, script: &str) {
        let is_so = || async {
            let answer = self.browser.driver.execute(script, Vec::new()).await;
            answer.is_ok_and(|answer| *answer.json() == Value::Bool(true))
        };
        self.until(what, is_so).await;
    }

    async fn until<F: Future<Output = bool>>(&self, what: &str, is_so: impl Fn() -> F) {
        let start = Instant::now();
        while !is_so().await {
            if start.elapsed() > PATIENCE {
                let page = self.run("return document.body.innerText").await;
                let complaints = self.complaints().await;
                let fetched = self.run(FETCHED).await;
                let stands = self.browser.driver.execute(STANDS, Vec::new()).await;
                let stands = stands.map(|stands| stands.json().clone()).unwrap_or_default();
                panic!(
                    "Waited in vain for: {what}\n{}\n{complaints:?}\n{fetched}\n{stands:#}",
                    page.as_str().unwrap_or_default()
                );
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }
}
