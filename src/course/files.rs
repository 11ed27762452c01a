//! Which files a course is made of, and what came of fetching each.

use super::contents;
use super::ids::LanguageTag;
use super::problem::{Problems, Trouble};

/// The longest file that is read, in bytes. A module of an evening has about
/// 10,000; beyond this a file is a mistake, and reading it would hold up a
/// phone.
pub const LONGEST_FILE: usize = 500_000;

/// What came of fetching a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum File {
    /// Its bytes.
    Here(Vec<u8>),
    /// There is none.
    Missing,
    /// It could not be had; the reason, in the server's or the system's words.
    Refused(String),
}

/// Files by their path below `modules/`.
#[derive(Debug, Clone, Default)]
pub struct Files(Vec<(String, File)>);

impl Files {
    /// Adds a file, in place of one of the same path.
    pub fn insert(&mut self, name: &str, file: File) {
        self.0.retain(|(known, _)| known != name);
        self.0.push((name.to_owned(), file));
    }

    /// The file of a path.
    pub fn get(&self, name: &str) -> Option<&File> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, file)| file)
    }
}

/// The file everything begins with.
pub const CENTRE: &str = "centre.md";

/// The files each language has, beside its modules.
pub fn of_language(language: &LanguageTag) -> Vec<String> {
    ["course.md", "help.md", "plan.md", "words.json"].map(|name| path(language, name)).to_vec()
}

/// The module files that a language's contents list, in their order.
pub fn of_modules(language: &LanguageTag, files: &Files) -> Vec<String> {
    let name = path(language, "course.md");
    let (text, _) = text_of(&name, files);
    let (stages, _) = contents::parse(&name, &text);
    let modules = stages.iter().flat_map(|stage| &stage.modules);
    modules.map(|module| path(language, &format!("{}.md", module.id))).collect()
}

/// The path of a language's file.
pub fn path(language: &LanguageTag, name: &str) -> String {
    format!("{language}/{name}")
}

/// The text of a file. Empty, with a problem, where there is nothing to read.
pub fn text_of(name: &str, files: &Files) -> (String, Problems) {
    let mut problems = Problems::of(name);
    let text = match files.get(name) {
        None | Some(File::Missing) => Err((Trouble::FileMissing, name.to_owned())),
        Some(File::Refused(why)) => Err((Trouble::FileRefused, why.clone())),
        Some(File::Here(bytes)) if bytes.len() > LONGEST_FILE => {
            Err((Trouble::FileTooLong, format!("{} kB", bytes.len() / 1000)))
        }
        Some(File::Here(bytes)) => match std::str::from_utf8(bytes) {
            Ok(text) if text.trim().is_empty() => Err((Trouble::FileEmpty, String::new())),
            Ok(text) => Ok(text.trim_start_matches('\u{feff}').to_owned()),
            Err(_) => Err((Trouble::FileNotText, String::new())),
        },
    };
    match text {
        Ok(text) => (text, problems),
        Err((trouble, what)) => {
            problems.note(1, trouble, &what);
            (String::new(), problems)
        }
    }
}
