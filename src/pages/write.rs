//! For centres: a module that is being written, as a learner sees it, or the plan of
//! a session, with what is wrong beside its lines. Nothing of it is kept.

mod seen;

use crate::browser::{download, page, upload};
use crate::components::field::{Field, Name};
use crate::components::here::Here;
use crate::components::parts::{
    all, button, control, element, heading, is_so, live_text, nothing, paragraph, soft, text, when, words,
};
use crate::course::{ModuleId, files};
use crate::words::Word;
use leptos::prelude::*;
use std::time::Duration;

/// The name a module has until it is given one.
const UNNAMED: &str = "my-module";

/// How long somebody stops typing before the module is shown again, in milliseconds.
const PAUSE: Duration = Duration::from_millis(250);

/// What is on the page.
#[derive(Clone, Copy)]
struct Writing {
    here: Here,
    /// The name of the file, without `.md`.
    name: RwSignal<String>,
    /// The text that is shown at present.
    shown: RwSignal<String>,
    /// The text that another one replaced.
    before: RwSignal<String>,
    said: RwSignal<String>,
}

pub fn page(here: Here) -> AnyView {
    let signal = |text: &str| RwSignal::new(text.to_owned());
    let (shown, before, said) = (RwSignal::new(here.tried.get_untracked()), signal(""), signal(""));
    let writing = Writing { here, name: signal(UNNAMED), shown, before, said };
    all([
        heading(words(here.say(Word::Write))),
        paragraph("", words(here.say(Word::WriteAbout))),
        soft(here.say(Word::WriteDocs)),
        writing.ways_in(),
        writing.field(),
        element("p", &[("role", "status")], live_text(move || said.get())),
        writing.take_away(),
        seen::view(here, writing.name, shown),
    ])
}

impl Writing {
    /// Opening a file, the template, or the text that was here before.
    fn ways_in(self) -> AnyView {
        let here = self.here;
        let file = [("type", "file"), ("accept", ".md,text/markdown,text/plain"), ("autocomplete", "off")];
        let open = control("input", &file, "change", move |event| self.open(&event, upload::read), nothing());
        let label = element("span", &[], words(here.say(Word::WriteOpen)));
        let template = move |name, text| {
            let text = here.say(text);
            button("mild", words(here.say(name)), move || self.replace(text.clone()))
        };
        let templates = move || {
            all([
                template(Word::WriteTemplate, Word::WriteTemplateText),
                template(Word::WritePlan, Word::WritePlanText),
            ])
        };
        let back = move || {
            button("mild", words(here.say(Word::WriteBack)), move || {
                self.replace(self.before.get_untracked());
            })
        };
        let ways = all([
            when(is_so(move || here.tried.with(String::is_empty)), templates),
            when(is_so(move || !self.before.with(String::is_empty)), back),
        ]);
        all([
            element("label", &[("class", "file")], all([label, open])),
            element("div", &[("class", "row")], ways),
        ])
    }

    fn field(self) -> AnyView {
        let tried = self.here.tried;
        let show = leptos::leptos_dom::helpers::debounce(PAUSE, move |()| {
            // The page may be gone by then.
            let _ = self.shown.try_set(tried.get_untracked());
        });
        let show = StoredValue::new_local(show);
        let value = text(move || tried.get());
        let field = Field { name: Name::Label(self.here.say(Word::WriteText)), value, lines: 14 };
        let field = field.view(move |words| {
            tried.set(words);
            show.update_value(|show| show(()));
        });
        let drop = move |event| self.open(&event, upload::read_dropped);
        let field = control("div", &[("class", "writing")], "drop", drop, field);
        // Without this a browser does not let anything be dropped.
        control("div", &[], "dragover", |event| event.prevent_default(), field)
    }

    /// Takes the text of a file, which is read by `read`.
    fn open(self, event: &web_sys::Event, read: fn(&web_sys::Event, upload::Then)) {
        read(
            event,
            Box::new(move |read| {
                let text = read.ok().and_then(|(name, bytes)| Some((name, files::decoded(&bytes)?)));
                let Some((name, text)) = text else {
                    let _ = self.said.try_set(self.here.say(Word::WriteUnread));
                    return;
                };
                if let Some(id) = name.strip_suffix(".md").filter(|name| ModuleId::new(name).is_some()) {
                    let _ = self.name.try_set(id.to_owned());
                }
                self.replace(text);
            }),
        );
    }

    fn replace(self, text: String) {
        let before = self.here.tried.try_get_untracked().unwrap_or_default();
        let _ = self.before.try_set(before);
        let _ = self.said.try_set(String::new());
        self.here.tried.set(text.clone());
        let _ = self.shown.try_set(text);
    }

    /// The file's name, and the button that saves it.
    fn take_away(self) -> AnyView {
        let here = self.here;
        let name = self.name;
        let field =
            Field { name: Name::Label(here.say(Word::WriteName)), value: text(move || name.get()), lines: 1 };
        let take = move || match ModuleId::new(name.get_untracked().trim()) {
            Some(id) => {
                self.said.set(String::new());
                download::save(&format!("{id}.md"), "text/markdown", &here.tried.get_untracked());
            }
            None => self.said.set(here.say(Word::WriteNameWrong)),
        };
        let button = button("", words(here.say(Word::WriteTake)), take);
        all([field.view(move |words| name.set(words)), paragraph("", button)])
    }
}

/// Selects a line of the text, counted from 1.
fn go_to_line(here: Here, line: usize) {
    let text = here.tried.get_untracked();
    let units = |text: &str| text.encode_utf16().count();
    let mut from = 0;
    for (at, this) in text.split('\n').enumerate() {
        let to = from + units(this);
        if at + 1 == line {
            return page::select_in(".writing textarea", from, to);
        }
        from = to + 1;
    }
}
