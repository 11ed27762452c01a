//! Use without a connection. The script `offline.js` does it, since it also has
//! to work for a page whose app does not arrive; here it is asked and told.

use super::{page, window};
use leptos::prelude::{on_cleanup, window_event_listener_untyped};
use web_sys::Event;

/// What the script says on `<html data-offline="…">`.
const STATE: &str = "data-offline";
/// Told to the script when it may begin.
const BEGIN: &str = "waymark-begin";
/// Told to the script when the person wants the newer version.
const USE: &str = "waymark-use-newer";
/// Told by the script when something has changed.
const CHANGED: &str = "waymark-offline";

/// How far the page is with being kept for use without a connection.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Offline {
    /// It is being made ready.
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

/// Asks that the page be kept for use without a connection, if it is not, and that
/// a newer version be looked for.
pub fn begin() {
    tell(BEGIN);
}

/// How far it is, as far as the script has said.
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

/// Whether a newer version is here and waits.
pub fn has_newer() -> bool {
    page::marked("data-newer").is_some()
}

/// Opens the newer version. What is kept is kept already.
pub fn use_newer() {
    tell(USE);
}

/// Calls back whenever one of these has changed, for as long as the part of the
/// page stands that asked for it.
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
