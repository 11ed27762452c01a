//! What a tab notes about its session: that it keeps nothing. The note is in the tab's
//! session storage, which survives a reload and ends with the tab. No
//! other site can write it or read it, as they can the name of a window.
//!
//! `boot.js` carries it into new tabs: before the app starts there, it asks the others.

use super::window;
use web_sys::Storage;

/// A session that keeps nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Session {
    /// Somebody began it on `#/private`.
    NoTrace,
    /// It began at `#/shared`, and is followed by the next person's.
    Shared,
}

/// The name of the note. `boot.js` knows it too.
const NOTE: &str = "waymark.session";

const SESSIONS: [(Session, &str); 2] = [(Session::NoTrace, "no-trace"), (Session::Shared, "shared")];

/// The session this tab is in, if it keeps nothing.
pub fn noted() -> Option<Session> {
    let note = storage()?.get_item(NOTE).ok()??;
    SESSIONS.into_iter().find(|(_, noted)| *noted == note).map(|(session, _)| session)
}

/// Notes the session, or that there is none.
pub fn note(session: Option<Session>) {
    let note = SESSIONS.into_iter().find(|(one, _)| Some(*one) == session);
    if let Some(storage) = storage() {
        let _ = match note {
            Some((_, note)) => storage.set_item(NOTE, note),
            None => storage.remove_item(NOTE),
        };
    }
}

pub(super) fn storage() -> Option<Storage> {
    window().session_storage().ok().flatten()
}
