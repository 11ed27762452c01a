//! One goal: the learner's words for it, small steps, follow-ups.

mod follow_ups;
mod path;
mod reminder;
mod small_steps;

use crate::browser::{address, clock};
use crate::components::beside::beside;
use crate::components::confirm::confirm;
use crate::components::field::{Field, Name};
use crate::components::here::Here;
use crate::components::kept::kept_line;
use crate::components::parts::{
    all, choice, choices, heading, is_so, link, live_text, nothing, paragraph, select, text, words,
};
use crate::course::GoalId;
use crate::paper::goal::{paper, title};
use crate::paper::markdown;
use crate::record::{Area, Change, Goal, GoalChange, Key, State};
use crate::route::Route;
use crate::words::Word;
use crate::words::things::{area_word, state_word};
use leptos::prelude::*;

/// What the parts of this page get.
#[derive(Clone, Copy)]
struct Tending {
    here: Here,
    id: StoredValue<GoalId>,
    goal: Memo<Option<Goal>>,
}

impl Tending {
    /// A part of the goal, while it exists.
    fn read<T: Default>(self, read: impl FnOnce(&Goal) -> T) -> T {
        self.goal.with(|goal| goal.as_ref().map(read).unwrap_or_default())
    }

    fn change(self, change: GoalChange) {
        self.here.learner.change(Change::Goal(self.id.get_value(), change));
    }

    /// A field for one of the goal's texts.
    fn field(
        self,
        word: Word,
        read: fn(&Goal) -> &String,
        write: fn(String) -> GoalChange,
        lines: u8,
    ) -> AnyView {
        let value = text(move || self.read(|goal| read(goal).clone()));
        Field { name: Name::Label(self.here.say(word)), value, lines }
            .view(move |words| self.change(write(words)))
    }
}

pub fn page(here: Here, id: &GoalId) -> AnyView {
    let at = Tending { here, id: StoredValue::new(id.clone()), goal: here.learner.goal(id.clone()) };
    if at.goal.with_untracked(Option::is_none) {
        return super::nowhere::page(here);
    }
    let own = [
        at.field(Word::GoalWords, |goal| &goal.words, GoalChange::Words, 2),
        at.field(Word::GoalWhy, |goal| &goal.why, GoalChange::Why, 2),
        area(at),
    ];
    let around = [
        at.field(Word::GoalBeside, |goal| &goal.beside, GoalChange::Beside, 1),
        at.field(Word::GoalInTheWay, |goal| &goal.in_the_way, GoalChange::InTheWay, 2),
    ];
    all([
        paragraph("module-name", link("", &Route::Goals.href(), here.say(Word::AllGoals))),
        heading(live_text(move || at.title())),
        origin(at),
        all(own),
        small_steps::view(at),
        all(around),
        kept(at),
        follow_ups::view(at),
        states(at),
        path::view(at),
        reminder::view(at),
        paragraph("", link("alone", &Route::GoalPaper(id.clone()).href(), here.say(Word::GoalPrint))),
        forget(at),
    ])
}

impl Tending {
    fn title(self) -> String {
        self.read(|goal| title(goal, self.here.words))
    }
}

/// When it was started, and from which answer.
fn origin(at: Tending) -> AnyView {
    let here = at.here;
    let Some(goal) = at.goal.get_untracked() else {
        return nothing();
    };
    let started = here.words.fill(Word::GoalStarted, &[("day", &here.day(goal.started))]);
    let from = goal.from.map_or_else(nothing, |from| {
        let title = here.words.fill(Word::PlanFrom, &[("module", &here.module_title(&from.module))]);
        link("", &here.href_of(&from), title)
    });
    paragraph("soft", all([words(started), words(" ".to_owned()), from]))
}

fn kept(at: Tending) -> AnyView {
    let words = at.here.words;
    let whole = move |goal: &Goal| markdown::write(&paper(goal, true, words));
    let kept = at.here.learner.kept(Key::Goal(at.id.get_value()));
    let beside = beside(at.here, Key::Goal(at.id.get_value()));
    all([kept_line(kept, text(move || at.read(whole)), at.here.words), beside])
}

/// The part of life it belongs to, which may stay open.
fn area(at: Tending) -> AnyView {
    const OPEN: &str = "open";
    let none = (OPEN.to_owned(), at.here.say(Word::AreaNone));
    let mut offered = vec![none];
    for area in Area::ALL {
        offered.push((area.name().to_owned(), at.here.say(area_word(*area))));
    }
    let chosen = text(move || at.read(|goal| goal.area).map_or(OPEN, Area::name).to_owned());
    select(at.here.say(Word::Area), &offered, chosen, move |name| {
        at.change(GoalChange::Area(Area::from_name(&name)));
    })
}

fn states(at: Tending) -> AnyView {
    let state_choice = |state: &State| {
        let state = *state;
        let chosen = is_so(move || at.read(|goal| goal.state == state));
        let choose = move |_| at.change(GoalChange::State(state, clock::today()));
        let shown = words(at.here.say(state_word(state)));
        choice("radio", "state".to_owned(), chosen, choose, shown)
    };
    choices("states", words(at.here.say(Word::State)), all(State::ALL.iter().map(state_choice)))
}

fn forget(at: Tending) -> AnyView {
    let here = at.here;
    confirm(here.say(Word::GoalForget), here.say(Word::GoalForgetSure), here.words, move || {
        here.learner.change(Change::Forget(Key::Goal(at.id.get_value())));
        address::go(&Route::Goals);
    })
}
