//! Settle for a moment. Keeps nothing.

use crate::components::here::Here;
use crate::components::parts::{all, heading, paragraph, subheading, words};
use crate::components::pause::pause;
use crate::components::picture::scene;
use crate::course::Way;
use crate::words::Word;
use leptos::prelude::*;

pub fn page(here: Here) -> AnyView {
    all([
        scene("still"),
        heading(words(here.say(Word::Pause))),
        paragraph("lead", words(here.say(Word::PauseAbout))),
        subheading("breathing", here.say(Word::PauseBreathing)),
        pause(Way::Breathing, here.words),
        subheading("noticing", here.say(Word::PauseNoticing)),
        pause(Way::Noticing, here.words),
        subheading("words", here.say(Word::PauseWords)),
        pause(Way::Words, here.words),
    ])
}
