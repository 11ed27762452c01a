//! All modules, by stage.

use crate::components::here::Here;
use crate::components::other_language::{in_language, other_language};
use crate::components::parts::{
    all, element, heading, item, link, list, nothing, paragraph, section, soft, subheading, words,
};
use crate::components::prose::prose;
use crate::course::{Module, Stage};
use crate::route::Route;
use crate::words::Word;
use leptos::prelude::*;

pub fn page(here: Here) -> AnyView {
    let plan = link("alone", &Route::LearningPlan.href(), here.say(Word::LearningPlan));
    all([
        heading(words(here.say(Word::Modules))),
        soft(here.say(Word::OrderIsYours)),
        paragraph("", plan),
        stages(here),
        paragraph("", link("alone", &Route::Worksheets(None).href(), here.say(Word::Worksheets))),
        paragraph("", link("alone", &Route::Certificate.href(), here.say(Word::Certificate))),
    ])
}

fn stages(here: Here) -> AnyView {
    all(here.course.stages.iter().map(|stage| stage_view(here, stage)))
}

/// About how long a module takes, if the centre says.
pub fn minutes(here: Here, module: &Module) -> AnyView {
    match module.minutes {
        Some(minutes) => soft(here.words.count(Word::Minutes, usize::from(minutes))),
        None => nothing(),
    }
}

fn stage_view(here: Here, stage: &Stage) -> AnyView {
    let id = format!("stage-{}", stage.id);
    let modules = here.course.modules_of(stage).map(|module| module_card(here, module));
    let about = all([subheading(&id, stage.title.clone()), prose(&stage.blocks)]);
    let about = in_language(here, &here.course.contents_language, about);
    section("stage", &id, all([about, list("cards", modules)]))
}

fn module_card(here: Here, module: &Module) -> AnyView {
    let link = link("", &Route::Module(module.id.clone()).href(), module.title.clone());
    let title = element("h3", &[], link);
    let inside =
        in_language(here, &module.language, all([title, paragraph("", words(module.summary.clone()))]));
    item("card", all([inside, other_language(here, &module.language), minutes(here, module)]))
}
