//! A small step towards a goal.

use super::date::LocalDate;
use super::saved::{Fields, Form, Other, Read};
use course::ItemId;

/// One small thing to do.
#[derive(Debug, Clone, PartialEq)]
pub struct SmallStep {
    /// Its id, which is random.
    pub id: ItemId,
    /// The learner's words.
    pub words: String,
    /// The day it is meant for, if there is one.
    pub by: Option<LocalDate>,
    /// Who helps with it.
    pub with: String,
    /// The day it was ticked as done.
    pub done: Option<LocalDate>,
    /// Fields a newer Waymark wrote.
    pub other: Other,
}

impl SmallStep {
    /// A step that has only words so far.
    pub fn begin(id: ItemId, words: String) -> Self {
        Self { id, words, by: None, with: String::new(), done: None, other: Other::new() }
    }
}

impl Form for SmallStep {
    fn read(mut fields: Fields) -> Read<Self> {
        Ok(Self {
            id: fields.need("id", ItemId::new)?,
            words: fields.text("words")?,
            by: fields.maybe("by", LocalDate::parse)?,
            with: fields.text("with")?,
            done: fields.maybe("done", LocalDate::parse)?,
            other: fields.rest(),
        })
    }

    fn write(&self) -> Fields {
        let mut fields = Fields::with(&self.other);
        fields.put_shown("id", Some(&self.id));
        fields.put_text("words", &self.words);
        fields.put_shown("by", self.by.as_ref().map(|day| day as _));
        fields.put_text("with", &self.with);
        fields.put_shown("done", self.done.as_ref().map(|day| day as _));
        fields
    }
}
