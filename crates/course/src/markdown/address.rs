//! The address of a link, as it is written in brackets after its words.

use crate::phone;

/// The address in `(address "title")`, and how many bytes all of that takes.
pub fn address(text: &str) -> Option<(String, usize)> {
    let inside = text.strip_prefix('(')?.trim_start();
    if let Some(found) = number(inside) {
        return Some((found.0, text.len() - found.1.len()));
    }
    let (to, rest) = match inside.strip_prefix('<') {
        Some(bracketed) => {
            let end = bracketed.find(['>', '\n', '<']).filter(|end| bracketed[*end..].starts_with('>'))?;
            (&bracketed[..end], &bracketed[end + 1..])
        }
        None => inside.split_at(bare_end(inside)?),
    };
    let after = rest.trim_start();
    let rest = if after.len() == rest.len() { after } else { without_title(after) };
    let rest = rest.trim_start().strip_prefix(')')?;
    Some((unescaped(to), text.len() - rest.len()))
}

/// A number to call, which may contain spaces and brackets, and what comes after it.
fn number(inside: &str) -> Option<(String, &str)> {
    let line = inside.split('\n').next().unwrap_or_default();
    let mut open = 0_usize;
    let end = line.find(|c| match c {
        '(' => {
            open += 1;
            false
        }
        ')' if open > 0 => {
            open -= 1;
            false
        }
        c => c == ')',
    })?;
    Some((phone::call(&line[..end])?, &inside[end + 1..]))
}

/// Where an address without `<>` ends: at a space, or at the bracket that closes.
fn bare_end(text: &str) -> Option<usize> {
    let mut open = 0_usize;
    let mut escaped = false;
    for (at, c) in text.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '(' => open += 1,
            ')' if open == 0 => return Some(at),
            ')' => open -= 1,
            c if c.is_whitespace() => return (open == 0).then_some(at),
            c if c.is_control() => return None,
            _ => {}
        }
    }
    None
}

/// What follows a title in quotation marks, if there is one.
fn without_title(text: &str) -> &str {
    let sign = match text.chars().next() {
        Some(sign @ ('"' | '\'')) => sign,
        Some('(') => ')',
        _ => return text,
    };
    text[1..].find(sign).map_or(text, |end| &text[end + 2..])
}

fn unescaped(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text;
    while let Some(next) = rest.chars().next() {
        let after = &rest[next.len_utf8()..];
        if let Some((character, bytes)) = character(rest).filter(|_| next == '&') {
            plain.push(character);
            rest = &rest[bytes..];
            continue;
        }
        let escapes = next == '\\' && after.starts_with(|c: char| c.is_ascii_punctuation());
        if !escapes {
            plain.push(next);
            rest = after;
        } else if let Some(sign) = after.chars().next() {
            plain.push(sign);
            rest = &after[sign.len_utf8()..];
        }
    }
    plain
}

/// The character that `&amp;` or `&#38;` stands for, and how many bytes it takes.
pub fn character(text: &str) -> Option<(char, usize)> {
    let end = text.bytes().take(10).position(|byte| byte == b';')?;
    let name = text.get(1..end)?;
    let number = |digits: &str, radix| {
        let wrong = digits.is_empty() || digits.starts_with('+');
        let number = u32::from_str_radix(digits, radix).ok().filter(|_| !wrong)?;
        Some(char::from_u32(number).filter(|c| *c != '\0').unwrap_or('\u{fffd}'))
    };
    let character = match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => '\u{a0}',
        _ => match name.strip_prefix('#')? {
            digits if digits.starts_with(['x', 'X']) => number(&digits[1..], 16)?,
            digits => number(digits, 10)?,
        },
    };
    Some((character, end + 1))
}
