//! A device that several people use: a session that keeps nothing begins here, and
//! the next person's after it.

use super::private::ask_to_end;
use crate::browser::page;
use crate::browser::session::Session;
use crate::components::here::Here;
use crate::components::parts::{
    all, element, heading, is_so, item, link, list, live, nothing, paragraph, soft, words,
};
use crate::course::ModuleId;
use crate::record::Record;
use crate::route::Route;
use crate::words::Word;
use leptos::prelude::*;

/// `#/shared`, or for a step of a module.
pub fn page(here: Here, to: Option<&(ModuleId, usize)>) -> AnyView {
    let step = to.map(|(module, step)| Route::Step(module.clone(), *step));
    let step = step.filter(|step| step.leads_somewhere(here.course));
    let href = step.unwrap_or(Route::Modules).href();
    all([
        heading(words(here.say(Word::Shared))),
        live(move || match here.learner.leaves_no_trace() {
            // Beginning one would lose words that are only in this page.
            false => paragraph("notice", words(here.say(Word::NoTraceUnkept))),
            true => all([
                paragraph("lead", words(here.say(Word::SharedAbout))),
                paragraph("", link("way-on", &href, here.say(Word::SharedBegin))),
                take(here),
            ]),
        }),
        soft(here.say(Word::NoTraceHistory)),
        // For whoever came here on their own device: there such a session can end
        // without another one.
        paragraph("", link("alone", &Route::Private.href(), here.say(Word::Private))),
    ])
}

/// What can be done with the words of a session before it ends.
fn take(here: Here) -> AnyView {
    let has_words = is_so(move || here.learner.read(Record::has_words));
    live(move || {
        if !has_words.get() {
            return nothing();
        }
        let ways = [
            item("", link("", &Route::Data.href(), here.say(Word::NoTraceTake))),
            item("", link("", &Route::Sheet.href(), here.say(Word::Sheet))),
        ];
        let end = ask_to_end(here, move || {
            here.learner.begin_without_trace(Session::Shared);
            request_animation_frame(page::focus_heading);
        });
        all([
            element("h2", &[], words(here.say(Word::SharedTake))),
            soft(here.say(Word::SharedTakeAbout)),
            list("", ways),
            paragraph("", end),
        ])
    })
}
