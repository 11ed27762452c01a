//! The one place where free text is written.
//!
//! Spelling and writing services of browsers send what is typed to their
//! makers, and suggestions show one person's words to the next: all of them
//! are off, here and therefore everywhere. Spelling alone can be chosen.

use super::here::Here;
use super::parts::{all, element, words};
use crate::browser::{keyboard, page};
use crate::record::{Preference, pasted};
use leptos::{html, prelude::*};

/// A field for words, as tall as they need.
pub struct Field {
    /// Its name, for people who cannot see it.
    pub name: Name,
    /// The words in it.
    pub value: Memo<String>,
    /// How many lines it has while it is empty.
    pub lines: u8,
}

/// What names a field.
pub enum Name {
    /// A label above it.
    Label(String),
    /// The element of that id, such as a question.
    By(String),
}

/// What happens in a field besides writing.
#[derive(Default)]
pub struct FieldEvents {
    /// Called on Enter, and the field has one line then; without it, Enter begins a new
    /// line. Where lines are pasted, `write` is called with all of them, and the first
    /// stays in the field.
    pub on_enter: Option<Box<dyn Fn()>>,
    /// Called when the focus moves elsewhere.
    pub on_leave: Option<Box<dyn Fn()>>,
}

impl Field {
    /// The field. `write` is called with all its words at each keystroke.
    pub fn view(self, write: impl Fn(String) + 'static) -> AnyView {
        self.view_with(write, FieldEvents::default())
    }

    /// The field, with what else happens in it.
    pub fn view_with(self, write: impl Fn(String) + 'static, events: FieldEvents) -> AnyView {
        let write: Box<dyn Fn(String)> = Box::new(write);
        match self.name {
            Name::By(id) => textarea(Some(id), self.value, self.lines, write, events),
            Name::Label(label) => {
                let field = textarea(None, self.value, self.lines, write, events);
                element("label", &[("class", "field")], all([element("span", &[], words(label)), field]))
            }
        }
    }
}

fn textarea(
    named_by: Option<String>,
    value: Memo<String>,
    lines: u8,
    write: Box<dyn Fn(String)>,
    events: FieldEvents,
) -> AnyView {
    let node = NodeRef::<html::Textarea>::new();
    // Written only when it differs, so that the cursor, and an input method that is
    // composing, stay where they are.
    Effect::new(move |_| {
        if let Some(field) = node.get() {
            let words = value.get();
            if field.value() != words {
                field.set_value(&words);
            }
        }
    });
    let here = Here::get();
    let spelling = untrack(|| here.learner.prefers(Preference::Spelling)) == "on";
    let FieldEvents { on_enter, on_leave } = events;
    let is_one_line = on_enter.is_some();
    let input = move |event: web_sys::Event| {
        let text = event_target_value(&event);
        if let (true, true, Some(field)) = (is_one_line, text.contains('\n'), node.get_untracked()) {
            field.set_value(pasted::lines(&text).first().unwrap_or(&""));
        }
        write(text);
    };
    let enter = move |event: web_sys::KeyboardEvent| {
        // Enter also ends what an input method composes; that is not ours.
        if let (Some(on_enter), "Enter", false) =
            (&on_enter, event.key().as_str(), keyboard::is_of_input_method(&event))
        {
            event.prevent_default();
            on_enter();
        }
    };
    let leave = move |_| {
        // A field also loses the focus when another window or app comes to the front; whoever
        // comes back continues in it.
        // If the page is gone, there is no field any more.
        let field = node.try_get_untracked().flatten();
        let is_still_in = field.is_some_and(|field| page::is_active(&field));
        if let (Some(on_leave), false) = (&on_leave, is_still_in) {
            on_leave();
        }
    };
    view! {
        <textarea
            node_ref=node
            rows=lines.to_string()
            aria-labelledby=named_by
            autocomplete="off"
            translate="no"
            dir="auto"
            spellcheck=if spelling { "true" } else { "false" }
            on:input=input
            on:keydown=enter
            on:blur=leave
        ></textarea>
    }
    .attr("autocorrect", "off")
    .attr("writingsuggestions", "false")
    .into_any()
}
