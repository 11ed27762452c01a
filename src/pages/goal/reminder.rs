//! A reminder as a calendar file. It does not say what it is about unless
//! that is chosen, because calendars are often seen by others.

use super::Tending;
use crate::browser::{clock, download};
use crate::components::parts::{
    all, button, choice, element, is_so, live, live_text, moment, paragraph, soft, text, unfolding, words,
};
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
    let every = text(move || at.read(|goal| goal.every.unwrap_or(DAYS)).to_string());
    // Follows the interval until a day is chosen.
    let proposed = move || here.today.get().later(every.with(|days| days.parse().unwrap_or(DAYS)));
    let chosen = RwSignal::new(None);
    let time = RwSignal::new(TIME.to_owned());
    let (say, said) = (RwSignal::new(false), RwSignal::new(String::new()));
    let save = move || {
        let day = chosen.get_untracked().unwrap_or_else(|| untrack(proposed));
        let wished = moment_of(day, &time.get_untracked());
        let is_past = wished < clock::now();
        said.set(if is_past { here.say(Word::ReminderPast) } else { String::new() });
        if is_past {
            return;
        }
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
        live(move || {
            let day = chosen.get_untracked().unwrap_or_else(proposed).to_string();
            moment("date", here.say(Word::ReminderDay), day, move |day| chosen.set(LocalDate::typed(&day)))
        }),
        moment("time", here.say(Word::ReminderTime), time.get_untracked(), move |wished| {
            time.set(wished);
        }),
        name_it,
        soft(here.say(Word::ReminderSteps)),
        button("", words(here.say(Word::ReminderSave)), save),
        element("p", &[("role", "status")], live_text(move || said.get())),
    ])
}

/// The day and time that were chosen, or those proposed while the time is incomplete.
fn moment_of(day: LocalDate, time: &str) -> LocalTime {
    let at = |time: &str| LocalTime::parse(&format!("{day}T{}:00", time.get(..5)?));
    at(time).or_else(|| at(TIME)).unwrap_or(LocalTime::midnight(day))
}
