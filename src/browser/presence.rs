//! Whether someone is there, and the signs they give.

use super::document;
use super::keyboard::is_of_input_method;
use leptos::prelude::*;
use std::time::Duration;
use wasm_bindgen::JsCast;
use web_sys::{Event, KeyboardEvent, PageTransitionEvent};

/// How often to check whether someone was there.
const LOOK: Duration = Duration::from_secs(5);

/// The time for pressing three times, after GOV.UK's pattern.
const SHIFTS_WITHIN: Duration = Duration::from_secs(5);
const SHIFTS: usize = 3;
/// The steps in which some browsers report the time.
const SLACK: Duration = Duration::from_millis(200);

/// Calls back with the milliseconds since someone last gave a sign: every few
/// seconds, and before a page that was out of sight is used again.
pub fn watch_absence(found: impl Fn(f64) + Clone + 'static) {
    let last = StoredValue::new(js_sys::Date::now());
    // A clock that was set back counts like one that was set forward.
    let look = move || found((js_sys::Date::now() - last.get_value()).abs());
    let look_first = look.clone();
    for sign in ["keydown", "pointerdown", "pointermove", "wheel", "touchstart", "focus", "input"] {
        let look = look_first.clone();
        window_event_listener_untyped(sign, move |_| {
            look();
            last.set_value(js_sys::Date::now());
        });
    }
    window_event_listener_untyped("visibilitychange", {
        let look = look.clone();
        move |_| look()
    });
    let _ = set_interval_with_handle(look, LOOK);
}

/// Calls back when the page is closed, left or put aside by the browser.
pub fn when_left(left: impl Fn() + 'static) {
    window_event_listener_untyped("pagehide", move |_| left());
}

/// Calls back when the browser brings back a page it had put aside as it was.
pub fn when_brought_back(back: impl Fn() + Clone + 'static) {
    // A page in the background may have slept, and heard nothing.
    let shown = back.clone();
    window_event_listener_untyped("visibilitychange", move |_| {
        if !document().hidden() {
            shown();
        }
    });
    window_event_listener_untyped("pageshow", move |event| {
        let event = event.dyn_into::<PageTransitionEvent>();
        if event.is_ok_and(|event| event.persisted()) {
            back();
        }
    });
}

/// Events that show Shift is in use: with a mouse or a wheel it selects, opens windows and
/// scrolls sideways.
const AROUND_SHIFT: [&str; 6] = ["keydown", "keyup", "pointerdown", "pointerup", "mousedown", "wheel"];

/// Calls back at each Shift that is pressed and released alone, with how many more
/// it takes; at the third, with none. `None` means that the last report no longer
/// holds. Nothing counts while an input method is composing, or once another key
/// is pressed or something else is done while Shift is down, such as selecting text.
pub fn watch_shift(told: impl Fn(Option<usize>) + Clone + 'static) {
    let times: StoredValue<Vec<f64>> = StoredValue::new(Vec::new());
    let is_alone = StoredValue::new(false);
    let heard = move |event: Event| {
        let is_shift = event.dyn_ref::<KeyboardEvent>().is_some_and(|event| {
            event.key() == "Shift" && !is_of_input_method(event) && !event.ctrl_key() && !event.alt_key()
        });
        let was_alone = is_alone.get_value();
        match event.type_().as_str() {
            "keydown" if is_shift => is_alone.set_value(true),
            "keyup" if is_shift && was_alone => {
                is_alone.set_value(false);
                press(times, told.clone());
            }
            kind if kind == "keydown" || kind != "keyup" && was_alone => {
                is_alone.set_value(false);
                if !times.with_value(Vec::is_empty) {
                    times.set_value(Vec::new());
                    told(None);
                }
            }
            _ => {}
        }
    };
    for kind in AROUND_SHIFT {
        window_event_listener_untyped(kind, heard.clone());
    }
}

fn press(times: StoredValue<Vec<f64>>, told: impl Fn(Option<usize>) + 'static) {
    let so_far = retain_young(times) + 1;
    times.update_value(|times| match so_far >= SHIFTS {
        true => times.clear(),
        false => times.push(js_sys::Date::now()),
    });
    told(Some(SHIFTS.saturating_sub(so_far)));
    // Once a press is too old to count, what was reported for it no longer holds.
    let end = move || {
        if times.with_value(Vec::len) != retain_young(times) {
            told(None);
        }
    };
    set_timeout(end, SHIFTS_WITHIN + SLACK);
}

/// Forgets presses that are too old, and returns how many are left.
#[allow(clippy::cast_precision_loss)]
fn retain_young(times: StoredValue<Vec<f64>>) -> usize {
    let now = js_sys::Date::now();
    times.update_value(|times| times.retain(|time| (now - time).abs() < SHIFTS_WITHIN.as_millis() as f64));
    times.with_value(Vec::len)
}

/// What a presenter's remote or the keyboard asks of the screen of a class.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turning {
    /// Go to the next part.
    On,
    /// Go to the part before.
    Back,
    /// Make the screen dark, or light again.
    Dark,
    /// Remove what covers the screen.
    Clear,
}

/// Calls back at the keys that remotes send, for as long as the page that asked is
/// open; not with Ctrl, Alt or Meta. Page keys turn wherever the focus is, and take it out
/// of a field, so that nothing else a remote sends is typed there. Letters and arrows are
/// left to whoever writes or chooses.
pub fn watch_turning(turn: impl Fn(Turning) + 'static) {
    let pressed = window_event_listener(leptos::ev::keydown, move |event| {
        if event.ctrl_key() || event.alt_key() || event.meta_key() || is_of_input_method(&event) {
            return;
        }
        let target = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlElement>().ok());
        let is_in = |kinds| target.as_ref().is_some_and(|target| target.matches(kinds).unwrap_or(false));
        let turning = match event.key().as_str() {
            "PageDown" => Some(Turning::On),
            "PageUp" => Some(Turning::Back),
            "Escape" => Some(Turning::Clear),
            // Remotes start a show with this key; here it would reload the page.
            "F5" => None,
            "ArrowRight" if !is_in("textarea, select, input") => Some(Turning::On),
            "ArrowLeft" if !is_in("textarea, select, input") => Some(Turning::Back),
            "b" | "B" | "." if !is_in("textarea, select, input:not([type=radio], [type=checkbox])") => {
                Some(Turning::Dark)
            }
            _ => return,
        };
        event.prevent_default();
        if let (true, Some(field)) = (is_in("textarea"), &target) {
            let _ = field.blur();
        }
        if let Some(turning) = turning {
            turn(turning);
        }
    });
    on_cleanup(move || pressed.remove());
}
