//! Messages between the windows of one class. They stay in this browser.
//!
//! A channel of the browser carries them; where there is none, a text in local
//! storage that is removed again at once. Neither ever carries what a
//! learner wrote.

use super::window;
use std::cell::RefCell;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{BroadcastChannel, MessageEvent, StorageEvent};

/// The name of the channel, and of the text in storage. It is not one of the
/// record's names, which all begin with `waymark.`.
const NAME: &str = "waymark-class";

thread_local! {
    static CHANNEL: RefCell<Option<BroadcastChannel>> = const { RefCell::new(None) };
}

/// Listens to other windows from now on. Call it once.
pub fn listen(heard: impl Fn(&str) + 'static) {
    match BroadcastChannel::new(NAME) {
        Ok(channel) => {
            let hear: Closure<dyn Fn(MessageEvent)> = Closure::new(move |event: MessageEvent| {
                if let Some(text) = event.data().as_string() {
                    heard(&text);
                }
            });
            channel.set_onmessage(hear.into_js_value().dyn_ref());
            CHANNEL.set(Some(channel));
        }
        Err(_) => {
            let _ =
                leptos::prelude::window_event_listener(leptos::ev::storage, move |event: StorageEvent| {
                    if let (Some(NAME), Some(text)) = (event.key().as_deref(), event.new_value()) {
                        heard(&text);
                    }
                });
        }
    }
}

/// Sends a message to all other windows.
pub fn tell(text: &str) {
    let told = CHANNEL.with_borrow(|channel| {
        channel.as_ref().is_some_and(|channel| channel.post_message(&text.into()).is_ok())
    });
    if let (false, Ok(Some(storage))) = (told, window().local_storage()) {
        let _ = storage.set_item(NAME, text);
        let _ = storage.remove_item(NAME);
    }
}
