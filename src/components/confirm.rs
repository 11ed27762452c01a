//! Asks before something is removed for good.

use super::here::{Here, Text};
use super::parts::{all, button, element, is_so, own, paragraph, when, words};
use super::shell;
use crate::browser::{dialog, page, random};
use crate::words::Word;
use leptos::prelude::*;

/// A button that asks first, in a dialog, and calls `yes` if that is the
/// answer. The dialog is made when it is first needed: a long journal has
/// hundreds of these buttons.
pub fn confirm(name: String, question: String, say: Text, yes: impl Fn() + Send + Sync + 'static) -> AnyView {
    let id = StoredValue::new(format!("ask-{}", random::item_id()));
    let needed = RwSignal::new(false);
    let yes: Callback<()> = Callback::new(move |()| yes());
    let open = button("mild", own(name), move || {
        needed.set(true);
        // On the next frame the dialog is there.
        let id = id.get_value();
        request_animation_frame(move || dialog::open(&id));
    });
    all([open, when(is_so(move || needed.get()), move || asked(id, &question, say, yes))])
}

fn asked(id: StoredValue<String>, question: &str, say: Text, yes: Callback<()>) -> AnyView {
    let keep = button("", words(say.say(Word::NoKeep)), move || dialog::close(&id.get_value()));
    let away = button("quiet", words(say.say(Word::YesTakeAway)), move || {
        dialog::close(&id.get_value());
        page::keep_place(|| yes.run(()));
    });
    let ways = element("div", &[("class", "row")], all([keep, away]));
    // While a dialog is open, nothing else on the page can be pressed.
    let leave = use_context::<Here>()
        .map(|here| paragraph("", button("leave", words(here.say(Word::Leave)), move || shell::leave(here))));
    let named_by = format!("{}-question", id.get_value());
    let attributes = [("id", &id.get_value()[..]), ("aria-labelledby", &named_by)];
    // It may quote somebody's words.
    let asked = element("p", &[("id", &named_by)], own(question.to_owned()));
    element("dialog", &attributes, all([asked, ways, all(leave)]))
}
