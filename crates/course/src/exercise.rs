//! One exercise: what it asks, and which kind it is.

use super::ids::{AnswerId, ChoiceId, ExerciseId, SectionId};
use super::text::{Block, Span};

/// Something to do in a step. Holds no answer: that is in the record, by id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exercise {
    /// Its id, unique in its module and the same in every language.
    pub id: ExerciseId,
    /// The line it begins on.
    pub line: usize,
    /// The section of the plan its answer goes into.
    pub plan: Option<SectionId>,
    /// Earlier answers to show beside this one.
    pub earlier: Vec<AnswerId>,
    /// Whether it asks what around the person would need to change.
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
    /// Choices to tick, and to add one's own to.
    Choices(Vec<Choice>),
    /// Cards to put in an order of one's own.
    Order(Vec<Choice>),
    /// A dated number, picked again on other days and drawn over time.
    Scale(Scale),
    /// A dated number for each of several areas, shown then and now.
    Wheel(Wheel),
    /// Columns to write lines into, side by side.
    Compare(Vec<Choice>),
    /// Rows of one's own, with the same columns in each.
    Table(Vec<Choice>),
    /// The people and places around one.
    People,
    /// Words from which a goal can be started.
    Goal,
    /// Something to try, with dated notes on how it went.
    Practice,
    /// A moment to settle; keeps nothing.
    Pause(Way),
}

impl Kind {
    /// What it offers by id, in the order the centre wrote it.
    pub fn offers(&self) -> &[Choice] {
        match self {
            Self::Choices(offers) | Self::Order(offers) | Self::Compare(offers) | Self::Table(offers) => {
                offers
            }
            Self::Wheel(wheel) => &wheel.areas,
            Self::Reflection
            | Self::List
            | Self::Scale(_)
            | Self::People
            | Self::Goal
            | Self::Practice
            | Self::Pause(_) => &[],
        }
    }

    /// The same, to be changed.
    pub fn offers_mut(&mut self) -> &mut [Choice] {
        match self {
            Self::Choices(offers) | Self::Order(offers) | Self::Compare(offers) | Self::Table(offers) => {
                offers
            }
            Self::Wheel(wheel) => &mut wheel.areas,
            Self::Reflection
            | Self::List
            | Self::Scale(_)
            | Self::People
            | Self::Goal
            | Self::Practice
            | Self::Pause(_) => &mut [],
        }
    }

    /// Its name, as a centre writes it.
    pub fn name(&self) -> KindName {
        match self {
            Self::Reflection => KindName::Reflection,
            Self::List => KindName::List,
            Self::Choices(_) => KindName::Choices,
            Self::Order(_) => KindName::Order,
            Self::Scale(_) => KindName::Scale,
            Self::Wheel(_) => KindName::Wheel,
            Self::Compare(_) => KindName::Compare,
            Self::Table(_) => KindName::Table,
            Self::People => KindName::People,
            Self::Practice => KindName::Practice,
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
        /// `{order}`
        Order = "order",
        /// `{scale}`
        Scale = "scale",
        /// `{wheel}`
        Wheel = "wheel",
        /// `{compare}`
        Compare = "compare",
        /// `{table}`
        Table = "table",
        /// `{people}`
        People = "people",
        /// `{goal}`
        Goal = "goal",
        /// `{practice}`
        Practice = "practice",
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
        /// Words to read slowly; nothing moves and nothing is asked.
        Words = "words",
    }
}

/// What an exercise offers by id: choices, cards, columns, areas.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// Its id, unique in the exercise and the same in every language.
    pub id: ChoiceId,
    /// Its words.
    pub words: Vec<Span>,
}

/// The areas of a wheel, and the scale each is rated on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wheel {
    /// The areas.
    pub areas: Vec<Choice>,
    /// The scale.
    pub scale: Scale,
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
