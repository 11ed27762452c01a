//! Reports what is wrong in a folder of course files.

use crate::setup::root;
use crate::{Outcome, folder, shape};
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};
use waymark::check::{Around, Screen, all, by_cause};
use waymark::course::{Problem, Trouble};
use waymark::words::{Locale, Words};

/// Prints each problem as `file:line: sentence`, and the modules in a table. Fails if
/// there is something to mend; what is only worth knowing does not count.
pub fn run(at: &Path) -> Outcome {
    let (mut mend, know) = sentences(at);
    mend.extend(shape::sentences(at));
    println!("{}\n", shape::table(at));
    for line in mend.iter().chain(&know) {
        println!("{line}");
    }
    let know = match know.len() {
        0 => String::new(),
        number => format!(" Things to know, or to look at again: {number}."),
    };
    match mend.len() {
        0 => {
            println!("Nothing needs mending in {}.{know}", at.display());
            Ok(())
        }
        number => Err(format!("Things to mend in {}: {number}.{know}", at.display())),
    }
}

/// What to mend in the folder, and what is worth knowing, one line each. The
/// page `#/check` has the same, if the folder is the `modules` of a site.
pub fn sentences(at: &Path) -> (Vec<String>, Vec<String>) {
    let words = Words::shipped(ENGLISH);
    let screens = first_screen(at).unwrap_or_default();
    let around = Around { today: today(), locale: ENGLISH, screens: &screens };
    let found = all(&folder::all_files(at), &around);
    // Ours are meant to be examples; only a centre that takes them over has to mend them.
    let is_ours = at.canonicalize().is_ok_and(|at| at == root().join("modules"));
    let is_to_know = |problem: &&Problem| {
        problem.trouble.is_to_know() || (is_ours && problem.trouble == Trouble::HelpExample)
    };
    let (know, mend): (Vec<_>, Vec<_>) = found.iter().partition(is_to_know);
    let lines = |problems: &[&Problem]| by_cause(problems).iter().map(|cause| line(cause, &words)).collect();
    (lines(&mend), lines(&know))
}

/// One cause on a line, with its other places.
fn line(cause: &[&Problem], words: &Words) -> String {
    let mut places = cause.iter().map(|problem| format!("{}:{}", problem.file, problem.line));
    let first = places.next().unwrap_or_default();
    let sentence = cause.first().map(|problem| words.problem(problem)).unwrap_or_default();
    let others = places.collect::<Vec<_>>().join(", ");
    let others = if others.is_empty() { others } else { format!(" (also in {others})") };
    format!("{first}: {sentence}{others}")
}

/// The first screen of the sealed page beside the folder, if there is one, as `seal`
/// writes it.
fn first_screen(at: &Path) -> Option<Vec<Screen>> {
    let page = std::fs::read_to_string(at.parent()?.join("index.html")).ok()?;
    let screen = page.split("<div id=\"first-screen\">").nth(1)?;
    let mut screens = Vec::new();
    // Each part ends where the next one begins.
    for (before, part) in screen.split(MARK).zip(screen.split(MARK).skip(1)) {
        let Some(language) = part.split('"').next() else {
            continue;
        };
        let is_help = before.ends_with(" class=\"help-places\"");
        let Some(screen) = Screen::of(language, &mut screens) else {
            continue;
        };
        if is_help {
            screen.links.extend(part.split("href=\"").skip(1).filter_map(|link| before_sign(link, '"')));
            continue;
        }
        let name = part.split("<span class=\"home\">").nth(1).and_then(|home| home.split("<span>").nth(1));
        let title = part.split("<h1>").nth(1);
        let leave = part.split("class=\"leave\" href=\"").nth(1);
        screen.head.extend([name, title].into_iter().flatten().filter_map(|name| before_sign(name, '<')));
        screen.head.extend(leave.and_then(|leave| before_sign(leave, '"')));
    }
    Some(screens)
}

/// What begins a part of the first screen, before its language.
const MARK: &str = " data-first-language lang=\"";

/// The text before a sign, as people read it.
fn before_sign(text: &str, sign: char) -> Option<String> {
    let signs = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")];
    let text = text.split(sign).next()?.to_owned();
    Some(signs.iter().fold(text, |text, (name, sign)| text.replace(name, sign)))
}

/// Today, as the app counts days. (It is the day in London: a day more or less
/// does not matter here.)
fn today() -> u32 {
    /// 1 January 1970, counted from 1 January of year 1.
    const EPOCH: u32 = 719_163;
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    EPOCH + u32::try_from(seconds / 86_400).unwrap_or(0)
}

/// What has to be known about languages here, where sentences are printed in English.
pub const ENGLISH: Locale = Locale { plural, day: |_, day| day.to_string() };

fn plural(_: &str, number: usize) -> String {
    if number == 1 { "one" } else { "other" }.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use waymark::course::files::EXERCISES;
    use waymark::course::{AnswerId, Course, Former, Kind, LanguageTag, Problems, SectionId, former};

    fn list(path: &str) -> (Vec<Former>, Vec<SectionId>) {
        let mut problems = Problems::of(path);
        let text = std::fs::read_to_string(root().join(path)).unwrap();
        let found = former::parse(&text, 1, &mut problems);
        assert_eq!(problems.into_vec(), []);
        found
    }

    /// The course that is shipped, and all it has ever had. Learners keep what they wrote
    /// in an exercise that is gone, and the check of a centre has to know of it.
    #[test]
    fn everything_the_course_has_ever_had_is_listed() {
        let language = LanguageTag::english();
        let course = Course::read(&language, &folder::files(&root().join("modules"), &language));
        let (exercises, sections) = list(&format!("modules/{EXERCISES}"));
        for module in course.modules() {
            for exercise in module.exercises().filter(|exercise| !matches!(exercise.kind, Kind::Pause(_))) {
                let id = AnswerId { module: module.id.clone(), exercise: exercise.id.clone() };
                let one = Former { id, section: exercise.plan.clone() };
                assert!(exercises.contains(&one), "modules/{EXERCISES} needs {one:?}");
            }
        }
        for section in &course.plan {
            assert!(sections.contains(&section.id), "modules/{EXERCISES} needs - #{}", section.id);
        }
        for former in &exercises {
            let is_there = course.exercise(&former.id).is_some() || course.former.contains(former);
            assert!(is_there, "modules/*/plan.md needs {former:?} under # Earlier {{#earlier}}");
        }
        let (first, first_sections) = list("tests/editions/exercises-1.md");
        assert!(first.len() > 150);
        for one in &first {
            assert!(exercises.iter().any(|other| other.id == one.id), "{one:?} was in the first edition");
        }
        assert!(first_sections.iter().all(|section| sections.contains(section)));
    }
}
