//! The courses in `examples/`: they are read, and every problem in them is found.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use waymark::check::{Around, all};
use waymark::course::{Course, KindName, Module, Problem, Trouble};
use xtask::check::ENGLISH;
use xtask::folder;
use xtask::setup::root;

/// What the check page would list for one of the courses, on 27 November 2026.
fn problems(course: &str) -> Vec<Problem> {
    const TODAY: u32 = 739_947;
    let files = folder::all_files(&root().join("examples").join(course));
    all(&files, &Around { today: TODAY, locale: ENGLISH, screens: &[] })
}

fn read(course: &str) -> Course {
    let at = root().join("examples").join(course);
    let language = folder::centre(&at).first().clone();
    Course::read(&language, &folder::files(&at, &language))
}

#[test]
fn the_smallest_course_and_the_one_with_every_kind_need_no_mending() {
    for course in ["smallest", "every-kind"] {
        let found = problems(course);
        // Without a words file of its own, a course has the words that come with Waymark.
        assert_eq!(found.len(), 1, "{course}: {found:?}");
        assert_eq!(
            (found[0].file.as_str(), found[0].trouble),
            ("en/words.json", Trouble::TranslationMissing)
        );
    }
}

#[test]
fn the_course_with_every_kind_has_every_kind() {
    let course = read("every-kind");
    let exercises = course.modules().flat_map(Module::exercises);
    let kinds: BTreeSet<KindName> = exercises.map(|exercise| exercise.kind.name()).collect();
    assert_eq!(kinds, KindName::ALL.iter().copied().collect());
}

#[test]
fn each_mistake_is_found_and_nothing_else() {
    let mut found = String::new();
    for Problem { file, line, trouble, what } in problems("mistakes") {
        let _ = writeln!(found, "{}", format!("{file}:{line} {trouble:?} {what}").trim_end());
    }
    let expected = std::fs::read_to_string(root().join("examples/mistakes.txt")).unwrap();
    assert_eq!(found, expected, "found:\n{found}");
}

/// A mistake takes nothing else down: what can be read is there.
#[test]
fn what_can_be_read_beside_mistakes_is_there() {
    let course = read("mistakes");
    let modules: Vec<_> =
        course.modules().map(|module| (module.title.as_str(), module.steps.len())).collect();
    assert_eq!(modules, [("What settles me", 4)]);
    assert_eq!(course.help.places.len(), 2);
}
