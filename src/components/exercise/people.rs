//! `people`: the people and places around the learner. The list is all of it;
//! the map above it is drawn from the list.

use super::Answering;
use super::list::Items;
use crate::components::chart::map;
use crate::components::parts::{all, element, live, nothing, select, soft, text};
use crate::course::ItemId;
use crate::record::AnswerChange;
use crate::record::ties::{Near, Tie, placed};
use crate::words::Word;
use crate::words::things::{near_word, tie_word};
use leptos::prelude::*;

pub fn view(at: Answering) -> AnyView {
    let beside = Callback::new(move |id: ItemId| {
        let ties = Tie::ALL.iter().map(|tie| (tie.name(), tie_word(*tie)));
        let nearness = Near::ALL.iter().map(|near| (near.name(), near_word(*near)));
        let tie = cell(at, &id, "tie", Word::Tie, &ties.collect::<Vec<_>>());
        let near = cell(at, &id, "near", Word::Near, &nearness.collect::<Vec<_>>());
        element("div", &[("class", "row")], all([tie, near]))
    });
    let list = Items { at, column: "", new_name: Word::PeopleAdd, before: Some(beside) }.view();
    let drawn = live(move || {
        let people: Vec<(Tie, Near)> = at.read(|answer| answer.items.iter().map(placed).collect());
        if people.is_empty() {
            return nothing();
        }
        map(&people, &at.here.say(Word::PeopleMap))
    });
    let in_plan = match at.exercise.plan {
        Some(_) => soft(at.here.say(Word::PeopleInPlan)),
        None => nothing(),
    };
    all([drawn, in_plan, list])
}

fn cell(at: Answering, id: &ItemId, name: &'static str, title: Word, offered: &[(&str, Word)]) -> AnyView {
    let offered: Vec<(String, String)> =
        offered.iter().map(|(value, word)| ((*value).to_owned(), at.here.say(*word))).collect();
    let (own, id) = (id.clone(), id.clone());
    let chosen = text(move || {
        at.read(|answer| {
            let item = answer.items.iter().find(|item| item.id == own);
            let cell = item.map(|item| item.cell(name)).filter(|cell| !cell.is_empty());
            cell.unwrap_or("open").to_owned()
        })
    });
    let choose = move |value| at.change(AnswerChange::Cell(id.clone(), name.to_owned(), value));
    select(at.here.say(title), &offered, chosen, choose)
}
