//! Puts a lock on what is kept, opens it, and takes it off.
//!
//! A page can end at any moment, storage can be full, and another tab can write
//! in between. So the lock is the first to be written and the last to be taken
//! away; nothing plain goes before its closed text is there, and the other way
//! round; and each text is looked at once more before it goes. What a page that
//! ended left half done is finished when the lock is opened the next time.

use super::place::{self, Place, get, remove, set, stored};
use super::{NotKept, Storage, Text};
use crate::browser::random;
use crate::keep::lock::{CLOSED, DataKey, Lock, Shut};
use crate::record::key::LOCK;
use crate::record::{LocalTime, Secret, Unreadable};

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

    /// Whether a passphrase opens the lock.
    pub fn opens_with(&self, passphrase: &str) -> Result<(), Shut> {
        self.read_lock()?.open(&same_letters(passphrase)).map(drop)
    }

    /// Opens the lock, and closes what was left plain. Returns the texts that
    /// [`Storage::shut`] could only hold in the page.
    pub fn unlock(&mut self, passphrase: &str, now: &LocalTime) -> Result<Vec<Text>, Shut> {
        let mut lock = self.read_lock()?;
        let key = lock.open(&same_letters(passphrase))?;
        let Place::Locked(storage, held) = &self.place else {
            return Err(Shut::Damaged);
        };
        // A page that ended while it took the lock off: it is on again.
        lock.is_going = false;
        let _ = set(storage, LOCK, &lock.write());
        let held = held.iter().filter_map(|(stands, text)| key.open(stands, text)).collect();
        let (storage, stored) = (storage.clone(), stored(storage));
        self.place = Place::Unlocked(storage, key, lock.write());
        for (name, text) in stored {
            // What cannot be closed now stays as it is, and can be read.
            let _ = self.close_plain(&name, &text, now);
        }
        Ok(held)
    }

    /// Closes a text that was left plain under a lock. What stands closed
    /// already stays, and the plain one is set aside beside it.
    pub fn close_plain(&mut self, name: &str, text: &str, now: &LocalTime) -> Result<(), NotKept> {
        let Place::Unlocked(storage, key, _) = &self.place else {
            return Ok(());
        };
        if name == LOCK || name.starts_with(CLOSED) || place::is_plain(name) {
            return Ok(());
        }
        let found = get(storage, LOCK)?.and_then(|lock| Lock::read(&lock).ok());
        if found.is_none_or(|lock| lock.is_going) {
            // Another tab is taking the lock off: the plain text is the one to stay.
            return Ok(());
        }
        let stands = key.name(name);
        match get(storage, &stands)? {
            None => return self.place.set(name, text),
            Some(closed) if key.open(&stands, &closed).is_some_and(|(_, closed)| closed == text) => {}
            Some(_) => {
                let aside = self.aside_name(name, now);
                self.place.set(&aside, text)?;
            }
        }
        self.place.storage().map_or(Ok(()), |storage| remove(storage, name))
    }

    /// Gives up the key: what is kept cannot be read until the lock is opened.
    /// Texts that could not be kept are closed and held in the page until then.
    pub fn shut(&mut self, unkept: &[Text]) {
        let Place::Unlocked(storage, key, _) = &self.place else {
            return;
        };
        let close = |(name, text): &Text| Some((key.name(name), key.close(name, text, &random::secret()?)));
        let held = unkept.iter().filter_map(close).collect();
        self.place = Place::Locked(storage.clone(), held);
        self.seen.clear();
    }

    /// Puts a lock on everything that is kept. All of it, or nothing changes.
    /// Whether nothing is left plain that should not be.
    pub fn put_lock(&mut self, passphrase: &str) -> Result<bool, NotKept> {
        let (Place::Open(storage), Some(bytes)) = (&self.place, random::secret()) else {
            return Err(NotKept::Blocked);
        };
        let storage = storage.clone();
        let key = DataKey::new(Secret::new(bytes));
        let random = random::secret().ok_or(NotKept::Blocked)?;
        let lock = Lock::new(&key, &same_letters(passphrase), &random).ok_or(NotKept::Blocked)?;
        // Another tab may have put one on meanwhile: its key must not be lost.
        if get(&storage, LOCK)?.is_some() {
            return Err(NotKept::Blocked);
        }
        let is_open = |(name, _): &Text| !place::is_plain(name) && !name.starts_with(CLOSED);
        let plain: Vec<Text> = self.place.texts().into_iter().filter(is_open).collect();
        set(&storage, LOCK, &lock.write())?;
        let mut closed = Vec::new();
        for (name, text) in &plain {
            let nonce = random::secret().ok_or(NotKept::Blocked);
            let stands = key.name(name);
            let closing = nonce.and_then(|nonce| set(&storage, &stands, &key.close(name, text, &nonce)));
            closed.push(stands);
            if let Err(why) = closing {
                for name in closed.iter().map(String::as_str).chain([LOCK]) {
                    let _ = remove(&storage, name);
                }
                return Err(why);
            }
        }
        self.place = Place::Unlocked(storage.clone(), key, lock.write());
        let mut is_clean = true;
        for (name, text) in &plain {
            let taken = match get(&storage, name) {
                Ok(Some(newer)) if newer != *text => self.place.set(name, &newer),
                _ => remove(&storage, name),
            };
            is_clean &= taken.is_ok();
        }
        Ok(is_clean)
    }

    /// Gives the lock another passphrase; the old one must open it.
    pub fn change_passphrase(&mut self, old: &str, new: &str) -> Result<(), Shut> {
        let lock = self.read_lock()?;
        let key = lock.open(&same_letters(old))?;
        let bytes = random::secret().ok_or(Shut::Damaged)?;
        let lock = lock.with_passphrase(&key, &same_letters(new), &bytes).ok_or(Shut::Damaged)?;
        self.write_lock(&lock).map_err(|_| Shut::Damaged)
    }

    /// Chooses after how many minutes it locks itself.
    pub fn set_lock_minutes(&mut self, minutes: u64) -> Result<(), NotKept> {
        let mut lock = self.lock().ok_or(NotKept::Blocked)?;
        lock.minutes = minutes;
        self.write_lock(&lock)
    }

    fn write_lock(&mut self, lock: &Lock) -> Result<(), NotKept> {
        let text = lock.write();
        let storage = self.place.storage().ok_or(NotKept::Blocked)?;
        set(storage, LOCK, &text)?;
        if let Place::Unlocked(_, _, held) = &mut self.place {
            *held = text;
        }
        Ok(())
    }

    /// Takes the lock off an opened place: everything stands plain after that.
    /// All of it, or nothing changes. Whether nothing of the lock is left.
    pub fn take_lock_off(&mut self, now: &LocalTime) -> Result<bool, NotKept> {
        let Place::Unlocked(storage, key, _) = &self.place else {
            return Err(NotKept::Blocked);
        };
        let mut lock = self.read_lock().map_err(|_| NotKept::Blocked)?;
        // Said before the first text moves: no other tab closes anything from now on.
        lock.is_going = true;
        set(storage, LOCK, &lock.write())?;
        let open = |(stands, text): Text| key.open(&stands, &text).map(|opened| (stands, text, opened));
        let closed: Vec<(String, String, Text)> = stored(storage).into_iter().filter_map(open).collect();
        let mut written: Vec<String> = Vec::new();
        for (_, _, (name, text)) in &closed {
            let put = || {
                let name = match get(storage, name)? {
                    Some(plain) if plain == *text => return Ok(None),
                    // Another tab wrote there before it knew of the lock.
                    Some(_) => self.aside_name(name, now),
                    None => name.clone(),
                };
                set(storage, &name, text).map(|()| Some(name))
            };
            match put() {
                Ok(name) => written.extend(name),
                Err(why) => {
                    for name in &written {
                        let _ = remove(storage, name);
                    }
                    lock.is_going = false;
                    let _ = set(storage, LOCK, &lock.write());
                    return Err(why);
                }
            }
        }
        let mut is_clean = true;
        for (stands, text, _) in &closed {
            // What another tab closed anew meanwhile is opened once more.
            let newer = get(storage, stands).ok().flatten().filter(|newer| newer != text);
            if let Some((name, text)) = newer.and_then(|newer| key.open(stands, &newer)) {
                is_clean &= set(storage, &name, &text).is_ok();
            }
            is_clean &= remove(storage, stands).is_ok();
        }
        is_clean &= remove(storage, LOCK).is_ok();
        self.place = Place::Open(storage.clone());
        Ok(is_clean)
    }
}

/// A passphrase in the one form Unicode has for letters that look the same:
/// another keyboard may write them otherwise (NIST SP 800-63B).
fn same_letters(passphrase: &str) -> String {
    js_sys::JsString::from(passphrase).normalize("NFKC").into()
}
