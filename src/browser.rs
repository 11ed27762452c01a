//! The only code that touches the browser's interfaces.

pub mod address;
pub mod clock;
pub mod device;
pub mod dialog;
pub mod download;
pub mod files;
pub mod keyboard;
pub mod language;
pub mod leave;
pub mod offline;
pub mod page;
pub mod presence;
pub mod random;
pub mod session;
pub mod sound;
pub mod storage;
pub mod together;
pub mod upload;
pub mod voice;

/// The browser's sine.
pub fn sine(turn: f64) -> f64 {
    js_sys::Math::sin(turn)
}

/// The browser's window.
///
/// # Panics
/// Never: the app runs in a page, and a page has a window.
fn window() -> web_sys::Window {
    #[allow(clippy::expect_used, clippy::disallowed_methods)]
    web_sys::window().expect("a page has a window")
}

/// The page's document.
///
/// # Panics
/// Never: a window of a page has a document.
fn document() -> web_sys::Document {
    #[allow(clippy::expect_used)]
    window().document().expect("a window has a document")
}
