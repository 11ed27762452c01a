//! What one learner wrote and chose.
//!
//! ```text
//! Record
//!   Answer        by module and exercise: words, items, ticks, dated numbers
//!   Goal          by id: words, small steps, follow-ups, state
//!   Note          by id: a free entry of the journal
//!   PlanWords     by section: what was written into the plan itself
//!   LearningPlan  the modules they are drawn to
//!   Settings      how they like to read
//!   Place         where they were
//! ```
//!
//! Each of these is saved under one small [`Key`] of its own. A [`Change`]
//! touches exactly one of them, and says nothing about the course: an answer
//! keeps a copy of the question it answered, and needs nothing else.

pub mod age;
pub mod answer;
pub mod backup;
pub mod calendar;
pub mod date;
mod entry;
pub mod fold;
pub mod follow_up;
pub mod goal;
pub mod journal;
pub mod key;
pub mod learning_plan;
pub mod note;
pub mod pasted;
pub mod plan;
pub mod preference;
mod room;
pub mod saved;
pub mod sealing;
pub mod settings;
pub mod small_step;
pub mod spelling;
pub mod ties;
pub mod waymarks;

pub use answer::{Answer, AnswerChange, Item, Mark, Ticked};
pub use date::{LocalDate, LocalTime};
pub use follow_up::{Barrier, FollowUp, Next};
pub use goal::{Area, Goal, GoalChange, SmallStep, State, Turn};
pub use key::Key;
pub use learning_plan::{LearningChange, LearningPlan};
pub use note::Note;
pub use plan::{PlanChange, PlanWords};
pub use preference::Preference;
pub use saved::{Other, Saved, Unreadable};
pub use sealing::Secret;
pub use settings::{Place, Settings};
pub use waymarks::{Passed, Waymark};

use course::{AnswerId, GoalId, LanguageTag, ModuleId, NoteId, SectionId};
use entry::Entry;
use std::collections::BTreeMap;

/// Everything one learner wrote and chose.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Record {
    entries: BTreeMap<Key, Entry>,
}

/// One thing a learner does.
#[derive(Debug, Clone, PartialEq)]
pub enum Change {
    /// Writes, ticks or chooses in an exercise.
    Answer {
        /// Which exercise.
        id: AnswerId,
        /// Its question, as it is now.
        question: String,
        /// The language the question is in.
        language: LanguageTag,
        /// The section of the plan that the answer feeds, if any.
        plan: Option<SectionId>,
        /// What is done.
        change: AnswerChange,
    },
    /// Does something to a goal.
    Goal(GoalId, GoalChange),
    /// Writes a free entry, and starts it where there is none.
    Note(NoteId, String),
    /// Removes one thing.
    Forget(Key),
    /// Does something to a section of the plan.
    Plan(SectionId, PlanChange),
    /// Does something to the learning plan.
    LearningPlan(LearningChange),
    /// Chooses a language.
    Language(LanguageTag),
    /// Chooses how to read.
    Preference(Preference, &'static str),
    /// Notes that a backup file was saved on that day.
    BackedUp(LocalDate),
    /// Opens a step, counted from 1.
    Place(ModuleId, usize),
    /// Forgets which steps of a module were opened.
    ForgetPlace(ModuleId),
}

impl Change {
    /// The key of the one thing this changes.
    pub fn key(&self) -> Key {
        match self {
            Self::Answer { id, .. } => Key::Answer(id.clone()),
            Self::Goal(id, _) => Key::Goal(id.clone()),
            Self::Note(id, _) => Key::Note(id.clone()),
            Self::Forget(key) => key.clone(),
            Self::Plan(section, _) => Key::Plan(section.clone()),
            Self::LearningPlan(_) => Key::LearningPlan,
            Self::Language(_) | Self::Preference(..) | Self::BackedUp(_) => Key::Settings,
            Self::Place(..) | Self::ForgetPlace(_) => Key::Place,
        }
    }
}

/// What became of a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// Something is different now, and has to be kept.
    Changed,
    /// Everything is as it was.
    Unchanged,
    /// What is there must not be overwritten; nothing changed.
    Held,
    /// What it belongs to is missing, so it would be lost; nothing changed.
    NowhereToGo,
}

/// The lines of some words, without empty ones.
fn lines_of(words: &str) -> Vec<String> {
    words.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

impl Record {
    /// Takes in one saved text, replacing what was under that key. If
    /// the text cannot be read, nothing is taken in, and it is held where a
    /// newer Waymark wrote it.
    pub fn take_in(&mut self, key: &Key, text: &str) -> Result<(), Unreadable> {
        match Entry::read(key, text) {
            Ok(entry) => drop(self.entries.insert(key.clone(), entry)),
            Err(why) => {
                if why == Unreadable::Newer {
                    self.hold(key);
                }
                return Err(why);
            }
        }
        Ok(())
    }

    /// Takes in the fields of a saved text, as [`Record::take_in`] does.
    pub fn take_in_fields(&mut self, key: &Key, fields: Other) -> Result<(), Unreadable> {
        Entry::from_fields(key, fields).map(|entry| drop(self.entries.insert(key.clone(), entry)))
    }

    /// The fields of the saved form; `None` where there is nothing, or something is held.
    pub fn fields_of(&self, key: &Key) -> Option<Other> {
        self.entries.get(key)?.fields()
    }

    /// Drops what is under a key, as when another tab removed it.
    pub fn drop_key(&mut self, key: &Key) {
        self.entries.remove(key);
    }

    /// The saved form of what is under a key; `None` where there is nothing.
    pub fn text_of(&self, key: &Key) -> Option<String> {
        self.entries.get(key)?.text()
    }

    /// Every key that has something, except what is held.
    pub fn keys(&self) -> Vec<Key> {
        let entries = self.entries.iter().filter(|(_, entry)| **entry != Entry::Held);
        entries.map(|(key, _)| key.clone()).collect()
    }

    /// When what is under a key last changed.
    pub fn changed(&self, key: &Key) -> Option<&LocalTime> {
        self.entries.get(key)?.changed()
    }

    /// Marks a key as held: what is there must not be overwritten.
    pub fn hold(&mut self, key: &Key) {
        self.entries.insert(key.clone(), Entry::Held);
    }

    /// Whether a key is held, so that what is there must not be overwritten.
    pub fn is_held(&self, key: &Key) -> bool {
        matches!(self.entries.get(key), Some(Entry::Held))
    }

    /// The answer to an exercise, if anything was ever written there.
    pub fn answer(&self, id: &AnswerId) -> Option<&Answer> {
        match self.entries.get(&Key::Answer(id.clone()))? {
            Entry::Answer(saved) => Some(&saved.value),
            _ => None,
        }
    }

    /// A goal.
    pub fn goal(&self, id: &GoalId) -> Option<&Goal> {
        match self.entries.get(&Key::Goal(id.clone()))? {
            Entry::Goal(saved) => Some(&saved.value),
            _ => None,
        }
    }

    /// A free entry of the journal.
    pub fn note(&self, id: &NoteId) -> Option<&Note> {
        match self.entries.get(&Key::Note(id.clone()))? {
            Entry::Note(saved) => Some(&saved.value),
            _ => None,
        }
    }

    /// What was written into a section of the plan itself.
    pub fn plan_words(&self, section: &SectionId) -> Option<&PlanWords> {
        match self.entries.get(&Key::Plan(section.clone()))? {
            Entry::Plan(saved) => Some(&saved.value),
            _ => None,
        }
    }

    /// The modules the learner is drawn to, if any were chosen.
    pub fn learning_plan(&self) -> Option<&LearningPlan> {
        match self.entries.get(&Key::LearningPlan)? {
            Entry::LearningPlan(saved) => Some(&saved.value),
            _ => None,
        }
    }

    /// Every goal, the most recently started first.
    pub fn goals(&self) -> Vec<(&GoalId, &Goal)> {
        let mut goals: Vec<(&GoalId, &Goal)> = Vec::new();
        for entry in &self.entries {
            if let (Key::Goal(id), Entry::Goal(saved)) = entry {
                let at = goals.partition_point(|(_, goal)| goal.started >= saved.value.started);
                goals.insert(at, (id, &saved.value));
            }
        }
        goals
    }

    /// The language the learner chose.
    pub fn language(&self) -> Option<&LanguageTag> {
        match self.entries.get(&Key::Settings)? {
            Entry::Settings(saved) => saved.value.language.as_ref(),
            _ => None,
        }
    }

    /// When a backup file was last saved from this browser.
    pub fn backed_up(&self) -> Option<LocalDate> {
        match self.entries.get(&Key::Settings)? {
            Entry::Settings(saved) => saved.value.backed_up,
            _ => None,
        }
    }

    /// Whether it contains anything that a person wrote, ticked or chose in the course.
    pub fn has_words(&self) -> bool {
        self.entries.keys().any(|key| !matches!(key, Key::Settings | Key::Place))
    }

    /// The modules in which something was written.
    pub fn answered_modules(&self) -> Vec<ModuleId> {
        let mut modules: Vec<ModuleId> = Vec::new();
        for key in self.entries.keys() {
            if let Key::Answer(id) = key
                && modules.last() != Some(&id.module)
            {
                modules.push(id.module.clone());
            }
        }
        modules
    }

    /// How the learner prefers to read.
    pub fn preference(&self, about: Preference) -> &'static str {
        match self.entries.get(&Key::Settings) {
            Some(Entry::Settings(saved)) => saved.value.preference(about),
            _ => about.choices()[0],
        }
    }

    /// The module and step the learner opened last.
    pub fn last_place(&self) -> Option<(&ModuleId, usize)> {
        let module = self.place()?.last.as_ref()?;
        Some((module, self.place_in(module)?))
    }

    /// The step of a module the learner opened last, from 1.
    pub fn place_in(&self, module: &ModuleId) -> Option<usize> {
        self.place()?.step(module)
    }

    fn place(&self) -> Option<&Place> {
        match self.entries.get(&Key::Place)? {
            Entry::Place(saved) => Some(&saved.value),
            _ => None,
        }
    }

    /// Makes a change, and returns what became of it.
    ///
    /// ```
    /// use course::NoteId;
    /// use waymark_record::{Change, LocalTime, Record};
    ///
    /// let now = LocalTime::parse("2026-11-27T10:00:00").unwrap();
    /// let id = NoteId::new("k3j2").unwrap();
    /// let mut record = Record::default();
    /// record.apply(Change::Note(id.clone(), "The bench by the river.".to_owned()), &now);
    /// assert_eq!(record.note(&id).map(|note| &*note.words), Some("The bench by the river."));
    /// ```
    pub fn apply(&mut self, change: Change, now: &LocalTime) -> Outcome {
        let key = change.key();
        if self.is_held(&key) {
            return Outcome::Held;
        }
        let done = |changed| if changed { Outcome::Changed } else { Outcome::Unchanged };
        if matches!(change, Change::Forget(_)) {
            return done(self.entries.remove(&key).is_some());
        }
        let Some(mut entry) = self.entries.remove(&key).or_else(|| Entry::empty(&change, now)) else {
            return match change {
                Change::Goal(..) => Outcome::NowhereToGo,
                _ => Outcome::Unchanged,
            };
        };
        let changed = entry.apply(change, now);
        if entry.is_written() {
            self.entries.insert(key, entry);
        }
        done(changed)
    }
}

#[cfg(test)]
mod properties;
#[cfg(test)]
mod saved_forms;
#[cfg(test)]
mod tests;
