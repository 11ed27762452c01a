//! What is in the same place on every page: the way home, help, leaving,
//! the places, and notices.

use super::here::Here;
use super::notice::{notices, undo};
use super::parts::{
    all, button, changing, control, element, is_so, item, link, list, live_text, nothing, soft, when, words,
};
use super::picture::{mark, padlock};
use crate::browser::{leave, page};
use crate::route::Route;
use crate::words::Word;
use leptos::prelude::*;

/// The frame around a page. `announced` is the title of a page just opened, to
/// be announced.
pub fn shell(here: Here, route: Memo<Route>, announced: RwSignal<String>, page: AnyView) -> AnyView {
    all([
        skip_link(here),
        header(here),
        places(here, route),
        element("main", &[("id", "page")], all([notices(here), page])),
        footer(here),
        undo(here),
        element("p", &[("class", "heard"), ("role", "status")], live_text(move || announced.get())),
        element("div", &[("class", "ruler"), ("aria-hidden", "true")], nothing()),
    ])
}

fn skip_link(here: Here) -> AnyView {
    let skip = move |event: web_sys::Event| {
        // The address names the page, so the jump is made without it.
        event.prevent_default();
        page::focus_main();
    };
    control("a", &[("class", "skip"), ("href", "#page")], "click", skip, words(here.say(Word::SkipToPage)))
}

/// The frame around a page of class mode. A screen has none.
pub fn class_shell(here: Here, route: Memo<Route>, announced: RwSignal<String>, page: AnyView) -> AnyView {
    let is_screen = is_so(move || matches!(route.get(), Route::ClassScreen(..)));
    let around = when(is_so(move || !is_screen.get()), move || all([skip_link(here), class_header(here)]));
    all([
        around,
        element("main", &[("id", "page"), ("class", "in-class")], page),
        when(is_so(move || !is_screen.get()), move || class_footer(here)),
        element("p", &[("class", "heard"), ("role", "status")], live_text(move || announced.get())),
    ])
}

/// All sessions, help and leaving.
fn class_header(here: Here) -> AnyView {
    let name = element("span", &[], words(here.say(Word::Class)));
    let home = element("a", &[("class", "home"), ("href", &Route::Class.href())], all([logo(here), name]));
    let always = all([
        link("help", &Route::Help.href(), here.say(Word::Help)),
        button("leave", words(here.say(Word::Leave)), move || leave(here)),
    ]);
    let row = all([home, element("div", &[("class", "always")], always)]);
    element("header", &[("class", "top")], element("div", &[], row))
}

/// All sessions, and the way back to the site, which reloads it.
fn class_footer(here: Here) -> AnyView {
    let links = [(Route::Class, Word::ClassBack), (Route::Home, Word::ClassLeave)];
    let links = links.map(|(to, word)| item("", link("", &to.href(), here.say(word))));
    element("footer", &[], list("", links))
}

/// The way home, help and leaving.
fn header(here: Here) -> AnyView {
    let leave = move || leave(here);
    let name = element("span", &[], words(here.course.welcome().name.clone()));
    let home = element("a", &[("class", "home"), ("href", &Route::Home.href())], all([logo(here), name]));
    let lock = when(is_so(move || here.learner.is_unlocked()), move || {
        let name = element("span", &[("class", "heard")], words(here.say(Word::LockNow)));
        button("leave shut", all([padlock(), name]), move || here.learner.shut())
    });
    let always = [
        link("help", &Route::Help.href(), here.say(Word::Help)),
        lock,
        button("leave", words(here.say(Word::Leave)), leave),
    ];
    let always = element("div", &[("class", "always")], all(always));
    let row = element("div", &[], all([home, always]));
    element("header", &[("class", "top")], row)
}

/// The centre's logo, or the app's mark. The name is beside it.
fn logo(here: Here) -> AnyView {
    match here.course.centre.logo_address(here.files) {
        Some(address) => element("img", &[("class", "logo"), ("src", &address), ("alt", "")], nothing()),
        None => mark(),
    }
}

/// Leaves the page at once, for the one the centre chose.
pub fn leave(here: Here) {
    here.learner.shut();
    leave::leave(&here.course.centre.leave);
}

fn places(here: Here, route: Memo<Route>) -> AnyView {
    let places = [
        (Route::Modules, Word::Modules),
        (Route::Goals, Word::Goals),
        (Route::Plan, Word::Plan),
        (Route::Journal, Word::Journal),
        (Route::Pause, Word::PausePlace),
    ];
    let places = places.map(|(to, word)| place_link(here, route, to, word));
    element("nav", &[("class", "places"), ("aria-label", &here.say(Word::MainPlaces))], list("", places))
}

fn place_link(here: Here, route: Memo<Route>, to: Route, word: Word) -> AnyView {
    let href = to.href();
    let current = move || if route.get().section() == to { "page" } else { "false" };
    item("", changing("a", &[("href", &href)], "aria-current", current, words(here.say(word))))
}

fn footer(here: Here) -> AnyView {
    let links = [
        (Route::Data, Word::Data),
        (Route::Private, Word::Private),
        (Route::Settings, Word::Settings),
        (Route::Check, Word::Check),
    ];
    let links = links.map(|(to, word)| item("", link("", &to.href(), here.say(word))));
    // In a window of its own: class mode reloads the page, and a session that keeps
    // nothing would lose its words.
    let href = Route::Class.href();
    let attributes = [("href", &*href), ("target", "_blank"), ("rel", "noopener")];
    let class = item("", element("a", &attributes, words(here.say(Word::Class))));
    let about = here
        .course
        .about
        .iter()
        .map(|(about, _)| item("", link("", &Route::About.href(), about.title.clone())));
    let links = all([all(links), class, all(about)]);
    element("footer", &[], all([soft(here.say(Word::Footer)), element("ul", &[], links)]))
}
