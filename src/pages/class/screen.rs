//! The screen of a class: one thing at a time, very large.

use super::{follow_keys, shown};
use crate::browser::{address, device, download, page};
use crate::class::Over;
use crate::components::code::code;
use crate::components::field::{Field, Name};
use crate::components::here::Here;
use crate::components::in_class::InClass;
use crate::components::other_language::in_language;
use crate::components::parts::{
    all, button, control, details, element, heading, live, nothing, paragraph, sign, soft, unfolding, words,
};
use crate::components::pause::pause;
use crate::components::prose::prose;
use crate::course::{ClassPart, ModuleId, Way};
use crate::route::Route;
use crate::words::Word;
use leptos::prelude::*;

/// `#/class/<module>/<part>`.
pub fn page(here: Here, id: &ModuleId, at: usize) -> AnyView {
    let class = InClass::get();
    let found = class
        .classes
        .plan(id)
        .and_then(|(plan, language)| plan.parts.get(at - 1).map(|part| (plan, part, language)));
    let Some((plan, part, language)) = found else {
        return super::super::nowhere::page(here);
    };
    let parts = plan.parts.len();
    class.go_to(id, at);
    follow(class, id.clone(), at);
    let turn = turner(id.clone(), at, parts);
    follow_keys(class, turn);
    let id = id.clone();
    let over = Memo::new(move |_| class.over() as usize);
    focus_what_comes(over);
    let inside = live(move || {
        over.get();
        match untrack(|| class.over()) {
            Over::Nothing => all([
                in_language(here, language, open(here, &id, part, turner(id.clone(), at, parts))),
                controls(here, class, turner_views(here, id.clone(), at, parts)),
            ]),
            over => laid(here, class, over, &id, part.step),
        }
    });
    element("div", &[("class", "screen")], inside)
}

/// A part. A click or a touch beside its words goes on; one on a word points at it, or
/// selects it. To go back, and for people who use a screen reader or Tab, there are buttons.
fn open(here: Here, id: &ModuleId, part: &ClassPart, on: impl Fn(isize) + 'static) -> AnyView {
    let inside = [heading(words(part.title.clone())), prose(&shown(here, id, part)), invitation(here, part)];
    let press = move |event: web_sys::Event| {
        if event.target() == event.current_target() {
            on(1);
        }
    };
    control("div", &[("class", "shown")], "click", press, all(inside))
}

/// Moves the focus to what covers the screen, and back.
fn focus_what_comes(over: Memo<usize>) {
    Effect::new(move |before: Option<()>| {
        over.get();
        if before.is_some() {
            request_animation_frame(page::focus_heading);
        }
    });
}

/// Follows when another window moves on.
fn follow(class: InClass, id: ModuleId, at: usize) {
    Effect::new(move |_| {
        if let Some(now) = class.now_in(&id).filter(|now| now.part != at) {
            address::go(&Route::ClassScreen(now.module, now.part));
        }
    });
}

/// Goes on or back, if there is such a part.
fn turner(id: ModuleId, at: usize, parts: usize) -> impl Fn(isize) + Clone {
    move |by: isize| {
        let part = at.saturating_add_signed(by);
        if (1..=parts).contains(&part) {
            address::go(&Route::ClassScreen(id.clone(), part));
        }
    }
}

fn turner_views(here: Here, id: ModuleId, at: usize, parts: usize) -> AnyView {
    let turn = turner(id, at, parts);
    let back = turn.clone();
    let place = [("n", &*at.to_string()), ("of", &*parts.to_string())];
    all([
        sign("‹", here.say(Word::ClassBefore), move || back(-1)),
        element("span", &[], words(here.words.fill(Word::ClassPart, &place))),
        sign("›", here.say(Word::ClassOn), move || turn(1)),
    ])
}

/// An exercise is an invitation here, never something to fill in.
fn invitation(here: Here, part: &ClassPart) -> AnyView {
    match part.is_writing {
        true => soft(here.say(Word::ClassWrite)),
        false => nothing(),
    }
}

fn controls(here: Here, class: InClass, turning: AnyView) -> AnyView {
    let lay = |over: Over, name: Word| button("", words(here.say(name)), move || class.lay(over));
    let more = all([
        lay(Over::Blank, Word::ClassDark),
        lay(Over::Code, Word::ClassCode),
        lay(Over::Shared, Word::ClassCodeShared),
        lay(Over::Pause, Word::ClassPause),
    ]);
    let more = details("more", here.say(Word::ClassMore), more);
    let board = unfolding("board", here.say(Word::ClassBoard), move || board(here, class));
    element("div", &[("class", "controls")], all([turning, more, board]))
}

/// What the group says, for all to see.
fn board(here: Here, class: InClass) -> AnyView {
    let value = crate::components::parts::text(move || class.board.get());
    let field = Field { name: Name::Label(here.say(Word::ClassBoard)), value, lines: 4 };
    let take = move || {
        download::save("class.txt", "text/plain", &class.board.get_untracked());
    };
    all([
        field.view(move |words| class.board.set(words)),
        soft(here.say(Word::ClassBoardAbout)),
        button("", words(here.say(Word::ClassBoardTake)), take),
    ])
}

/// The learner's page that belongs to a part; for a device of one's own, or for one
/// that several people use.
fn address_of(id: &ModuleId, step: Option<usize>, is_shared: bool) -> String {
    let route = match (step, is_shared) {
        (step, true) => Route::Shared(Some((id.clone(), step.unwrap_or(1)))),
        (Some(step), false) => Route::Step(id.clone(), step),
        (None, false) => Route::Module(id.clone()),
    };
    format!("{}{}", device::folder(), route.href())
}

fn laid(here: Here, class: InClass, over: Over, id: &ModuleId, step: Option<usize>) -> AnyView {
    let clear = move || button("", words(here.say(Word::ClassClear)), move || class.lay(over));
    let title = |word: Word| heading(words(here.say(word)));
    match over {
        Over::Nothing => nothing(),
        Over::Blank => {
            let name = element("span", &[("class", "heard")], words(here.say(Word::ClassClear)));
            let title = element("h1", &[("class", "heard")], words(here.say(Word::ClassDark)));
            all([title, button("over dark", name, move || class.lay(Over::Blank))])
        }
        Over::Code | Over::Shared => {
            let is_shared = over == Over::Shared;
            let address = address_of(id, step, is_shared);
            let short = address.trim_start_matches("https://").trim_start_matches("http://").to_owned();
            let (name, about) = match is_shared {
                true => (Word::ClassCodeShared, Word::ClassCodeSharedAbout),
                false => (Word::ClassCode, Word::ClassCodeAbout),
            };
            let about = [title(name), paragraph("address", words(short)), soft(here.say(about)), clear()];
            let about = element("div", &[], all(about));
            element("div", &[("class", "over with-code")], all([code(&address), about]))
        }
        Over::Pause => {
            let inside = [title(Word::ClassPause), pause(Way::Breathing, here.words), clear()];
            element("div", &[("class", "over")], all(inside))
        }
    }
}
