//! Signs that other kinds of Markdown read, and word processors and wikis write. Here
//! people would see them.

/// The lines of a paragraph with such signs. The first of them is `line`.
pub fn lines(text: &str, line: usize) -> Vec<usize> {
    text.lines().zip(line..).filter(|(text, _)| is_seen(text)).map(|(_, line)| line).collect()
}

fn is_seen(line: &str) -> bool {
    // What stands between backticks is shown as it is, and that is meant.
    let is_code = line.contains('`');
    let around = ["~~", "==", "＊＊"].iter().any(|sign| is_around(line, sign));
    !is_code && (around || line.contains("{#") || line.starts_with(":::") || has_option(line))
}

/// Whether a sign stands right before words and again right after them.
fn is_around(line: &str, sign: &str) -> bool {
    let mut parts = line.split(sign);
    let before = parts.next().unwrap_or_default();
    let words = parts.next().unwrap_or_default();
    let edge = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    parts.next().is_some()
        && !before.ends_with('\\')
        && edge(words.chars().next())
        && words.chars().next_back().is_some_and(|c| !c.is_whitespace())
}

/// Whether a line is an option of an exercise, outside of any.
fn has_option(line: &str) -> bool {
    let name = line.strip_prefix(':').and_then(|rest| rest.split_once(':'));
    name.is_some_and(|(name, _)| !name.is_empty() && name.bytes().all(|b| b.is_ascii_lowercase()))
}
