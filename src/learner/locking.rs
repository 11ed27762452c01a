//! The lock, and a session that leaves no trace.

use super::{Keeping, Learner};
use crate::browser::clock;
use crate::browser::session::{self, Session};
use crate::browser::storage::{NotKept, Storage, Way};
use crate::keep::lock::Shut;
use crate::record::backup::Text;
use crate::record::{Key, Record};
use leptos::prelude::*;

impl Learner {
    /// Someone who tries exercises: nothing of it is kept, and nothing of what is
    /// kept is seen.
    pub fn trying() -> Self {
        Self::with(Storage::of_nothing())
    }

    /// Whether what is kept stands behind a lock that is not opened.
    pub fn is_locked(self) -> bool {
        self.way() == Way::Locked
    }

    /// Whether a lock is on and opened.
    pub fn is_unlocked(self) -> bool {
        self.way() == Way::Unlocked
    }

    /// Whether words are kept in this browser, with or without a lock.
    pub fn is_in_browser(self) -> bool {
        matches!(self.way(), Way::Open | Way::Unlocked)
    }

    /// Whether this session leaves no trace.
    pub fn leaves_no_trace(self) -> bool {
        self.way() == Way::Page
    }

    /// Whether there are words that are in this page alone.
    pub fn has_unkept(self) -> bool {
        let is_unkept = self.keeping.with(|keeping| match keeping.way {
            Way::Page | Way::Blocked => true,
            _ => keeping.failed.iter().any(|(key, _)| !matches!(key, Key::Settings | Key::Place)),
        });
        self.keeping.with(|keeping| keeping.is_holding) || is_unkept && self.read(Record::has_words)
    }

    /// Opens the lock with the passphrase.
    ///
    /// # Errors
    /// Why it did not open; nothing changed then.
    pub fn unlock(self, passphrase: &str) -> Result<(), Shut> {
        let now = clock::now();
        let opened = self.storage.try_update_value(|storage| storage.unlock(passphrase, &now));
        let held = opened.unwrap_or(Err(Shut::Damaged))?;
        self.load();
        self.take_up(held);
        Ok(())
    }

    /// Whether a passphrase opens the lock.
    ///
    /// # Errors
    /// Why it does not.
    pub fn opens_with(self, passphrase: &str) -> Result<(), Shut> {
        self.storage.with_value(|storage| storage.opens_with(passphrase))
    }

    /// Locks what is kept, where there is a lock. Words that could not be kept
    /// are held closed in the page, until it is opened again.
    pub fn shut(self) {
        if self.keeping.with_untracked(|keeping| keeping.way) == Way::Unlocked {
            let unkept = self.unkept();
            self.storage.update_value(|storage| storage.shut(&unkept));
            self.load();
            self.keeping.update(|keeping| keeping.is_holding = !unkept.is_empty());
        }
    }

    /// Puts a lock on everything that is kept.
    ///
    /// # Errors
    /// Why not; nothing changed then.
    pub fn put_lock(self, passphrase: &str) -> Result<(), NotKept> {
        let put = self.storage.try_update_value(|storage| storage.put_lock(passphrase));
        self.note_way(put.unwrap_or(Err(NotKept::Blocked)))
    }

    /// Takes the lock off.
    ///
    /// # Errors
    /// Why not; nothing changed then.
    pub fn take_lock_off(self) -> Result<(), NotKept> {
        let now = clock::now();
        let taken = self.storage.try_update_value(|storage| storage.take_lock_off(&now));
        self.note_way(taken.unwrap_or(Err(NotKept::Blocked)))?;
        self.refresh_asides();
        Ok(())
    }

    /// Gives the lock another passphrase.
    ///
    /// # Errors
    /// Why not; the old one holds then.
    pub fn change_passphrase(self, old: &str, new: &str) -> Result<(), Shut> {
        let change = |storage: &mut Storage| storage.change_passphrase(old, new);
        self.storage.try_update_value(change).unwrap_or(Err(Shut::Damaged))
    }

    /// After how many minutes without a sign of anyone it locks itself.
    pub fn lock_minutes(self) -> Option<u64> {
        self.storage.with_value(Storage::lock).map(|lock| lock.minutes)
    }

    /// Chooses after how many minutes without a sign of anyone it locks itself.
    pub fn set_lock_minutes(self, minutes: u64) {
        // Where it cannot be written, the minutes until now hold.
        let _ = self.storage.try_update_value(|storage| storage.set_lock_minutes(minutes));
    }

    /// Begins a session that leaves no trace, with nothing in it but how people
    /// like to read in this browser. What it keeps stays there, untouched. A page
    /// that is loaded again is in such a session still, without its words.
    pub fn begin_without_trace(self, session: Session) {
        session::note(Some(session));
        self.storage.set_value(Storage::open().in_page());
        self.load();
    }

    /// Ends it: all of it is gone. What this browser keeps is there again.
    pub fn end_without_trace(self) {
        session::note(None);
        self.open_again();
    }

    fn open_again(self) {
        self.storage.set_value(Storage::open());
        self.load();
    }

    /// Reads again what is kept, as after a time in which this page could not
    /// follow other tabs. Words that are nowhere but here stay.
    pub fn look_again(self) {
        let way = self.keeping.with_untracked(|keeping| keeping.way);
        if matches!(way, Way::Open | Way::Locked) && self.unkept().is_empty() {
            self.open_again();
        }
    }

    /// Another tab put a lock on, or took it off.
    pub(super) fn note_other_lock(self, text: Option<&str>) {
        let unkept = self.unkept();
        match self.keeping.with_untracked(|keeping| keeping.way) {
            Way::Page | Way::Blocked => {}
            // There is no key here to close them with: they stay on the screen. What
            // this page writes until then is closed when the lock is opened.
            Way::Open if !unkept.is_empty() => {}
            // Another passphrase closes with the same key; with any other key
            // nothing is written any more. What is held closed waits for its lock.
            Way::Unlocked | Way::Locked if text.is_some() => {}
            Way::Unlocked => {
                self.open_again();
                self.take_up(unkept);
            }
            Way::Open | Way::Locked => self.open_again(),
        }
    }

    /// The texts of what is on the screen and could not be kept.
    fn unkept(self) -> Vec<Text> {
        let failed = self.keeping.with_untracked(|keeping| keeping.failed.clone());
        let text = |(key, _): &(Key, NotKept)| {
            let text = self.record.with_untracked(|record| record.text_of(key));
            text.map(|text| (key.to_string(), text))
        };
        failed.iter().filter_map(text).collect()
    }

    /// Takes up words that could not be kept, and tries to keep them again.
    fn take_up(self, texts: Vec<Text>) {
        let now = clock::now();
        for (name, text) in texts {
            let Some(key) = Key::parse(&name) else {
                continue;
            };
            let mut taken = false;
            self.record.update(|record| taken = record.take_in(&key, &text).is_ok());
            if taken {
                self.note_goals(&key);
                self.keep(&key, &now);
            }
        }
    }

    /// Notes where words are kept now, and whether something was left behind.
    fn note_way(self, done: Result<bool, NotKept>) -> Result<(), NotKept> {
        let way = self.storage.with_value(Storage::way);
        let is_left = done == Ok(false);
        self.keeping.update(|keeping: &mut Keeping| {
            keeping.way = way;
            keeping.is_left |= is_left;
        });
        done.map(drop)
    }
}
