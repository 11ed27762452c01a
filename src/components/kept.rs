//! Shows at each field whether its words are kept, and where.

use super::here::Text;
use super::parts::{all, button, changing, element, is_so, live_text, when, words};
use crate::browser::{download, language};
use crate::keep::NotKept;
use crate::learner::Kept;
use crate::words::Word;
use leptos::prelude::*;

/// Shows whether something is kept, announced politely, without taking the focus. `text`
/// is what a file would contain where it is not kept.
pub fn kept_line(kept: Memo<Kept>, text: Memo<String>, say: Text) -> AnyView {
    let is_lost = is_so(move || matches!(kept.get(), Kept::Not(_) | Kept::Taken | Kept::InPage));
    let save = when(is_lost, move || {
        let save = move || download::save("waymark.txt", "text/plain", &text.get_untracked());
        button("", words(say.say(Word::SaveWords)), save)
    });
    let said = live_text(move || sentence(&kept.get(), say));
    let inside = all([element("p", &[("role", "status")], said), save]);
    changing("div", &[("class", "kept")], "data-kept", move || state(&kept.get()), inside)
}

/// Like [`kept_line`], but only while there are words or something went wrong: for
/// places where most people write nothing.
pub fn kept_line_if_any(kept: Memo<Kept>, text: Memo<String>, say: Text) -> AnyView {
    let needed = is_so(move || {
        let in_trouble = matches!(kept.get(), Kept::Held | Kept::Not(_) | Kept::Taken);
        in_trouble || text.with(|text| !text.is_empty())
    });
    when(needed, move || kept_line(kept, text, say))
}

fn sentence(kept: &Kept, say: Text) -> String {
    match kept {
        Kept::Nothing => say.say(Word::OnlyHere),
        Kept::Here(changed) => say.fill(Word::KeptAt, &[("time", &language::time(say.language(), changed))]),
        Kept::InPage => say.say(Word::KeptInPage),
        Kept::Not(NotKept::Full) => say.say(Word::NotKeptFull),
        Kept::Not(NotKept::Blocked) => say.say(Word::NotKeptBlocked),
        Kept::Taken => say.say(Word::Cleared),
        Kept::TakenElsewhere => say.say(Word::TakenElsewhere),
        Kept::Held => say.say(Word::NewerHere),
    }
}

fn state(kept: &Kept) -> &'static str {
    match kept {
        Kept::Nothing => "nothing",
        Kept::Here(_) => "here",
        Kept::TakenElsewhere | Kept::InPage => "note",
        Kept::Not(_) | Kept::Taken | Kept::Held => "not",
    }
}
