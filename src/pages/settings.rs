//! How a learner likes to read: the language.

use crate::browser::{language, page};
use crate::components::here::Here;
use crate::components::parts::{all, choice, choices, element, heading, is_so, soft, words};
use crate::course::LanguageTag;
use crate::record::Change;
use crate::words::Word;
use leptos::prelude::*;

pub fn page(here: Here) -> AnyView {
    let languages = here.course.centre.languages.iter();
    let languages = languages.map(|welcome| language_choice(here, &welcome.language));
    let inside = all([soft(here.say(Word::LanguageAbout)), all(languages)]);
    all([
        heading(words(here.say(Word::Settings))),
        choices("settings", words(here.say(Word::Language)), inside),
    ])
}

fn language_choice(here: Here, tag: &LanguageTag) -> AnyView {
    let name = language::name_of(tag.as_str());
    let is_current = here.course.language == *tag;
    let chosen = tag.clone();
    let choose = move |_| {
        here.learner.change(Change::Language(chosen.clone()));
        // The course files of another language are fetched by a new page:
        // this one has given up the network.
        page::load_again();
    };
    let shown = element("span", &[("lang", tag.as_str())], words(name));
    choice("radio", "language".to_owned(), is_so(move || is_current), choose, shown)
}
