//! Reads a file that the learner chose. It is read in the page and goes nowhere.

use js_sys::Uint8Array;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, HtmlInputElement};

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

/// Reads the file that was just chosen in an `<input type=file>`, and calls
/// back with its bytes. Nothing happens where none was chosen.
pub fn read(event: &Event, then: impl FnOnce(Result<Vec<u8>, NotRead>) + 'static) {
    let input = event.target().and_then(|input| input.dyn_into::<HtmlInputElement>().ok());
    let Some((input, file)) = input.and_then(|input| Some((input.clone(), input.files()?.get(0)?))) else {
        return;
    };
    if file.size() > LARGEST {
        then(Err(NotRead::TooLarge));
    } else {
        wasm_bindgen_futures::spawn_local(async move {
            let bytes = JsFuture::from(file.array_buffer()).await;
            let bytes = bytes.map(|bytes| Uint8Array::new(&bytes).to_vec());
            then(bytes.map_err(|_| NotRead::Failed));
            // So that the same file can be chosen again.
            input.set_value("");
        });
    }
}
