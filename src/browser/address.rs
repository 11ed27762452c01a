//! The address bar: where the learner is, and where on that page.
//!
//! The browser's own Back and Forward work, and bring back the place on the
//! page, also after a reload. Each entry of its history gets a
//! number, so that going back can be told apart from going on, and how far down it was.
//! Nothing else is noted there.

use super::window;
use crate::route::Route;
use leptos::prelude::*;
use std::time::Duration;
use wasm_bindgen::JsValue;
use web_sys::ScrollRestoration;

/// The page the address names when the page opens.
pub fn at_start() -> Option<Route> {
    read()
}

/// The most entries of a history that are told apart. A number in the history is that of
/// the entry, and this many times the CSS pixels that it is down.
const ENTRIES: u64 = 10_000;

/// How long scrolling goes on before it is noted: browsers take few notes in a row, and
/// what is noted as the page goes does not outlive it.
const BEFORE_NOTE: Duration = Duration::from_millis(600);

/// The route of the learner. A hash that is an anchor within the page, not a page,
/// changes nothing.
#[derive(Clone, Copy)]
pub struct Address {
    route: RwSignal<Route>,
    scrolls: StoredValue<Vec<f64>>,
    entry: StoredValue<usize>,
    /// Where the page is will be noted in a moment.
    is_noting: StoredValue<bool>,
}

impl Address {
    /// Follows the address bar from now on. Call it once.
    pub fn follow() -> Self {
        let address = Self {
            route: RwSignal::new(read().unwrap_or(Route::Home)),
            scrolls: StoredValue::new(Vec::new()),
            entry: StoredValue::new(entry_of_history().map_or(0, |(entry, _)| entry)),
            is_noting: StoredValue::new(false),
        };
        if let Ok(history) = window().history() {
            let _ = history.set_scroll_restoration(ScrollRestoration::Manual);
        }
        if entry_of_history().is_none() {
            number_entry(0, 0);
        }
        window_event_listener_untyped("scroll", move |_| address.note_soon());
        window_event_listener(leptos::ev::hashchange, move |_| address.arrive());
        address
    }

    /// The page the address names.
    pub fn route(self) -> Memo<Route> {
        Memo::new(move |_| self.route.get())
    }

    /// Puts the page where it was when this entry was left, also before a
    /// reload, or at its top. Call it once the new page is there.
    pub fn restore_scroll(self) {
        let entry = self.entry.get_value();
        let known = self.scrolls.with_value(|scrolls| scrolls.get(entry).copied().filter(|top| *top >= 0.0));
        let noted = || entry_of_history().map_or(0.0, |(_, top)| f64::from(top));
        window().scroll_to_with_x_and_y(0.0, known.unwrap_or_else(noted));
    }

    fn note_soon(self) {
        if self.is_noting.get_value() {
            return;
        }
        self.is_noting.set_value(true);
        let note = move || {
            self.is_noting.set_value(false);
            let entry = self.entry.get_value();
            // Not where the browser is at another entry by now, and has not said so yet.
            if entry_of_history().is_some_and(|(known, _)| known == entry) {
                number_entry(entry, top());
            }
        };
        set_timeout(note, BEFORE_NOTE);
    }

    fn arrive(self) {
        let Some(route) = read() else {
            return;
        };
        let left = self.entry.get_value();
        self.note_scroll(left, window().scroll_y().unwrap_or(0.0));
        let entry = entry_of_history().map_or_else(
            || {
                number_entry(left + 1, 0);
                self.note_scroll(left + 1, 0.0);
                left + 1
            },
            |(entry, _)| entry,
        );
        self.entry.set_value(entry);
        self.route.set(route);
    }

    fn note_scroll(self, entry: usize, top: f64) {
        self.scrolls.update_value(|scrolls| {
            if scrolls.len() <= entry {
                scrolls.resize(entry + 1, -1.0);
            }
            scrolls[entry] = top;
        });
    }
}

/// Goes to a page.
pub fn go(route: &Route) {
    let _ = window().location().set_hash(&route.href());
}

fn read() -> Option<Route> {
    Route::parse(&window().location().hash().unwrap_or_default())
}

/// The number of the entry the browser is at, and how far down it was.
fn entry_of_history() -> Option<(usize, u32)> {
    let state = window().history().ok()?.state().ok()?;
    // Others may have written anything here.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let noted = state.as_f64().filter(|noted| *noted >= 0.0)? as u64;
    Some((usize::try_from(noted % ENTRIES).ok()?, u32::try_from(noted / ENTRIES).ok()?))
}

fn number_entry(entry: usize, top: u32) {
    if let Ok(history) = window().history() {
        let noted = u64::from(top) * ENTRIES + entry as u64;
        #[allow(clippy::cast_precision_loss)]
        let _ = history.replace_state(&JsValue::from_f64(noted as f64), "");
    }
}

/// How far down the page is, in whole CSS pixels.
fn top() -> u32 {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let top = window().scroll_y().unwrap_or(0.0) as u32;
    top
}
