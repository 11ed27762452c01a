//! What is reported to a centre.

use super::*;
use course::File;

const LOCALE: Locale = Locale { plural: |_, _| "other".to_owned(), day: |_, day| day.to_string() };

/// A whole course in English, and one in German with only some of the files.
fn files(changes: &[(&str, &str)]) -> Files {
    let module = "---\ntitle: One\nsummary: S\n---\n## A\n\nText.\n\n```{list} mine\nWhat?\n```\n";
    let basics = [
        ("centre.md", "---\nleave: https://a.org\n---\n# A {#en}\n# B {#de}\n"),
        ("en/course.md", "# S {#start}\n- [One](one.md)\n- [Two](two.md)\n"),
        ("en/help.md", "---\ntitle: Help\n---\n## Here\n\nchecked: 2026-06-01\n\n- [1](tel:1)\n"),
        ("en/plan.md", "## P {#p}\n"),
        ("en/words.json", include_str!("../../../modules/en/words.json")),
        ("en/one.md", module),
        ("en/two.md", module),
        ("de/course.md", "# S {#start}\n- [Eins](one.md)\n"),
        ("de/words.json", "{}"),
    ];
    let mut files = Files::default();
    for (name, text) in basics.iter().chain(changes) {
        files.insert(name, File::Here(text.as_bytes().to_vec()));
    }
    files
}

fn found(changes: &[(&str, &str)], screens: &[Screen]) -> Vec<String> {
    let today = LocalDate::new(2026, 11, 25).unwrap().day_number();
    let all = all(&files(changes), &Around { today, locale: LOCALE, screens });
    all.iter().map(|p| format!("{}:{} {:?} {}", p.file, p.line, p.trouble, p.what)).collect()
}

fn has(found: &[String], line: &str) {
    assert!(found.iter().any(|found| found == line), "{line} in {found:#?}");
}

#[test]
fn a_language_with_only_some_files() {
    let found = found(&[], &[]);
    for line in [
        "de/help.md:1 TranslationMissing en",
        "de/plan.md:1 TranslationMissing en",
        "de/one.md:1 TranslationMissing en",
        "de/course.md:1 TranslationUnlisted two",
    ] {
        has(&found, line);
    }
    assert_eq!(found.len(), 4, "{found:?}");
}

#[test]
fn class_notes_are_checked_where_there_are_any() {
    let notes = "---\ntitle: One\nminutes: 60\n---\n## Opening\n\nminutes: 10\nexercise: no\n\nYou must.\n";
    let found = found(&[("en/class/one.md", notes)], &[]);
    has(&found, "en/class/one.md:3 ClassMinutes 10 ≠ 60");
    has(&found, "en/class/one.md:8 ClassUnknown exercise: no → mine");
    has(&found, "en/class/one.md:10 WordToAvoid must");
}

#[test]
fn the_plan_of_a_session_in_the_docs_has_no_fault() {
    let docs = include_str!("../../../docs/write-a-module.md");
    let example =
        |mark: &str| docs.split(mark).nth(1).and_then(|rest| rest.split("\n````\n").next()).unwrap();
    let module = example("````markdown\n");
    let plan = example("````plan\n");
    let shared = "---\ntitle: All\n---\n## Agreement {#agreement}\n\n- We listen\n";
    let files =
        files(&[("en/one.md", module), ("en/class/one.md", plan), ("en/class/every-class.md", shared)]);
    let today = LocalDate::new(2026, 11, 25).unwrap().day_number();
    let found = all(&files, &Around { today, locale: LOCALE, screens: &[] });
    let class: Vec<_> = found.iter().filter(|problem| problem.file.contains("/class/")).collect();
    assert_eq!(class, Vec::<&Problem>::new());
}

#[test]
fn a_plan_is_read_by_itself() {
    let files = files(&[]);
    let course = Course::read(&LanguageTag::english(), &files);
    let words = Words::shipped(LOCALE);
    let one = ModuleId::new("one").unwrap();
    let template = words.say(Word::WritePlanText);
    let mend = |text: &str| -> Vec<_> {
        let (_, found) = plan(&one, text, &course, &files, &words);
        found.into_iter().map(|p| format!("{}:{} {:?} {}", p.file, p.line, p.trouble, p.what)).collect()
    };
    assert_eq!(mend(&template), [""; 0]);
    let wrong = template.replace("step: 1", "step: 9\nexercise: no\nshow: unknown");
    assert_eq!(
        mend(&wrong),
        ["en/class/one.md:25 ClassUnknown step: 9 → 1, …, 1"],
        "what all share is not known"
    );
    let ja = Words::read("ja", "ja/words.json", include_str!("../../../modules/ja/words.json"), LOCALE).0;
    assert_eq!(mend(&ja.say(Word::WritePlanText)), [""; 0]);
}

#[test]
fn words_that_are_not_translated_yet() {
    let one = found(&[("de/words.json", r#"{"home": "Zuhause"}"#)], &[]);
    let many = one.iter().filter(|line| line.starts_with("de/words.json")).collect::<Vec<_>>();
    assert_eq!(many.len(), 1, "{many:?}");
    assert!(many[0].contains("WordsMissing"), "{many:?}");
    let none = found(&[("de/words.json", "")], &[]);
    assert!(none.iter().any(|line| line.contains("de/words.json:1 FileEmpty")), "{none:?}");
}

#[test]
fn what_a_translation_lacks() {
    let found = found(&[("de/one.md", "---\ntitle: E\nsummary: S\n---\n## A\n")], &[]);
    has(&found, "de/one.md:1 TranslationExercise mine");
}

#[test]
fn choices_have_the_same_ids_in_each_language() {
    let module = |choices: &str| {
        format!("---\ntitle: E\nsummary: S\n---\n## A\n\n```{{choices}} drinks\nWhat?\n\n{choices}```\n")
    };
    for (first, other, differs) in [
        ("- {tea} Tea\n- {milk} Milk\n", "- {tea} Tee\n- {milk} Milch\n", None),
        ("- {tea} Tea\n- {milk} Milk\n", "- {tea} Tee\n- {water} Wasser\n", Some("drinks: milk")),
        // Left out, the ids come from the words.
        ("- Tea\n- Milk\n", "- Tee\n- Milch\n", Some("drinks: tea, milk")),
    ] {
        let found = found(&[("en/one.md", &module(first)), ("de/one.md", &module(other))], &[]);
        let expected = differs.map(|ids| format!("TranslationChoices {ids}"));
        let is_told = |line: &String| expected.as_ref().is_some_and(|expected| line.ends_with(expected));
        let told: Vec<&String> = found.iter().filter(|line| line.contains("TranslationChoices")).collect();
        assert_eq!(told.len(), usize::from(differs.is_some()), "{found:?}");
        assert!(told.iter().all(|line| is_told(line)), "{found:?}");
    }
}

#[test]
fn helplines_grow_old() {
    for (checked, line) in [
        ("2026-05-26", None),
        ("2026-05-20", Some("en/help.md:5 HelpOld Here (2026-05-20)")),
        ("2062-11-22", Some("en/help.md:5 HelpDayWrong 2062-11-22")),
        ("last May", Some("en/help.md:5 HelpDayWrong last May")),
    ] {
        let help = format!("---\ntitle: Help\n---\n\n## Here\n\nchecked: {checked}\n\n- [1](tel:1)\n");
        let found = found(&[("en/help.md", &help)], &[]);
        match line {
            Some(line) => has(&found, line),
            None => assert!(!found.iter().any(|found| found.contains("Help")), "{found:?}"),
        }
    }
}

fn screen(language: &str, links: &[&str], head: &[&str]) -> Screen {
    let [links, head] = [links, head].map(|all| all.iter().map(|&one| one.to_owned()).collect());
    Screen { language: language.to_owned(), head, links }
}

#[test]
fn a_first_screen_with_another_name() {
    let heads = |head: &[&str]| found(&[], &[screen("de", &["tel:1"], head)]);
    let found = heads(&["B", "Old & new", "Old & new", "https://a.org", "https://b.org"]);
    let differs: Vec<_> = found.iter().filter(|line| line.contains("Screen")).collect();
    assert_eq!(
        differs,
        [
            "centre.md:5 ScreenDiffers B ≠ Old & new",
            "centre.md:2 ScreenDiffers https://a.org ≠ https://b.org"
        ]
    );
    assert!(!heads(&["B", "B", "https://a.org"]).iter().any(|line| line.contains("Screen")));
}

#[test]
fn a_first_screen_with_other_helplines() {
    let found = found(&[], &[screen("en", &["tel:2"], &[]), screen("de", &["tel:1"], &[])]);
    // One number differs from one: people have to decide which is right.
    has(&found, "en/help.md:8 ScreenDiffers tel:1 ≠ tel:2");
    has(&found, "de/help.md:1 TranslationMissing en");
    assert!(found[0].contains("Screen"), "what is to be mended comes first: {found:?}");
}

#[test]
fn a_first_screen_with_more_or_with_numbers_written_otherwise() {
    let all = found(&[], &[screen("en", &["tel: 1", "tel:2"], &[]), screen("fr", &["tel:1"], &[])]);
    has(&all, "en/help.md:1 ScreenHas tel:2");
    has(&all, "centre.md:1 ScreenLanguage fr");
    assert!(!all.iter().any(|line| line.contains("ScreenLacks")), "{all:?}");
}

#[test]
fn the_helplines_that_came_with_waymark_are_to_be_changed() {
    for (file, line) in [("en/help.md", 7), ("ja/help.md", 7)] {
        let text =
            std::fs::read_to_string(format!("{}/../../modules/{file}", env!("CARGO_MANIFEST_DIR"))).unwrap();
        let all = found(&[("en/help.md", &text)], &[]);
        let start = format!("en/help.md:{line} HelpExample ");
        assert!(all.iter().any(|found| found.starts_with(&start)), "{all:?}");
    }
}

#[test]
fn a_module_that_was_left_out_is_one_cause() {
    let text = "---\ntitle: T\nsummary: S\n---\n## A\n\n[x](away.md) [y](#/modules/away/2)\n\n\
        ```{list} a\n:earlier: away/one\nSee [z](away.md)?\n```\n";
    let files = files(&[("en/one.md", text), ("en/two.md", text)]);
    let course = Course::read(&LanguageTag::english(), &files);
    assert!(!format!("{:?}", course.module(&ModuleId::new("one").unwrap())).contains("Link"));
    let today = LocalDate::new(2026, 11, 25).unwrap().day_number();
    let found = all(&files, &Around { today, locale: LOCALE, screens: &[] });
    let english: Vec<&Problem> = found.iter().filter(|problem| problem.file.starts_with("en/")).collect();
    let causes: Vec<_> = by_cause(&english).iter().map(|cause| (cause[0].trouble, cause.len())).collect();
    assert_eq!(causes, [(Trouble::LinkLeftOut, 2), (Trouble::EarlierAway, 2)]);
    assert_eq!(english[0].line, 7);
}

#[test]
fn links_to_a_module_that_was_left_out_are_words_wherever_they_stand() {
    let module = "---\ntitle: One\nsummary: S\n---\n## A\n\n```{choices} mine\nWhat?\n\n- {a} Look [there](away.md)\n```\n";
    let changes = [
        ("centre.md", "---\nleave: https://a.org\n---\n# A {#en}\n\nSee [it](away.md).\n\n# B {#de}\n"),
        ("en/course.md", "# S {#start}\n\nAfter [it](#/modules/away).\n\n- [One](one.md)\n- [Two](two.md)\n"),
        ("en/plan.md", "## P {#p}\n\nFrom [it](away.md), or [no](#/nothing).\n"),
        ("en/one.md", module),
    ];
    let course = Course::read(&LanguageTag::english(), &files(&changes));
    let shown = format!(
        "{:?} {:?} {:?} {:?}",
        course.welcome(),
        course.stages,
        course.plan,
        course.modules().collect::<Vec<_>>()
    );
    assert!(!shown.contains("away"), "{shown}");
    let found = found(&changes, &[]);
    for line in [
        "centre.md:6 LinkLeftOut away",
        "en/course.md:3 LinkLeftOut away",
        "en/plan.md:3 LinkLeftOut away",
        "en/plan.md:3 LinkNowhere #/nothing",
        "en/one.md:10 LinkLeftOut away",
    ] {
        has(&found, line);
    }
}

#[test]
fn what_learners_may_still_have_is_told() {
    let had = "For the check.\n\n- one/mine p: What?\n- one/old p: Which?\n- away/x: Why?\n- #p: P\n- #q: Q\n- One/no: Who?\n";
    let kept = "## P {#p}\n\n# Earlier {#earlier}\n\n- one/old p: Which?\n";
    let gone = |plan: &str| -> Vec<String> {
        let found = found(&[("exercises.md", had), ("en/plan.md", plan)], &[]);
        found.into_iter().filter(|line| line.contains("Gone") || line.contains("IdWrong")).collect()
    };
    let [wrong, away, section] =
        ["exercises.md:8 IdWrong One/no", "en/plan.md:1 ExerciseGone away/x", "en/plan.md:1 SectionGone q"];
    assert_eq!(gone("## P {#p}\n"), [wrong, "en/plan.md:1 ExerciseGone one/old p", away, section]);
    assert_eq!(gone(kept), [wrong, away, section]);
}

#[test]
fn words_links_and_lines() {
    let text = "---\ntitle: One\nsummary: S\n---\n## A\n\nPatients wait.\n\n[x](https://b.org/c) [y](#/modules/no)\n";
    let found = found(&[("en/one.md", text)], &[]);
    has(&found, "en/one.md:7 WordToAvoid patient");
    has(&found, "en/one.md:9 LinkOut https://b.org/c");
    has(&found, "en/one.md:9 LinkLeftOut no");
}

#[test]
fn a_module_that_is_being_written() {
    let english = LanguageTag::english();
    let course = Course::read(&english, &files(&[]));
    let id = ModuleId::new("new").unwrap();
    let text = "---\ntitle: N\nsummary: S\n---\n## A\n\n[x](#/no)\n\n```{list} a\n:plan: no\nYou must?\n```\n\n\
        ```{list} b\n:earlier: new/a one/mine one/gone away/a\nWhat?\n```\n";
    let (module, found) = module(&id, text, &course, &Words::shipped(LOCALE));
    assert_eq!(module.exercises().count(), 2);
    let found: Vec<_> = found.iter().map(|p| (p.line, p.trouble, p.what.as_str())).collect();
    let wanted = [
        (7, Trouble::LinkNowhere, "#/no"),
        (9, Trouble::SectionUnknown, "no"),
        (11, Trouble::WordToAvoid, "must"),
        (14, Trouble::EarlierUnknown, "one/gone"),
        (14, Trouble::EarlierAway, "away"),
    ];
    assert_eq!(found, wanted);
}

#[test]
fn words_are_found_by_themselves() {
    for (line, word, has) in [
        ("the patient waits", "patient", true),
        ("patients", "patient", true),
        ("be patiently there", "patient", false),
        ("impatient", "patient", false),
        ("you should.", "should", true),
        ("shoulder", "should", false),
        ("次の再発を", "再発", true),
    ] {
        assert_eq!(has_word(line, word), has, "{line}");
    }
}
