//! Everything a centre may want to know about its course files, for the page
//! `#/check` and for `cargo xtask check`.

use crate::course::files::{self, CENTRE, Files, OF_LANGUAGE};
use crate::course::{
    Block, Course, Help, LanguageTag, Module, ModuleId, Problem, Problems, Span, Target, Trouble, module,
};
use crate::record::LocalDate;
use crate::route;
use crate::words::{Locale, Word, Words};

/// After how many days helplines are to be checked again: six months.
const SIX_MONTHS: u32 = 183;

/// What is known beside the files.
pub struct Around<'a> {
    /// Today, as [`LocalDate::day_number`] counts.
    pub today: u32,
    /// What the browser knows about languages.
    pub locale: Locale,
    /// The links in each language's helplines on the first screen, where the page
    /// has one: they were written when the site was built.
    pub screens: &'a [(String, Vec<String>)],
}

/// What is found in the files, each once: what to mend first, then what to know.
/// Languages of which nothing was fetched are left out.
pub fn all(files: &Files, around: &Around) -> Vec<Problem> {
    let centre = files::centre_of(files);
    let mut found = logo(centre.logo.as_deref(), files);
    let first = Course::read(centre.first(), files);
    for welcome in &centre.languages {
        if OF_LANGUAGE.iter().any(|name| files.get(&files::path(&welcome.language, name)).is_some()) {
            found.extend(language(&welcome.language, &first, files, around));
        }
    }
    let (mend, know): (Vec<Problem>, Vec<Problem>) =
        found.into_iter().partition(|problem| !problem.trouble.is_to_know());
    let mut all: Vec<Problem> = Vec::new();
    for problem in mend.into_iter().chain(know) {
        if !all.contains(&problem) {
            all.push(problem);
        }
    }
    all
}

/// What is found in one language. `first` is the course in the centre's first one.
fn language(language: &LanguageTag, first: &Course, files: &Files, around: &Around) -> Vec<Problem> {
    let course = Course::read(language, files);
    let mut found = course.problems.clone();
    found.extend(route::problems(&course));
    let (words, wrong) = words_of(language, files, around);
    found.extend(wrong);
    found.extend(untranslated(&course, first));
    found.extend(help(&course, files, around));
    for name in own_files(&course) {
        found.extend(words_and_links(&name, &files::text_of(&name, files).0, &words));
    }
    for problem in found.iter_mut().filter(|problem| problem.trouble == Trouble::LinkNowhere) {
        let (text, _) = files::text_of(&problem.file, files);
        set_line(problem, &text);
    }
    found
}

/// The words of a language, and what is wrong with them. Many that are missing are
/// told in one line: a translation begins small.
fn words_of(language: &LanguageTag, files: &Files, around: &Around) -> (Words, Vec<Problem>) {
    const MANY: usize = 20;
    let name = files::path(language, "words.json");
    let (text, unread) = files::text_of(&name, files);
    let unread = unread.into_vec();
    let (words, mut wrong) = Words::read(language.as_str(), &name, &text, around.locale);
    if !unread.is_empty() {
        wrong = unread;
    }
    let mut problems = Problems::of(&name);
    let missing = wrong.iter().filter(|problem| problem.trouble == Trouble::WordMissing).count();
    if missing > MANY {
        wrong.retain(|problem| problem.trouble != Trouble::WordMissing);
        problems.note(1, Trouble::WordsMissing, &missing.to_string());
    }
    for problem in &mut wrong {
        if problem.trouble == Trouble::FileMissing {
            problem.trouble = Trouble::TranslationMissing;
            "en".clone_into(&mut problem.what);
        }
    }
    wrong.extend(problems.into_vec());
    (words, wrong)
}

/// The files of a course that are in its own language, but for the words.
fn own_files(course: &Course) -> Vec<String> {
    let modules = course.modules().filter(|module| module.language == course.language);
    let modules = modules.map(|module| format!("{}.md", module.id));
    let names = OF_LANGUAGE.into_iter().filter(|name| *name != "words.json").map(str::to_owned);
    names.chain(modules).map(|name| files::path(&course.language, &name)).collect()
}

/// A problem whose line is not known stands where the file has what it is about.
fn set_line(problem: &mut Problem, text: &str) {
    if problem.trouble == Trouble::LinkNowhere {
        let file = problem.what.strip_prefix("#/modules/").map(|module| format!("({module}.md)"));
        let by_file = file.and_then(|file| line_of(text, &file));
        problem.line = by_file.or_else(|| line_of(text, &problem.what)).unwrap_or(problem.line);
    }
}

fn line_of(text: &str, what: &str) -> Option<usize> {
    text.lines().position(|line| line.contains(what)).map(|at| at + 1)
}

/// The logo that the centre names, where it cannot be shown.
fn logo(name: Option<&str>, files: &Files) -> Vec<Problem> {
    let mut problems = Problems::of(CENTRE);
    let line = line_of(&files::text_of(CENTRE, files).0, "logo:").unwrap_or(1);
    match name.map(|name| (name, files.get(name))) {
        Some((_, Some(files::File::Here(bytes)))) if bytes.len() <= crate::course::centre::LONGEST_LOGO => {}
        Some((name, Some(files::File::Here(_)))) => problems.note(line, Trouble::LogoRefused, name),
        Some((name, _)) => problems.note(line, Trouble::FileMissing, name),
        None => {}
    }
    problems.into_vec()
}

/// What the first language has and this one has not.
fn untranslated(course: &Course, first: &Course) -> Vec<Problem> {
    let mut found = Vec::new();
    let mut contents = Problems::of(&files::path(&course.language, "course.md"));
    for module in first.modules() {
        let Some(own) = course.module(&module.id) else {
            contents.note(1, Trouble::TranslationUnlisted, module.id.as_str());
            continue;
        };
        let mut problems = Problems::of(&course.file_of(&own.id));
        for exercise in module.exercises().filter(|exercise| own.exercise(&exercise.id).is_none()) {
            problems.note(1, Trouble::TranslationExercise, exercise.id.as_str());
        }
        found.extend(problems.into_vec());
    }
    found.extend(contents.into_vec());
    found
}

/// Helplines that were not checked for long, and a first screen that has others.
fn help(course: &Course, files: &Files, around: &Around) -> Vec<Problem> {
    let name = files::path(&course.help_language, "help.md");
    let (text, _) = files::text_of(&name, files);
    let mut problems = Problems::of(&name);
    for place in &course.help.places {
        let Some(checked) = &place.checked else {
            continue;
        };
        let heading = text.lines().position(|line| line.starts_with("## ") && line.contains(&place.title));
        let line = heading.map_or(1, |at| at + 1);
        match LocalDate::parse(checked) {
            None => problems.note(line, Trouble::HelpDayWrong, checked),
            Some(day) if day.day_number() + SIX_MONTHS < around.today => {
                problems.note(line, Trouble::HelpOld, &format!("{} ({checked})", place.title));
            }
            Some(_) => {}
        }
    }
    if !around.screens.is_empty() {
        compare_screen(course, &text, around.screens, &mut problems);
    }
    problems.into_vec()
}

fn compare_screen(course: &Course, text: &str, screens: &[(String, Vec<String>)], problems: &mut Problems) {
    // A language that was added since sees the first screen of another.
    let Some((_, shown)) = screens.iter().find(|(language, _)| language == course.language.as_str()) else {
        return;
    };
    let links = links_of(&course.help);
    for link in links.iter().filter(|link| !shown.contains(link)) {
        problems.note(line_of(text, link).unwrap_or(1), Trouble::ScreenLacks, link);
    }
    for link in shown.iter().filter(|link| !links.contains(link)) {
        problems.note(1, Trouble::ScreenHas, link);
    }
}

/// Everything the helplines lead to: numbers to call and addresses.
pub fn links_of(help: &Help) -> Vec<String> {
    let mut links = Vec::new();
    let blocks = help.places.iter().flat_map(|place| &place.blocks);
    help.opening.iter().chain(blocks).for_each(|block| links_in(block, &mut links));
    links
}

fn links_in(block: &Block, links: &mut Vec<String>) {
    match block {
        Block::Heading { spans, .. } | Block::Paragraph(spans) => links_in_spans(spans, links),
        Block::List { items, .. } => items.iter().flatten().for_each(|block| links_in(block, links)),
        Block::Quote(blocks) => blocks.iter().for_each(|block| links_in(block, links)),
        Block::Code(_) | Block::Rule => {}
    }
}

fn links_in_spans(spans: &[Span], links: &mut Vec<String>) {
    for span in spans {
        match span {
            Span::Link { to: Target::Out(address), .. } => links.push(address.clone()),
            Span::Emphasis(inner) | Span::Strong(inner) => links_in_spans(inner, links),
            _ => {}
        }
    }
}

/// Reads a module that is being written, and tells what is found in it, by line.
/// The course is the one it is to be a part of.
pub fn module(id: &ModuleId, text: &str, course: &Course, words: &Words) -> (Module, Vec<Problem>) {
    let file = files::path(&course.language, &format!("{id}.md"));
    let (module, mut found) = module::parse(id.clone(), &file, text);
    found.extend(course.problems_of(&module));
    found.extend(route::problems_of(&module, course));
    for problem in &mut found {
        set_line(problem, text);
    }
    found.extend(words_and_links(&file, text, words));
    (module, by_line(found))
}

/// Problems by their line; of one line, in the order in which they were found.
/// (They are few, and sorting is code that every learner fetches.)
fn by_line(problems: Vec<Problem>) -> Vec<Problem> {
    let mut sorted: Vec<Problem> = Vec::new();
    for problem in problems {
        let at = sorted.iter().position(|other| other.line > problem.line).unwrap_or(sorted.len());
        sorted.insert(at, problem);
    }
    sorted
}

/// Words the centre does not want, and links that lead to other sites.
fn words_and_links(name: &str, text: &str, words: &Words) -> Vec<Problem> {
    let avoid = words.say(Word::WordsToAvoid).to_ascii_lowercase();
    let avoid: Vec<&str> = avoid.split(',').map(str::trim).filter(|word| !word.is_empty()).collect();
    let mut problems = Problems::of(name);
    for (line, number) in text.lines().zip(1..) {
        let small = line.to_ascii_lowercase();
        for word in avoid.iter().filter(|word| has_word(&small, word)) {
            problems.note(number, Trouble::WordToAvoid, word);
        }
        for after in line.split("](https://").skip(1) {
            let address = after.split([')', ' ']).next().unwrap_or_default();
            problems.note(number, Trouble::LinkOut, &format!("https://{address}"));
        }
    }
    problems.into_vec()
}

/// Whether a line has a word by itself, also in the plural. In writing without
/// spaces, it has it anywhere.
fn has_word(line: &str, word: &str) -> bool {
    line.match_indices(word).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        let rest = &line[at + word.len()..];
        let after = rest.strip_prefix('s').unwrap_or(rest).chars().next();
        let ends = |c: Option<char>| c.is_none_or(|c| c.is_ascii() && !c.is_ascii_alphabetic());
        !word.is_ascii() || (ends(before) && ends(after))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::course::File;

    const LOCALE: Locale = Locale { plural: |_, _| "other".to_owned(), day: |_, day| day.to_string() };

    /// A whole course in English and one of German with only some files.
    fn files(changes: &[(&str, &str)]) -> Files {
        let module = "---\ntitle: One\nsummary: S\n---\n## A\n\nText.\n\n```{list} mine\nWhat?\n```\n";
        let basics = [
            ("centre.md", "---\nleave: https://a.org\n---\n# A {#en}\n# B {#de}\n"),
            ("en/course.md", "# S {#start}\n- [One](one.md)\n- [Two](two.md)\n"),
            ("en/help.md", "---\ntitle: Help\n---\n## Here\n\nchecked: 2026-06-01\n\n- [1](tel:1)\n"),
            ("en/plan.md", "## P {#p}\n"),
            ("en/words.json", include_str!("../modules/en/words.json")),
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

    fn found(changes: &[(&str, &str)], screens: &[(String, Vec<String>)]) -> Vec<String> {
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
    fn helplines_grow_old() {
        for (checked, line) in [
            ("2026-05-26", None),
            ("2026-05-20", Some("en/help.md:5 HelpOld Here (2026-05-20)")),
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

    #[test]
    fn a_first_screen_with_other_helplines() {
        let screen = |tag: &str, link: &str| (tag.to_owned(), vec![link.to_owned()]);
        let found = found(&[], &[screen("en", "tel:2"), screen("de", "tel:1")]);
        has(&found, "en/help.md:8 ScreenLacks tel:1");
        has(&found, "en/help.md:1 ScreenHas tel:2");
        assert!(found[0].contains("Screen"), "what is to be mended comes first: {found:?}");
    }

    #[test]
    fn words_links_and_lines() {
        let text = "---\ntitle: One\nsummary: S\n---\n## A\n\nPatients wait.\n\n[x](https://b.org/c) [y](#/modules/no)\n";
        let found = found(&[("en/one.md", text)], &[]);
        has(&found, "en/one.md:7 WordToAvoid patient");
        has(&found, "en/one.md:9 LinkOut https://b.org/c");
        has(&found, "en/one.md:9 LinkNowhere #/modules/no");
    }

    #[test]
    fn a_module_that_is_being_written() {
        let english = LanguageTag::english();
        let course = Course::read(&english, &files(&[]));
        let id = ModuleId::new("new").unwrap();
        let text = "---\ntitle: N\nsummary: S\n---\n## A\n\n[x](#/no)\n\n```{list} a\n:plan: no\nYou must?\n```\n\n\
            ```{list} b\n:earlier: new/a one/mine one/gone\nWhat?\n```\n";
        let (module, found) = module(&id, text, &course, &Words::shipped(LOCALE));
        assert_eq!(module.exercises().count(), 2);
        let found: Vec<_> = found.iter().map(|p| (p.line, p.trouble, p.what.as_str())).collect();
        let wanted = [
            (7, Trouble::LinkNowhere, "#/no"),
            (9, Trouble::SectionUnknown, "no"),
            (11, Trouble::WordToAvoid, "must"),
            (14, Trouble::EarlierUnknown, "one/gone"),
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
}
