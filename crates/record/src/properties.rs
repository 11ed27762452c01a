//! What is true of every record: written and read again it is the same, and the
//! journal has all of it.

use super::*;
use course::{ChoiceId, Course, ExerciseId, Files, ItemId};
use proptest::prelude::*;
use serde_json::Value;

fn now() -> LocalTime {
    LocalTime::parse("2026-11-22T21:04:05").unwrap()
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
                plan: None,
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

/// Whether a text or number in a JSON value contains the given text.
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
            let changed = record.apply(change, &now()) == Outcome::Changed;
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
                let is_area = line
                    .rsplit_once(' ')
                    .is_some_and(|(area, number)| text.contains(&format!("\"{area}\":{number}")));
                prop_assert!(is_area || holds(&kept, line), "{line} is invented: {text}");
            }
        }
    }

    #[test]
    fn any_text_is_read_or_refused(text in "\\PC*") {
        let mut record = Record::default();
        for key in [Key::Answer(AnswerId::parse("a/b").unwrap()), Key::Goal(GoalId::new("g").unwrap()), Key::Settings, Key::Place] {
            if record.take_in(&key, &text).is_err() {
                prop_assert_eq!(record.text_of(&key), None);
            }
        }
    }
}
