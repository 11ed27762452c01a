//! Links in a course's files to addresses of our own, which may lead nowhere.

use course::{Block, Course, Module, Part, Problem, Problems, Span, Target, Trouble, files};
use route::Route;

/// All of them that lead nowhere.
pub(crate) fn problems(course: &Course) -> Vec<Problem> {
    let mut found = Vec::new();
    let mut check = |file: String, blocks: &mut dyn Iterator<Item = &Block>| {
        let mut problems = Problems::of(&file);
        blocks.for_each(|block| check_block(block, 1, course, &mut problems));
        found.extend(problems.into_vec());
    };
    let stages = course.stages.iter().flat_map(|stage| &stage.blocks);
    let sections = course.plan.iter().flat_map(|section| &section.blocks);
    let places = course.help.places.iter().flat_map(|place| &place.blocks);
    check(files::CENTRE.to_owned(), &mut course.welcome().blocks.iter());
    check(files::path(&course.contents_language, "course.md"), &mut { stages });
    check(files::path(&course.plan_language, "plan.md"), &mut { sections });
    check(files::path(&course.help_language, "help.md"), &mut course.help.opening.iter().chain(places));
    if let Some((about, language)) = &course.about {
        check(files::path(language, files::ABOUT), &mut about.blocks.iter());
    }
    for module in course.modules() {
        found.extend(problems_of(module, course));
    }
    found
}

/// Such links in one module, which need not be part of the course yet.
pub(crate) fn problems_of(module: &Module, course: &Course) -> Vec<Problem> {
    let mut problems = Problems::of(&files::path(&module.language, &format!("{}.md", module.id)));
    for part in module.steps.iter().flat_map(|step| &step.parts) {
        match part {
            Part::Text(block) => check_block(block, 1, course, &mut problems),
            Part::Exercise(exercise) => {
                for block in &exercise.question {
                    check_block(block, exercise.line, course, &mut problems);
                }
                for offer in exercise.kind.offers() {
                    check_spans(&offer.words, exercise.line, course, &mut problems);
                }
            }
        }
    }
    problems.into_vec()
}

fn check_block(block: &Block, line: usize, course: &Course, problems: &mut Problems) {
    match block {
        Block::Heading { spans, .. } | Block::Paragraph(spans) => check_spans(spans, line, course, problems),
        Block::List { items, .. } => {
            items.iter().flatten().for_each(|block| check_block(block, line, course, problems));
        }
        Block::Quote(blocks) => blocks.iter().for_each(|block| check_block(block, line, course, problems)),
        Block::Code(_) | Block::Rule => {}
    }
}

fn check_spans(spans: &[Span], line: usize, course: &Course, problems: &mut Problems) {
    for span in spans {
        match span {
            Span::Link { to: to @ Target::Own(address), .. } => {
                if let Some(away) = to.within().filter(|module| course.module(module).is_none()) {
                    problems.note(line, Trouble::LinkLeftOut, away.as_str());
                    continue;
                }
                let leads = Route::parse(address).is_some_and(|route| route.leads_somewhere(course));
                if !leads {
                    problems.note(line, Trouble::LinkNowhere, address);
                }
            }
            Span::Emphasis(inner) | Span::Strong(inner) => check_spans(inner, line, course, problems),
            _ => {}
        }
    }
}
