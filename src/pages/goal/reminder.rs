//! A reminder as a calendar file. It says nothing of what it is about unless
//! that is chosen, because calendars are often seen by others.

use super::Tending;
use crate::browser::{clock, download};
use crate::components::parts::{all, button, choice, is_so, moment, paragraph, soft, unfolding, words};
use crate::record::calendar::{self, Reminder};
use crate::record::{LocalDate, LocalTime};
use crate::words::Word;
use leptos::prelude::*;

/// In how many days a follow-up is proposed where no interval was chosen.
const DAYS: u16 = 7;

/// The time of day that is proposed.
const TIME: &str = "10:00";

pub fn view(at: Tending) -> AnyView {
    unfolding("", at.here.say(Word::Reminder), move || form(at))
}

fn form(at: Tending) -> AnyView {
    let here = at.here;
    let every = untrack(|| at.read(|goal| goal.every));
    let proposed = clock::today().later(every.unwrap_or(DAYS));
    let day = RwSignal::new(proposed.to_string());
    let time = RwSignal::new(TIME.to_owned());
    let say = RwSignal::new(false);
    let save = move || {
        let wished = moment_of(&day.get_untracked(), &time.get_untracked(), proposed);
        let title = (!say.get_untracked()).then(|| here.say(Word::ReminderTitle));
        let reminder = Reminder { at: wished, every: untrack(|| at.read(|goal| goal.every)), title };
        let follow_up = here.say(Word::FollowUp);
        let made = clock::universal_now();
        let file = untrack(|| {
            let file =
                |goal: &_| at.id.with_value(|id| calendar::file(id, goal, &reminder, &follow_up, &made));
            at.read(file)
        });
        download::save("reminder.ics", "text/calendar", &file);
    };
    let name_it = choice(
        "checkbox",
        String::new(),
        is_so(move || say.get()),
        move |with| say.set(with),
        words(here.say(Word::ReminderSay)),
    );
    all([
        paragraph("", words(here.say(Word::ReminderAbout))),
        moment("date", here.say(Word::ReminderDay), day.get_untracked(), move |wished| day.set(wished)),
        moment("time", here.say(Word::ReminderTime), time.get_untracked(), move |wished| {
            time.set(wished);
        }),
        name_it,
        soft(here.say(Word::ReminderSteps)),
        button("", words(here.say(Word::ReminderSave)), save),
    ])
}

/// The day and time that were chosen; what was proposed where one is not whole.
fn moment_of(day: &str, time: &str, proposed: LocalDate) -> LocalTime {
    let day = LocalDate::parse(day).unwrap_or(proposed);
    let at = |time: &str| LocalTime::parse(&format!("{day}T{}:00", time.get(..5)?));
    at(time).or_else(|| at(TIME)).unwrap_or(LocalTime::midnight(day))
}
