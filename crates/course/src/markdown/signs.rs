//! Signs that other kinds of Markdown understand, and word processors and wikis write. Here
//! people would see them.

/// The lines of a paragraph with such signs. The first of them is `line`.
pub fn lines(text: &str, line: usize) -> Vec<usize> {
    text.lines().zip(line..).filter(|(text, _)| is_seen(text)).map(|(_, line)| line).collect()
}

fn is_seen(line: &str) -> bool {
    // What stands between backticks is shown as it is, and that is meant.
    !line.contains('`')
        && (["~~", "==", "＊＊"].iter().any(|sign| is_around(line, sign))
            || line.contains("{#")
            || line.starts_with(":::")
            || is_option(line))
}

/// Whether a sign comes right before words and again right after them.
fn is_around(line: &str, sign: &str) -> bool {
    let mut parts = line.split(sign);
    let (Some(before), Some(words), Some(_)) = (parts.next(), parts.next(), parts.next()) else {
        return false;
    };
    !before.ends_with('\\') && !words.is_empty() && !words.starts_with(' ') && !words.ends_with(' ')
}

/// Whether a line is an option of an exercise, outside of any.
fn is_option(line: &str) -> bool {
    let name = line.strip_prefix(':').and_then(|rest| rest.split_once(':'));
    name.is_some_and(|(name, _)| !name.is_empty() && name.bytes().all(|b| b.is_ascii_lowercase()))
}
