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
use super::front_matter::{self, FrontMatter};
use super::ids::{ExerciseId, LanguageTag, ModuleId};
use super::module::Module;
use super::problem::{Problem, Problems, Trouble};
use super::sections::{self, Section, take_line};
use super::text::{Block, Span, plain};
use super::wanted;

const KEYS: &[&str] = &["title", "minutes", "materials"];

const PART_KEYS: &[&str] = &["minutes", "step", "exercise", "show"];

/// How a line begins that every part of a plan has.
const KEY_OF_PLAN: [&str; 2] = ["minutes:", "minutes："];

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
    /// What to bring, separated by semicolons in the file.
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
    /// The lines that name the step, and what the screen shows.
    pub named: [usize; 2],
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
    /// The text below it.
    pub blocks: Vec<Block>,
}

/// Reads the plan of a session. Never fails.
pub fn parse(module: ModuleId, file: &str, text: &str) -> (ClassNotes, Vec<Problem>) {
    let mut problems = Problems::of(file);
    let front = FrontMatter::read(text, &mut problems);
    front.check_keys(KEYS, &mut problems);
    let title = front.need("title", &mut problems).to_owned();
    let whole = front.need("minutes", &mut problems);
    let (line, _) = front.get("minutes").unwrap_or((1, ""));
    let minutes = if whole.is_empty() { 0 } else { number(line, whole, &mut problems) };
    let materials = front.get("materials").map_or("", |(_, value)| value);
    let materials = materials.split(';').map(str::trim).filter(|one| !one.is_empty());
    let materials = materials.map(str::to_owned).collect();
    let (opening, sections) = sections::read(front.rest, front.rest_line, 2, &mut problems);
    let parts: Vec<ClassPart> = sections.into_iter().map(|section| part(section, &mut problems)).collect();
    let sum: u16 = parts.iter().fold(0, |sum, part| sum.saturating_add(part.minutes));
    // A missing number is reported for its part, or for the whole file.
    if sum != minutes && !whole.is_empty() && parts.iter().all(|part| part.minutes > 0) {
        problems.note(line, Trouble::ClassMinutes, &format!("{sum} ≠ {minutes}"));
    }
    (ClassNotes { module, title, minutes, materials, opening, parts }, problems.into_vec())
}

/// Whether a text is the plan of a session, and no module: its parts say how long they
/// take, and nothing on top says what it is about.
pub fn is_plan(text: &str) -> bool {
    let mut problems = Problems::of("");
    let front = FrontMatter::read(text, &mut problems);
    let has = |line: &str| KEY_OF_PLAN.iter().any(|key| line.to_ascii_lowercase().starts_with(key));
    front.get("summary").is_none() && (front.get("materials").is_some() || front.rest.lines().any(has))
}

/// Reads `every-class.md`: each section has a level-2 heading with an id.
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

/// All class notes of a course, read from the files that arrived.
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
    let name = wanted::class_file(of);
    let found = wanted::in_language(&course.language, course.centre.first(), &name, files, false);
    files.has(&found.0).then_some(found)
}

impl ClassNotes {
    /// What the plan names although neither the module nor the shared file has it,
    /// each with what there is instead. What all share may not be known.
    pub fn problems_with(&self, file: &str, module: &Module, shared: Option<&[Shared]>) -> Vec<Problem> {
        let mut problems = Problems::of(file);
        for part in &self.parts {
            let [step_line, shows_line] = part.named;
            let mut note = |line: usize, wrong: String, known: Vec<&str>| {
                let what = format!("{wrong} → {}", known.join(", "));
                problems.note(line, Trouble::ClassUnknown, &what);
            };
            let last = module.steps.len();
            if let Some(step) = part.step.filter(|step| *step == 0 || *step > last) {
                note(step_line, format!("step: {step}"), vec!["1", "…", &last.to_string()]);
            }
            match &part.shows {
                Shows::Exercise(id) if module.exercise(id).is_none() => {
                    let known = module.exercises().map(|exercise| exercise.id.as_str());
                    note(shows_line, format!("exercise: {id}"), known.collect());
                }
                Shows::Shared(id) => {
                    let known: Option<Vec<_>> =
                        shared.map(|all| all.iter().map(|one| one.id.as_str()).collect());
                    if let Some(known) = known.filter(|known| !known.contains(&id.as_str())) {
                        note(shows_line, format!("show: {id}"), known);
                    }
                }
                _ => {}
            }
        }
        problems.into_vec()
    }
}

fn number<N: std::str::FromStr + Default>(line: usize, value: &str, problems: &mut Problems) -> N {
    front_matter::number(value).unwrap_or_else(|| {
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
        named: [section.line; 2],
        shows: Shows::Heading,
        is_writing: false,
        both: Vec::new(),
        peer: Vec::new(),
        professional: Vec::new(),
    };
    let mut blocks: Vec<(usize, Block)> = section.lines.into_iter().zip(section.blocks).collect();
    if let Some((line, Block::Paragraph(spans))) = blocks.first_mut() {
        take_keys(*line, spans, &mut part, problems);
    }
    blocks.retain(|(_, block)| !matches!(block, Block::Paragraph(spans) if spans.is_empty()));
    if part.minutes == 0 {
        problems.note(part.line, Trouble::ClassPartMinutes, &part.title);
    }
    sort(blocks, &mut part, problems);
    part
}

/// Takes the `key: value` lines that a part begins with, the first of them on that line.
fn take_keys(first: usize, spans: &mut Vec<Span>, part: &mut ClassPart, problems: &mut Problems) {
    let is_key = |key: &str| {
        PART_KEYS.contains(&key.to_ascii_lowercase().as_str())
            // A key that is misspelt is small and one word, unlike most sentences.
            || (!key.is_empty() && key.bytes().all(|b| b.is_ascii_lowercase()))
    };
    for line in first.. {
        let mut rest = spans.clone();
        let Some((key, value)) = take_line(&mut rest).filter(|(key, _)| is_key(key)) else {
            return;
        };
        *spans = rest;
        set(part, line, &key.to_ascii_lowercase(), &value, problems);
    }
}

fn set(part: &mut ClassPart, line: usize, key: &str, value: &str, problems: &mut Problems) {
    match key {
        "minutes" => part.minutes = number(line, value, problems),
        "step" => {
            part.step = Some(number(line, value, problems));
            part.named[0] = line;
        }
        "exercise" | "show" => {
            part.named[1] = line;
            match ExerciseId::new(value) {
                _ if key == "show" => part.shows = Shows::Shared(value.to_owned()),
                Some(id) => {
                    part.shows = Shows::Exercise(id);
                    part.is_writing = true;
                }
                None => problems.note(line, Trouble::IdWrong, value),
            }
        }
        _ => problems.note(line, Trouble::KeyUnknown, key),
    }
}

/// Puts the text under each heading where it belongs. What is not marked for the
/// screen never gets there: a heading that does not say whose notes follow ends the
/// text for the screen.
fn sort(blocks: Vec<(usize, Block)>, part: &mut ClassPart, problems: &mut Problems) {
    let mut voice = Voice::Both;
    let mut screen = Vec::new();
    for (line, block) in blocks {
        if let Some(found) = Voice::named_by(&block) {
            voice = found;
            continue;
        }
        if let Block::Heading { id, spans, .. } = &block {
            let what = id.as_ref().map_or_else(|| plain(spans), |id| format!("{} {{#{id}}}", plain(spans)));
            problems.note(line, Trouble::ClassHeading, &what);
            if matches!(voice, Voice::Screen) {
                voice = Voice::Both;
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
    /// Whose notes a heading begins, by its id or by words that leave no doubt. Such words may
    /// also be a line of their own in bold.
    fn named_by(block: &Block) -> Option<Self> {
        let words = match block {
            Block::Heading { id: Some(id), .. } => return Self::of(&id.to_ascii_lowercase()),
            Block::Heading { spans, .. } => plain(spans),
            Block::Paragraph(spans) => match &spans[..] {
                [Span::Strong(words) | Span::Emphasis(words)] => plain(words),
                _ => return None,
            },
            _ => return None,
        };
        Self::of(&words.trim_matches(|c: char| " :：{}#".contains(c)).to_ascii_lowercase())
    }

    fn of(name: &str) -> Option<Self> {
        match name {
            "screen" => Some(Self::Screen),
            "peer" | "ピア" => Some(Self::Peer),
            "professional" | "専門職" => Some(Self::Professional),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests;
