//! What stands in place of every page while a lock is on.

use crate::browser::storage::Shut;
use crate::components::confirm::confirm;
use crate::components::here::Here;
use crate::components::parts::{all, details, element, heading, live_text, paragraph, soft, words};
use crate::components::passphrase::{self, For};
use crate::words::Word;
use leptos::prelude::*;

pub fn page(here: Here) -> AnyView {
    let open = move |passphrase: &str, _: &str| here.learner.unlock(passphrase).err().map(why);
    let said = RwSignal::new(String::new());
    let erase = move || {
        if !here.learner.erase() {
            said.set(here.say(Word::EraseLeft));
        }
    };
    let forgotten = all([
        paragraph("", words(here.say(Word::LockForgottenAbout))),
        confirm(here.say(Word::Erase), here.say(Word::EraseSure), here.words, erase),
        element("p", &[("role", "status")], live_text(move || said.get())),
    ]);
    all([
        heading(words(here.say(Word::Locked))),
        paragraph("lead", words(here.say(Word::LockedAbout))),
        passphrase::ask(here, For::Open, Word::Unlock, open),
        soft(here.say(Word::LockedOpen)),
        details("", here.say(Word::LockForgotten), forgotten),
    ])
}

/// Why a lock stays shut, in a sentence.
pub fn why(shut: Shut) -> Word {
    match shut {
        Shut::Passphrase => Word::PassphraseWrong,
        Shut::Newer => Word::LockNewer,
        Shut::Damaged => Word::LockDamaged,
    }
}
