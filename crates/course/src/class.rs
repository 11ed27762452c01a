//! `class/<module>.md`: the plan of a session, with notes for two voices.
//!
//! ```text
//! ClassNotes > ClassPart = what both do | what the screen shows | peer | professional
//! ```
//!
//! Class mode alone reads these files. They hold no exercise of their own: a part
//! names one of its module.

use super::Course;
use super::files::{self, Files};
use super::front_matter::FrontMatter;
use super::ids::{ExerciseId, LanguageTag, ModuleId};
use super::module::Module;
use super::problem::{Problem, Problems, Trouble};
use super::sections::{self, Section};
use super::text::{Block, plain};

const KEYS: &[&str] = &["title", "minutes", "materials"];

/// The file in the folder `class` with what all sessions share.
pub const EVERY_CLASS: &str = "every-class";

/// The plan of one session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClassNotes {
    /// The module it is for: the name of its file.
    pub module: ModuleId,
    /// Its title.
    pub title: String,
    /// How many minutes it takes in all.
    pub minutes: u16,
    /// What is to be brought; one after the other, with semicolons in the file.
    pub materials: Vec<String>,
    /// What the session is for.
    pub opening: Vec<Block>,
    /// Its parts, in order.
    pub parts: Vec<ClassPart>,
}

/// A part of a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClassPart {
    /// The line of its heading.
    pub line: usize,
    /// Its heading.
    pub title: String,
    /// How many minutes it takes.
    pub minutes: u16,
    /// The step of the module (from 1) it belongs to.
    pub step: Option<usize>,
    /// What the screen shows beside the heading.
    pub shows: Shows,
    /// Whether there is time to write in it: it names an exercise, also where the
    /// screen shows other words.
    pub is_writing: bool,
    /// What happens, for both facilitators.
    pub both: Vec<Block>,
    /// What the one with lived experience says and does.
    pub peer: Vec<Block>,
    /// What the professional says and does.
    pub professional: Vec<Block>,
}

/// What the screen shows in a part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shows {
    /// The heading alone.
    Heading,
    /// A few words.
    Words(Vec<Block>),
    /// An exercise of the module, as an invitation.
    Exercise(ExerciseId),
    /// A section of `every-class.md`, by its id.
    Shared(String),
}

/// Something all sessions share: a section of `every-class.md`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shared {
    /// Its id, which parts of sessions name.
    pub id: String,
    /// Its heading.
    pub title: String,
    /// What stands under it.
    pub blocks: Vec<Block>,
}

/// Reads the plan of a session. Never fails.
pub fn parse(module: ModuleId, file: &str, text: &str) -> (ClassNotes, Vec<Problem>) {
    let mut problems = Problems::of(file);
    let front = FrontMatter::read(text, &mut problems);
    front.check_keys(KEYS, &mut problems);
    let title = front.need("title", &mut problems).to_owned();
    let minutes = front.get("minutes").map_or(0, |(line, value)| number(line, value, &mut problems));
    let materials = front.get("materials").map_or("", |(_, value)| value);
    let materials = materials.split(';').map(str::trim).filter(|one| !one.is_empty());
    let materials = materials.map(str::to_owned).collect();
    let (opening, sections) = sections::read(front.rest, front.rest_line, 2, &mut problems);
    let parts: Vec<ClassPart> = sections.into_iter().map(|section| part(section, &mut problems)).collect();
    let sum: u16 = parts.iter().fold(0, |sum, part| sum.saturating_add(part.minutes));
    if sum != minutes {
        problems.note(1, Trouble::ClassMinutes, &format!("{sum} ≠ {minutes}"));
    }
    (ClassNotes { module, title, minutes, materials, opening, parts }, problems.into_vec())
}

/// Reads `every-class.md`: a level-2 heading with an id a section.
pub fn parse_shared(file: &str, text: &str) -> (Vec<Shared>, Vec<Problem>) {
    let mut problems = Problems::of(file);
    let front = FrontMatter::read(text, &mut problems);
    front.check_keys(&["title"], &mut problems);
    let (_, found) = sections::read(front.rest, front.rest_line, 2, &mut problems);
    let mut all: Vec<Shared> = Vec::new();
    for section in found {
        let seen: Vec<String> = all.iter().map(|shared| shared.id.clone()).collect();
        if let Some(id) = sections::id_of(&section, |id| Some(id.to_owned()), &seen, &mut problems) {
            all.push(Shared { id, title: section.title, blocks: section.blocks });
        }
    }
    (all, problems.into_vec())
}

/// All class notes of a course, as their files came.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Classes {
    /// The plans, in the order of the modules, each with the language it is in.
    pub plans: Vec<(ClassNotes, LanguageTag)>,
    /// What all sessions share.
    pub shared: Vec<Shared>,
}

impl Classes {
    /// Reads them. Modules without class notes are left out.
    pub fn read(course: &Course, files: &Files) -> Self {
        let mut classes = Self::default();
        for module in course.modules() {
            if let Some((name, language)) = found(course, files, module.id.as_str()) {
                let (plan, _) = parse(module.id.clone(), &name, &files::text_of(&name, files).0);
                classes.plans.push((plan, language));
            }
        }
        if let Some((name, _)) = found(course, files, EVERY_CLASS) {
            classes.shared = parse_shared(&name, &files::text_of(&name, files).0).0;
        }
        classes
    }

    /// The plan for a module.
    pub fn plan(&self, module: &ModuleId) -> Option<&(ClassNotes, LanguageTag)> {
        self.plans.iter().find(|(plan, _)| plan.module == *module)
    }
}

fn found(course: &Course, files: &Files, of: &str) -> Option<(String, LanguageTag)> {
    let name = files::class_file(of);
    let found = files::in_language(&course.language, course.centre.first(), &name, files, false);
    files.has(&found.0).then_some(found)
}

impl ClassNotes {
    /// What the plan names that the module, or what all sessions share, does not have.
    pub fn problems_with(&self, file: &str, module: &Module, shared: &[Shared]) -> Vec<Problem> {
        let mut problems = Problems::of(file);
        for part in &self.parts {
            let away = part.step.filter(|step| *step == 0 || *step > module.steps.len());
            if let Some(step) = away {
                problems.note(part.line, Trouble::ClassUnknown, &format!("step: {step}"));
            }
            match &part.shows {
                Shows::Exercise(id) if module.exercise(id).is_none() => {
                    problems.note(part.line, Trouble::ClassUnknown, &format!("exercise: {id}"));
                }
                Shows::Shared(id) if !shared.iter().any(|one| one.id == *id) => {
                    problems.note(part.line, Trouble::ClassUnknown, &format!("show: {id}"));
                }
                _ => {}
            }
        }
        problems.into_vec()
    }
}

fn number<N: std::str::FromStr + Default>(line: usize, value: &str, problems: &mut Problems) -> N {
    value.parse().unwrap_or_else(|_| {
        problems.note(line, Trouble::NumberWanted, value);
        N::default()
    })
}

fn part(section: Section, problems: &mut Problems) -> ClassPart {
    let mut part = ClassPart {
        line: section.line,
        title: section.title,
        minutes: 0,
        step: None,
        shows: Shows::Heading,
        is_writing: false,
        both: Vec::new(),
        peer: Vec::new(),
        professional: Vec::new(),
    };
    let mut blocks = section.blocks;
    if let Some(keys) = blocks.first().and_then(keys) {
        blocks.remove(0);
        for (key, value) in keys {
            set(&mut part, &key, &value, problems);
        }
    }
    if part.minutes == 0 {
        problems.note(part.line, Trouble::KeyMissing, "minutes");
    }
    sort(blocks, &mut part, problems);
    part
}

/// The `key: value` lines of a paragraph that has nothing else.
fn keys(block: &Block) -> Option<Vec<(String, String)>> {
    let Block::Paragraph(spans) = block else {
        return None;
    };
    let text = plain(spans);
    let line = |line: &str| {
        let (key, value) = line.split_once(':')?;
        let is_key = !key.is_empty() && key.bytes().all(|b| b.is_ascii_lowercase());
        is_key.then(|| (key.to_owned(), value.trim().to_owned()))
    };
    text.lines().map(line).collect()
}

fn set(part: &mut ClassPart, key: &str, value: &str, problems: &mut Problems) {
    let line = part.line;
    match key {
        "minutes" => part.minutes = number(line, value, problems),
        "step" => part.step = Some(number(line, value, problems)),
        "exercise" => match ExerciseId::new(value) {
            Some(id) => {
                part.shows = Shows::Exercise(id);
                part.is_writing = true;
            }
            None => problems.note(line, Trouble::IdWrong, value),
        },
        "show" => part.shows = Shows::Shared(value.to_owned()),
        _ => problems.note(line, Trouble::KeyUnknown, key),
    }
}

/// Puts what stands under each level-3 heading with a known id where it belongs;
/// other headings stay in the text they stand in.
fn sort(blocks: Vec<Block>, part: &mut ClassPart, problems: &mut Problems) {
    let mut voice = Voice::Both;
    let mut screen = Vec::new();
    for block in blocks {
        if let Block::Heading { level: 3, id: Some(id), .. } = &block {
            match Voice::of(id) {
                Some(found) => {
                    voice = found;
                    continue;
                }
                None => problems.note(part.line, Trouble::ClassUnknown, id),
            }
        }
        match voice {
            Voice::Both => part.both.push(block),
            Voice::Screen => screen.push(block),
            Voice::Peer => part.peer.push(block),
            Voice::Professional => part.professional.push(block),
        }
    }
    if !screen.is_empty() {
        part.shows = Shows::Words(screen);
    }
}

#[derive(Clone, Copy)]
enum Voice {
    Both,
    Screen,
    Peer,
    Professional,
}

impl Voice {
    fn of(id: &str) -> Option<Self> {
        match id {
            "screen" => Some(Self::Screen),
            "peer" => Some(Self::Peer),
            "professional" => Some(Self::Professional),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::module;

    const NOTES: &str = "---\ntitle: One\nminutes: 60\nmaterials: Paper; pens\n---\nWhat for.\n\n\
        ## Opening\n\nminutes: 10\nshow: agreement\n\nSay hello.\n\n### Peer {#peer}\n\nI am here too.\n\n\
        ### Professional {#professional}\n\nSo am I.\n\n## Writing\n\nminutes: 50\nstep: 1\nexercise: mine\n\n\
        ### On the screen {#screen}\n\n- One line\n\n### Aside\n\nStays.\n";

    fn read(text: &str) -> (ClassNotes, Vec<(usize, Trouble, String)>) {
        let (notes, problems) = parse(ModuleId::new("one").unwrap(), "en/class/one.md", text);
        (notes, problems.into_iter().map(|p| (p.line, p.trouble, p.what)).collect())
    }

    #[test]
    fn a_session_with_two_voices() {
        let (notes, problems) = read(NOTES);
        assert_eq!(problems, []);
        assert_eq!((notes.title.as_str(), notes.minutes, notes.materials.len()), ("One", 60, 2));
        assert_eq!(notes.opening.len(), 1);
        let [opening, writing] = &notes.parts[..] else { panic!("{notes:?}") };
        assert_eq!(opening.shows, Shows::Shared("agreement".into()));
        assert_eq!((opening.both.len(), opening.peer.len(), opening.professional.len()), (1, 1, 1));
        assert_eq!((writing.minutes, writing.step), (50, Some(1)));
        // Words of its own for the screen come before the exercise.
        assert!(matches!(&writing.shows, Shows::Words(blocks) if blocks.len() == 3), "{writing:?}");
        assert!(writing.is_writing && !opening.is_writing);
    }

    #[test]
    fn what_cannot_be_used_is_a_problem_and_the_rest_is_read() {
        for (from, to, wanted) in [
            ("minutes: 60", "minutes: 75", (1, Trouble::ClassMinutes, "60 ≠ 75")),
            ("minutes: 50", "minutes: soon", (23, Trouble::NumberWanted, "soon")),
            ("step: 1", "stap: 1", (23, Trouble::KeyUnknown, "stap")),
            ("exercise: mine", "exercise: My one", (23, Trouble::IdWrong, "My one")),
            ("{#peer}", "{#pear}", (8, Trouble::ClassUnknown, "pear")),
            ("minutes: 10\n", "", (8, Trouble::KeyMissing, "minutes")),
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
        let found = |text: &str, shared: &[Shared]| -> Vec<String> {
            let problems = read(text).0.problems_with("f", &module, shared);
            problems.into_iter().map(|problem| problem.what).collect()
        };
        let text = NOTES.replace("### On the screen {#screen}\n\n- One line\n\n", "");
        assert_eq!(found(&text, &shared), ["exercise: mine"]);
        assert_eq!(found(&text.replace("mine", "other"), &[]), ["show: agreement"]);
        assert_eq!(found(&text.replace("mine", "other").replace("step: 1", "step: 2"), &shared), ["step: 2"]);
    }
}
