//! The files of a course: the result of fetching each, and its text.

use super::ids::LanguageTag;
use super::problem::{Problems, Trouble};
use super::utf8;

/// The longest file that is read, in bytes. A module of an evening has about
/// 10,000; beyond this a file is a mistake, and reading it would hold up a
/// phone.
pub const LONGEST_FILE: usize = 500_000;

/// The result of fetching a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum File {
    /// Its bytes.
    Here(Vec<u8>),
    /// There is none.
    Missing,
    /// It could not be read, and why, in the server's or the system's words.
    Refused(String),
}

/// Whether these bytes are an HTML page: some servers send one in place of every missing
/// file, others during maintenance. `worker.js` checks in the same way.
pub fn is_page(body: &[u8]) -> bool {
    let start = String::from_utf8_lossy(&body[..body.len().min(500)]).to_ascii_lowercase();
    let mut rest = start.trim_start_matches('\u{feff}').trim_start();
    for (open, close) in [("<?xml", "?>"), ("<!--", "-->"), ("<!--", "-->")] {
        let after = rest.strip_prefix(open).and_then(|rest| rest.split_once(close));
        rest = after.map_or(rest, |(_, after)| after.trim_start());
    }
    ["<!doctype html", "<html"].iter().any(|begin| rest.starts_with(begin))
}

/// Files by their path below `modules/`.
#[derive(Debug, Clone, Default)]
pub struct Files(
    // Sorted by path: a course may have a thousand.
    Vec<(String, File)>,
);

impl Files {
    /// Adds a file, replacing any with the same path.
    pub fn insert(&mut self, name: &str, file: File) {
        match self.place(name) {
            Ok(at) => self.0[at].1 = file,
            Err(at) => self.0.insert(at, (name.to_owned(), file)),
        }
    }

    /// The file at a path, if it was asked for.
    pub fn get(&self, name: &str) -> Option<&File> {
        self.place(name).ok().map(|at| &self.0[at].1)
    }

    /// Whether the file at a path has arrived.
    pub fn has(&self, name: &str) -> bool {
        matches!(self.get(name), Some(File::Here(_)))
    }

    /// How many files there are, including those that were asked for in vain.
    pub fn count(&self) -> usize {
        self.0.len()
    }

    fn place(&self, name: &str) -> Result<usize, usize> {
        self.0.binary_search_by(|(known, _)| known.as_str().cmp(name))
    }
}

/// The file everything begins with.
pub const CENTRE: &str = "centre.md";

/// Every exercise the course has ever had. The check alone asks for it, and it may be
/// missing.
pub const EXERCISES: &str = "exercises.md";

/// The files each language has, beside its modules.
pub const OF_LANGUAGE: [&str; 5] = ["course.md", "help.md", "plan.md", "words.json", ABOUT];

/// The one that a centre may leave out.
pub const ABOUT: &str = "about.md";

/// The path of a language's file.
pub fn path(language: &LanguageTag, name: &str) -> String {
    format!("{language}/{name}")
}

/// The text of some bytes: UTF-8, or what Windows editors call Unicode. Lines end as
/// everywhere, also those of an old Mac.
pub fn decoded(bytes: &[u8]) -> Option<String> {
    let text = String::from_utf8(utf8::plain(bytes.to_vec())).ok()?;
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    // Breaks within a line, as word processors write them.
    Some(text.replace(['\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'], " "))
}

/// The text of a file; empty, with a problem noted, where there is nothing to read.
pub fn text_of(name: &str, files: &Files) -> (String, Problems) {
    let mut problems = Problems::of(name);
    let text = match files.get(name) {
        None | Some(File::Missing) => Err((Trouble::FileMissing, name.to_owned())),
        Some(File::Refused(why)) => Err((Trouble::FileRefused, why.clone())),
        Some(File::Here(bytes)) if bytes.len() > LONGEST_FILE => {
            Err((Trouble::FileTooLong, format!("{} kB", bytes.len() / 1000)))
        }
        Some(File::Here(bytes)) => match decoded(bytes) {
            Some(text) if text.trim().is_empty() => Err((Trouble::FileEmpty, String::new())),
            Some(text) => Ok(text),
            None => Err((Trouble::FileNotText, String::new())),
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_read_as_other_editors_write_it() {
        let wanted = "---\ntitle: Café\n---\n";
        let wide = |bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
            format!("\u{feff}{wanted}").encode_utf16().flat_map(bytes).collect()
        };
        for bytes in [
            wanted.as_bytes().to_vec(),
            format!("\u{feff}{wanted}").into_bytes(),
            wanted.replace('\n', "\r\n").into_bytes(),
            wanted.replace('\n', "\r").into_bytes(),
            wide(u16::to_le_bytes),
            wide(u16::to_be_bytes),
        ] {
            assert_eq!(decoded(&bytes).as_deref(), Some(wanted));
        }
        assert_eq!(decoded("a\u{b}b\u{2028}c".as_bytes()).as_deref(), Some("a b c"));
        assert_eq!(decoded(b"caf\xe9"), None);
    }

    #[test]
    fn a_page_is_no_course_file_whatever_it_is_called() {
        for page in [
            "<!doctype html><p>x",
            "\u{feff}\n <!DOCTYPE HTML PUBLIC \"x\">",
            "<html lang=en>",
            "<?xml version=\"1.0\"?>\n<!-- a --> <!-- b -->\n<HTML>",
        ] {
            assert!(is_page(page.as_bytes()), "{page}");
        }
        for file in
            ["", "# A\n<html>", "{}", "<svg/>", "<?xml version=\"1.0\"?><svg/>", "<!-- a", "---\n---\n"]
        {
            assert!(!is_page(file.as_bytes()), "{file}");
        }
        assert!(!is_page(b"\x89PNG\r\n"));
    }
}
