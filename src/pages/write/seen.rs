//! A module as a learner sees it, or the plan of a session as its facilitators do, and
//! above it what is wrong, by line.

use super::go_to_line;
use crate::check;
use crate::components::exercise::exercise;
use crate::components::here::Here;
use crate::components::parts::{
    all, button, element, item, list, live, nothing, paragraph, section, soft, subheading, words,
};
use crate::components::prose::block;
use crate::course::{Exercise, Module, ModuleId, Part, Problem, class};
use crate::learner::Learner;
use crate::words::Word;
use leptos::prelude::*;

/// The exercises shown so far. Views point into exercises for as long as the
/// page is open, so each that differs from all before stays in memory; typing
/// elsewhere in a module adds none.
type Shown = StoredValue<Vec<&'static Exercise>>;

/// What is wrong with the text, and the module it makes.
pub fn view(here: Here, name: RwSignal<String>, text: RwSignal<String>) -> AnyView {
    let exercises: Shown = StoredValue::new(Vec::new());
    // What is tried stays as the text changes, and goes with the page.
    let trying = Here { learner: Learner::trying(), ..here };
    live(move || {
        let text = text.get();
        if text.trim().is_empty() {
            return nothing();
        }
        let id = ModuleId::new(name.get().trim()).or_else(|| ModuleId::new(super::UNNAMED));
        let Some(id) = id else {
            return nothing();
        };
        if class::is_plan(&text) {
            let (plan, problems) = check::plan(&id, &text, here.course, here.files, here.words);
            let whole = crate::pages::class::whole(here, &plan);
            let whole = section("", "seen", all([subheading("seen", plan.title.clone()), whole]));
            return all([wrong(here, &text, &problems), whole]);
        }
        let (module, problems) = check::module(&id, &text, here.course, here.words);
        provide_context(trying);
        all([wrong(here, &text, &problems), seen(trying, &module, exercises)])
    })
}

/// What to mend, and below it what is worth knowing.
fn wrong(here: Here, text: &str, problems: &[Problem]) -> AnyView {
    let (know, mend): (Vec<_>, Vec<_>) = problems.iter().partition(|problem| problem.trouble.is_to_know());
    let fine = || paragraph("lead", words(here.say(Word::WriteFine)));
    all([
        if mend.is_empty() { fine() } else { told(here, text, "wrong", Word::CheckMend, &mend) },
        if know.is_empty() { nothing() } else { told(here, text, "know", Word::CheckKnow, &know) },
    ])
}

fn told(here: Here, text: &str, id: &'static str, title: Word, problems: &[&Problem]) -> AnyView {
    let row = |problem: &&Problem| {
        let line = problem.line;
        let name = here.words.fill(Word::WriteLine, &[("line", &line.to_string())]);
        let stands = text.lines().nth(line - 1).unwrap_or_default().to_owned();
        let inside = [
            button("quiet", words(name), move || go_to_line(here, line)),
            element("code", &[], words(stands)),
            paragraph("", words(here.words.problem(problem))),
        ];
        item("card", all(inside))
    };
    let rows = list("entries", problems.iter().map(row));
    section("", id, all([subheading(id, here.say(title)), rows]))
}

fn seen(here: Here, module: &Module, shown: Shown) -> AnyView {
    let steps = module.steps.iter().map(|step| {
        let title = element("h3", &[], words(step.title.clone()));
        let parts = step.parts.iter().map(|part| match part {
            Part::Text(text) => block(text),
            Part::Exercise(one) => exercise(&module.id, lasting(one, shown)),
        });
        element("article", &[("class", "step")], all([title, all(parts)]))
    });
    let title = element("p", &[("class", "module-name")], words(module.title.clone()));
    let inside = [
        subheading("seen", here.say(Word::WriteSeen)),
        soft(here.say(Word::WriteTried)),
        title,
        paragraph("lead", words(module.summary.clone())),
        crate::pages::module::note(here, module),
        all(steps),
    ];
    section("", "seen", all(inside))
}

/// The exercise, kept in memory for as long as the page is open.
fn lasting(one: &Exercise, shown: Shown) -> &'static Exercise {
    let known = shown.with_value(|shown| shown.iter().find(|known| ***known == *one).copied());
    known.unwrap_or_else(|| {
        let one: &'static Exercise = Box::leak(Box::new(one.clone()));
        shown.update_value(|shown| shown.push(one));
        one
    })
}
