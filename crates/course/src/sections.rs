//! Files that are a row of headings with text under each.

use super::markdown;
use super::problem::{Problems, Trouble};
use super::text::{Block, plain};

/// A heading and what stands under it.
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
}

/// The text before the first heading of that level, and the sections.
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
                sections.push(Section { line, id, title: plain(&spans), blocks: Vec::new() });
            }
            block => match sections.last_mut() {
                Some(section) => section.blocks.push(block),
                None => before.push(block),
            },
        }
    }
    (before, sections)
}

/// Reads the id of a section, and notes where it is missing, wrong or doubled.
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
