//! How one thing is saved: its content, when it changed, and how often.
//!
//! Reading *takes* the fields it knows out of a JSON object. What is left are
//! fields a newer Waymark wrote, which are written back as they were. This
//! works at every depth, because each part is read in the same way. (It is used
//! here instead of serde's derive, which weighs 12 kB more: see docs/decisions/0005.)

use super::date::LocalTime;
use serde_json::{Map, Value};
use std::fmt::Display;

/// Fields of a saved form that this version does not know.
///
/// Numbers in saved forms are whole and fit into 64 bits. A fraction would be
/// read only to within its last digit, and reading it exactly would cost learners
/// code that nothing else needs. (Found by fuzzing.)
pub type Other = Map<String, Value>;

/// The saved form this version writes. A higher number on a saved text means
/// that a newer Waymark wrote it.
pub const FORM: u64 = 1;

/// Why a saved text could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unreadable {
    /// A newer Waymark wrote it: it stays as it is, untouched.
    Newer,
    /// It is not one of our saved forms: set it aside.
    Foreign,
}

/// The result of reading.
pub type Read<T> = Result<T, Unreadable>;

/// Something that can be saved and read again.
pub trait Form: Sized {
    /// Takes what it needs out of the fields; the rest becomes its `other`.
    fn read(fields: Fields) -> Read<Self>;
    /// Writes its fields, and `other` as it was.
    fn write(&self) -> Fields;
}

/// The fields of a JSON object.
#[derive(Debug, Clone, Default)]
pub struct Fields(Other);

impl Fields {
    /// Fields to write into, starting with those this version does not know.
    pub fn with(other: &Other) -> Self {
        Self(other.clone())
    }

    /// The fields that were not taken.
    pub fn rest(self) -> Other {
        self.0
    }

    /// Takes a text; empty where there is none.
    pub fn text(&mut self, name: &str) -> Read<String> {
        match self.0.remove(name) {
            None => Ok(String::new()),
            Some(Value::String(text)) => Ok(text),
            Some(_) => Err(Unreadable::Foreign),
        }
    }

    /// Takes something that is written as text, if it is there.
    pub fn maybe<T>(&mut self, name: &str, parse: impl Fn(&str) -> Option<T>) -> Read<Option<T>> {
        let text = self.text(name)?;
        if text.is_empty() {
            return Ok(None);
        }
        parse(&text).map(Some).ok_or(Unreadable::Foreign)
    }

    /// Takes something that is written as text and has to be there.
    pub fn need<T>(&mut self, name: &str, parse: impl Fn(&str) -> Option<T>) -> Read<T> {
        self.maybe(name, parse)?.ok_or(Unreadable::Foreign)
    }

    /// Takes one of several names; `None` for a name that only a newer Waymark knows.
    /// Such a name stays with the unknown fields.
    pub fn known<T>(&mut self, name: &str, parse: impl Fn(&str) -> Option<T>) -> Read<Option<T>> {
        let text = self.text(name)?;
        let known = parse(&text);
        if known.is_none() {
            self.put_text(name, &text);
        }
        Ok(known)
    }

    /// Takes a whole number, if there is one.
    pub fn number(&mut self, name: &str) -> Read<Option<u64>> {
        match self.0.remove(name) {
            None => Ok(None),
            Some(value) => value.as_u64().map(Some).ok_or(Unreadable::Foreign),
        }
    }

    /// Takes a yes or no, if there is one.
    pub fn flag(&mut self, name: &str) -> Read<Option<bool>> {
        match self.0.remove(name) {
            None => Ok(None),
            Some(value) => value.as_bool().map(Some).ok_or(Unreadable::Foreign),
        }
    }

    /// Takes an object; an empty one where there is none.
    pub fn object(&mut self, name: &str) -> Read<Other> {
        match self.0.remove(name) {
            None => Ok(Other::new()),
            Some(Value::Object(fields)) => Ok(fields),
            Some(_) => Err(Unreadable::Foreign),
        }
    }

    /// Takes a list; an empty one where there is none.
    pub fn list<T: Form>(&mut self, name: &str) -> Read<Vec<T>> {
        let values = match self.0.remove(name) {
            None => Vec::new(),
            Some(Value::Array(values)) => values,
            Some(_) => return Err(Unreadable::Foreign),
        };
        let read = |value| match value {
            Value::Object(fields) => T::read(Fields(fields)),
            _ => Err(Unreadable::Foreign),
        };
        values.into_iter().map(read).collect()
    }

    /// Writes a text, unless it is empty.
    pub fn put_text(&mut self, name: &str, text: &str) {
        if !text.is_empty() {
            self.put(name, Value::String(text.to_owned()));
        }
    }

    /// Writes something as text, if it is there.
    pub fn put_shown(&mut self, name: &str, shown: Option<&dyn Display>) {
        if let Some(shown) = shown {
            self.put(name, Value::String(shown.to_string()));
        }
    }

    /// Writes a number.
    pub fn put_number(&mut self, name: &str, number: u64) {
        self.put(name, Value::from(number));
    }

    /// Writes a yes or no, if it is there.
    pub fn put_flag(&mut self, name: &str, flag: Option<bool>) {
        if let Some(flag) = flag {
            self.put(name, Value::Bool(flag));
        }
    }

    /// Writes an object.
    pub fn put_object(&mut self, name: &str, fields: Other) {
        self.put(name, Value::Object(fields));
    }

    /// Writes an object, unless it is empty.
    pub fn put_filled(&mut self, name: &str, fields: &Other) {
        if !fields.is_empty() {
            self.put_object(name, fields.clone());
        }
    }

    /// Writes a list, unless it is empty.
    pub fn put_list<T: Form>(&mut self, name: &str, list: &[T]) {
        if !list.is_empty() {
            let values = list.iter().map(|item| Value::Object(item.write().0)).collect();
            self.put(name, Value::Array(values));
        }
    }

    fn put(&mut self, name: &str, value: Value) {
        self.0.insert(name.to_owned(), value);
    }
}

/// The fields of a saved text.
///
/// # Errors
/// `Foreign` where it is not a JSON object.
pub fn fields_of(text: &str) -> Read<Other> {
    match serde_json::from_str(text) {
        Ok(Value::Object(fields)) => Ok(fields),
        _ => Err(Unreadable::Foreign),
    }
}

/// A thing as it is saved, with its history in two numbers.
#[derive(Debug, Clone, PartialEq)]
pub struct Saved<T> {
    /// The revision, which goes up by one with each change.
    pub revision: u64,
    /// When it last changed, by the learner's clock.
    pub changed: LocalTime,
    /// The thing itself.
    pub value: T,
    other: Other,
}

impl<T> Saved<T> {
    /// Something that has not been written yet.
    pub fn unwritten(value: T, changed: LocalTime) -> Self {
        Self { revision: 0, changed, value, other: Other::new() }
    }

    /// Whether it was ever written.
    pub fn is_written(&self) -> bool {
        self.revision > 0
    }

    /// Notes that the value changed.
    pub fn touch(&mut self, now: LocalTime) {
        self.revision = self.revision.saturating_add(1);
        self.changed = now;
    }
}

impl<T: Form> Saved<T> {
    /// The saved form.
    pub fn write(&self) -> String {
        Value::Object(self.fields()).to_string()
    }

    /// The fields of the saved form.
    pub fn fields(&self) -> Other {
        let mut fields = Fields::with(&self.other);
        fields.put_number("form", FORM);
        fields.put_number("revision", self.revision);
        fields.put_shown("changed", Some(&self.changed));
        fields.put_object("value", self.value.write().0);
        fields.0
    }

    /// Reads a saved form.
    pub fn read(text: &str) -> Read<Self> {
        fields_of(text).and_then(Self::from_fields)
    }

    /// Reads the fields of a saved form.
    pub fn from_fields(fields: Other) -> Read<Self> {
        let mut fields = Fields(fields);
        match fields.number("form")? {
            Some(FORM) => {}
            Some(newer) if newer > FORM => return Err(Unreadable::Newer),
            _ => return Err(Unreadable::Foreign),
        }
        let revision = fields.number("revision")?.ok_or(Unreadable::Foreign)?;
        let changed = fields.need("changed", LocalTime::parse)?;
        if !fields.0.contains_key("value") {
            return Err(Unreadable::Foreign);
        }
        let value = T::read(Fields(fields.object("value")?))?;
        Ok(Self { revision, changed, value, other: fields.rest() })
    }
}
