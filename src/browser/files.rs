//! Fetches every course file once, in a fixed order, then closes the network.
//!
//! The order depends only on the course and the language, never on what the
//! learner does: a server's log looks the same whatever is read or written.

use super::{device, document, offline, page, window};
use crate::course::files::{self, CENTRE, File, Files, is_page};
use crate::course::wanted;
use crate::course::{Course, LanguageTag};
use base64ct::{Base64, Encoding};
use js_sys::{Promise, Uint8Array};
use serde_json::Value;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{RequestCache, RequestInit, Response};

/// The policy that ends all fetching, from now until the page closes.
const CLOSED: &str = "default-src 'none'; img-src data:";

/// The element with the course, where the page is one file with everything in it.
const WITHIN: &str = "course";

/// How many files are asked for at once: a browser refuses to have thousands of
/// requests waiting.
const AT_ONCE: usize = 60;

/// From this many files on, the page shows how many have arrived.
const MANY: usize = 100;

/// Which languages are fetched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wanted {
    /// The one that fits best: the one chosen earlier, or one the browser asks
    /// for, or the centre's first.
    One(Option<LanguageTag>),
    /// All languages the centre offers, to check them; the page is in the one
    /// that fits best.
    All(Option<LanguageTag>),
    /// One language, with its class notes.
    Class(Option<LanguageTag>),
}

/// Fetches the file everything begins with.
pub async fn fetch_centre() -> Files {
    let mut files = Files::default();
    fetch_into(&[CENTRE.to_owned()], &mut files, within().as_ref()).await;
    offline::begin();
    files
}

/// Fetches all other files that are wanted, and says which language the page is in.
pub async fn fetch_rest(wanted: &Wanted, files: &mut Files) -> LanguageTag {
    let within = within();
    let centre = wanted::centre_of(files);
    let (Wanted::One(chosen) | Wanted::All(chosen) | Wanted::Class(chosen)) = wanted;
    let liked = super::language::wanted();
    let liked = chosen.iter().map(LanguageTag::as_str).chain(liked.iter().map(String::as_str));
    let language = centre.language_for(liked);
    let mut languages = vec![language.clone()];
    if matches!(wanted, Wanted::All(_)) {
        languages.extend(centre.languages.into_iter().map(|welcome| welcome.language));
        fetch_into(&[files::EXERCISES.to_owned()], files, within.as_ref()).await;
    }
    for language in &languages {
        fetch_rounds(language, wanted::next, files, within.as_ref()).await;
        if !matches!(wanted, Wanted::One(_)) {
            fetch_rounds(language, wanted::next_for_class, files, within.as_ref()).await;
        }
    }
    language
}

/// Fetches what is wanted for a language, round by round.
async fn fetch_rounds(
    language: &LanguageTag,
    wanted: fn(&LanguageTag, &Files) -> Vec<String>,
    files: &mut Files,
    within: Option<&Value>,
) {
    loop {
        let names = wanted(language, files);
        if names.is_empty() {
            break;
        }
        fetch_into(&names, files, within).await;
    }
}

/// The course inside the page, by path: a text, or bytes in base64 under
/// `bytes`.
fn within() -> Option<Value> {
    let text = document().get_element_by_id(WITHIN)?.text_content()?;
    serde_json::from_str(&text).ok()
}

fn file_within(course: &Value, name: &str) -> File {
    let bytes = || Base64::decode_vec(course.get("bytes")?.get(name)?.as_str()?).ok();
    match course.get("texts").and_then(|texts| texts.get(name)?.as_str()) {
        Some(text) => File::Here(text.as_bytes().to_vec()),
        None => bytes().map_or(File::Missing, File::Here),
    }
}

/// Takes the network away from this page for good, and marks it as closed.
pub fn close_network() {
    let mut policy = CLOSED.to_owned();
    // Chromium looks for a newer offline worker some seconds later, and starts none
    // that the page's policy refuses. So the worker's address stays open, but only
    // where Trusted Types ensure that nothing can be added to it.
    if device::has_trusted_types() {
        policy.push_str(&format!("; worker-src {}worker.js", device::folder()));
    }
    let closed = document().create_element("meta").and_then(|meta| {
        meta.set_attribute("http-equiv", "Content-Security-Policy")?;
        meta.set_attribute("content", &policy)?;
        let head = document().head().ok_or(JsValue::NULL)?;
        head.append_child(&meta)
    });
    if closed.is_ok() {
        page::set_network_closed();
    }
}

/// Whether a course has nothing to show, as when no file arrived.
pub fn is_missing(course: &Course) -> bool {
    course.modules().next().is_none()
}

async fn fetch_into(names: &[String], files: &mut Files, within: Option<&Value>) {
    if let Some(course) = within {
        for name in names {
            files.insert(name, file_within(course, name));
        }
        return;
    }
    for (at, names_now) in names.chunks(AT_ONCE).enumerate() {
        // All are requested at once, in order; then each is awaited.
        let asked: Vec<Promise> = names_now.iter().map(|name| ask(name)).collect();
        for (name, asked) in names_now.iter().zip(asked) {
            files.insert(name, receive(asked).await);
        }
        if names.len() >= MANY {
            page::show_progress(at * AT_ONCE + names_now.len(), names.len());
        }
    }
}

fn ask(name: &str) -> Promise {
    // A centre that edits a file sees it after a reload: the browser asks the
    // server whether its copy is still current.
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
        let bytes = Uint8Array::new(&bytes).to_vec();
        Ok::<_, JsValue>(if is_page(&bytes) { File::Missing } else { File::Here(bytes) })
    };
    body.await.unwrap_or_else(|error| File::Refused(reason(&error)))
}

fn reason(error: &JsValue) -> String {
    let error = error.dyn_ref::<js_sys::Error>();
    error.map_or_else(String::new, |error| String::from(error.message()))
}
