//! What a learner wrote in one exercise.

use super::date::LocalDate;
use super::saved::{Fields, Form, Other, Read, Unreadable};
use crate::course::{ChoiceId, ItemId, LanguageTag};

/// An answer. Each kind of exercise uses the parts it needs and leaves the
/// others alone, so that an exercise that changes its kind loses nothing.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Answer {
    /// The question as it stood when this was last written.
    pub question: String,
    /// The language the question stood in.
    pub language: Option<LanguageTag>,
    /// Long text: reflections, goals.
    pub words: String,
    /// Items of one's own: lists, and choices that were added.
    pub items: Vec<Item>,
    /// Choices that were ticked.
    pub ticked: Vec<Ticked>,
    /// Dated numbers, oldest first, at most one a day.
    pub marks: Vec<Mark>,
    /// Fields a newer Waymark wrote.
    pub other: Other,
}

/// An item of one's own.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// Random.
    pub id: ItemId,
    /// The learner's words.
    pub words: String,
    /// Fields a newer Waymark wrote.
    pub other: Other,
}

/// A choice that was ticked.
#[derive(Debug, Clone, PartialEq)]
pub struct Ticked {
    /// Which.
    pub id: ChoiceId,
    /// Its words when it was ticked, in case it goes away.
    pub words: String,
    /// Fields a newer Waymark wrote.
    pub other: Other,
}

/// A number somebody chose on a day.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    /// The day.
    pub on: LocalDate,
    /// The number; none where only words were written.
    pub number: Option<u8>,
    /// A few words with it.
    pub words: String,
    /// Fields a newer Waymark wrote.
    pub other: Other,
}

impl Form for Answer {
    fn read(mut fields: Fields) -> Read<Self> {
        Ok(Self {
            question: fields.text("question")?,
            language: fields.maybe("language", LanguageTag::new)?,
            words: fields.text("words")?,
            items: fields.list("items")?,
            ticked: fields.list("ticked")?,
            marks: fields.list("marks")?,
            other: fields.rest(),
        })
    }

    fn write(&self) -> Fields {
        let mut fields = Fields::with(&self.other);
        fields.put_text("question", &self.question);
        fields.put_shown("language", self.language.as_ref().map(|tag| tag as _));
        fields.put_text("words", &self.words);
        fields.put_list("items", &self.items);
        fields.put_list("ticked", &self.ticked);
        fields.put_list("marks", &self.marks);
        fields
    }
}

impl Form for Item {
    fn read(mut fields: Fields) -> Read<Self> {
        Ok(Self { id: fields.need("id", ItemId::new)?, words: fields.text("words")?, other: fields.rest() })
    }

    fn write(&self) -> Fields {
        let mut fields = Fields::with(&self.other);
        fields.put_shown("id", Some(&self.id));
        fields.put_text("words", &self.words);
        fields
    }
}

impl Form for Ticked {
    fn read(mut fields: Fields) -> Read<Self> {
        Ok(Self { id: fields.need("id", ChoiceId::new)?, words: fields.text("words")?, other: fields.rest() })
    }

    fn write(&self) -> Fields {
        let mut fields = Fields::with(&self.other);
        fields.put_shown("id", Some(&self.id));
        fields.put_text("words", &self.words);
        fields
    }
}

impl Form for Mark {
    fn read(mut fields: Fields) -> Read<Self> {
        let number = fields.number("number")?.map(u8::try_from).transpose();
        Ok(Self {
            on: fields.need("on", LocalDate::parse)?,
            number: number.map_err(|_| Unreadable::Foreign)?,
            words: fields.text("words")?,
            other: fields.rest(),
        })
    }

    fn write(&self) -> Fields {
        let mut fields = Fields::with(&self.other);
        fields.put_shown("on", Some(&self.on));
        if let Some(number) = self.number {
            fields.put_number("number", number.into());
        }
        fields.put_text("words", &self.words);
        fields
    }
}

/// One thing a learner does to an answer.
#[derive(Debug, Clone, PartialEq)]
pub enum AnswerChange {
    /// Writes the long text.
    Words(String),
    /// Adds an item.
    AddItem(ItemId, String),
    /// Writes an item anew.
    ItemWords(ItemId, String),
    /// Takes an item away.
    ForgetItem(ItemId),
    /// Ticks a choice; its words come with it.
    Tick(ChoiceId, String),
    /// Takes a tick away.
    Untick(ChoiceId),
    /// Chooses a number for a day.
    MarkNumber(LocalDate, u8),
    /// Writes a few words for a day.
    MarkWords(LocalDate, String),
    /// Takes a day's number and words away.
    ForgetMark(LocalDate),
}

impl Answer {
    /// Whether nothing is written or chosen here.
    pub fn is_empty(&self) -> bool {
        self.words.trim().is_empty()
            && self.items.is_empty()
            && self.ticked.is_empty()
            && self.marks.is_empty()
            && self.other.is_empty()
    }

    /// The mark of a day.
    pub fn mark(&self, on: LocalDate) -> Option<&Mark> {
        self.marks.iter().find(|mark| mark.on == on)
    }

    /// Makes a change. A change to something that is gone does nothing.
    pub fn apply(&mut self, change: AnswerChange) {
        match change {
            AnswerChange::Words(words) => self.words = words,
            AnswerChange::AddItem(id, words) => self.items.push(Item { id, words, other: Other::new() }),
            AnswerChange::ItemWords(id, words) => {
                if let Some(item) = self.items.iter_mut().find(|item| item.id == id) {
                    item.words = words;
                }
            }
            AnswerChange::ForgetItem(id) => self.items.retain(|item| item.id != id),
            AnswerChange::Tick(id, words) => {
                self.ticked.retain(|ticked| ticked.id != id);
                self.ticked.push(Ticked { id, words, other: Other::new() });
            }
            AnswerChange::Untick(id) => self.ticked.retain(|ticked| ticked.id != id),
            AnswerChange::MarkNumber(on, number) => self.mark_of(on).number = Some(number),
            AnswerChange::MarkWords(on, words) => self.mark_of(on).words = words,
            AnswerChange::ForgetMark(on) => self.marks.retain(|mark| mark.on != on),
        }
        self.marks.retain(|mark| mark.number.is_some() || !mark.words.is_empty() || !mark.other.is_empty());
    }

    fn mark_of(&mut self, on: LocalDate) -> &mut Mark {
        let at = self.marks.partition_point(|mark| mark.on < on);
        if self.marks.get(at).is_none_or(|mark| mark.on != on) {
            self.marks.insert(at, Mark { on, number: None, words: String::new(), other: Other::new() });
        }
        &mut self.marks[at]
    }

    /// What was written, a line an item. Of dated numbers only the words.
    pub fn lines(&self) -> Vec<String> {
        let words = self.words.lines();
        let ticked = self.ticked.iter().map(|ticked| ticked.words.as_str());
        let items = self.items.iter().map(|item| item.words.as_str());
        let marks = self.marks.iter().map(|mark| mark.words.as_str());
        let all = words.chain(ticked).chain(items).chain(marks);
        all.map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
    }
}
