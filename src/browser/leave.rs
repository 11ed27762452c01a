//! Leaves this page at once, and stays covered on Back.
//!
//! After GOV.UK's “Exit this page”. Another page takes the place of this one in
//! the history; earlier pages of this site are still in it. So this tab notes
//! that it was left, and `before.js` covers the next page of ours before it is
//! painted, until the person chooses to continue. The button for that is in
//! the static page, and `boot.js` handles it, so that it works even where the app does
//! not arrive.

use super::page::mark;
use super::session::storage;
use super::{dialog, document, voice, window};

/// What the tab notes in its session storage, which ends with the tab.
const COVERED: &str = "waymark.covered";

/// Covers the page, whatever state it is in, then puts another in its place. Nothing of it
/// continues or is handed on: neither the voice nor the window's name.
pub fn leave(address: &str) {
    mark("data-covered", "");
    let _ = window().set_name("");
    voice::stop();
    dialog::close_all();
    if let Some(session) = storage() {
        let _ = session.set_item(COVERED, "1");
    }
    let title = document().title();
    document().set_title("");
    super::page::set_title(&title);
    super::page::set_discreet_icon(true);
    super::page::ask_before_closing(false);
    let _ = window().location().replace(address);
}

/// Removes the note that the tab was left.
pub fn forget() {
    if let Some(session) = storage() {
        let _ = session.remove_item(COVERED);
    }
}

/// Whether the page is covered.
pub fn is_covered() -> bool {
    super::page::marked("data-covered").is_some()
}
