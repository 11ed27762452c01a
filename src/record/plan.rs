//! The plan: made of answers whose exercise points to one of its sections.

use super::Record;
use crate::course::{AnswerId, Course, SectionId};

/// Something in the plan, and where it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanEntry {
    /// The exercise it was written in.
    pub from: AnswerId,
    /// The learner's words, a line each.
    pub lines: Vec<String>,
}

/// What the learner wrote for a section, in the order of the course.
pub fn entries(section: &SectionId, course: &Course, record: &Record) -> Vec<PlanEntry> {
    let mut entries = Vec::new();
    for module in course.modules() {
        for exercise in module.exercises().filter(|e| e.plan.as_ref() == Some(section)) {
            let from = AnswerId { module: module.id.clone(), exercise: exercise.id.clone() };
            let offers = exercise.kind.offers();
            let lines = record.answer(&from).map(|answer| answer.lines(offers)).unwrap_or_default();
            if !lines.is_empty() {
                entries.push(PlanEntry { from, lines });
            }
        }
    }
    entries
}
