//! The small steps of a goal: written, added, ticked.

use super::Tending;
use crate::browser::clock;
use crate::components::field::{Field, Name};
use crate::components::lines::{Line, LineChange, Lines};
use crate::components::parts::{
    all, choice, element, is_so, live_text, moment, section, soft, subheading, text, unfolding,
};
use crate::course::ItemId;
use crate::record::goal::SmallStep;
use crate::record::{GoalChange, LocalDate};
use crate::words::Word;
use leptos::prelude::*;

pub fn view(at: Tending) -> AnyView {
    let here = at.here;
    let lines = Memo::new(move |_| -> Vec<Line> {
        at.read(|goal| goal.steps.iter().map(|step| (step.id.clone(), step.words.clone())).collect())
    });
    let on = Callback::new(move |change| {
        at.change(match change {
            LineChange::Add((id, words)) => GoalChange::AddStep(id, words),
            LineChange::Write((id, words)) => GoalChange::StepWords(id, words),
            // Its day, who helps and whether it was done are not
            // removed unasked.
            LineChange::Emptied(id) if has_more(at, &id) => return,
            LineChange::Forget(id) | LineChange::Emptied(id) => GoalChange::ForgetStep(id),
        });
    });
    let lines = Lines {
        there: lines,
        on,
        line_name: Word::SmallStepWords,
        new_name: Word::SmallStepAdd,
        before: Some(Callback::new(move |id: ItemId| {
            element("div", &[("class", "row")], all([tick(at, id.clone()), more(at, id)]))
        })),
        words: here.words,
    };
    let title = subheading("small-steps", here.say(Word::SmallSteps));
    section("", "small-steps", all([title, soft(here.say(Word::SmallStepsAbout)), lines.view()]))
}

/// Whether a small step has more than words.
fn has_more(at: Tending, id: &ItemId) -> bool {
    let more = |step: &SmallStep| step.by.is_some() || step.done.is_some() || !step.with.is_empty();
    untrack(|| at.read(|goal| goal.steps.iter().any(|step| step.id == *id && more(step))))
}

/// A part of a small step, while it exists.
fn read<T: Default>(at: Tending, id: StoredValue<ItemId>, read: impl FnOnce(&SmallStep) -> T) -> T {
    at.read(|goal| {
        let step = goal.steps.iter().find(|step| id.with_value(|id| step.id == *id));
        step.map(read).unwrap_or_default()
    })
}

/// A day for it, and who helps. Both may stay empty.
fn more(at: Tending, id: ItemId) -> AnyView {
    let here = at.here;
    let id = StoredValue::new(id);
    unfolding("step-more", here.say(Word::StepMore), move || {
        let by = untrack(|| read(at, id, |step| step.by)).map(|day| day.to_string()).unwrap_or_default();
        let by = moment("date", here.say(Word::StepBy), by, move |day| {
            at.change(GoalChange::StepBy(id.get_value(), LocalDate::typed(&day)));
        });
        let with = text(move || read(at, id, |step| step.with.clone()));
        let with = Field { name: Name::Label(here.say(Word::StepWith)), value: with, lines: 1 };
        all([by, with.view(move |words| at.change(GoalChange::StepWith(id.get_value(), words)))])
    })
}

/// The box to tick, and the day it was ticked.
fn tick(at: Tending, id: ItemId) -> AnyView {
    let here = at.here;
    let id = StoredValue::new(id);
    let done = move || read(at, id, |step| step.done);
    let label = live_text(move || match done() {
        Some(day) => here.words.fill(Word::DoneOn, &[("day", &here.day(day))]),
        None => here.say(Word::SmallStepDone),
    });
    let change = move |tick: bool| at.change(GoalChange::StepDone(id.get_value(), tick.then(clock::today)));
    choice("checkbox", String::new(), is_so(move || done().is_some()), change, label)
}
