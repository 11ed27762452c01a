//! What a window notes about its session: that it keeps nothing. The note is the
//! window's name, which outlives loading the page again, ends with the window,
//! and is no storage.

use super::window;

/// A session that keeps nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Session {
    /// Somebody began it on `#/private`.
    NoTrace,
    /// It began at `#/shared`, and goes over into the next person's.
    Shared,
}

const NAMES: [(Session, &str); 2] =
    [(Session::NoTrace, "waymark-no-trace"), (Session::Shared, "waymark-shared")];

/// The session this window is in, if it keeps nothing.
pub fn noted() -> Option<Session> {
    let name = window().name().ok()?;
    NAMES.into_iter().find(|(_, noted)| *noted == name).map(|(session, _)| session)
}

/// Notes the session; or that there is none, where one was noted.
pub fn note(session: Option<Session>) {
    let name = NAMES.into_iter().find(|(one, _)| Some(*one) == session).map(|(_, name)| name);
    if name.is_some() || noted().is_some() {
        let _ = window().set_name(name.unwrap_or_default());
    }
}
