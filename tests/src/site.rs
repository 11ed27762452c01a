//! The built site on a server of its own, with its files changed as a test needs.

use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use xtask::server::Server;

/// The built site, served.
pub struct Site {
    server: Server,
    folder: TempDir,
}

impl Site {
    /// The site as it was built.
    pub fn built() -> Self {
        Self::changed(|_| {})
    }

    /// The site with its files changed before it is served.
    pub fn changed(change: impl FnOnce(&Folder)) -> Self {
        Self::under("", change)
    }

    /// The site below a folder of the server.
    pub fn under(path: &str, change: impl FnOnce(&Folder)) -> Self {
        let folder = TempDir::new().unwrap();
        copy(&xtask::setup::root().join("dist"), folder.path());
        change(&Folder(folder.path().to_owned()));
        let at = SocketAddr::from((Ipv4Addr::LOCALHOST, 0));
        let server = Server::start(at, path, folder.path()).unwrap();
        Self { server, folder }
    }

    /// The address of a page: `address("#/goals")`.
    pub fn address(&self, hash: &str) -> String {
        format!("{}{hash}", self.server.address())
    }

    /// What was requested so far: method and path.
    pub fn requests(&self) -> Vec<String> {
        self.server.requests()
    }

    /// The files being served.
    pub fn folder(&self) -> Folder {
        Folder(self.folder.path().to_owned())
    }
}

/// The files of a site.
pub struct Folder(PathBuf);

impl Folder {
    /// Writes a file.
    pub fn write(&self, name: &str, text: impl AsRef<[u8]>) {
        std::fs::write(self.0.join(name), text).unwrap();
    }

    /// Reads a file.
    pub fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.0.join(name)).unwrap()
    }

    /// Takes a file away.
    pub fn remove(&self, name: &str) {
        std::fs::remove_file(self.0.join(name)).unwrap();
    }

    /// The name of the app's file.
    pub fn wasm(&self) -> String {
        let entries = std::fs::read_dir(&self.0).unwrap();
        let mut names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
        names
            .find(|name| Path::new(name).extension().is_some_and(|end| end == "wasm"))
            .expect("the app is built")
    }
}

fn copy(from: &Path, to: &Path) {
    let entries = std::fs::read_dir(from).expect("the site is built: run `cargo xtask test`");
    for entry in entries {
        let entry = entry.unwrap();
        let to = to.join(entry.file_name());
        if entry.path().is_dir() {
            std::fs::create_dir_all(&to).unwrap();
            copy(&entry.path(), &to);
        } else {
            std::fs::copy(entry.path(), &to).unwrap();
        }
    }
}
