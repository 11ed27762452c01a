//! How the course was made and who has read it, as the centre's file says.

use crate::components::here::Here;
use crate::components::other_language::{in_language, other_language};
use crate::components::parts::{all, heading, words};
use crate::components::prose::prose;
use leptos::prelude::*;

/// `#/about`.
pub fn page(here: Here) -> AnyView {
    let Some((about, language)) = &here.course.about else {
        return super::nowhere::page(here);
    };
    all([
        in_language(here, language, heading(words(about.title.clone()))),
        other_language(here, language),
        in_language(here, language, prose(&about.blocks)),
    ])
}
