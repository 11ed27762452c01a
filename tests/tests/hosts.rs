//! The zip on six real servers, in three browsers: `cargo xtask hosts`. It writes
//! its table into docs/hosting.md.

use std::fmt::Write as _;
use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use tempfile::TempDir;
use waymark_tests::{Kind, PLAIN_HOST, Page, Wishes, free_port, tls, wait_for_port};
use xtask::bundle::{self, Zip};
use xtask::setup::root;

/// A folder name that some servers have, and the same in an address.
const DEEP: (&str, &str) = (
    "n\u{e4}kemys folder/\u{308f}\u{305f}\u{3057} \u{306e}/site",
    "/n%C3%A4kemys%20folder/%E3%82%8F%E3%81%9F%E3%81%97%20%E3%81%AE/site/",
);

/// The servers, the template of each below `xtask/hosts`, how each is started, and
/// what each can do.
const SERVERS: [Host; 6] = [
    Host { name: "nginx", template: "nginx.conf", tls: true, gzip: true, start: nginx },
    Host { name: "Apache", template: "apache.conf", tls: true, gzip: true, start: apache },
    Host { name: "lighttpd", template: "lighttpd.conf", tls: true, gzip: true, start: lighttpd },
    Host { name: "Caddy", template: "Caddyfile", tls: true, gzip: true, start: caddy },
    Host { name: "BusyBox httpd", template: "busybox.conf", tls: false, gzip: false, start: busybox },
    Host { name: "Python http.server", template: "python.py", tls: true, gzip: false, start: python },
];

#[derive(Clone, Copy)]
struct Host {
    name: &'static str,
    template: &'static str,
    tls: bool,
    gzip: bool,
    start: fn(&Place) -> Command,
}

/// How a server is set up for one round.
#[derive(Clone, Copy, PartialEq)]
struct Round {
    tls: bool,
    gzip: bool,
    /// Every file but HTML is sent as `text/plain`.
    plain: bool,
}

/// Where a server finds what it needs.
struct Place {
    work: PathBuf,
    root: PathBuf,
    port: u16,
    round: Round,
    /// Whether the server also has the settings that come with the zip.
    has_ours: bool,
}

impl Place {
    fn file(&self, name: &str) -> String {
        self.work.join(name).display().to_string()
    }
}

fn nginx(at: &Place) -> Command {
    started("/usr/sbin/nginx", &["-e", "stderr", "-p", &at.file(""), "-c", &at.file("nginx.conf")])
}

fn apache(at: &Place) -> Command {
    started("/usr/sbin/apache2", &["-X", "-d", &at.file(""), "-f", &at.file("apache.conf")])
}

fn lighttpd(at: &Place) -> Command {
    started("/usr/sbin/lighttpd", &["-D", "-f", &at.file("lighttpd.conf")])
}

fn caddy(at: &Place) -> Command {
    let mut caddy = started("caddy", &["run", "--config", &at.file("Caddyfile"), "--adapter", "caddyfile"]);
    for name in ["HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"] {
        caddy.env(name, &at.work);
    }
    caddy
}

fn busybox(at: &Place) -> Command {
    let (port, root) = (format!("127.0.0.1:{}", at.port), at.root.display().to_string());
    started("busybox", &["httpd", "-f", "-p", &port, "-h", &root, "-c", &at.file("busybox.conf")])
}

fn python(at: &Place) -> Command {
    let (port, root) = (at.port.to_string(), at.root.display().to_string());
    let mut python = started("/usr/bin/python3", &[&at.file("python.py"), "--root", &root, "--port", &port]);
    if at.round.tls {
        python.args(["--cert", &at.file("cert.pem"), "--key", &at.file("key.pem")]);
    }
    if at.round.plain {
        python.arg("--plain");
    }
    python
}

fn started(name: &str, words: &[&str]) -> Command {
    let mut command = Command::new(name);
    command.args(words).stdout(Stdio::null()).stderr(Stdio::null()).process_group(0);
    command
}

/// A running server. It ends when this is dropped.
struct Running {
    process: Child,
    port: u16,
    _work: TempDir,
}

impl Running {
    async fn start(host: Host, round: Round, root: &Path) -> Self {
        Self::start_with(host, round, root, false).await
    }

    async fn start_with(host: Host, round: Round, root: &Path, has_ours: bool) -> Self {
        let work = TempDir::new().unwrap();
        let (place, port) = (work.path().to_owned(), free_port());
        let at = Place { work: place, root: root.to_owned(), port, round, has_ours };
        let (certificate, key) = tls::certificate();
        std::fs::write(at.file("cert.pem"), certificate).unwrap();
        std::fs::write(at.file("key.pem"), key).unwrap();
        std::fs::write(at.file(host.template), settings(host.template, &at)).unwrap();
        let process = (host.start)(&at).spawn().unwrap_or_else(|_| panic!("{} is installed", host.name));
        wait_for_port(at.port).await;
        Self { process, port: at.port, _work: work }
    }

    fn end(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.end();
    }
}

/// A template filled in, without the parts that are not
/// wanted: those between `#if tls`, `gzip`, `plain` or `ours` and `#end`.
fn settings(template: &str, at: &Place) -> String {
    let text = std::fs::read_to_string(root().join("xtask/hosts").join(template)).unwrap();
    let mut kept = String::new();
    let mut wanted = true;
    for line in text.lines() {
        match line {
            "#if tls" => wanted = at.round.tls,
            "#if gzip" => wanted = at.round.gzip,
            "#if plain" => wanted = at.round.plain,
            "#if ours" => wanted = at.has_ours,
            "#end" => wanted = true,
            line if wanted => kept.extend([line, "\n"]),
            _ => {}
        }
    }
    for (mark, value) in [
        ("@SETTINGS@", at.root.join("settings").display().to_string()),
        ("@ROOT@", at.root.display().to_string()),
        ("@PORT@", at.port.to_string()),
        ("@WORK@", at.file("").trim_end_matches('/').to_owned()),
        ("@CERT@", at.file("cert.pem")),
        ("@KEY@", at.file("key.pem")),
    ] {
        kept = kept.replace(mark, &value);
    }
    kept
}

/// The zip, unpacked at the root of a folder and deep in it.
fn unpacked() -> TempDir {
    let zip = bundle::packed(&bundle::files(&root().join("dist"), Zip::First).unwrap()).unwrap();
    let folder = TempDir::new().unwrap();
    bundle::unpack(&zip, folder.path()).unwrap();
    bundle::unpack(&zip, &folder.path().join(DEEP.0)).unwrap();
    // Apache serves as another user.
    std::fs::set_permissions(folder.path(), std::fs::Permissions::from_mode(0o755)).unwrap();
    folder
}

/// Does what a learner does first: opens the page, reads, writes, comes back. Returns the state
/// of use without a connection.
async fn main_journey(page: &Page, address: &str) -> String {
    page.visit(&format!("{address}#/modules/starting-here/1")).await;
    page.wait_until_ready().await;
    page.has_heading("A sign on a footpath").await;
    page.write("What brought you here today?", "a leaflet").await;
    page.sees("Kept in this browser").await;
    page.follow("Help now").await;
    page.sees("116 123").await;
    page.visit(&format!("{address}#/modules/starting-here/1")).await;
    page.wait_until_ready().await;
    page.has_heading("A sign on a footpath").await;
    assert_eq!(page.written("What brought you here today?").await, "a leaflet");
    let offline = page.run("return document.documentElement.dataset.offline").await;
    page.run("localStorage.clear()").await;
    offline.as_str().unwrap().to_owned()
}

struct Line {
    server: &'static str,
    folder: &'static str,
    round: Round,
    browser: Kind,
    result: String,
}

#[tokio::test]
#[ignore = "needs six servers and three browsers: `cargo xtask hosts`"]
async fn the_site_works_on_real_servers() {
    let folder = unpacked();
    let chromium = Page::open_at("about:blank", Wishes::default()).await;
    let mut lines = Vec::new();
    for host in SERVERS {
        for round in rounds(host) {
            let server = Running::start(host, round, folder.path()).await;
            for (folder, path) in [("root", "/"), ("deep", DEEP.1)] {
                // Over http, a host that browsers do not trust as this machine itself.
                let (scheme, name) = if round.tls { ("https", "127.0.0.1") } else { ("http", PLAIN_HOST) };
                let address = format!("{scheme}://{name}:{}{path}", server.port);
                let offline = main_journey(&chromium, &address).await;
                lines.push(line(host, folder, round, Kind::Chromium, &offline));
            }
            // Two more browsers, in the folder that is hardest for a server.
            let is_last = rounds(host).last() == Some(&round);
            if is_last {
                lines.extend(other_browsers(host, round, server).await);
            }
        }
    }
    tell(&lines);
}

/// The headers of an answer, in small letters.
fn headers(port: u16, path: &str) -> String {
    let mut server = TcpStream::connect(("127.0.0.1", port)).unwrap();
    write!(
        server,
        "GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAccept-Encoding: gzip\r\n\r\n"
    )
    .unwrap();
    let mut answer = Vec::new();
    server.read_to_end(&mut answer).unwrap();
    let answer = String::from_utf8_lossy(&answer).to_ascii_lowercase();
    answer.split("\r\n\r\n").next().unwrap_or_default().to_owned()
}

#[tokio::test]
#[ignore = "needs nginx and Apache: `cargo xtask hosts`"]
async fn the_settings_in_the_zip_send_what_they_say() {
    let folder = unpacked();
    let names = std::fs::read_dir(folder.path()).unwrap();
    let mut paths = names.map(|entry| entry.unwrap().path());
    let wasm = paths.find(|path| path.extension().is_some_and(|end| end == "wasm")).unwrap();
    let wasm = format!("/{}", wasm.file_name().unwrap().display());
    for host in SERVERS.into_iter().filter(|host| ["nginx", "Apache"].contains(&host.name)) {
        let round = Round { tls: false, gzip: false, plain: false };
        let server = Running::start_with(host, round, folder.path(), true).await;
        for page in ["/", "/index.html", "/worker.js"] {
            let headers = headers(server.port, page);
            for wanted in
                ["200 ok", "frame-ancestors 'none'", "cross-origin-opener-policy: same-origin", "no-cache"]
            {
                assert!(headers.contains(wanted), "{} {page} lacks {wanted}: {headers}", host.name);
            }
        }
        for (file, wanted) in [
            ("/modules/en/course.md", ["text/markdown; charset=utf-8", "no-cache", "content-encoding: gzip"]),
            (&wasm, ["application/wasm", "max-age=31536000", "content-encoding: gzip"]),
        ] {
            let headers = headers(server.port, file);
            for wanted in wanted {
                assert!(headers.contains(wanted), "{} {file} lacks {wanted}: {headers}", host.name);
            }
        }
        // The site works with them.
        let page = Page::open_at("about:blank", Wishes::default()).await;
        let address = format!("http://127.0.0.1:{}/", server.port);
        assert_eq!(main_journey(&page, &address).await, "ready", "{}", host.name);
    }
}

/// The main journey in Firefox and WebKitGTK; then, where the page is kept for use
/// without a connection, once more with the server gone.
async fn other_browsers(host: Host, round: Round, mut server: Running) -> Vec<Line> {
    let scheme = if round.tls { "https" } else { "http" };
    let address = format!("{scheme}://127.0.0.1:{}{}", server.port, DEEP.1);
    let mut pages = Vec::new();
    let mut lines = Vec::new();
    for browser in [Kind::Firefox, Kind::WebKit] {
        let page =
            Page::open_at("about:blank", Wishes { browser, size: (1000, 800), ..Wishes::default() }).await;
        let offline = main_journey(&page, &address).await;
        lines.push(line(host, "deep", round, browser, &offline));
        pages.push((page, offline));
    }
    server.end();
    for (page, offline) in pages {
        if offline == "ready" {
            page.visit(&format!("{address}#/modules/feeling-safer/2")).await;
            page.wait_until_ready().await;
            page.sees("Something for your list").await;
        }
    }
    lines
}

fn rounds(host: Host) -> Vec<Round> {
    let mut rounds = Vec::new();
    for tls in [false, true].into_iter().filter(|tls| host.tls || !tls) {
        rounds.push(Round { tls, gzip: false, plain: true });
        for gzip in [false, true].into_iter().filter(|gzip| host.gzip || !gzip) {
            rounds.push(Round { tls, gzip, plain: false });
        }
    }
    rounds
}

fn line(host: Host, folder: &'static str, round: Round, browser: Kind, offline: &str) -> Line {
    // A browser accepts a worker only as a script, and only at a trusted address.
    let wanted = match (browser, round) {
        (Kind::Chromium, Round { tls: false, .. }) => "http",
        (_, Round { plain: true, .. }) => "not",
        _ => "ready",
    };
    assert_eq!(offline, wanted, "{} {folder} {browser:?}", host.name);
    let result = if offline == "ready" { "works, also without a connection" } else { "works online" };
    println!("{}: {folder}, {}, {browser:?}: {result}", host.name, told(round));
    Line { server: host.name, folder, round, browser, result: result.to_owned() }
}

fn told(round: Round) -> String {
    let scheme = if round.tls { "https" } else { "http" };
    match (round.plain, round.gzip) {
        (true, _) => format!("{scheme}, wrong types"),
        (_, true) => format!("{scheme}, compressed"),
        _ => scheme.to_owned(),
    }
}

const BEGIN: &str = "<!-- hosts: written by `cargo xtask hosts` -->";
const END: &str = "<!-- end of hosts -->";

/// Prints the table, a row for each server and protocol, and writes it into
/// docs/hosting.md.
fn tell(lines: &[Line]) {
    let mut table = "| server | folder | protocol | browser | result |\n|---|---|---|---|---|\n".to_owned();
    let mut told_already: Vec<String> = Vec::new();
    for Line { server, round, browser, result, .. } in lines {
        let same = |line: &&Line| {
            line.server == *server
                && line.round == *round
                && line.browser == *browser
                && line.result == *result
        };
        let folders: Vec<&str> = lines.iter().filter(same).map(|line| line.folder).collect();
        let row =
            format!("| {server} | {} | {} | {browser:?} | {result} |", folders.join(", "), told(*round));
        if !told_already.contains(&row) {
            let _ = writeln!(table, "{row}");
            told_already.push(row);
        }
    }
    println!("{table}");
    let page = root().join("docs/hosting.md");
    let text = std::fs::read_to_string(&page).unwrap();
    let (before, rest) = text.split_once(BEGIN).expect("docs/hosting.md has a place for the table");
    let (_, after) = rest.split_once(END).expect("and where it ends");
    std::fs::write(page, format!("{before}{BEGIN}\n\n{table}\n{END}{after}")).unwrap();
}
