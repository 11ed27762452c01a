//! This browser's local storage, and nothing in it but our own keys.
//!
//! What it promises:
//! - a read or a write that fails is said, never passed over;
//! - a text is only written over when it is the one last seen here; what
//!   another tab wrote meanwhile is set aside first;
//! - keys of other apps on the same host are neither read nor touched.

mod locking;
mod place;

use crate::record::Key;
use crate::record::LocalTime;
use crate::record::backup::Text;
use crate::record::key::{ASIDE, OURS};
use leptos::prelude::*;
use place::Place;
use serde_json::{Map, Value};
use wasm_bindgen::JsCast;
use web_sys::StorageEvent;

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

/// Where texts are kept, and whether they can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Way {
    /// In this browser.
    #[default]
    Open,
    /// The browser does not allow it.
    Blocked,
    /// Behind a lock that is not opened.
    Locked,
    /// Behind a lock that is opened.
    Unlocked,
    /// In this page, until it is closed.
    Page,
}

/// What is kept, and what was last seen of it.
pub struct Storage {
    place: Place,
    /// The text last seen under each key.
    seen: Map<String, Value>,
}

impl Storage {
    /// Opens local storage.
    pub fn open() -> Self {
        Self { place: Place::of_browser(), seen: Map::new() }
    }

    /// A place in the page alone, with nothing in it.
    pub fn of_nothing() -> Self {
        Self { place: Place::Page(Map::new()), seen: Map::new() }
    }

    /// A place in the page alone, with nothing in it but how the learner likes
    /// to read.
    pub fn in_page(&self) -> Self {
        let name = Key::Settings.to_string();
        let settings = self.place.get(&name).ok().flatten();
        let texts = settings.map(|settings| (name, Value::String(settings)));
        Self { place: Place::Page(texts.into_iter().collect()), seen: Map::new() }
    }

    /// Where texts are kept, and whether they can be.
    pub fn way(&self) -> Way {
        match self.place {
            Place::Blocked => Way::Blocked,
            Place::Open(_) => Way::Open,
            Place::Locked(..) => Way::Locked,
            Place::Unlocked(..) => Way::Unlocked,
            Place::Page(_) => Way::Page,
        }
    }

    /// Every text under a key of ours.
    pub fn load(&mut self) -> Vec<Text> {
        let texts = self.all();
        for (name, text) in &texts {
            self.see(name, text);
        }
        texts
    }

    /// Every text that was set aside, with its key.
    pub fn asides(&self) -> Vec<Text> {
        self.all().into_iter().filter(|(name, _)| name.starts_with(ASIDE)).collect()
    }

    /// Writes a text under a key, or takes the key away where there is none.
    pub fn keep(&mut self, name: &str, text: Option<&str>, now: &LocalTime) -> Result<Written, NotKept> {
        let there = [self.place.left_plain(name)?, self.place.get(name)?];
        let mut written = Written::Plainly;
        for there in there.into_iter().flatten() {
            let seen = self.seen.get(name).and_then(Value::as_str);
            if Some(&there[..]) != text && Some(&there[..]) != seen {
                let aside = self.aside_name(name, now);
                self.place.set(&aside, &there)?;
                // Should writing fail now, it need not be set aside again.
                self.see(name, &there);
                written = Written::OtherSetAside;
            }
        }
        match text {
            Some(text) => {
                self.place.set(name, text)?;
                self.see(name, text);
            }
            None => {
                self.place.remove(name)?;
                self.seen.remove(name);
            }
        }
        Ok(written)
    }

    /// Moves a text to a key of its own among those set aside. Where that
    /// fails it stays where it is.
    pub fn set_aside(&mut self, name: &str, text: &str, now: &LocalTime) -> Result<(), NotKept> {
        let aside = self.aside_name(name, now);
        self.place.set(&aside, text)?;
        self.place.remove(name)?;
        self.seen.remove(name);
        Ok(())
    }

    /// Everything of ours, as it is kept.
    pub fn all(&self) -> Vec<Text> {
        self.place.texts()
    }

    /// Whether something stands under a key.
    pub fn has(&self, name: &str) -> bool {
        matches!(self.place.get(name), Ok(Some(_)))
    }

    /// The text that stands under a key.
    pub fn text(&self, name: &str) -> Option<String> {
        self.place.get(name).ok().flatten()
    }

    /// Writes texts under keys where nothing is, and sets the others aside: all
    /// of them or none. Returns each with the name it stands under.
    pub fn restore(
        &mut self,
        new: &[Text],
        different: &[Text],
        now: &LocalTime,
    ) -> Result<Vec<Text>, NotKept> {
        let mut written: Vec<Text> = Vec::new();
        let beside = different.iter().map(|text| (text, true));
        for ((name, text), is_aside) in new.iter().map(|text| (text, false)).chain(beside) {
            match self.put_beside(name, text, is_aside, now) {
                Ok(name) => written.extend(name.map(|name| (name, text.clone()))),
                Err(why) => {
                    for (name, _) in &written {
                        let _ = self.place.remove(name);
                    }
                    return Err(why);
                }
            }
        }
        Ok(written)
    }

    /// Writes a text where nothing is, else beside it. Another tab may have
    /// written there since it was looked at.
    fn put_beside(
        &mut self,
        name: &str,
        text: &str,
        is_aside: bool,
        now: &LocalTime,
    ) -> Result<Option<String>, NotKept> {
        let there = self.place.get(name)?;
        if there.as_deref() == Some(text) {
            return Ok(None);
        }
        let is_aside = is_aside || there.is_some();
        let name = if is_aside { self.aside_name(name, now) } else { name.to_owned() };
        self.place.set(&name, text).map(|()| Some(name))
    }

    /// Takes texts away, as far as they are still as they are given here.
    /// Returns the names that are gone.
    pub fn remove(&mut self, texts: &[Text]) -> Vec<String> {
        let mut gone = Vec::new();
        for (name, text) in texts {
            let there = self.place.get(name).ok().flatten();
            if there.as_ref() == Some(text) && self.place.remove(name).is_ok() {
                self.seen.remove(name);
                gone.push(name.clone());
            }
        }
        gone
    }

    /// Takes away everything of ours in this browser, also what cannot be read
    /// and a lock. Whether nothing is left.
    pub fn erase(&mut self) -> bool {
        let Some(storage) = self.place.storage().cloned() else {
            return false;
        };
        for (name, _) in place::stored(&storage) {
            // Whether it went is seen below.
            let _ = place::remove(&storage, &name);
        }
        *self = Self::open();
        storage.length().is_ok() && place::stored(&storage).is_empty()
    }

    /// What another tab wrote, under the name it has in the record. It counts
    /// as seen only when [`Storage::note_other`] says so.
    pub fn read_other(&self, name: &str, text: Option<&str>) -> Option<(String, Option<String>)> {
        self.place.read_other(name, text, &self.seen)
    }

    /// Notes what another tab wrote under a key.
    pub fn note_other(&mut self, name: &str, text: Option<&str>) {
        match text {
            Some(text) => self.see(name, text),
            None => drop(self.seen.remove(name)),
        }
    }

    /// Notes that nothing is kept any more.
    pub fn note_cleared(&mut self) {
        self.seen.clear();
    }

    fn see(&mut self, name: &str, text: &str) {
        self.seen.insert(name.to_owned(), Value::String(text.to_owned()));
    }

    /// A key that is not taken: `waymark.aside.<time>.<n>.<key>`.
    fn aside_name(&self, name: &str, now: &LocalTime) -> String {
        let names = (0..u32::MAX).map(|n| format!("{ASIDE}{now}.{n}.{name}"));
        let mut free = names.filter(|name| matches!(self.place.get(name), Ok(None) | Err(_)));
        free.next().unwrap_or_default()
    }
}

/// Calls back with each key of ours that another tab wrote, and its text; with
/// no key where another app on this host cleared everything.
pub fn watch_other_tabs(found: impl Fn(Option<&str>, Option<&str>) + 'static) {
    window_event_listener_untyped("storage", move |event| {
        let Ok(event) = event.dyn_into::<StorageEvent>() else {
            return;
        };
        match event.key() {
            None => found(None, None),
            Some(name) if name.starts_with(OURS) => found(Some(&name), event.new_value().as_deref()),
            Some(_) => {}
        }
    });
}
