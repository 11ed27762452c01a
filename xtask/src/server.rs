//! A plain static file server: for `serve`, and for tests to ask what was
//! requested and to send files as odd servers do.
//!
//! A thread a connection and a connection a request, on the standard library
//! alone. (The small server crate used first let one page load in a hundred
//! wait for ever: it hands new connections to threads it wrongly thinks idle.)

use std::io::{self, BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::Duration;

/// How long a browser may take to send its request. Browsers also open
/// connections that they then do not use.
const PATIENCE: Duration = Duration::from_secs(30);

/// A running server. It stops when it is dropped.
pub struct Server {
    at: SocketAddr,
    site: Arc<Site>,
    thread: Option<JoinHandle<()>>,
}

/// What is served, and what was asked for.
struct Site {
    base: String,
    folder: PathBuf,
    log: Mutex<Vec<String>>,
    stopped: AtomicBool,
}

impl Server {
    /// Serves the files of a folder below `/<under>/`; `under` may be empty.
    pub fn start(at: SocketAddr, under: &str, folder: &Path) -> io::Result<Self> {
        let listener = TcpListener::bind(at)?;
        let at = listener.local_addr()?;
        let base = if under.is_empty() { "/".to_owned() } else { format!("/{under}/") };
        let (log, stopped) = (Mutex::default(), AtomicBool::new(false));
        let site = Arc::new(Site { base, folder: folder.to_owned(), log, stopped });
        let served = site.clone();
        let thread = std::thread::spawn(move || listen(&listener, &served));
        Ok(Self { at, site, thread: Some(thread) })
    }

    /// The address of the site.
    pub fn address(&self) -> String {
        format!("http://{}{}", self.at, self.site.base)
    }

    /// What was requested so far: method and path, in order.
    pub fn requests(&self) -> Vec<String> {
        self.site.log.lock().map(|log| log.clone()).unwrap_or_default()
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
    }
}

fn listen(listener: &TcpListener, site: &Arc<Site>) {
    for stream in listener.incoming() {
        if site.stopped.load(Ordering::SeqCst) {
            return;
        }
        let site = site.clone();
        if let Ok(stream) = stream {
            // A browser that goes away in the middle is no fault of the server.
            std::thread::spawn(move || answer(stream, &site));
        }
    }
}

fn answer(mut stream: TcpStream, site: &Site) -> io::Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    let mut lines = BufReader::new(stream.try_clone()?).lines();
    let request = lines.next().unwrap_or(Ok(String::new()))?;
    while lines.next().is_some_and(|line| line.is_ok_and(|line| !line.is_empty())) {}
    let mut words = request.split(' ');
    let (Some(method), Some(url)) = (words.next(), words.next()) else {
        return Ok(());
    };
    if let Ok(mut log) = site.log.lock() {
        log.push(format!("{method} {url}"));
    }
    let path = file_of(url, &site.base, &site.folder).filter(|_| method == "GET");
    let found = path.and_then(|path| Some((std::fs::read(&path).ok()?, kind(&path))));
    let (status, body, kind) = match found {
        Some((body, kind)) => ("200 OK", body, kind),
        None => ("404 Not Found", b"There is no such file.".to_vec(), "text/plain"),
    };
    let length = body.len();
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n"
    )?;
    stream.write_all(&body)
}

/// The file of an address; none outside the folder.
fn file_of(url: &str, base: &str, folder: &Path) -> Option<PathBuf> {
    let path = url.split(['?', '#']).next()?.strip_prefix(base)?;
    let path = Path::new(path);
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
        ] {
            assert_eq!(file_of(url, "/", folder), file.map(PathBuf::from), "{url}");
        }
        assert_eq!(file_of("/elsewhere", "/some/folder/", folder), None);
    }
}
