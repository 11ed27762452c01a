//! Turns CommonMark into [`Block`]s, with the line each begins on.
//!
//! Reading never fails. What a learner could be harmed by (raw HTML, links to
//! scripts, images that would be fetched) becomes plain text and a problem.
//!
//! This is a reader of our own, because every learner downloads it: 46 kB of
//! brotli less than pulldown-cmark, which the tests compare it with.
//! It leaves out reference links, names of characters such as `&hearts;` and
//! HTML blocks, none of which a course needs, and stays within the bounds
//! below whatever it is given.
//!
//! ```text
//! read        text -> pieces, each with its line
//!   meant     a line as other keyboards write it -> as Markdown has it
//!   blocks    lines -> paragraphs, lists, quotes
//!   fences    exercises, code
//!   spans     a paragraph's text -> words, links, code
//!   address   where a link leads
//!   emphasis  words between * and _
//!   signs     what other kinds of Markdown read, and people would see
//! ```

mod address;
mod blocks;
mod emphasis;
mod fences;
mod meant;
#[cfg(test)]
mod reference;
mod signs;
mod spans;
#[cfg(test)]
mod tests;

use super::problem::{Problems, Trouble};
use super::text::{Block, Span};
use blocks::Line;

/// How many lists, quotes and emphases may be nested.
const DEEPEST: usize = 8;

/// A piece of a file, at its left edge.
#[derive(Debug, PartialEq, Eq)]
pub enum Piece {
    /// Ordinary text, as blocks.
    Block(Block),
    /// A fenced block with `{` after its fence.
    Fence(Fence),
}

/// A fenced block that asks for an exercise.
#[derive(Debug, PartialEq, Eq)]
pub struct Fence {
    /// What follows the fence: `{kind} id`.
    pub info: String,
    /// The lines inside.
    pub body: String,
    /// The line of the first of them.
    pub body_line: usize,
}

/// Reads Markdown. `first_line` is the line of the file that `text` begins on.
pub fn read(text: &str, first_line: usize, problems: &mut Problems) -> Vec<(usize, Piece)> {
    let lines: Vec<String> = text.lines().map(meant::line).collect();
    let lines = lines.iter().enumerate();
    let lines: Vec<Line> = lines.map(|(at, text)| Line { number: first_line + at, text }).collect();
    blocks::pieces(&lines, 0, problems)
}

/// Reads Markdown that may not contain exercises.
pub fn read_blocks(text: &str, first_line: usize, problems: &mut Problems) -> Vec<Block> {
    without_exercises(read(text, first_line, problems), problems)
}

/// Whether Markdown would read signs in some words. Where the words are shown exactly as
/// written, people would see those signs.
pub fn has_signs(words: &str) -> bool {
    let mut problems = Problems::of("");
    let read = spans::spans(words, 1, &mut problems);
    !words.is_empty() && (read != [Span::Text(words.to_owned())] || !problems.into_vec().is_empty())
}

fn without_exercises(pieces: Vec<(usize, Piece)>, problems: &mut Problems) -> Vec<Block> {
    let block = |(line, piece)| match piece {
        Piece::Block(block) => block,
        Piece::Fence(fence) => {
            problems.note(line, Trouble::ExerciseNested, &fence.info);
            Block::Code(fence.body)
        }
    };
    pieces.into_iter().map(block).collect()
}
