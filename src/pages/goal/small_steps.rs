//! The small steps of a goal: written, added, ticked.

use super::Tending;
use crate::browser::clock;
use crate::components::lines::{Line, LineChange, Lines};
use crate::components::parts::{all, choice, is_so, live_text, section, soft, subheading};
use crate::course::ItemId;
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
            LineChange::Forget(id) => GoalChange::ForgetStep(id),
        });
    });
    let lines = Lines {
        there: lines,
        on,
        line_name: Word::SmallStepWords,
        new_name: Word::SmallStepAdd,
        before: Some(Callback::new(move |id| tick(at, id))),
        words: here.words,
    };
    let title = subheading("small-steps", here.say(Word::SmallSteps));
    section("", "small-steps", all([title, soft(here.say(Word::SmallStepsAbout)), lines.view()]))
}

/// The box to tick, and the day it was.
fn tick(at: Tending, id: ItemId) -> AnyView {
    let here = at.here;
    let id = StoredValue::new(id);
    let done = move || -> Option<LocalDate> {
        at.read(|goal| goal.steps.iter().find(|step| id.with_value(|id| step.id == *id))?.done)
    };
    let label = live_text(move || match done() {
        Some(day) => here.words.fill(Word::DoneOn, &[("day", &here.day(day))]),
        None => here.say(Word::SmallStepDone),
    });
    let change = move |tick: bool| at.change(GoalChange::StepDone(id.get_value(), tick.then(clock::today)));
    choice("checkbox", String::new(), is_so(move || done().is_some()), change, label)
}
