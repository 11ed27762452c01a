//! Goals: those going on first, and a button to start another.

use crate::browser::address;
use crate::components::here::Here;
use crate::components::parts::{
    all, button, element, heading, is_so, item, list, live, nothing, own_link, paragraph, section, soft,
    soft_own, subheading, when, words,
};
use crate::components::picture::scene;
use crate::course::GoalId;
use crate::record::State;
use crate::route::Route;
use crate::words::Word;
use crate::words::things::state_word;
use leptos::prelude::*;

pub fn page(here: Here) -> AnyView {
    let none = is_so(move || here.learner.read(|record| record.goals().is_empty()));
    let start = move || address::go(&Route::Goal(here.learner.start_goal(String::new(), None)));
    all([
        heading(words(here.say(Word::Goals))),
        paragraph("lead", words(here.say(Word::GoalsAbout))),
        button("", words(here.say(Word::GoalNewStart)), start),
        when(none, move || {
            let inside = all([scene("clearing"), soft(here.say(Word::GoalsNone))]);
            element("div", &[("class", "nothing-yet")], inside)
        }),
        all(State::ALL.iter().map(|state| group(here, *state))),
    ])
}

fn group(here: Here, state: State) -> AnyView {
    let goals = here.learner.goals_in(state);
    let card = move |(id, words): (GoalId, String)| {
        let words = if words.trim().is_empty() { here.say(Word::GoalEmpty) } else { words };
        let next = here.learner.read(|record| record.goal(&id)?.next_step().map(|step| step.words.clone()));
        let next = match next.filter(|_| state == State::GoingOn) {
            Some(next) => soft_own(here.words.fill(Word::GoalNext, &[("step", &next)])),
            None => nothing(),
        };
        let offers = here
            .learner
            .read(|record| record.goal(&id).is_some_and(|goal| goal.offers_follow_up(here.today.get())));
        let offer = if offers { soft(here.say(Word::FollowUpOffered)) } else { nothing() };
        item("card goal", all([own_link("", &Route::Goal(id).href(), words), next, offer]))
    };
    live(move || {
        let goals = goals.get();
        if goals.is_empty() {
            return nothing();
        }
        let title = subheading(state.name(), here.say(state_word(state)));
        section("", state.name(), all([title, list("cards", goals.into_iter().map(card))]))
    })
}
