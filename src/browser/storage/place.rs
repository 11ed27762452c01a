//! Where texts are put: this browser, this browser behind a lock, or this page.

use super::{NotKept, Text};
use crate::browser::{random, window};
use crate::keep::lock::{CLOSED, DataKey, Lock};
use crate::record::Key;
use crate::record::key::{LOCK, OURS};
use serde_json::{Map, Value};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::DomException;

/// A place for texts under names.
pub(super) enum Place {
    /// The browser allows none.
    Blocked,
    /// This browser's local storage.
    Open(web_sys::Storage),
    /// The same with a lock on it that is not opened: the settings alone, which
    /// say nothing about anyone, can be read and written. Texts that could not be
    /// kept before are held here, closed, by the names they would stand under.
    Locked(web_sys::Storage, Vec<Text>),
    /// The same, opened, with the text of the lock. The key is gone when this is.
    Unlocked(web_sys::Storage, DataKey, String),
    /// This page, until it is closed. A map of JSON values, because the record
    /// needs that kind anyway, and another brings code of its own.
    Page(Map<String, Value>),
}

impl Place {
    /// This browser's local storage. Reading `window.localStorage` throws where
    /// cookies are blocked, and can be null.
    pub fn of_browser() -> Self {
        let storage = window().local_storage().ok().flatten();
        match storage.filter(|storage| storage.length().is_ok()) {
            None => Self::Blocked,
            Some(storage) => match storage.get_item(LOCK) {
                Ok(Some(_)) => Self::Locked(storage, Vec::new()),
                Ok(None) => Self::Open(storage),
                Err(_) => Self::Blocked,
            },
        }
    }

    /// Local storage itself, where it is used.
    pub fn storage(&self) -> Option<&web_sys::Storage> {
        match self {
            Self::Blocked | Self::Page(_) => None,
            Self::Open(storage) | Self::Locked(storage, _) | Self::Unlocked(storage, ..) => Some(storage),
        }
    }

    /// Every text of ours with its name, but for the lock.
    pub fn texts(&self) -> Vec<Text> {
        if let Self::Page(texts) = self {
            let text = |(name, text): (&String, &Value)| Some((name.clone(), text.as_str()?.to_owned()));
            return texts.iter().filter_map(text).collect();
        }
        let texts = self.storage().map(stored).unwrap_or_default().into_iter();
        let texts = texts.filter(|(name, _)| name != LOCK);
        match self {
            Self::Unlocked(_, key, _) => {
                // Of a plain and a closed text the closed one comes last, and holds.
                let (closed, mut all): (Vec<Text>, Vec<Text>) =
                    texts.partition(|(name, _)| name.starts_with(CLOSED));
                all.extend(closed.into_iter().map(|text| opened(key, text)));
                all
            }
            Self::Locked(..) => texts.filter(|(name, _)| is_plain(name)).collect(),
            _ => texts.collect(),
        }
    }

    pub fn get(&self, name: &str) -> Result<Option<String>, NotKept> {
        match self {
            Self::Page(texts) => Ok(texts.get(name).and_then(Value::as_str).map(str::to_owned)),
            Self::Open(storage) => get(storage, name),
            Self::Locked(storage, _) | Self::Unlocked(storage, ..) if is_plain(name) => get(storage, name),
            Self::Unlocked(storage, key, _) => {
                let stands = key.name(name);
                match get(storage, &stands)? {
                    // What does not open is there all the same.
                    Some(closed) => Ok(Some(key.open(&stands, &closed).map_or(closed, |(_, text)| text))),
                    None => get(storage, name),
                }
            }
            Self::Blocked | Self::Locked(..) => Err(NotKept::Blocked),
        }
    }

    /// A text that was left plain under a name that a lock should close.
    pub fn left_plain(&self, name: &str) -> Result<Option<String>, NotKept> {
        match self {
            Self::Unlocked(storage, ..) if !is_plain(name) => get(storage, name),
            _ => Ok(None),
        }
    }

    pub fn set(&mut self, name: &str, text: &str) -> Result<(), NotKept> {
        match self {
            Self::Page(texts) => {
                texts.insert(name.to_owned(), text.into());
                Ok(())
            }
            Self::Open(storage) => set(storage, name, text),
            Self::Locked(storage, _) | Self::Unlocked(storage, ..) if is_plain(name) => {
                set(storage, name, text)
            }
            Self::Unlocked(storage, key, lock) => {
                if !is_still_on(storage, key, lock)? {
                    // Taken off by another tab, or going: what is closed now nobody would open again.
                    return set(storage, name, text);
                }
                let nonce = random::secret().ok_or(NotKept::Blocked)?;
                set(storage, &key.name(name), &key.close(name, text, &nonce))?;
                remove(storage, name)
            }
            Self::Blocked | Self::Locked(..) => Err(NotKept::Blocked),
        }
    }

    pub fn remove(&mut self, name: &str) -> Result<(), NotKept> {
        match self {
            Self::Page(texts) => {
                texts.remove(name);
                Ok(())
            }
            Self::Unlocked(storage, key, _) if !is_plain(name) => {
                remove(storage, &key.name(name))?;
                remove(storage, name)
            }
            Self::Open(storage) | Self::Unlocked(storage, ..) => remove(storage, name),
            Self::Locked(storage, _) if is_plain(name) => remove(storage, name),
            Self::Blocked | Self::Locked(..) => Err(NotKept::Blocked),
        }
    }

    /// What another tab wrote, by its own name. Of a closed text that was taken
    /// away only the name it stood under is known: it is sought in `seen`.
    pub fn read_other(
        &self,
        name: &str,
        text: Option<&str>,
        seen: &Map<String, Value>,
    ) -> Option<(String, Option<String>)> {
        let has_lock = |storage: &web_sys::Storage| !matches!(storage.get_item(LOCK), Ok(None));
        let is_on = |storage: &web_sys::Storage| {
            let lock = storage.get_item(LOCK).ok().flatten();
            lock.is_some_and(|lock| Lock::read(&lock).is_ok_and(|lock| !lock.is_going))
        };
        match (self, text) {
            (Self::Page(_), _) => None,
            (Self::Unlocked(_, key, _), Some(closed)) if name.starts_with(CLOSED) => {
                key.open(name, closed).map(|(name, text)| (name, Some(text)))
            }
            // When a lock goes, its closed texts do: they stand plain then.
            (Self::Unlocked(storage, ..), None) if name.starts_with(CLOSED) && !is_on(storage) => None,
            (Self::Unlocked(_, key, _), None) if name.starts_with(CLOSED) => {
                let known = seen.keys().find(|known| key.name(known) == name);
                known.map(|known| (known.clone(), None))
            }
            // A plain text that goes away was closed, here or in another tab.
            (Self::Locked(..), _) | (Self::Unlocked(..), None) if !is_plain(name) => None,
            (Self::Open(storage), None) if has_lock(storage) && !is_plain(name) => None,
            _ => Some((name.to_owned(), text.map(str::to_owned))),
        }
    }
}

/// Whether a lock is on, as it has to be before something is closed with its key:
/// without it nobody could open that again. One that was cleared is put back; one that
/// another tab is taking off, or took off, is left to go. Where there is a lock with
/// another key, nothing may be written.
fn is_still_on(storage: &web_sys::Storage, key: &DataKey, lock: &mut String) -> Result<bool, NotKept> {
    let Some(there) = get(storage, LOCK)? else {
        if is_taken_off(storage) {
            return Ok(false);
        }
        return set(storage, LOCK, lock).map(|()| true);
    };
    let found = Lock::read(&there).ok().filter(|lock| lock.is_for(key)).ok_or(NotKept::Blocked)?;
    if !found.is_going {
        *lock = there;
    }
    Ok(!found.is_going)
}

/// Whether the lock that is not there was taken off, and not cleared by another app:
/// whoever takes it off leaves every text plain, and none closed.
fn is_taken_off(storage: &web_sys::Storage) -> bool {
    let mut texts = stored(storage).into_iter().filter(|(name, _)| !is_plain(name)).peekable();
    texts.peek().is_some() && texts.all(|(name, _)| !name.starts_with(CLOSED))
}

/// Whether a name stays as it is also behind a lock. The settings are read
/// before anything else is, by a page that cannot ask for a passphrase.
pub(super) fn is_plain(name: &str) -> bool {
    name == Key::Settings.to_string()
}

/// Every text of ours as it is stored.
pub(super) fn stored(storage: &web_sys::Storage) -> Vec<Text> {
    let names = (0..storage.length().unwrap_or(0)).filter_map(|at| storage.key(at).ok().flatten());
    let names: Vec<String> = names.filter(|name| name.starts_with(OURS)).collect();
    let read = |name: String| storage.get_item(&name).ok().flatten().map(|text| (name, text));
    names.into_iter().filter_map(read).collect()
}

fn opened(key: &DataKey, (name, text): Text) -> Text {
    let found = name.starts_with(CLOSED).then(|| key.open(&name, &text)).flatten();
    found.unwrap_or((name, text))
}

pub(super) fn get(storage: &web_sys::Storage, name: &str) -> Result<Option<String>, NotKept> {
    storage.get_item(name).map_err(|error| why(&error))
}

pub(super) fn set(storage: &web_sys::Storage, name: &str, text: &str) -> Result<(), NotKept> {
    storage.set_item(name, text).map_err(|error| why(&error))
}

pub(super) fn remove(storage: &web_sys::Storage, name: &str) -> Result<(), NotKept> {
    storage.remove_item(name).map_err(|error| why(&error))
}

fn why(error: &JsValue) -> NotKept {
    let name = error.dyn_ref::<DomException>().map(DomException::name);
    match name.as_deref() {
        Some("QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED") => NotKept::Full,
        _ => NotKept::Blocked,
    }
}
