//! The journal: everything a learner wrote, from answers and goals.

use super::{Answer, Goal, Key, LocalTime, Mark, Record};
use crate::course::Course;
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// One answer or goal, in the learner's own words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JournalEntry {
    /// Where it is kept, and so what it is.
    pub key: Key,
    /// The question it answers, as it stood then; empty for a goal.
    pub question: String,
    /// The words, a line each.
    pub lines: Vec<String>,
    /// When it last changed.
    pub changed: LocalTime,
}

/// Everything that has words or numbers, what changed last first. Answers whose
/// exercise is gone are there too.
pub fn entries(course: &Course, record: &Record) -> Vec<JournalEntry> {
    let mut entries: Vec<Option<JournalEntry>> =
        record.keys().into_iter().map(|key| entry(key, course, record)).collect();
    // A heap instead of a sort: a third of the code for a learner to fetch.
    // Where times are the same, the order of the keys stays.
    let times = entries
        .iter()
        .enumerate()
        .filter_map(|(at, entry)| Some((entry.as_ref()?.changed.clone(), Reverse(at))));
    let mut times: BinaryHeap<(LocalTime, Reverse<usize>)> = times.collect();
    let last_first = std::iter::from_fn(|| times.pop());
    last_first.filter_map(|(_, Reverse(at))| entries[at].take()).collect()
}

fn entry(key: Key, course: &Course, record: &Record) -> Option<JournalEntry> {
    let (question, lines) = match &key {
        Key::Answer(id) => {
            let answer = record.answer(id)?;
            let offers = course.exercise(id).map_or(&[][..], |exercise| exercise.kind.offers());
            (answer.question.clone(), answer_lines(answer, offers))
        }
        Key::Goal(id) => (String::new(), goal_lines(record.goal(id)?)),
        Key::Settings | Key::Place => return None,
    };
    let changed = record.changed(&key)?;
    (!lines.is_empty()).then_some(JournalEntry { key, question, lines, changed })
}

fn answer_lines(answer: &Answer, offers: &[crate::course::Choice]) -> Vec<String> {
    let dated = Answer { marks: Vec::new(), ..answer.clone() };
    let mut lines = dated.lines(offers);
    lines.extend(answer.marks.iter().map(|mark| mark_line(mark, offers)));
    lines
}

fn mark_line(mark: &Mark, offers: &[crate::course::Choice]) -> String {
    let number = mark.number.map(|number| number.to_string());
    let area = |area: &crate::course::Choice| {
        Some(format!("{} {}", crate::course::text::plain(&area.words), mark.area(&area.id)?))
    };
    let words = Some(mark.words.trim().to_owned()).filter(|words| !words.is_empty());
    let parts = number.into_iter().chain(offers.iter().filter_map(area)).chain(words);
    format!("{}: {}", mark.on, parts.collect::<Vec<_>>().join(" · "))
}

fn goal_lines(goal: &Goal) -> Vec<String> {
    let own = [&goal.words, &goal.why, &goal.beside, &goal.in_the_way].into_iter();
    let steps = goal.steps.iter().map(|step| &step.words);
    let talks = goal.follow_ups.iter().flat_map(|talk| [&talk.happened, &talk.helped, &talk.in_the_way]);
    let all = own.chain(steps).chain(talks).flat_map(|words| words.lines());
    all.map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}
