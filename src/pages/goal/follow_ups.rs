//! Follow-ups: dated conversations with oneself about a goal.

use super::Tending;
use crate::browser::{clock, random};
use crate::components::confirm::confirm;
use crate::components::field::{Field, Name};
use crate::components::parts::{
    all, button, choice, choices, element, is_so, item, link, list, live, live_text, moment, nothing,
    paragraph, rows, section, select, soft, subheading, text, words,
};
use crate::course::{ItemId, Module, ModuleId};
use crate::paper::goal::{barrier_word, next_word};
use crate::record::{Barrier, FollowUp, GoalChange, LocalDate, Next};
use crate::route::Route;
use crate::words::Word;
use leptos::prelude::*;

/// After how many days a follow-up can be offered: never, a week, two, four.
const EVERY: [(&str, Word); 4] = [
    ("never", Word::EveryNever),
    ("7", Word::EveryWeek),
    ("14", Word::EveryTwoWeeks),
    ("28", Word::EveryFourWeeks),
];

pub fn view(at: Tending) -> AnyView {
    let here = at.here;
    let ids = move || at.read(|goal| goal.follow_ups.iter().rev().map(|talk| talk.id.clone()).collect());
    let begin = move || at.change(GoalChange::BeginFollowUp(random::item_id(), clock::today()));
    let inside = [
        subheading("follow-ups", here.say(Word::FollowUps)),
        soft(here.say(Word::FollowUpsAbout)),
        button("", words(here.say(Word::FollowUpBegin)), begin),
        every(at),
        rows(ids, move |id| Talk { at, id: StoredValue::new(id) }.view()),
    ];
    section("", "follow-ups", all(inside))
}

/// When a follow-up is to be offered. It never is unless this is chosen.
fn every(at: Tending) -> AnyView {
    let offered: Vec<(String, String)> =
        EVERY.iter().map(|(days, word)| ((*days).to_owned(), at.here.say(*word))).collect();
    let chosen =
        text(move || at.read(|goal| goal.every).map_or_else(|| "never".to_owned(), |days| days.to_string()));
    select(at.here.say(Word::Every), &offered, chosen, move |days| {
        at.change(GoalChange::Every(days.parse().ok()));
    })
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
        let heading = format!("follow-up-{}", self.id.get_value());
        // A text, so that writing in the follow-up rebuilds nothing.
        let day = text(move || self.day());
        let title = live_text(move || here.words.fill(Word::FollowUpOn, &[("day", &day.get())]));
        let inside = [
            element("h3", &[("id", &heading)], title),
            self.on(),
            self.field(Word::FollowUpHappened, |talk| &talk.happened, GoalChange::Happened),
            self.field(Word::FollowUpHelped, |talk| &talk.helped, GoalChange::Helped),
            self.field(Word::FollowUpInTheWay, |talk| &talk.in_the_way, GoalChange::GotInTheWay),
            self.barriers(),
            self.ways_past(),
            self.next(),
            live(move || self.forget(&day.get())),
        ];
        section("card follow-up", &heading, all(inside))
    }

    fn barriers(self) -> AnyView {
        let here = self.at.here;
        let barrier_choice = move |barrier: &Barrier| {
            let barrier = *barrier;
            let chosen = is_so(move || self.read(|talk| talk.has(barrier)));
            let choose = move |there| {
                self.at.change(GoalChange::Barrier(self.id.get_value(), barrier, there));
            };
            choice("checkbox", String::new(), chosen, choose, words(here.say(barrier_word(barrier))))
        };
        let all_of_them = all(Barrier::ALL.iter().map(barrier_choice));
        choices("barriers", soft(here.say(Word::BarrierAbout)), all_of_them)
    }

    /// What may help more than trying harder: the modules of the course about
    /// what got in the way, and where to turn.
    fn ways_past(self) -> AnyView {
        let here = self.at.here;
        let found = Memo::new(move |_| -> Vec<ItemId> {
            let there = Barrier::ALL.iter().filter(|barrier| self.read(|talk| talk.has(**barrier)));
            let mut ids: Vec<&str> = Vec::new();
            for id in there.flat_map(|barrier| barrier.modules()) {
                if !ids.contains(id) {
                    ids.push(id);
                }
            }
            ids.into_iter().filter_map(ItemId::new).collect()
        });
        live(move || {
            let ids = found.get();
            if ids.is_empty() {
                return nothing();
            }
            let modules = ids.iter().filter_map(|id| here.course.module(&ModuleId::new(id.as_str())?));
            let to =
                |module: &Module| link("", &Route::Module(module.id.clone()).href(), module.title.clone());
            let help = link("", &Route::Help.href(), here.say(Word::Help));
            let ways = [all(modules.map(|module| item("", to(module)))), item("", help)];
            let about = paragraph("", words(here.say(Word::BarrierWays)));
            element("div", &[("class", "calm-note")], all([about, list("ways-in", ways)]))
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

    /// The day of a follow-up, written out.
    fn day(self) -> String {
        self.read(|talk| Some(talk.on)).map(|day| self.at.here.day(day)).unwrap_or_default()
    }

    /// The day of a follow-up, which may differ from the one it was written on.
    fn on(self) -> AnyView {
        let on = untrack(|| self.read(|talk| Some(talk.on))).map(|on| on.to_string()).unwrap_or_default();
        moment("date", self.at.here.say(Word::ScaleDay), on, move |day| {
            // An incomplete day changes nothing.
            if let Some(day) = LocalDate::typed(&day) {
                self.at.change(GoalChange::FollowUpOn(self.id.get_value(), day));
            }
        })
    }

    fn forget(self, day: &str) -> AnyView {
        let say = self.at.here.words;
        let name = say.fill(Word::TakeAway, &[("words", day)]);
        let question = say.fill(Word::FollowUpForgetSure, &[("day", day)]);
        confirm(name, question, say, move || self.at.change(GoalChange::ForgetFollowUp(self.id.get_value())))
    }
}
