//! The name each thing is kept under.

use course::{AnswerId, ExerciseId, GoalId, ModuleId, NoteId, SectionId};
use std::fmt;

/// What every key of ours begins with, because other apps on the same host keep their
/// things in the same storage.
pub const OURS: &str = "waymark.";

/// The name the lock is kept under.
pub const LOCK: &str = "waymark.lock";

/// What the keys of texts set aside begin with.
pub const ASIDE: &str = "waymark.aside.";

/// The name of one thing that is kept. It is written as the variants show.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Key {
    /// `waymark.answer.<module>.<exercise>`
    Answer(AnswerId),
    /// `waymark.goal.<id>`
    Goal(GoalId),
    /// `waymark.note.<id>`
    Note(NoteId),
    /// `waymark.plan.<section>`
    Plan(SectionId),
    /// `waymark.learning-plan`
    LearningPlan,
    /// `waymark.settings`
    Settings,
    /// `waymark.place`
    Place,
}

impl Key {
    /// Reads a name; `None` if it is not one of ours.
    pub fn parse(name: &str) -> Option<Self> {
        let parts: Vec<&str> = name.strip_prefix(OURS)?.split('.').collect();
        match parts[..] {
            ["settings"] => Some(Self::Settings),
            ["place"] => Some(Self::Place),
            ["learning-plan"] => Some(Self::LearningPlan),
            ["goal", id] => GoalId::new(id).map(Self::Goal),
            ["note", id] => NoteId::new(id).map(Self::Note),
            ["plan", section] => SectionId::new(section).map(Self::Plan),
            ["answer", module, exercise] => Some(Self::Answer(AnswerId {
                module: ModuleId::new(module)?,
                exercise: ExerciseId::new(exercise)?,
            })),
            _ => None,
        }
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Answer(id) => write!(f, "{OURS}answer.{}.{}", id.module, id.exercise),
            Self::Goal(id) => write!(f, "{OURS}goal.{id}"),
            Self::Note(id) => write!(f, "{OURS}note.{id}"),
            Self::Plan(section) => write!(f, "{OURS}plan.{section}"),
            Self::LearningPlan => write!(f, "{OURS}learning-plan"),
            Self::Settings => write!(f, "{OURS}settings"),
            Self::Place => write!(f, "{OURS}place"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_read_as_they_are_written() {
        for name in [
            "waymark.settings",
            "waymark.place",
            "waymark.goal.a1",
            "waymark.note.a1",
            "waymark.plan.early-signs",
            "waymark.learning-plan",
            "waymark.answer.feeling-safer.safe-place",
        ] {
            assert_eq!(Key::parse(name).unwrap().to_string(), name);
        }
        for name in [
            "settings",
            "waymark.",
            "waymark.goal.",
            "waymark.goal.a.b",
            "waymark.answer.a",
            "waymark.aside.1.waymark.goal.x",
            "other.settings",
            "waymark.Settings",
        ] {
            assert_eq!(Key::parse(name), None, "{name}");
        }
    }
}
