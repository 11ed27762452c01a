//! Sentences about the whole page: what is blocked, what was set aside.

use super::here::Here;
use super::parts::{all, button, element, is_so, link, live_text, when, words};
use crate::browser::offline;
use crate::browser::session::{self, Session};
use crate::browser::storage::Way;
use crate::route::Route;
use crate::words::Word;
use leptos::prelude::*;

/// What a learner needs to know about keeping, wherever they are.
pub fn notices(here: Here) -> AnyView {
    let blocked = is_so(move || here.learner.way() == Way::Blocked);
    let no_trace = is_so(move || here.learner.leaves_no_trace());
    let cleared = is_so(move || here.learner.is_cleared());
    let left = is_so(move || here.learner.has_unremoved());
    let aside = is_so(move || here.learner.asides() > 0);
    let newer = RwSignal::new(offline::has_newer());
    offline::when_changed(move || {
        let _ = newer.try_set(offline::has_newer());
    });
    all([
        when(is_so(move || newer.get()), move || {
            let now = button("mild", words(here.say(Word::NewerUse)), offline::use_newer);
            notice("status", all([words(here.say(Word::Newer)), words(" ".to_owned()), now]))
        }),
        when(blocked, move || notice("alert", words(here.say(Word::Blocked)))),
        when(no_trace, move || {
            let place = match session::noted() {
                Some(Session::Shared) => Route::Shared(None),
                _ => Route::Private,
            };
            let more = link("", &place.href(), here.say(Word::NoTraceMore));
            notice("status", all([words(here.say(Word::NoTraceNow)), words(" ".to_owned()), more]))
        }),
        when(cleared, move || notice("alert", words(here.say(Word::Cleared)))),
        when(left, move || notice("alert", words(here.say(Word::EraseLeft)))),
        when(aside, move || {
            let sentence = live_text(move || here.words.count(Word::SetAside, here.learner.asides()));
            let more = link("", &Route::Data.href(), here.say(Word::SetAsideMore));
            notice("status", all([sentence, words(" ".to_owned()), more]))
        }),
    ])
}

/// A sentence that stands out.
pub fn notice(role: &'static str, inside: AnyView) -> AnyView {
    element("p", &[("class", "notice"), ("role", role)], inside)
}
