//! What stands in the same place on every page: the way home, help, leaving,
//! the places, and notices.

use super::here::Here;
use super::mark::mark;
use super::notice::notices;
use super::parts::{all, button, element, item, link, list, soft, words};
use crate::browser::{leave, page};
use crate::route::Route;
use crate::words::Word;
use leptos::prelude::*;

/// The page around a page.
pub fn shell(here: Here, route: Memo<Route>, page: AnyView) -> AnyView {
    let skip = move |event: web_sys::MouseEvent| {
        // The address names the page, so the jump is made without it.
        event.prevent_default();
        page::focus_main();
    };
    view! {
        <a class="skip" href="#page" on:click=skip>{words(here.say(Word::SkipToPage))}</a>
        {header(here, route)}
        {element("main", &[("id", "page")], all([notices(here), page]))}
        {footer(here)}
    }
    .into_any()
}

fn header(here: Here, route: Memo<Route>) -> AnyView {
    let leave = move || leave::leave(&here.course.centre.leave);
    let places = [
        (Route::Modules, Word::Modules),
        (Route::Goals, Word::Goals),
        (Route::Plan, Word::Plan),
        (Route::Pause, Word::Pause),
    ];
    let places = places.map(|(to, word)| place_link(here, route, to, word));
    let name = element("span", &[], words(here.course.welcome().name.clone()));
    let home = element("a", &[("class", "home"), ("href", &Route::Home.href())], all([mark(), name]));
    let always = [
        link("help", &Route::Help.href(), here.say(Word::Help)),
        button("leave", words(here.say(Word::Leave)), leave),
    ];
    let always = element("div", &[("class", "always")], all(always));
    let nav = element("nav", &[("aria-label", &here.say(Word::MainPlaces))], list("", places));
    element("header", &[("class", "top")], all([home, always, nav]))
}

fn place_link(here: Here, route: Memo<Route>, to: Route, word: Word) -> AnyView {
    let href = to.href();
    let current = Signal::derive(move || (route.get().section() == to).then_some("page"));
    item("", view! { <a href=href aria-current=current>{words(here.say(word))}</a> }.into_any())
}

fn footer(here: Here) -> AnyView {
    let links = [(Route::Data, Word::Data), (Route::Settings, Word::Settings), (Route::Check, Word::Check)];
    let links = links.map(|(to, word)| item("", link("", &to.href(), here.say(word))));
    element("footer", &[], all([soft(here.say(Word::Footer)), list("", links)]))
}
