//! Use without a connection. The script `offline.js` does the work, since it also has
//! to work on a page whose app does not arrive; here is what the app asks it.

use super::{page, window};
use leptos::prelude::{on_cleanup, window_event_listener_untyped};
use web_sys::Event;

/// What the script writes to `<html data-offline="…">`.
const STATE: &str = "data-offline";
/// The event that lets the script begin.
const BEGIN: &str = "waymark-begin";
/// The event for the script when the person wants the newer version.
const USE: &str = "waymark-use-newer";
/// The event from the script when something has changed.
const CHANGED: &str = "waymark-offline";

/// Whether the page can be used without a connection.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Offline {
    /// That is being prepared.
    Starting,
    /// It opens without a connection.
    Ready,
    /// The address begins with `http:`, where browsers do not allow it.
    Http,
    /// The browser did not allow it.
    Not,
    /// The page is a file on this device.
    File,
}

/// Asks that the page be kept for use without a connection, unless it is, and that
/// it look for a newer version.
pub fn begin() {
    tell(BEGIN);
}

/// The state of this, as far as the script has reported it.
pub fn state() -> Option<Offline> {
    Some(match page::marked(STATE)?.as_str() {
        "starting" => Offline::Starting,
        "ready" => Offline::Ready,
        "http" => Offline::Http,
        "not" => Offline::Not,
        "file" => Offline::File,
        _ => return None,
    })
}

/// Whether a newer version is here, waiting.
pub fn has_newer() -> bool {
    page::marked("data-newer").is_some()
}

/// Opens the newer version. Everything written is already kept.
pub fn use_newer() {
    tell(USE);
}

/// Calls back whenever one of these changes, for as long as the part of the
/// page that asked for it exists.
pub fn when_changed(then: impl Fn() + 'static) {
    let heard = window_event_listener_untyped(CHANGED, move |_| then());
    on_cleanup(move || heard.remove());
}

/// Whether the page is a file on this device, without a server.
pub fn is_file() -> bool {
    window().location().protocol().is_ok_and(|protocol| protocol == "file:")
}

fn tell(what: &str) {
    if let Ok(event) = Event::new(what) {
        let _ = window().dispatch_event(&event);
    }
}
