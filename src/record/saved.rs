//! How one thing is written down: what it is, when it changed, how often.

use super::date::LocalTime;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// Fields of a saved form that this version does not know. They are kept and
/// written back as they were.
pub type Other = Map<String, Value>;

/// The saved form this version writes. A higher number on a saved text means
/// that a newer Waymark wrote it.
pub const FORM: u32 = 1;

/// A thing as it is saved, with its history in two numbers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Saved<T> {
    /// Always [`FORM`].
    form: u32,
    /// Goes up by one with each change.
    pub revision: u64,
    /// When it last changed, by the learner's clock.
    pub changed: LocalTime,
    /// The thing itself.
    pub value: T,
    /// Fields a newer Waymark wrote.
    #[serde(flatten)]
    other: Other,
}

/// Why a saved text could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unreadable {
    /// A newer Waymark wrote it: it stays as it is, untouched.
    Newer,
    /// It is not one of our saved forms: it is set aside.
    Foreign,
}

impl<T> Saved<T> {
    /// Something written for the first time.
    pub fn first(value: T, changed: LocalTime) -> Self {
        Self { form: FORM, revision: 1, changed, value, other: Other::new() }
    }

    /// Notes that the value changed.
    pub fn touch(&mut self, now: LocalTime) {
        self.revision = self.revision.saturating_add(1);
        self.changed = now;
    }
}

impl<T: Serialize> Saved<T> {
    /// The saved form.
    pub fn write(&self) -> String {
        // Plain structs of text and numbers: writing them cannot fail.
        serde_json::to_string(self).unwrap_or_default()
    }
}

impl<T: DeserializeOwned> Saved<T> {
    /// Reads a saved form.
    pub fn read(text: &str) -> Result<Self, Unreadable> {
        let read: Result<Self, _> = serde_json::from_str(text);
        read.ok().filter(|saved| saved.form == FORM).ok_or_else(|| why_not(text))
    }
}

fn why_not(text: &str) -> Unreadable {
    let form = serde_json::from_str::<Value>(text).ok();
    let form = form.as_ref().and_then(|value| value.get("form")?.as_u64());
    match form {
        Some(form) if form > u64::from(FORM) => Unreadable::Newer,
        _ => Unreadable::Foreign,
    }
}
