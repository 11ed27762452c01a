//! Links to modules that a course does not have: a centre left them out.

use super::ids::ModuleId;
use super::module::Part;
use super::problem::{Problem, Problems, Trouble};
use super::text::{Block, Target, unlink as without};
use super::{Course, files};

/// Makes plain words of such links, and tells of each. Learners never meet a page that
/// is not there.
pub fn unlink(course: &mut Course) {
    let known: Vec<ModuleId> = course.modules.iter().map(|module| module.id.clone()).collect();
    let mut found = Vec::new();
    for module in &mut course.modules {
        let name = files::path(&module.language, &format!("{}.md", module.id));
        let parts = module.steps.iter_mut().flat_map(|step| &mut step.parts);
        let texts = parts.map(|part| match part {
            Part::Text(block) => std::slice::from_mut(block),
            Part::Exercise(exercise) => &mut exercise.question[..],
        });
        found.extend(in_file(&name, texts, &known));
    }
    let places = course.help.places.iter_mut().map(|place| &mut place.blocks[..]);
    let texts = places.chain([&mut course.help.opening[..]]);
    found.extend(in_file(&files::path(&course.help_language, "help.md"), texts, &known));
    if let Some((about, language)) = &mut course.about {
        let name = files::path(language, files::ABOUT);
        found.extend(in_file(&name, [&mut about.blocks[..]], &known));
    }
    course.problems.extend(found);
}

fn in_file<'a>(
    name: &str,
    texts: impl IntoIterator<Item = &'a mut [Block]>,
    known: &[ModuleId],
) -> Vec<Problem> {
    let mut problems = Problems::of(name);
    let mut is_away = |to: &Target| {
        let away = to.within().filter(|module| !known.contains(module));
        away.inspect(|module| problems.note(1, Trouble::LinkLeftOut, module.as_str())).is_some()
    };
    texts.into_iter().for_each(|blocks| without(blocks, &mut is_away));
    problems.into_vec()
}
