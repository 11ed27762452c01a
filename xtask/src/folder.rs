//! Course files from a folder, read as the app reads them from a server.

use std::path::Path;
use waymark::course::files::{CENTRE, EXERCISES, File, Files};
use waymark::course::wanted;
use waymark::course::{Centre, LanguageTag};

/// The centre of a folder.
pub fn centre(folder: &Path) -> Centre {
    let mut read = Files::default();
    read.insert(CENTRE, file(folder, CENTRE));
    wanted::centre_of(&read)
}

/// The files of one language, as the app fetches them.
pub fn files(folder: &Path, language: &LanguageTag) -> Files {
    let mut found = Files::default();
    add(folder, language, wanted::next, &mut found);
    found
}

/// The files of every language the centre offers, with their class notes.
pub fn all_files(folder: &Path) -> Files {
    let mut found = Files::default();
    found.insert(EXERCISES, file(folder, EXERCISES));
    for welcome in centre(folder).languages {
        add(folder, &welcome.language, wanted::next, &mut found);
        add(folder, &welcome.language, wanted::next_for_class, &mut found);
    }
    found
}

fn add(
    folder: &Path,
    language: &LanguageTag,
    wanted: fn(&LanguageTag, &Files) -> Vec<String>,
    found: &mut Files,
) {
    loop {
        let wanted = wanted(language, found);
        if wanted.is_empty() {
            return;
        }
        for name in wanted {
            found.insert(&name, file(folder, &name));
        }
    }
}

/// One file, or why it could not be read.
pub fn file(folder: &Path, name: &str) -> File {
    match std::fs::read(folder.join(name)) {
        Ok(bytes) => File::Here(bytes),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => File::Missing,
        Err(error) => File::Refused(error.to_string()),
    }
}
