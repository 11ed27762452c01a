//! The facilitators' own window: this part, the next one, and the time.

use super::{follow_keys, minutes, shows, voices};
use crate::browser::{clock, language, sound};
use crate::class::Over;
use crate::components::here::Here;
use crate::components::in_class::InClass;
use crate::components::other_language::in_language;
use crate::components::parts::{
    all, button, choice, choices, element, heading, is_so, live, live_text, nothing, paragraph, soft, text,
    words,
};
use crate::components::prose::prose;
use crate::course::{ClassNotes, ModuleId};
use crate::route::Route;
use crate::words::Word;
use leptos::prelude::*;
use std::time::Duration;

/// How often the time is updated.
const LOOK: Duration = Duration::from_secs(5);

/// A minute in seconds.
const MINUTE: usize = 60;

/// Whose notes are shown; both at first.
const VOICES: [Word; 3] = [Word::ClassVoicesBoth, Word::ClassPeer, Word::ClassProfessional];

/// `#/class/<module>/notes`.
pub fn page(here: Here, id: &ModuleId) -> AnyView {
    let class = InClass::get();
    let Some((plan, language)) = class.classes.plan(id) else {
        return super::super::nowhere::page(here);
    };
    let own = id.clone();
    let part = move || class.now_in(&own).map_or(1, |now| now.part);
    // What covers the screen changes nothing here.
    let place = text(move || part().to_string());
    let at = move || place.with(|place| place.parse::<usize>().unwrap_or(1));
    let (module, parts) = (id.clone(), plan.parts.len());
    follow_keys(class, move |by| {
        let to = untrack(at).saturating_add_signed(by);
        if (1..=parts).contains(&to) {
            class.go_to(&module, to);
        }
    });
    let (voice, sounds) = (RwSignal::new(0), RwSignal::new(false));
    let (looks, rung) = (RwSignal::new(false), RwSignal::new(String::new()));
    let look = move || {
        looks.update(|looks| *looks = !*looks);
        // Once for each part, however often the time is updated.
        let over = Time::of(class, plan, untrack(at)).filter(Time::is_over);
        if let Some(time) = over.filter(|time| sounds.get_untracked() && rung.get_untracked() != time.begun) {
            rung.set(time.begun);
            sound::chime();
        }
    };
    if let Ok(looking) = set_interval_with_handle(look, LOOK) {
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
        in_language(here, language, live(move || part_view(here, plan, at(), voice))),
        screens(here, class, id),
        whose(here, voice),
        sound_choice(here, sounds),
    ])
}

fn part_view(here: Here, plan: &ClassNotes, at: usize, voice: RwSignal<u32>) -> AnyView {
    let Some(part) = plan.parts.get(at - 1) else {
        return nothing();
    };
    let place = [("n", &*at.to_string()), ("of", &*plan.parts.len().to_string())];
    all([
        heading(words(part.title.clone())),
        soft(format!("{} · {}", here.words.fill(Word::ClassPart, &place), minutes(here, part.minutes))),
        shows(here, &plan.module, part),
        prose(&part.both),
        voices(here, part, VOICES[voice.get() as usize], "h2"),
    ])
}

/// Chooses whose notes are shown: on a small screen, one's own may be enough.
fn whose(here: Here, voice: RwSignal<u32>) -> AnyView {
    let one = |at: u32| {
        let chosen = is_so(move || voice.get() == at);
        let name = words(here.say(VOICES[at as usize]));
        choice("radio", "voice".to_owned(), chosen, move |_| voice.set(at), name)
    };
    let three = all([0, 1, 2].map(one));
    choices("settings", words(here.say(Word::ClassVoices)), three)
}

fn sound_choice(here: Here, sounds: RwSignal<bool>) -> AnyView {
    let chosen = is_so(move || sounds.get());
    let tick = move |on| {
        sounds.set(on);
        if on {
            // To hear what it is like, and because browsers allow a sound only after a press.
            sound::chime();
        }
    };
    choice("checkbox", String::new(), chosen, tick, words(here.say(Word::ClassSound)))
}

/// Buttons to go on and back, and what comes next.
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
        lay(Over::Shared, Word::ClassCodeShared),
        lay(Over::Pause, Word::ClassPause),
    ]);
    all([element("div", &[("class", "row")], ways), open])
}

/// How long this part still has, without hurrying anyone: no colour, no sound.
fn left(here: Here, class: InClass, plan: &ClassNotes, at: usize) -> String {
    let Some(time) = Time::of(class, plan, at) else {
        return String::new();
    };
    match time.is_over() {
        false => here.words.count(Word::ClassLeft, (time.planned - time.gone).div_ceil(MINUTE)),
        true => here.words.count(Word::ClassOver, (time.gone - time.planned).div_ceil(MINUTE)),
    }
}

/// The time of a part, in seconds.
struct Time {
    begun: String,
    gone: usize,
    planned: usize,
}

impl Time {
    fn of(class: InClass, plan: &ClassNotes, at: usize) -> Option<Self> {
        let (now, part) = (class.now_in(&plan.module)?, plan.parts.get(at - 1)?);
        let gone = clock::seconds().saturating_sub(now.begun);
        Some(Self { begun: now.begun.to_string(), gone, planned: usize::from(part.minutes) * MINUTE })
    }

    fn is_over(&self) -> bool {
        self.gone > self.planned
    }
}
