//! One entry: its words, and the way to where they were written.

use super::note;
use crate::components::here::Here;
use crate::components::parts::{all, item, link, nothing, own_words, soft_own};
use crate::record::Key;
use crate::record::journal::JournalEntry;
use crate::route::Route;
use crate::words::Word;
use leptos::prelude::*;

/// An entry. `refresh` is called when it was removed.
pub fn view(here: Here, entry: &JournalEntry, refresh: Callback<()>) -> AnyView {
    let (href, from) = match &entry.key {
        Key::Answer(id) => {
            (here.href_of(id), here.words.fill(Word::PlanFrom, &[("module", &here.module_title(&id.module))]))
        }
        Key::Goal(id) => (Route::Goal(id.clone()).href(), here.say(Word::JournalGoal)),
        Key::Plan(_) => (Route::Plan.href(), here.say(Word::JournalPlan)),
        Key::LearningPlan => (Route::LearningPlan.href(), here.say(Word::JournalLearning)),
        Key::Note(id) => return item("card", note::entry(here, id, &entry.lines, refresh)),
        Key::Settings | Key::Place => return nothing(),
    };
    let first = entry.question.lines().next().unwrap_or_default();
    let question = if first.is_empty() { nothing() } else { soft_own(first.to_owned()) };
    item(
        "card",
        all([question, own_words(entry.lines.iter().map(String::as_str)), link("alone", &href, from)]),
    )
}
