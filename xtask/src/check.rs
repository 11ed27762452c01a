//! Tells what is wrong in a folder of course files.

use crate::{Outcome, folder};
use std::path::Path;
use waymark::course::{Course, LanguageTag, Problem, files};
use waymark::route;
use waymark::words::{Locale, Words};

/// Prints each problem as `file:line: sentence`. Fails if there is one.
pub fn run(at: &Path) -> Outcome {
    let lines = sentences(at);
    for line in &lines {
        println!("{line}");
    }
    match lines.len() {
        0 => {
            println!("Nothing is wrong in {}.", at.display());
            Ok(())
        }
        number => Err(format!("{number} things to mend in {}.", at.display())),
    }
}

/// Each problem in the folder as a line, each once.
pub fn sentences(at: &Path) -> Vec<String> {
    let words = Words::shipped(ENGLISH);
    let mut lines = Vec::new();
    for welcome in folder::centre(at).languages {
        for problem in problems(at, &welcome.language) {
            let line = format!("{}:{}: {}", problem.file, problem.line, words.problem(&problem));
            if !lines.contains(&line) {
                lines.push(line);
            }
        }
    }
    lines
}

/// Everything wrong in one language of a folder, as the app's check page has it.
pub fn problems(at: &Path, language: &LanguageTag) -> Vec<Problem> {
    let read = folder::files(at, language);
    let course = Course::read(language, &read);
    let mut problems = course.problems.clone();
    let name = files::path(language, "words.json");
    let (text, unread) = files::text_of(&name, &read);
    let unread = unread.into_vec();
    if unread.is_empty() {
        problems.extend(Words::read(language.as_str(), &name, &text, ENGLISH).1);
    }
    problems.extend(unread);
    problems.extend(route::problems(&course));
    problems
}

/// What is known of languages here: the sentences are printed in English.
pub const ENGLISH: Locale = Locale { plural, day: |_, day| day.to_string() };

fn plural(_: &str, number: usize) -> String {
    if number == 1 { "one" } else { "other" }.to_owned()
}
