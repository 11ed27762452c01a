//! One module: its front matter and its steps.

use super::exercise::Exercise;
use super::exercise_parse::{self, Found};
use super::front_matter::{FrontMatter, number};
use super::ids::{ExerciseId, LanguageTag, ModuleId, StageId};
use super::markdown::{self, Piece};
use super::problem::{Problem, Problems, Trouble};
use super::text::{Block, plain};

const KEYS: &[&str] = &["title", "summary", "minutes", "stage", "note", "reviewed"];

/// A module, as its file says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Module {
    /// Its id: the name of its file without `.md`.
    pub id: ModuleId,
    /// The language it is written in.
    pub language: LanguageTag,
    /// Its title.
    pub title: String,
    /// One sentence about it.
    pub summary: String,
    /// About how many minutes it takes, if the centre says.
    pub minutes: Option<u16>,
    /// The stage it says it belongs to; the contents have the last word.
    pub stage: Option<StageId>,
    /// One calm line about hard subjects in it.
    pub note: Option<String>,
    /// Who has read it for the centre and when, in the centre's words.
    pub reviewed: Option<String>,
    /// At least one step.
    pub steps: Vec<Step>,
}

/// A step of a module: one page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Its heading.
    pub title: String,
    /// The text below it.
    pub parts: Vec<Part>,
}

/// A part of a step: text to read, or something to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// Text to read.
    Text(Block),
    /// Something to do.
    Exercise(Exercise),
}

impl Module {
    /// Every exercise of the module, in order.
    pub fn exercises(&self) -> impl Iterator<Item = &Exercise> {
        self.steps.iter().flat_map(Step::exercises)
    }

    /// The exercise with that id, if the module has it.
    pub fn exercise(&self, id: &ExerciseId) -> Option<&Exercise> {
        self.exercises().find(|exercise| exercise.id == *id)
    }

    /// The step, from 1, that an exercise is in.
    pub fn step_of(&self, id: &ExerciseId) -> Option<usize> {
        let at = self.steps.iter().position(|step| step.exercises().any(|e| e.id == *id));
        at.map(|index| index + 1)
    }
}

impl Step {
    /// The exercises of this step.
    pub fn exercises(&self) -> impl Iterator<Item = &Exercise> {
        self.parts.iter().filter_map(|part| match part {
            Part::Exercise(exercise) => Some(exercise),
            Part::Text(_) => None,
        })
    }
}

/// Reads a module file. Never fails: what cannot be read is a problem, and
/// there is always a step to show. The language is that of the file's folder.
pub fn parse(id: ModuleId, file: &str, text: &str) -> (Module, Vec<Problem>) {
    let mut problems = Problems::of(file);
    let front = FrontMatter::read(text, &mut problems);
    front.check_keys(KEYS, &mut problems);
    let mut module = Module {
        title: front.need("title", &mut problems).to_owned(),
        summary: front.need("summary", &mut problems).to_owned(),
        minutes: minutes(&front, &mut problems),
        stage: stage(&front, &mut problems),
        note: front.get("note").map(|(_, note)| note.to_owned()),
        reviewed: front.get("reviewed").map(|(_, reviewed)| reviewed.to_owned()),
        steps: steps(&front, &mut problems),
        language: language_of(file),
        id,
    };
    if module.title.is_empty() {
        module.title = module.id.to_string();
    }
    if module.steps.is_empty() {
        problems.note(front.rest_line, Trouble::NoStep, "");
        module.steps.push(Step { title: module.title.clone(), parts: Vec::new() });
    }
    for step in &mut module.steps {
        if step.title.is_empty() {
            step.title.clone_from(&module.title);
        }
    }
    (module, problems.into_vec())
}

/// The language of a path such as `en/one.md`; English where it names none.
fn language_of(file: &str) -> LanguageTag {
    let folder = file.split_once('/').map_or("en", |(folder, _)| folder);
    LanguageTag::new(folder).unwrap_or_else(LanguageTag::english)
}

fn minutes(front: &FrontMatter, problems: &mut Problems) -> Option<u16> {
    let (line, value) = front.get("minutes")?;
    let minutes = number(value);
    if minutes.is_none() {
        problems.note(line, Trouble::NumberWanted, value);
    }
    minutes
}

fn stage(front: &FrontMatter, problems: &mut Problems) -> Option<StageId> {
    let (line, value) = front.get("stage")?;
    let stage = StageId::new(value);
    if stage.is_none() {
        problems.note(line, Trouble::IdWrong, value);
    }
    stage
}

fn steps(front: &FrontMatter, problems: &mut Problems) -> Vec<Step> {
    let mut steps: Vec<Step> = Vec::new();
    let mut seen: Vec<ExerciseId> = Vec::new();
    for (line, piece) in markdown::read(front.rest, front.rest_line, problems) {
        if let Piece::Block(Block::Heading { level: 2, spans, .. }) = &piece {
            steps.push(Step { title: plain(spans), parts: Vec::new() });
            continue;
        }
        if steps.is_empty() {
            problems.note(line, Trouble::TextBeforeStep, "");
            steps.push(Step { title: String::new(), parts: Vec::new() });
        }
        if let Some(step) = steps.last_mut() {
            step.parts.extend(parts(piece, line, &mut seen, problems));
        }
    }
    steps
}

fn parts(piece: Piece, line: usize, seen: &mut Vec<ExerciseId>, problems: &mut Problems) -> Vec<Part> {
    let fence = match piece {
        Piece::Block(block) => return vec![Part::Text(block)],
        Piece::Fence(fence) => fence,
    };
    match exercise_parse::parse(&fence, line, problems) {
        Found::Text(blocks) => blocks.into_iter().map(Part::Text).collect(),
        Found::Exercise(exercise) if seen.contains(&exercise.id) => {
            problems.note(line, Trouble::IdTwice, exercise.id.as_str());
            exercise.question.into_iter().map(Part::Text).collect()
        }
        Found::Exercise(exercise) => {
            seen.push(exercise.id.clone());
            vec![Part::Exercise(exercise)]
        }
    }
}
