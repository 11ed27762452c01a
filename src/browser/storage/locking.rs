//! Puts a lock on what is kept, opens it, and takes it off.
//!
//! A page can end at any moment, and storage can be full. So the lock is the
//! first to be written and the last to be taken away, nothing plain goes before
//! its closed text is there, and the other way round: what a page that ended
//! left half done is finished when the lock is opened the next time.

use super::place::{self, Place, stored};
use super::{NotKept, Storage, Text, Way};
use crate::browser::random;
use crate::record::lock::{CLOSED, DataKey, LOCK, Lock};
use crate::record::{LocalTime, Secret, Unreadable};

/// Why a lock did not open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shut {
    /// The passphrase is another one.
    Passphrase,
    /// A newer Waymark made the lock.
    Newer,
    /// The lock itself is damaged.
    Damaged,
}

impl Storage {
    /// The lock, where there is one that can be read.
    pub fn lock(&self) -> Option<Lock> {
        self.read_lock().ok()
    }

    fn read_lock(&self) -> Result<Lock, Shut> {
        let text = self.place.storage().and_then(|storage| storage.get_item(LOCK).ok().flatten());
        Lock::read(&text.unwrap_or_default()).map_err(|why| match why {
            Unreadable::Newer => Shut::Newer,
            Unreadable::Foreign => Shut::Damaged,
        })
    }

    /// Opens the lock, and closes what was left plain.
    pub fn unlock(&mut self, passphrase: &str, now: &LocalTime) -> Result<(), Shut> {
        let key = self.read_lock()?.open(&same_letters(passphrase)).ok_or(Shut::Passphrase)?;
        let storage = self.place.storage().cloned().ok_or(Shut::Damaged)?;
        let stored = stored(&storage);
        self.place = Place::Unlocked(storage, key);
        for (name, text) in stored {
            if name != LOCK && !name.starts_with(CLOSED) {
                // What cannot be closed now stays as it is, and can be read.
                let _ = self.close_plain(&name, &text, now);
            }
        }
        Ok(())
    }

    fn close_plain(&mut self, name: &str, text: &str, now: &LocalTime) -> Result<(), NotKept> {
        let Place::Unlocked(storage, key) = &self.place else {
            return Ok(());
        };
        let stands = key.name(name);
        let closed = place::get(storage, &stands)?.and_then(|closed| key.open(&stands, &closed));
        match closed {
            Some((_, closed)) if closed == text => self.forget_plain(name),
            Some(_) => {
                let aside = self.aside_name(name, now);
                self.place.set(&aside, text)?;
                self.forget_plain(name)
            }
            None => self.place.set(name, text),
        }
    }

    /// Takes a plain text away whose closed one is there.
    fn forget_plain(&self, name: &str) -> Result<(), NotKept> {
        match &self.place {
            Place::Unlocked(storage, key) if key.name(name) != name => place::remove(storage, name),
            _ => Ok(()),
        }
    }

    /// Gives up the key: what is kept cannot be read until the lock is opened.
    pub fn shut(&mut self) {
        if let (Way::Unlocked, Some(storage)) = (self.way(), self.place.storage()) {
            self.place = Place::Locked(storage.clone());
            self.seen.clear();
        }
    }

    /// Puts a lock on everything that is kept. All of it, or nothing changes.
    pub fn put_lock(&mut self, passphrase: &str) -> Result<(), NotKept> {
        let (Place::Open(storage), Some(bytes)) = (&self.place, random::secret()) else {
            return Err(NotKept::Blocked);
        };
        let storage = storage.clone();
        let key = DataKey::new(Secret::new(bytes));
        let lock = Lock::new(&key, &same_letters(passphrase), &random::secret().ok_or(NotKept::Blocked)?);
        let plain: Vec<Text> =
            self.place.texts().into_iter().filter(|(name, _)| !place::is_plain(name)).collect();
        place::set(&storage, LOCK, &lock.write())?;
        let mut closed = Vec::new();
        for (name, text) in &plain {
            let nonce = random::secret().ok_or(NotKept::Blocked);
            let stands = key.name(name);
            let set = nonce.and_then(|nonce| place::set(&storage, &stands, &key.close(name, text, &nonce)));
            closed.push(stands);
            if let Err(why) = set {
                for name in closed.iter().map(String::as_str).chain([LOCK]) {
                    let _ = place::remove(&storage, name);
                }
                return Err(why);
            }
        }
        for (name, _) in &plain {
            let _ = place::remove(&storage, name);
        }
        self.place = Place::Unlocked(storage, key);
        Ok(())
    }

    /// Gives the lock another passphrase; the old one must open it.
    pub fn change_passphrase(&mut self, old: &str, new: &str) -> Result<(), Shut> {
        let lock = self.read_lock()?;
        let key = lock.open(&same_letters(old)).ok_or(Shut::Passphrase)?;
        let bytes = random::secret().ok_or(Shut::Damaged)?;
        self.write_lock(&lock.with_passphrase(&key, &same_letters(new), &bytes)).map_err(|_| Shut::Damaged)
    }

    /// Chooses after how many minutes it locks itself.
    pub fn set_lock_minutes(&mut self, minutes: u64) -> Result<(), NotKept> {
        let mut lock = self.lock().ok_or(NotKept::Blocked)?;
        lock.minutes = minutes;
        self.write_lock(&lock)
    }

    fn write_lock(&self, lock: &Lock) -> Result<(), NotKept> {
        let storage = self.place.storage().ok_or(NotKept::Blocked)?;
        place::set(storage, LOCK, &lock.write())
    }

    /// Takes the lock off an opened place: everything stands plain after that.
    /// All of it, or nothing changes.
    pub fn take_lock_off(&mut self) -> Result<(), NotKept> {
        let Place::Unlocked(storage, key) = &self.place else {
            return Err(NotKept::Blocked);
        };
        let closed: Vec<(String, Text)> = stored(storage)
            .into_iter()
            .filter_map(|(stands, text)| key.open(&stands, &text).map(|text| (stands, text)))
            .collect();
        for (at, (_, (name, text))) in closed.iter().enumerate() {
            if let Err(why) = place::set(storage, name, text) {
                for (_, (name, _)) in &closed[..=at] {
                    let _ = place::remove(storage, name);
                }
                return Err(why);
            }
        }
        for (stands, _) in &closed {
            let _ = place::remove(storage, stands);
        }
        let removed = place::remove(storage, LOCK);
        self.place = Place::Open(storage.clone());
        removed
    }
}

/// A passphrase in the one form Unicode has for letters that look the same:
/// another keyboard may write them otherwise (NIST SP 800-63B).
fn same_letters(passphrase: &str) -> String {
    js_sys::JsString::from(passphrase).normalize("NFKC").into()
}
