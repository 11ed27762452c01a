//! The one place where a passphrase is asked for.
//!
//! It can be pasted, and password managers can fill it in; nothing is sent, because
//! the policy allows no form to be sent.

use super::here::Here;
use super::parts::{all, choice, control, element, is_so, live_text, nothing, words};
use crate::words::Word;
use leptos::prelude::*;

/// The fewest letters of a new passphrase (NIST SP 800-63B).
const FEWEST: usize = 8;

/// What a passphrase is for.
#[derive(Clone, Copy, PartialEq)]
pub enum For {
    /// To open something with the present one.
    Open,
    /// A new one, asked for twice.
    New,
    /// The old one, then a new one twice.
    Change,
}

/// What was written into the fields.
#[derive(Clone, Copy)]
struct Fields {
    old: RwSignal<String>,
    new: RwSignal<String>,
    again: RwSignal<String>,
    shown: RwSignal<bool>,
    said: RwSignal<String>,
}

/// Asks for a passphrase. `then` gets the old and the new one, if they
/// were asked for, and returns a sentence if there is something to say.
pub fn ask(
    here: Here,
    what: For,
    name: Word,
    then: impl Fn(&str, &str) -> Option<Word> + Copy + 'static,
) -> AnyView {
    let new = || RwSignal::new(String::new());
    let at = Fields { old: new(), new: new(), again: new(), shown: RwSignal::new(false), said: new() };
    let is_trying = StoredValue::new(false);
    let try_it = move || {
        // The fields may be gone by now, along with their page.
        let fields = [at.old, at.new, at.again].map(|field| field.try_get_untracked());
        let [Some(old), Some(new), Some(again)] = fields else {
            return;
        };
        let said = wrong(what, &new, &again).or_else(|| then(&old, &new));
        let _ = is_trying.try_set_value(false);
        let _ = at.said.try_set(said.map(|word| here.say(word)).unwrap_or_default());
        for field in [at.old, at.new, at.again] {
            let _ = field.try_set(String::new());
        }
    };
    let submit = move |event: web_sys::Event| {
        event.prevent_default();
        if is_trying.get_value() {
            return;
        }
        is_trying.set_value(true);
        at.said.set(here.say(Word::PassphraseTrying));
        // Making a key takes a moment, in which the page cannot do anything:
        // the sentence has to be there first.
        request_animation_frame(move || set_timeout(try_it, std::time::Duration::ZERO));
    };
    let old = match what {
        For::Open => field(here, at, Word::Passphrase, "current-password", at.old),
        For::Change => field(here, at, Word::PassphraseOld, "current-password", at.old),
        For::New => nothing(),
    };
    let new = match what {
        For::Open => nothing(),
        For::New | For::Change => all([
            field(here, at, Word::PassphraseNew, "new-password", at.new),
            field(here, at, Word::PassphraseAgain, "new-password", at.again),
        ]),
    };
    let show = choice(
        "checkbox",
        "show".to_owned(),
        is_so(move || at.shown.get()),
        move |shown| at.shown.set(shown),
        words(here.say(Word::PassphraseShow)),
    );
    let said = element("p", &[("role", "status")], live_text(move || at.said.get()));
    let submit_button = element("button", &[("type", "submit")], words(here.say(name)));
    control("form", &[("class", "passphrase")], "submit", submit, all([old, new, show, submit_button, said]))
}

/// What is wrong with what was written, before anything is tried.
fn wrong(what: For, new: &str, again: &str) -> Option<Word> {
    if what == For::Open {
        return None;
    }
    match () {
        () if new.chars().count() < FEWEST => Some(Word::PassphraseShort),
        () if new != again => Some(Word::PassphraseDiffers),
        () => None,
    }
}

fn field(here: Here, at: Fields, name: Word, kind: &'static str, value: RwSignal<String>) -> AnyView {
    let write = move |event: web_sys::Event| value.set(event_target_value(&event));
    let attributes =
        [("autocomplete", kind), ("spellcheck", "false"), ("autocapitalize", "off"), ("autocorrect", "off")];
    let secret = move || if at.shown.get() { "text" } else { "password" };
    let input = super::parts::secret_input(&attributes, secret, value, write);
    element("label", &[("class", "field")], all([element("span", &[], words(here.say(name))), input]))
}
