//! One step of a module.

use crate::components::exercise::exercise;
use crate::components::here::Here;
use crate::components::other_language::{in_language, other_language};
use crate::components::parts::{all, details, element, heading, link, nothing, paragraph, soft, words};
use crate::components::picture::trail;
use crate::components::prose::block;
use crate::components::read_aloud::read_aloud;
use crate::course::{Module, ModuleId, Part, Step};
use crate::route::Route;
use crate::words::Word;
use leptos::prelude::*;

pub fn page(here: Here, id: &ModuleId, number: usize) -> AnyView {
    let found = here.course.module(id).and_then(|module| Some((module, module.steps.get(number - 1)?)));
    let Some((module, step)) = found else {
        return super::nowhere::page(here);
    };
    here.learner.opened(id, number);
    let module_link = link("", &Route::Module(id.clone()).href(), module.title.clone());
    all([
        paragraph("module-name", module_link),
        trail(module.steps.len(), number),
        in_language(here, &module.language, heading(words(step.title.clone()))),
        other_language(here, &module.language),
        // A voice for this language would read another one badly.
        if module.language == here.course.language { read_aloud(here, step) } else { nothing() },
        in_language(here, &module.language, element("article", &[("class", "step")], parts(module, step))),
        ways(here, module, number),
        contents(here, module, number),
    ])
}

fn parts(module: &Module, step: &'static Step) -> AnyView {
    let part = |part: &'static Part| match part {
        Part::Text(text) => block(text),
        Part::Exercise(found) => exercise(&module.id, found),
    };
    all(step.parts.iter().map(part))
}

/// One clear way on, and a quiet way back.
fn ways(here: Here, module: &Module, number: usize) -> AnyView {
    let to = |class, number: usize, word| {
        let step = module.steps.get(number.checked_sub(1)?)?;
        let words = here.words.fill(word, &[("step", &step.title)]);
        Some(paragraph("", link(class, &Route::Step(module.id.clone(), number).href(), words)))
    };
    let end = || {
        let all_modules = link("way-on", &Route::Modules.href(), here.say(Word::AllModules));
        all([paragraph("", words(here.say(Word::ModuleEnd))), paragraph("", all_modules)])
    };
    let on = to("way-on", number + 1, Word::StepNext).unwrap_or_else(end);
    let back = to("way-back", number - 1, Word::StepBack).unwrap_or_else(nothing);
    element("div", &[("class", "ways")], all([soft(here.say(Word::StepSkip)), on, back]))
}

fn contents(here: Here, module: &Module, number: usize) -> AnyView {
    let steps = super::module::steps(module, Some(number));
    details("steps", here.say(Word::StepsOfModule), steps)
}
