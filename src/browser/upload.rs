//! Reads a file that the learner chose. It is read in the page and goes nowhere.

use crate::course::utf8;
use js_sys::Uint8Array;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{DragEvent, Event, File, HtmlInputElement};

/// The largest file that is read, in bytes: several times what a browser keeps
/// for a site. More would hold up a phone.
const LARGEST: f64 = 30_000_000.0;

/// Why a file could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotRead {
    /// It is too large.
    TooLarge,
    /// The browser could not read it.
    Failed,
}

/// A file that was read: its name, and its bytes as UTF-8 where they are a text.
pub type Read = Result<(String, Vec<u8>), NotRead>;

/// What is called with the file.
pub type Then = Box<dyn FnOnce(Read)>;

/// Reads the file that was just chosen in an `<input type=file>`, and calls
/// back with it. Nothing happens where none was chosen.
pub fn read(event: &Event, then: Then) {
    let input = event.target().and_then(|input| input.dyn_into::<HtmlInputElement>().ok());
    if let Some((input, file)) = input.and_then(|input| Some((input.clone(), input.files()?.get(0)?))) {
        // Cleared, so that the same file can be chosen again.
        let then = move |read| {
            input.set_value("");
            then(read);
        };
        read_file(file, Box::new(then));
    }
}

/// Reads the file that was dropped on something, if it was a file.
pub fn read_dropped(event: &Event, then: Then) {
    let drag = event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer);
    if let Some(file) = drag.and_then(|drag| drag.files()?.get(0)) {
        // Otherwise the browser would leave the page for the file.
        event.prevent_default();
        read_file(file, then);
    }
}

fn read_file(file: File, then: Then) {
    if file.size() > LARGEST {
        return then(Err(NotRead::TooLarge));
    }
    wasm_bindgen_futures::spawn_local(async move {
        let bytes = JsFuture::from(file.array_buffer()).await;
        let bytes = bytes.map(|bytes| (file.name(), utf8::plain(Uint8Array::new(&bytes).to_vec())));
        then(bytes.map_err(|_| NotRead::Failed));
    });
}
