//! The lock, and a session that leaves no trace.

use super::{Learner, in_browser, keeper};
use crate::browser::session::{self, Session};
use crate::browser::storage::same_letters;
use crate::keep::lock::Shut;
use crate::keep::{Keeper, Memory, NotKept, Shelf, Way};
use crate::record::{Key, Record};
use leptos::prelude::*;

impl Learner {
    /// Someone who tries out exercises: nothing of it is kept, and nothing of what is
    /// kept is seen.
    pub fn trying() -> Self {
        Self::with(keeper(Box::new(Memory::default()), Way::Page))
    }

    /// Whether what is kept is behind a lock that is not open.
    pub fn is_locked(self) -> bool {
        self.way() == Way::Locked
    }

    /// Whether a lock is on and open.
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

    /// Whether there are words that are only in this page.
    pub fn has_unkept(self) -> bool {
        let (is_here, has_unkept) = self.keeping.with(|keeping| {
            (matches!(keeping.way, Way::Page | Way::Blocked), keeping.has_unkept || keeping.taken > 0)
        });
        if is_here { self.read(Record::has_words) } else { has_unkept }
    }

    /// Opens the lock with the passphrase.
    ///
    /// # Errors
    /// Why it did not open; nothing has changed then.
    pub fn unlock(self, passphrase: &str) -> Result<(), Shut> {
        let passphrase = same_letters(passphrase);
        self.with_keeper(|keeper, record, now| keeper.unlock(&passphrase, record, now).err())
            .map_or(Ok(()), Err)
    }

    /// Opens what is behind an earlier lock, and returns whether the passphrase opened any.
    pub fn unlock_more(self, passphrase: &str) -> bool {
        let passphrase = same_letters(passphrase);
        self.with_keeper(|keeper, record, now| keeper.unlock_more(&passphrase, record, now))
    }

    /// Whether a passphrase opens the lock.
    ///
    /// # Errors
    /// Why it does not.
    pub fn opens_with(self, passphrase: &str) -> Result<(), Shut> {
        self.keeper.with_value(|keeper| keeper.opens_with(&same_letters(passphrase)))
    }

    /// Locks what is kept, where there is a lock. Words that could not be kept
    /// are held closed in the page, until it is opened again.
    pub fn shut(self) {
        if self.keeping.with_untracked(|keeping| keeping.way) == Way::Unlocked {
            self.with_keeper(|keeper, record, _| keeper.shut(record));
        }
    }

    /// Puts a lock on everything that is kept.
    ///
    /// # Errors
    /// Why not; nothing changed then.
    pub fn put_lock(self, passphrase: &str) -> Result<(), NotKept> {
        let passphrase = same_letters(passphrase);
        let put = |keeper: &mut Keeper, record: &mut Record, now: &_| {
            keeper.put_lock(&passphrase, record, now).err()
        };
        self.with_keeper(put).map_or(Ok(()), Err)
    }

    /// Takes the lock off.
    ///
    /// # Errors
    /// Why not; nothing changed then.
    pub fn take_lock_off(self) -> Result<(), NotKept> {
        self.with_keeper(|keeper, record, now| keeper.take_lock_off(record, now).err()).map_or(Ok(()), Err)
    }

    /// Gives the lock another passphrase.
    ///
    /// # Errors
    /// Why not; the old passphrase stays then.
    pub fn change_passphrase(self, old: &str, new: &str) -> Result<(), Shut> {
        let (old, new) = (same_letters(old), same_letters(new));
        self.with_keeper(|keeper, _, _| keeper.change_passphrase(&old, &new).err()).map_or(Ok(()), Err)
    }

    /// After how many minutes without activity it locks itself.
    pub fn lock_minutes(self) -> Option<u64> {
        self.keeper.with_value(Keeper::lock_minutes)
    }

    /// Chooses after how many minutes without activity it locks itself.
    pub fn set_lock_minutes(self, minutes: u64) {
        // If it cannot be written, the earlier minutes stay.
        self.with_keeper(|keeper, _, _| keeper.set_lock_minutes(minutes).is_ok());
    }

    /// Begins a session that leaves no trace, with nothing in it but how people
    /// like to read in this browser. What it keeps stays there, untouched. A page
    /// that is reloaded is still in such a session, without its words.
    pub fn begin_without_trace(self, session: Session) {
        session::note(Some(session));
        let name = Key::Settings.to_string();
        let mut memory = Memory::default();
        self.keeper.update_value(|keeper| {
            if let Ok(Some(settings)) = keeper.shelf().get(&name) {
                let _ = memory.set(&name, &settings);
            }
        });
        self.begin_with(keeper(Box::new(memory), Way::Page));
    }

    /// Ends such a session: all of it is gone. What this browser keeps is there again.
    pub fn end_without_trace(self) {
        session::note(None);
        self.begin_with(in_browser(&self.space.get_value()));
    }

    fn begin_with(self, keeper: Keeper) {
        self.keeper.set_value(keeper);
        self.with_keeper(|keeper, record, now| {
            *record = Record::default();
            keeper.look(record, now);
        });
    }

    /// Reads again what is kept, as after a time in which this page could not
    /// follow other tabs. Words that are only here stay.
    pub fn look_again(self) {
        if self.keeping.with_untracked(|keeping| keeping.way) != Way::Page {
            self.with_keeper(Keeper::look);
        }
    }
}
