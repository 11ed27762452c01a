//! The learner's own clock and calendar.

use crate::record::{LocalDate, LocalTime};
use leptos::prelude::*;
use std::time::Duration;

const MINUTE: Duration = Duration::from_secs(60);

/// Now, by the local clock.
pub fn now() -> LocalTime {
    let now = js_sys::Date::new_0();
    let (hour, minute, second) = (now.get_hours(), now.get_minutes(), now.get_seconds());
    LocalTime::new(date_of(&now), hour, minute, second).unwrap_or_else(midnight)
}

/// Now, in whole seconds since 1970.
pub fn seconds() -> usize {
    // Until 2106 it fits into a `usize` of the browser.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let seconds = (js_sys::Date::now() / 1000.0) as usize;
    seconds
}

/// Today, by the local calendar.
pub fn today() -> LocalDate {
    date_of(&js_sys::Date::new_0())
}

/// Today, for as long as the page is open: checked again each minute, and when the page is
/// brought to the front. A page may stay open past midnight.
pub fn follow_day() -> RwSignal<LocalDate> {
    let day = RwSignal::new(today());
    let look = move || {
        if day.get_untracked() != today() {
            day.set(today());
        }
    };
    for sign in ["visibilitychange", "pageshow", "focus"] {
        window_event_listener_untyped(sign, move |_| look());
    }
    let _ = set_interval_with_handle(look, MINUTE);
    day
}

/// Now, in universal time.
pub fn universal_now() -> LocalTime {
    let text = js_sys::Date::new_0().to_iso_string().as_string();
    text.and_then(|text| LocalTime::parse(text.get(..19)?)).unwrap_or_else(midnight)
}

fn date_of(date: &js_sys::Date) -> LocalDate {
    let small = |number: u32| u8::try_from(number).unwrap_or(0);
    let year = u16::try_from(date.get_full_year()).unwrap_or(0);
    LocalDate::new(year, small(date.get_month() + 1), small(date.get_date())).unwrap_or(LocalDate::FIRST)
}

fn midnight() -> LocalTime {
    LocalTime::midnight(LocalDate::FIRST)
}
