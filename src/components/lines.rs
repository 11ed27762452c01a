//! Lines of one's own, as on paper: there is always an empty one at the end,
//! and writing in it makes the next.

use super::field::{Field, FieldEvents, Name};
use super::here::Text;
use super::parts::{all, element, is_so, item, live, live_text, nothing, rows, take_away_named, text, when};
use crate::browser::{page, random};
use crate::course::ItemId;
use crate::record::pasted;
use crate::words::Word;
use leptos::prelude::*;

/// A line: its id and its words.
pub type Line = (ItemId, String);

/// What lines of one's own need.
#[derive(Clone, Copy)]
pub struct Lines {
    /// The lines there are.
    pub there: Memo<Vec<Line>>,
    /// What to call when something is done to them.
    pub on: Callback<LineChange>,
    /// The name of a line, with its number `{n}`.
    pub line_name: Word,
    /// The name of the empty line.
    pub new_name: Word,
    /// Something before each line, such as a box to tick.
    pub before: Option<Callback<ItemId, AnyView>>,
    /// The interface's words.
    pub words: Text,
}

/// One thing that somebody does to lines.
pub enum LineChange {
    /// A new line was begun.
    Add(Line),
    /// A line was rewritten.
    Write(Line),
    /// A line was removed.
    Forget(ItemId),
    /// A line was left without words.
    Emptied(ItemId),
}

impl Lines {
    /// The lines, with the empty one at the end.
    pub fn view(self) -> AnyView {
        let fresh = RwSignal::new(random::item_id());
        let ids = move || {
            let mut ids: Vec<ItemId> =
                self.there.with(|lines| lines.iter().map(|(id, _)| id.clone()).collect());
            ids.push(fresh.get());
            ids
        };
        let row = rows(ids, move |id| Row { of: self, id: StoredValue::new(id), fresh }.view());
        element("ul", &[("class", "lines")], row)
    }
}

#[derive(Clone, Copy)]
struct Row {
    of: Lines,
    id: StoredValue<ItemId>,
    /// The id of the empty line.
    fresh: RwSignal<ItemId>,
}

impl Row {
    fn view(self) -> AnyView {
        let is_line = is_so(move || self.number().is_some());
        let name_id = format!("line-{}", self.id.get_value());
        let name = live_text(move || self.name());
        let name = element("span", &[("class", "heard"), ("id", &name_id)], name);
        let before = live(move || match self.of.before.filter(|_| is_line.get()) {
            Some(before) => before.run(self.id.get_value()),
            None => nothing(),
        });
        let value = text(move || self.words());
        let events = FieldEvents {
            on_enter: Some(Box::new(page::focus_next_line)),
            on_leave: Some(Box::new(move || self.leave())),
        };
        let field = Field { name: Name::By(name_id), value, lines: 1 }
            .view_with(move |words| self.write(words), events);
        let away = when(is_line, move || {
            let name = live_text(move || self.of.words.fill(Word::TakeAway, &[("words", &self.words())]));
            take_away_named(name, move || self.of.on.run(LineChange::Forget(self.id.get_value())))
        });
        item("line", all([before, name, field, away]))
    }

    /// Its place among the lines, from 1; `None` for the empty one.
    fn number(self) -> Option<usize> {
        let is_this = |(id, _): &Line| self.id.with_value(|own| id == own);
        self.of.there.with(|lines| lines.iter().position(is_this)).map(|at| at + 1)
    }

    fn words(self) -> String {
        let number = self.number();
        let words =
            number.and_then(|n| self.of.there.with(|lines| lines.get(n - 1).map(|line| line.1.clone())));
        words.unwrap_or_default()
    }

    fn name(self) -> String {
        match self.number() {
            Some(number) => self.of.words.fill(self.of.line_name, &[("n", &number.to_string())]),
            None => self.of.words.say(self.of.new_name),
        }
    }

    fn write(self, words: String) {
        if words.contains('\n') {
            return self.write_several(&words);
        }
        let line = (self.id.get_value(), words);
        if untrack(|| self.number()).is_some() {
            self.of.on.run(LineChange::Write(line));
        } else if !line.1.is_empty() {
            // This row becomes a line before the next empty one appears.
            self.of.on.run(LineChange::Add(line));
            self.fresh.set(random::item_id());
        }
    }

    /// Several lines were pasted: the first stays here, the others come after all lines.
    fn write_several(self, text: &str) {
        let mut lines = pasted::lines(text).into_iter();
        self.write(lines.next().unwrap_or_default().to_owned());
        for line in lines {
            self.of.on.run(LineChange::Add((random::item_id(), line.to_owned())));
        }
    }

    /// A line that was emptied goes when it is left, not while it is written.
    /// A field is also left when its page closes; then there is nothing to do.
    fn leave(self) {
        let (Some(id), Some(lines)) = (self.id.try_get_value(), self.of.there.try_get_untracked()) else {
            return;
        };
        if lines.iter().any(|(line, words)| *line == id && words.trim().is_empty()) {
            self.of.on.run(LineChange::Emptied(id));
        }
    }
}
