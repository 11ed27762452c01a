//! A moment to settle. Keeps nothing.

use super::here::Text;
use super::parts::{all, button, changing, element, item, list, live_text, nothing, paragraph, soft, words};
use crate::course::Way;
use crate::words::Word;
use crate::words::things::pause_words;
use leptos::prelude::*;

/// A pause, in one of the ways there are.
pub fn pause(way: Way, say: Text) -> AnyView {
    match way {
        Way::Breathing => breathing(say),
        Way::Noticing => noticing(say),
        Way::Words => to_read(say),
    }
}

fn breathing(say: Text) -> AnyView {
    let going = RwSignal::new(false);
    let label = live_text(move || say.say(if going.get() { Word::PauseStop } else { Word::PauseBegin }));
    let state = move || if going.get() { "yes" } else { "no" };
    let about = format!("{} {}", say.say(Word::PauseOwnPace), say.say(Word::PauseNothingKept));
    let breath = pause_words(Way::Breathing).iter().map(|word| item("", words(say.say(*word))));
    let circle = element("div", &[("class", "breath"), ("aria-hidden", "true")], nothing());
    let button = button("", label, move || going.update(|going| *going = !*going));
    let inside = all([circle, list("plain", breath), soft(about), button]);
    changing("div", &[("class", "pause")], "data-going", state, inside)
}

fn to_read(say: Text) -> AnyView {
    let lines = all(pause_words(Way::Words).iter().map(|word| paragraph("", words(say.say(*word)))));
    element("div", &[("class", "pause")], all([lines, soft(say.say(Word::PauseNothingKept))]))
}

fn noticing(say: Text) -> AnyView {
    let senses = list("", pause_words(Way::Noticing).iter().map(|word| item("", words(say.say(*word)))));
    element("div", &[("class", "pause")], all([senses, soft(say.say(Word::PauseNothingKept))]))
}
