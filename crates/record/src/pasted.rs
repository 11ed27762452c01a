//! Several lines pasted where one line is expected: each becomes a line of its own, without
//! the bullet or number it had elsewhere.

/// Bullets that need no space after them.
const BULLETS: [char; 18] =
    ['•', '◦', '▪', '▫', '‣', '●', '○', '■', '□', '◆', '◇', '☐', '☑', '✓', '✔', '・', '･', '·'];

/// Signs that are bullets only where a space follows.
const DASHES: [char; 6] = ['-', '*', '+', '–', '—', '−'];

/// What may follow the number of a line.
const AFTER_NUMBER: [char; 6] = ['.', ')', '．', '）', '、', ':'];

/// The lines of a text, without empty ones.
pub fn lines(text: &str) -> Vec<&str> {
    let lines = text.lines().map(without_bullet);
    lines.filter(|line| !line.is_empty()).collect()
}

/// A line without the bullet or number that a list put before it.
fn without_bullet(line: &str) -> &str {
    let line = line.trim();
    let rest = line.trim_start_matches(BULLETS);
    if rest.len() < line.len() {
        return without_box(rest.trim_start());
    }
    let is_digit = |letter: char| letter.is_ascii_digit() || ('０'..='９').contains(&letter);
    let after_number = line.trim_start_matches(['(', '（']).trim_start_matches(is_digit);
    let digits = line.chars().filter(|letter| is_digit(*letter)).count();
    let rest = match after_number.strip_prefix(AFTER_NUMBER) {
        Some(rest) if (1..=3).contains(&digits) && !line.starts_with(AFTER_NUMBER) => rest,
        _ => line.strip_prefix(DASHES).unwrap_or(line),
    };
    match rest.len() < line.len() && (rest.is_empty() || rest.starts_with(char::is_whitespace)) {
        true => without_box(rest.trim_start()),
        false => line,
    }
}

/// A line without an empty or ticked box before it.
fn without_box(line: &str) -> &str {
    let rest = ["[ ]", "[x]", "[X]"].iter().find_map(|one| line.strip_prefix(one));
    rest.unwrap_or(line).trim_start()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pasted_lines_lose_what_a_list_put_before_them() {
        for (text, expected) in [
            ("tea", &["tea"][..]),
            ("tea\nbread", &["tea", "bread"]),
            ("tea\r\n\r\n  bread \n\n", &["tea", "bread"]),
            ("- tea\n- bread", &["tea", "bread"]),
            ("*\ttea\n•\tbread\n‣ salt", &["tea", "bread", "salt"]),
            ("\t– tea\n— bread", &["tea", "bread"]),
            ("1. tea\n2) bread\n(3) salt\n10.\tjam", &["tea", "bread", "salt", "jam"]),
            ("- [ ] tea\n- [x] bread\n☐ salt", &["tea", "bread", "salt"]),
            ("・お茶\n・　パン", &["お茶", "パン"]),
            ("１．　お茶\n２．　パン", &["お茶", "パン"]),
            ("□お茶\n■パン", &["お茶", "パン"]),
            // Whatever is not a bullet stays.
            ("-5 degrees\n3.5 km\n1984", &["-5 degrees", "3.5 km", "1984"]),
            ("2026. A year", &["2026. A year"]),
            ("(maybe) tea\n*very* good", &["(maybe) tea", "*very* good"]),
            (") tea\n: bread", &[") tea", ": bread"]),
            ("-\n•\n", &[]),
        ] {
            assert_eq!(lines(text), expected, "{text:?}");
        }
    }
}
