//! The journal: everything a learner wrote, from answers and goals.

use super::{Answer, Goal, Key, LocalDate, LocalTime, Mark, Record, lines_of};
use course::text::plain;
use course::{Choice, Course};
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// One answer, goal or free entry, in the learner's own words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JournalEntry {
    /// Where it is kept, and so what it is.
    pub key: Key,
    /// The question it answers, as it was then; empty for a goal or a free entry.
    pub question: String,
    /// The words, in lines.
    pub lines: Vec<String>,
    /// When it last changed; of a free entry, when it was begun.
    pub at: LocalTime,
}

/// A function that writes out a day in words.
pub type Day = fn(&str, LocalDate) -> String;

/// Everything that has words or numbers, the latest change first. Answers whose
/// exercise is gone are included. `day` writes out a day in the course's language.
pub fn entries(course: &Course, record: &Record, day: Day) -> Vec<JournalEntry> {
    keys(record).into_iter().filter_map(|key| entry(&key, course, record, day)).collect()
}

/// The keys of whatever may have words, the latest change first: all that is
/// needed to show the first few of thousands.
pub fn keys(record: &Record) -> Vec<Key> {
    let mut keys = record.keys();
    keys.retain(|key| !matches!(key, Key::Settings | Key::Place));
    // A heap instead of a sort: a third of the code for a learner to download.
    // Where times are equal, the order of the keys decides.
    let times = keys.iter().enumerate().filter_map(|(at, key)| Some((time(key, record)?, Reverse(at))));
    let mut times: BinaryHeap<(&LocalTime, Reverse<usize>)> = times.collect();
    let last_first = std::iter::from_fn(|| times.pop());
    last_first.map(|(_, Reverse(at))| keys[at].clone()).collect()
}

/// When something changed last; of a free entry, when it was begun.
fn time<'a>(key: &Key, record: &'a Record) -> Option<&'a LocalTime> {
    match key {
        Key::Note(id) => record.note(id).map(|note| &note.on),
        key => record.changed(key),
    }
}

/// The journal's entry for a key, if there are any words.
pub fn entry(key: &Key, course: &Course, record: &Record, day: Day) -> Option<JournalEntry> {
    let at = time(key, record)?.clone();
    let (question, lines) = match key {
        Key::Answer(id) => {
            let answer = record.answer(id)?;
            let offers = course.exercise(id).map_or(&[][..], |exercise| exercise.kind.offers());
            let written = |on| day(course.language.as_str(), on);
            (answer.question.clone(), answer_lines(answer, offers, &written))
        }
        Key::Goal(id) => (String::new(), goal_lines(record.goal(id)?)),
        Key::Note(id) => (String::new(), lines_of(&record.note(id)?.words)),
        Key::Plan(section) => {
            let title = course.plan.iter().find(|known| known.id == *section);
            let title = title.map_or_else(|| section.to_string(), |section| section.title.clone());
            (title, lines_of(&record.plan_words(section)?.words))
        }
        Key::LearningPlan => {
            let reasons = record.learning_plan()?.modules.iter().map(|module| &module.why);
            (String::new(), reasons.flat_map(|why| lines_of(why)).collect())
        }
        Key::Settings | Key::Place => return None,
    };
    (!lines.is_empty()).then(|| JournalEntry { key: key.clone(), question, lines, at })
}

/// The words of an answer, and its days with their numbers, one line each.
/// `offers` is what the exercise offers, `day` writes out a day.
pub fn answer_lines(answer: &Answer, offers: &[Choice], day: &dyn Fn(LocalDate) -> String) -> Vec<String> {
    let dated = Answer { marks: Vec::new(), ..answer.clone() };
    let mut lines = dated.lines(offers);
    lines.extend(answer.marks.iter().map(|mark| format!("{}: {}", day(mark.on), mark_line(mark, offers))));
    lines
}

/// The number, the areas and the words of a day, on one line.
pub fn mark_line(mark: &Mark, offers: &[Choice]) -> String {
    let number = mark.number.map(|number| number.to_string());
    let mut parts: Vec<String> = number.into_iter().collect();
    for area in offers {
        parts.extend(mark.area(&area.id).map(|number| format!("{} {number}", plain(&area.words))));
    }
    for (gone, number) in &mark.areas {
        if offers.iter().all(|area| area.id.as_str() != gone) {
            parts.push(format!("{gone} {number}"));
        }
    }
    parts.push(mark.words.trim().to_owned());
    parts.retain(|part| !part.is_empty());
    parts.join(" · ")
}

fn goal_lines(goal: &Goal) -> Vec<String> {
    let own = [&goal.words, &goal.why, &goal.beside, &goal.in_the_way].into_iter();
    let steps = goal.steps.iter().flat_map(|step| [&step.words, &step.with]);
    let talks = goal.follow_ups.iter().flat_map(|talk| [&talk.happened, &talk.helped, &talk.in_the_way]);
    own.chain(steps).chain(talks).flat_map(|words| lines_of(words)).collect()
}
