//! What a learner wrote in one exercise.

use super::date::LocalDate;
use super::saved::{Fields, Form, Other, Read, Unreadable};
use course::text::plain;
use course::{Choice, ChoiceId, ItemId, LanguageTag, SectionId};

/// The section of an answer that a person took off the plan: none that a course has.
/// Nothing at all would say that an older Waymark wrote it.
pub const NO_SECTION: &str = "-";

/// The cell that names the column a line is in.
pub const COLUMN: &str = "column";

/// An answer. Each kind of exercise uses the parts it needs and leaves the
/// others untouched, so that an exercise that changes its kind loses nothing.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Answer {
    /// The question as it was when this was last written.
    pub question: String,
    /// The language the question was in.
    pub language: Option<LanguageTag>,
    /// The section of the plan it fed when this was last written: its words stay
    /// there even when the course no longer has the exercise.
    pub plan: Option<SectionId>,
    /// Long text: reflections, goals.
    pub words: String,
    /// Items of one's own: lists, choices that were added, lines in columns,
    /// rows of a table, people.
    pub items: Vec<Item>,
    /// Choices that were ticked; for cards, all of them in their order.
    pub ticked: Vec<Ticked>,
    /// Dated numbers and notes, oldest first, at most one a day.
    pub marks: Vec<Mark>,
    /// Fields a newer Waymark wrote.
    pub other: Other,
}

/// An item of one's own.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// Its id, which is random.
    pub id: ItemId,
    /// The learner's words.
    pub words: String,
    /// More about it, by name: the cells of a row by their column, the column
    /// a line is in, a person's tie and nearness.
    pub cells: Other,
    /// Fields a newer Waymark wrote.
    pub other: Other,
}

/// A choice that was ticked.
#[derive(Debug, Clone, PartialEq)]
pub struct Ticked {
    /// Its id.
    pub id: ChoiceId,
    /// Its words when it was ticked, in case the course drops it.
    pub words: String,
    /// Fields a newer Waymark wrote.
    pub other: Other,
}

/// A number somebody chose on a day.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    /// The day.
    pub on: LocalDate,
    /// The number; `None` where only words were written.
    pub number: Option<u8>,
    /// A few words with it.
    pub words: String,
    /// The numbers of a wheel's areas, by the area's id.
    pub areas: Other,
    /// Fields a newer Waymark wrote.
    pub other: Other,
}

impl Form for Answer {
    fn read(mut fields: Fields) -> Read<Self> {
        Ok(Self {
            question: fields.text("question")?,
            language: fields.maybe("language", LanguageTag::new)?,
            plan: fields.maybe("plan", SectionId::new)?,
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
        fields.put_shown("plan", self.plan.as_ref().map(|id| id as _));
        fields.put_text("words", &self.words);
        fields.put_list("items", &self.items);
        fields.put_list("ticked", &self.ticked);
        fields.put_list("marks", &self.marks);
        fields
    }
}

impl Form for Item {
    fn read(mut fields: Fields) -> Read<Self> {
        Ok(Self {
            id: fields.need("id", ItemId::new)?,
            words: fields.text("words")?,
            cells: fields.object("cells")?,
            other: fields.rest(),
        })
    }

    fn write(&self) -> Fields {
        let mut fields = Fields::with(&self.other);
        fields.put_shown("id", Some(&self.id));
        fields.put_text("words", &self.words);
        fields.put_filled("cells", &self.cells);
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
            areas: fields.object("areas")?,
            other: fields.rest(),
        })
    }

    fn write(&self) -> Fields {
        let mut fields = Fields::with(&self.other);
        fields.put_shown("on", Some(&self.on));
        fields.put_filled("areas", &self.areas);
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
    /// Adds an item: its words, and the column it is in, if there are columns.
    AddItem(ItemId, String, String),
    /// Rewrites an item. Words bring back an item that was removed.
    ItemWords(ItemId, String),
    /// Writes more about an item, under a name; creates the item if it is not there.
    Cell(ItemId, String, String),
    /// Removes an item.
    ForgetItem(ItemId),
    /// Ticks a choice, with a copy of its words.
    Tick(ChoiceId, String),
    /// Removes a tick.
    Untick(ChoiceId),
    /// Puts the cards in an order, with copies of their words.
    Order(Vec<(ChoiceId, String)>),
    /// Chooses a number for an area on a day, or none.
    MarkArea(LocalDate, ChoiceId, Option<u8>),
    /// Chooses a number for a day.
    MarkNumber(LocalDate, u8),
    /// Writes a few words for a day.
    MarkWords(LocalDate, String),
    /// Removes a day's number and words.
    ForgetMark(LocalDate),
    /// Takes the words off the plan; they stay in the answer.
    OffPlan,
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

    /// The dated entry of a day.
    pub fn mark(&self, on: LocalDate) -> Option<&Mark> {
        self.marks.iter().find(|mark| mark.on == on)
    }

    /// Makes a change. Words for something that was removed bring it back; any other
    /// change to it does nothing.
    pub fn apply(&mut self, change: AnswerChange) {
        match change {
            AnswerChange::Words(words) => self.words = words,
            AnswerChange::OffPlan => self.plan = SectionId::new(NO_SECTION),
            AnswerChange::AddItem(id, words, column) => {
                let item = self.item(id);
                item.words = words;
                if !column.is_empty() {
                    item.cells.insert(COLUMN.to_owned(), column.into());
                }
            }
            AnswerChange::Cell(id, name, words) => {
                self.item(id).cells.insert(name, words.into());
            }
            AnswerChange::ItemWords(id, words) => {
                if !words.is_empty() || self.items.iter().any(|item| item.id == id) {
                    self.item(id).words = words;
                }
            }
            AnswerChange::ForgetItem(id) => self.items.retain(|item| item.id != id),
            AnswerChange::Tick(id, words) => {
                self.ticked.retain(|ticked| ticked.id != id);
                self.ticked.push(Ticked { id, words, other: Other::new() });
            }
            AnswerChange::Untick(id) => self.ticked.retain(|ticked| ticked.id != id),
            AnswerChange::Order(cards) => {
                let before = std::mem::take(&mut self.ticked);
                let known = |id: &ChoiceId| before.iter().find(|ticked| ticked.id == *id);
                let card = |(id, words): (ChoiceId, String)| {
                    let other = known(&id).map(|ticked| ticked.other.clone()).unwrap_or_default();
                    Ticked { id, words, other }
                };
                self.ticked = cards.into_iter().map(card).collect();
            }
            AnswerChange::MarkArea(on, area, number) => {
                let areas = &mut self.mark_of(on).areas;
                match number {
                    Some(number) => drop(areas.insert(area.to_string(), number.into())),
                    None => drop(areas.remove(area.as_str())),
                }
            }
            AnswerChange::MarkNumber(on, number) => self.mark_of(on).number = Some(number),
            AnswerChange::MarkWords(on, words) => self.mark_of(on).words = words,
            AnswerChange::ForgetMark(on) => self.marks.retain(|mark| mark.on != on),
        }
        self.marks.retain(|mark| !mark.is_empty());
    }

    /// The item with that id, created if it is not there.
    fn item(&mut self, id: ItemId) -> &mut Item {
        let at = self.items.iter().position(|item| item.id == id).unwrap_or_else(|| {
            self.items.push(Item { id, words: String::new(), cells: Other::new(), other: Other::new() });
            self.items.len() - 1
        });
        &mut self.items[at]
    }

    fn mark_of(&mut self, on: LocalDate) -> &mut Mark {
        let there = self.marks.iter().position(|mark| mark.on == on);
        let at = there.unwrap_or_else(|| self.marks.iter().take_while(|mark| mark.on < on).count());
        if there.is_none() {
            let (areas, other) = (Other::new(), Other::new());
            self.marks.insert(at, Mark { on, number: None, words: String::new(), areas, other });
        }
        &mut self.marks[at]
    }

    /// What was written, one line for each item. Of dated numbers, only the words.
    /// `offers` is what the exercise offers by id, if it is still there: it
    /// names the columns.
    pub fn lines(&self, offers: &[Choice]) -> Vec<String> {
        let words = self.words.lines().map(str::to_owned);
        let ticked = self.ticked.iter().map(|ticked| ticked.words.clone());
        let items = self.items.iter().map(|item| item.line(offers));
        let marks = self.marks.iter().map(|mark| mark.words.clone());
        let all = words.chain(ticked).chain(items).chain(marks);
        all.map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect()
    }
}

impl Item {
    /// The text under a name; empty where there is none.
    pub fn cell(&self, name: &str) -> &str {
        self.cells.get(name).and_then(|cell| cell.as_str()).unwrap_or_default()
    }

    /// The words, after the title of their column; or a row's cells in one line.
    pub fn line(&self, offers: &[Choice]) -> String {
        let column = offers.iter().find(|column| column.id.as_str() == self.cell(COLUMN));
        if let Some(column) = column.filter(|_| !self.words.trim().is_empty()) {
            return format!("{}: {}", plain(&column.words), self.words);
        }
        if !self.words.is_empty() || self.cells.contains_key(COLUMN) {
            return self.words.clone();
        }
        let known = offers.iter().map(|column| self.cell(column.id.as_str()));
        let gone =
            self.cells.iter().filter(|(name, _)| offers.iter().all(|column| column.id.as_str() != *name));
        let all = known.chain(gone.filter_map(|(_, cell)| cell.as_str()));
        all.map(str::trim).filter(|cell| !cell.is_empty()).collect::<Vec<_>>().join(" – ")
    }
}

impl Mark {
    /// The number of an area.
    pub fn area(&self, area: &ChoiceId) -> Option<u8> {
        self.areas.get(area.as_str())?.as_u64()?.try_into().ok()
    }

    fn is_empty(&self) -> bool {
        self.number.is_none() && self.words.is_empty() && self.areas.is_empty() && self.other.is_empty()
    }
}
