//! `practice`: something to try, with dated notes on how it went.

use super::Answering;
use super::dated::Dated;
use crate::components::parts::{all, choices, nothing};
use crate::words::Word;
use leptos::prelude::*;

pub fn view(at: Answering) -> AnyView {
    let dated = Dated::new(at);
    all([
        choices("practice", dated.about(), dated.note(Word::PracticeNote, 3)),
        dated.back_to_today(),
        dated.over_time(nothing, &[Word::ScaleNote], |mark| vec![mark.words.clone()]),
    ])
}
