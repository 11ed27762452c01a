//! What happens to what is kept without anyone asking: it locks itself, it is
//! read again, the browser is asked to keep it, and Shift leaves the page.

use crate::browser::session::Session;
use crate::browser::{device, leave, page, presence};
use crate::components::here::Here;
use crate::components::in_class::InClass;
use crate::components::parts::is_so;
use crate::components::shell;
use crate::record::{Preference, Record};
use crate::route::Route;
use crate::words::Word;
use leptos::prelude::*;

/// A minute in milliseconds.
const MINUTE: f64 = 60_000.0;

/// Takes care of everything about keeping from now on. Call it once.
#[allow(clippy::cast_precision_loss)]
pub fn follow(here: Here, announced: RwSignal<String>) {
    let learner = here.learner;
    presence::watch_absence(move |milliseconds| {
        // This runs at every movement: mostly the first answer is enough.
        if milliseconds >= MINUTE
            && untrack(|| learner.is_unlocked())
            && learner.lock_minutes().is_some_and(|minutes| milliseconds >= minutes as f64 * MINUTE)
        {
            learner.shut();
        }
    });
    presence::when_left(move || learner.shut());
    let asks = is_so(move || has_unkept(here));
    Effect::new(move |_| page::ask_before_closing(asks.get()));
    presence::when_brought_back(move || {
        learner.look_again();
        // Leaving removed the question.
        page::ask_before_closing(asks.get_untracked());
    });
    // What was searched for in the journal is not for the next person.
    let is_shut = is_so(move || learner.is_locked());
    let leaves_no_trace = is_so(move || learner.leaves_no_trace());
    Effect::new(move |_| {
        is_shut.get();
        leaves_no_trace.get();
        here.sought.set(String::new());
    });
    leave_by_shift(here, announced);
}

/// Whether there are words, of a learner or of a class, that are only in this page.
pub fn has_unkept(here: Here) -> bool {
    here.learner.has_unkept() || use_context::<InClass>().is_some_and(InClass::has_words)
}

/// Shift three times leaves; how often it must still be pressed is announced while that holds.
fn leave_by_shift(here: Here, announced: RwSignal<String>) {
    let said = StoredValue::new(String::new());
    presence::watch_shift(move |more| {
        if untrack(|| here.learner.prefers(Preference::Shift)) != "on" || leave::is_covered() {
            return;
        }
        match more {
            Some(0) => shell::leave(here),
            Some(more) => {
                said.set_value(here.words.count(Word::LeaveShift, more));
                announced.set(said.get_value());
            }
            // Then the same words are news again. The title of a page remains.
            None if announced.get_untracked() == said.get_value() => announced.set(String::new()),
            None => {}
        }
    });
}

/// Begins a session that keeps nothing where the address asks for one. Words that
/// are only in this page stay. Call it once.
pub fn follow_shared(here: Here, route: Memo<Route>) {
    let is_shared = is_so(move || route.with(|route| matches!(route, Route::Shared(_))));
    Effect::new(move |_| {
        let learner = here.learner;
        if is_shared.get() && untrack(|| !learner.leaves_no_trace() && !learner.has_unkept()) {
            learner.begin_without_trace(Session::Shared);
        }
    });
}

/// Whether the browser need not be asked to keep things: there were words when
/// the page opened, so that it was asked before, or it has been asked since.
#[derive(Clone, Copy)]
pub struct Asked(StoredValue<bool>);

impl Asked {
    /// As it is when the page opens.
    pub fn at_start(here: Here) -> Self {
        let learner = here.learner;
        Self(StoredValue::new(untrack(|| learner.is_locked() || learner.read(Record::has_words))))
    }

    /// Asks the browser to keep what is written, after the first words, and not
    /// while someone is writing: Firefox shows the question to the person.
    pub fn ask_after_first_words(self, here: Here) {
        let learner = here.learner;
        if !self.0.get_value() && untrack(|| learner.is_in_browser() && learner.read(Record::has_words)) {
            self.0.set_value(true);
            device::ask_to_promise();
        }
    }
}
