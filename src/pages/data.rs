//! What is kept here: everything, readable, and whether the network is closed.

mod backup;

use crate::browser::page;
use crate::components::confirm::confirm;
use crate::components::here::Here;
use crate::components::parts::{
    all, element, heading, item, list, live, nothing, paragraph, section, soft, subheading, unfolding, words,
};
use crate::record::{Change, Key, Record};
use crate::words::Word;
use leptos::prelude::*;

pub fn page(here: Here) -> AnyView {
    // Goes up when something was taken away or brought back.
    let changed = RwSignal::new(0_u32);
    let refresh = Callback::new(move |()| changed.update(|times| *times += 1));
    let network = if page::is_network_closed() { Word::NetworkClosed } else { Word::NetworkOpen };
    all([
        heading(words(here.say(Word::Data))),
        paragraph("lead", words(here.say(Word::DataAbout))),
        paragraph("", words(here.say(network))),
        backup::save(here),
        backup::restore(here, refresh),
        erase(here),
        live(move || {
            changed.track();
            untrack(|| all([kept(here, refresh), asides(here, refresh)]))
        }),
    ])
}

/// Takes everything out of this browser, once that is sure.
fn erase(here: Here) -> AnyView {
    let erase = move || {
        here.learner.erase();
        page::begin_anew();
    };
    let inside = [
        subheading("erase", here.say(Word::Erase)),
        soft(here.say(Word::EraseAbout)),
        confirm(here.say(Word::Erase), here.say(Word::EraseSure), here.words, erase),
    ];
    section("", "erase", all(inside))
}

fn kept(here: Here, refresh: Callback<()>) -> AnyView {
    let keys = here.learner.read(Record::keys);
    match keys.is_empty() {
        true => paragraph("", words(here.say(Word::DataNothing))),
        false => list("entries", keys.iter().map(|key| entry(here, key, refresh))),
    }
}

fn entry(here: Here, key: &Key, refresh: Callback<()>) -> AnyView {
    let (text, changed) = here.learner.read(|record| (record.text_of(key), record.changed(key).cloned()));
    let changed =
        changed.map(|time| here.words.fill(Word::DataChanged, &[("time", &here.day_and_time(&time))]));
    let key_away = key.clone();
    let away = move || {
        here.learner.change(Change::Forget(key_away.clone()));
        refresh.run(());
    };
    shown(here, name(here, key), &changed.unwrap_or_default(), text.unwrap_or_default(), away)
}

fn name(here: Here, key: &Key) -> String {
    match key {
        Key::Answer(id) => here.words.fill(Word::DataAnswer, &[("module", &here.module_title(id))]),
        Key::Goal(id) => {
            let words = here.learner.read(|record| record.goal(id).map(|goal| goal.words.clone()));
            here.words.fill(Word::DataGoal, &[("words", &words.unwrap_or_default())])
        }
        Key::Note(id) => {
            let day = here.learner.read(|record| record.note(id).map(|note| here.day(note.on.date)));
            here.words.fill(Word::DataNote, &[("day", &day.unwrap_or_default())])
        }
        Key::Plan(id) => {
            let section = here.course.plan.iter().find(|section| section.id == *id);
            let title = section.map_or_else(|| id.to_string(), |section| section.title.clone());
            here.words.fill(Word::DataPlan, &[("section", &title)])
        }
        Key::LearningPlan => here.say(Word::LearningPlan),
        Key::Settings => here.say(Word::DataSettings),
        Key::Place => here.say(Word::DataPlace),
    }
}

fn asides(here: Here, refresh: Callback<()>) -> AnyView {
    let asides = here.learner.aside_texts();
    if asides.is_empty() {
        return nothing();
    }
    let entry = |aside: (String, String)| {
        let title = here.words.fill(Word::DataOther, &[("name", &aside.0)]);
        shown(here, title, "", aside.1.clone(), move || {
            here.learner.forget_aside(&aside);
            refresh.run(());
        })
    };
    all([
        subheading("aside", here.say(Word::DataAside)),
        paragraph("", words(here.say(Word::DataAsideAbout))),
        list("entries", asides.into_iter().map(entry)),
    ])
}

fn shown(
    here: Here,
    title: String,
    changed: &str,
    text: String,
    away: impl Fn() + Send + Sync + 'static,
) -> AnyView {
    let size = here.words.count(Word::DataSize, text.chars().count());
    let about = if changed.is_empty() { size } else { format!("{changed} · {size}") };
    let whole = unfolding("", here.say(Word::DataShow), move || element("pre", &[], words(text.clone())));
    let away_name = here.words.fill(Word::TakeAway, &[("words", &title)]);
    let away = confirm(away_name, here.say(Word::DataForgetSure), here.words, move || {
        away();
        request_animation_frame(|| page::focus_on("main .entries summary, main input"));
    });
    let title = element("strong", &[], words(title));
    item("card", all([paragraph("", title), soft(about), whole, away]))
}
