//! What one learner told us.
//!
//! ```text
//! Record
//!   Answer    by module and exercise: words, items, ticks, dated numbers
//!   Goal      by id: words, small steps, follow-ups, state
//!   Settings  how they like to read
//!   Place     where they were
//! ```
//!
//! Each of these is saved under one small [`Key`] of its own. A [`Change`]
//! touches exactly one of them, and says nothing about the course: an answer
//! keeps a copy of the question it answered, and needs nothing else.

pub mod answer;
pub mod date;
pub mod follow_up;
pub mod goal;
pub mod journal;
pub mod key;
pub mod plan;
pub mod preference;
pub mod saved;
pub mod settings;

pub use answer::{Answer, AnswerChange, Item, Mark, Ticked};
pub use date::{LocalDate, LocalTime};
pub use follow_up::{Barrier, FollowUp, Next};
pub use goal::{Goal, GoalChange, SmallStep, State};
pub use key::Key;
pub use preference::Preference;
pub use saved::{Saved, Unreadable};
pub use settings::{Place, Settings};

use crate::course::{AnswerId, GoalId, LanguageTag, ModuleId};
use saved::Form;
use std::collections::BTreeMap;

/// Everything one learner told us.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Record {
    entries: BTreeMap<Key, Entry>,
}

/// What is kept under one key.
#[derive(Debug, Clone, PartialEq)]
enum Entry {
    Answer(Saved<Answer>),
    Goal(Saved<Goal>),
    Settings(Saved<Settings>),
    Place(Saved<Place>),
    /// Something that must not be written over: what a newer Waymark wrote,
    /// or what could not be set aside.
    Held,
}

/// One thing a learner does.
#[derive(Debug, Clone, PartialEq)]
pub enum Change {
    /// Writes, ticks or chooses in an exercise.
    Answer {
        /// Which exercise.
        id: AnswerId,
        /// Its question, as it stands now.
        question: String,
        /// The language it stands in.
        language: LanguageTag,
        /// What is done.
        change: AnswerChange,
    },
    /// Does something to a goal.
    Goal(GoalId, GoalChange),
    /// Takes a goal away.
    ForgetGoal(GoalId),
    /// Chooses a language.
    Language(LanguageTag),
    /// Chooses how to read.
    Preference(Preference, &'static str),
    /// Opens a step, counted from 1.
    Place(ModuleId, usize),
}

impl Change {
    /// The one thing this changes.
    pub fn key(&self) -> Key {
        match self {
            Self::Answer { id, .. } => Key::Answer(id.clone()),
            Self::Goal(id, _) | Self::ForgetGoal(id) => Key::Goal(id.clone()),
            Self::Language(_) | Self::Preference(..) => Key::Settings,
            Self::Place(..) => Key::Place,
        }
    }
}

impl Record {
    /// Takes in one saved text. What was there under that key is replaced; of
    /// a text that cannot be read nothing is taken in, and it is held where a
    /// newer Waymark wrote it.
    pub fn take_in(&mut self, key: &Key, text: &str) -> Result<(), Unreadable> {
        let entry = match key {
            Key::Answer(_) => Saved::read(text).map(Entry::Answer),
            Key::Goal(_) => Saved::read(text).map(Entry::Goal),
            Key::Settings => Saved::read(text).map(Entry::Settings),
            Key::Place => Saved::read(text).map(Entry::Place),
        };
        match entry {
            Ok(entry) => drop(self.entries.insert(key.clone(), entry)),
            Err(Unreadable::Newer) => {
                self.hold(key);
                return Err(Unreadable::Newer);
            }
            Err(Unreadable::Foreign) => return Err(Unreadable::Foreign),
        }
        Ok(())
    }

    /// Drops what is under a key, as when another tab took it away.
    pub fn drop_key(&mut self, key: &Key) {
        self.entries.remove(key);
    }

    /// The saved form of what is under a key; none where nothing is.
    pub fn text_of(&self, key: &Key) -> Option<String> {
        match self.entries.get(key)? {
            Entry::Answer(saved) => Some(saved.write()),
            Entry::Goal(saved) => Some(saved.write()),
            Entry::Settings(saved) => Some(saved.write()),
            Entry::Place(saved) => Some(saved.write()),
            Entry::Held => None,
        }
    }

    /// Every key under which something is, but for what is held.
    pub fn keys(&self) -> Vec<Key> {
        let entries = self.entries.iter().filter(|(_, entry)| **entry != Entry::Held);
        entries.map(|(key, _)| key.clone()).collect()
    }

    /// When what is under a key last changed.
    pub fn changed(&self, key: &Key) -> Option<LocalTime> {
        match self.entries.get(key)? {
            Entry::Answer(saved) => Some(saved.changed.clone()),
            Entry::Goal(saved) => Some(saved.changed.clone()),
            Entry::Settings(saved) => Some(saved.changed.clone()),
            Entry::Place(saved) => Some(saved.changed.clone()),
            Entry::Held => None,
        }
    }

    /// Says that what stands under a key must not be written over.
    pub fn hold(&mut self, key: &Key) {
        self.entries.insert(key.clone(), Entry::Held);
    }

    /// Whether something stands under this key that must not be written over.
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

    /// Every goal, the one started last first.
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

    /// What the learner prefers about reading.
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

    /// Makes a change. Says whether anything is different now, which is never
    /// the case where something is held.
    pub fn apply(&mut self, change: Change, now: &LocalTime) -> bool {
        let key = change.key();
        let Some(entry) = self.entries.remove(&key).or_else(|| empty(&change, now)) else {
            return false;
        };
        let (entry, changed) = changed(entry, change, now);
        if let Some(entry) = entry {
            self.entries.insert(key, entry);
        }
        changed
    }
}

/// What a change begins with where nothing is; none where it needs something.
fn empty(change: &Change, now: &LocalTime) -> Option<Entry> {
    let now = now.clone();
    match change {
        Change::Answer { .. } => Some(Entry::Answer(Saved::unwritten(Answer::default(), now))),
        Change::Goal(_, GoalChange::Start { words, from }) => {
            let goal = Goal::start(words.clone(), from.clone(), now.date);
            Some(Entry::Goal(Saved::unwritten(goal, now)))
        }
        Change::Goal(..) | Change::ForgetGoal(_) => None,
        Change::Language(_) | Change::Preference(..) => {
            Some(Entry::Settings(Saved::unwritten(Settings::default(), now)))
        }
        Change::Place(..) => Some(Entry::Place(Saved::unwritten(Place::default(), now))),
    }
}

/// The entry after a change, and whether it is another than before.
fn changed(mut entry: Entry, change: Change, now: &LocalTime) -> (Option<Entry>, bool) {
    let changed = match (&mut entry, change) {
        (Entry::Goal(saved), Change::ForgetGoal(_)) => return (None, saved.is_written()),
        (Entry::Answer(saved), Change::Answer { question, language, change, .. }) => {
            let before = saved.value.clone();
            saved.value.apply(change);
            if saved.value != before {
                saved.value.question = question;
                saved.value.language = Some(language);
            }
            touch(saved, &before, now)
        }
        (Entry::Goal(saved), Change::Goal(_, GoalChange::Start { .. })) => {
            let is_new = !saved.is_written();
            if is_new {
                saved.touch(now.clone());
            }
            is_new
        }
        (Entry::Goal(saved), Change::Goal(_, change)) => {
            let before = saved.value.clone();
            saved.value.apply(change);
            touch(saved, &before, now)
        }
        (Entry::Settings(saved), Change::Language(language)) => {
            let before = saved.value.clone();
            saved.value.language = Some(language);
            touch(saved, &before, now)
        }
        (Entry::Settings(saved), Change::Preference(about, choice)) => {
            let before = saved.value.clone();
            saved.value.prefer(about, choice);
            touch(saved, &before, now)
        }
        (Entry::Place(saved), Change::Place(module, step)) => {
            let before = saved.value.clone();
            saved.value.open(module, step);
            touch(saved, &before, now)
        }
        // What is held stays as it is.
        _ => false,
    };
    let is_there = match &entry {
        Entry::Answer(saved) => saved.is_written(),
        Entry::Goal(saved) => saved.is_written(),
        Entry::Settings(saved) => saved.is_written(),
        Entry::Place(saved) => saved.is_written(),
        Entry::Held => true,
    };
    (is_there.then_some(entry), changed)
}

fn touch<T: Form + PartialEq>(saved: &mut Saved<T>, before: &T, now: &LocalTime) -> bool {
    let different = saved.value != *before;
    if different {
        saved.touch(now.clone());
    }
    different
}

#[cfg(test)]
mod tests;
