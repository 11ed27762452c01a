//! A plain static file server: for `serve`, and for tests to ask what was
//! requested and to send files as odd servers do.

use std::io;
use std::net::SocketAddr;
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use tiny_http::{Header, Method, Request, Response};

/// A running server. It stops when it is dropped.
pub struct Server {
    http: Arc<tiny_http::Server>,
    log: Arc<Mutex<Vec<String>>>,
    base: String,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    /// Serves the files of a folder below `/<under>/`; `under` may be empty.
    pub fn start(at: SocketAddr, under: &str, folder: &Path) -> io::Result<Self> {
        let http = Arc::new(tiny_http::Server::http(at).map_err(io::Error::other)?);
        let log = Arc::new(Mutex::new(Vec::new()));
        let base = if under.is_empty() { "/".to_owned() } else { format!("/{under}/") };
        let (asked, noted, below, folder) = (http.clone(), log.clone(), base.clone(), folder.to_owned());
        let thread = std::thread::spawn(move || {
            for request in asked.incoming_requests() {
                if let Ok(mut log) = noted.lock() {
                    log.push(format!("{} {}", request.method(), request.url()));
                }
                answer(request, &below, &folder);
            }
        });
        Ok(Self { http, log, base, thread: Some(thread) })
    }

    /// The address of the site.
    pub fn address(&self) -> String {
        let at = self.http.server_addr();
        format!("http://{at}{}", self.base)
    }

    /// What was requested so far: method and path, in order.
    pub fn requests(&self) -> Vec<String> {
        self.log.lock().map(|log| log.clone()).unwrap_or_default()
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
        self.http.unblock();
    }
}

fn answer(request: Request, base: &str, folder: &Path) {
    let found = match request.method() {
        Method::Get | Method::Head => file_of(request.url(), base, folder),
        _ => None,
    };
    // A browser that went away in the middle is no fault of the server.
    let _ = match found.and_then(|path| Some((std::fs::read(&path).ok()?, path))) {
        Some((bytes, path)) => request.respond(Response::from_data(bytes).with_header(kind(&path))),
        None => request.respond(Response::from_string("There is no such file.").with_status_code(404)),
    };
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

fn kind(path: &Path) -> Header {
    let kind = match path.extension().and_then(|end| end.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("json") => "application/json",
        Some("md") => "text/markdown; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("js") => "text/javascript",
        Some("css") => "text/css",
        _ => "application/octet-stream",
    };
    match Header::from_bytes("Content-Type", kind) {
        Ok(header) => header,
        Err(()) => unreachable!("all of these are ASCII"),
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
