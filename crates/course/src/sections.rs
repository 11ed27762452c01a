//! Files that consist of headings with text under each.

use super::markdown;
use super::problem::{Problems, Trouble};
use super::text::{Block, Span, plain};

/// A heading and the text below it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// The line of the heading.
    pub line: usize,
    /// The id written after it as `{#id}`.
    pub id: Option<String>,
    /// The heading.
    pub title: String,
    /// The text under it.
    pub blocks: Vec<Block>,
    /// The line each block begins on.
    pub lines: Vec<usize>,
}

/// Divides a file into the text before the first heading of that level, and its sections.
pub fn read(text: &str, line: usize, level: u8, problems: &mut Problems) -> (Vec<Block>, Vec<Section>) {
    let mut before = Vec::new();
    let mut sections: Vec<Section> = Vec::new();
    for (line, piece) in markdown::read(text, line, problems) {
        let block = match piece {
            markdown::Piece::Block(block) => block,
            markdown::Piece::Fence(fence) => {
                problems.note(line, Trouble::ExerciseNested, &fence.info);
                Block::Code(fence.body)
            }
        };
        match block {
            Block::Heading { level: found, id, spans } if found == level => {
                sections.push(Section {
                    line,
                    id,
                    title: plain(&spans),
                    blocks: Vec::new(),
                    lines: Vec::new(),
                });
            }
            block => match sections.last_mut() {
                Some(section) => {
                    section.blocks.push(block);
                    section.lines.push(line);
                }
                None => before.push(block),
            },
        }
    }
    (before, sections)
}

/// Reads the id of a section, and notes a problem where it is missing, wrong or doubled.
pub fn id_of<Id: PartialEq>(
    section: &Section,
    new: impl Fn(&str) -> Option<Id>,
    seen: &[Id],
    problems: &mut Problems,
) -> Option<Id> {
    let Some(text) = &section.id else {
        problems.note(section.line, Trouble::HeadingWithoutId, &section.title);
        return None;
    };
    let id = new(text);
    match &id {
        None => problems.note(section.line, Trouble::IdWrong, text),
        Some(id) if seen.contains(id) => problems.note(section.line, Trouble::IdTwice, text),
        Some(_) => {}
    }
    id.filter(|id| !seen.contains(id))
}

/// Removes the first line from a paragraph if it has the form `key: value`, and returns it.
pub fn take_line(spans: &mut Vec<Span>) -> Option<(String, String)> {
    let [Span::Text(text), others @ ..] = &mut spans[..] else {
        return None;
    };
    let (line, rest) = match text.split_once('\n') {
        Some((line, rest)) => (line, rest.to_owned()),
        None if others.is_empty() => (text.as_str(), String::new()),
        None => return None,
    };
    let (key, value) = line.split_once([':', '：'])?;
    let found = (key.trim().to_owned(), value.trim().to_owned());
    if rest.is_empty() {
        spans.remove(0);
    } else {
        *text = rest;
    }
    Some(found)
}

/// The value of such a line, if it has that key, in small or capital letters.
pub fn take_value(spans: &mut Vec<Span>, key: &str) -> Option<String> {
    let mut rest = spans.clone();
    let (_, value) = take_line(&mut rest).filter(|(found, _)| found.eq_ignore_ascii_case(key))?;
    *spans = rest;
    Some(value)
}
