//! What anyone can check: what the page requested, that the network is closed,
//! and how well the browser keeps things.

use crate::browser::offline::{self, Offline};
use crate::browser::{clock, device, page};
use crate::components::here::Here;
use crate::components::parts::{
    all, details, element, item, list, live_text, nothing, paragraph, section, soft, subheading, unfolding,
    words,
};
use crate::record::{LocalDate, Record};
use crate::words::Word;
use leptos::prelude::*;

/// Whether the network is closed, what was requested, and how to check that.
pub fn network(here: Here) -> AnyView {
    let network = if page::is_network_closed() { Word::NetworkClosed } else { Word::NetworkOpen };
    let requests = move || {
        let requests = device::requests();
        let number = here.words.count(Word::RequestsNumber, requests.len());
        let addresses = requests.into_iter().map(|address| item("", words(address)));
        all([soft(number), list("requests", addresses), soft(here.say(Word::RequestsOthers))])
    };
    let steps = [Word::SeeTools, Word::SeeNetwork, Word::SeeStorage, Word::SeeOffline, Word::SeeLimits];
    let steps = steps.map(|word| item("", words(here.say(word))));
    all([
        paragraph("", words(here.say(network))),
        unfolding("", here.say(Word::Requests), requests),
        details("", here.say(Word::See), element("ol", &[], all(steps))),
    ])
}

/// How long the browser keeps what is written, as honestly as we can put it.
pub fn keeping(here: Here) -> AnyView {
    let promised = RwSignal::new(String::new());
    device::has_promised(move |found| {
        let word = match found {
            Some(true) => Word::PromiseGiven,
            Some(false) => Word::PromiseNot,
            None => Word::PromiseUnknown,
        };
        let _ = promised.try_set(here.say(word));
    });
    let facts = [Word::KeepingDelay, Word::KeepingSafari, Word::KeepingWindows];
    let facts = facts.map(|word| item("", words(here.say(word))));
    let inside = [
        subheading("keeping", here.say(Word::Keeping)),
        element("p", &[], live_text(move || promised.get())),
        list("", facts),
        element("p", &[], live_text(move || backed_up(here))),
    ];
    section("", "keeping", all(inside))
}

/// Whether the page opens without a connection, and if not, why.
pub fn offline(here: Here) -> AnyView {
    let state = RwSignal::new(String::new());
    let look = move || {
        let word = match offline::state() {
            Some(Offline::Ready) => Word::OfflineReady,
            Some(Offline::Starting) => Word::OfflineStarting,
            Some(Offline::Http) => Word::OfflineHttp,
            Some(Offline::File) => Word::OfflineFile,
            Some(Offline::Not) | None => Word::OfflineNot,
        };
        let _ = state.try_set(here.say(word));
    };
    look();
    offline::when_changed(look);
    let more = match offline::is_file() {
        true => Word::FileKept,
        false => Word::OfflineHome,
    };
    let inside = [
        subheading("offline", here.say(Word::Offline)),
        element("p", &[("role", "status")], live_text(move || state.get())),
        paragraph("", words(here.say(more))),
    ];
    section("", "offline", all(inside))
}

/// When a backup file was last saved.
fn backed_up(here: Here) -> String {
    let day = here.learner.read(Record::backed_up);
    match day.map(days_since) {
        None => here.say(Word::BackedUpNever),
        Some(0) => here.say(Word::BackedUpToday),
        Some(days) => here.words.count(Word::BackedUp, usize::try_from(days).unwrap_or_default()),
    }
}

/// Whole days; `None` where the clock was set back meanwhile.
fn days_since(day: LocalDate) -> u32 {
    clock::today().day_number().saturating_sub(day.day_number())
}

/// A quiet line for the first page, where much was written and no file was
/// saved for a month.
pub fn suggestion(here: Here) -> AnyView {
    const MUCH: usize = 5;
    const MONTH: u32 = 30;
    let (things, day) = here.learner.read(|record| (record.keys().len(), record.backed_up()));
    let is_long_ago = day.is_none_or(|day| days_since(day) > MONTH);
    match here.learner.is_in_browser() && things > MUCH && is_long_ago {
        true => soft(here.say(Word::BackupSuggested)),
        false => nothing(),
    }
}
