//! The facilitators' own window: this part, the next one, and the time.

use super::{minutes, shows, voices};
use crate::browser::{clock, language};
use crate::components::here::Here;
use crate::components::in_class::InClass;
use crate::components::other_language::in_language;
use crate::components::parts::{
    all, button, element, heading, live, live_text, nothing, paragraph, soft, text, words,
};
use crate::components::prose::prose;
use crate::course::{ClassNotes, ModuleId, Over};
use crate::route::Route;
use crate::words::Word;
use leptos::prelude::*;
use std::time::Duration;

/// How often the time is looked at.
const LOOK: Duration = Duration::from_secs(5);

/// A minute in seconds.
const MINUTE: usize = 60;

/// `#/class/<module>/notes`.
pub fn page(here: Here, id: &ModuleId) -> AnyView {
    let class = InClass::get();
    let Some((plan, language)) = class.classes.plan(id) else {
        return super::super::nowhere::page(here);
    };
    let own = id.clone();
    let part = move || class.now_in(&own).map_or(1, |now| now.part);
    // What lies over the screen changes nothing here.
    let place = text(move || part().to_string());
    let at = move || place.with(|place| place.parse().unwrap_or(1));
    let looks = RwSignal::new(false);
    if let Ok(looking) = set_interval_with_handle(move || looks.update(|looks| *looks = !*looks), LOOK) {
        on_cleanup(move || looking.clear());
    }
    let time = move || {
        looks.track();
        let now = language::time(here.words.language(), &clock::now());
        format!("{now} · {}", left(here, class, plan, at()))
    };
    all([
        paragraph("clock", live_text(time)),
        live(move || turning(here, class, plan, at())),
        in_language(here, language, live(move || part_view(here, plan, at()))),
        screens(here, class, id),
    ])
}

fn part_view(here: Here, plan: &ClassNotes, at: usize) -> AnyView {
    let Some(part) = plan.parts.get(at - 1) else {
        return nothing();
    };
    let place = [("n", &*at.to_string()), ("of", &*plan.parts.len().to_string())];
    all([
        heading(words(part.title.clone())),
        soft(format!("{} · {}", here.words.fill(Word::ClassPart, &place), minutes(here, part.minutes))),
        shows(here, &plan.module, part),
        prose(&part.both),
        voices(here, part),
    ])
}

/// On and back, and what comes next.
fn turning(here: Here, class: InClass, plan: &ClassNotes, at: usize) -> AnyView {
    let to = |at: usize, name: Word| match plan.parts.get(at.wrapping_sub(1)) {
        None => nothing(),
        Some(part) => {
            let module = plan.module.clone();
            let name = here.words.fill(name, &[("part", &part.title)]);
            button("", words(name), move || class.go_to(&module, at))
        }
    };
    element("div", &[("class", "row")], all([to(at - 1, Word::ClassPrevious), to(at + 1, Word::ClassNext)]))
}

/// What can be done with the screen from here.
fn screens(here: Here, class: InClass, id: &ModuleId) -> AnyView {
    let lay = |over: Over, name: Word| button("quiet", words(here.say(name)), move || class.lay(over));
    let id = id.clone();
    let open = live(move || {
        let part = class.now_in(&id).map_or(1, |now| now.part);
        let href = Route::ClassScreen(id.clone(), part).href();
        let attributes = [("class", "alone"), ("href", &*href), ("target", "_blank"), ("rel", "noopener")];
        paragraph("", element("a", &attributes, words(here.say(Word::ClassScreen))))
    });
    let ways = all([
        lay(Over::Blank, Word::ClassDark),
        lay(Over::Code, Word::ClassCode),
        lay(Over::Pause, Word::ClassPause),
    ]);
    all([element("div", &[("class", "row")], ways), open])
}

/// How long this part still has, without any hurry: no colour, no sound.
fn left(here: Here, class: InClass, plan: &ClassNotes, at: usize) -> String {
    let (Some(now), Some(part)) = (class.now_in(&plan.module), plan.parts.get(at - 1)) else {
        return String::new();
    };
    let gone = clock::seconds().saturating_sub(now.begun);
    let planned = usize::from(part.minutes) * MINUTE;
    match planned >= gone {
        true => here.words.count(Word::ClassLeft, (planned - gone).div_ceil(MINUTE)),
        false => here.words.count(Word::ClassOver, (gone - planned).div_ceil(MINUTE)),
    }
}
