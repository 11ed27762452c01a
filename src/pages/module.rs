//! One module: what it is about, and its steps.

use super::learning_plan::{add, has};
use super::modules::minutes;
use crate::browser::language;
use crate::components::here::Here;
use crate::components::kept::kept_line_if_any;
use crate::components::other_language::{in_language, other_language};
use crate::components::parts::{
    all, element, heading, is_so, item, link, live, nothing, paragraph, soft, subheading, text, words,
};
use crate::components::picture::stage_scene;
use crate::course::{KindName, Module, ModuleId};
use crate::record::Key;
use crate::route::Route;
use crate::words::Word;
use leptos::prelude::*;

pub fn page(here: Here, id: &ModuleId) -> AnyView {
    let Some(module) = here.course.module(id) else {
        return super::nowhere::page(here);
    };
    let stage = here.course.stage_of(id);
    all([
        stage.map_or_else(nothing, |stage| stage_scene(&stage.id)),
        in_language(here, &module.language, heading(words(module.title.clone()))),
        in_language(here, &module.language, paragraph("lead", words(module.summary.clone()))),
        other_language(here, &module.language),
        minutes(here, module),
        note(here, module),
        way_on(here, module),
        subheading("steps", here.say(Word::ModuleSteps)),
        what_to_do(here, module),
        in_language(here, &module.language, steps(module, None)),
        learning(here, module),
        reviewed(here, module),
        paragraph("", link("alone", &Route::ModulePaper(id.clone()).href(), here.say(Word::OnPaper))),
        paragraph("", link("alone", &Route::Worksheets(Some(id.clone())).href(), here.say(Word::Worksheets))),
        paragraph("", link("alone", &Route::Modules.href(), here.say(Word::AllModules))),
    ])
}

/// What one can do in a module: each kind of exercise once, as a sentence.
fn what_to_do(here: Here, module: &Module) -> AnyView {
    let kinds = KindName::ALL.iter().filter(|kind| module.exercises().any(|e| e.kind.name() == **kind));
    let things: Vec<String> = kinds.map(|kind| here.say(kind_word(*kind))).collect();
    if things.is_empty() {
        return nothing();
    }
    let things = language::list(here.words.language(), &things);
    paragraph("", words(here.words.fill(Word::InModule, &[("things", &things)])))
}

const fn kind_word(kind: KindName) -> Word {
    match kind {
        KindName::Reflection => Word::KindReflection,
        KindName::List => Word::KindList,
        KindName::Choices => Word::KindChoices,
        KindName::Order => Word::KindOrder,
        KindName::Scale => Word::KindScale,
        KindName::Wheel => Word::KindWheel,
        KindName::Compare => Word::KindCompare,
        KindName::Table => Word::KindTable,
        KindName::People => Word::KindPeople,
        KindName::Practice => Word::KindPractice,
        KindName::Goal => Word::KindGoal,
        KindName::Pause => Word::KindPause,
    }
}

/// A button that puts the module into the learning plan, or a note that it is there.
fn learning(here: Here, module: &'static Module) -> AnyView {
    let is_in = is_so(move || has(here, &module.id));
    let place = live(move || match is_in.get() {
        true => {
            let plan = link("", &Route::LearningPlan.href(), here.say(Word::LearningPlan));
            paragraph("soft", all([words(here.say(Word::LearningIn)), words(" ".to_owned()), plan]))
        }
        false => add(here, module),
    });
    // Shown only where it could not be kept.
    let kept = kept_line_if_any(here.learner.kept(Key::LearningPlan), text(String::new), here.words);
    element("div", &[("id", "learning")], all([place, kept]))
}

/// One calm line about what is hard in the module, if the centre wrote one.
pub fn note(here: Here, module: &Module) -> AnyView {
    let Some(note) = &module.note else {
        return nothing();
    };
    let title = element("strong", &[], words(here.say(Word::ModuleNote)));
    paragraph("calm-note", all([title, words(format!(" {note}"))]))
}

/// Who has read it for the centre; or that nobody has said so, where there is a page
/// with more about it.
fn reviewed(here: Here, module: &Module) -> AnyView {
    let more =
        here.course.about.as_ref().map(|(about, _)| link("", &Route::About.href(), about.title.clone()));
    match (&module.reviewed, more) {
        (Some(by), _) => soft(here.words.fill(Word::Reviewed, &[("by", by)])),
        (None, Some(more)) => {
            paragraph("soft", all([words(here.say(Word::ReviewedNot)), words(" ".to_owned()), more]))
        }
        (None, None) => nothing(),
    }
}

/// Where to begin or carry on.
fn way_on(here: Here, module: &Module) -> AnyView {
    let last = here.learner.read(|record| record.place_in(&module.id));
    let step = last.filter(|step| (2..=module.steps.len()).contains(step));
    let words = match step.and_then(|step| module.steps.get(step - 1)) {
        Some(step) => here.words.fill(Word::ModuleCarryOn, &[("step", &step.title)]),
        None => here.say(Word::ModuleBegin),
    };
    let href = Route::Step(module.id.clone(), step.unwrap_or(1)).href();
    paragraph("", link("way-on", &href, words))
}

/// The steps of a module as a path, with a sign where the learner is.
pub fn steps(module: &Module, current: Option<usize>) -> AnyView {
    let step = |(at, step): (usize, &crate::course::Step)| {
        let href = Route::Step(module.id.clone(), at + 1).href();
        let here = if current == Some(at + 1) { "step" } else { "" };
        item("", element("a", &[("href", &href), ("aria-current", here)], words(step.title.clone())))
    };
    element("ol", &[("class", "path")], all(module.steps.iter().enumerate().map(step)))
}
