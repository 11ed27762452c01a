//! Plans of sessions, and what is found wrong in them.

use super::*;
use crate::module;

const NOTES: &str = "---\ntitle: One\nminutes: 60\nmaterials: Paper; pens\n---\nWhat for.\n\n\
    ## Opening\n\nminutes: 10\nshow: agreement\n\nSay hello.\n\n### Peer {#peer}\n\nI am here too.\n\n\
    ### Professional {#professional}\n\nSo am I.\n\n## Writing\n\nminutes: 50\nstep: 1\nexercise: mine\n\n\
    ### On the screen {#screen}\n\n- One line\n\n### Aside {#aside}\n\nStays.\n";

fn read(text: &str) -> (ClassNotes, Vec<(usize, Trouble, String)>) {
    let (notes, problems) = parse(ModuleId::new("one").unwrap(), "en/class/one.md", text);
    (notes, problems.into_iter().map(|p| (p.line, p.trouble, p.what)).collect())
}

#[test]
fn a_session_with_two_voices() {
    let (notes, problems) = read(NOTES);
    assert_eq!(problems, [(33, Trouble::ClassHeading, "Aside {#aside}".to_owned())]);
    assert_eq!((notes.title.as_str(), notes.minutes, notes.materials.len()), ("One", 60, 2));
    assert_eq!(notes.opening.len(), 1);
    let [opening, writing] = &notes.parts[..] else { panic!("{notes:?}") };
    assert_eq!(opening.shows, Shows::Shared("agreement".into()));
    assert_eq!((opening.both.len(), opening.peer.len(), opening.professional.len()), (1, 1, 1));
    assert_eq!((writing.minutes, writing.step), (50, Some(1)));
    // Words of its own for the screen come before the exercise.
    assert!(matches!(&writing.shows, Shows::Words(blocks) if blocks.len() == 1), "{writing:?}");
    assert_eq!(writing.both.len(), 2);
    assert!(writing.is_writing && !opening.is_writing);
}

#[test]
fn what_is_not_marked_for_the_screen_never_gets_there() {
    for (heading, told) in [
        ("### Peer", false),
        ("### Peer:", false),
        ("### peer {peer}", true),
        ("**Peer**", false),
        ("#### Peer", false),
        ("### Only for us", true),
        ("## ピア", false),
    ] {
        let text = "---\ntitle: One\nminutes: 9\n---\n## A\n\nMinutes： ９\nSay hello.\n\n### On it {#screen}\n\nSeen.\n\nHEADING\n\nA secret.\n";
        let (notes, problems) = read(&text.replace("HEADING", heading));
        let part = &notes.parts[0];
        assert_eq!(part.minutes, 9);
        assert_eq!(crate::text::plain_blocks(&part.both[..1]), "Say hello.");
        let Shows::Words(seen) = &part.shows else { panic!("{part:?}") };
        assert_eq!(crate::text::plain_blocks(seen), "Seen.", "{heading}");
        assert_eq!(part.peer.len(), usize::from(!told && !heading.starts_with("## ")), "{heading}");
        assert_eq!(
            problems.iter().any(|(_, trouble, _)| *trouble == Trouble::ClassHeading),
            told,
            "{heading}"
        );
    }
}

#[test]
fn what_cannot_be_used_is_a_problem_and_the_rest_is_read() {
    for (from, to, wanted) in [
        ("minutes: 60", "minutes: 75", (3, Trouble::ClassMinutes, "60 ≠ 75")),
        ("minutes: 50", "minutes: soon", (25, Trouble::NumberWanted, "soon")),
        ("step: 1", "stap: 1", (26, Trouble::KeyUnknown, "stap")),
        ("exercise: mine", "exercise: My one", (27, Trouble::IdWrong, "My one")),
        ("{#peer}", "{#pear}", (15, Trouble::ClassHeading, "Peer {#pear}")),
        ("minutes: 10\n", "", (8, Trouble::ClassPartMinutes, "Opening")),
        ("minutes: 60\n", "", (1, Trouble::KeyMissing, "minutes")),
    ] {
        let (notes, problems) = read(&NOTES.replace(from, to));
        assert!(problems.contains(&(wanted.0, wanted.1, wanted.2.to_owned())), "{to}: {problems:?}");
        assert_eq!(notes.parts.len(), 2);
    }
}

#[test]
fn what_is_named_is_looked_for() {
    let text = "---\ntitle: One\nsummary: S\n---\n## A\n\n```{list} other\nWhat?\n```\n";
    let (module, _) = module::parse(ModuleId::new("one").unwrap(), "en/one.md", text);
    let shared = "---\ntitle: All\n---\n## Agreement {#agreement}\n\n- We listen\n";
    let (shared, problems) = parse_shared("en/class/every-class.md", shared);
    assert_eq!((shared.len(), problems.len()), (1, 0));
    let found = |text: &str, shared: Option<&[Shared]>| -> Vec<(usize, String)> {
        let problems = read(text).0.problems_with("f", &module, shared);
        problems.into_iter().map(|problem| (problem.line, problem.what)).collect()
    };
    let text = NOTES.replace("### On the screen {#screen}\n\n- One line\n\n", "");
    let (known, one) = (Some(&shared[..]), |line, what: &str| vec![(line, what.to_owned())]);
    assert_eq!(found(&text, known), one(27, "exercise: mine → other"));
    let other = text.replace("mine", "other");
    assert_eq!(found(&other, Some(&[])), one(11, "show: agreement →"));
    assert_eq!(found(&other, None), [], "what is not known is not missed");
    assert_eq!(found(&other.replace("step: 1", "step: 2"), known), one(26, "step: 2 → 1, …, 1"));
}

#[test]
fn a_plan_is_told_from_a_module() {
    let module = "---\ntitle: One\nsummary: S\nminutes: 30\n---\n## A\n\nMinutes pass.\n";
    for (text, is) in [
        (NOTES, true),
        (&NOTES.replace("materials", "material"), true),
        (&NOTES.replace("minutes: ", "Minutes： "), true),
        ("---\ntitle: One\nminutes: 5\nmaterials: none\n---\n", true),
        (module, false),
        (&module.replace("summary: S\n", ""), false),
        ("", false),
    ] {
        assert_eq!(is_plan(text), is, "{text}");
    }
}
