//! Leaves this page at once.

use super::{document, window};

/// Covers the page, then puts another in its place, so that Back does not
/// lead here. What was visited before stays in the browser's history.
pub fn leave(address: &str) {
    if let Some(body) = document().body() {
        let _ = body.set_attribute("hidden", "");
    }
    super::page::set_title("");
    let _ = window().location().replace(address);
}
