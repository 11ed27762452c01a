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
pub mod goal;
pub mod key;
pub mod plan;
pub mod saved;
pub mod settings;

pub use answer::{Answer, AnswerChange, Item, Mark, Ticked};
pub use date::{LocalDate, LocalTime};
pub use goal::{FollowUp, Goal, GoalChange, Next, SmallStep, State};
pub use key::Key;
pub use saved::{Saved, Unreadable};
pub use settings::{Place, Settings};

use crate::course::{AnswerId, GoalId, LanguageTag, ModuleId};
use std::collections::{BTreeMap, BTreeSet};

/// Everything one learner told us.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Record {
    answers: BTreeMap<AnswerId, Saved<Answer>>,
    goals: BTreeMap<GoalId, Saved<Goal>>,
    settings: Option<Saved<Settings>>,
    place: Option<Saved<Place>>,
    newer: BTreeSet<Key>,
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
    /// Opens a step, counted from 1.
    Place(ModuleId, usize),
}

impl Change {
    /// The one thing this changes.
    pub fn key(&self) -> Key {
        match self {
            Self::Answer { id, .. } => Key::Answer(id.clone()),
            Self::Goal(id, _) | Self::ForgetGoal(id) => Key::Goal(id.clone()),
            Self::Language(_) => Key::Settings,
            Self::Place(..) => Key::Place,
        }
    }
}

impl Record {
    /// Takes in one saved text. What was there under that key is replaced; a
    /// text that cannot be read changes nothing but what
    /// [`is_newer`](Self::is_newer) says.
    pub fn take_in(&mut self, key: &Key, text: &str) -> Result<(), Unreadable> {
        let read = match key {
            Key::Answer(id) => Saved::read(text).map(|saved| {
                self.answers.insert(id.clone(), saved);
            }),
            Key::Goal(id) => Saved::read(text).map(|saved| {
                self.goals.insert(id.clone(), saved);
            }),
            Key::Settings => Saved::read(text).map(|saved| self.settings = Some(saved)),
            Key::Place => Saved::read(text).map(|saved| self.place = Some(saved)),
        };
        match read {
            Err(Unreadable::Newer) => self.newer.insert(key.clone()),
            _ => self.newer.remove(key),
        };
        read
    }

    /// Drops what is under a key, as when another tab took it away.
    pub fn drop_key(&mut self, key: &Key) {
        self.newer.remove(key);
        match key {
            Key::Answer(id) => drop(self.answers.remove(id)),
            Key::Goal(id) => drop(self.goals.remove(id)),
            Key::Settings => self.settings = None,
            Key::Place => self.place = None,
        }
    }

    /// The saved form of what is under a key; none where nothing is.
    pub fn text_of(&self, key: &Key) -> Option<String> {
        match key {
            Key::Answer(id) => self.answers.get(id).map(Saved::write),
            Key::Goal(id) => self.goals.get(id).map(Saved::write),
            Key::Settings => self.settings.as_ref().map(Saved::write),
            Key::Place => self.place.as_ref().map(Saved::write),
        }
    }

    /// Every key under which something is.
    pub fn keys(&self) -> Vec<Key> {
        let answers = self.answers.keys().cloned().map(Key::Answer);
        let goals = self.goals.keys().cloned().map(Key::Goal);
        let settings = self.settings.iter().map(|_| Key::Settings);
        let place = self.place.iter().map(|_| Key::Place);
        answers.chain(goals).chain(settings).chain(place).collect()
    }

    /// When what is under a key last changed.
    pub fn changed(&self, key: &Key) -> Option<LocalTime> {
        match key {
            Key::Answer(id) => self.answers.get(id).map(|saved| saved.changed.clone()),
            Key::Goal(id) => self.goals.get(id).map(|saved| saved.changed.clone()),
            Key::Settings => self.settings.as_ref().map(|saved| saved.changed.clone()),
            Key::Place => self.place.as_ref().map(|saved| saved.changed.clone()),
        }
    }

    /// Whether a newer Waymark wrote what is kept under this key. Nothing may
    /// be written there, or what it wrote would be lost.
    pub fn is_newer(&self, key: &Key) -> bool {
        self.newer.contains(key)
    }

    /// The answer to an exercise, if anything was ever written there.
    pub fn answer(&self, id: &AnswerId) -> Option<&Answer> {
        self.answers.get(id).map(|saved| &saved.value)
    }

    /// Every answer.
    pub fn answers(&self) -> impl Iterator<Item = (&AnswerId, &Saved<Answer>)> {
        self.answers.iter()
    }

    /// A goal.
    pub fn goal(&self, id: &GoalId) -> Option<&Goal> {
        self.goals.get(id).map(|saved| &saved.value)
    }

    /// Every goal, the one started last first.
    pub fn goals(&self) -> Vec<(&GoalId, &Goal)> {
        let mut goals: Vec<_> = self.goals.iter().map(|(id, saved)| (id, &saved.value)).collect();
        goals.sort_by(|(a, one), (b, two)| two.started.cmp(&one.started).then(a.cmp(b)));
        goals
    }

    /// The language the learner chose.
    pub fn language(&self) -> Option<&LanguageTag> {
        self.settings.as_ref()?.value.language.as_ref()
    }

    /// The module and step the learner opened last.
    pub fn last_place(&self) -> Option<(&ModuleId, usize)> {
        let module = self.place.as_ref()?.value.last.as_ref()?;
        Some((module, self.place_in(module)?))
    }

    /// The step of a module the learner opened last, from 1.
    pub fn place_in(&self, module: &ModuleId) -> Option<usize> {
        self.place.as_ref()?.value.steps.get(module).copied()
    }

    /// Makes a change. Says whether anything is different now, which it never
    /// is where a newer Waymark wrote.
    pub fn apply(&mut self, change: Change, now: &LocalTime) -> bool {
        if self.is_newer(&change.key()) {
            return false;
        }
        match change {
            Change::Answer { id, question, language, change } => {
                change_in(self.answers.entry(id), now, |answer| {
                    answer.question = question;
                    answer.language = Some(language);
                    answer.apply(change);
                })
            }
            Change::Goal(id, GoalChange::Start { words, from }) => {
                let goal = Goal::start(words, from, now.date);
                let is_new = !self.goals.contains_key(&id);
                self.goals.entry(id).or_insert_with(|| Saved::first(goal, now.clone()));
                is_new
            }
            Change::Goal(id, change) => self.goals.get_mut(&id).is_some_and(|saved| {
                change_saved(saved, now, |goal| goal.apply(change))
            }),
            Change::ForgetGoal(id) => self.goals.remove(&id).is_some(),
            Change::Language(language) => change_option(&mut self.settings, now, |settings| {
                settings.language = Some(language);
            }),
            Change::Place(module, step) => change_option(&mut self.place, now, |place| {
                place.steps.insert(module.clone(), step);
                place.last = Some(module);
            }),
        }
    }
}

fn change_saved<T: Clone + PartialEq>(
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

fn change_option<T: Clone + PartialEq + Default>(
    place: &mut Option<Saved<T>>,
    now: &LocalTime,
    change: impl FnOnce(&mut T),
) -> bool {
    if let Some(saved) = place {
        return change_saved(saved, now, change);
    }
    let mut value = T::default();
    change(&mut value);
    let different = value != T::default();
    *place = different.then(|| Saved::first(value, now.clone()));
    different
}

fn change_in<K: Ord>(
    entry: std::collections::btree_map::Entry<K, Saved<Answer>>,
    now: &LocalTime,
    change: impl FnOnce(&mut Answer),
) -> bool {
    use std::collections::btree_map::Entry;
    match entry {
        Entry::Occupied(mut saved) => change_saved(saved.get_mut(), now, change),
        Entry::Vacant(place) => {
            let mut answer = Answer::default();
            change(&mut answer);
            let written = !answer.is_empty();
            if written {
                place.insert(Saved::first(answer, now.clone()));
            }
            written
        }
    }
}

#[cfg(test)]
mod tests;
