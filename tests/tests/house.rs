//! The rules of the house, read from the sources and the built site.

use std::path::{Path, PathBuf};
use waymark::course::{Course, LanguageTag};
use xtask::setup::root;
use xtask::{check, folder, sizes};

/// The import line: a module imports only what is to its right. To the right of
/// it are the crates, where Cargo holds the line.
const LINE: [&str; 10] =
    ["main", "app", "pages", "components", "learner", "browser", "check", "route", "paper", "words"];

/// Where the plain half begins.
const PLAIN: usize = 6;

fn sources() -> Vec<(String, String)> {
    sources_in("src")
}

fn sources_in(folder: &str) -> Vec<(String, String)> {
    let src = root().join(folder);
    let mut found = Vec::new();
    collect(&src, &mut found);
    found
        .into_iter()
        .map(|path: PathBuf| {
            let name = path.strip_prefix(&src).unwrap().display().to_string();
            (name, std::fs::read_to_string(path).unwrap())
        })
        .collect()
}

fn collect(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, found);
        } else {
            found.push(path);
        }
    }
}

fn place_of(name: &str) -> Option<usize> {
    let module = name.split(['/', '.']).next().unwrap();
    LINE.iter().position(|known| *known == module)
}

/// The modules of the app that a source names: `use crate::route::…`, `crate::words::…`.
fn named(text: &str) -> Vec<&str> {
    let paths = text.split("crate::").skip(1);
    let names = paths.filter_map(|rest| rest.split(|c: char| !c.is_alphanumeric() && c != '_').next());
    names.filter(|name| LINE.contains(name)).collect()
}

#[test]
fn a_module_imports_only_what_stands_to_its_right() {
    let mut checked = 0;
    for (name, text) in sources() {
        let Some(place) = place_of(&name) else {
            continue;
        };
        for other in named(&text) {
            let there = LINE.iter().position(|known| *known == other).unwrap();
            assert!(there >= place, "{name} imports {other}, which stands to its left");
            checked += 1;
        }
    }
    assert!(checked > 100, "the imports are found: {checked}");
}

#[test]
fn only_browser_touches_the_browsers_interfaces() {
    for (name, text) in sources() {
        let Some(place) = place_of(&name) else {
            continue;
        };
        let is_browser = LINE[place] == "browser";
        let events = text.replace("web_sys::KeyboardEvent", "").replace("web_sys::Event", "");
        let touches = ["web_sys::", "js_sys::", "gloo"].iter().any(|word| events.contains(word));
        assert!(is_browser || !touches, "{name} touches the browser");
        assert!(place < PLAIN || !text.contains("leptos"), "{name} is of the plain half");
    }
}

#[test]
fn free_text_is_written_in_one_place_and_links_out_come_from_one() {
    for (name, text) in sources().into_iter().chain(sources_in("crates")) {
        assert!(
            !text.contains("<textarea") || name == "components/field.rs",
            "{name} has a field of its own"
        );
        assert!(!text.contains("noreferrer") || name == "components/prose.rs", "{name} links out");
        assert!(!text.contains("inner_html"), "{name} writes HTML");
    }
}

#[test]
fn no_file_is_longer_than_a_reader_can_hold() {
    // The keys of the words are a list, in the order of words.json.
    let all = sources().into_iter().chain(sources_in("crates"));
    let is_source = |name: &str| Path::new(name).extension().is_some_and(|ending| ending == "rs");
    for (name, text) in all.filter(|(name, _)| is_source(name) && name != "words/keys.rs") {
        let lines = text.lines().count();
        assert!(lines <= 400, "{name} has {lines} lines");
    }
}

#[test]
fn the_shipped_modules_have_no_problems() {
    assert_eq!(check::sentences(&root().join("modules")).0, Vec::<String>::new());
}

#[test]
fn an_exercise_and_its_choices_have_the_same_ids_in_every_language() {
    let modules = root().join("modules");
    let read = |tag: &str| {
        let tag = LanguageTag::new(tag).unwrap();
        Course::read(&tag, &folder::files(&modules, &tag))
    };
    let (english, japanese) = (read("en"), read("ja"));
    let mut compared = 0;
    for module in japanese.modules() {
        let other = english.module(&module.id).expect("the module is in English too");
        assert_eq!(module.steps.len(), other.steps.len(), "{}", module.id);
        let ids = |module: &waymark::course::Module| -> Vec<String> {
            let exercises = module.exercises().map(|exercise| {
                let choices = match &exercise.kind {
                    waymark::course::Kind::Choices(choices) => {
                        choices.iter().map(|choice| choice.id.to_string()).collect()
                    }
                    _ => Vec::new(),
                };
                format!(
                    "{} {:?} {:?} {}",
                    exercise.id,
                    exercise.plan,
                    exercise.kind.name(),
                    choices.join(",")
                )
            });
            exercises.collect()
        };
        assert_eq!(ids(module), ids(other), "{}", module.id);
        compared += 1;
    }
    assert!(compared > 0);
}

#[test]
fn every_module_has_the_shape_it_promises() {
    let modules = root().join("modules");
    let tag = LanguageTag::new("en").unwrap();
    let course = Course::read(&tag, &folder::files(&modules, &tag));
    for module in course.modules() {
        let id = &module.id;
        assert!((5..=7).contains(&module.steps.len()), "{id}: {} steps", module.steps.len());
        assert!((25..=50).contains(&module.minutes.unwrap_or(0)), "{id}: minutes");
        let exercises: Vec<_> = module.exercises().collect();
        assert!((4..=8).contains(&exercises.len()), "{id}: {} exercises", exercises.len());
        let mut kinds: Vec<_> = exercises.iter().map(|exercise| exercise.kind.name()).collect();
        kinds.sort();
        kinds.dedup();
        assert!(kinds.len() >= 3, "{id}: {kinds:?}");
        assert!(exercises.iter().any(|exercise| exercise.outward), "{id} looks outward");
        assert!(exercises.iter().any(|exercise| exercise.plan.is_some()), "{id} feeds the plan");
    }
}

#[test]
fn a_first_visit_weighs_no_more_than_it_may() {
    let size = sizes::app();
    assert!(size > 0, "the site is built");
    assert!(size <= sizes::BUDGET, "{size} B brotli, {} allowed", sizes::BUDGET);
}
