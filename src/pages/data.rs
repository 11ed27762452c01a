//! What is kept here: everything, readable, and whether the network is closed.

use crate::browser::page;
use crate::components::here::Here;
use crate::components::parts::{
    all, details, element, heading, item, list, nothing, paragraph, soft, subheading, words,
};
use crate::record::Key;
use crate::words::Word;
use leptos::prelude::*;

pub fn page(here: Here) -> AnyView {
    let keys = here.learner.read(super::super::record::Record::keys);
    let none = match keys.is_empty() {
        true => paragraph("", words(here.say(Word::DataNothing))),
        false => nothing(),
    };
    let network = if page::is_network_closed() { Word::NetworkClosed } else { Word::NetworkOpen };
    all([
        heading(words(here.say(Word::Data))),
        paragraph("lead", words(here.say(Word::DataAbout))),
        paragraph("", words(here.say(network))),
        none,
        list("entries", keys.iter().map(|key| entry(here, key))),
        asides(here),
    ])
}

fn entry(here: Here, key: &Key) -> AnyView {
    let (text, changed) = here.learner.read(|record| (record.text_of(key), record.changed(key).cloned()));
    let changed =
        changed.map(|time| here.words.fill(Word::DataChanged, &[("time", &here.day_and_time(&time))]));
    shown(here, name(here, key), &changed.unwrap_or_default(), text.unwrap_or_default())
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

fn asides(here: Here) -> AnyView {
    let asides = here.learner.aside_texts();
    if asides.is_empty() {
        return nothing();
    }
    let entry = |(name, text): (String, String)| {
        shown(here, here.words.fill(Word::DataOther, &[("name", &name)]), "", text)
    };
    all([
        subheading("aside", here.say(Word::DataAside)),
        paragraph("", words(here.say(Word::DataAsideAbout))),
        list("entries", asides.into_iter().map(entry)),
    ])
}

fn shown(here: Here, title: String, changed: &str, text: String) -> AnyView {
    let size = here.words.count(Word::DataSize, text.chars().count());
    let about = if changed.is_empty() { size } else { format!("{changed} · {size}") };
    let whole = details("", here.say(Word::DataShow), element("pre", &[], words(text)));
    let title = element("strong", &[], words(title));
    item("card", all([paragraph("", title), soft(about), whole]))
}
