//! One exercise: what it asks, and of which kind.

use super::ids::{AnswerId, ChoiceId, ExerciseId, SectionId};
use super::text::{Block, Span};

/// Something to do in a step. Holds no answer: that is in the record, by id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exercise {
    /// Unique in its module, and the same in every language.
    pub id: ExerciseId,
    /// The line it stands on.
    pub line: usize,
    /// The section of the plan its answer goes into.
    pub plan: Option<SectionId>,
    /// Earlier answers to show beside this one.
    pub earlier: Vec<AnswerId>,
    /// Asks what around the person would need to change.
    pub outward: bool,
    /// What it asks.
    pub question: Vec<Block>,
    /// What kind of answer it takes.
    pub kind: Kind,
}

/// The kinds of exercise, with what each needs to know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// Long text.
    Reflection,
    /// The learner's own items.
    List,
    /// Ticking, and adding choices of one's own.
    Choices(Vec<Choice>),
    /// A dated number, again on another day, drawn over time.
    Scale(Scale),
    /// Words from which a goal can be started.
    Goal,
    /// A moment to settle; keeps nothing.
    Pause(Way),
}

impl Kind {
    /// Its name, as a centre writes it.
    pub fn name(&self) -> KindName {
        match self {
            Self::Reflection => KindName::Reflection,
            Self::List => KindName::List,
            Self::Choices(_) => KindName::Choices,
            Self::Scale(_) => KindName::Scale,
            Self::Goal => KindName::Goal,
            Self::Pause(_) => KindName::Pause,
        }
    }
}

named! {
    /// The names of the kinds, as a centre writes them.
    pub enum KindName {
        /// `{reflection}`
        Reflection = "reflection",
        /// `{list}`
        List = "list",
        /// `{choices}`
        Choices = "choices",
        /// `{scale}`
        Scale = "scale",
        /// `{goal}`
        Goal = "goal",
        /// `{pause}`
        Pause = "pause",
    }
}

named! {
    /// How a pause goes.
    pub enum Way {
        /// Slow breathing.
        Breathing = "breathing",
        /// Noticing what is around.
        Noticing = "noticing",
    }
}

/// One of the choices an exercise offers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// Unique in the exercise, and the same in every language.
    pub id: ChoiceId,
    /// Its words.
    pub words: Vec<Span>,
}

/// The ends of a scale.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scale {
    /// The lowest number.
    pub from: u8,
    /// The highest number; at most [`Scale::WIDEST`] above the lowest.
    pub to: u8,
    /// What the lowest number means.
    pub low: String,
    /// What the highest number means.
    pub high: String,
}

impl Scale {
    /// The most steps a scale may have: as many buttons as a phone can show.
    pub const WIDEST: u8 = 10;
}
