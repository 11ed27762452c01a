//! What a person does next.

use super::chance::Chance;
use course::{AnswerId, ChoiceId, GoalId, ItemId, LanguageTag, ModuleId, NoteId, SectionId};
use record::goal::GoalChange;
use record::{AnswerChange, Change, Key, LearningChange, LocalTime, PlanChange, Preference, Record, State};

fn answer(change: AnswerChange) -> Change {
    Change::Answer {
        id: AnswerId::parse("m/e").unwrap(),
        question: "Which?".into(),
        language: LanguageTag::new("en").unwrap(),
        plan: None,
        change,
    }
}

pub fn keys() -> [Key; 5] {
    [
        Key::Answer(AnswerId::parse("m/e").unwrap()),
        Key::Goal(GoalId::new("g").unwrap()),
        Key::Note(NoteId::new("n").unwrap()),
        Key::Plan(SectionId::new("p").unwrap()),
        Key::LearningPlan,
    ]
}

fn item_id(chance: &mut Chance) -> ItemId {
    ItemId::new(&format!("i{}", chance.next())).unwrap()
}

/// One of the items that a page shows, or one it does not show.
fn some_item(ids: Vec<ItemId>, chance: &mut Chance) -> ItemId {
    match ids.is_empty() {
        true => item_id(chance),
        false => ids[chance.below(ids.len())].clone(),
    }
}

fn choice(chance: &mut Chance) -> ChoiceId {
    ChoiceId::new(["a", "b", "c"][chance.below(3)]).unwrap()
}

/// New words, or more words after those that are there.
fn write(now: &str, word: &str, chance: &mut Chance) -> String {
    match chance.one_in(2) {
        true => format!("{now}{word}"),
        false => word.to_owned(),
    }
}

/// A change, and whether it removes something.
pub fn change(record: &Record, word: &str, now: &LocalTime, chance: &mut Chance) -> (Change, bool) {
    match chance.below(20) {
        0..=7 => of_answer(record, word, now, chance),
        8..=13 => of_goal(record, word, now, chance),
        14 => {
            let id = NoteId::new("n").unwrap();
            let there = record.note(&id).map(|note| note.words.clone()).unwrap_or_default();
            (Change::Note(id, write(&there, word, chance)), false)
        }
        15 => {
            let id = SectionId::new("p").unwrap();
            let there = record.plan_words(&id).map(|own| own.words.clone()).unwrap_or_default();
            let change = match chance.below(4) {
                0 => PlanChange::Hidden(chance.one_in(2)),
                _ => PlanChange::Words(write(&there, word, chance)),
            };
            (Change::Plan(id, change), false)
        }
        16 => of_learning(word, chance),
        17 => (Change::Place(ModuleId::new("m").unwrap(), chance.below(5) + 1), false),
        18 => (Change::Preference(Preference::Size, ["usual", "large"][chance.below(2)]), false),
        _ => (Change::Forget(keys()[chance.below(5)].clone()), true),
    }
}

fn of_answer(record: &Record, word: &str, now: &LocalTime, chance: &mut Chance) -> (Change, bool) {
    let there = record.answer(&AnswerId::parse("m/e").unwrap()).cloned().unwrap_or_default();
    let ids: Vec<ItemId> = there.items.iter().map(|item| item.id.clone()).collect();
    let id = some_item(ids, chance);
    let shown = there.items.iter().find(|item| item.id == id).map_or("", |item| &item.words);
    let change = match chance.below(10) {
        0 => AnswerChange::Words(write(&there.words, word, chance)),
        1 | 2 => AnswerChange::AddItem(item_id(chance), word.into(), String::new()),
        3 => AnswerChange::ItemWords(id, write(shown, word, chance)),
        4 => AnswerChange::Cell(id, "column".into(), ["left", "right"][chance.below(2)].into()),
        5 => AnswerChange::Cell(id, "c".into(), word.into()),
        6 => return (answer(AnswerChange::ForgetItem(id)), true),
        7 => match chance.one_in(2) {
            true => AnswerChange::Tick(choice(chance), "Choice".into()),
            false => AnswerChange::Untick(choice(chance)),
        },
        8 => AnswerChange::MarkNumber(now.date, u8::try_from(chance.below(10)).unwrap()),
        _ => AnswerChange::MarkWords(now.date, word.into()),
    };
    (answer(change), false)
}

fn of_goal(record: &Record, word: &str, now: &LocalTime, chance: &mut Chance) -> (Change, bool) {
    let id = GoalId::new("g").unwrap();
    let Some(goal) = record.goal(&id) else {
        let change = match chance.one_in(3) {
            true => GoalChange::Why(word.into()),
            false => GoalChange::Start { words: word.into(), from: None },
        };
        return (Change::Goal(id, change), false);
    };
    let step = some_item(goal.steps.iter().map(|step| step.id.clone()).collect(), chance);
    let talk = some_item(goal.follow_ups.iter().map(|talk| talk.id.clone()).collect(), chance);
    let mut is_removal = false;
    let change = match chance.below(12) {
        0 => GoalChange::Words(write(&goal.words, word, chance)),
        1 => GoalChange::Why(write(&goal.why, word, chance)),
        2 => GoalChange::AddStep(item_id(chance), word.into()),
        3 => GoalChange::StepWords(step, word.into()),
        4 => GoalChange::StepWith(step, word.into()),
        5 => GoalChange::StepDone(step, chance.one_in(2).then_some(now.date)),
        6 => GoalChange::BeginFollowUp(item_id(chance), now.date),
        7 => GoalChange::Happened(talk, word.into()),
        8 => GoalChange::State(State::ALL[chance.below(4)], now.date),
        9 => GoalChange::Every(chance.one_in(2).then_some(7)),
        10 => {
            is_removal = true;
            GoalChange::ForgetStep(step)
        }
        _ => {
            is_removal = true;
            GoalChange::ForgetFollowUp(talk)
        }
    };
    (Change::Goal(id, change), is_removal)
}

fn of_learning(word: &str, chance: &mut Chance) -> (Change, bool) {
    let module = ModuleId::new(["a", "b", "c"][chance.below(3)]).unwrap();
    let (change, is_removal) = match chance.below(4) {
        0 => (LearningChange::Add(module, "Title".into()), false),
        1 => (LearningChange::Why(module, word.into()), false),
        2 => (LearningChange::Move(module, chance.below(3)), false),
        _ => (LearningChange::Forget(module), true),
    };
    (Change::LearningPlan(change), is_removal)
}
