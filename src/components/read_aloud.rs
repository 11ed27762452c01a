//! Reads a step aloud: the course's text, never the learner's.

use super::here::Here;
use super::parts::{all, button, element, live, nothing, words};
use crate::browser::voice;
use crate::course::text::plain_blocks;
use crate::course::{Part, Step};
use crate::record::Preference;
use crate::words::Word;
use leptos::prelude::*;

/// What the voice is doing.
#[derive(Clone, Copy, PartialEq)]
enum Voice {
    Silent,
    Reading,
    Paused,
}

/// Buttons to read a step aloud; nothing where the device has no voice of its
/// own for the language. The settings page says why.
pub fn read_aloud(here: Here, step: &'static Step) -> AnyView {
    let state = RwSignal::new(Voice::Silent);
    on_cleanup(voice::stop);
    let press = move |word: Word, to: Voice| {
        button("quiet", words(here.say(word)), move || {
            act(here, step, state.get_untracked(), to, state);
            state.set(to);
        })
    };
    live(move || {
        if !here.has_voice() {
            return nothing();
        }
        let buttons = match state.get() {
            Voice::Silent => vec![press(Word::ReadAloud, Voice::Reading)],
            Voice::Reading => {
                vec![press(Word::ReadPause, Voice::Paused), press(Word::ReadStop, Voice::Silent)]
            }
            Voice::Paused => vec![press(Word::ReadOn, Voice::Reading), press(Word::ReadStop, Voice::Silent)],
        };
        element("div", &[("class", "reading")], all(buttons))
    })
}

fn act(here: Here, step: &Step, from: Voice, to: Voice, state: RwSignal<Voice>) {
    match (from, to) {
        (Voice::Silent, Voice::Reading) => {
            // The page may be gone when the voice ends.
            let end = move || {
                let _ = state.try_set(Voice::Silent);
            };
            voice::read(here.words.language(), &lines(step), speed(here), end);
        }
        (_, Voice::Silent) => voice::stop(),
        (_, to) => voice::set_paused(to == Voice::Paused),
    }
}

fn speed(here: Here) -> f32 {
    match untrack(|| here.learner.prefers(Preference::Speed)) {
        "slow" => 0.75,
        "fast" => 1.3,
        _ => 1.0,
    }
}

fn lines(step: &Step) -> Vec<String> {
    let part = |part: &Part| match part {
        Part::Text(block) => plain_blocks(std::slice::from_ref(block)),
        Part::Exercise(exercise) => plain_blocks(&exercise.question),
    };
    let texts: Vec<String> = step.parts.iter().map(part).collect();
    let lines = texts.iter().flat_map(|text| text.lines()).map(str::to_owned);
    std::iter::once(step.title.clone()).chain(lines).collect()
}
