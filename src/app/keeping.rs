//! What happens to what is kept without anyone asking: it locks itself, it is
//! read again, the browser is asked to keep it, and Shift leaves the page.

use crate::browser::{device, leave, page, presence};
use crate::components::here::Here;
use crate::components::parts::is_so;
use crate::components::shell;
use crate::record::{Preference, Record};
use crate::words::Word;
use leptos::prelude::*;

/// A minute in milliseconds.
const MINUTE: f64 = 60_000.0;

/// Follows what concerns keeping, from now on. To be called once.
#[allow(clippy::cast_precision_loss)]
pub fn follow(here: Here, announced: RwSignal<String>) {
    let learner = here.learner;
    presence::watch_absence(move |milliseconds| {
        // Asked at every movement: most of the time the first answer is enough.
        if milliseconds >= MINUTE
            && untrack(|| learner.is_unlocked())
            && learner.lock_minutes().is_some_and(|minutes| milliseconds >= minutes as f64 * MINUTE)
        {
            learner.shut();
        }
    });
    presence::when_left(move || learner.shut());
    presence::when_brought_back(move || learner.look_again());
    presence::watch_shift(move |more| {
        if untrack(|| learner.prefers(Preference::Shift)) == "on" && !leave::is_covered() {
            match more {
                0 => shell::leave(here),
                more => announced.set(here.words.count(Word::LeaveShift, more)),
            }
        }
    });
    let asks = is_so(move || learner.leaves_no_trace() && learner.read(Record::has_words));
    Effect::new(move |_| page::ask_before_closing(asks.get()));
}

/// Asks the browser to keep what is written, once there is something, and not
/// while someone is writing: Firefox shows the question to the person.
pub fn ask_to_promise(here: Here) {
    if untrack(|| here.learner.is_in_browser() && here.learner.read(Record::has_words)) {
        device::ask_to_promise();
    }
}
