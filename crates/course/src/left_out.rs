//! Links to modules that a course does not have: a centre left them out.

use super::ids::ModuleId;
use super::module::Part;
use super::problem::{Problem, Problems, Trouble};
use super::text::{Block, Span, Target, unlink as without, unlink_words};
use super::{Course, files};

/// Turns such links into plain words, and reports each. Learners are never led to a page that
/// does not exist.
pub fn unlink(course: &mut Course) {
    let known: Vec<ModuleId> = course.modules.iter().map(|module| module.id.clone()).collect();
    let mut found = Vec::new();
    let own = course.centre.languages.iter().position(|welcome| welcome.language == course.language);
    let mut away = Away::of(files::CENTRE, &known);
    away.blocks(&mut course.centre.languages[own.unwrap_or(0)].blocks);
    found.extend(away.found());
    let mut away = Away::of(&files::path(&course.contents_language, "course.md"), &known);
    course.stages.iter_mut().for_each(|stage| away.blocks(&mut stage.blocks));
    found.extend(away.found());
    let mut away = Away::of(&files::path(&course.plan_language, "plan.md"), &known);
    course.plan.iter_mut().for_each(|section| away.blocks(&mut section.blocks));
    found.extend(away.found());
    for module in &mut course.modules {
        let mut away = Away::of(&files::path(&module.language, &format!("{}.md", module.id)), &known);
        for part in module.steps.iter_mut().flat_map(|step| &mut step.parts) {
            match part {
                Part::Text(block) => away.blocks(std::slice::from_mut(block)),
                Part::Exercise(exercise) => {
                    away.blocks(&mut exercise.question);
                    exercise.kind.offers_mut().iter_mut().for_each(|offer| away.words(&mut offer.words));
                }
            }
        }
        found.extend(away.found());
    }
    let mut away = Away::of(&files::path(&course.help_language, "help.md"), &known);
    course.help.places.iter_mut().for_each(|place| away.blocks(&mut place.blocks));
    away.blocks(&mut course.help.opening);
    found.extend(away.found());
    if let Some((about, language)) = &mut course.about {
        let mut away = Away::of(&files::path(language, files::ABOUT), &known);
        away.blocks(&mut about.blocks);
        found.extend(away.found());
    }
    course.problems.extend(found);
}

/// The links of one file to modules that are not among the known ones.
struct Away<'a> {
    known: &'a [ModuleId],
    problems: Problems,
}

impl<'a> Away<'a> {
    fn of(file: &str, known: &'a [ModuleId]) -> Self {
        Self { known, problems: Problems::of(file) }
    }

    fn is_away(&mut self, to: &Target) -> bool {
        let away = to.within().filter(|module| !self.known.contains(module));
        away.inspect(|module| self.problems.note(1, Trouble::LinkLeftOut, module.as_str())).is_some()
    }

    fn blocks(&mut self, blocks: &mut [Block]) {
        without(blocks, &mut |to| self.is_away(to));
    }

    fn words(&mut self, words: &mut Vec<Span>) {
        unlink_words(words, &mut |to| self.is_away(to));
    }

    fn found(self) -> Vec<Problem> {
        self.problems.into_vec()
    }
}
