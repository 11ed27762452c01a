//! `plan.md`: the sections of the plan.

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
pub fn parse(file: &str, text: &str) -> (Vec<PlanSection>, Vec<Problem>) {
    let mut problems = Problems::of(file);
    let (_, found) = sections::read(text, 1, 2, &mut problems);
    let mut plan: Vec<PlanSection> = Vec::new();
    for section in found {
        let seen: Vec<_> = plan.iter().map(|section| section.id.clone()).collect();
        if let Some(id) = sections::id_of(&section, SectionId::new, &seen, &mut problems) {
            plan.push(PlanSection { id, title: section.title, blocks: section.blocks });
        }
    }
    (plan, problems.into_vec())
}
