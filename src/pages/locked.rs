//! What is shown instead of every page while a lock is on.

use crate::browser::{device, leave};
use crate::components::confirm::confirm;
use crate::components::here::Here;
use crate::components::parts::{all, details, heading, paragraph, soft, words};
use crate::components::passphrase::{self, For};
use crate::keep::lock::Shut;
use crate::words::Word;
use leptos::prelude::*;

pub fn page(here: Here) -> AnyView {
    let open = move |passphrase: &str, _: &str| here.learner.unlock(passphrase).err().map(why);
    let erase = move || {
        erase(here);
    };
    let forgotten = all([
        paragraph("", words(here.say(Word::LockForgottenAbout))),
        confirm(here.say(Word::Erase), here.say(Word::EraseSure), here.words, erase),
    ]);
    all([
        heading(words(here.say(Word::Locked))),
        paragraph("lead", words(here.say(Word::LockedAbout))),
        passphrase::ask(here, For::Open, Word::Unlock, open),
        soft(here.say(Word::LockedOpen)),
        details("", here.say(Word::LockForgotten), forgotten),
    ])
}

/// Erases everything of this site in this browser, and returns whether nothing is left;
/// every page says so where something is.
pub fn erase(here: Here) -> bool {
    leave::forget();
    device::forget_offline();
    here.sought.set(String::new());
    here.learner.erase()
}

/// Why a lock stays shut, in a sentence.
pub fn why(shut: Shut) -> Word {
    match shut {
        Shut::Passphrase => Word::PassphraseWrong,
        Shut::Newer => Word::LockNewer,
        Shut::Damaged => Word::LockDamaged,
    }
}
