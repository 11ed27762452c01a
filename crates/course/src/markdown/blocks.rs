//! Turns lines into blocks.

use super::fences::{Mark, closes, fence, fenced};
use super::meant::UNSEEN;
use super::spans::spans;
use super::{DEEPEST, Piece, without_exercises};
use crate::problem::{Problems, Trouble};
use crate::text::{Block, Span};

/// A line of a file, or what is left of it inside a quote or a list.
#[derive(Clone, Copy)]
pub struct Line<'a> {
    /// Its number in the file.
    pub number: usize,
    /// Its text, without the line ending.
    pub text: &'a str,
}

/// What a line begins, unless it continues what was open before.
enum Start<'a> {
    Blank,
    /// Indented by four spaces.
    Code,
    Fence(Mark<'a>),
    Heading(u8, &'a str),
    Rule,
    Quote(&'a str),
    Item(Bullet<'a>),
    Words,
}

/// The first line of a list item.
#[derive(Clone, Copy)]
struct Bullet<'a> {
    /// The bullet, or the sign after the number.
    sign: char,
    number: Option<u64>,
    /// How far the rest of the item is indented.
    indent: usize,
    /// What follows the bullet.
    rest: &'a str,
}

/// Divides lines into pieces.
pub fn pieces(lines: &[Line], depth: usize, problems: &mut Problems) -> Vec<(usize, Piece)> {
    let mut pieces = Vec::new();
    let mut left = lines;
    while let Some(first) = left.first() {
        let (piece, taken) = piece(*first, left, depth, problems);
        pieces.extend(piece.map(|piece| (first.number, piece)));
        left = &left[taken..];
    }
    pieces
}

/// The first piece, and how many lines it takes.
fn piece(first: Line, lines: &[Line], depth: usize, problems: &mut Problems) -> (Option<Piece>, usize) {
    let (block, taken) = match start(first.text) {
        Start::Blank => return (None, 1),
        Start::Fence(mark) => {
            let (piece, taken) = fenced(first, mark, lines, problems);
            return (Some(piece), taken);
        }
        Start::Code => {
            problems.note(first.number, Trouble::CodeIndented, first.text);
            indented(lines)
        }
        Start::Heading(level, words) => (heading(level, words, first.number, problems), 1),
        Start::Rule => (Block::Rule, 1),
        Start::Quote(_) => quote(lines, depth, problems),
        Start::Item(bullet) => list(lines, bullet, depth, problems),
        Start::Words => paragraph(first, lines, problems),
    };
    (Some(Piece::Block(block)), taken)
}

pub fn indent(text: &str) -> usize {
    text.len() - text.trim_start_matches(' ').len()
}

/// The text without that many leading spaces, or as many as it has.
pub fn without_indent(text: &str, by: usize) -> &str {
    &text[by.min(indent(text))..]
}

fn start(text: &str) -> Start<'_> {
    let begin = indent(text);
    let rest = &text[begin..];
    if rest.trim().is_empty() {
        return Start::Blank;
    }
    if begin >= 4 {
        return Start::Code;
    }
    if let Some(mark) = fence(rest, begin) {
        return Start::Fence(mark);
    }
    if let Some(quoted) = rest.strip_prefix('>') {
        return Start::Quote(quoted.strip_prefix(' ').unwrap_or(quoted));
    }
    if is_rule(rest) {
        return Start::Rule;
    }
    let signs = rest.len() - rest.trim_start_matches('#').len();
    if let level @ 1..=6 = signs
        && (rest.len() == signs || rest[signs..].starts_with(' ') || is_meant(rest, signs))
        && let Ok(level) = u8::try_from(level)
    {
        return Start::Heading(level, closed_heading(&rest[signs..]));
    }
    bullet(rest, begin).map_or(Start::Words, Start::Item)
}

fn is_rule(rest: &str) -> bool {
    let mut signs = rest.chars().filter(|c| !c.is_whitespace());
    let Some(first @ ('-' | '_' | '*')) = signs.next() else {
        return false;
    };
    let others: Vec<char> = signs.collect();
    others.len() >= 2 && others.iter().all(|sign| *sign == first)
}

/// Whether a heading was plainly meant, although there is no space after its `#`s.
fn is_meant(rest: &str, signs: usize) -> bool {
    signs > 1 || rest.contains("{#")
}

/// The words of a heading without the `#`s that may close it.
fn closed_heading(words: &str) -> &str {
    let words = words.trim();
    let open = words.trim_end_matches('#');
    if open.is_empty() || open.ends_with(' ') { open.trim_end() } else { words }
}

fn bullet(rest: &str, begin: usize) -> Option<Bullet<'_>> {
    let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let sign = rest[digits..].chars().next()?;
    let number = match sign {
        '-' | '+' | '*' if digits == 0 => None,
        '.' | ')' if (1..=9).contains(&digits) => Some(rest[..digits].parse().ok()?),
        _ => return None,
    };
    let after = &rest[digits + 1..];
    let spaces = indent(after);
    if spaces == 0 && !after.is_empty() && !after.starts_with('{') {
        return None;
    }
    // More than four spaces make indented code; an item may begin empty.
    let spaces = if spaces > 4 || spaces == after.len() { 1.min(after.len()) } else { spaces };
    Some(Bullet { sign, number, indent: begin + digits + 1 + spaces.max(1), rest: &after[spaces..] })
}

/// Whether a line ends the paragraph above it.
fn interrupts(text: &str) -> bool {
    match start(text) {
        Start::Words | Start::Code => false,
        Start::Item(bullet) => !bullet.rest.trim().is_empty() && matches!(bullet.number, None | Some(1)),
        _ => true,
    }
}

fn indented(lines: &[Line]) -> (Block, usize) {
    let is_code = |line: &&Line| matches!(start(line.text), Start::Code | Start::Blank);
    let all = lines.iter().take_while(is_code).count();
    let taken =
        lines[..all].iter().rposition(|line| !line.text.trim().is_empty()).map_or(all, |last| last + 1);
    let code = lines[..taken].iter().flat_map(|line| [without_indent(line.text, 4), "\n"]).collect();
    (Block::Code(code), taken)
}

fn heading(level: u8, words: &str, line: usize, problems: &mut Problems) -> Block {
    let words = words.trim_end_matches(UNSEEN);
    let (words, id) = match words.strip_suffix('}').and_then(|open| open.rsplit_once("{#")) {
        Some((words, id)) => (
            words.trim_end(),
            Some(id.trim_matches(|c: char| UNSEEN.contains(&c) || c.is_whitespace()).to_owned()),
        ),
        None => (words, None),
    };
    Block::Heading { level, id, spans: spans(words, line, problems) }
}

fn paragraph(first: Line, lines: &[Line], problems: &mut Problems) -> (Block, usize) {
    let mut text = first.text.trim_start().to_owned();
    let mut taken = 1;
    if defines(&text) {
        problems.note(first.number, Trouble::LinkReference, &text);
    }
    for line in &lines[1..] {
        if let Some(level) = underline(line.text) {
            return (heading(level, text.trim_end(), first.number, problems), taken + 1);
        }
        if interrupts(line.text) {
            break;
        }
        if is_table(line.text) {
            problems.note(line.number, Trouble::PipeTable, line.text);
        }
        text.push('\n');
        text.push_str(line.text.trim_start());
        taken += 1;
    }
    (Block::Paragraph(spans(text.trim_end(), first.number, problems)), taken)
}

/// Whether a line is `[1]: address`, or a footnote.
fn defines(text: &str) -> bool {
    text.starts_with('[') && text.split_once("]:").is_some_and(|(name, _)| !name.contains(']'))
}

/// Whether a line is the one below the headings of a table: `|---|---|`.
fn is_table(text: &str) -> bool {
    text.contains('|') && text.contains("--") && text.chars().all(|c| "|-: ".contains(c))
}

/// The level of the heading that a line of `=` or `-` makes of the paragraph above it.
fn underline(text: &str) -> Option<u8> {
    let line = text.trim();
    let only = |sign| indent(text) < 4 && !line.is_empty() && line.chars().all(|c| c == sign);
    if only('=') {
        Some(1)
    } else if only('-') {
        Some(2)
    } else {
        None
    }
}

fn quote(lines: &[Line], depth: usize, problems: &mut Problems) -> (Block, usize) {
    let mut inside = Vec::new();
    let mut open = Open::default();
    for line in lines {
        let text = match start(line.text) {
            Start::Quote(text) => text,
            _ if open.goes_on_with(line.text) => line.text,
            _ => break,
        };
        open.follow(text);
        inside.push(Line { number: line.number, text });
    }
    let taken = inside.len();
    (Block::Quote(inner(&inside, depth, problems)), taken)
}

fn list(lines: &[Line], first: Bullet, depth: usize, problems: &mut Problems) -> (Block, usize) {
    let mut items = Vec::new();
    let mut taken = 0;
    let mut next = 0;
    while let Some(line) = lines.get(next)
        && let Start::Item(bullet) = start(line.text)
        && bullet.sign == first.sign
    {
        let inside = item(&lines[next..], bullet);
        items.push(inner(&inside, depth, problems));
        taken = next + inside.len();
        next = taken + lines[taken..].iter().take_while(|line| line.text.trim().is_empty()).count();
    }
    (Block::List { first: first.number, items }, taken)
}

fn item<'a>(lines: &[Line<'a>], bullet: Bullet<'a>) -> Vec<Line<'a>> {
    let mut inside = vec![Line { number: lines[0].number, text: bullet.rest }];
    let mut open = Open::default();
    open.follow(bullet.rest);
    let begins_empty = bullet.rest.trim().is_empty();
    let mut length = 1;
    for line in &lines[1..] {
        let blank = line.text.trim().is_empty();
        let text = if blank || indent(line.text) >= bullet.indent {
            without_indent(line.text, bullet.indent)
        } else if open.goes_on_with(line.text) {
            line.text
        } else {
            break;
        };
        if blank && begins_empty && length == 1 {
            break;
        }
        open.follow(text);
        inside.push(Line { number: line.number, text });
        if !blank {
            length = inside.len();
        }
    }
    // Empty lines at the end belong to what comes after.
    inside.truncate(length);
    inside
}

fn inner(lines: &[Line], depth: usize, problems: &mut Problems) -> Vec<Block> {
    if depth < DEEPEST {
        let pieces = pieces(lines, depth + 1, problems);
        return without_exercises(pieces, problems);
    }
    problems.note(lines.first().map_or(1, |line| line.number), Trouble::TooDeep, "");
    let words: Vec<&str> = lines.iter().map(|line| innermost(line.text)).collect();
    vec![Block::Paragraph(vec![Span::Text(words.join("\n"))])]
}

/// What remains of a line without the signs of quotes and items before it.
fn innermost(mut text: &str) -> &str {
    loop {
        text = match start(text) {
            Start::Quote(rest) => rest,
            Start::Item(bullet) => bullet.rest,
            _ => return text,
        };
    }
}

/// What is still open after some lines: a paragraph continues in a line that
/// lacks the sign of its quote or the indent of its item.
#[derive(Default)]
struct Open<'a> {
    fence: Option<Mark<'a>>,
    paragraph: bool,
}

impl<'a> Open<'a> {
    fn goes_on_with(&self, text: &str) -> bool {
        self.paragraph && matches!(start(text), Start::Words | Start::Code)
    }

    fn follow(&mut self, text: &'a str) {
        let text = innermost(text);
        if let Some(mark) = self.fence {
            if closes(text, mark) {
                self.fence = None;
            }
            return;
        }
        match start(text) {
            Start::Words => self.paragraph = true,
            Start::Code => {}
            Start::Fence(mark) => {
                self.fence = Some(mark);
                self.paragraph = false;
            }
            _ => self.paragraph = false,
        }
    }
}
