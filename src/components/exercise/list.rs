//! `list`: the learner's own items.

use super::Answering;
use crate::components::lines::{Line, LineChange, Lines};
use crate::course::ItemId;
use crate::record::AnswerChange;
use crate::record::answer::COLUMN;
use crate::words::Word;
use leptos::prelude::*;

pub fn view(at: Answering) -> AnyView {
    own_items(at, Word::ListAdd)
}

/// Items of one's own, which `choices` has too.
pub fn own_items(at: Answering, new_name: Word) -> AnyView {
    Items { at, column: "", new_name, before: None }.view()
}

/// The items in one column; those of a list are in none.
#[derive(Clone, Copy)]
pub struct Items {
    pub at: Answering,
    pub column: &'static str,
    pub new_name: Word,
    /// Something before each item.
    pub before: Option<Callback<ItemId, AnyView>>,
}

impl Items {
    pub fn view(self) -> AnyView {
        let Self { at, column, new_name, before } = self;
        let lines = Memo::new(move |_| -> Vec<Line> {
            at.read(|answer| {
                let items = answer.items.iter().filter(|item| item.cell(COLUMN) == column);
                items.map(|item| (item.id.clone(), item.words.clone())).collect()
            })
        });
        // It may have more, such as a tie: that is not removed unasked.
        let has_more = move |id: &ItemId| {
            untrack(|| {
                at.read(|answer| {
                    let item = answer.items.iter().find(|item| item.id == *id);
                    item.is_some_and(|item| item.cells.keys().any(|name| name != COLUMN))
                })
            })
        };
        let on = Callback::new(move |change| {
            at.change(match change {
                LineChange::Add((id, words)) => AnswerChange::AddItem(id, words, column.to_owned()),
                LineChange::Write((id, words)) => AnswerChange::ItemWords(id, words),
                LineChange::Emptied(id) if has_more(&id) => return,
                LineChange::Forget(id) | LineChange::Emptied(id) => AnswerChange::ForgetItem(id),
            });
        });
        Lines { there: lines, on, line_name: Word::ListItem, new_name, before, words: at.here.words }.view()
    }
}
