//! Where texts are put: this browser, this browser behind a lock, or this page.

use super::{NotKept, Text};
use crate::browser::{random, window};
use crate::record::Key;
use crate::record::key::OURS;
use crate::record::lock::{CLOSED, DataKey, LOCK};
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
    /// say nothing about anyone, can be read and written.
    Locked(web_sys::Storage),
    /// The same, opened. The key is gone when this is.
    Unlocked(web_sys::Storage, DataKey),
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
                Ok(Some(_)) => Self::Locked(storage),
                _ => Self::Open(storage),
            },
        }
    }

    /// Local storage itself, where it is used.
    pub fn storage(&self) -> Option<&web_sys::Storage> {
        match self {
            Self::Blocked | Self::Page(_) => None,
            Self::Open(storage) | Self::Locked(storage) | Self::Unlocked(storage, _) => Some(storage),
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
            Self::Unlocked(_, key) => texts.map(|text| opened(key, text)).collect(),
            Self::Locked(_) => texts.filter(|(name, _)| is_plain(name)).collect(),
            _ => texts.collect(),
        }
    }

    pub fn get(&self, name: &str) -> Result<Option<String>, NotKept> {
        match self {
            Self::Page(texts) => Ok(texts.get(name).and_then(Value::as_str).map(str::to_owned)),
            Self::Open(storage) => get(storage, name),
            Self::Locked(storage) if is_plain(name) => get(storage, name),
            Self::Unlocked(storage, _) if is_plain(name) => get(storage, name),
            Self::Unlocked(storage, key) => {
                let stands = key.name(name);
                match get(storage, &stands)? {
                    // What does not open is there all the same.
                    Some(closed) => Ok(Some(key.open(&stands, &closed).map_or(closed, |(_, text)| text))),
                    None => get(storage, name),
                }
            }
            Self::Blocked | Self::Locked(_) => Err(NotKept::Blocked),
        }
    }

    pub fn set(&mut self, name: &str, text: &str) -> Result<(), NotKept> {
        match self {
            Self::Page(texts) => {
                texts.insert(name.to_owned(), text.into());
                Ok(())
            }
            Self::Open(storage) => set(storage, name, text),
            Self::Locked(storage) | Self::Unlocked(storage, _) if is_plain(name) => set(storage, name, text),
            Self::Unlocked(storage, key) => {
                let nonce = random::secret().ok_or(NotKept::Blocked)?;
                set(storage, &key.name(name), &key.close(name, text, &nonce))?;
                remove(storage, name)
            }
            Self::Blocked | Self::Locked(_) => Err(NotKept::Blocked),
        }
    }

    pub fn remove(&mut self, name: &str) -> Result<(), NotKept> {
        match self {
            Self::Page(texts) => {
                texts.remove(name);
                Ok(())
            }
            Self::Unlocked(storage, key) if !is_plain(name) => {
                remove(storage, &key.name(name))?;
                remove(storage, name)
            }
            Self::Open(storage) | Self::Unlocked(storage, _) => remove(storage, name),
            Self::Locked(storage) if is_plain(name) => remove(storage, name),
            Self::Blocked | Self::Locked(_) => Err(NotKept::Blocked),
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
        match (self, text) {
            (Self::Page(_), _) => None,
            (Self::Unlocked(_, key), Some(closed)) if name.starts_with(CLOSED) => {
                key.open(name, closed).map(|(name, text)| (name, Some(text)))
            }
            (Self::Unlocked(_, key), None) if name.starts_with(CLOSED) => {
                let known = seen.keys().find(|known| key.name(known) == name);
                known.map(|known| (known.clone(), None))
            }
            // A plain text that goes away was closed, here or in another tab.
            (Self::Locked(_), _) | (Self::Unlocked(..), None) if !is_plain(name) => None,
            _ => Some((name.to_owned(), text.map(str::to_owned))),
        }
    }
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
