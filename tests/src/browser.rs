//! A real Chromium, Firefox or WebKitGTK, started fresh for each test.

use serde_json::json;
use std::io::{BufRead, BufReader};
use std::mem::ManuallyDrop;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use tempfile::TempDir;
use thirtyfour::Capabilities;
use thirtyfour::common::capabilities::firefox::FirefoxPreferences;
use thirtyfour::prelude::*;

/// A host that Chromium finds on this machine without trusting it as the
/// machine itself: over http, it is like any other site over http.
pub const PLAIN_HOST: &str = "waymark.test";

/// A browser to test in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Kind {
    /// Debian's chromium.
    #[default]
    Chromium,
    /// Debian's firefox-esr.
    Firefox,
    /// Debian's WebKitGTK, in its MiniBrowser. Each start has nothing kept.
    WebKit,
}

/// How a test wants the browser. Firefox supports size, language, storage and profile.
#[derive(Clone, Copy)]
pub struct Wishes<'a> {
    /// A browser to test in.
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
    /// Whether the person prefers dark colours.
    pub dark: bool,
    /// Whether the person prefers reduced motion.
    pub still: bool,
    /// Whether the device forces colours of its own.
    pub forced_colours: bool,
    /// Whether the device has voices of its own.
    pub voices: bool,
    /// A profile to come back to; otherwise a fresh one.
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
    _screen: Option<Screen>,
}

impl Browser {
    pub(crate) async fn start(wishes: Wishes<'_>) -> Self {
        let profile = TempDir::new().unwrap();
        let voices = wishes.voices.then(|| Voices::start(&profile.path().join("voices")));
        let screen = (wishes.browser == Kind::WebKit).then(Screen::start);
        let driver = || match wishes.browser {
            Kind::Chromium => chromedriver(voices.as_ref()),
            Kind::Firefox => geckodriver(),
            Kind::WebKit => webkitdriver(profile.path(), screen.as_ref()),
        };
        let (process, port) = start_driver(driver).await;
        let folder = wishes.profile.unwrap_or(profile.path()).display().to_string();
        let address = format!("http://127.0.0.1:{port}");
        let driver = match wishes.browser {
            Kind::Chromium => WebDriver::new(address, capabilities(wishes, &folder)).await,
            Kind::Firefox => WebDriver::new(address, firefox_capabilities(wishes, &folder)).await,
            Kind::WebKit => WebDriver::new(address, webkit_capabilities()).await,
        };
        let driver = driver.unwrap();
        Self {
            kind: wishes.browser,
            driver: ManuallyDrop::new(driver),
            process,
            _profile: profile,
            _voices: voices,
            _screen: screen,
        }
    }

    /// Kills the browser at once, as a fault would, with its driver.
    pub(crate) fn kill(mut self) {
        end_group(&mut self.process);
    }

    /// Closes the browser as a person does, so that it writes its storage to disk.
    pub(crate) async fn close(self) {
        WebDriver::clone(&self.driver).quit().await.unwrap();
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // The driver leads a process group that contains its browser.
        end_group(&mut self.process);
    }
}

/// Debian's voices, for one browser. They stop when this is dropped.
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

/// Ends a process and those it started, which form a group.
fn end_group(process: &mut Child) {
    let group = format!("-{}", process.id());
    let _ = Command::new("kill").args(["-KILL", "--", &group]).status();
    let _ = process.wait();
}

/// A virtual screen, for a browser that needs one. It ends when this is dropped.
struct Screen {
    process: Child,
    name: String,
}

impl Screen {
    fn start() -> Self {
        let mut screen = Command::new("Xvfb");
        screen.args(["-displayfd", "1", "-screen", "0", "1280x1024x24", "-nolisten", "tcp"]);
        screen.process_group(0).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut process = screen.spawn().expect("Xvfb is installed: run `cargo xtask hosts`");
        let mut number = String::new();
        BufReader::new(process.stdout.take().unwrap()).read_line(&mut number).unwrap();
        Self { process, name: format!(":{}", number.trim()) }
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        end_group(&mut self.process);
    }
}

/// A driver, and what it prints before its port; nothing where the port was given to
/// it.
struct Driver(Command, Result<&'static str, u16>);

fn chromedriver(voices: Option<&Voices>) -> Driver {
    let mut driver = Command::new("chromedriver");
    if let Some(voices) = voices {
        driver.env("SPEECHD_ADDRESS", format!("unix_socket:{}", voices.socket.display()));
    }
    driver.arg("--port=0");
    Driver(driver, Ok("started successfully on port "))
}

fn geckodriver() -> Driver {
    let mut driver = xtask::setup::command("geckodriver");
    driver.args(["--websocket-port=0", "--port=0"]);
    Driver(driver, Ok("Listening on 127.0.0.1:"))
}

fn webkitdriver(home: &Path, screen: Option<&Screen>) -> Driver {
    let port = free_port();
    let mut driver = Command::new("WebKitWebDriver");
    driver.arg(format!("--port={port}")).env("HOME", home);
    driver.env("DISPLAY", screen.map_or("", |screen| &screen.name));
    Driver(driver, Err(port))
}

/// A port that nobody is listening on just now.
pub fn free_port() -> u16 {
    std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

/// Waits until somebody is listening on a port.
pub async fn wait_for_port(port: u16) {
    let patience = Instant::now() + Duration::from_secs(20);
    while std::net::TcpStream::connect(("127.0.0.1", port)).is_err() {
        assert!(Instant::now() < patience, "nobody listens on port {port}");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

/// Starts a driver. Chromium's takes a free IPv4 port, and gives up where the same
/// one is not free in IPv6; then it is started again.
async fn start_driver(make: impl Fn() -> Driver) -> (Child, u16) {
    for _ in 0..5 {
        if let Some(started) = try_driver(make()) {
            wait_for_port(started.1).await;
            return started;
        }
    }
    panic!("the driver does not say its port");
}

fn try_driver(Driver(mut driver, says): Driver) -> Option<(Child, u16)> {
    let driver = driver.process_group(0).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut process = driver.spawn().expect("the driver is installed: run `cargo xtask test`");
    let mut lines = BufReader::new(process.stdout.take().unwrap()).lines();
    let port = match says {
        Err(port) => Some(port),
        Ok(says) => lines.by_ref().map_while(Result::ok).find_map(|line| {
            let (_, port) = line.split_once(says)?;
            port.trim_end_matches('.').parse().ok()
        }),
    };
    // It keeps writing output, and would end if nobody read it.
    std::thread::spawn(move || lines.for_each(drop));
    if port.is_none() {
        end_group(&mut process);
    }
    Some((process, port?))
}

fn webkit_capabilities() -> Capabilities {
    const BROWSER: &str = "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser";
    let mut capabilities = Capabilities::new();
    // Where a machine has it elsewhere, the driver finds its own.
    if Path::new(BROWSER).exists() {
        let options = json!({ "binary": BROWSER, "args": ["--automation"] });
        capabilities.set("webkitgtk:browserOptions", options).unwrap();
    }
    capabilities.set("acceptInsecureCerts", true).unwrap();
    capabilities
}

fn firefox_capabilities(wishes: Wishes, profile: &str) -> thirtyfour::FirefoxCapabilities {
    let mut capabilities = DesiredCapabilities::firefox();
    // Test certificates are not signed by anyone.
    capabilities.set("acceptInsecureCerts", true).unwrap();
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
    capabilities.set("acceptInsecureCerts", true).unwrap();
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
        format!("--host-resolver-rules=MAP {PLAIN_HOST} 127.0.0.1"),
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
