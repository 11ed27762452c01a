//! Courses made of small files, and what is found wrong in them.

mod meant;

use super::*;
use proptest::prelude::*;

fn files(list: &[(&str, &str)]) -> Files {
    let basics = [
        ("centre.md", "---\nleave: https://example.org\n---\n# Here {#en}\n"),
        ("en/course.md", "# Start {#start}\n- [One](one.md)\n"),
        ("en/help.md", "---\ntitle: Help\n---\nCalm.\n"),
        ("en/plan.md", "## People {#people}\n"),
        ("en/one.md", ONE),
    ];
    let all = basics.iter().chain(list);
    let mut files = Files::default();
    all.for_each(|(name, text)| files.insert(name, File::Here(text.as_bytes().to_vec())));
    files
}

const ONE: &str = "---\ntitle: One\nsummary: A module.\nminutes: 30\nstage: start\n---\n## First\n\nText.\n";

fn read(list: &[(&str, &str)]) -> Course {
    Course::read(&LanguageTag::new("en").unwrap(), &files(list))
}

fn troubles(course: &Course) -> Vec<(&str, usize, Trouble, &str)> {
    let problem = |p: &'static Problem| (p.file.as_str(), p.line, p.trouble, p.what.as_str());
    Box::leak(course.problems.clone().into_boxed_slice()).iter().map(problem).collect()
}

fn id<T>(new: impl Fn(&str) -> Option<T>, text: &str) -> T {
    new(text).unwrap()
}

/// A module whose one step holds `block`.
fn with_block(block: &str) -> String {
    format!("{ONE}\n{block}\n\nAfter.\n")
}

fn exercise(block: &str) -> (Option<Exercise>, Vec<(usize, Trouble)>) {
    let course = read(&[("en/one.md", &with_block(block))]);
    let module = course.module(&id(ModuleId::new, "one")).unwrap();
    let problems = course.problems.iter().map(|p| (p.line, p.trouble)).collect();
    (module.exercises().next().cloned(), problems)
}

#[test]
fn a_course_without_problems() {
    let course = read(&[]);
    assert_eq!(troubles(&course), []);
    let module = course.modules().next().unwrap();
    assert_eq!((module.title.as_str(), module.minutes), ("One", Some(30)));
    assert_eq!(module.steps[0].title, "First");
}

fn one_and_two() -> Vec<Choice> {
    let choice = |(name, words): (&str, &str)| Choice {
        id: id(ChoiceId::new, name),
        words: vec![Span::Text(words.into())],
    };
    [("a", "One"), ("b", "Two")].map(choice).into()
}

#[test]
fn each_kind_of_exercise() {
    for (block, kind) in [
        ("```{reflection} x\nWhat?\n```", Kind::Reflection),
        ("```{list} x\nWhat?\n```", Kind::List),
        ("```{goal} x\nWhat?\n```", Kind::Goal),
        ("```{people} x\nWho?\n```", Kind::People),
        ("```{practice} x\nTry it.\n```", Kind::Practice),
        ("```{order} x\nWhich first?\n\n- {a} One\n- {b} Two\n```", Kind::Order(one_and_two())),
        ("```{compare} x\nOn one hand?\n\n- {a} One\n- {b} Two\n```", Kind::Compare(one_and_two())),
        ("```{table} x\nSigns?\n\n- {a} One\n- {b} Two\n```", Kind::Table(one_and_two())),
        (
            "```{wheel} x\n:to: 5\n:low: none\n:high: much\nHow is each?\n\n- {a} One\n- {b} Two\n```",
            Kind::Wheel(Wheel {
                areas: one_and_two(),
                scale: Scale { from: 0, to: 5, low: "none".into(), high: "much".into() },
            }),
        ),
        ("```{pause} x\nRest.\n```", Kind::Pause(Way::Breathing)),
        ("~~~{pause} x\n:way: noticing\nRest.\n~~~", Kind::Pause(Way::Noticing)),
        ("```{pause} x\n:way: words\nRest.\n```", Kind::Pause(Way::Words)),
        (
            "```{scale} x\n:from: 1\n:to: 5\n:low: none\n:high: much\nHow?\n```",
            Kind::Scale(Scale { from: 1, to: 5, low: "none".into(), high: "much".into() }),
        ),
        ("```{choices} x\nWhich?\n\n- {a} One\n- {b} Two\n```", Kind::Choices(one_and_two())),
    ] {
        let (found, problems) = exercise(block);
        assert_eq!(problems, [], "{block}");
        let found = found.unwrap();
        assert_eq!(found.kind, kind);
        assert_eq!(found.line, 11);
        assert!(!found.question.is_empty());
    }
}

#[test]
fn options_every_exercise_has() {
    let (found, problems) =
        exercise("```{list} x\n:plan: people\n:earlier: one/x two/y\n:outward:\nWhat?\n```");
    let found = found.unwrap();
    // The course of this test has no such module, as a centre may leave one out.
    assert_eq!(problems, [(11, Trouble::EarlierAway)]);
    assert_eq!(found.plan, SectionId::new("people"));
    assert_eq!(found.earlier, [AnswerId::parse("one/x").unwrap(), AnswerId::parse("two/y").unwrap()]);
    assert!(found.outward);
}

#[test]
fn what_is_wrong_in_an_exercise_has_a_line() {
    for (block, line, trouble) in [
        ("```{strange} x\nWhat?\n```", 11, Trouble::KindUnknown),
        ("```{list}\nWhat?\n```", 11, Trouble::ExerciseWithoutId),
        ("```{list} No Id\nWhat?\n```", 11, Trouble::IdWrong),
        ("```{list} x\n:colour: red\nWhat?\n```", 12, Trouble::OptionUnknown),
        ("```{list} x\n:plan: Not An Id\nWhat?\n```", 12, Trouble::OptionValue),
        ("```{list} x\n:plan: nowhere\nWhat?\n```", 11, Trouble::SectionUnknown),
        ("```{list} x\n:earlier: nothing\nWhat?\n```", 12, Trouble::OptionValue),
        ("```{list} x\n:earlier: one/gone\nWhat?\n```", 11, Trouble::EarlierUnknown),
        ("```{list} x\n```", 11, Trouble::QuestionMissing),
        ("```{list} x\nWhat?\n", 11, Trouble::FenceOpen),
        ("```{choices} x\nWhich?\n```", 11, Trouble::ChoicesMissing),
        ("```{table} x\nWhich?\n```", 11, Trouble::ChoicesMissing),
        ("```{order} x\n:to: 3\nWhich?\n- {a} One\n```", 12, Trouble::OptionUnknown),
        ("```{choices} x\nWhich?\n- one\n- two\n```", 11, Trouble::ChoicesWithoutIds),
        ("```{choices} x\nWhich?\n- {A B} one\n```", 11, Trouble::IdWrong),
        ("```{choices} x\nWhich?\n- {a} one\n- {a} two\n```", 11, Trouble::IdTwice),
        ("```{scale} x\n:to: many\nHow?\n```", 12, Trouble::NumberWanted),
        ("```{scale} x\n:to: 99\nHow?\n```", 12, Trouble::OptionValue),
        ("```{scale} x\n:from: 5\n:to: 5\nHow?\n```", 13, Trouble::OptionValue),
        ("```{pause} x\n:way: running\nRest.\n```", 12, Trouble::OptionValue),
        ("```{list} x\nWhat?\n```\n\n```{list} x\nAgain?\n```", 15, Trouble::IdTwice),
        ("> ```{list} x\n> What?\n> ```", 11, Trouble::ExerciseNested),
    ] {
        let (_, problems) = exercise(block);
        assert_eq!(problems, [(line, trouble)], "{block}");
    }
}

#[test]
fn an_exercise_that_cannot_be_made_is_still_there_to_read() {
    let course = read(&[("en/one.md", &with_block("```{strange} x\nStill here?\n```"))]);
    let step = &course.modules().next().unwrap().steps[0];
    let shown: Vec<_> = step
        .parts
        .iter()
        .map(|part| match part {
            Part::Text(block) => text::plain_blocks(std::slice::from_ref(block)),
            Part::Exercise(exercise) => exercise.id.to_string(),
        })
        .collect();
    assert_eq!(shown, ["Text.", "Still here?", "After."]);
}

#[test]
fn a_choice_without_an_id_keeps_the_same_one_as_long_as_its_words() {
    let ids = |items: &str| -> Vec<String> {
        let (found, _) = exercise(&format!("```{{choices}} x\nWhich?\n\n{items}\n```"));
        found.unwrap().kind.offers().iter().map(|choice| choice.id.to_string()).collect()
    };
    assert_eq!(ids("- A quiet room\n- Tea?\n- tea"), ["a-quiet-room", "tea", "tea-2"]);
    // A written id takes precedence, wherever it is.
    assert_eq!(ids("- tea\n- {tea} Green tea\n-"), ["tea-2", "tea"]);
    let japanese = ids("- 静かな部屋\n- 広い部屋\n- 静かな部屋");
    assert_eq!(japanese, ["c-ba221638", "c-edda0866", "c-ba221638-2"]);
    let long = format!("{} and so on", "a very long sentence ".repeat(5));
    let long = ids(&format!("- {long}\n- {long}!\n- {long}"));
    assert!(
        long.iter().all(|id| id.len() <= 60) && long[0] != long[1] && long[2].ends_with("-2"),
        "{long:?}"
    );
}

#[test]
fn one_bad_file_leaves_the_others_alone() {
    let contents = "# Start {#start}\n- [One](one.md)\n- [Two](two.md)\n";
    let long = format!("---\ntitle: T\nsummary: S\n---\n## S\n{}", "word ".repeat(1_000_000));
    let cases: Vec<(&str, Option<File>, &str, Trouble)> = vec![
        ("missing", None, "en/course.md", Trouble::FileMissing),
        ("refused", Some(File::Refused("500".into())), "en/two.md", Trouble::FileRefused),
        ("empty", Some(File::Here(b" \n".to_vec())), "en/two.md", Trouble::FileEmpty),
        ("not UTF-8", Some(File::Here(b"caf\xe9".to_vec())), "en/two.md", Trouble::FileNotText),
        ("5 MB", Some(File::Here(long.into_bytes())), "en/two.md", Trouble::FileTooLong),
        ("no front matter", Some(File::Here(b"## A\nx".to_vec())), "en/two.md", Trouble::FrontMatterMissing),
        (
            "no step",
            Some(File::Here(b"---\ntitle: T\nsummary: S\n---\n".to_vec())),
            "en/two.md",
            Trouble::NoStep,
        ),
        (
            "early text",
            Some(File::Here(b"---\ntitle: T\nsummary: S\n---\nx\n".to_vec())),
            "en/two.md",
            Trouble::TextBeforeStep,
        ),
        (
            "another stage",
            Some(File::Here(b"---\ntitle: T\nsummary: S\nstage: end\n---\n## A\nx\n".to_vec())),
            "en/two.md",
            Trouble::StageDiffers,
        ),
    ];
    for (name, file, named, trouble) in cases {
        let mut files = files(&[("en/course.md", contents)]);
        if let Some(file) = file {
            files.insert("en/two.md", file);
        }
        let course = Course::read(&LanguageTag::new("en").unwrap(), &files);
        assert!(
            course.problems.iter().any(|p| p.file == named && p.trouble == trouble),
            "{name}: {:?}",
            course.problems
        );
        assert!(course.modules().any(|module| module.title == "One"), "{name}");
        assert!(course.modules().all(|module| !module.steps.is_empty()), "{name}");
    }
}

#[test]
fn what_is_wrong_in_the_contents() {
    for (text, trouble) in [
        ("# Start\n- [One](one.md)\n", Trouble::HeadingWithoutId),
        ("# Start {#Start!}\n- [One](one.md)\n", Trouble::IdWrong),
        ("# Start {#start}\n- [One](one.md)\n# Again {#start}\n", Trouble::IdTwice),
        ("# Start {#start}\n", Trouble::NoModule),
        ("# Start {#start}\n- [One](one.md)\n- [One](one.md)\n", Trouble::ListedTwice),
        ("# Start {#start}\n- [One](one.md)\n- just words\n", Trouble::ContentsLine),
    ] {
        let course = read(&[("en/course.md", text)]);
        assert!(course.problems.iter().any(|p| p.trouble == trouble), "{text}: {:?}", course.problems);
    }
}

#[test]
fn the_files_of_a_course_come_in_a_fixed_order() {
    let language = LanguageTag::new("en").unwrap();
    let files = files(&[("en/course.md", "# A {#a}\n- [Two](two.md)\n# B {#b}\n- [One](one.md)\n")]);
    let mut asked = Files::default();
    let mut rounds = Vec::new();
    loop {
        let wanted = wanted::next(&language, &asked);
        if wanted.is_empty() {
            break;
        }
        for name in &wanted {
            asked.insert(name, files.get(name).cloned().unwrap_or(File::Missing));
        }
        rounds.push(wanted.join(" "));
    }
    assert_eq!(
        rounds,
        ["centre.md", "en/course.md en/help.md en/plan.md en/words.json en/about.md", "en/two.md en/one.md"]
    );
}

#[test]
fn what_a_language_lacks_comes_from_the_first_one() {
    let german = LanguageTag::new("de").unwrap();
    let centre = "---\nleave: https://example.org\n---\n# Here {#en}\n# Hier {#de}\n";
    let mut files = files(&[("centre.md", centre), ("de/course.md", "# S {#start}\n- [Eins](one.md)\n")]);
    assert_eq!(wanted::next(&german, &files), ["de/help.md", "de/plan.md", "de/words.json", "de/about.md"]);
    for name in ["de/help.md", "de/plan.md", "de/words.json", "de/about.md", "en/about.md"] {
        files.insert(name, File::Missing);
    }
    assert_eq!(wanted::next(&german, &files), ["de/one.md"]);
    files.insert("de/one.md", File::Refused("503".into()));
    assert_eq!(wanted::next(&german, &files), Vec::<String>::new());
    let course = Course::read(&german, &files);
    let languages = [&course.contents_language, &course.plan_language, &course.help_language];
    assert_eq!(languages.map(LanguageTag::as_str), ["de", "en", "en"]);
    let module = course.modules().next().unwrap();
    assert_eq!((module.title.as_str(), module.language.as_str()), ("One", "en"));
    let found: Vec<_> = course.problems.iter().map(|p| (p.file.as_str(), p.trouble)).collect();
    assert_eq!(
        found,
        ["de/plan.md", "de/help.md", "de/one.md"].map(|file| (file, Trouble::TranslationMissing))
    );
}

proptest! {
    #[test]
    fn any_text_is_read(text in "\\PC*") {
        let course = read(&[("en/one.md", &text), ("en/course.md", &text), ("en/help.md", &text), ("en/plan.md", &text), ("centre.md", &text)]);
        prop_assert!(course.modules().all(|module| !module.steps.is_empty()));
    }

    #[test]
    fn any_mixture_of_marks_is_read(pieces in proptest::collection::vec(
        prop::sample::select(vec![
            "---\n", "title: x\n", "## Step\n", "\n", "```{list} x\n", "```{choices} y\n", "```\n", "~~~\n",
            ":plan: people\n", ":to: 3\n", "- {a} b\n", "> ", "  ", "* ", "1. ", "<b>", "[a](b)", "![c](d)",
            "{", "}", "{#id}", "\u{202e}", "é", "静か", "\0", "\r", "\t", "**", "_", "`", "\\",
        ]), 0..60)) {
        let text: String = pieces.concat();
        let (_, problems) = module::parse(id(ModuleId::new, "one"), "en/one.md", &text);
        let lines = text.lines().count() + 1;
        prop_assert!(problems.iter().all(|p| p.line >= 1 && p.line <= lines + 1), "{problems:?}");
    }
}
