//! Asks before something is taken away for good.

use super::here::Text;
use super::parts::{all, button, element, paragraph, words};
use crate::browser::{dialog, random};
use crate::words::Word;
use leptos::prelude::*;

/// A button that asks first, in a dialog, and calls `yes` when that is the answer.
pub fn confirm(name: String, question: String, say: Text, yes: impl Fn() + 'static) -> AnyView {
    let id = StoredValue::new(format!("ask-{}", random::item_id()));
    let open = button("mild", words(name), move || dialog::open(&id.get_value()));
    let keep = button("", words(say.say(Word::NoKeep)), move || dialog::close(&id.get_value()));
    let away = button("quiet", words(say.say(Word::YesTakeAway)), move || {
        dialog::close(&id.get_value());
        yes();
    });
    let ways = element("div", &[("class", "row")], all([keep, away]));
    let attributes = [("id", &id.get_value()[..]), ("aria-label", &question)];
    let asked = paragraph("", words(question.clone()));
    all([open, element("dialog", &attributes, all([asked, ways]))])
}
