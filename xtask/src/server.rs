//! A plain static file server: for `serve`, and for tests to ask what was
//! requested and to send files as odd servers do.
//!
//! A thread for each connection and a connection for each request, on the standard library
//! alone. (The small server crate used first made one page load in a hundred
//! hang: it hands new connections to threads it wrongly thinks idle.)

use crate::sizes;
use std::collections::HashMap;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::Duration;

/// How long a browser may take to send its request. Browsers also open
/// connections that they never use.
const PATIENCE: Duration = Duration::from_secs(30);

/// How often a server that never answers checks whether it was stopped.
const MOMENT: Duration = Duration::from_millis(50);

/// How a server behaves, or misbehaves.
#[derive(Debug, Clone, Default)]
pub struct Manner {
    /// The folder of the server in which the site is; empty for its root.
    pub under: String,
    /// Which types it gives files.
    pub types: Types,
    /// How many bytes of a body to send at a time, and the pause after each.
    pub pace: Option<(usize, Duration)>,
    /// For files with this in their path, half is sent, and then the connection ends.
    pub cut: Option<String>,
    /// Whether files are packed with brotli, as good servers do.
    pub packed: bool,
    /// It accepts every request and never answers, like a line with a signal and no data.
    pub mute: bool,
    /// A header it adds to every answer, such as `Vary: *`.
    pub header: Option<&'static str>,
}

/// The types a server gives its files.
#[derive(Debug, Clone, Default)]
pub enum Types {
    /// The right ones.
    #[default]
    Right,
    /// `text/plain` for everything but HTML.
    Plain,
    /// It refuses files unless their names end in one of these, such as `.md`.
    Only(Vec<String>),
}

/// A connection: plain, or with TLS around it.
pub trait Connection: Read + Write {}
impl<T: Read + Write> Connection for T {}

/// Makes a connection from what a browser has opened.
pub type Accept = dyn Fn(TcpStream) -> io::Result<Box<dyn Connection>> + Send + Sync;

/// A running server. It stops when it is dropped.
pub struct Server {
    at: SocketAddr,
    scheme: &'static str,
    site: Arc<Site>,
    thread: Option<JoinHandle<()>>,
}

/// What is served, and what has been asked for.
struct Site {
    base: String,
    folder: PathBuf,
    manner: Manner,
    log: Mutex<Vec<Request>>,
    /// Packed files, by their content: packing well takes time.
    packed: Mutex<HashMap<Vec<u8>, Vec<u8>>>,
    stopped: AtomicBool,
}

#[derive(Debug, Clone)]
struct Request {
    line: String,
    is_of_worker: bool,
}

impl Server {
    /// Serves the files of a folder.
    pub fn start(at: SocketAddr, folder: &Path, manner: Manner) -> io::Result<Self> {
        Self::start_with(at, folder, manner, "http", |stream| Ok(Box::new(stream)))
    }

    /// Serves them over another kind of connection, such as TLS, under its scheme.
    pub fn start_with(
        at: SocketAddr,
        folder: &Path,
        manner: Manner,
        scheme: &'static str,
        accept: impl Fn(TcpStream) -> io::Result<Box<dyn Connection>> + Send + Sync + 'static,
    ) -> io::Result<Self> {
        let listener = TcpListener::bind(at)?;
        let at = listener.local_addr()?;
        let base = if manner.under.is_empty() { "/".to_owned() } else { format!("/{}/", manner.under) };
        let (log, packed, stopped) = (Mutex::default(), Mutex::default(), AtomicBool::new(false));
        let site = Arc::new(Site { base, folder: folder.to_owned(), manner, log, packed, stopped });
        let served = site.clone();
        let accept: Arc<Accept> = Arc::new(accept);
        let thread = std::thread::spawn(move || listen(&listener, &served, &accept));
        Ok(Self { at, scheme, site, thread: Some(thread) })
    }

    /// The address of the site.
    pub fn address(&self) -> String {
        format!("{}://{}{}", self.scheme, self.at, encode(&self.site.base))
    }

    /// The port and host it listens on.
    pub fn at(&self) -> SocketAddr {
        self.at
    }

    /// What pages have requested so far: method and path, in order.
    pub fn requests(&self) -> Vec<String> {
        self.lines(|request| !request.is_of_worker)
    }

    /// What the offline worker has requested so far, itself included.
    pub fn worker_requests(&self) -> Vec<String> {
        self.lines(|request| request.is_of_worker)
    }

    fn lines(&self, fits: impl Fn(&Request) -> bool) -> Vec<String> {
        let log = self.site.log.lock().map(|log| log.clone()).unwrap_or_default();
        log.into_iter().filter(fits).map(|request| request.line).collect()
    }

    /// Serves until the process is stopped.
    pub fn wait(mut self) {
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.site.stopped.store(true, Ordering::SeqCst);
        // One last visitor, so that the listener looks up.
        let _ = TcpStream::connect(self.at);
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

fn listen(listener: &TcpListener, site: &Arc<Site>, accept: &Arc<Accept>) {
    for stream in listener.incoming() {
        if site.stopped.load(Ordering::SeqCst) {
            return;
        }
        let (site, accept) = (site.clone(), accept.clone());
        if let Ok(stream) = stream {
            // A browser that leaves in the middle is not the server's fault.
            std::thread::spawn(move || {
                stream.set_read_timeout(Some(PATIENCE))?;
                answer(&mut accept(stream)?, &site)
            });
        }
    }
}

fn answer(stream: &mut Box<dyn Connection>, site: &Site) -> io::Result<()> {
    let mut lines = BufReader::new(&mut *stream).lines();
    let request = lines.next().unwrap_or(Ok(String::new()))?;
    let mut is_of_worker = false;
    for line in lines.by_ref().map_while(Result::ok).take_while(|line| !line.is_empty()) {
        let line = line.to_ascii_lowercase();
        // The page sends no referrer; a worker does.
        is_of_worker |=
            line == "service-worker: script" || line.starts_with("referer:") && line.ends_with("/worker.js");
    }
    drop(lines);
    let mut words = request.split(' ');
    let (Some(method), Some(url)) = (words.next(), words.next()) else {
        return Ok(());
    };
    if let Ok(mut log) = site.log.lock() {
        log.push(Request { line: format!("{method} {url}"), is_of_worker });
    }
    if site.manner.mute {
        while !site.stopped.load(Ordering::SeqCst) {
            std::thread::sleep(MOMENT);
        }
        return Ok(());
    }
    let path =
        file_of(url, &site.base, &site.folder).filter(|path| method == "GET" && site.manner.gives_out(path));
    let found = path.and_then(|path| Some((std::fs::read(&path).ok()?, site.manner.type_of(&path), path)));
    let (status, body, kind, path) = match found {
        Some((body, kind, path)) => ("200 OK", body, kind, path),
        None => ("404 Not Found", b"There is no such file.".to_vec(), "text/plain", PathBuf::new()),
    };
    let (body, encoding) = match site.manner.packed {
        true => (site.packed(body), "Content-Encoding: br\r\n"),
        false => (body, ""),
    };
    let length = body.len();
    let header = site.manner.header.map_or(String::new(), |header| format!("{header}\r\n"));
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{encoding}{header}Content-Length: {length}\r\nConnection: close\r\n\r\n"
    )?;
    let is_cut = site.manner.cut.as_ref().is_some_and(|cut| path.to_string_lossy().contains(cut));
    send(stream, &body[..if is_cut { length / 2 } else { length }], site.manner.pace)
}

impl Site {
    fn packed(&self, body: Vec<u8>) -> Vec<u8> {
        let Ok(mut packed) = self.packed.lock() else {
            return body;
        };
        packed.entry(body).or_insert_with_key(|body| sizes::packed(body)).clone()
    }
}

fn send(stream: &mut Box<dyn Connection>, body: &[u8], pace: Option<(usize, Duration)>) -> io::Result<()> {
    let Some((bytes, pause)) = pace else {
        stream.write_all(body)?;
        return stream.flush();
    };
    for part in body.chunks(bytes) {
        stream.write_all(part)?;
        stream.flush()?;
        std::thread::sleep(pause);
    }
    Ok(())
}

impl Manner {
    fn gives_out(&self, path: &Path) -> bool {
        let name = path.to_string_lossy();
        match &self.types {
            Types::Only(ends) => ends.iter().any(|end| name.ends_with(end)),
            Types::Right | Types::Plain => true,
        }
    }

    fn type_of(&self, path: &Path) -> &'static str {
        match (&self.types, kind(path)) {
            (Types::Plain, kind) if !kind.starts_with("text/html") => "text/plain",
            (_, kind) => kind,
        }
    }
}

/// A path, encoded for an address.
fn encode(path: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"/-_.~".contains(&byte);
    path.bytes()
        .map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect()
}

/// The path of an address; `None` where it is not text.
fn decode(address: &str) -> Option<String> {
    let mut bytes = Vec::new();
    let mut parts = address.split('%');
    bytes.extend_from_slice(parts.next()?.as_bytes());
    for part in parts {
        bytes.push(u8::from_str_radix(part.get(..2)?, 16).ok()?);
        bytes.extend_from_slice(&part.as_bytes()[2..]);
    }
    String::from_utf8(bytes).ok()
}

/// The file at an address; `None` outside the folder.
fn file_of(url: &str, base: &str, folder: &Path) -> Option<PathBuf> {
    let path = decode(url.split(['?', '#']).next()?)?;
    let path = Path::new(path.strip_prefix(base)?);
    if !path.components().all(|part| matches!(part, Component::Normal(_))) {
        return None;
    }
    let file = folder.join(path);
    Some(if file.is_dir() { file.join("index.html") } else { file })
}

fn kind(path: &Path) -> &'static str {
    match path.extension().and_then(|end| end.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("json") => "application/json",
        Some("md") => "text/markdown; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("js") => "text/javascript",
        Some("css") => "text/css",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("webmanifest") => "application/manifest+json",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_file_outside_the_folder() {
        let folder = Path::new("/site");
        for (url, file) in [
            ("/", Some("/site/")),
            ("/a.md?x#y", Some("/site/a.md")),
            ("/modules/en/a.md", Some("/site/modules/en/a.md")),
            ("/../etc/passwd", None),
            ("/a/../../b", None),
            ("//etc", None),
            ("/%2e%2e/etc", None),
            ("/%zz", None),
            ("/a%20b.md", Some("/site/a b.md")),
        ] {
            assert_eq!(file_of(url, "/", folder), file.map(PathBuf::from), "{url}");
        }
        let base = "/n\u{e4}k\u{f6} \u{308f}/";
        assert_eq!(file_of(&format!("{}a.md", encode(base)), base, folder), Some(folder.join("a.md")));
        assert_eq!(file_of("/elsewhere", "/some/folder/", folder), None);
    }
}
