//! `list`: the learner's own items.

use super::Answering;
use crate::components::lines::{Line, LineChange, Lines};
use crate::record::AnswerChange;
use crate::words::Word;
use leptos::prelude::*;

pub fn view(at: Answering) -> AnyView {
    own_items(at, Word::ListAdd)
}

/// Items of one's own; `choices` has them too.
pub fn own_items(at: Answering, new_name: Word) -> AnyView {
    let lines = Memo::new(move |_| -> Vec<Line> {
        at.read(|answer| answer.items.iter().map(|item| (item.id.clone(), item.words.clone())).collect())
    });
    let on = Callback::new(move |change| {
        at.change(match change {
            LineChange::Add((id, words)) => AnswerChange::AddItem(id, words),
            LineChange::Write((id, words)) => AnswerChange::ItemWords(id, words),
            LineChange::Forget(id) => AnswerChange::ForgetItem(id),
        });
    });
    Lines { there: lines, on, line_name: Word::ListItem, new_name, before: None, words: at.here.words }.view()
}
