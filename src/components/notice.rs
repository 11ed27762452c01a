//! Sentences about the whole page: what is blocked, what was set aside.

use super::here::Here;
use super::parts::{all, button, element, is_so, link, live_text, paragraph, when, words};
use crate::browser::session::{self, Session};
use crate::browser::{offline, page};
use crate::keep::Way;
use crate::route::Route;
use crate::words::Word;
use leptos::prelude::*;

/// What a learner needs to know about keeping, wherever they are.
pub fn notices(here: Here) -> AnyView {
    let blocked = is_so(move || here.learner.way() == Way::Blocked);
    let no_trace = is_so(move || here.learner.leaves_no_trace());
    let taken = is_so(move || here.learner.taken() > 0);
    let more_closed = is_so(move || here.learner.more_closed() > 0);
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
        when(is_so(move || here.learner.asks_of_space()), move || space_asks(here)),
        when(taken, move || {
            let again = button("mild", words(here.say(Word::KeepAgain)), move || here.learner.keep_again());
            notice("alert", all([words(here.say(Word::Cleared)), words(" ".to_owned()), again]))
        }),
        when(more_closed, move || {
            let more = link("", &Route::Private.href(), here.say(Word::MoreClosedOpen));
            notice("status", all([words(here.say(Word::MoreClosed)), words(" ".to_owned()), more]))
        }),
        when(left, move || notice("alert", words(here.say(Word::EraseLeft)))),
        when(aside, move || {
            let sentence = live_text(move || here.words.count(Word::SetAside, here.learner.asides()));
            let more = link("", &Route::Data.href(), here.say(Word::SetAsideMore));
            notice("status", all([sentence, words(" ".to_owned()), more]))
        }),
    ])
}

/// Asks whose the words are that this site kept before it had a space of its own.
fn space_asks(here: Here) -> AnyView {
    let is_full = RwSignal::new(false);
    let mine = move || is_full.set(!here.learner.settle_space(true));
    let not = move || _ = here.learner.settle_space(false);
    let full = when(is_so(move || is_full.get()), move || notice("alert", words(here.say(Word::SpaceFull))));
    // A line each: the second is for good, and a thumb is wide.
    let lines = all([
        paragraph("", words(here.say(Word::SpaceAsks))),
        paragraph("", button("mild", words(here.say(Word::SpaceMine)), mine)),
        paragraph("", button("mild", words(here.say(Word::SpaceNot)), not)),
    ]);
    all([element("div", &[("class", "notice"), ("role", "status")], lines), full])
}

/// Undo, right after something was removed, within reach of the thumb.
pub fn undo(here: Here) -> AnyView {
    let can_undo = is_so(move || here.learner.can_undo());
    let inside = when(can_undo, move || {
        let undo =
            button("mild", words(here.say(Word::Undo)), move || page::keep_place(|| here.learner.undo()));
        element("p", &[], all([words(here.say(Word::TakenAway)), words(" ".to_owned()), undo]))
    });
    element("div", &[("class", "undo"), ("role", "status")], inside)
}

/// A sentence that stands out.
pub fn notice(role: &'static str, inside: AnyView) -> AnyView {
    element("p", &[("class", "notice"), ("role", role)], inside)
}
