//! Changes, and saved forms that read as they were written.

use super::*;
use crate::course::{Choice, ChoiceId, Course, ExerciseId, Files, ItemId, Span};
use proptest::prelude::*;
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
        // Lines in columns: after the title of their column, if it is still there.
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
        // Numbers of areas are no words.
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
        let changed = record.apply(write(AnswerChange::Words("x".repeat(revision))), &now());
        assert!(changed);
        let saved: Value = serde_json::from_str(&record.text_of(&key).unwrap()).unwrap();
        assert_eq!(saved["revision"], json!(revision));
        assert_eq!(saved["changed"], json!("2026-11-22T21:04:05"));
    }
    assert!(!record.apply(write(AnswerChange::Words("xxx".into())), &now()), "the same words again");
    assert_eq!(record.keys(), [key]);
}

#[test]
fn nothing_written_keeps_nothing() {
    let mut record = Record::default();
    assert!(!record.apply(write(AnswerChange::Words(String::new())), &now()));
    assert_eq!(record.keys(), []);
}

#[test]
fn a_goal_is_started_changed_and_taken_away() {
    let id = GoalId::new("g1").unwrap();
    let mut record = Record::default();
    let goal = |change| Change::Goal(id.clone(), change);
    assert!(!record.apply(goal(GoalChange::Words("early".into())), &now()), "not before it is there");
    assert!(record.apply(goal(GoalChange::Start { words: "Walk".into(), from: Some(answer_id()) }), &now()));
    assert!(!record.apply(goal(GoalChange::Start { words: "Run".into(), from: None }), &now()));
    assert!(record.apply(goal(GoalChange::AddStep(item("s"), "To the gate".into())), &now()));
    assert!(record.apply(goal(GoalChange::StepDone(item("s"), Some(day("2026-11-22")))), &now()));
    let found = record.goal(&id).unwrap();
    assert_eq!((found.words.as_str(), found.state), ("Walk", State::GoingOn));
    assert_eq!(found.steps[0].done, Some(day("2026-11-22")));
    assert!(record.apply(Change::ForgetGoal(id.clone()), &now()));
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
        let written = record.apply(write(AnswerChange::Words("new".into())), &now());
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

fn any_id() -> BoxedStrategy<String> {
    "[a-z0-9-]{1,12}".boxed()
}

fn any_words() -> BoxedStrategy<String> {
    "\\PC{0,40}".boxed()
}

fn any_change() -> impl Strategy<Value = Change> {
    let date =
        (2020u16..2030, 1u8..13, 1u8..29).prop_map(|(y, m, d)| LocalDate::new(y, m, d).unwrap()).boxed();
    let item = any_id().prop_map(|id| ItemId::new(&id).unwrap()).boxed();
    let choice = any_id().prop_map(|id| ChoiceId::new(&id).unwrap()).boxed();
    let answer = prop_oneof![
        any_words().prop_map(AnswerChange::Words),
        (item.clone(), any_words(), any_id())
            .prop_map(|(id, words, column)| AnswerChange::AddItem(id, words, column)),
        (item.clone(), any_id(), any_words())
            .prop_map(|(id, name, words)| AnswerChange::Cell(id, name, words)),
        proptest::collection::vec((choice.clone(), any_words()), 0..4).prop_map(AnswerChange::Order),
        (date.clone(), choice.clone(), any::<Option<u8>>())
            .prop_map(|(on, area, number)| AnswerChange::MarkArea(on, area, number)),
        (choice.clone(), any_words()).prop_map(|(id, words)| AnswerChange::Tick(id, words)),
        choice.prop_map(AnswerChange::Untick),
        (date.clone(), any::<u8>()).prop_map(|(on, number)| AnswerChange::MarkNumber(on, number)),
        (date.clone(), any_words()).prop_map(|(on, words)| AnswerChange::MarkWords(on, words)),
    ];
    let goal = prop_oneof![
        any_words().prop_map(|words| GoalChange::Start { words, from: None }),
        any_words().prop_map(GoalChange::Why),
        any::<Option<u16>>().prop_map(GoalChange::Every),
        (item.clone(), prop::sample::select(Barrier::ALL), any::<bool>())
            .prop_map(|(id, barrier, there)| GoalChange::Barrier(id, barrier, there)),
        (item.clone(), any_words()).prop_map(|(id, words)| GoalChange::AddStep(id, words)),
        (item.clone(), date.clone()).prop_map(|(id, on)| GoalChange::BeginFollowUp(id, on)),
        (item.clone(), any_words()).prop_map(|(id, words)| GoalChange::StepWith(id, words)),
        (item.clone(), date.clone()).prop_map(|(id, on)| GoalChange::StepBy(id, Some(on))),
        prop::sample::select(Area::ALL).prop_map(|area| GoalChange::Area(Some(area))),
        (item, prop::sample::select(Next::ALL)).prop_map(|(id, next)| GoalChange::Next(id, next)),
        (prop::sample::select(State::ALL), date).prop_map(|(state, on)| GoalChange::State(state, on)),
    ];
    prop_oneof![
        (any_id(), any_id(), any_words(), answer).prop_map(|(module, exercise, question, change)| {
            Change::Answer {
                id: AnswerId {
                    module: ModuleId::new(&module).unwrap(),
                    exercise: ExerciseId::new(&exercise).unwrap(),
                },
                question,
                language: LanguageTag::new("en").unwrap(),
                change,
            }
        }),
        ("[ab]".boxed(), goal)
            .prop_map(|(id, change): (String, _)| Change::Goal(GoalId::new(&id).unwrap(), change)),
        (any_id(), 1usize..20).prop_map(|(id, step)| Change::Place(ModuleId::new(&id).unwrap(), step)),
        any_id().prop_map(|id| Change::Language(LanguageTag::new(&id).unwrap())),
        (any_id(), any_words()).prop_map(|(id, words)| Change::Note(NoteId::new(&id).unwrap(), words)),
        any_plan_change(),
        any_learning_change().prop_map(Change::LearningPlan),
    ]
}

fn any_plan_change() -> impl Strategy<Value = Change> {
    let change = prop_oneof![
        any_words().prop_map(PlanChange::Words),
        any::<bool>().prop_map(PlanChange::Hidden),
        any::<bool>().prop_map(PlanChange::OnCard),
    ];
    (any_id(), change).prop_map(|(id, change)| Change::Plan(SectionId::new(&id).unwrap(), change))
}

fn any_learning_change() -> impl Strategy<Value = LearningChange> {
    let module = "[abc]".prop_map(|id| ModuleId::new(&id).unwrap()).boxed();
    prop_oneof![
        (module.clone(), any_words()).prop_map(|(id, title)| LearningChange::Add(id, title)),
        (module.clone(), any_words()).prop_map(|(id, why)| LearningChange::Why(id, why)),
        (module.clone(), 0usize..4).prop_map(|(id, to)| LearningChange::Move(id, to)),
        module.prop_map(LearningChange::Forget),
    ]
}

/// Whether a text or number of a JSON value has that in it.
fn holds(value: &Value, words: &str) -> bool {
    match value {
        Value::Object(fields) => fields.values().any(|value| holds(value, words)),
        Value::Array(values) => values.iter().any(|value| holds(value, words)),
        Value::String(text) => text.contains(words),
        Value::Number(number) => number.to_string() == words,
        _ => false,
    }
}

proptest! {
    #[test]
    fn a_record_survives_being_written_and_read(changes in proptest::collection::vec(any_change(), 0..30)) {
        let mut record = Record::default();
        for change in changes {
            let key = change.key();
            let before = record.text_of(&key);
            let changed = record.apply(change, &now());
            prop_assert_eq!(changed, record.text_of(&key) != before, "apply says whether something changed");
        }
        let mut again = Record::default();
        for key in record.keys() {
            let name = key.to_string();
            let key = Key::parse(&name).unwrap();
            prop_assert_eq!(again.take_in(&key, &record.text_of(&key).unwrap()), Ok(()));
        }
        prop_assert_eq!(again, record);
    }

    #[test]
    fn the_journal_neither_loses_nor_invents(changes in proptest::collection::vec(any_change(), 0..30)) {
        let mut record = Record::default();
        for change in changes {
            record.apply(change, &now());
        }
        let course = Course::read(&LanguageTag::new("en").unwrap(), &Files::default());
        let entries = journal::entries(&course, &record, |_, day| day.to_string());
        for key in record.keys() {
            let words: Vec<String> = match &key {
                Key::Answer(id) => record.answer(id).unwrap().lines(&[]),
                Key::Goal(id) => {
                    let goal = record.goal(id).unwrap();
                    [&goal.words, &goal.why].into_iter().map(|words| words.trim().to_owned()).collect()
                }
                Key::Note(id) => vec![record.note(id).unwrap().words.trim().to_owned()],
                Key::Plan(id) => vec![record.plan_words(id).unwrap().words.trim().to_owned()],
                Key::LearningPlan => {
                    record.learning_plan().unwrap().modules.iter().map(|m| m.why.trim().to_owned()).collect()
                }
                Key::Settings | Key::Place => Vec::new(),
            };
            let words: Vec<String> = words.into_iter().filter(|words| !words.is_empty()).collect();
            let found: Vec<_> = entries.iter().filter(|entry| entry.key == key).collect();
            prop_assert!(found.len() <= 1, "{key} stands there twice");
            prop_assert!(found.len() == 1 || words.is_empty(), "{key} is lost");
            for words in &words {
                prop_assert!(found[0].lines.iter().any(|line| line.contains(words.as_str())), "{words} is lost");
            }
        }
        for entry in &entries {
            prop_assert!(record.keys().contains(&entry.key), "{} is invented", entry.key);
            let text = record.text_of(&entry.key).unwrap();
            let kept: Value = serde_json::from_str(&text).unwrap();
            for line in entry.lines.iter().filter(|line| !line.contains(['·', '–'])) {
                let line = line.split_once(": ").map_or(line.as_str(), |(_, words)| words);
                prop_assert!(holds(&kept, line), "{line} is invented: {text}");
            }
        }
    }

    #[test]
    fn any_text_is_read_or_refused(text in "\\PC*") {
        let mut record = Record::default();
        for key in [Key::Answer(answer_id()), Key::Goal(GoalId::new("g").unwrap()), Key::Settings, Key::Place] {
            if record.take_in(&key, &text).is_err() {
                prop_assert_eq!(record.text_of(&key), None);
            }
        }
    }
}
