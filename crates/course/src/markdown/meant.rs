//! Lines as word processors, phones and other keyboards write them, where the meaning
//! is plain.

/// Full-width spaces, and those that keep words on one line.
const WIDE: [char; 2] = ['\u{3000}', '\u{a0}'];

/// Spaces of no width, and marks of direction.
pub const UNSEEN: [char; 5] = ['\u{200b}', '\u{2060}', '\u{feff}', '\u{200e}', '\u{200f}'];

/// The quotation marks that a word processor turns backticks into.
const CURLED: [char; 5] = ['\u{2018}', '\u{2019}', '\u{b4}', '\'', '`'];

/// The line in plain Markdown: tabs are spaces, and the signs at its beginning are plain
/// ones with a plain space after them. Everything else stays.
pub fn line(text: &str) -> String {
    // Signs that cannot be seen come along from web pages.
    let text = text.trim_start_matches(UNSEEN);
    // A tab is four spaces: only in tables of figures would it matter which.
    let text = text.replace('\t', "    ");
    if text.is_ascii() && !text.contains("'''") {
        return text;
    }
    let mut line = String::new();
    let mut rest = text.as_str();
    let mut after_sign = false;
    loop {
        let words = rest.trim_start_matches(is_space);
        let space = &rest[..rest.len() - words.len()];
        let sign = sign(words);
        if sign.is_some() || after_sign {
            space.chars().for_each(|_| line.push(' '));
        } else {
            line.push_str(space);
        }
        let Some((plain, length)) = sign else {
            return line + words;
        };
        line.push_str(&plain);
        rest = &words[length..];
        after_sign = true;
    }
}

fn is_space(c: char) -> bool {
    c == ' ' || WIDE.contains(&c)
}

/// The sign that words begin with, as Markdown writes it, and how long it is here.
fn sign(words: &str) -> Option<(String, usize)> {
    let first = words.chars().next()?;
    let after = &words[first.len_utf8()..];
    let before_space = after.starts_with(is_space);
    let plain = match first {
        '#' | '＃' => return Some(("#".to_owned(), first.len_utf8())),
        '>' | '＞' => ">",
        '-' | '+' | '*' if before_space => &words[..1],
        // Bullets and dashes of word processors, two of them from a font of signs.
        '－' | '•' | '–' | '—' | '·' | '▪' | '◦' | '‣' | '●' | '\u{f0b7}' | '\u{f0a7}' if before_space => {
            "-"
        }
        // Japanese lists are often written so, without a space.
        '・' => "- ",
        '0'..='9' => return number(words),
        first if CURLED.contains(&first) => return backticks(words),
        _ => return None,
    };
    Some((plain.to_owned(), first.len_utf8()))
}

fn number(words: &str) -> Option<(String, usize)> {
    let after = words.trim_start_matches(|c: char| c.is_ascii_digit());
    let length = words.len() - after.len() + 1;
    let is_sign = after.starts_with(['.', ')']) && words[length..].starts_with(is_space);
    is_sign.then(|| (words[..length].to_owned(), length))
}

fn backticks(words: &str) -> Option<(String, usize)> {
    let after = words.trim_start_matches(CURLED);
    let length = words.len() - after.len();
    let is_fence = words[..length].chars().count() >= 3 && !words.starts_with('`');
    is_fence.then(|| ("```".to_owned(), length))
}
