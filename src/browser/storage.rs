//! This browser's local storage, as a shelf.

use super::language::normal;
use super::window;
use crate::course::centre::SpaceNamed;
use crate::keep::space::{Chosen, InSpace, Space, has_words};
use crate::keep::{Done, Event, NotKept, Shelf};
use gloo_storage::{LocalStorage, Storage};
use leptos::prelude::*;
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DomException, StorageEvent};

/// What our names begin with in every space.
const OURS_ANYWHERE: &str = "waymark";

thread_local! {
    /// What other tabs and apps did, as far as the browser reported it.
    static EVENTS: RefCell<Vec<Event>> = const { RefCell::new(Vec::new()) };
}

/// Local storage, as a shelf.
#[derive(Debug, Clone, Copy)]
pub struct Local(());

impl Local {
    /// Local storage, if the browser allows it. Asking for it throws where cookies
    /// are blocked, and can return nothing; `LocalStorage::raw` would then end the app.
    pub fn open() -> Option<Self> {
        let storage = window().local_storage().ok().flatten();
        storage.filter(|storage| storage.length().is_ok()).map(|_| Self(()))
    }
}

impl Shelf for Local {
    fn get(&self, name: &str) -> Done<Option<String>> {
        LocalStorage::raw().get_item(name).map_err(|error| why(&error))
    }

    fn set(&mut self, name: &str, text: &str) -> Done<()> {
        LocalStorage::raw().set_item(name, text).map_err(|error| why(&error))
    }

    fn remove(&mut self, name: &str) -> Done<()> {
        LocalStorage::raw().remove_item(name).map_err(|error| why(&error))
    }

    fn names(&self) -> Done<Vec<String>> {
        let storage = LocalStorage::raw();
        let length = storage.length().map_err(|error| why(&error))?;
        Ok((0..length).filter_map(|at| storage.key(at).ok().flatten()).collect())
    }

    fn events(&mut self) -> Vec<Event> {
        EVENTS.take()
    }
}

/// The space this site keeps in, once its centre's file has `named` it, or could not.
pub fn choose_space(named: SpaceNamed) -> Chosen {
    let noted = noted_space();
    let has_words = |space: &Space| Local::open().is_some_and(|local| has_words(&InSpace::new(local, space)));
    let chosen = noted.clone().or(named, has_words);
    if chosen != noted {
        note_space(&chosen);
    }
    chosen
}

/// The space as it was noted last. Sites of one host have notes of their own, by folder.
pub fn noted_space() -> Chosen {
    let note = Local::open().and_then(|local| local.get(&space_note()).ok().flatten());
    Chosen::read(&note.unwrap_or_default())
}

/// Notes the space. Where that is not possible it is asked again next time.
pub fn note_space(chosen: &Chosen) {
    if let Some(mut local) = Local::open() {
        let _ = match chosen.note().as_str() {
            "" => local.remove(&space_note()),
            note => local.set(&space_note(), note),
        };
    }
}

/// The name of the note. `before.js` knows it too.
fn space_note() -> String {
    format!("waymark-space:{}", super::device::folder())
}

/// Calls back with the space that another tab noted. Erasing takes the note away, which
/// says nothing about the space.
pub fn watch_space(noted: impl Fn(Space) + 'static) {
    window_event_listener_untyped("storage", move |event| {
        let event = event.dyn_into::<StorageEvent>().ok();
        let event = event.filter(|event| event.key().as_deref() == Some(&*space_note()));
        if let Some(note) = event.and_then(|event| event.new_value()) {
            noted(Chosen::read(&note).space);
        }
    });
}

/// Calls back when another tab or app wrote something of ours, or cleared everything.
pub fn watch_other_tabs(found: impl Fn() + 'static) {
    window_event_listener_untyped("storage", move |event| {
        let Ok(event) = event.dyn_into::<StorageEvent>() else {
            return;
        };
        let name = event.key();
        if name.as_ref().is_none_or(|name| name.starts_with(OURS_ANYWHERE)) {
            EVENTS.with_borrow_mut(|events| events.push(name));
            found();
        }
    });
}

/// A passphrase in Unicode's one form for letters that look the same:
/// a different keyboard may write them differently (NIST SP 800-63B).
pub fn same_letters(passphrase: &str) -> String {
    normal(passphrase, "NFKC")
}

fn why(error: &JsValue) -> NotKept {
    let name = error.dyn_ref::<DomException>().map(DomException::name);
    match name.as_deref() {
        Some("QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED") => NotKept::Full,
        _ => NotKept::Blocked,
    }
}
