//! A page between the site and a class, where words would be lost on the way.

use crate::components::here::Here;
use crate::components::parts::{all, element, heading, paragraph, words};
use crate::route::Route;
use crate::words::Word;
use leptos::prelude::*;

pub fn page(route: &Route, here: Here) -> AnyView {
    let href = route.href();
    let attributes = [("class", "way-on"), ("href", &*href), ("target", "_blank"), ("rel", "noopener")];
    all([
        heading(words(super::title(route, here))),
        paragraph("notice", words(here.say(Word::ClassApart))),
        paragraph("", element("a", &attributes, words(here.say(Word::ClassWindow)))),
    ])
}
