//! The `key: value` lines at the top of a file.

use super::problem::{Problems, Trouble};

/// What a file says about itself, and where the rest of it begins.
#[derive(Debug, Default)]
pub struct FrontMatter<'a> {
    lines: Vec<(usize, &'a str, &'a str)>,
    /// The text after the front matter.
    pub rest: &'a str,
    /// The line `rest` begins on.
    pub rest_line: usize,
}

impl<'a> FrontMatter<'a> {
    /// Reads the lines between two lines of `---` at the top of `text`.
    pub fn read(text: &'a str, problems: &mut Problems) -> Self {
        let mut found = Self { lines: Vec::new(), rest: text, rest_line: 1 };
        let mut lines = text.split_inclusive('\n');
        if lines.next().is_none_or(|first| first.trim_end() != "---") {
            problems.note(1, Trouble::FrontMatterMissing, "");
            return found;
        }
        let mut length = text.find('\n').map_or(text.len(), |at| at + 1);
        for (line, number) in lines.zip(2..) {
            let start = length;
            length += line.len();
            let line = line.trim();
            if line == "---" {
                found.rest = &text[length..];
                found.rest_line = number + 1;
                return found;
            }
            if line.starts_with("## ") {
                // The block was never closed: the text begins here.
                found.rest = &text[start..];
                found.rest_line = number;
                problems.note(1, Trouble::FrontMatterOpen, "");
                return found;
            }
            match line.split_once(':') {
                Some((key, value)) => found.lines.push((number, key.trim(), value.trim())),
                None if line.is_empty() || line.starts_with('#') => {}
                None => problems.note(number, Trouble::FrontMatterLine, line),
            }
        }
        problems.note(1, Trouble::FrontMatterOpen, "");
        found.rest = "";
        found
    }

    /// The value of a key, with its line; nothing where it is missing or empty.
    pub fn get(&self, key: &str) -> Option<(usize, &'a str)> {
        let line = self.lines.iter().find(|(_, name, _)| *name == key);
        line.map(|(line, _, value)| (*line, *value)).filter(|(_, value)| !value.is_empty())
    }

    /// The value of a key that is needed; empty and a problem where it is missing.
    pub fn need(&self, key: &str, problems: &mut Problems) -> &'a str {
        if let Some((_, value)) = self.get(key) {
            return value;
        }
        problems.note(1, Trouble::KeyMissing, key);
        ""
    }

    /// Notes every key that is not one of `known`.
    pub fn check_keys(&self, known: &[&str], problems: &mut Problems) {
        for (line, key, _) in &self.lines {
            if !known.contains(key) {
                problems.note(*line, Trouble::KeyUnknown, key);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Option<&str>, &str, usize, Vec<Trouble>) {
        let mut problems = Problems::of("test.md");
        let found = FrontMatter::read(text, &mut problems);
        let title = found.get("title").map(|(_, value)| value);
        let troubles = problems.into_vec().into_iter().map(|p| p.trouble).collect();
        (title, found.rest, found.rest_line, troubles)
    }

    #[test]
    fn keys_and_the_rest() {
        for (text, title, rest, line, troubles) in [
            ("---\ntitle: A: b\n---\nrest", Some("A: b"), "rest", 4, vec![]),
            ("---\r\ntitle: A\r\n---\r\nrest", Some("A"), "rest", 4, vec![]),
            ("---\n---\n", None, "", 3, vec![]),
            ("rest", None, "rest", 1, vec![Trouble::FrontMatterMissing]),
            ("", None, "", 1, vec![Trouble::FrontMatterMissing]),
            ("---\ntitle: A\n## Step\nx", Some("A"), "## Step\nx", 3, vec![Trouble::FrontMatterOpen]),
            ("---\ntitle: A", Some("A"), "", 1, vec![Trouble::FrontMatterOpen]),
            ("---\nnonsense\ntitle: A\n---\n", Some("A"), "", 5, vec![Trouble::FrontMatterLine]),
        ] {
            assert_eq!(read(text), (title, rest, line, troubles), "{text:?}");
        }
    }
}
