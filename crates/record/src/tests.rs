//! Changes, and saved forms that read as they were written.

use super::*;
use course::{Choice, ChoiceId, ItemId, Span};
use serde_json::{Value, json};

fn now() -> LocalTime {
    LocalTime::parse("2026-11-22T21:04:05").unwrap()
}

fn answer_id() -> AnswerId {
    AnswerId::parse("feeling-safer/safe-place").unwrap()
}

fn write(change: AnswerChange) -> Change {
    Change::Answer {
        id: answer_id(),
        question: "Where?".into(),
        language: LanguageTag::new("en").unwrap(),
        plan: None,
        change,
    }
}

fn item(text: &str) -> ItemId {
    ItemId::new(text).unwrap()
}

fn day(text: &str) -> LocalDate {
    LocalDate::parse(text).unwrap()
}

fn order(words: &[&str]) -> AnswerChange {
    let card = |words: &&str| (ChoiceId::new(words).unwrap(), (*words).to_owned());
    AnswerChange::Order(words.iter().map(card).collect())
}

fn columns() -> Vec<Choice> {
    let column = |(id, words): (&str, &str)| Choice {
        id: ChoiceId::new(id).unwrap(),
        words: vec![Span::Text(words.into())],
    };
    [("sign", "First sign"), ("who", "Who")].map(column).into()
}

#[test]
fn an_area_can_be_rated_again_and_left_out_again() {
    let area = || ChoiceId::new("home").unwrap();
    let mut record = Record::default();
    let rate = |record: &mut Record, number| {
        record.apply(write(AnswerChange::MarkArea(day("2026-11-22"), area(), number)), &now());
        record.answer(&answer_id()).and_then(|answer| answer.mark(day("2026-11-22"))?.area(&area()))
    };
    assert_eq!(rate(&mut record, Some(3)), Some(3));
    assert_eq!(rate(&mut record, Some(7)), Some(7));
    assert_eq!(rate(&mut record, None), None);
    assert!(record.answer(&answer_id()).unwrap().marks.is_empty());
}

#[test]
fn each_change_to_an_answer() {
    let choice = || ChoiceId::new("quiet").unwrap();
    for (changes, lines) in [
        (vec![AnswerChange::Words("Here".into())], vec!["Here"]),
        (vec![AnswerChange::Words("Here\n\nand there".into())], vec!["Here", "and there"]),
        (
            vec![
                AnswerChange::AddItem(item("a"), "tea".into(), String::new()),
                AnswerChange::AddItem(item("b"), "rain".into(), String::new()),
            ],
            vec!["tea", "rain"],
        ),
        (
            vec![
                AnswerChange::AddItem(item("a"), "tea".into(), String::new()),
                AnswerChange::ItemWords(item("a"), "green tea".into()),
            ],
            vec!["green tea"],
        ),
        (
            vec![
                AnswerChange::AddItem(item("a"), "tea".into(), String::new()),
                AnswerChange::ForgetItem(item("a")),
            ],
            vec![],
        ),
        (vec![AnswerChange::Tick(choice(), "Quiet".into())], vec!["Quiet"]),
        (
            vec![
                AnswerChange::Tick(choice(), "Quiet".into()),
                AnswerChange::Tick(choice(), "Silence".into()),
            ],
            vec!["Silence"],
        ),
        (vec![AnswerChange::Tick(choice(), "Quiet".into()), AnswerChange::Untick(choice())], vec![]),
        (
            vec![
                AnswerChange::MarkWords(day("2026-11-22"), "fine".into()),
                AnswerChange::MarkWords(day("2026-11-20"), "tired".into()),
            ],
            vec!["tired", "fine"],
        ),
        (
            vec![
                AnswerChange::MarkWords(day("2026-11-22"), "fine".into()),
                AnswerChange::ForgetMark(day("2026-11-22")),
            ],
            vec![],
        ),
        // Cards: all of them, in the order they were put in last.
        (vec![order(&["kind", "free"]), order(&["free", "kind"])], vec!["free", "kind"]),
        // Lines in columns follow the title of their column, if it is still there.
        (
            vec![
                AnswerChange::AddItem(item("a"), "tea".into(), "sign".into()),
                AnswerChange::AddItem(item("b"), "rain".into(), "gone".into()),
            ],
            vec!["First sign: tea", "rain"],
        ),
        // Rows: the cells in the order of the columns.
        (
            vec![
                AnswerChange::Cell(item("a"), "who".into(), "Ama".into()),
                AnswerChange::Cell(item("a"), "sign".into(), "short sleep".into()),
                AnswerChange::Cell(item("b"), "gone".into(), "kept".into()),
            ],
            vec!["short sleep – Ama", "kept"],
        ),
        // Numbers of areas are not words.
        (vec![AnswerChange::MarkArea(day("2026-11-22"), choice(), Some(3))], vec![]),
    ] {
        let mut record = Record::default();
        for change in changes.clone() {
            record.apply(write(change), &now());
        }
        let found = record.answer(&answer_id()).map(|answer| answer.lines(&columns())).unwrap_or_default();
        assert_eq!(found, lines, "{changes:?}");
    }
}

#[test]
fn a_day_has_one_number_and_the_days_are_in_order() {
    let mut record = Record::default();
    for (on, number) in [("2026-11-22", 3), ("2026-11-20", 5), ("2026-11-22", 4)] {
        record.apply(write(AnswerChange::MarkNumber(day(on), number)), &now());
    }
    let answer = record.answer(&answer_id()).unwrap();
    let marks: Vec<_> = answer.marks.iter().map(|mark| (mark.on.to_string(), mark.number)).collect();
    assert_eq!(marks, [("2026-11-20".into(), Some(5)), ("2026-11-22".into(), Some(4))]);
}

#[test]
fn a_change_touches_its_own_key_and_counts_up() {
    let mut record = Record::default();
    let key = Key::Answer(answer_id());
    for revision in 1..=3 {
        let changed =
            record.apply(write(AnswerChange::Words("x".repeat(revision))), &now()) == Outcome::Changed;
        assert!(changed);
        let saved: Value = serde_json::from_str(&record.text_of(&key).unwrap()).unwrap();
        assert_eq!(saved["revision"], json!(revision));
        assert_eq!(saved["changed"], json!("2026-11-22T21:04:05"));
    }
    assert!(
        record.apply(write(AnswerChange::Words("xxx".into())), &now()) != Outcome::Changed,
        "the same words again"
    );
    assert_eq!(record.keys(), [key]);
}

#[test]
fn nothing_written_keeps_nothing() {
    let mut record = Record::default();
    assert!(record.apply(write(AnswerChange::Words(String::new())), &now()) != Outcome::Changed);
    assert_eq!(record.keys(), []);
}

#[test]
fn a_goal_is_started_changed_and_taken_away() {
    let id = GoalId::new("g1").unwrap();
    let mut record = Record::default();
    let goal = |change| Change::Goal(id.clone(), change);
    assert!(
        record.apply(goal(GoalChange::Words("early".into())), &now()) != Outcome::Changed,
        "not before it is there"
    );
    assert!(
        record.apply(goal(GoalChange::Start { words: "Walk".into(), from: Some(answer_id()) }), &now())
            == Outcome::Changed
    );
    assert!(
        record.apply(goal(GoalChange::Start { words: "Run".into(), from: None }), &now()) != Outcome::Changed
    );
    assert!(
        record.apply(goal(GoalChange::AddStep(item("s"), "To the gate".into())), &now()) == Outcome::Changed
    );
    assert!(
        record.apply(goal(GoalChange::StepDone(item("s"), Some(day("2026-11-22")))), &now())
            == Outcome::Changed
    );
    let found = record.goal(&id).unwrap();
    assert_eq!((found.words.as_str(), found.state), ("Walk", State::GoingOn));
    assert_eq!(found.steps[0].done, Some(day("2026-11-22")));
    assert!(record.apply(Change::Forget(Key::Goal(id.clone())), &now()) == Outcome::Changed);
    assert_eq!(record.text_of(&Key::Goal(id)), None);
}

#[test]
fn the_last_place_is_the_module_opened_last() {
    let mut record = Record::default();
    let module = |text| ModuleId::new(text).unwrap();
    record.apply(Change::Place(module("one"), 3), &now());
    record.apply(Change::Place(module("two"), 1), &now());
    assert_eq!(record.last_place(), Some((&module("two"), 1)));
    assert_eq!(record.place_in(&module("one")), Some(3));
}

#[test]
fn texts_that_are_not_ours_or_not_yet() {
    for (text, why) in [
        ("", Unreadable::Foreign),
        ("hello", Unreadable::Foreign),
        ("null", Unreadable::Foreign),
        ("[]", Unreadable::Foreign),
        ("{}", Unreadable::Foreign),
        (r#"{"form":1,"revision":1,"changed":"2026-11-22T21:04:05"}"#, Unreadable::Foreign),
        (r#"{"form":1,"revision":1,"changed":"yesterday","value":{"words":"x"}}"#, Unreadable::Foreign),
        (
            r#"{"form":1,"revision":1,"changed":"2026-11-22T21:04:05","value":{"words":7}}"#,
            Unreadable::Foreign,
        ),
        (
            r#"{"form":1,"revision":1,"changed":"2026-11-22T21:04:05","value":{"words":"x"}"#,
            Unreadable::Foreign,
        ),
        (r#"{"form":2,"anything":"else"}"#, Unreadable::Newer),
        (
            r#"{"form":2,"revision":1,"changed":"2026-11-22T21:04:05","value":{"words":"x"}}"#,
            Unreadable::Newer,
        ),
    ] {
        let mut record = Record::default();
        let key = Key::Answer(answer_id());
        assert_eq!(record.take_in(&key, text), Err(why), "{text}");
        assert_eq!(record.keys(), []);
        let written = record.apply(write(AnswerChange::Words("new".into())), &now()) == Outcome::Changed;
        assert_eq!(written, why == Unreadable::Foreign, "nothing is written over what a newer version wrote");
    }
}

#[test]
fn unknown_fields_come_back_as_they_were_at_every_depth() {
    let text = json!({
        "form": 1, "revision": 4, "changed": "2026-11-22T21:04:05", "mood": {"a": [1, null]},
        "value": {
            "question": "Where?", "language": "en", "words": "Here", "colour": "blue",
            "items": [{"id": "i", "words": "tea", "since": 1999}],
            "ticked": [{"id": "quiet", "words": "Quiet", "how": true}],
            "marks": [{"on": "2026-11-22", "number": 4, "words": "w", "where": "here"}],
        },
    });
    let goal = json!({
        "form": 1, "revision": 2, "changed": "2026-11-22T21:04:05",
        "value": {
            "words": "Walk", "state": "resting", "started": "2026-11-01", "area": "home",
            "steps": [{"id": "s", "words": "gate", "done": "2026-11-02", "by": "2026-12-01"}],
            "follow_ups": [{"id": "f", "on": "2026-11-09", "helped": "rain", "next": "rest", "weather": ["rain"]}],
        },
    });
    let keys = [(Key::Answer(answer_id()), text), (Key::Goal(GoalId::new("g").unwrap()), goal)];
    let mut record = Record::default();
    for (key, text) in keys {
        record.take_in(&key, &text.to_string()).unwrap();
        let back: Value = serde_json::from_str(&record.text_of(&key).unwrap()).unwrap();
        assert_eq!(back, text);
    }
    record.apply(write(AnswerChange::Words("There".into())), &now());
    let back: Value = serde_json::from_str(&record.text_of(&Key::Answer(answer_id())).unwrap()).unwrap();
    assert_eq!(back["value"]["colour"], json!("blue"));
    assert_eq!(back["value"]["items"][0]["since"], json!(1999));
    assert_eq!(back["mood"], json!({"a": [1, null]}));
}

#[test]
fn a_change_to_a_goal_that_is_gone_has_nowhere_to_go() {
    let mut record = Record::default();
    let id = GoalId::new("g").unwrap();
    let change = Change::Goal(id, GoalChange::Why("w".into()));
    assert_eq!(record.apply(change, &now()), Outcome::NowhereToGo);
    assert_eq!(record, Record::default());
}
