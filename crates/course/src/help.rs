//! `help.md`: where to turn, with the date each place was checked.

use super::front_matter::FrontMatter;
use super::problem::{Problem, Problems, Trouble};
use super::sections::{self, Section};
use super::text::{Block, Span, Target, plain};

/// The help page.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Help {
    /// Its title; empty where the file has none.
    pub title: String,
    /// The words before the first heading.
    pub opening: Vec<Block>,
    /// Places to turn to.
    pub places: Vec<HelpPlace>,
}

/// A heading of the help page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HelpPlace {
    /// Its heading.
    pub title: String,
    /// The day somebody last checked it, as it was written.
    pub checked: Option<String>,
    /// What stands under it.
    pub blocks: Vec<Block>,
}

/// Reads `help.md`: a level-2 heading a place, and under it a line
/// `checked: 2026-11-22` where there are numbers to call.
pub fn parse(file: &str, text: &str) -> (Help, Vec<Problem>) {
    let mut problems = Problems::of(file);
    let front = FrontMatter::read(text, &mut problems);
    front.check_keys(&["title"], &mut problems);
    let title = front.need("title", &mut problems).to_owned();
    let (opening, found) = sections::read(front.rest, front.rest_line, 2, &mut problems);
    let places = found.into_iter().map(|section| place(section, &mut problems)).collect();
    (Help { title, opening, places }, problems.into_vec())
}

fn place(section: Section, problems: &mut Problems) -> HelpPlace {
    let mut blocks = section.blocks;
    let checked = match blocks.first() {
        Some(Block::Paragraph(spans)) => {
            plain(spans).strip_prefix("checked:").map(|day| day.trim().to_owned())
        }
        _ => None,
    };
    if checked.is_some() {
        blocks.remove(0);
    } else if blocks.iter().any(calls_out) {
        problems.note(section.line, Trouble::HelpUnchecked, &section.title);
    }
    HelpPlace { title: section.title, checked, blocks }
}

fn calls_out(block: &Block) -> bool {
    match block {
        Block::Heading { spans, .. } | Block::Paragraph(spans) => {
            spans.iter().any(|span| matches!(span, Span::Link { to: Target::Out(_), .. }))
        }
        Block::List { items, .. } => items.iter().flatten().any(calls_out),
        Block::Quote(blocks) => blocks.iter().any(calls_out),
        Block::Code(_) | Block::Rule => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_with_numbers_has_the_day_they_were_checked() {
        let text = "---\ntitle: Help\n---\nCalm words.\n\n## Here\n\nchecked: 2026-11-22\n\n- [999](tel:999)\n\n## There\n\n- [1](tel:1)\n\n## Rest\n\nSit down.\n";
        let (help, problems) = parse("en/help.md", text);
        assert_eq!(help.places[0].checked.as_deref(), Some("2026-11-22"));
        assert_eq!(help.places[0].blocks.len(), 1);
        assert_eq!(help.opening.len(), 1);
        let found: Vec<_> = problems.iter().map(|p| (p.line, p.trouble, p.what.as_str())).collect();
        assert_eq!(found, [(12, Trouble::HelpUnchecked, "There")]);
    }
}
