//! `choices`: choices to tick, and to add one's own to.

use super::{Answering, list};
use crate::components::parts::{self, all, choice, is_so, item, live, own};
use crate::components::prose::spans;
use crate::course::text::plain;
use crate::course::{Choice, ChoiceId};
use crate::record::{AnswerChange, Ticked};
use crate::words::Word;
use leptos::prelude::*;

pub fn view(at: Answering, choices: &'static [Choice]) -> AnyView {
    let offered = choices
        .iter()
        .map(move |choice| row(at, choice.id.clone(), plain(&choice.words), spans(&choice.words)));
    // What was ticked and is no longer offered stays, in the words it had.
    let gone = Memo::new(move |_| {
        let is_gone = |ticked: &&Ticked| choices.iter().all(|choice| choice.id != ticked.id);
        at.read(|answer| answer.ticked.iter().filter(is_gone).cloned().collect::<Vec<_>>())
    });
    let gone_rows = live(move || {
        let gone = gone.get().into_iter();
        all(gone.map(|ticked| row(at, ticked.id, ticked.words.clone(), own(ticked.words))))
    });
    all([parts::list("choices", [all(offered), gone_rows]), list::own_items(at, Word::ChoiceAdd)])
}

fn row(at: Answering, id: ChoiceId, words: String, shown: AnyView) -> AnyView {
    let own = id.clone();
    let ticked = is_so(move || at.read(|answer| answer.ticked.iter().any(|ticked| ticked.id == own)));
    let change = move |tick| {
        let (id, words) = (id.clone(), words.clone());
        at.change(if tick { AnswerChange::Tick(id, words) } else { AnswerChange::Untick(id) });
    };
    item("", choice("checkbox", String::new(), ticked, change, shown))
}
