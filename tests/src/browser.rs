//! A real Chromium or Firefox, started fresh for each test.

use serde_json::json;
use std::io::{BufRead, BufReader};
use std::mem::ManuallyDrop;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use tempfile::TempDir;
use thirtyfour::common::capabilities::firefox::FirefoxPreferences;
use thirtyfour::prelude::*;

/// Which browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Kind {
    /// Debian's chromium.
    #[default]
    Chromium,
    /// Debian's firefox-esr.
    Firefox,
}

/// How the browser is to be. Firefox knows size, language, storage and profile.
#[derive(Clone, Copy)]
pub struct Wishes<'a> {
    /// Which browser.
    pub browser: Kind,
    /// Width and height of the page, in CSS pixels.
    pub size: (u32, u32),
    /// The language it asks for.
    pub language: &'a str,
    /// Whether pages may keep anything.
    pub storage: bool,
    /// Whether pages may run scripts.
    pub scripts: bool,
    /// Whether it knows WebAssembly.
    pub wasm: bool,
    /// Whether the person likes dark colours.
    pub dark: bool,
    /// Whether the person wants nothing to move.
    pub still: bool,
    /// Whether the device replaces all colours by a few of its own.
    pub forced_colours: bool,
    /// Whether the device has voices of its own.
    pub voices: bool,
    /// A profile to come back to; a fresh one otherwise.
    pub profile: Option<&'a std::path::Path>,
}

impl Default for Wishes<'_> {
    fn default() -> Self {
        Self {
            browser: Kind::Chromium,
            size: (390, 844),
            language: "en",
            storage: true,
            scripts: true,
            wasm: true,
            dark: false,
            still: false,
            forced_colours: false,
            voices: false,
            profile: None,
        }
    }
}

/// A browser and its driver. Both end when it is dropped.
pub(crate) struct Browser {
    pub(crate) kind: Kind,
    // Dropping a session waits for its driver, which cannot answer while this
    // thread waits: the processes are ended instead.
    pub(crate) driver: ManuallyDrop<WebDriver>,
    process: Child,
    _profile: TempDir,
    _voices: Option<Voices>,
}

impl Browser {
    pub(crate) async fn start(wishes: Wishes<'_>) -> Self {
        let profile = TempDir::new().unwrap();
        let voices = wishes.voices.then(|| Voices::start(&profile.path().join("voices")));
        let (process, port) = start_driver(wishes.browser, voices.as_ref());
        let folder = wishes.profile.unwrap_or(profile.path()).display().to_string();
        let address = format!("http://127.0.0.1:{port}");
        let driver = match wishes.browser {
            Kind::Chromium => WebDriver::new(address, capabilities(wishes, &folder)).await,
            Kind::Firefox => WebDriver::new(address, firefox_capabilities(wishes, &folder)).await,
        };
        let driver = driver.unwrap();
        Self {
            kind: wishes.browser,
            driver: ManuallyDrop::new(driver),
            process,
            _profile: profile,
            _voices: voices,
        }
    }

    /// Ends the browser as a fault does: at once, with its driver.
    pub(crate) fn kill(mut self) {
        end_group(&mut self.process);
    }

    /// Closes the browser as a person does, so that it writes down what it keeps.
    pub(crate) async fn close(self) {
        WebDriver::clone(&self.driver).quit().await.unwrap();
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // The driver leads a group in which its browser is.
        end_group(&mut self.process);
    }
}

/// Debian's voices, for one browser. They end when it does.
struct Voices {
    process: Child,
    socket: PathBuf,
}

impl Voices {
    fn start(folder: &Path) -> Self {
        std::fs::create_dir_all(folder).unwrap();
        let socket = folder.join("socket");
        let mut words = vec!["--run-single".into(), "--timeout".into(), "0".into(), "--socket-path".into()];
        words.extend([socket.clone().into_os_string(), "--pid-file".into(), folder.join("pid").into()]);
        words.extend(["--log-dir".into(), folder.to_owned().into_os_string()]);
        let mut command = Command::new("speech-dispatcher");
        let command = command.args(words).process_group(0).stdout(Stdio::null()).stderr(Stdio::null());
        let process = command.spawn().expect("speech-dispatcher is installed: run `cargo xtask test`");
        let patience = Instant::now() + Duration::from_secs(20);
        while !socket.exists() {
            assert!(Instant::now() < patience, "speech-dispatcher does not open its socket");
            std::thread::sleep(Duration::from_millis(20));
        }
        Self { process, socket }
    }
}

impl Drop for Voices {
    fn drop(&mut self) {
        end_group(&mut self.process);
    }
}

/// Ends a process and those it started, which are a group.
fn end_group(process: &mut Child) {
    let group = format!("-{}", process.id());
    let _ = Command::new("kill").args(["-KILL", "--", &group]).status();
    let _ = process.wait();
}

fn start_driver(kind: Kind, voices: Option<&Voices>) -> (Child, u16) {
    let (mut driver, says) = match kind {
        Kind::Chromium => (Command::new("chromedriver"), "started successfully on port "),
        Kind::Firefox => (xtask::setup::command("geckodriver"), "Listening on 127.0.0.1:"),
    };
    if let Some(voices) = voices {
        driver.env("SPEECHD_ADDRESS", format!("unix_socket:{}", voices.socket.display()));
    }
    if kind == Kind::Firefox {
        driver.arg("--websocket-port=0");
    }
    let driver = driver.arg("--port=0").process_group(0).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut process = driver.spawn().expect("the driver is installed: run `cargo xtask test`");
    let mut lines = BufReader::new(process.stdout.take().unwrap()).lines();
    let port = lines.by_ref().map_while(Result::ok).find_map(|line| {
        let (_, port) = line.split_once(says)?;
        port.trim_end_matches('.').parse().ok()
    });
    // It goes on talking, and would end with nobody to listen.
    std::thread::spawn(move || lines.for_each(drop));
    (process, port.expect("the driver says its port"))
}

fn firefox_capabilities(wishes: Wishes, profile: &str) -> thirtyfour::FirefoxCapabilities {
    let mut capabilities = DesiredCapabilities::firefox();
    let (width, height) = (wishes.size.0.to_string(), wishes.size.1.to_string());
    for word in ["-headless", "-profile", profile, "--width", &width, "--height", &height] {
        capabilities.add_arg(word).unwrap();
    }
    let cookies = if wishes.storage { 0 } else { 2 };
    let preferences = [
        ("intl.accept_languages", json!(wishes.language)),
        ("network.cookie.cookieBehavior", json!(cookies)),
        ("permissions.default.persistent-storage", json!(1)),
        ("datareporting.policy.dataSubmissionEnabled", json!(false)),
        ("network.captive-portal-service.enabled", json!(false)),
        ("network.connectivity-service.enabled", json!(false)),
        ("app.update.disabledForTesting", json!(true)),
        ("browser.safebrowsing.update.enabled", json!(false)),
    ];
    let mut wanted = FirefoxPreferences::new();
    for (name, value) in preferences {
        wanted.set(name, value).unwrap();
    }
    capabilities.set_preferences(wanted).unwrap();
    capabilities
}

fn capabilities(wishes: Wishes, profile: &str) -> thirtyfour::ChromeCapabilities {
    let mut capabilities = DesiredCapabilities::chrome();
    let (width, height) = wishes.size;
    let words = [
        "--headless".to_owned(),
        "--no-sandbox".to_owned(),
        "--disable-gpu".to_owned(),
        "--disable-quic".to_owned(),
        "--no-first-run".to_owned(),
        "--disable-background-networking".to_owned(),
        "--disable-component-update".to_owned(),
        "--disable-sync".to_owned(),
        "--disable-dev-shm-usage".to_owned(),
        "--hide-scrollbars".to_owned(),
        format!("--window-size={width},{height}"),
        format!("--user-data-dir={profile}"),
        format!("--lang={}", wishes.language),
    ];
    if wishes.voices {
        capabilities.add_arg("--enable-speech-dispatcher").unwrap();
    }
    for word in &words {
        capabilities.add_arg(word).unwrap();
    }
    let setting = |allowed| if allowed { 1 } else { 2 };
    let settings = json!({
        "intl.accept_languages": wishes.language,
        "profile.default_content_setting_values.cookies": setting(wishes.storage),
        "profile.default_content_setting_values.javascript": setting(wishes.scripts),
    });
    capabilities.add_experimental_option("prefs", settings).unwrap();
    let logs = json!({ "browser": "ALL" });
    capabilities.set("goog:loggingPrefs", logs).unwrap();
    capabilities
}
