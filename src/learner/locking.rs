//! The lock, and a session that leaves no trace.

use super::Learner;
use crate::browser::clock;
use crate::browser::storage::{NotKept, Shut, Storage, Way};
use leptos::prelude::*;

impl Learner {
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

    /// Opens the lock with the passphrase.
    ///
    /// # Errors
    /// Why it did not open; nothing changed then.
    pub fn unlock(self, passphrase: &str) -> Result<(), Shut> {
        let now = clock::now();
        let opened = self.storage.try_update_value(|storage| storage.unlock(passphrase, &now));
        opened.unwrap_or(Err(Shut::Damaged))?;
        self.load();
        Ok(())
    }

    /// Locks what is kept, where there is a lock. Words that could not be kept
    /// are not given up for it.
    pub fn shut(self) {
        let has_unkept = self.keeping.with_untracked(|keeping| !keeping.failed.is_empty());
        if self.keeping.with_untracked(|keeping| keeping.way) == Way::Unlocked && !has_unkept {
            self.storage.update_value(Storage::shut);
            self.load();
        }
    }

    /// Puts a lock on everything that is kept.
    ///
    /// # Errors
    /// Why not; nothing changed then.
    pub fn put_lock(self, passphrase: &str) -> Result<(), NotKept> {
        let put = self.storage.try_update_value(|storage| storage.put_lock(passphrase));
        self.note_way();
        put.unwrap_or(Err(NotKept::Blocked))
    }

    /// Takes the lock off.
    ///
    /// # Errors
    /// Why not; nothing changed then.
    pub fn take_lock_off(self) -> Result<(), NotKept> {
        let taken = self.storage.try_update_value(Storage::take_lock_off);
        self.note_way();
        taken.unwrap_or(Err(NotKept::Blocked))
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

    /// Begins a session that leaves no trace, with nothing in it. What this
    /// browser keeps stays there, untouched and unread.
    pub fn begin_without_trace(self) {
        self.storage.set_value(Storage::in_page());
        self.load();
    }

    /// Ends it: all of it is gone. What this browser keeps is there again.
    pub fn end_without_trace(self) {
        self.storage.set_value(Storage::open());
        self.load();
    }

    /// Reads again what is kept, as after a time in which this page could not
    /// follow other tabs.
    pub fn look_again(self) {
        let (way, has_unkept) =
            self.keeping.with_untracked(|keeping| (keeping.way, !keeping.failed.is_empty()));
        if !has_unkept && matches!(way, Way::Open | Way::Locked) {
            self.end_without_trace();
        }
    }

    /// Another tab put a lock on, or took it off.
    pub(super) fn note_other_lock(self, text: Option<&str>) {
        let (way, has_unkept) =
            self.keeping.with_untracked(|keeping| (keeping.way, !keeping.failed.is_empty()));
        // Words that are nowhere but here stay on the screen. What this page
        // writes until then is closed when the lock is opened the next time.
        let stays = match way {
            Way::Page | Way::Blocked => true,
            Way::Open | Way::Locked => has_unkept,
            // Another passphrase closes with the same key.
            Way::Unlocked => text.is_some(),
        };
        if !stays && has_unkept {
            // There is no lock any more that could open what this page closes.
            self.storage.set_value(Storage::open());
            self.note_way();
        } else if !stays {
            self.end_without_trace();
        }
    }

    fn note_way(self) {
        let way = self.storage.with_value(Storage::way);
        self.keeping.update(|keeping| keeping.way = way);
    }
}
