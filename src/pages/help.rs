//! Help now: where to turn, as the centre wrote it.

use crate::components::here::Here;
use crate::components::other_language::{in_language, other_language};
use crate::components::parts::{all, heading, link, nothing, paragraph, section, soft, subheading, words};
use crate::components::prose::prose;
use crate::course::HelpPlace;
use crate::paper::plan;
use crate::record::LocalDate;
use crate::route::Route;
use crate::words::Word;
use leptos::prelude::*;

pub fn page(here: Here) -> AnyView {
    let help = &here.course.help;
    let title = if help.title.is_empty() { here.say(Word::Help) } else { help.title.clone() };
    let places = help.places.iter().enumerate().map(|(at, place)| place_view(here, at, place));
    all([
        heading(words(title)),
        other_language(here, &here.course.help_language),
        in_language(here, &here.course.help_language, prose(&help.opening)),
        card(here),
        in_language(here, &here.course.help_language, all(places)),
        paragraph("", link("way-on", &Route::Pause.href(), here.say(Word::Pause))),
    ])
}

/// The way to the crisis card, once there are words on it.
fn card(here: Here) -> AnyView {
    let is_there = here.learner.read(|record| !plan::card(here.course, record, here.words).is_empty());
    match is_there {
        true => paragraph("", link("way-on", &Route::Card.href(), here.say(Word::Card))),
        false => nothing(),
    }
}

fn place_view(here: Here, at: usize, place: &HelpPlace) -> AnyView {
    let id = format!("place-{at}");
    let checked = match &place.checked {
        Some(day) => {
            let day = LocalDate::parse(day).map_or_else(|| day.clone(), |day| here.day(day));
            soft(here.words.fill(Word::HelpChecked, &[("day", &day)]))
        }
        None => nothing(),
    };
    section("help-place", &id, all([subheading(&id, place.title.clone()), prose(&place.blocks), checked]))
}
