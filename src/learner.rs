//! The learner: one handle on one signal of the record.
//!
//! Pages and components read slices of it as memos and send [`Change`]s in.
//! Each change is kept at once, under its one small key, so that there is
//! never a moment in which words on the screen wait to be kept.

mod locking;

use crate::browser::storage::{self, NotKept, Storage, Way, Written};
use crate::browser::{clock, random};
use crate::course::{AnswerId, GoalId, LanguageTag, ModuleId};
use crate::record::backup::{Restore, Text};
use crate::record::key::ASIDE;
use crate::record::key::LOCK;
use crate::record::{
    Answer, Change, Goal, GoalChange, Key, LocalTime, Outcome, Preference, Record, State, Unreadable,
};
use leptos::prelude::*;
use std::sync::Arc;

/// A handle on what one learner told us. Free to copy.
#[derive(Clone, Copy)]
pub struct Learner {
    record: RwSignal<Record>,
    /// Goes up whenever a goal changes: what looks through all goals waits for
    /// this, so that a keystroke elsewhere costs the same however many there are.
    goals: RwSignal<u32>,
    keeping: RwSignal<Keeping>,
    storage: StoredValue<Storage, LocalStorage>,
}

/// What is not as it should be with keeping.
#[derive(Debug, Clone, PartialEq, Default)]
struct Keeping {
    way: Way,
    /// Another app on this host cleared everything.
    is_cleared: bool,
    /// Words that could not be kept are held closed in the page.
    is_holding: bool,
    /// The browser did not let a text be taken away that is not of the record.
    is_left: bool,
    failed: Vec<(Key, NotKept)>,
    elsewhere: Vec<Key>,
    asides: Vec<(String, String)>,
}

impl Keeping {
    fn why_not(&self, key: &Key) -> Option<NotKept> {
        self.failed.iter().find(|(failed, _)| failed == key).map(|(_, why)| *why)
    }
}

/// How one thing is kept.
#[derive(Debug, Clone, PartialEq)]
pub enum Kept {
    /// Nothing was written.
    Nothing,
    /// In this browser, since then.
    Here(LocalTime),
    /// In this browser; another tab's words were set aside.
    HereAndElsewhere,
    /// In this page alone, because the browser blocks keeping.
    InPage,
    /// Not kept.
    Not(NotKept),
    /// Something stands there that must not be written over.
    Held,
}

impl Learner {
    /// Opens what this browser keeps. What cannot be read is set aside.
    pub fn open() -> Self {
        let learner = Self::with(Storage::open());
        storage::watch_other_tabs(move |name, text| match name {
            Some(name) => learner.take_in_other(name, text),
            None => learner.note_cleared(),
        });
        learner
    }

    fn with(storage: Storage) -> Self {
        let learner = Self {
            record: RwSignal::new(Record::default()),
            goals: RwSignal::new(0),
            keeping: RwSignal::new(Keeping::default()),
            storage: StoredValue::new_local(storage),
        };
        learner.load();
        learner
    }

    /// Takes what is kept for what there is.
    fn load(self) {
        let mut keeping = Keeping::default();
        let record = self.storage.try_update_value(|storage| load(storage, &mut keeping));
        self.keeping.set(keeping);
        self.record.set(record.unwrap_or_default());
        self.goals.update(|times| *times += 1);
    }

    /// Makes a change and keeps it.
    pub fn change(self, change: Change) {
        let key = change.key();
        let now = clock::now();
        let mut changed = false;
        self.record.maybe_update(|record| {
            changed = record.apply(change, &now) == Outcome::Changed;
            changed
        });
        if changed {
            self.note_goals(&key);
            self.keep(&key, &now);
        }
    }

    /// Starts a goal and returns its id.
    pub fn start_goal(self, words: String, from: Option<AnswerId>) -> GoalId {
        let id = random::goal_id();
        self.change(Change::Goal(id.clone(), GoalChange::Start { words, from }));
        id
    }

    /// The answer to an exercise; an empty one where nothing was written.
    pub fn answer(self, id: AnswerId) -> Memo<Answer> {
        Memo::new(move |_| self.record.with(|record| record.answer(&id).cloned().unwrap_or_default()))
    }

    /// A goal, while there is one.
    pub fn goal(self, id: GoalId) -> Memo<Option<Goal>> {
        Memo::new(move |_| self.record.with(|record| record.goal(&id).cloned()))
    }

    /// The goals in a state, the one started last first: id and words.
    pub fn goals_in(self, state: State) -> Memo<Vec<(GoalId, String)>> {
        self.goals_where(Arc::new(move |goal| goal.state == state))
    }

    /// The goals that grew from an answer: id and words.
    pub fn goals_from(self, answer: AnswerId) -> Memo<Vec<(GoalId, String)>> {
        self.goals_where(Arc::new(move |goal| goal.from.as_ref() == Some(&answer)))
    }

    fn goals_where(self, fits: Arc<dyn Fn(&Goal) -> bool + Send + Sync>) -> Memo<Vec<(GoalId, String)>> {
        Memo::new(move |_| {
            self.goals.track();
            self.record.with_untracked(|record| {
                let goals = record.goals().into_iter().filter(|(_, goal)| fits(goal));
                goals.map(|(id, goal)| (id.clone(), goal.words.clone())).collect()
            })
        })
    }

    /// Something derived from the record as it is now. What follows it reads in
    /// a memo of a kind that there is already: each kind is code to fetch.
    pub fn read<T>(self, read: impl FnOnce(&Record) -> T) -> T {
        self.record.with(read)
    }

    /// The language the learner chose.
    pub fn language(self) -> Option<LanguageTag> {
        self.record.with(|record| record.language().cloned())
    }

    /// What the learner prefers about reading.
    pub fn prefers(self, about: Preference) -> &'static str {
        self.record.with(|record| record.preference(about))
    }

    /// Notes where the learner is.
    pub fn opened(self, module: &ModuleId, step: usize) {
        self.change(Change::Place(module.clone(), step));
    }

    /// How the thing under a key is kept.
    pub fn kept(self, key: Key) -> Memo<Kept> {
        Memo::new(move |_| {
            let changed = self.record.with(|record| match record.is_held(&key) {
                true => Err(()),
                false => Ok(record.changed(&key).cloned()),
            });
            self.keeping.with(|keeping| match (changed, keeping.why_not(&key)) {
                (Err(()), _) => Kept::Held,
                (Ok(None), _) => Kept::Nothing,
                (Ok(Some(_)), _) if matches!(keeping.way, Way::Blocked | Way::Page) => Kept::InPage,
                (Ok(Some(_)), Some(why)) => Kept::Not(why),
                (Ok(Some(_)), None) if keeping.elsewhere.contains(&key) => Kept::HereAndElsewhere,
                (Ok(Some(changed)), None) => Kept::Here(changed),
            })
        })
    }

    /// Where words are kept, and whether they can be.
    pub fn way(self) -> Way {
        self.keeping.with(|keeping| keeping.way)
    }

    /// Whether another app on this host cleared what was kept.
    pub fn is_cleared(self) -> bool {
        self.keeping.with(|keeping| keeping.is_cleared)
    }

    /// Whether the browser did not let something be taken away.
    pub fn has_unremoved(self) -> bool {
        self.keeping.with(|keeping| {
            let is_gone = |key: &Key| self.record.with(|record| record.text_of(key).is_none());
            keeping.is_left || keeping.failed.iter().any(|(key, _)| is_gone(key))
        })
    }

    /// How many texts were set aside.
    pub fn asides(self) -> usize {
        self.keeping.with(|keeping| keeping.asides.len())
    }

    /// What is kept and is not of the record: set aside, written by a newer
    /// Waymark, or of a kind that is not known. Name and text.
    pub fn other_texts(self) -> Vec<Text> {
        let known = |name: &str| {
            let key = Key::parse(name);
            key.is_some_and(|key| self.record.with_untracked(|record| record.changed(&key).is_some()))
        };
        self.keeping.track();
        let texts = self.storage.with_value(Storage::all);
        texts.into_iter().filter(|(name, _)| !known(name)).collect()
    }

    /// Everything that is kept, as it is kept: name and text. Words that are on
    /// the screen and could not be kept, or were cleared from storage meanwhile,
    /// are in it too.
    pub fn texts(self) -> Vec<Text> {
        let mut texts = self.storage.with_value(Storage::all);
        let failed = self.keeping.with_untracked(|keeping| keeping.failed.clone());
        self.record.with_untracked(|record| {
            for key in record.keys() {
                let name = key.to_string();
                let is_failed = failed.iter().any(|(other, _)| *other == key);
                if is_failed || !self.storage.with_value(|storage| storage.has(&name)) {
                    texts.retain(|(known, _)| *known != name);
                    texts.extend(record.text_of(&key).map(|text| (name, text)));
                }
            }
        });
        texts
    }

    /// Brings back what a backup has; what is here stays. All of it or nothing.
    /// Returns what was written, nothing where it did not succeed.
    pub fn restore(self, restore: &Restore) -> Option<Vec<Text>> {
        let now = clock::now();
        let kept = |storage: &mut Storage| storage.restore(&restore.new, &restore.different, &now);
        let written = self.storage.try_update_value(kept)?.ok()?;
        for (name, text) in &written {
            self.take_in(name, Some(text));
        }
        self.refresh_asides();
        Some(written)
    }

    /// Takes back what [`Learner::restore`] wrote, but for what was changed since.
    pub fn undo_restore(self, written: &[Text]) {
        let gone = self.storage.try_update_value(|storage| storage.remove(written)).unwrap_or_default();
        for name in &gone {
            self.take_in(name, None);
        }
        self.refresh_asides();
    }

    /// Takes everything of this site out of this browser. Whether nothing is left.
    pub fn erase(self) -> bool {
        let is_gone = self.storage.try_update_value(Storage::erase).unwrap_or_default();
        self.load();
        self.keeping.update(|keeping| keeping.is_left = !is_gone);
        is_gone
    }

    /// Takes one text away that is not of the record, such as one set aside.
    pub fn forget_text(self, text: &Text) {
        let remove = |storage: &mut Storage| storage.remove(std::slice::from_ref(text)).is_empty();
        let is_left = self.storage.try_update_value(remove).unwrap_or(true);
        self.keeping.update(|keeping| keeping.is_left = is_left);
        self.refresh_asides();
    }

    fn keep(self, key: &Key, now: &LocalTime) {
        let text = self.record.with_untracked(|record| record.text_of(key));
        let name = key.to_string();
        let kept = self.storage.try_update_value(|storage| storage.keep(&name, text.as_deref(), now));
        let Some(kept) = kept else {
            return;
        };
        let before = self.keeping.with_untracked(|keeping| keeping.why_not(key));
        if before == kept.err() && kept != Ok(Written::OtherSetAside) {
            return;
        }
        self.keeping.update(|keeping| {
            keeping.failed.retain(|(other, _)| other != key);
            keeping.failed.extend(kept.err().map(|why| (key.clone(), why)));
            if kept == Ok(Written::OtherSetAside) && !keeping.elsewhere.contains(key) {
                keeping.elsewhere.push(key.clone());
            }
        });
        self.refresh_asides();
    }

    /// Takes in what another tab wrote, under the name it stands under.
    fn take_in_other(self, name: &str, text: Option<&str>) {
        if name == LOCK {
            return self.note_other_lock(text);
        }
        let found = self.storage.with_value(|storage| storage.read_other(name, text));
        let Some((name, mut text)) = found else {
            return;
        };
        let key = Key::parse(&name);
        let is_unkept = |key: &Key| self.keeping.with_untracked(|keeping| keeping.why_not(key).is_some());
        if key.as_ref().is_some_and(is_unkept) {
            // Words that are nowhere but here stay. The other tab's are not seen, so
            // that they are set aside when these can be kept.
            return;
        }
        if let Some(plain) = &text {
            // A tab that did not know of the lock yet: what it wrote is closed now.
            let now = clock::now();
            let close = |storage: &mut Storage| storage.close_plain(&name, plain, &now);
            let _ = self.storage.try_update_value(close);
            let stands = self.storage.with_value(|storage| storage.text(&name));
            text = stands.or(text);
        }
        self.take_in(&name, text.as_deref());
    }

    /// Notes that everything was cleared by someone else. What is on the screen
    /// stays; it is not written again by itself, since a person may have
    /// cleared it.
    fn note_cleared(self) {
        self.storage.update_value(Storage::note_cleared);
        self.keeping.update(|keeping| keeping.is_cleared = keeping.way != Way::Page);
    }

    /// Takes in what was written elsewhere.
    fn take_in(self, name: &str, text: Option<&str>) {
        if name.starts_with(ASIDE) {
            self.refresh_asides();
        }
        let Some(key) = Key::parse(name) else {
            return;
        };
        let mut read = true;
        self.record.update(|record| match text {
            Some(text) => read = record.take_in(&key, text).is_ok(),
            None => record.drop_key(&key),
        });
        self.note_goals(&key);
        // What cannot be read is not seen: it is set aside if this tab writes there.
        if read {
            self.storage.update_value(|storage| storage.note_other(name, text));
        }
    }

    fn note_goals(self, key: &Key) {
        if matches!(key, Key::Goal(_)) {
            self.goals.update(|times| *times += 1);
        }
    }

    fn refresh_asides(self) {
        let texts = self.storage.with_value(Storage::asides);
        self.keeping.update(|keeping| keeping.asides = texts);
    }
}

fn load(storage: &mut Storage, keeping: &mut Keeping) -> Record {
    let mut record = Record::default();
    let now = clock::now();
    for (name, text) in storage.load() {
        let Some(key) = Key::parse(&name) else {
            continue;
        };
        let foreign = record.take_in(&key, &text) == Err(Unreadable::Foreign);
        if foreign && storage.set_aside(&name, &text, &now).is_err() {
            // It cannot be moved, so it must stay where it is.
            record.hold(&key);
        }
    }
    keeping.asides = storage.asides();
    keeping.way = storage.way();
    record
}
