//! For centres: what is wrong in the course files.

use crate::components::here::Here;
use crate::components::parts::{all, heading, item, list, paragraph, soft, words};
use crate::course::Problem;
use crate::words::Word;
use leptos::prelude::*;

pub fn page(here: Here, problems: &'static [Problem]) -> AnyView {
    let found = match problems.len() {
        0 => here.say(Word::CheckNone),
        number => here.words.count(Word::CheckSome, number),
    };
    all([
        heading(words(here.say(Word::Check))),
        paragraph("", words(here.say(Word::CheckAbout))),
        paragraph("lead", words(found)),
        list("entries", problems.iter().map(|problem| row(here, problem))),
    ])
}

fn row(here: Here, problem: &Problem) -> AnyView {
    let place = [("file", problem.file.as_str()), ("line", &problem.line.to_string())];
    let place = soft(here.words.fill(Word::CheckPlace, &place));
    item("card", all([place, paragraph("", words(here.words.problem(problem)))]))
}
