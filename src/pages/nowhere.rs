//! An address with nothing at it.

use crate::components::here::Here;
use crate::components::parts::{all, heading, item, link, list, paragraph, words};
use crate::components::picture::scene;
use crate::route::Route;
use crate::words::Word;
use leptos::prelude::*;

pub fn page(here: Here) -> AnyView {
    let places = [
        (Route::Home, Word::Home),
        (Route::Modules, Word::Modules),
        (Route::Goals, Word::Goals),
        (Route::Help, Word::Help),
    ];
    let places = places.map(|(to, word)| item("", link("alone", &to.href(), here.say(word))));
    all([
        scene("clearing"),
        heading(words(here.say(Word::Nowhere))),
        paragraph("", words(here.say(Word::NowhereAbout))),
        list("", places),
    ])
}
