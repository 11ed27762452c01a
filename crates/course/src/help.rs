//! `help.md`: where to turn, with the date each place was checked.

use super::front_matter::FrontMatter;
use super::problem::{Problem, Problems, Trouble};
use super::sections::{self, Section, take_value};
use super::text::{Block, Span, Target, plain};

/// The help page, where people find somebody to turn to.
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
    /// The text below it.
    pub blocks: Vec<Block>,
}

/// Reads `help.md`: each place has a level-2 heading, and under it a line
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
    let mut checked = None;
    for block in &mut blocks {
        if let Block::Paragraph(spans) = block
            && let Some(day) = take_value(spans, "checked")
        {
            checked = Some(day_of(&day));
            break;
        }
    }
    blocks.retain(|block| !matches!(block, Block::Paragraph(spans) if spans.is_empty()));
    if checked.is_none() && blocks.iter().any(calls_out) {
        problems.note(section.line, Trouble::HelpUnchecked, &section.title);
    }
    HelpPlace { title: section.title, checked, blocks }
}

/// The day as `2026-11-22`, if it was written in that order with other separators.
fn day_of(written: &str) -> String {
    let mut numbers = written.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty());
    match (numbers.next(), numbers.next(), numbers.next(), numbers.next()) {
        (Some(year), Some(month), Some(day), None) if year.len() == 4 => {
            format!("{year}-{month:0>2}-{day:0>2}")
        }
        _ => written.to_owned(),
    }
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

/// How the paragraph for centres begins in the files that come with Waymark.
const EXAMPLE: [&str; 2] = ["For centres:", "運営するセンターの方へ"];

impl Help {
    /// The beginning of the paragraph for centres, if these are still the helplines
    /// that came with Waymark.
    pub fn example(&self) -> Option<&'static str> {
        let is_there = |start: &&str| {
            self.opening
                .iter()
                .any(|block| matches!(block, Block::Paragraph(spans) if plain(spans).starts_with(*start)))
        };
        EXAMPLE.into_iter().find(is_there)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_is_read_as_people_write_it() {
        for (line, day, blocks) in [
            ("Checked: 26 November 2026\n\n- [1](tel:1)", "26 November 2026", 1),
            ("CHECKED：2026/11/6\nCall them.\n\n- [1](tel:1)", "2026-11-06", 2),
            ("- [1](tel:1)\n\nchecked: 2026年11月22日", "2026-11-22", 1),
        ] {
            let (help, problems) =
                parse("en/help.md", &format!("---\ntitle: Help\n---\n## Here\n\n{line}\n"));
            assert_eq!(problems, [], "{line}");
            let place = &help.places[0];
            assert_eq!((place.checked.as_deref(), place.blocks.len()), (Some(day), blocks), "{line}");
        }
    }

    #[test]
    fn a_number_can_be_tapped_however_it_is_written() {
        for (line, to, told) in [
            ("[01632 960 123](tel:01632 960123)", "tel:01632960123", false),
            ("[01632 960 123](tel: +44 (0)1632 960123)", "tel:+441632960123", false),
            ("[116 123](116 123)", "tel:116123", false),
            ("[116 123](tel:116132)", "tel:116132", true),
        ] {
            let text = format!("---\ntitle: Help\n---\n## Here\n\nchecked: 2026-11-22\n\n- {line}, free.\n");
            let (help, problems) = parse("en/help.md", &text);
            let Block::List { items, .. } = &help.places[0].blocks[0] else { panic!("{help:?}") };
            let Block::Paragraph(spans) = &items[0][0] else { panic!("{help:?}") };
            assert!(
                matches!(&spans[0], Span::Link { to: Target::Out(found), .. } if found == to),
                "{spans:?}"
            );
            assert_eq!(problems.iter().any(|p| p.trouble == Trouble::NumberDiffers), told, "{line}");
            assert_eq!(problems.len(), usize::from(told), "{problems:?}");
        }
    }

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
