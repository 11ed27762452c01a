//! `course.md`: the stages and the modules in each, in the order suggested.

use super::ids::{ModuleId, StageId};
use super::problem::{Problem, Problems, Trouble};
use super::sections;
use super::text::{Block, Span, plain};

/// A stage of the course: a heading of `course.md`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stage {
    /// Its id, the same in every language.
    pub id: StageId,
    /// Its heading.
    pub title: String,
    /// A sentence or two about it.
    pub blocks: Vec<Block>,
    /// Its modules.
    pub modules: Vec<Listed>,
}

/// A module as the contents list it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// The module's id.
    pub id: ModuleId,
    /// The title in the contents.
    pub title: String,
    /// The line of the stage it is listed under.
    pub line: usize,
}

/// Reads `course.md`: each stage has a level-1 heading with an id, each module a link.
pub fn parse(file: &str, text: &str) -> (Vec<Stage>, Vec<Problem>) {
    let mut problems = Problems::of(file);
    let (_, found) = sections::read(text, 1, 1, &mut problems);
    let mut stages: Vec<Stage> = Vec::new();
    let mut listed: Vec<ModuleId> = Vec::new();
    for section in found {
        let seen: Vec<_> = stages.iter().map(|stage| stage.id.clone()).collect();
        let Some(id) = sections::id_of(&section, StageId::new, &seen, &mut problems) else {
            continue;
        };
        let (lists, blocks): (Vec<_>, Vec<_>) =
            section.blocks.into_iter().partition(|block| matches!(block, Block::List { .. }));
        let modules = modules(lists, section.line, &mut listed, &mut problems);
        stages.push(Stage { id, title: section.title, blocks, modules });
    }
    if listed.is_empty() {
        problems.note(1, Trouble::NoModule, "");
    }
    (stages, problems.into_vec())
}

fn modules(
    lists: Vec<Block>,
    line: usize,
    listed: &mut Vec<ModuleId>,
    problems: &mut Problems,
) -> Vec<Listed> {
    let mut modules = Vec::new();
    for item in lists.into_iter().flat_map(items) {
        match link(&item) {
            Some((id, _)) if listed.contains(&id) => {
                problems.note(line, Trouble::ListedTwice, id.as_str());
            }
            Some((id, title)) => {
                listed.push(id.clone());
                modules.push(Listed { id, title, line });
            }
            None => problems.note(line, Trouble::ContentsLine, &super::text::plain_blocks(&item)),
        }
    }
    modules
}

fn items(list: Block) -> Vec<Vec<Block>> {
    match list {
        Block::List { items, .. } => items,
        _ => Vec::new(),
    }
}

fn link(item: &[Block]) -> Option<(ModuleId, String)> {
    let [Block::Paragraph(spans), ..] = item else {
        return None;
    };
    spans.iter().find_map(|span| match span {
        Span::Link { to, spans } => to.module().map(|id| (id, plain(spans))),
        _ => None,
    })
}
