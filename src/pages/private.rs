//! Keeping others out: leaving at once, quiet titles, the lock, and a session
//! that leaves no trace.

use super::locked::why;
use super::settings::group;
use crate::browser::page;
use crate::browser::session::Session;
use crate::components::confirm::confirm;
use crate::components::here::Here;
use crate::components::parts::{
    all, button, details, element, heading, is_so, link, live, paragraph, section, select, soft, subheading,
    when, words,
};
use crate::components::passphrase::{self, For};
use crate::keep::lock::MINUTES;
use crate::keep::{NotKept, Way};
use crate::record::{Preference, Record};
use crate::route::Route;
use crate::words::Word;
use leptos::prelude::*;

pub fn page(here: Here) -> AnyView {
    let way = Memo::new(move |_| here.learner.way() as usize);
    all([
        heading(words(here.say(Word::Private))),
        paragraph("lead", words(here.say(Word::PrivateAbout))),
        leaving(here),
        translating(here),
        live(move || {
            way.get();
            untrack(|| all([without_trace(here), lock(here)]))
        }),
    ])
}

fn leaving(here: Here) -> AnyView {
    let inside = [
        subheading("leaving", here.say(Word::Leave)),
        paragraph("", words(here.say(Word::LeaveAbout))),
        soft(here.say(Word::LeaveHistory)),
        group(here, Preference::Shift),
        group(here, Preference::Titles),
    ];
    section("", "leaving", all(inside))
}

fn translating(here: Here) -> AnyView {
    let about = paragraph("", words(here.say(Word::TranslateAbout)));
    section("", "translate", all([subheading("translate", here.say(Word::Translate)), about]))
}

fn without_trace(here: Here) -> AnyView {
    let begin = move || here.learner.begin_without_trace(Session::NoTrace);
    let end = move || {
        here.learner.end_without_trace();
        request_animation_frame(page::focus_heading);
    };
    let take = paragraph("", link("way-on", &Route::Data.href(), here.say(Word::NoTraceTake)));
    let now = match (here.learner.leaves_no_trace(), here.learner.read(Record::has_words)) {
        (true, true) => all([take, ask_to_end(here, end)]),
        (true, false) => button("", words(here.say(Word::NoTraceEnd)), end),
        // Beginning one would lose such words.
        (false, _) if here.learner.has_unkept() => soft(here.say(Word::NoTraceUnkept)),
        (false, _) => button("", words(here.say(Word::NoTraceBegin)), begin),
    };
    let inside = [
        subheading("no-trace", here.say(Word::NoTrace)),
        paragraph("", words(here.say(Word::NoTraceAbout))),
        soft(here.say(Word::NoTraceHistory)),
        now,
    ];
    section("", "no-trace", all(inside))
}

/// Ends a session that keeps nothing, after asking.
pub fn ask_to_end(here: Here, end: impl Fn() + Send + Sync + 'static) -> AnyView {
    confirm(here.say(Word::NoTraceEnd), here.say(Word::NoTraceEndSure), here.words, end)
}

fn lock(here: Here) -> AnyView {
    let now = match here.learner.way() {
        Way::Open => put(here),
        Way::Unlocked => change(here),
        Way::Blocked | Way::Page | Way::Locked => soft(here.say(Word::LockNothing)),
    };
    let inside =
        [subheading("lock", here.say(Word::Lock)), paragraph("", words(here.say(Word::LockAbout))), now];
    section("", "lock", all([all(inside), more_closed(here)]))
}

/// What is behind an earlier lock, such as one that another tab put on at the same time.
fn more_closed(here: Here) -> AnyView {
    let is_any = is_so(move || here.learner.more_closed() > 0);
    when(is_any, move || {
        let open = move |passphrase: &str, _: &str| match here.learner.unlock_more(passphrase) {
            true => None,
            false => Some(Word::PassphraseWrong),
        };
        let about = paragraph("notice", words(here.say(Word::MoreClosed)));
        all([about, passphrase::ask(here, For::Open, Word::MoreClosedOpen, open)])
    })
}

fn put(here: Here) -> AnyView {
    let put = move |_: &str, new: &str| here.learner.put_lock(new).err().map(not_kept);
    let backup = link("", &Route::Data.href(), here.say(Word::LockBackup));
    all([
        paragraph("notice", all([words(here.say(Word::LockForgottenFirst)), words(" ".to_owned()), backup])),
        soft(here.say(Word::LockBefore)),
        soft(here.say(Word::PassphraseAdvice)),
        passphrase::ask(here, For::New, Word::LockPut, put),
    ])
}

fn change(here: Here) -> AnyView {
    let chosen = RwSignal::new(here.learner.lock_minutes().unwrap_or_default());
    let offered = MINUTES.map(|minutes| {
        (
            minutes.to_string(),
            here.words.count(Word::LockMinutes, usize::try_from(minutes).unwrap_or_default()),
        )
    });
    let choose = move |minutes: String| {
        if let Ok(minutes) = minutes.parse() {
            here.learner.set_lock_minutes(minutes);
            chosen.set(minutes);
        }
    };
    let minutes = Memo::new(move |_| chosen.get().to_string());
    let change = move |old: &str, new: &str| {
        Some(here.learner.change_passphrase(old, new).map_or_else(why, |()| Word::PassphraseChanged))
    };
    let off = move |old: &str, _: &str| match here.learner.opens_with(old) {
        Ok(()) => here.learner.take_lock_off().err().map(not_kept),
        Err(shut) => Some(why(shut)),
    };
    let row = element(
        "div",
        &[("class", "row")],
        button("", words(here.say(Word::LockNow)), move || here.learner.shut()),
    );
    all([
        paragraph("", words(here.say(Word::LockOn))),
        row,
        select(here.say(Word::LockIdle), &offered, minutes, choose),
        details(
            "",
            here.say(Word::PassphraseChange),
            all([
                soft(here.say(Word::PassphraseChangeOld)),
                passphrase::ask(here, For::Change, Word::PassphraseChange, change),
            ]),
        ),
        details("", here.say(Word::LockOff), passphrase::ask(here, For::Open, Word::LockOff, off)),
    ])
}

fn not_kept(why: NotKept) -> Word {
    match why {
        NotKept::Full => Word::LockFull,
        NotKept::Blocked => Word::LockBlocked,
    }
}
