//! The plan, the crisis card and the learning plan on paper.

use super::{Paper, Piece};
use course::{Course, PlanSection, SectionId};
use record::{LearningPlan, Record, plan};
use words::{Word, Words};

/// The plan: the sections that are not hidden. Those in which nothing is
/// written have room to write.
pub fn paper(course: &Course, record: &Record, words: &Words) -> Paper {
    let mut pieces = Vec::new();
    for section in shown(course, record) {
        pieces.push(Piece::Heading(section.title.clone()));
        let earlier = plan::earlier_lines(&section.id, course, record);
        match plan::lines(&section.id, course, record) {
            lines if !lines.is_empty() => pieces.push(Piece::Words(lines)),
            _ if earlier.is_empty() => pieces.push(Piece::Room(3)),
            _ => {}
        }
        if !earlier.is_empty() {
            pieces.push(Piece::Soft(words.say(Word::PlanEarlier)));
            pieces.push(Piece::Words(earlier));
        }
    }
    for id in plan::gone(course, record) {
        pieces.push(Piece::Heading(words.say(Word::PlanEarlier)));
        pieces.push(Piece::Words(every_line(&id, course, record)));
    }
    Paper::new(words.say(Word::Plan), pieces)
}

/// The lines of a section, including what the course no longer has.
fn every_line(id: &SectionId, course: &Course, record: &Record) -> Vec<String> {
    let mut lines = plan::lines(id, course, record);
    lines.extend(plan::earlier_lines(id, course, record));
    lines
}

/// The sections that are not hidden.
fn shown<'a>(course: &'a Course, record: &Record) -> impl Iterator<Item = &'a PlanSection> {
    course.plan.iter().filter(|section| !record.plan_words(&section.id).is_some_and(|own| own.hidden))
}

/// The faces of the crisis card: a title and its lines, for each section that
/// is on it and has words. Sections that the course no longer has come last.
pub fn card(course: &Course, record: &Record, words: &Words) -> Vec<(String, Vec<String>)> {
    let here = course.plan.iter().map(|section| (section.id.clone(), section.title.clone()));
    let gone = plan::gone(course, record).into_iter().map(|id| (id, words.say(Word::PlanEarlier)));
    let on_card = here.chain(gone).filter(|(id, _)| plan::is_on_card(id, record));
    let faces = on_card.map(|(id, title)| (title, every_line(&id, course, record)));
    faces.filter(|(_, lines)| !lines.is_empty()).collect()
}

/// The learning plan: the modules in the learner's order, with their reasons.
pub fn learning(course: &Course, plan: &LearningPlan, words: &Words) -> Paper {
    Paper::new(words.say(Word::LearningPlan), learning_pieces(course, plan))
}

/// The modules of the learning plan, in order.
pub fn learning_pieces(course: &Course, plan: &LearningPlan) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for (at, drawn) in plan.modules.iter().enumerate() {
        let module = course.module(&drawn.id);
        let title = module.map_or_else(|| drawn.title.clone(), |module| module.title.clone());
        pieces.push(Piece::Heading(format!("{}. {title}", at + 1)));
        pieces.extend(module.map(|module| Piece::Soft(module.summary.clone())));
        if !drawn.why.trim().is_empty() {
            pieces.push(Piece::words(&drawn.why));
        }
    }
    pieces
}
