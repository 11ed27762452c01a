//! An exercise on paper: empty, to be written on, or with what was written.

use super::{Listed, Near, Picture, Piece, Tie};
use course::text::{plain, plain_blocks};
use course::{Choice, Exercise, Kind, Module, Scale, Wheel};
use record::answer::{COLUMN, Item};
use record::journal::mark_line;
use record::ties::placed;
use record::{Answer, Mark, Record};
use words::things::{near_word, pause_words, tie_word};
use words::{Word, Words};

/// Empty lines for a long text, a list, a row of a table.
const ROOM: (u8, u8, u8) = (7, 5, 4);

/// A module's exercises on paper. Without a record they are empty.
pub fn module(module: &Module, record: Option<&Record>, words: &Words) -> super::Paper {
    let mut pieces = vec![Piece::Soft(module.summary.clone())];
    for step in &module.steps {
        let mut exercises = step.exercises().peekable();
        if exercises.peek().is_some() {
            pieces.push(Piece::Heading(step.title.clone()));
        }
        for exercise in exercises {
            let id = course::AnswerId { module: module.id.clone(), exercise: exercise.id.clone() };
            let answer = record.and_then(|record| record.answer(&id)).filter(|answer| !answer.is_empty());
            pieces.extend(self::exercise(exercise, answer, words));
        }
    }
    super::Paper::new(module.title.clone(), pieces)
}

/// One exercise: what it asks, and what was written, or room to write.
pub fn exercise(exercise: &Exercise, answer: Option<&Answer>, words: &Words) -> Vec<Piece> {
    let mut pieces = vec![Piece::About(plain_blocks(&exercise.question))];
    match answer {
        Some(answer) => {
            pieces.extend(asked_then(exercise, answer, words));
            pieces.extend(filled(&exercise.kind, answer, words));
        }
        None => pieces.extend(empty(&exercise.kind, words)),
    }
    pieces
}

/// The question as it was when the answer was written, if it has changed since.
fn asked_then(exercise: &Exercise, answer: &Answer, words: &Words) -> Vec<Piece> {
    let same_language = answer.language.as_ref().is_some_and(|tag| tag.as_str() == words.language());
    match same_language && answer.question != plain_blocks(&exercise.question) {
        true => vec![Piece::Soft(words.say(Word::QuestionWas)), Piece::Soft(answer.question.clone())],
        false => Vec::new(),
    }
}

/// An answer whose exercise is gone, with the question it answered.
pub fn gone(answer: &Answer, words: &Words) -> Vec<Piece> {
    let lines = record::journal::answer_lines(answer, &[], &|day| words.day(day));
    vec![Piece::About(answer.question.clone()), Piece::Words(lines)]
}

fn empty(kind: &Kind, words: &Words) -> Vec<Piece> {
    let titles = |offers: &[Choice]| offers.iter().map(|choice| plain(&choice.words)).collect::<Vec<_>>();
    let rows = |columns: usize| vec![vec![String::new(); columns]; usize::from(ROOM.2)];
    let boxes = |offers: &[Choice]| Piece::Boxes(titles(offers).into_iter().map(|t| (false, t)).collect());
    match kind {
        Kind::Reflection | Kind::Goal => vec![Piece::Room(ROOM.0)],
        Kind::List => vec![Piece::Room(ROOM.1)],
        Kind::Choices(offers) => vec![boxes(offers), Piece::Room(2)],
        Kind::Order(cards) => vec![Piece::Soft(words.say(Word::PaperOrder)), boxes(cards)],
        Kind::Scale(scale) => vec![numbers("", scale), Piece::Room(1)],
        Kind::Wheel(wheel) => {
            let mut pieces = vec![Piece::Soft(words.say(Word::PaperRing))];
            for area in &wheel.areas {
                pieces.push(numbers(&plain(&area.words), &wheel.scale));
            }
            pieces
        }
        Kind::Compare(columns) | Kind::Table(columns) => {
            vec![Piece::Table(titles(columns), rows(columns.len()))]
        }
        Kind::People => vec![Piece::Table(people_head(words), rows(3))],
        Kind::Practice => {
            let head = vec![words.say(Word::ScaleDay), words.say(Word::PracticeNote)];
            vec![Piece::Table(head, rows(2))]
        }
        Kind::Pause(way) => pause_words(*way).iter().map(|word| Piece::Soft(words.say(*word))).collect(),
    }
}

fn numbers(name: &str, scale: &Scale) -> Piece {
    let ends = (scale.low.clone(), scale.high.clone());
    Piece::Numbers { name: name.to_owned(), range: (scale.from, scale.to), ends }
}

/// What was written, whatever kind the exercise was then: one that
/// changed its kind loses nothing on paper either.
fn filled(kind: &Kind, answer: &Answer, words: &Words) -> Vec<Piece> {
    let mut pieces = Vec::new();
    if !answer.words.trim().is_empty() {
        pieces.push(Piece::words(&answer.words));
    }
    pieces.extend(ticks(kind, answer));
    pieces.extend(items(kind, &answer.items, words));
    pieces.extend(marks(kind, &answer.marks, words));
    pieces
}

fn ticks(kind: &Kind, answer: &Answer) -> Option<Piece> {
    let own = answer.ticked.iter().map(|ticked| ticked.words.clone());
    match kind {
        Kind::Choices(offers) => {
            let mut boxes = Vec::new();
            for choice in offers {
                let ticked = answer.ticked.iter().any(|ticked| ticked.id == choice.id);
                boxes.push((ticked, plain(&choice.words)));
            }
            for ticked in &answer.ticked {
                if offers.iter().all(|choice| choice.id != ticked.id) {
                    boxes.push((true, ticked.words.clone()));
                }
            }
            Some(Piece::Boxes(boxes))
        }
        _ if answer.ticked.is_empty() => None,
        Kind::Order(_) => Some(Piece::Items(own.collect(), Listed::Numbered)),
        // Ticks of an exercise that was of another kind once.
        Kind::Reflection
        | Kind::List
        | Kind::Scale(_)
        | Kind::Wheel(_)
        | Kind::Compare(_)
        | Kind::Table(_)
        | Kind::People
        | Kind::Goal
        | Kind::Practice
        | Kind::Pause(_) => Some(Piece::Items(own.collect(), Listed::Plainly)),
    }
}

fn items(kind: &Kind, items: &[Item], words: &Words) -> Vec<Piece> {
    match kind {
        _ if items.is_empty() => Vec::new(),
        Kind::Table(columns) => vec![table(columns, items)],
        Kind::Compare(columns) => compared(columns, items),
        Kind::People => people(items, words),
        Kind::Reflection
        | Kind::List
        | Kind::Choices(_)
        | Kind::Order(_)
        | Kind::Scale(_)
        | Kind::Wheel(_)
        | Kind::Goal
        | Kind::Practice
        | Kind::Pause(_) => vec![Piece::Items(lines(items), Listed::Plainly)],
    }
}

fn lines(items: &[Item]) -> Vec<String> {
    let lines = items.iter().map(|item| item.line(&[]));
    lines.filter(|line| !line.trim().is_empty()).collect()
}

/// The rows, with what was in columns that are gone.
fn table(columns: &[Choice], items: &[Item]) -> Piece {
    let mut head: Vec<String> = columns.iter().map(|column| plain(&column.words)).collect();
    let mut rows = Vec::new();
    for item in items {
        let mut row: Vec<String> =
            columns.iter().map(|column| item.cell(column.id.as_str()).to_owned()).collect();
        row.push(rest_of(item, &|name| columns.iter().any(|column| column.id.as_str() == name)));
        rows.push(row);
    }
    head.push(String::new());
    if rows.iter().all(|row| row.last().is_some_and(String::is_empty)) {
        head.pop();
        for row in &mut rows {
            row.pop();
        }
    }
    Piece::Table(head, rows)
}

/// The words of an item, and of those cells that have no place of their
/// own, as when the exercise was of another kind.
fn rest_of(item: &Item, has_place: &dyn Fn(&str) -> bool) -> String {
    let mut rest = vec![&item.words[..]];
    for (name, cell) in &item.cells {
        if !has_place(name) {
            rest.extend(cell.as_str());
        }
    }
    rest.retain(|words| !words.is_empty());
    rest.join(" – ")
}

fn compared(columns: &[Choice], items: &[Item]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for column in columns {
        let inside: Vec<Item> =
            items.iter().filter(|item| item.cell(COLUMN) == column.id.as_str()).cloned().collect();
        if !inside.is_empty() {
            pieces.push(Piece::Soft(plain(&column.words)));
            pieces.push(Piece::Items(lines(&inside), Listed::Plainly));
        }
    }
    let known = |item: &&Item| columns.iter().all(|column| column.id.as_str() != item.cell(COLUMN));
    let gone: Vec<Item> = items.iter().filter(known).cloned().collect();
    if !gone.is_empty() {
        pieces.push(Piece::Items(lines(&gone), Listed::Plainly));
    }
    pieces
}

fn people_head(words: &Words) -> Vec<String> {
    [Word::PaperPeople, Word::Tie, Word::Near].map(|word| words.say(word)).into()
}

fn people(items: &[Item], words: &Words) -> Vec<Piece> {
    let row = |(at, item): (usize, &Item)| {
        let (tie, near) = placed(item);
        let said = |said: bool, word| if said { words.say(word) } else { String::new() };
        let name = rest_of(item, &|name| ["tie", "near", COLUMN].contains(&name));
        let name = format!("{}  {name}", at + 1);
        vec![name, said(tie != Tie::Open, tie_word(tie)), said(near != Near::Open, near_word(near))]
    };
    let map = Picture::People(items.iter().map(placed).collect());
    vec![Piece::Picture(map), Piece::Table(people_head(words), items.iter().enumerate().map(row).collect())]
}

fn marks(kind: &Kind, marks: &[Mark], words: &Words) -> Vec<Piece> {
    if marks.is_empty() {
        return Vec::new();
    }
    let numbers =
        |scale: &Scale| Piece::Soft(format!("{} {} – {} {}", scale.from, scale.low, scale.to, scale.high));
    let mut pieces = match kind {
        Kind::Scale(scale) => {
            let chart = || Piece::Picture(Picture::Chart(marks.to_vec(), scale.from, scale.to));
            let chart = (marks.len() > 1).then(chart);
            [numbers(scale)].into_iter().chain(chart).collect()
        }
        Kind::Wheel(wheel) => [vec![numbers(&wheel.scale)], drawn(wheel, marks, words)].concat(),
        Kind::Reflection
        | Kind::List
        | Kind::Choices(_)
        | Kind::Order(_)
        | Kind::Compare(_)
        | Kind::Table(_)
        | Kind::People
        | Kind::Goal
        | Kind::Practice
        | Kind::Pause(_) => Vec::new(),
    };
    let offers = kind.offers();
    let row = |mark: &Mark| vec![words.day(mark.on), mark_line(mark, offers)];
    let head = vec![words.say(Word::ScaleDay), words.say(Word::ScaleNote)];
    pieces.push(Piece::Table(head, marks.iter().map(row).collect()));
    pieces
}

/// The first day of a wheel and the last, and what its numbers and lines are.
fn drawn(wheel: &Wheel, marks: &[Mark], words: &Words) -> Vec<Piece> {
    let areas = wheel.areas.iter().map(|area| plain(&area.words)).collect();
    vec![
        Piece::Picture(Picture::Wheel(rings(wheel, marks), wheel.scale.from, wheel.scale.to)),
        Piece::Items(areas, Listed::Numbered),
        Piece::Soft(then_and_now(marks, words)),
    ]
}

/// Which days the lines of a wheel are.
pub fn then_and_now(marks: &[Mark], words: &Words) -> String {
    let day = |mark: Option<&Mark>| mark.map(|mark| words.day(mark.on)).unwrap_or_default();
    words.fill(Word::WheelDrawn, &[("first", &day(marks.first())), ("last", &day(marks.last()))])
}

/// A number for each area, for the first day and the last.
pub fn rings(wheel: &Wheel, marks: &[Mark]) -> Vec<Vec<Option<u8>>> {
    let ring = |mark: &Mark| wheel.areas.iter().map(|area| mark.area(&area.id)).collect();
    let ends = marks.first().into_iter().chain(marks.last().filter(|_| marks.len() > 1));
    ends.map(ring).collect()
}
