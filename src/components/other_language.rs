//! Marks what is not available in the page's language as being in another.

use super::here::Here;
use super::parts::{element, nothing, soft};
use crate::browser::{language, page};
use crate::course::LanguageTag;
use crate::words::Word;
use leptos::prelude::*;

/// A note that something is in another language; nothing where it is not.
pub fn other_language(here: Here, own: &LanguageTag) -> AnyView {
    if *own == here.course.language {
        return nothing();
    }
    let wanted = language::name_of(here.course.language.as_str());
    let other = language::name_of(own.as_str());
    soft(here.words.fill(Word::OtherLanguage, &[("language", &wanted), ("other", &other)]))
}

/// Marks something with its own language, so that voices and fonts fit it.
pub fn in_language(here: Here, own: &LanguageTag, inside: AnyView) -> AnyView {
    match *own == here.course.language {
        true => inside,
        false => element("div", &[("lang", own.as_str()), ("dir", page::direction(own))], inside),
    }
}
