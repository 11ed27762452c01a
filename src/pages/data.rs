//! What is kept here: everything, readable; what the page requested, and
//! whether the network is closed; backups, restoring and removing.

mod backup;
mod proof;

pub use proof::suggestion;

use crate::browser::page;
use crate::components::confirm::confirm;
use crate::components::here::Here;
use crate::components::parts::{
    all, button, details, element, heading, is_so, item, list, live, live_text, nothing, own, paragraph,
    section, soft, subheading, unfolding, when, words,
};
use crate::course::ModuleId;
use crate::keep::Way;
use crate::record::backup::Text;
use crate::record::{Change, Key, Record};
use crate::words::Word;
use leptos::prelude::*;

/// How many things are drawn at a time, of thousands.
const SHOWN: usize = 100;

pub fn page(here: Here) -> AnyView {
    let about = move || match here.learner.way() {
        Way::Page | Way::Blocked => here.say(Word::DataAboutPage),
        _ => here.say(Word::DataAbout),
    };
    let (shown, shown_aside) = (RwSignal::new(SHOWN), RwSignal::new(SHOWN));
    all([
        heading(words(here.say(Word::Data))),
        element("p", &[("class", "lead")], live_text(about)),
        proof::network(here),
        proof::keeping(here),
        proof::offline(here),
        backup::save(here),
        backup::restore(here),
        // A session that keeps nothing is erased by ending it.
        when(is_so(move || here.learner.is_in_browser()), move || erase(here)),
        live(move || all([kept(here, shown), modules(here), others(here, shown_aside)])),
    ])
}

/// Removes everything from this browser, after asking.
fn erase(here: Here) -> AnyView {
    let said = RwSignal::new(String::new());
    let erase = move || {
        let word = if super::locked::erase(here) { here.say(Word::EraseDone) } else { String::new() };
        said.set(word);
    };
    let inside = [
        subheading("erase", here.say(Word::Erase)),
        soft(here.say(Word::EraseAbout)),
        confirm(here.say(Word::Erase), here.say(Word::EraseSure), here.words, erase),
        element("p", &[("role", "status")], live_text(move || said.get())),
    ];
    section("", "erase", all(inside))
}

fn kept(here: Here, shown: RwSignal<usize>) -> AnyView {
    let keys = here.learner.read(Record::keys);
    let texts = keys.iter().map(|key| here.learner.read(|record| record.text_of(key)).unwrap_or_default());
    let others = here.learner.other_texts();
    let letters = texts.map(|text| text.chars().count()).sum::<usize>()
        + others.iter().map(|(_, text)| text.chars().count()).sum::<usize>();
    let all_of_it = match letters {
        0 => paragraph("", words(here.say(Word::DataNothing))),
        letters => soft(here.words.count(Word::DataTotal, letters)),
    };
    all([
        subheading("kept", here.say(Word::DataAll)),
        all_of_it,
        if keys.is_empty() {
            nothing()
        } else {
            in_part(here, "kept", keys.len(), shown, &|at| entry(here, &keys[at]))
        },
    ])
}

/// A list of so many things, as far as it is drawn. More of it takes the focus to the first
/// that is new.
fn in_part(
    here: Here,
    name: &'static str,
    of: usize,
    shown: RwSignal<usize>,
    entry: &dyn Fn(usize) -> AnyView,
) -> AnyView {
    let drawn = of.min(shown.get());
    let more = move || {
        shown.set(drawn + SHOWN);
        request_animation_frame(move || page::focus_at(&format!("#{name} ~ .entries > li"), drawn));
    };
    let more = match drawn < of {
        true => button("quiet", words(here.say(Word::DataMore)), more),
        false => nothing(),
    };
    all([list("entries", (0..drawn).map(entry)), more])
}

/// Removes what was written in one module.
fn modules(here: Here) -> AnyView {
    let modules = here.learner.read(Record::answered_modules);
    if modules.is_empty() {
        return nothing();
    }
    let away = |module: ModuleId| {
        let title = here.module_title(&module);
        let name = here.words.fill(Word::TakeAway, &[("words", &title)]);
        let question = here.words.fill(Word::DataModuleSure, &[("module", &title)]);
        item("", confirm(name, question, here.words, move || forget_module(here, &module)))
    };
    details("", here.say(Word::DataModule), list("", modules.into_iter().map(away)))
}

fn forget_module(here: Here, module: &ModuleId) {
    let mut keys = untrack(|| here.learner.read(Record::keys));
    keys.retain(|key| matches!(key, Key::Answer(id) if id.module == *module));
    here.learner.forget_all(keys);
    here.learner.change(Change::ForgetPlace(module.clone()));
    focus_on_what_is_left();
}

fn focus_on_what_is_left() {
    request_animation_frame(|| page::focus_on("main .entries summary, main input"));
}

fn entry(here: Here, key: &Key) -> AnyView {
    let (text, changed) = here.learner.read(|record| (record.text_of(key), record.changed(key).cloned()));
    let changed =
        changed.map(|time| here.words.fill(Word::DataChanged, &[("time", &here.day_and_time(&time))]));
    let key_away = key.clone();
    let away = move || here.learner.change(Change::Forget(key_away.clone()));
    card(here, name(here, key), &changed.unwrap_or_default(), text.unwrap_or_default(), away)
}

fn name(here: Here, key: &Key) -> String {
    match key {
        Key::Answer(id) => here.words.fill(Word::DataAnswer, &[("module", &here.module_title(&id.module))]),
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

/// What is kept outside the record: set aside, from a newer Waymark, or unknown.
fn others(here: Here, shown: RwSignal<usize>) -> AnyView {
    let others = here.learner.other_texts();
    if others.is_empty() {
        return nothing();
    }
    let entry = |other: Text| {
        let title = here.words.fill(Word::DataOther, &[("name", &other.0)]);
        card(here, title, "", other.1.clone(), move || here.learner.forget_text(&other))
    };
    all([
        subheading("aside", here.say(Word::DataAside)),
        paragraph("", words(here.say(Word::DataAsideAbout))),
        in_part(here, "aside", others.len(), shown, &|at| entry(others[at].clone())),
    ])
}

fn card(
    here: Here,
    title: String,
    changed: &str,
    text: String,
    away: impl Fn() + Send + Sync + 'static,
) -> AnyView {
    let size = here.words.count(Word::DataSize, text.chars().count());
    let about = if changed.is_empty() { size } else { format!("{changed} · {size}") };
    let whole = unfolding("", here.say(Word::DataShow), move || {
        element("pre", &[("translate", "no")], words(text.clone()))
    });
    let away_name = here.words.fill(Word::TakeAway, &[("words", &title)]);
    let away = confirm(away_name, here.say(Word::DataForgetSure), here.words, move || {
        away();
        focus_on_what_is_left();
    });
    let title = element("strong", &[], own(title));
    item("card", all([paragraph("", title), soft(about), whole, away]))
}
