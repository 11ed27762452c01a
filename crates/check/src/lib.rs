//! Everything a centre may want to know about its course files, for the page
//! `#/check` and for `cargo xtask check`.

#[cfg(test)]
mod tests;

mod links;
mod screen;

pub use screen::Screen;

use course::class::Shared;
use course::files::{self, ABOUT, CENTRE, EXERCISES, Files, OF_LANGUAGE};
use course::former;
use course::wanted;
use course::{
    Block, Choice, ClassNotes, Course, Exercise, Help, LanguageTag, Module, ModuleId, Problem, Problems,
    Span, Target, Trouble, class, module,
};
use record::LocalDate;
use words::{Locale, Word, Words};

/// After how many days helplines should be checked again: six months.
const SIX_MONTHS: u32 = 183;

/// What has to be known besides the files.
pub struct Around<'a> {
    /// Today, as [`LocalDate::day_number`] counts.
    pub today: u32,
    /// What the browser knows about languages.
    pub locale: Locale,
    /// The first screen in each language, if the page has one: they were written
    /// when the site was built.
    pub screens: &'a [Screen],
}

/// What is found in the files, each once: what to mend first, then what to know.
/// Languages for which nothing was fetched are left out.
pub fn all(files: &Files, around: &Around) -> Vec<Problem> {
    let centre = wanted::centre_of(files);
    let mut found = logo(centre.logo.as_deref(), files);
    found.extend(screen::heads(&centre, files, around.screens));
    let first = Course::read(centre.first(), files);
    found.extend(gone(&first, files));
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

/// What the course had once and has no more, by the list that came with it. Learners may
/// still have words in it.
fn gone(course: &Course, files: &Files) -> Vec<Problem> {
    let mut problems = Problems::of(&files::path(&course.plan_language, "plan.md"));
    if !files.has(EXERCISES) {
        return Vec::new();
    }
    let (text, mut unread) = files::text_of(EXERCISES, files);
    let (exercises, sections) = former::parse(&text, 1, &mut unread);
    for former in exercises {
        if course.exercise(&former.id).is_none() && course.former.iter().all(|known| known.id != former.id) {
            let section = former.section.map_or_else(String::new, |section| format!(" {section}"));
            problems.note(1, Trouble::ExerciseGone, &format!("{}{section}", former.id));
        }
    }
    for section in sections.iter().filter(|id| course.plan.iter().all(|known| known.id != **id)) {
        problems.note(1, Trouble::SectionGone, section.as_str());
    }
    let mut found = unread.into_vec();
    found.extend(problems.into_vec());
    found
}

/// What is found in one language. `first` is the course in the centre's first language.
fn language(language: &LanguageTag, first: &Course, files: &Files, around: &Around) -> Vec<Problem> {
    let course = Course::read(language, files);
    let mut found = course.problems.clone();
    found.extend(links::problems(&course));
    let (words, wrong) = words_of(language, files, around);
    found.extend(wrong);
    found.extend(untranslated(&course, first));
    found.extend(help(&course, files, around));
    found.extend(class_notes(&course, files));
    for name in own_files(&course, files) {
        found.extend(words_and_links(&name, &files::text_of(&name, files).0, &words));
    }
    for problem in &mut found {
        if matches!(problem.trouble, Trouble::LinkNowhere | Trouble::LinkLeftOut) {
            set_line(problem, &files::text_of(&problem.file, files).0);
        }
    }
    found
}

/// What is wrong with the words of a language. Many missing ones are one problem.
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

/// What all sessions share, and what is found in that file, if it was fetched.
fn shared(course: &Course, files: &Files) -> Option<(Vec<Shared>, Vec<Problem>)> {
    let name = files::path(&course.language, &wanted::class_file(class::EVERY_CLASS));
    files.has(&name).then(|| class::parse_shared(&name, &files::text_of(&name, files).0))
}

/// What is found in the class notes, if there are any.
fn class_notes(course: &Course, files: &Files) -> Vec<Problem> {
    let (shared, mut found) = shared(course, files).unwrap_or_default();
    for module in course.modules() {
        let name = files::path(&course.language, &wanted::class_file(module.id.as_str()));
        if files.has(&name) {
            let (text, unread) = files::text_of(&name, files);
            let (notes, wrong) = class::parse(module.id.clone(), &name, &text);
            found.extend(unread.into_vec());
            found.extend(wrong);
            found.extend(notes.problems_with(&name, module, Some(&shared)));
        }
    }
    found
}

/// The files of a course that are in its own language, except the words.
fn own_files(course: &Course, files: &Files) -> Vec<String> {
    let modules = course.modules().filter(|module| module.language == course.language);
    let modules = modules.map(|module| format!("{}.md", module.id));
    let is_there = |name: &&str| *name != ABOUT || files.has(&files::path(&course.language, name));
    let names = OF_LANGUAGE.into_iter().filter(|name| *name != "words.json").filter(is_there);
    let names = names.map(str::to_owned);
    let notes = course.modules().map(|module| wanted::class_file(module.id.as_str()));
    let notes = notes.filter(|name| files.has(&files::path(&course.language, name)));
    names.chain(modules).chain(notes).map(|name| files::path(&course.language, &name)).collect()
}

/// Gives a problem without a known line the line where the file mentions what it is about.
fn set_line(problem: &mut Problem, text: &str) {
    if problem.trouble == Trouble::LinkLeftOut {
        let ways = [format!("({}.md", problem.what), format!("#/modules/{}", problem.what)];
        problem.line = ways.iter().find_map(|way| line_of(text, way)).unwrap_or(problem.line);
    } else if problem.trouble == Trouble::LinkNowhere {
        let file = problem.what.strip_prefix("#/modules/").map(|module| format!("({module}.md)"));
        let by_file = file.and_then(|file| line_of(text, &file));
        problem.line = by_file.or_else(|| line_of(text, &problem.what)).unwrap_or(problem.line);
    }
}

fn line_of(text: &str, what: &str) -> Option<usize> {
    text.lines().position(|line| line.contains(what)).map(|at| at + 1)
}

/// A problem if the logo that the centre names cannot be shown.
fn logo(name: Option<&str>, files: &Files) -> Vec<Problem> {
    let mut problems = Problems::of(CENTRE);
    let line = line_of(&files::text_of(CENTRE, files).0, "logo:").unwrap_or(1);
    match name.map(|name| (name, files.get(name))) {
        Some((_, Some(files::File::Here(bytes)))) if bytes.len() <= course::centre::LONGEST_LOGO => {}
        Some((name, Some(files::File::Here(_)))) => problems.note(line, Trouble::LogoRefused, name),
        Some((name, _)) => problems.note(line, Trouble::FileMissing, name),
        None => {}
    }
    problems.into_vec()
}

/// What the first language has and this one lacks.
fn untranslated(course: &Course, first: &Course) -> Vec<Problem> {
    let mut found = Vec::new();
    let mut contents = Problems::of(&files::path(&course.language, "course.md"));
    for module in first.modules() {
        let Some(own) = course.module(&module.id) else {
            contents.note(1, Trouble::TranslationUnlisted, module.id.as_str());
            continue;
        };
        let mut problems = Problems::of(&course.file_of(&own.id));
        for exercise in module.exercises() {
            match own.exercise(&exercise.id) {
                None => problems.note(1, Trouble::TranslationExercise, exercise.id.as_str()),
                Some(own) => untranslated_choices(exercise, own, &mut problems),
            }
        }
        found.extend(problems.into_vec());
    }
    found.extend(contents.into_vec());
    found
}

/// Choices that have another id than in the first language, as those without ids have: what
/// is ticked in one language is not ticked in the other.
fn untranslated_choices(first: &Exercise, own: &Exercise, problems: &mut Problems) {
    let is_there = |choice: &Choice| own.kind.offers().iter().any(|other| other.id == choice.id);
    let missing = first.kind.offers().iter().filter(|choice| !is_there(choice));
    let missing: Vec<&str> = missing.map(|choice| choice.id.as_str()).collect();
    if !missing.is_empty() {
        let what = format!("{}: {}", first.id, missing.join(", "));
        problems.note(own.line, Trouble::TranslationChoices, &what);
    }
}

/// Helplines that were not checked for a long time, and a first screen with different ones.
fn help(course: &Course, files: &Files, around: &Around) -> Vec<Problem> {
    let name = files::path(&course.help_language, "help.md");
    let (text, _) = files::text_of(&name, files);
    let mut problems = Problems::of(&name);
    if let Some(words) = course.help.example() {
        problems.note(
            line_of(&text, words.get(..9).unwrap_or_default()).unwrap_or(1),
            Trouble::HelpExample,
            words,
        );
    }
    for place in &course.help.places {
        let Some(checked) = &place.checked else {
            continue;
        };
        let heading = text.lines().position(|line| line.starts_with("## ") && line.contains(&place.title));
        let line = heading.map_or(1, |at| at + 1);
        match LocalDate::parse(checked) {
            // A day that is still to come would never grow old.
            Some(day) if day.day_number() > around.today + 1 => {
                problems.note(line, Trouble::HelpDayWrong, checked);
            }
            None => problems.note(line, Trouble::HelpDayWrong, checked),
            Some(day) if day.day_number() + SIX_MONTHS < around.today => {
                problems.note(line, Trouble::HelpOld, &format!("{} ({checked})", place.title));
            }
            Some(_) => {}
        }
    }
    if !around.screens.is_empty() {
        screen::compare(course, &text, around.screens, &mut problems);
    }
    problems.into_vec()
}

/// Problems grouped by cause, in the order of the first of each.
pub fn by_cause<'a>(problems: &[&'a Problem]) -> Vec<Vec<&'a Problem>> {
    let mut causes: Vec<Vec<&Problem>> = Vec::new();
    for problem in problems {
        let same = |cause: &&mut Vec<&Problem>| {
            cause.iter().any(|other| other.trouble == problem.trouble && other.what == problem.what)
        };
        match causes.iter_mut().find(same) {
            Some(cause) => cause.push(problem),
            None => causes.push(vec![problem]),
        }
    }
    causes
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

/// Reads a module that is being written for a course, and returns what is found in it, by line.
pub fn module(id: &ModuleId, text: &str, course: &Course, words: &Words) -> (Module, Vec<Problem>) {
    let file = files::path(&course.language, &format!("{id}.md"));
    let (module, mut found) = module::parse(id.clone(), &file, text);
    found.extend(course.problems_of(&module));
    found.extend(links::problems_of(&module, course));
    for problem in &mut found {
        set_line(problem, text);
    }
    found.extend(words_and_links(&file, text, words));
    (module, by_line(found))
}

/// Does the same for the plan of a session about the module with that id.
pub fn plan(
    id: &ModuleId,
    text: &str,
    course: &Course,
    files: &Files,
    words: &Words,
) -> (ClassNotes, Vec<Problem>) {
    let file = files::path(&course.language, &wanted::class_file(id.as_str()));
    let (notes, mut found) = class::parse(id.clone(), &file, text);
    if let Some(module) = course.module(id) {
        let shared = shared(course, files).map(|(shared, _)| shared);
        found.extend(notes.problems_with(&file, module, shared.as_deref()));
    }
    found.extend(words_and_links(&file, text, words));
    (notes, by_line(found))
}

/// Problems by line. (They are few, and sorting is code that every learner downloads.)
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

/// Whether a line has a word by itself, or its plural. In writing without
/// spaces, the word may be anywhere.
fn has_word(line: &str, word: &str) -> bool {
    line.match_indices(word).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        let rest = &line[at + word.len()..];
        let after = rest.strip_prefix('s').unwrap_or(rest).chars().next();
        let ends = |c: Option<char>| c.is_none_or(|c| c.is_ascii() && !c.is_ascii_alphabetic());
        !word.is_ascii() || (ends(before) && ends(after))
    })
}
