//! A free entry of the journal: words that answer no question.

use super::date::LocalTime;
use super::saved::{Fields, Form, Other, Read};

/// A free entry.
#[derive(Debug, Clone, PartialEq)]
pub struct Note {
    /// When it was begun. It is listed under that day, however often it is changed.
    pub on: LocalTime,
    /// The learner's words.
    pub words: String,
    /// Fields a newer Waymark wrote.
    pub other: Other,
}

impl Note {
    /// An empty entry that is begun now.
    pub fn begin(on: LocalTime) -> Self {
        Self { on, words: String::new(), other: Other::new() }
    }
}

impl Form for Note {
    fn read(mut fields: Fields) -> Read<Self> {
        Ok(Self {
            on: fields.need("on", LocalTime::parse)?,
            words: fields.text("words")?,
            other: fields.rest(),
        })
    }

    fn write(&self) -> Fields {
        let mut fields = Fields::with(&self.other);
        fields.put_shown("on", Some(&self.on));
        fields.put_text("words", &self.words);
        fields
    }
}
