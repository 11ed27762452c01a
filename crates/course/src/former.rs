//! Exercises and plan sections that a course had once: learners may still have words in
//! them.
//!
//! ```text
//! - module/exercise section: The question's first words
//! - module/exercise: An exercise that never fed the plan
//! - #section: A section of the plan
//! ```
//!
//! Such lines stand in `exercises.md`, for everything a course has ever had, and at the
//! end of `plan.md`, under `# Earlier {#earlier}`, for what it has no more.

use super::ids::{AnswerId, SectionId};
use super::problem::{Problems, Trouble};

/// The heading in `plan.md` that such lines stand under.
const MARK: &str = "{#earlier}";

/// An exercise that a course had.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Former {
    /// Which.
    pub id: AnswerId,
    /// The section of the plan it fed.
    pub section: Option<SectionId>,
}

/// The exercises and the sections of some lines, the first of which has that number.
/// Lines that are no list are for people.
pub fn parse(text: &str, first: usize, problems: &mut Problems) -> (Vec<Former>, Vec<SectionId>) {
    let (mut exercises, mut sections) = (Vec::new(), Vec::new());
    for (line, number) in text.lines().zip(first..) {
        let Some(line) = line.trim().strip_prefix(['-', '*']) else {
            continue;
        };
        let head = line.split([':', '：']).next().unwrap_or_default();
        let mut words = head.split_whitespace();
        let name = words.next().unwrap_or_default();
        let section = words.next();
        if let Some(section) = name.strip_prefix('#').and_then(SectionId::new) {
            sections.push(section);
            continue;
        }
        let own = section.and_then(SectionId::new);
        match AnswerId::parse(name) {
            Some(id) if own.is_some() == section.is_some() => exercises.push(Former { id, section: own }),
            _ => problems.note(number, Trouble::IdWrong, head),
        }
    }
    (exercises, sections)
}

/// Parts the text of `plan.md` before such lines, and says on which line they begin.
pub fn part(text: &str) -> (&str, usize, &str) {
    let mut length = 0;
    for (line, number) in text.split_inclusive('\n').zip(1..) {
        let words = line.trim();
        if words.starts_with('#') && !words.starts_with("##") && words.ends_with(MARK) {
            return (&text[..length], number, &text[length..]);
        }
        length += line.len();
    }
    (text, 1, "")
}
