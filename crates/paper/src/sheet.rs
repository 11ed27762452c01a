//! The sheet: what a learner ticked, and nothing else.

use super::{Listed, Paper, Piece, answers, goal as on_paper};
use course::named;
use course::{AnswerId, Course, GoalId, NoteId, SectionId};
use record::{Key, Record, journal, plan};
use words::{Word, Words};

named! {
    /// Whom a sheet is for.
    pub enum Audience {
        /// A friend, or someone close.
        Friend = "friend",
        /// A doctor or another professional.
        Doctor = "doctor",
        /// An advocate.
        Advocate = "advocate",
        /// A class or a group.
        Class = "class",
        /// The learners themselves.
        Myself = "myself",
    }
}

/// Something that can go on a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// A section of the plan.
    Plan(SectionId),
    /// The learning plan.
    LearningPlan,
    /// A goal, without its follow-ups.
    Goal(GoalId),
    /// The follow-ups of a goal.
    Talks(GoalId),
    /// An answer.
    Answer(AnswerId),
    /// A free entry of the journal.
    Note(NoteId),
}

/// Everything that can go on a sheet, because there are words in it, in the
/// order it has there: the plan, goals each with its follow-ups,
/// answers in the order of the course, free entries with the last first.
pub fn offered(course: &Course, record: &Record) -> Vec<Part> {
    let mut parts = Vec::new();
    let known = course.plan.iter().map(|section| section.id.clone()).collect();
    for id in [known, plan::gone(course, record)].concat() {
        if !plan::lines(&id, course, record).is_empty() {
            parts.push(Part::Plan(id));
        }
    }
    if record.learning_plan().is_some_and(|own| !own.modules.is_empty()) {
        parts.push(Part::LearningPlan);
    }
    for (id, goal) in record.goals() {
        parts.push(Part::Goal(id.clone()));
        if !goal.follow_ups.is_empty() {
            parts.push(Part::Talks(id.clone()));
        }
    }
    parts.extend(answers_of(course, record));
    for key in journal::keys(record) {
        if let Key::Note(id) = key
            && record.note(&id).is_some_and(|note| !note.words.trim().is_empty())
        {
            parts.push(Part::Note(id));
        }
    }
    parts
}

/// Answers in the order of the course, then those whose exercise is gone.
fn answers_of(course: &Course, record: &Record) -> Vec<Part> {
    let has_words = |id: &AnswerId| record.answer(id).is_some_and(|answer| !answer.is_empty());
    let mut parts = Vec::new();
    for module in course.modules() {
        for exercise in module.exercises() {
            let id = AnswerId { module: module.id.clone(), exercise: exercise.id.clone() };
            if has_words(&id) {
                parts.push(Part::Answer(id));
            }
        }
    }
    for key in record.keys() {
        if let Key::Answer(id) = key
            && course.exercise(&id).is_none()
            && has_words(&id)
        {
            parts.push(Part::Answer(id));
        }
    }
    parts
}

/// The sheet of what was ticked. Nothing is read but these parts.
pub fn paper(ticked: &[Part], audience: Option<Audience>, made: &str, of: Of) -> Paper {
    let words = of.words;
    let whom = audience.map(|audience| words.say(audience_word(audience)));
    let whom = whom.map(|whom| words.fill(Word::SheetWhom, &[("whom", &whom)]));
    let made = words.fill(Word::SheetMade, &[("day", made)]);
    let about = match whom {
        Some(whom) => format!("{whom} · {made}"),
        None => made,
    };
    let mut pieces = vec![Piece::Soft(about)];
    for part in ticked {
        pieces.extend(pieces_of(part, of));
    }
    Paper::new(words.say(Word::Sheet), pieces)
}

/// What a sheet is made from.
#[derive(Clone, Copy)]
pub struct Of<'a> {
    /// The course.
    pub course: &'a Course,
    /// The learner's record.
    pub record: &'a Record,
    /// The interface's words.
    pub words: &'a Words,
}

fn pieces_of(part: &Part, of: Of) -> Vec<Piece> {
    let inside = match part {
        Part::Plan(section) => Some(vec![Piece::Words(plan::lines(section, of.course, of.record))]),
        Part::LearningPlan => {
            of.record.learning_plan().map(|own| super::plan::learning_pieces(of.course, own))
        }
        Part::Goal(id) => of.record.goal(id).map(|found| on_paper::own(found, of.words)),
        Part::Talks(id) => of.record.goal(id).map(|found| on_paper::talks(found, of.words)),
        Part::Answer(id) => of.record.answer(id).map(|answer| match of.course.exercise(id) {
            Some(exercise) => {
                let pieces = answers::exercise(exercise, Some(answer), of.words);
                pieces.into_iter().map(only_ticked).collect()
            }
            None => answers::gone(answer, of.words),
        }),
        Part::Note(id) => {
            let note = of.record.note(id);
            note.map(|note| vec![Piece::words(&note.words)])
        }
    };
    let heading = match part {
        // The goal says whose they are, if it was ticked too.
        Part::Talks(_) => of.words.say(Word::FollowUps),
        part => title(part, of),
    };
    let Some(inside) = inside else {
        return Vec::new();
    };
    let mut pieces = vec![Piece::Heading(heading)];
    pieces.extend(inside);
    pieces
}

/// Choices that were not ticked are nobody's business.
fn only_ticked(piece: Piece) -> Piece {
    match piece {
        Piece::Boxes(boxes) => {
            let ticked = boxes.into_iter().filter(|(ticked, _)| *ticked).map(|(_, words)| words);
            Piece::Items(ticked.collect(), Listed::Plainly)
        }
        piece => piece,
    }
}

/// What a part is called where it is offered.
pub fn title(part: &Part, of: Of) -> String {
    let own = |id| of.record.goal(id).map(|found| on_paper::title(found, of.words)).unwrap_or_default();
    match part {
        Part::Plan(id) => {
            let section = of.course.plan.iter().find(|section| section.id == *id);
            section.map_or_else(|| id.to_string(), |section| section.title.clone())
        }
        Part::LearningPlan => of.words.say(Word::LearningPlan),
        Part::Goal(id) => own(id),
        Part::Talks(id) => of.words.fill(Word::SheetTalks, &[("words", &own(id))]),
        Part::Answer(id) => {
            let module = of.course.module(&id.module);
            module.map_or_else(|| id.module.to_string(), |module| module.title.clone())
        }
        Part::Note(id) => of.record.note(id).map(|note| of.words.day(note.on.date)).unwrap_or_default(),
    }
}

/// The word for an audience.
pub const fn audience_word(audience: Audience) -> Word {
    match audience {
        Audience::Friend => Word::SheetFriend,
        Audience::Doctor => Word::SheetDoctor,
        Audience::Advocate => Word::SheetAdvocate,
        Audience::Class => Word::SheetClass,
        Audience::Myself => Word::SheetMyself,
    }
}
