//! The address bar: where the learner is, and where on that page.
//!
//! The browser's own Back and Forward work, and bring back the place on the
//! page. Each entry of its history gets a number, so that going back can be
//! told apart from going on.

use super::window;
use crate::route::Route;
use leptos::prelude::*;
use wasm_bindgen::JsValue;
use web_sys::ScrollRestoration;

/// The page the address names when the page opens.
pub fn at_start() -> Option<Route> {
    read()
}

/// The route of the learner. A hash that is an anchor within the page
/// changes nothing.
#[derive(Clone, Copy)]
pub struct Address {
    route: RwSignal<Route>,
    scrolls: StoredValue<Vec<f64>>,
    entry: StoredValue<usize>,
}

impl Address {
    /// Follows the address bar from now on. Call it once.
    pub fn follow() -> Self {
        let address = Self {
            route: RwSignal::new(read().unwrap_or(Route::Home)),
            scrolls: StoredValue::new(Vec::new()),
            entry: StoredValue::new(entry_of_history().unwrap_or(0)),
        };
        if let Ok(history) = window().history() {
            let _ = history.set_scroll_restoration(ScrollRestoration::Manual);
        }
        number_entry(address.entry.get_value());
        window_event_listener(leptos::ev::hashchange, move |_| address.arrive());
        address
    }

    /// The page the address names.
    pub fn route(self) -> Memo<Route> {
        Memo::new(move |_| self.route.get())
    }

    /// Puts the page where it was when this entry was left, or at its top.
    /// Call it once the new page is there.
    pub fn restore_scroll(self) {
        let entry = self.entry.get_value();
        let top = self.scrolls.with_value(|scrolls| scrolls.get(entry).copied().unwrap_or(0.0));
        window().scroll_to_with_x_and_y(0.0, top);
    }

    fn arrive(self) {
        let Some(route) = read() else {
            return;
        };
        let left = self.entry.get_value();
        self.note_scroll(left, window().scroll_y().unwrap_or(0.0));
        let entry = entry_of_history().unwrap_or_else(|| {
            number_entry(left + 1);
            self.note_scroll(left + 1, 0.0);
            left + 1
        });
        self.entry.set_value(entry);
        self.route.set(route);
    }

    fn note_scroll(self, entry: usize, top: f64) {
        self.scrolls.update_value(|scrolls| {
            if scrolls.len() <= entry {
                scrolls.resize(entry + 1, 0.0);
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

fn entry_of_history() -> Option<usize> {
    let state = window().history().ok()?.state().ok()?;
    // Others may have written anything here, so the number must be small.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    state.as_f64().filter(|entry| (0.0..10_000.0).contains(entry)).map(|entry| entry as usize)
}

fn number_entry(entry: usize) {
    if let Ok(history) = window().history() {
        #[allow(clippy::cast_precision_loss)]
        let _ = history.replace_state(&JsValue::from_f64(entry as f64), "");
    }
}
