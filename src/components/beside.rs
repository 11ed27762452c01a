//! Two texts in one field, where two tabs wrote at the same time: the other text, and
//! the choice of which should stay.

use super::here::Here;
use super::parts::{all, button, element, live, nothing, own_words, paragraph, words};
use crate::browser::page;
use crate::record::Key;
use crate::words::Word;
use leptos::prelude::*;

/// The texts beside the fields of one thing; nearly always none.
pub fn beside(here: Here, key: Key) -> AnyView {
    let there = Memo::new({
        let key = key.clone();
        move |_| here.learner.beside(&key)
    });
    live(move || {
        let there = there.get();
        if there.is_empty() {
            return nothing();
        }
        let one = |(at, one): (String, crate::keep::Beside)| {
            let settle = |word, into_place| {
                let (key, at, id) = (key.clone(), at.clone(), one.id.clone());
                button("", words(here.say(word)), move || {
                    page::keep_place(|| here.learner.settle_beside(&key, &at, &id, into_place));
                })
            };
            let row = all([settle(Word::BesideUse, true), settle(Word::BesideLeave, false)]);
            let text = element("blockquote", &[], own_words(one.text.lines()));
            all([text, element("div", &[("class", "row")], row)])
        };
        let about = paragraph("", words(here.say(Word::BesideAbout)));
        element("div", &[("class", "notice")], all([about, all(there.into_iter().map(one))]))
    })
}
