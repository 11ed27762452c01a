//! `people`: the people and places around one. The list is the whole of it;
//! the map above it is drawn from the list.

use super::Answering;
use super::list::Items;
use crate::components::chart::{Near, Tie, map};
use crate::components::parts::{all, element, live, nothing, select, text};
use crate::course::ItemId;
use crate::record::AnswerChange;
use crate::record::answer::Item;
use crate::words::Word;
use leptos::prelude::*;

/// What a tie does. It may be left open.
const TIES: [(&str, Word); 4] =
    [("open", Word::TieOpen), ("helps", Word::TieHelps), ("hurts", Word::TieHurts), ("both", Word::TieBoth)];
/// How near somebody is.
const NEARNESS: [(&str, Word); 4] =
    [("open", Word::NearOpen), ("close", Word::NearClose), ("some", Word::NearSome), ("far", Word::NearFar)];

pub fn view(at: Answering) -> AnyView {
    let beside = Callback::new(move |id: ItemId| {
        let tie = cell(at, &id, "tie", Word::Tie, &TIES);
        let near = cell(at, &id, "near", Word::Near, &NEARNESS);
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
    all([drawn, list])
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

fn placed(item: &Item) -> (Tie, Near) {
    let tie = match item.cell("tie") {
        "helps" => Tie::Helps,
        "hurts" => Tie::Hurts,
        "both" => Tie::Both,
        _ => Tie::Open,
    };
    let near = match item.cell("near") {
        "close" => Near::Close,
        "far" => Near::Far,
        _ => Near::Some,
    };
    (tie, near)
}
