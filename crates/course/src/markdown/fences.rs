//! Blocks between two fences: exercises, and text shown letter by letter.

use super::blocks::{Line, indent, without_indent};
use super::{Fence, Piece};
use crate::exercise::KindName;
use crate::problem::{Problems, Trouble};
use crate::text::Block;

/// The first line of a fenced block.
#[derive(Clone, Copy)]
pub struct Mark<'a> {
    letter: char,
    length: usize,
    indent: usize,
    /// What follows it.
    info: &'a str,
}

/// The fence a line begins with, after that many spaces.
pub fn fence(rest: &str, indent: usize) -> Option<Mark<'_>> {
    let letter = rest.chars().next().filter(|c| matches!(c, '`' | '~'))?;
    let length = rest.len() - rest.trim_start_matches(letter).len();
    let info = rest[length..].trim();
    (length >= 3 && !(letter == '`' && info.contains('`'))).then_some(Mark { letter, length, indent, info })
}

/// Whether a line closes such a block.
pub fn closes(text: &str, mark: Mark) -> bool {
    let line = text.trim();
    indent(text) < 4 && line.len() >= mark.length && line.chars().all(|c| c == mark.letter)
}

/// Whether what follows a fence asks for an exercise: `{kind} id`, also without
/// its braces.
fn asks(info: &str) -> bool {
    let name = info.split_whitespace().next().unwrap_or_default();
    info.starts_with('{') || KindName::from_name(&name.to_ascii_lowercase()).is_some()
}

/// Whether a line opens an exercise where a fence like this one is still open.
fn opens_another(text: &str, mark: Mark) -> bool {
    let begin = indent(text);
    let other = fence(&text[begin..], begin).filter(|_| begin < 4);
    other.is_some_and(|other| other.letter == mark.letter && other.length >= mark.length && asks(other.info))
}

/// A block from its fence on, and how many lines it takes. An unclosed one ends
/// where the next step or exercise begins, so that only this block is reported.
pub fn fenced(first: Line, mark: Mark, lines: &[Line], problems: &mut Problems) -> (Piece, usize) {
    let rest = &lines[1..];
    let ends = |line: &Line| closes(line.text, mark) || opens_another(line.text, mark);
    let mut length = rest.iter().position(ends).unwrap_or(rest.len());
    let closed = rest.get(length).is_some_and(|line| closes(line.text, mark));
    if !closed {
        problems.note(first.number, Trouble::FenceOpen, mark.info);
        let is_step = |line: &Line| line.text.starts_with("## ");
        let goes_on = length < rest.len() || asks(mark.info);
        length = rest[..length].iter().position(is_step).filter(|_| goes_on).unwrap_or(length);
    }
    let inside = rest[..length].iter().map(|line| without_indent(line.text, mark.indent));
    let body: String = inside.flat_map(|line| [line, "\n"]).collect();
    let taken = 1 + length + usize::from(closed);
    if asks(mark.info) {
        let info = mark.info.to_owned();
        return (Piece::Fence(Fence { info, body, body_line: first.number + 1 }), taken);
    }
    if closed {
        problems.note(first.number, Trouble::CodeShown, mark.info);
    }
    (Piece::Block(Block::Code(body)), taken)
}
