//! What is kept under one key, whatever kind of thing it is.

use super::saved::{self, Form, Other};
use super::{
    Answer, Change, Goal, GoalChange, Key, LearningPlan, LocalTime, Note, Place, PlanWords, Saved, Settings,
    Unreadable,
};
use serde_json::Value;

/// What is kept under one key: one variant for each kind.
#[derive(Debug, Clone, PartialEq)]
pub enum Entry {
    Answer(Saved<Answer>),
    Goal(Saved<Goal>),
    Note(Saved<Note>),
    Plan(Saved<PlanWords>),
    LearningPlan(Saved<LearningPlan>),
    Settings(Saved<Settings>),
    Place(Saved<Place>),
    /// Something held, which must not be overwritten: what a newer Waymark wrote,
    /// or what could not be set aside.
    Held,
}

/// Does the same with each kind of entry, and something else with what is held.
macro_rules! of_each {
    ($entry:expr, $saved:ident => $of_saved:expr, $held:expr) => {
        match $entry {
            Entry::Answer($saved) => $of_saved,
            Entry::Goal($saved) => $of_saved,
            Entry::Note($saved) => $of_saved,
            Entry::Plan($saved) => $of_saved,
            Entry::LearningPlan($saved) => $of_saved,
            Entry::Settings($saved) => $of_saved,
            Entry::Place($saved) => $of_saved,
            Entry::Held => $held,
        }
    };
}

impl Entry {
    /// Reads a saved text as the kind of thing its key names.
    pub fn read(key: &Key, text: &str) -> Result<Self, Unreadable> {
        saved::fields_of(text).and_then(|fields| Self::from_fields(key, fields))
    }

    /// Reads the fields of a saved text.
    pub fn from_fields(key: &Key, fields: Other) -> Result<Self, Unreadable> {
        match key {
            Key::Answer(_) => Saved::from_fields(fields).map(Self::Answer),
            Key::Goal(_) => Saved::from_fields(fields).map(Self::Goal),
            Key::Note(_) => Saved::from_fields(fields).map(Self::Note),
            Key::Plan(_) => Saved::from_fields(fields).map(Self::Plan),
            Key::LearningPlan => Saved::from_fields(fields).map(Self::LearningPlan),
            Key::Settings => Saved::from_fields(fields).map(Self::Settings),
            Key::Place => Saved::from_fields(fields).map(Self::Place),
        }
    }

    /// The saved form; `None` for what is held.
    pub fn text(&self) -> Option<String> {
        self.fields().map(|fields| Value::Object(fields).to_string())
    }

    /// The fields of the saved form; `None` for what is held.
    pub fn fields(&self) -> Option<Other> {
        of_each!(self, saved => Some(saved.fields()), None)
    }

    /// When it last changed; `None` for what is held.
    pub fn changed(&self) -> Option<&LocalTime> {
        of_each!(self, saved => Some(&saved.changed), None)
    }

    /// Whether it was ever written.
    pub fn is_written(&self) -> bool {
        of_each!(self, saved => saved.is_written(), true)
    }

    /// What a change starts from where nothing is; `None` where it needs something to change.
    pub fn empty(change: &Change, now: &LocalTime) -> Option<Self> {
        let at = now.clone();
        match change {
            Change::Answer { .. } => Some(Self::Answer(Saved::unwritten(Answer::default(), at))),
            Change::Goal(_, GoalChange::Start { words, from }) => {
                let goal = Goal::start(words.clone(), from.clone(), now.date);
                Some(Self::Goal(Saved::unwritten(goal, at)))
            }
            Change::Note(..) => Some(Self::Note(Saved::unwritten(Note::begin(at.clone()), at))),
            Change::Plan(..) => Some(Self::Plan(Saved::unwritten(PlanWords::default(), at))),
            Change::LearningPlan(_) => {
                Some(Self::LearningPlan(Saved::unwritten(LearningPlan::default(), at)))
            }
            Change::Language(_) | Change::Preference(..) | Change::BackedUp(_) => {
                Some(Self::Settings(Saved::unwritten(Settings::default(), at)))
            }
            Change::Place(..) => Some(Self::Place(Saved::unwritten(Place::default(), at))),
            Change::Goal(..) | Change::Forget(_) | Change::ForgetPlace(_) => None,
        }
    }

    /// Makes a change, and returns whether anything is different now. Removing
    /// the thing itself is not done here, and what is held stays as it is.
    pub fn apply(&mut self, change: Change, now: &LocalTime) -> bool {
        match (self, change) {
            (Self::Answer(saved), Change::Answer { question, language, plan, change, .. }) => {
                let changed = try_out(saved, now, |answer| answer.apply(change));
                if changed {
                    saved.value.question = question;
                    saved.value.language = Some(language);
                    saved.value.plan = plan.or(saved.value.plan.take());
                }
                changed
            }
            (Self::Goal(saved), Change::Goal(_, GoalChange::Start { .. })) => {
                let is_new = !saved.is_written();
                if is_new {
                    saved.touch(now.clone());
                }
                is_new
            }
            (Self::Goal(saved), Change::Goal(_, change)) => {
                try_out(saved, now, |goal| goal.apply(change, now.date))
            }
            (Self::Note(saved), Change::Note(_, words)) => try_out(saved, now, |note| note.words = words),
            (Self::Plan(saved), Change::Plan(_, change)) => try_out(saved, now, |own| own.apply(change)),
            (Self::LearningPlan(saved), Change::LearningPlan(change)) => {
                try_out(saved, now, |plan| plan.apply(change))
            }
            (Self::Settings(saved), Change::Language(language)) => {
                try_out(saved, now, |settings| settings.language = Some(language))
            }
            (Self::Settings(saved), Change::Preference(about, choice)) => {
                try_out(saved, now, |settings| settings.prefer(about, choice))
            }
            (Self::Settings(saved), Change::BackedUp(day)) => {
                try_out(saved, now, |settings| settings.backed_up = Some(day))
            }
            (Self::Place(saved), Change::ForgetPlace(module)) => {
                try_out(saved, now, |place| place.forget(&module))
            }
            (Self::Place(saved), Change::Place(module, step)) => {
                try_out(saved, now, |place| place.open(module, step))
            }
            _ => false,
        }
    }
}

/// Makes a change, and notes it if anything is different.
fn try_out<T: Form + Clone + PartialEq>(
    saved: &mut Saved<T>,
    now: &LocalTime,
    change: impl FnOnce(&mut T),
) -> bool {
    let before = saved.value.clone();
    change(&mut saved.value);
    let different = saved.value != before;
    if different {
        saved.touch(now.clone());
    }
    different
}
