//! Course files from a folder, read as the app reads them from a server.

use std::path::Path;
use waymark::course::files::{self, CENTRE, File, Files};
use waymark::course::{Centre, LanguageTag, centre};

/// The centre of a folder.
pub fn centre(folder: &Path) -> Centre {
    let mut read = Files::default();
    read.insert(CENTRE, file(folder, CENTRE));
    centre::parse(CENTRE, &files::text_of(CENTRE, &read).0).0
}

/// The files of one language, in the order the app fetches them.
pub fn files(folder: &Path, language: &LanguageTag) -> Files {
    let mut found = Files::default();
    found.insert(CENTRE, file(folder, CENTRE));
    for name in files::of_language(language) {
        found.insert(&name, file(folder, &name));
    }
    for name in files::of_modules(language, &found) {
        found.insert(&name, file(folder, &name));
    }
    found
}

/// One file, and why it could not be read where it could not.
pub fn file(folder: &Path, name: &str) -> File {
    match std::fs::read(folder.join(name)) {
        Ok(bytes) => File::Here(bytes),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => File::Missing,
        Err(error) => File::Refused(error.to_string()),
    }
}
