//! The `key: value` lines at the top of a file.

use super::markdown;
use super::problem::{Problems, Trouble};

/// The keys at the top of a file, and where the rest of it begins.
#[derive(Debug, Default)]
pub struct FrontMatter<'a> {
    lines: Vec<(usize, &'a str, &'a str)>,
    /// The text after the front matter.
    pub rest: &'a str,
    /// The line `rest` begins on.
    pub rest_line: usize,
    /// Whether it begins and ends as it should, so that a key it lacks is left out on purpose.
    pub is_whole: bool,
}

impl<'a> FrontMatter<'a> {
    /// Reads the lines between two lines of `---` at the top of `text`. It also accepts what a
    /// word processor makes of them, and a byte order mark before them.
    pub fn read(text: &'a str, problems: &mut Problems) -> Self {
        let text = text.trim_start_matches('\u{feff}');
        let mut found = Self { lines: Vec::new(), rest: text, rest_line: 1, is_whole: false };
        let mut is_open = false;
        let mut length = 0;
        for (line, number) in text.split_inclusive('\n').zip(1..) {
            let start = length;
            length += line.len();
            let line = line.trim();
            if !is_open && !line.is_empty() {
                if !is_border(line) {
                    break;
                }
                is_open = true;
            } else if is_open && is_border(line) {
                found.rest = &text[length..];
                found.rest_line = number + 1;
                found.is_whole = true;
                return found;
            } else if line.starts_with("##") {
                // The block was never closed: the text begins here.
                found.rest = &text[start..];
                found.rest_line = number;
                problems.note(1, Trouble::FrontMatterOpen, "");
                return found;
            } else if let Some((key, value)) = line.split_once([':', '：']) {
                found.lines.push((number, key.trim(), unquoted(value.trim())));
            } else if !line.is_empty() && !line.starts_with('#') {
                problems.note(number, Trouble::FrontMatterLine, line);
            }
        }
        if is_open {
            problems.note(1, Trouble::FrontMatterOpen, "");
            found.rest = "";
        } else {
            problems.note(1, Trouble::FrontMatterMissing, "");
        }
        found
    }

    /// The value of a key, with its line; `None` where it is missing or empty.
    pub fn get(&self, key: &str) -> Option<(usize, &'a str)> {
        let line = self.lines.iter().find(|(_, name, _)| name.eq_ignore_ascii_case(key));
        line.map(|(line, _, value)| (*line, *value)).filter(|(_, value)| !value.is_empty())
    }

    /// The value of a key that is needed; empty, with a problem noted, where it is missing.
    pub fn need(&self, key: &str, problems: &mut Problems) -> &'a str {
        if let Some((_, value)) = self.get(key) {
            return value;
        }
        problems.note(1, Trouble::KeyMissing, key);
        ""
    }

    /// Notes every key that is not one of `known`, and words with signs that would be seen.
    pub fn check_keys(&self, known: &[&str], problems: &mut Problems) {
        for (line, key, value) in &self.lines {
            if !known.iter().any(|known| known.eq_ignore_ascii_case(key)) {
                problems.note(*line, Trouble::KeyUnknown, key);
            }
            let is_read = SHOWN.iter().any(|shown| shown.eq_ignore_ascii_case(key));
            if is_read && markdown::has_signs(value) {
                problems.note(*line, Trouble::WordsOnly, value);
            }
        }
    }
}

/// Keys whose values people read.
const SHOWN: [&str; 5] = ["title", "summary", "note", "reviewed", "materials"];

/// Whether a line is `---`, or the dashes that a word processor turns it into.
fn is_border(line: &str) -> bool {
    line.chars().all(|c| matches!(c, '-' | '\u{2010}'..='\u{2015}' | '−')) && line != "-" && !line.is_empty()
}

/// A value without the quotation marks around the whole of it.
pub fn unquoted(value: &str) -> &str {
    let inside = [('"', '"'), ('\'', '\''), ('“', '”'), ('‘', '’')].into_iter().find_map(|(open, close)| {
        let inside = value.strip_prefix(open)?.strip_suffix(close)?;
        (!inside.contains([open, close])).then_some(inside.trim())
    });
    inside.unwrap_or(value)
}

/// A whole number, also in full-width digits.
pub fn number<N: std::str::FromStr>(value: &str) -> Option<N> {
    let digit = |c: char| match c {
        '０'..='９' => char::from_u32(u32::from(c) - u32::from('０') + u32::from('0')).unwrap_or(c),
        c => c,
    };
    value.chars().map(digit).collect::<String>().parse().ok()
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
            ("\u{feff}---\ntitle: \"A\"\n---\nrest", Some("A"), "rest", 4, vec![]),
            ("\n—\nTitle： “A”\n–-\nrest", Some("A"), "rest", 5, vec![]),
            ("---\ntitle: \"A\" and \"B\"\n---\n", Some("\"A\" and \"B\""), "", 4, vec![]),
            ("---\nnonsense\ntitle: A\n---\n", Some("A"), "", 5, vec![Trouble::FrontMatterLine]),
        ] {
            assert_eq!(read(text), (title, rest, line, troubles), "{text:?}");
        }
    }
}
