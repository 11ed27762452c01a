//! The lock: putting it on, opening, shutting and taking it off.
//!
//! The lock's state is written before the first text moves, and each state has a
//! higher epoch than the one before:
//!
//! ```text
//! (open) → going on → on → going off → off
//! ```
//!
//! Plain is written where there is no lock, and while it goes off or is off; closed is
//! written while it goes on and is on. The lock is stored twice, once under a name that says
//! which key it is for; that copy stays for two days when the lock is off, because a page
//! that did not hear of it may still close something.

use super::{Keeper, Way};
use crate::lock::{CLOSED, DataKey, Lock, Shut, State};
use crate::shelf::{Done, NotKept};
use crate::version::{Lost, Version, split, thing_of};
use record::backup::Text;
use record::key::LOCK;
use record::saved::fields_of;
use record::{LocalTime, Record, Secret, Unreadable};
use serde_json::Value;

/// For how many days the copy of a lock stays after it was taken off.
const OFF_DAYS: u32 = 2;

impl Keeper {
    /// Opens the lock, and everything behind other locks that the passphrase also opens.
    ///
    /// # Errors
    /// Why it did not open; nothing has changed then.
    pub fn unlock(&mut self, passphrase: &str, record: &mut Record, now: &LocalTime) -> Result<(), Shut> {
        let mut lock = self.lock_there()?.ok_or(Shut::Damaged)?;
        let key = lock.open(passphrase)?;
        self.keys.insert(0, key);
        if lock.state != State::On {
            // A page ended while it put the lock on or took it off: now it is on again.
            lock.state = State::On;
            lock.epoch += 1;
        }
        // It opens even where this cannot be written.
        let _ = self.write_lock(lock);
        self.forget_all(record);
        self.look(record, now);
        if self.is_partial || !self.shut.is_empty() {
            // Trying another lock takes as long as this one did.
            self.open_others(passphrase);
            self.look(record, now);
        }
        self.take_up(record, now);
        Ok(())
    }

    /// Opens what another lock closed, and returns whether the passphrase opened any.
    pub fn unlock_more(&mut self, passphrase: &str, record: &mut Record, now: &LocalTime) -> bool {
        let before = self.keys.len();
        self.open_others(passphrase);
        let has_opened = self.keys.len() > before;
        if has_opened {
            self.look(record, now);
        }
        has_opened
    }

    /// Whether a passphrase opens the lock.
    ///
    /// # Errors
    /// Why it does not.
    pub fn opens_with(&self, passphrase: &str) -> Result<(), Shut> {
        self.lock_there()?.ok_or(Shut::Damaged)?.open(passphrase).map(drop)
    }

    /// How many texts in storage are closed by keys that are not open here.
    pub fn more_closed(&self) -> usize {
        let is_closed = |(name, text): &Text| self.opened(name, text.clone()).is_none();
        let texts = self.unknown_texts().into_iter();
        texts.filter(|text| text.0.starts_with(CLOSED) && is_closed(text)).count()
    }

    /// Drops the keys: nothing can be read until the lock is opened. What is not
    /// in storage is held in this page, closed, until then.
    pub fn shut(&mut self, record: &mut Record) {
        if self.way() != Way::Unlocked {
            return;
        }
        for thing in &self.things {
            for version in thing.versions.iter().filter(|version| version.lost.is_some()) {
                let name = format!("{}~{}", thing.name, version.id.text());
                let text = Value::Object(version.form.clone()).to_string();
                if let (Some(nonce), Some(key)) = (self.bytes(), self.keys.first()) {
                    self.shut.push((key.name(&name), key.close(&name, &text, &nonce)));
                }
            }
        }
        self.keys.clear();
        self.forget_all(record);
    }

    /// Puts a lock on everything that is kept. All of it, or nothing changes.
    ///
    /// # Errors
    /// Where there is no room for all of it twice, a lock is on, or nothing can be kept.
    pub fn put_lock(&mut self, passphrase: &str, record: &mut Record, now: &LocalTime) -> Done<()> {
        let is_free = self.way() == Way::Open && matches!(self.lock_there(), Ok(None));
        let key = DataKey::new(Secret::new(self.bytes().ok_or(NotKept::Blocked)?));
        let random = self.bytes().ok_or(NotKept::Blocked)?;
        let lock = Lock::new(&key, passphrase, &random, self.cost).filter(|_| is_free);
        let mut lock = lock.ok_or(NotKept::Blocked)?;
        self.keys.insert(0, key);
        let moved = self.write_lock(lock.clone()).and_then(|()| self.move_all(true, now));
        lock.epoch += 1;
        lock.state = if moved.is_ok() { State::On } else { State::Off };
        lock.off = moved.is_err().then_some(now.date);
        let _ = self.write_lock(lock);
        if moved.is_err() {
            self.keys.clear();
        }
        self.look(record, now);
        moved
    }

    /// Takes the lock off: everything is plain afterwards. All of it, or nothing changes.
    ///
    /// # Errors
    /// Where there is no room for all of it twice, or the lock is not open.
    pub fn take_lock_off(&mut self, record: &mut Record, now: &LocalTime) -> Done<()> {
        let lock = self.lock_there().ok().flatten().filter(|lock| self.has_key_of(lock));
        let mut lock = lock.ok_or(NotKept::Blocked)?;
        lock.state = State::GoingOff;
        lock.epoch += 1;
        let moved = self.write_lock(lock.clone()).and_then(|()| self.move_all(false, now));
        lock.epoch += 1;
        lock.state = if moved.is_ok() { State::Off } else { State::On };
        lock.off = moved.is_ok().then_some(now.date);
        let _ = self.write_lock(lock);
        self.look(record, now);
        moved
    }

    /// Gives the lock another passphrase; the old one must open it.
    ///
    /// # Errors
    /// Why not; the old passphrase stays then.
    pub fn change_passphrase(&mut self, old: &str, new: &str) -> Result<(), Shut> {
        let lock = self.lock_there()?.ok_or(Shut::Damaged)?;
        let key = lock.open(old)?;
        let random = self.bytes().ok_or(Shut::Damaged)?;
        let lock = lock.with_passphrase(&key, new, &random, self.cost).ok_or(Shut::Damaged)?;
        self.write_lock(lock).map_err(|_| Shut::Damaged)
    }

    /// After how many minutes without activity it locks itself, from 1 to 60.
    pub fn lock_minutes(&self) -> Option<u64> {
        Some(self.lock.as_ref()?.minutes(self.keys.first()?))
    }

    /// Chooses after how many minutes without a sign of anyone it locks itself.
    ///
    /// # Errors
    /// Where it cannot be written; the earlier minutes stay then.
    pub fn set_lock_minutes(&mut self, minutes: u64) -> Done<()> {
        let mut lock = self.lock_there().ok().flatten().ok_or(NotKept::Blocked)?;
        let key = self.keys.first().filter(|key| lock.is_for(key)).ok_or(NotKept::Blocked)?;
        lock.choose_minutes(minutes, key);
        lock.epoch += 1;
        self.write_lock(lock)
    }

    /// Finds out which state the lock is in, and adopts it.
    pub(super) fn find_lock(&mut self, record: &mut Record, now: &LocalTime) {
        if self.opened != Way::Open {
            return;
        }
        let there = self.lock_there();
        self.is_unreadable = there.is_err();
        match there {
            Ok(Some(lock)) if self.has_key_of(&lock) => {
                self.lock = Some(lock).filter(|lock| lock.state != State::Off);
            }
            // Words that are only here stay; there is no key to close them with.
            Ok(Some(_)) | Err(_) if self.keys.is_empty() && self.lock.is_none() && self.has_unkept() => {}
            Ok(Some(lock)) if lock.state != State::Off => {
                self.leave_copy();
                self.shut(record);
                self.lock = Some(lock);
                self.forget_all(record);
            }
            // It was cleared. What is written next puts it back, and what is closed needs it.
            Ok(None) if !self.keys.is_empty() => {
                if let Some(lock) = self.lock.clone().filter(|_| self.has_closed()) {
                    let _ = self.write_lock(lock);
                }
            }
            Ok(_) => self.lock = None,
            Err(_) => {
                self.shut(record);
                self.forget_all(record);
            }
        }
        self.end_off_locks(now);
    }

    /// Another lock is on: what was closed with this one needs its copy.
    fn leave_copy(&mut self) {
        if let Some(lock) = self.lock.as_ref().filter(|lock| self.has_key_of(lock)) {
            let name = lock.copy_name();
            if !self.is_whole(&name) {
                let text = lock.write();
                let _ = self.shelf.set(&name, &text);
            }
        }
    }

    /// Drops keys of locks that are off, once nothing is closed with them any more.
    pub(super) fn drop_keys(&mut self) {
        if self.lock.is_none() && self.opened == Way::Open {
            self.keys.clear();
        }
    }

    /// The lock in storage, or its copy where the lock itself is gone or older.
    pub(super) fn lock_there(&self) -> Result<Option<Lock>, Shut> {
        let main = self.read_lock(LOCK);
        let copy = |lock: &Lock| self.read_lock(&lock.copy_name()).ok().flatten();
        match main {
            Ok(Some(lock)) => {
                let newer = copy(&lock).filter(|copy| copy.epoch > lock.epoch);
                Ok(newer.or(Some(lock)))
            }
            Err(Shut::Newer) => Err(Shut::Newer),
            bad => {
                let mine = |lock: &Lock| self.keys.first().is_some_and(|key| lock.is_for(key));
                let mut best: Option<Lock> = None;
                for lock in self.lock_copies() {
                    let counts = lock.state != State::Off || mine(&lock);
                    if counts && best.as_ref().is_none_or(|best| lock.epoch > best.epoch) {
                        best = Some(lock);
                    }
                }
                // The remains of a lock that was never complete shut nothing; one that this page
                // has is put back.
                let is_needed = self.keys.is_empty() && self.has_closed();
                best.map_or(if is_needed { bad } else { Ok(None) }, |best| Ok(Some(best)))
            }
        }
    }

    /// Whether there is a readable lock under a name.
    pub(super) fn is_whole(&self, name: &str) -> bool {
        matches!(self.read_lock(name), Ok(Some(_)))
    }

    /// Whether anything in storage is closed.
    pub(super) fn has_closed(&self) -> bool {
        let names = self.shelf.names().unwrap_or_default();
        names.iter().any(|name| name.starts_with(CLOSED))
    }

    fn lock_copies(&self) -> Vec<Lock> {
        let names = self.shelf.names().unwrap_or_default().into_iter();
        let copies = names.filter(|name| name.starts_with(Lock::COPY));
        copies.filter_map(|name| self.read_lock(&name).ok().flatten()).collect()
    }

    fn read_lock(&self, name: &str) -> Result<Option<Lock>, Shut> {
        let Ok(Some(text)) = self.shelf.get(name) else {
            return Ok(None);
        };
        Lock::read(&text).map(Some).map_err(|why| match why {
            Unreadable::Newer => Shut::Newer,
            Unreadable::Foreign => Shut::Damaged,
        })
    }

    /// Writes the lock and its copy, first the one that cannot be read, so that one of
    /// them is complete whenever this ends. A lock that is off has only the copy.
    pub(super) fn write_lock(&mut self, lock: Lock) -> Done<()> {
        let text = lock.write();
        if lock.state != State::Off && !self.is_whole(LOCK) {
            self.shelf.set(LOCK, &text)?;
        }
        self.shelf.set(&lock.copy_name(), &text)?;
        if lock.state == State::Off {
            self.shelf.remove(LOCK)?;
            self.lock = None;
            return Ok(());
        }
        self.shelf.set(LOCK, &text)?;
        self.lock = Some(lock);
        Ok(())
    }

    fn end_off_locks(&mut self, now: &LocalTime) {
        let is_over = |lock: &Lock| {
            let since = lock.off.map_or(0, |off| now.date.day_number().saturating_sub(off.day_number()));
            lock.state == State::Off && since >= OFF_DAYS
        };
        for lock in self.lock_copies().into_iter().filter(is_over) {
            if !self.has_closed() {
                let _ = self.shelf.remove(&lock.copy_name());
            }
        }
    }

    pub(super) fn has_key_of(&self, lock: &Lock) -> bool {
        self.keys.first().is_some_and(|key| lock.is_for(key))
    }

    fn open_others(&mut self, passphrase: &str) {
        for lock in self.lock_copies() {
            if self.keys.iter().all(|key| !lock.is_for(key)) {
                self.keys.extend(lock.open(passphrase).ok());
            }
        }
    }

    /// Opens versions that were held closed, and tries to keep them again.
    fn take_up(&mut self, record: &mut Record, now: &LocalTime) {
        let mut opened: Vec<Text> = Vec::new();
        for (stands, text) in std::mem::take(&mut self.shut) {
            match self.keys.iter().find_map(|key| key.open(&stands, &text)) {
                Some(text) => opened.push(text),
                None => self.shut.push((stands, text)),
            }
        }
        for (name, text) in opened {
            let (thing, id) = split(&name);
            if let (Some(key), Some(id), Ok(form)) = (thing_of(&name), id, fields_of(&text)) {
                let at = self.thing(thing, &key);
                let lost = Some(Lost::NotKept(NotKept::Full));
                let version = Version { id, form, lost, stands: Vec::new() };
                if self.things[at].versions.iter().all(|known| known.id != version.id) {
                    self.things[at].versions.push(version);
                }
                self.settle(at, record);
            }
        }
        self.keep_again(record, now);
    }

    /// Forgets everything but the settings, without removing anything from storage.
    /// From now on this page signs with another name, since it no longer knows what it
    /// wrote before.
    pub(super) fn forget_all(&mut self, record: &mut Record) {
        for thing in &self.things {
            record.drop_key(&thing.key);
        }
        self.things.clear();
        self.places.clear();
        self.undo.clear();
        self.writer = self.letters();
    }
}
