//! Home: welcome, carry on, the stages.

use super::modules::stages;
use crate::browser::page;
use crate::components::here::Here;
use crate::components::notice::notice;
use crate::components::parts::{
    all, button, element, heading, link, nothing, paragraph, section, soft, subheading, words,
};
use crate::components::prose::prose;
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
            stages(here),
        ]),
    };
    all([
        heading(words(welcome.name.clone())),
        element("div", &[("class", "lead")], prose(&welcome.blocks)),
        paragraph("promise", all(promise)),
        body,
    ])
}

fn missing(here: Here) -> AnyView {
    all([
        notice("alert", words(here.say(Word::CourseMissing))),
        button("", words(here.say(Word::LoadAgain)), page::load_again),
    ])
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
    section("card", "carry-on", all(inside))
}
