//! Home: welcome, carry on, the stages.

use crate::browser::{offline, page};
use crate::components::here::Here;
use crate::components::notice::notice;
use crate::components::other_language::in_language;
use crate::components::parts::{
    all, button, element, heading, item, link, list, nothing, paragraph, section, soft, subheading, words,
};
use crate::components::picture::{scene, stage_scene};
use crate::components::prose::prose;
use crate::course::Stage;
use crate::route::Route;
use crate::words::Word;
use leptos::prelude::*;

pub fn page(here: Here) -> AnyView {
    let welcome = here.course.welcome();
    let promise = [
        words(here.say(Word::PrivacyPromise)),
        words(" ".to_owned()),
        link("", &Route::Data.href(), here.say(Word::PrivacyMore)),
    ];
    let body = match crate::browser::files::is_missing(here.course) {
        true => missing(here),
        false => all([
            carry_on(here),
            subheading("start", here.say(Word::WhereToStart)),
            soft(here.say(Word::OrderIsYours)),
            all(here.course.stages.iter().map(|stage| place_to_start(here, stage))),
        ]),
    };
    all([
        scene("path"),
        heading(words(welcome.name.clone())),
        element("div", &[("class", "lead")], prose(&welcome.blocks)),
        paragraph("promise", all(promise)),
        if offline::is_file() { notice("note", words(here.say(Word::FileKept))) } else { nothing() },
        body,
        super::data::suggestion(here),
    ])
}

fn missing(here: Here) -> AnyView {
    all([
        notice("alert", words(here.say(Word::CourseMissing))),
        button("", words(here.say(Word::LoadAgain)), page::load_again),
    ])
}

fn place_to_start(here: Here, stage: &Stage) -> AnyView {
    let id = format!("stage-{}", stage.id);
    let modules = here.course.modules_of(stage).map(|module| {
        let link = link("", &Route::Module(module.id.clone()).href(), module.title.clone());
        item("", in_language(here, &module.language, link))
    });
    let title = element("h3", &[("id", &id)], words(stage.title.clone()));
    let about = in_language(here, &here.course.contents_language, all([title, prose(&stage.blocks)]));
    section("stage", &id, all([stage_scene(&stage.id), about, list("ways-in", modules)]))
}

fn carry_on(here: Here) -> AnyView {
    let place = here.learner.read(|record| {
        let (module, step) = record.last_place()?;
        Some((module.clone(), step))
    });
    let found = place.and_then(|(id, number)| {
        let module = here.course.module(&id)?;
        let step = module.steps.get(number.checked_sub(1)?)?;
        Some((module, step, Route::Step(id, number).href()))
    });
    let Some((module, step, href)) = found else {
        return nothing();
    };
    let inside = [
        subheading("carry-on", here.say(Word::CarryOn)),
        paragraph("", link("way-on", &href, step.title.clone())),
        soft(module.title.clone()),
    ];
    section("card on", "carry-on", all(inside))
}
