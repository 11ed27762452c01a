//! One entry: its words, and the way to where they were written.

use super::note;
use crate::components::here::Here;
use crate::components::parts::{all, element, item, link, nothing, paragraph, soft, words};
use crate::record::Key;
use crate::record::journal::JournalEntry;
use crate::route::Route;
use crate::words::Word;
use leptos::prelude::*;

/// An entry. `refresh` is called when it was taken away.
pub fn view(here: Here, entry: &JournalEntry, refresh: Callback<()>) -> AnyView {
    let (href, from) = match &entry.key {
        Key::Answer(id) => {
            (here.href_of(id), here.words.fill(Word::PlanFrom, &[("module", &here.module_title(id))]))
        }
        Key::Goal(id) => (Route::Goal(id.clone()).href(), here.say(Word::JournalGoal)),
        Key::Plan(_) => (Route::Plan.href(), here.say(Word::JournalPlan)),
        Key::LearningPlan => (Route::LearningPlan.href(), here.say(Word::JournalLearning)),
        Key::Note(id) => return item("card", note::entry(here, id, &entry.lines, refresh)),
        Key::Settings | Key::Place => return nothing(),
    };
    let first = entry.question.lines().next().unwrap_or_default();
    let question = if first.is_empty() { nothing() } else { soft(first.to_owned()) };
    item("card", all([question, own_words(&entry.lines), link("alone", &href, from)]))
}

/// The learner's words, a line each.
pub fn own_words(lines: &[String]) -> AnyView {
    let lines = lines.iter().map(|line| paragraph("", words(line.clone())));
    element("div", &[("class", "own-words")], all(lines))
}
