//! This browser's local storage, and nothing in it but our own keys.
//!
//! What it promises:
//! - a read or a write that fails is said, never passed over;
//! - a text is only written over when it is the one last seen here; what
//!   another tab wrote meanwhile is set aside first;
//! - keys of other apps on the same host are neither read nor touched.

use super::window;
use crate::record::LocalTime;
use crate::record::key::{ASIDE, OURS};
use leptos::prelude::*;
use serde_json::{Map, Value};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DomException, StorageEvent};

/// Why something is not kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotKept {
    /// There is no more room.
    Full,
    /// The browser does not allow it.
    Blocked,
}

/// What a write that worked had to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Written {
    /// Just write.
    Plainly,
    /// Set aside what another tab had written there meanwhile.
    OtherSetAside,
}

/// Local storage, or nothing where the browser blocks it.
pub struct Storage {
    place: Option<web_sys::Storage>,
    /// The text last seen under each key. A map of JSON values, because the
    /// record needs that kind anyway, and another brings code of its own.
    seen: Map<String, Value>,
}

impl Storage {
    /// Opens local storage. Reading `window.localStorage` throws where
    /// cookies are blocked, and can be null.
    pub fn open() -> Self {
        let place = window().local_storage().ok().flatten();
        let place = place.filter(|place| place.length().is_ok());
        Self { place, seen: Map::new() }
    }

    /// Whether the browser blocks it.
    pub fn is_blocked(&self) -> bool {
        self.place.is_none()
    }

    /// Every text under a key of ours.
    pub fn load(&mut self) -> Vec<(String, String)> {
        let texts = self.texts(OURS);
        for (name, text) in &texts {
            self.see(name, text);
        }
        texts
    }

    /// Every text that was set aside, with its key.
    pub fn asides(&self) -> Vec<(String, String)> {
        self.texts(ASIDE)
    }

    fn texts(&self, begin: &str) -> Vec<(String, String)> {
        let Some(place) = &self.place else {
            return Vec::new();
        };
        let names = (0..place.length().unwrap_or(0)).filter_map(|at| place.key(at).ok().flatten());
        let names: Vec<String> = names.filter(|name| name.starts_with(begin)).collect();
        let read = |name: String| place.get_item(&name).ok().flatten().map(|text| (name, text));
        names.into_iter().filter_map(read).collect()
    }

    /// Writes a text under a key, or takes the key away where there is none.
    pub fn keep(&mut self, name: &str, text: Option<&str>, now: &LocalTime) -> Result<Written, NotKept> {
        let place = self.place.as_ref().ok_or(NotKept::Blocked)?;
        let there = place.get_item(name).map_err(|error| why(&error))?;
        let mut written = Written::Plainly;
        if there.is_some()
            && there.as_deref() != text
            && there.as_deref() != self.seen.get(name).and_then(Value::as_str)
        {
            write(place, &aside_name(place, name, now), there.as_deref().unwrap_or_default())?;
            written = Written::OtherSetAside;
        }
        match text {
            Some(text) => {
                write(place, name, text)?;
                self.see(name, text);
            }
            None => {
                place.remove_item(name).map_err(|error| why(&error))?;
                self.seen.remove(name);
            }
        }
        Ok(written)
    }

    /// Moves a text to a key of its own among those set aside. Where that
    /// fails it stays where it is.
    pub fn set_aside(&mut self, name: &str, text: &str, now: &LocalTime) -> Result<(), NotKept> {
        let place = self.place.as_ref().ok_or(NotKept::Blocked)?;
        write(place, &aside_name(place, name, now), text)?;
        place.remove_item(name).map_err(|error| why(&error))?;
        self.seen.remove(name);
        Ok(())
    }

    /// Everything of ours, as it is kept.
    pub fn all(&self) -> Vec<(String, String)> {
        self.texts(OURS)
    }

    /// Whether something stands under a key.
    pub fn has(&self, name: &str) -> bool {
        let place = self.place.as_ref();
        place.is_some_and(|place| matches!(place.get_item(name), Ok(Some(_))))
    }

    /// Writes texts under keys where nothing is, and sets the others aside: all
    /// of them or none. Returns each with the name it stands under.
    pub fn restore(
        &mut self,
        new: &[(String, String)],
        different: &[(String, String)],
        now: &LocalTime,
    ) -> Result<Vec<(String, String)>, NotKept> {
        let place = self.place.as_ref().ok_or(NotKept::Blocked)?;
        let mut written: Vec<(String, String)> = Vec::new();
        let beside = different.iter().map(|text| (text, true));
        for ((name, text), is_aside) in new.iter().map(|text| (text, false)).chain(beside) {
            let put = || {
                // Another tab may have written there since it was looked at.
                let there = place.get_item(name).map_err(|error| why(&error))?;
                if there.as_ref() == Some(text) {
                    return Ok(None);
                }
                let is_aside = is_aside || there.is_some();
                let name = if is_aside { aside_name(place, name, now) } else { name.clone() };
                write(place, &name, text).map(|()| Some(name))
            };
            match put() {
                Ok(name) => written.extend(name.map(|name| (name, text.clone()))),
                Err(why) => {
                    for (name, _) in &written {
                        let _ = place.remove_item(name);
                    }
                    return Err(why);
                }
            }
        }
        Ok(written)
    }

    /// Takes texts away, as far as they are still as they are given here.
    /// Returns the names that are gone.
    pub fn remove(&mut self, texts: &[(String, String)]) -> Vec<String> {
        let mut gone = Vec::new();
        for (name, text) in texts {
            let place = self.place.as_ref();
            let there = place.and_then(|place| place.get_item(name).ok().flatten());
            if there.as_ref() == Some(text) && place.is_some_and(|place| place.remove_item(name).is_ok()) {
                self.seen.remove(name);
                gone.push(name.clone());
            }
        }
        gone
    }

    /// Notes what another tab wrote under a key.
    pub fn note_other(&mut self, name: &str, text: Option<&str>) {
        match text {
            Some(text) => self.see(name, text),
            None => drop(self.seen.remove(name)),
        }
    }

    fn see(&mut self, name: &str, text: &str) {
        self.seen.insert(name.to_owned(), Value::String(text.to_owned()));
    }
}

/// Calls back with each key of ours that another tab wrote, and its text.
pub fn watch_other_tabs(found: impl Fn(&str, Option<&str>) + 'static) {
    window_event_listener_untyped("storage", move |event| {
        let Ok(event) = event.dyn_into::<StorageEvent>() else {
            return;
        };
        if let Some(name) = event.key().filter(|name| name.starts_with(OURS)) {
            found(&name, event.new_value().as_deref());
        }
    });
}

fn write(place: &web_sys::Storage, name: &str, text: &str) -> Result<(), NotKept> {
    place.set_item(name, text).map_err(|error| why(&error))
}

fn why(error: &JsValue) -> NotKept {
    let name = error.dyn_ref::<DomException>().map(DomException::name);
    match name.as_deref() {
        Some("QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED") => NotKept::Full,
        _ => NotKept::Blocked,
    }
}

/// A key that is not taken: `waymark.aside.<time>.<n>.<key>`.
fn aside_name(place: &web_sys::Storage, name: &str, now: &LocalTime) -> String {
    let names = (0..u32::MAX).map(|n| format!("{ASIDE}{now}.{n}.{name}"));
    let mut free = names.filter(|name| matches!(place.get_item(name), Ok(None) | Err(_)));
    free.next().unwrap_or_default()
}
