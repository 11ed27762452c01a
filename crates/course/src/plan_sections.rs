//! `plan.md`: the sections of the plan, and at its end the exercises that fed it once.

use super::former::{self, Former};
use super::ids::SectionId;
use super::problem::{Problem, Problems};
use super::sections;
use super::text::Block;

/// A section of the plan: a heading of `plan.md`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanSection {
    /// Its id, the same in every language.
    pub id: SectionId,
    /// Its heading.
    pub title: String,
    /// What might go into it.
    pub blocks: Vec<Block>,
}

/// Reads `plan.md`: each section has a level-2 heading with an id.
pub fn parse(file: &str, text: &str) -> ((Vec<PlanSection>, Vec<Former>), Vec<Problem>) {
    let mut problems = Problems::of(file);
    let (text, line, earlier) = former::part(text);
    let (_, found) = sections::read(text, 1, 2, &mut problems);
    let mut plan: Vec<PlanSection> = Vec::new();
    for section in found {
        let seen: Vec<_> = plan.iter().map(|section| section.id.clone()).collect();
        if let Some(id) = sections::id_of(&section, SectionId::new, &seen, &mut problems) {
            plan.push(PlanSection { id, title: section.title, blocks: section.blocks });
        }
    }
    let (former, _) = former::parse(earlier, line, &mut problems);
    ((plan, former), problems.into_vec())
}
