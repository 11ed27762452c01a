//! The built site on a server of its own, with its files changed as a test needs.

use crate::tls;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use xtask::server::{Manner, Server};

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
        Self::hosted(Manner::default(), change)
    }

    /// The site on a server set up as the test wants.
    pub fn hosted(manner: Manner, change: impl FnOnce(&Folder)) -> Self {
        let folder = folder_with(change);
        let server =
            Server::start(SocketAddr::from((Ipv4Addr::LOCALHOST, 0)), folder.path(), manner).unwrap();
        Self { server, folder }
    }

    /// The site over https, with a certificate that nobody has signed.
    pub fn secure(manner: Manner, change: impl FnOnce(&Folder)) -> Self {
        let folder = folder_with(change);
        let at = SocketAddr::from((Ipv4Addr::LOCALHOST, 0));
        let server = Server::start_with(at, folder.path(), manner, "https", tls::accept()).unwrap();
        Self { server, folder }
    }

    /// The address of a page: `address("#/goals")`.
    pub fn address(&self, hash: &str) -> String {
        format!("{}{hash}", self.server.address())
    }

    /// What pages have requested so far: method and path.
    pub fn requests(&self) -> Vec<String> {
        self.server.requests()
    }

    /// What the offline worker has requested so far, itself included.
    pub fn worker_requests(&self) -> Vec<String> {
        self.server.worker_requests()
    }

    /// Stops the server, as if the network were gone. The files stay for another one.
    pub fn stop(self) -> (SocketAddr, TempDir) {
        let at = self.server.at();
        (at, self.folder)
    }

    /// Serves the files again, at the same address.
    pub fn again((at, folder): (SocketAddr, TempDir), manner: Manner) -> Self {
        let server = Server::start(at, folder.path(), manner).unwrap();
        Self { server, folder }
    }

    /// The files being served.
    pub fn folder(&self) -> Folder {
        Folder(self.folder.path().to_owned())
    }
}

fn folder_with(change: impl FnOnce(&Folder)) -> TempDir {
    let folder = TempDir::new().unwrap();
    copy(&xtask::setup::root().join("dist"), folder.path());
    change(&Folder(folder.path().to_owned()));
    folder
}

/// The files of a site.
pub struct Folder(PathBuf);

impl Folder {
    /// Where they are.
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// The paths of the files in one of its folders, below that folder.
    pub fn names(&self, folder: &str) -> Vec<String> {
        let mut names = Vec::new();
        for entry in std::fs::read_dir(self.0.join(folder)).unwrap() {
            let entry = entry.unwrap();
            let name = entry.file_name().into_string().unwrap();
            if entry.path().is_dir() {
                let inner = self.names(&format!("{folder}/{name}"));
                names.extend(inner.iter().map(|inner| format!("{name}/{inner}")));
            } else {
                names.push(name);
            }
        }
        names
    }

    /// Copies all of them into a folder, which may be one of its own.
    pub fn copy_to(&self, to: &Path) {
        let apart = TempDir::new().unwrap();
        copy(&self.0, apart.path());
        std::fs::create_dir_all(to).unwrap();
        copy(apart.path(), to);
    }

    /// Writes a file, and its folder where there is none.
    pub fn write(&self, name: &str, text: impl AsRef<[u8]>) {
        std::fs::create_dir_all(self.0.join(name).parent().unwrap()).unwrap();
        std::fs::write(self.0.join(name), text).unwrap();
    }

    /// Reads a file.
    pub fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.0.join(name)).unwrap()
    }

    /// Removes a file.
    pub fn remove(&self, name: &str) {
        std::fs::remove_file(self.0.join(name)).unwrap();
    }

    /// The name of the app's wasm file.
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
