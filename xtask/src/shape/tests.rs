//! A course that is as it is meant to be, and what is reported for each way in which it
//! is not.

use super::{sentences, table};
use std::fs;
use std::path::Path;
use tempfile::TempDir;

/// A step of 130 short words, with one exercise.
fn step(title: &str, exercise: &str) -> String {
    format!("## {title}\n\n{}\n\n{exercise}\n\n", "We sit by the sea and look at the waves. ".repeat(13))
}

fn module() -> String {
    let exercises = [
        "```{list} one\n:plan: well\nWhat?\n```",
        "```{reflection} two\n:outward:\nWhat would need to change?\n```",
        "```{practice} three\nTry it.\n```",
        "> **A made-up example.** Ana is 33 and hums.\n\n```{reflection} four\nWhat?\n```",
        "```{goal} five\nWhat?\n```",
    ];
    let steps =
        exercises.iter().zip(["A", "B", "C", "D", "E"]).map(|(exercise, title)| step(title, exercise));
    format!("---\ntitle: M\nsummary: S\nminutes: 30\n---\n\n{}", steps.collect::<String>())
}

fn notes() -> String {
    "---\ntitle: M\nminutes: 60\nmaterials: Paper\n---\n\n## Opening\n\nminutes: 20\nshow: agreement\n\n\
     ### Peer {#peer}\n\nHello.\n\n## Closing\n\nminutes: 40\nshow: closing\n\n### Peer {#peer}\n\nBye.\n"
        .to_owned()
}

/// A folder with one module, put in through `change`.
fn folder(change: &dyn Fn(&Path)) -> TempDir {
    let folder = TempDir::new().unwrap();
    let at = folder.path();
    fs::create_dir_all(at.join("en/class")).unwrap();
    for (name, text) in [
        ("centre.md", "---\nleave: https://example.org/\n---\n# W {#en}\n\nHi.\n".to_owned()),
        ("en/course.md", "# Start {#start}\n\n- [M](m.md)\n".to_owned()),
        ("en/plan.md", "## Well {#well}\n\nWhat keeps me well.\n".to_owned()),
        ("en/help.md", "---\ntitle: Help\n---\n## Here\n\n- [999](tel:999)\n".to_owned()),
        ("en/words.json", "{}".to_owned()),
        ("en/m.md", module()),
        ("en/class/m.md", notes()),
    ] {
        fs::write(at.join(name), text).unwrap();
    }
    change(at);
    folder
}

/// What is reported once a text in a file is replaced by another.
fn said(file: &str, from: &str, to: &str) -> Vec<String> {
    let folder = folder(&|at| {
        let text = fs::read_to_string(at.join(file)).unwrap();
        assert!(text.contains(from), "{file} has {from:?}");
        fs::write(at.join(file), text.replace(from, to)).unwrap();
    });
    let all = sentences(folder.path());
    all.into_iter().filter(|line| !line.contains("No module has an exercise of the kind")).collect()
}

#[test]
fn a_course_as_it_is_meant_to_be_has_nothing_to_mend_but_the_kinds_it_lacks() {
    assert_eq!(said("en/m.md", "title: M", "title: M"), [""; 0]);
    let folder = folder(&|_| {});
    assert_eq!(sentences(folder.path()).len(), 12 - 4, "{:?}", sentences(folder.path()));
}

#[test]
fn each_way_to_differ_is_said() {
    let long = "We sit by the sea and look at the waves. ".repeat(40);
    let hard = "Notwithstanding considerable institutional complexity, organisational accountability \
                necessitates interdisciplinary collaboration. "
        .repeat(13);
    for (file, from, to, wanted) in [
        ("en/m.md", "minutes: 30", "minutes: 90", "Minutes: 90"),
        ("en/m.md", "## E\n", "### E\n", "Steps: 4"),
        ("en/m.md", "## A\n", &format!("## A\n\n{long}\n"), "words besides its exercises"),
        ("en/m.md", "## A\n\n", &format!("## A\n\n{hard}\n"), "reads like grade"),
        ("en/m.md", ":outward:\n", "", "No exercise asks what around a person"),
        ("en/m.md", "{goal}", "{reflection}", "No exercise of the last step feeds"),
        ("en/m.md", "## B\n", "## B\n\nSome think of suicide.\n", "with a `note:` at the top"),
        ("en/m.md", "## B\n", "## B\n\nSome think of suicide.\n", "no link to #/help"),
        ("en/m.md", "## B\n", "## B\n\nSome think of suicide.\n", "no link to #/pause"),
        ("en/m.md", "**A made-up example.** ", "", "does not say that it is made up"),
        ("en/m.md", "> **A made-up example.** ", "", "does not say that it is made up"),
        ("en/m.md", ":plan: well\n", "", "No exercise puts anything into “Well”"),
        ("en/class/m.md", "minutes: 60", "minutes: 120", "The session takes 120 minutes"),
        ("en/class/m.md", "materials: Paper\n", "", "what to bring"),
        ("en/class/m.md", "show: closing", "step: 1", "closing round"),
        ("en/class/m.md", "show: agreement", "step: 1", "group agreement"),
        ("en/class/m.md", "### Peer {#peer}\n\nBye.\n", "Bye.\n", "neither voice"),
    ] {
        let said = said(file, from, to);
        assert!(said.iter().any(|line| line.starts_with(file) || wanted.contains("Well")), "{said:?}");
        assert!(said.iter().any(|line| line.contains(wanted)), "{wanted}: {said:?}");
    }
}

#[test]
fn a_way_out_and_a_note_are_enough_beside_a_hard_subject() {
    let folder = folder(&|at| {
        let text = module().replace("minutes: 30", "minutes: 30\nnote: Touches on wanting to die. Skip it.");
        let way_out = "## B\n\nSome think of suicide. [Help now](#/help), [settle](#/pause).\n";
        fs::write(at.join("en/m.md"), text.replace("## B\n", way_out)).unwrap();
    });
    assert_eq!(sentences(folder.path()).len(), 12 - 4, "{:?}", sentences(folder.path()));
}

#[test]
fn the_table_has_a_row_a_module() {
    let folder = folder(&|_| {});
    let table = table(folder.path());
    let row = table.lines().find(|line| line.starts_with("| en/m |")).unwrap();
    assert!(row.ends_with("| 5 | 5 | 4 | 30 | well |"), "{row}");
    assert!(table.contains("| en: 1 modules |"), "{table}");
}
