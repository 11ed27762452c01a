//! Fetches every course file once, in a fixed order, then closes the network.
//!
//! The order depends on the course and the language alone, never on what the
//! learner does: a server's log looks the same whatever is read or written.

use super::{document, window};
use crate::course::files::{self, CENTRE, File, Files};
use crate::course::{Course, LanguageTag};
use js_sys::{Promise, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{RequestCache, RequestInit, Response};

/// The policy that ends all fetching, from now until the page closes.
const CLOSED: &str = "default-src 'none'; img-src data:";

/// Fetches all files of the language that fits best: the one chosen before,
/// or one the browser asks for, or the centre's first.
pub async fn fetch_all(chosen: Option<&LanguageTag>) -> (LanguageTag, Files) {
    let mut files = Files::default();
    fetch_into(&[CENTRE.to_owned()], &mut files).await;
    let (text, _) = files::text_of(CENTRE, &files);
    let (centre, _) = crate::course::centre::parse(CENTRE, &text);
    let wanted = super::language::wanted();
    let wanted = chosen.map(LanguageTag::as_str).into_iter().chain(wanted.iter().map(String::as_str));
    let language = centre.language_for(wanted);
    fetch_into(&files::of_language(&language), &mut files).await;
    fetch_into(&files::of_modules(&language, &files), &mut files).await;
    (language, files)
}

/// Takes the network away from this page for good, and shows that it did.
pub fn close_network() {
    let closed = document().create_element("meta").and_then(|meta| {
        meta.set_attribute("http-equiv", "Content-Security-Policy")?;
        meta.set_attribute("content", CLOSED)?;
        let head = document().head().ok_or(JsValue::NULL)?;
        head.append_child(&meta)
    });
    if closed.is_ok() {
        super::page::set_network_closed();
    }
}

/// Whether a course has nothing to show, as when no file arrived.
pub fn is_missing(course: &Course) -> bool {
    course.modules().next().is_none()
}

async fn fetch_into(names: &[String], files: &mut Files) {
    // All are asked for at once, in order; then each is waited for.
    let asked: Vec<Promise> = names.iter().map(|name| ask(name)).collect();
    for (name, asked) in names.iter().zip(asked) {
        files.insert(name, receive(asked).await);
    }
}

fn ask(name: &str) -> Promise {
    // A centre that edits a file sees it after a reload: the browser asks the
    // server whether its copy is still right.
    let wishes = RequestInit::new();
    wishes.set_cache(RequestCache::NoCache);
    window().fetch_with_str_and_init(&format!("modules/{name}"), &wishes)
}

async fn receive(asked: Promise) -> File {
    let body = async {
        let response: Response = JsFuture::from(asked).await?.dyn_into()?;
        if response.status() == 404 {
            return Ok(File::Missing);
        }
        if !response.ok() {
            return Ok(File::Refused(response.status().to_string()));
        }
        let bytes = JsFuture::from(response.array_buffer()?).await?;
        Ok::<_, JsValue>(File::Here(Uint8Array::new(&bytes).to_vec()))
    };
    body.await.unwrap_or_else(|error| File::Refused(reason(&error)))
}

fn reason(error: &JsValue) -> String {
    let error = error.dyn_ref::<js_sys::Error>();
    error.map_or_else(String::new, |error| String::from(error.message()))
}
