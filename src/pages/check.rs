//! For centres: what is wrong in the course files, and what is worth knowing.

use crate::browser::offline::{self, Offline};
use crate::browser::{clock, device, language, page};
use crate::check::{self, Around};
use crate::components::here::Here;
use crate::components::parts::{
    all, button, details, heading, item, link, list, nothing, paragraph, section, soft, subheading, words,
};
use crate::course::centre::SpaceNamed;
use crate::course::{Problem, Problems, Trouble, files};
use crate::route::Route;
use crate::words::Word;
use leptos::prelude::*;

pub fn page(here: Here) -> AnyView {
    let screens = page::first_screen();
    let around = Around { today: clock::today().day_number(), locale: language::LOCALE, screens: &screens };
    let mut found = check::all(here.files, &around);
    found.extend(shared(here));
    let (know, mend): (Vec<_>, Vec<_>) = found.iter().partition(|problem| problem.trouble.is_to_know());
    let number = match mend.len() {
        0 => here.say(Word::CheckNone),
        number => here.words.count(Word::CheckSome, number),
    };
    all([
        heading(words(here.say(Word::Check))),
        paragraph("", words(here.say(Word::CheckAbout))),
        paragraph("lead", words(number)),
        languages(here),
        part(here, "mend", Word::CheckMend, &mend),
        part(here, "know", Word::CheckKnow, &know),
        paragraph("", link("alone", &Route::Write.href(), here.say(Word::Write))),
        version(here),
    ])
}

/// Which version this is, and the page about it that was uploaded beside this one.
fn version(here: Here) -> AnyView {
    let version = here.words.fill(Word::CheckVersion, &[("version", env!("CARGO_PKG_VERSION"))]);
    let changes = match offline::state() {
        Some(Offline::File) => nothing(),
        _ => link("", "changes.html", here.say(Word::CheckChanges)),
    };
    paragraph("soft", all([words(version), words(" ".to_owned()), changes]))
}

/// The way to the other languages, where only one was fetched.
fn languages(here: Here) -> AnyView {
    let mut offered = here.course.centre.languages.iter();
    let is_fetched =
        offered.all(|other| here.files.get(&files::path(&other.language, "course.md")).is_some());
    match is_fetched {
        true => nothing(),
        false => all([
            soft(here.say(Word::CheckOne)),
            button("", words(here.say(Word::CheckAll)), page::load_again),
        ]),
    }
}

fn part(here: Here, id: &'static str, title: Word, problems: &[&Problem]) -> AnyView {
    if problems.is_empty() {
        return nothing();
    }
    let rows = list("entries", check::by_cause(problems).into_iter().map(|cause| row(here, &cause)));
    section("", id, all([subheading(id, here.say(title)), rows]))
}

/// Problems of one cause: one sentence and its places, which unfold if there are several.
fn row(here: Here, cause: &[&Problem]) -> AnyView {
    let Some(first) = cause.first() else {
        return nothing();
    };
    let places = cause.iter().map(|problem| place(here, problem));
    let places = match cause.len() {
        1 => all(places),
        number => details("", here.words.count(Word::CheckPlaces, number), all(places)),
    };
    item("card", all([paragraph("", words(here.words.problem(first))), places]))
}

fn place(here: Here, problem: &Problem) -> AnyView {
    match problem.file.as_str() {
        "" => nothing(),
        file => {
            let place = [("file", file), ("line", &problem.line.to_string())];
            soft(here.words.fill(Word::CheckPlace, &place))
        }
    }
}

/// Whether other apps can read what learners write, and other Waymarks write there too.
/// It is in no file.
fn shared(here: Here) -> Vec<Problem> {
    let mut problems = Problems::of("");
    if let Some(host) = device::shared_host() {
        problems.note(1, Trouble::HostShared, &host);
        if here.course.centre.space == SpaceNamed::Shared {
            problems.note(1, Trouble::SpaceShared, &host);
        }
    }
    problems.into_vec()
}
