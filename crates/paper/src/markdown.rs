//! A paper as Markdown, to keep as a file.

use super::{Listed, Paper, Piece};

/// The whole paper. Words that look like Markdown are escaped, so that they
/// read in it as they were written. Pictures are left out: what they show
/// is in words beside them.
pub fn write(paper: &Paper) -> String {
    let mut blocks = vec![format!("# {}", escaped(&paper.title))];
    blocks.extend(paper.pieces.iter().map(block));
    blocks.retain(|block| !block.is_empty());
    blocks.join("\n\n") + "\n"
}

fn block(piece: &Piece) -> String {
    match piece {
        Piece::Heading(words) => format!("## {}", escaped(words)),
        Piece::About(words) => {
            let lines = words.lines().filter(|line| !line.trim().is_empty());
            lines.map(|line| format!("**{}**", escaped(line))).collect::<Vec<_>>().join("\n\n")
        }
        Piece::Soft(words) => escaped(words),
        // Two spaces at the end keep a line a line.
        Piece::Words(lines) => lines.iter().map(|line| escaped(line)).collect::<Vec<_>>().join("  \n"),
        Piece::Items(items, Listed::Plainly) => each(items.iter().map(|item| format!("- {}", escaped(item)))),
        Piece::Items(items, Listed::Numbered) => {
            each(items.iter().enumerate().map(|(at, item)| format!("{}. {}", at + 1, escaped(item))))
        }
        Piece::Boxes(boxes) => each(boxes.iter().map(|(ticked, words)| {
            let tick = if *ticked { 'x' } else { ' ' };
            format!("- [{tick}] {}", escaped(words))
        })),
        Piece::Numbers { name, range, ends } => {
            let numbers: Vec<String> = (range.0..=range.1).map(|number| number.to_string()).collect();
            let parts = [escaped(name), escaped(&ends.0), numbers.join(" "), escaped(&ends.1)];
            parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
        }
        Piece::Table(head, rows) => table(head, rows),
        Piece::Cards(cards) => {
            let cards = cards.iter().filter(|card| !card.is_empty());
            each(cards.map(|card| format!("- {}", escaped(card))))
        }
        Piece::Room(_) | Piece::Picture(_) => String::new(),
    }
}

fn each(lines: impl Iterator<Item = String>) -> String {
    lines.collect::<Vec<_>>().join("\n")
}

fn table(head: &[String], rows: &[Vec<String>]) -> String {
    let line = |cells: &[String]| {
        let cells: Vec<String> = cells.iter().map(|cell| escaped(cell)).collect();
        format!("| {} |", cells.join(" | "))
    };
    let rule = format!("|{}", " --- |".repeat(head.len()));
    let mut lines = vec![line(head), rule];
    lines.extend(rows.iter().map(|row| line(row)));
    lines.join("\n")
}

/// One line with every letter taken literally.
fn escaped(words: &str) -> String {
    let mut escaped = String::new();
    for letter in words.trim().chars() {
        match letter {
            '\n' | '\r' => escaped.push(' '),
            letter => {
                if "\\`*_{}[]<>#|~&+-=".contains(letter) {
                    escaped.push('\\');
                }
                escaped.push(letter);
            }
        }
    }
    // A number with a dot at the start would begin a list.
    let digits = escaped.bytes().take_while(u8::is_ascii_digit).count();
    if digits > 0 && matches!(escaped.as_bytes().get(digits), Some(b'.' | b')')) {
        escaped.insert(digits, '\\');
    }
    escaped
}
