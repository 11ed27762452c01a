//! Takes the place of the crate of this name.
//!
//! Leptos depends on server functions, and they on streams to and from a
//! server. Waymark has no server and calls none of it, but the real crate
//! exports three classes to JavaScript, which keeps its code in the wasm and in
//! the glue of every learner. This has the few names server functions are
//! compiled against. No stream ever passes through it.

use futures_util::stream::{self, Empty};
use wasm_bindgen::{JsCast, JsValue};

/// A stream that yields nothing.
pub struct ReadableStream(web_sys::ReadableStream);

impl ReadableStream {
    /// Accepts a stream of the browser.
    pub fn from_raw(raw: web_sys::ReadableStream) -> Self {
        Self(raw)
    }

    /// The stream in the browser's form.
    pub fn into_raw(self) -> web_sys::ReadableStream {
        self.0
    }

    /// Drops whatever it is given.
    pub fn from_stream<S>(_: S) -> Self {
        Self(JsValue::UNDEFINED.unchecked_into())
    }

    /// Ends at once.
    pub fn into_stream(self) -> Empty<Result<JsValue, JsValue>> {
        stream::empty()
    }
}
