//! Follow-ups: dated conversations with oneself about a goal.

use super::Tending;
use crate::browser::{clock, random};
use crate::components::confirm::confirm;
use crate::components::field::{Field, Name};
use crate::components::parts::{
    all, button, choice, choices, element, is_so, link, nothing, paragraph, rows, section, soft, subheading,
    text, when, words,
};
use crate::course::{ItemId, ModuleId};
use crate::record::{FollowUp, GoalChange, Next};
use crate::route::Route;
use crate::words::Word;
use leptos::prelude::*;

/// The module that says that what gets in the way is often not oneself.
const OUTSIDE: &str = "stigma-and-shame";

pub fn view(at: Tending) -> AnyView {
    let here = at.here;
    let ids = move || at.read(|goal| goal.follow_ups.iter().rev().map(|talk| talk.id.clone()).collect());
    let begin = move || at.change(GoalChange::BeginFollowUp(random::item_id(), clock::today()));
    let inside = [
        subheading("follow-ups", here.say(Word::FollowUps)),
        soft(here.say(Word::FollowUpsAbout)),
        button("", words(here.say(Word::FollowUpBegin)), begin),
        rows(ids, move |id| Talk { at, id: StoredValue::new(id) }.view()),
    ];
    section("", "follow-ups", all(inside))
}

/// One follow-up.
#[derive(Clone, Copy)]
struct Talk {
    at: Tending,
    id: StoredValue<ItemId>,
}

impl Talk {
    fn read<T: Default>(self, read: impl FnOnce(&FollowUp) -> T) -> T {
        self.at.read(|goal| {
            let talk = goal.follow_ups.iter().find(|talk| self.id.with_value(|id| talk.id == *id));
            talk.map(read).unwrap_or_default()
        })
    }

    fn field(
        self,
        word: Word,
        read: fn(&FollowUp) -> &String,
        write: fn(ItemId, String) -> GoalChange,
    ) -> AnyView {
        let value = text(move || self.read(|talk| read(talk).clone()));
        Field { name: Name::Label(self.at.here.say(word)), value, lines: 2 }
            .view(move |words| self.at.change(write(self.id.get_value(), words)))
    }

    fn view(self) -> AnyView {
        let here = self.at.here;
        let day = untrack(|| self.read(|talk| Some(talk.on))).map(|day| here.day(day)).unwrap_or_default();
        let heading = format!("follow-up-{}", self.id.get_value());
        let title = here.words.fill(Word::FollowUpOn, &[("day", &day)]);
        let inside = [
            element("h3", &[("id", &heading)], words(title)),
            self.field(Word::FollowUpHelped, |talk| &talk.helped, GoalChange::Helped),
            self.field(Word::FollowUpInTheWay, |talk| &talk.in_the_way, GoalChange::GotInTheWay),
            self.outside(),
            self.next(),
            self.forget(&day),
        ];
        section("card follow-up", &heading, all(inside))
    }

    /// Where something got in the way: that it is often not oneself.
    fn outside(self) -> AnyView {
        let here = self.at.here;
        let Some(module) = ModuleId::new(OUTSIDE).and_then(|id| here.course.module(&id)) else {
            return nothing();
        };
        when(is_so(move || self.read(|talk| !talk.in_the_way.trim().is_empty())), move || {
            let sentence = here.words.fill(Word::FollowUpOutside, &[("module", &module.title)]);
            paragraph("calm-note", link("", &Route::Module(module.id.clone()).href(), sentence))
        })
    }

    fn next(self) -> AnyView {
        let here = self.at.here;
        let next_choice = move |next: &Next| {
            let next = *next;
            let chosen = is_so(move || self.read(|talk| talk.next) == Some(next));
            let choose = move |_| self.at.change(GoalChange::Next(self.id.get_value(), next));
            let group = format!("next-{}", self.id.get_value());
            choice("radio", group, chosen, choose, words(here.say(next_word(next))))
        };
        choices("next", words(here.say(Word::FollowUpNext)), all(Next::ALL.iter().map(next_choice)))
    }

    fn forget(self, day: &str) -> AnyView {
        let say = self.at.here.words;
        let name = say.fill(Word::TakeAway, &[("words", day)]);
        let question = say.fill(Word::FollowUpForgetSure, &[("day", day)]);
        confirm(name, question, say, move || self.at.change(GoalChange::ForgetFollowUp(self.id.get_value())))
    }
}

fn next_word(next: Next) -> Word {
    match next {
        Next::CarryOn => Word::NextCarryOn,
        Next::ChangeStep => Word::NextChangeStep,
        Next::ChangeGoal => Word::NextChangeGoal,
        Next::Rest => Word::NextRest,
        Next::LetGo => Word::NextLetGo,
        Next::Reached => Word::NextReached,
    }
}
