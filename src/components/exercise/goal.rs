//! `goal`: words from which a goal can be started.

use super::Answering;
use crate::browser::address;
use crate::components::parts::{all, button, is_so, item, list, live, nothing, own_link, soft, when, words};
use crate::course::GoalId;
use crate::route::Route;
use crate::words::Word;
use leptos::prelude::*;

pub fn view(at: Answering) -> AnyView {
    let here = at.here;
    let written = is_so(move || at.read(|answer| !answer.words.trim().is_empty()));
    let start = move || {
        let words = untrack(|| at.read(|answer| answer.words.trim().to_owned()));
        let id = here.learner.start_goal(words, Some(at.id.get_value()));
        address::go(&Route::Goal(id));
    };
    let button = when(written, move || button("", words(here.say(Word::GoalStart)), start));
    let grown = here.learner.goals_from(at.id.get_value());
    let goals = live(move || {
        let goals = grown.get();
        if goals.is_empty() {
            return nothing();
        }
        let row = |(id, words): (GoalId, String)| item("", own_link("alone", &Route::Goal(id).href(), words));
        all([soft(here.say(Word::GoalsFromHere)), list("", goals.into_iter().map(row))])
    });
    all([at.words_field(3), button, goals])
}
