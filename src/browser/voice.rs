//! Reads aloud, only with voices on the device: others send the text away.

use super::window;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{SpeechSynthesis, SpeechSynthesisUtterance, SpeechSynthesisVoice};

/// Whether the device has a voice of its own for a language.
pub fn is_there(language: &str) -> bool {
    voice(language).is_some()
}

/// Calls back when it is known which voices there are, which takes a moment
/// after the page is opened, or change.
pub fn when_known(call: impl Fn() + 'static) {
    if let Some(speech) = speech() {
        let call = Closure::<dyn Fn()>::new(call);
        speech.set_onvoiceschanged(Some(call.as_ref().unchecked_ref()));
        // As long as the page is open.
        call.forget();
    }
}

/// Reads some lines aloud, one after the other, replacing what is being
/// read. `speed` is 1 for the usual speed. Calls back at the end, unless
/// something else was begun or it was stopped first.
pub fn read(language: &str, lines: &[String], speed: f32, end: impl FnOnce() + 'static) {
    let (Some(speech), Some(voice)) = (speech(), voice(language)) else {
        return;
    };
    speech.cancel();
    let mut end = Some(end);
    for (at, line) in lines.iter().enumerate() {
        let Ok(part) = SpeechSynthesisUtterance::new_with_text(line) else {
            continue;
        };
        part.set_voice(Some(&voice));
        part.set_lang(language);
        part.set_rate(speed);
        if let Some(end) = end.take_if(|_| at + 1 == lines.len()) {
            part.set_onend(Some(Closure::once_into_js(end).unchecked_ref()));
        }
        speech.speak(&part);
    }
}

/// Pauses or continues.
pub fn set_paused(paused: bool) {
    if let Some(speech) = speech() {
        if paused { speech.pause() } else { speech.resume() }
    }
}

/// Stops reading.
pub fn stop() {
    if let Some(speech) = speech() {
        // Some browsers stay paused otherwise.
        speech.resume();
        speech.cancel();
    }
}

fn speech() -> Option<SpeechSynthesis> {
    window().speech_synthesis().ok()
}

fn voice(language: &str) -> Option<SpeechSynthesisVoice> {
    let voices = speech()?.get_voices();
    let mut voices = voices.iter().filter_map(|voice| voice.dyn_into::<SpeechSynthesisVoice>().ok());
    voices.find(|voice| voice.local_service() && base(&voice.lang()).eq_ignore_ascii_case(base(language)))
}

/// The language of a tag, without the country: voices are named `en-GB` or `en_GB`.
fn base(tag: &str) -> &str {
    tag.split(['-', '_']).next().unwrap_or_default()
}
