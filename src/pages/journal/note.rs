//! Free entries: words that answer no question.

use crate::browser::{page, random};
use crate::components::beside::beside;
use crate::components::confirm::confirm;
use crate::components::field::{Field, FieldEvents, Name};
use crate::components::here::Here;
use crate::components::kept::kept_line_if_any;
use crate::components::parts::{all, button, element, is_so, live, own_words, text, when, words};
use crate::course::NoteId;
use crate::record::{Change, Key};
use crate::words::Word;
use leptos::prelude::*;

/// A place to write freely. `refresh` is called when an entry is finished.
pub fn new(here: Here, refresh: Callback<()>) -> AnyView {
    let id = RwSignal::new(random::note_id());
    let place = live(move || {
        let id = id.get();
        field(here, &id, Word::NoteNew)
    });
    let is_written = is_so(move || id.with(|id| !words_of(here, id).trim().is_empty()));
    let done = when(is_written, move || {
        button("", words(here.say(Word::NoteDone)), move || {
            id.set(random::note_id());
            finish(refresh);
        })
    });
    element("div", &[("class", "note-new")], all([place, done]))
}

/// The words of an entry; `None` until it is begun.
fn words_of(here: Here, id: &NoteId) -> String {
    here.learner.read(|record| record.note(id).map(|note| note.words.clone()).unwrap_or_default())
}

fn own(here: Here, id: &NoteId) -> Memo<String> {
    let id = id.clone();
    text(move || words_of(here, &id))
}

/// A field for an entry's words, and whether they are kept. An entry that was
/// emptied goes when its field is left.
fn field(here: Here, id: &NoteId, name: Word) -> AnyView {
    let value = own(here, id);
    let (written, left) = (id.clone(), id.clone());
    let on_leave: Box<dyn Fn()> = Box::new(move || {
        if untrack(|| words_of(here, &left)).trim().is_empty() {
            here.learner.change(Change::Forget(Key::Note(left.clone())));
        }
    });
    let field = Field { name: Name::Label(here.say(name)), value, lines: 3 };
    let field = field.view_with(
        move |words| here.learner.change(Change::Note(written.clone(), words)),
        FieldEvents { on_leave: Some(on_leave), ..FieldEvents::default() },
    );
    let kept = here.learner.kept(Key::Note(id.clone()));
    // Only while there are words: when an emptied entry goes as its field is
    // left, nothing may move from under the finger.
    all([field, kept_line_if_any(kept, value, here.words), beside(here, Key::Note(id.clone()))])
}

/// An entry in the journal, with its words as they were when the page was
/// made. It can be changed in place.
pub fn entry(here: Here, id: &NoteId, lines: &[String], refresh: Callback<()>) -> AnyView {
    let changing = RwSignal::new(false);
    let id = id.clone();
    let lines = lines.to_vec();
    let place = format!("note-{id}");
    let field_of = format!("#{place} textarea");
    let day = untrack(|| here.learner.read(|record| record.note(&id).map(|note| here.day(note.on.date))));
    let day = day.unwrap_or_default();
    let inside = live(move || match changing.get() {
        true => {
            let done = button("", words(here.say(Word::NoteDone)), move || finish(refresh));
            all([field(here, &id, Word::NoteChange), done])
        }
        false => {
            let (forgotten, field_of) = (id.clone(), field_of.clone());
            let change = button("mild", named(here, Word::NoteChange, &day), move || {
                changing.set(true);
                let field_of = field_of.clone();
                request_animation_frame(move || page::focus_on(&field_of));
            });
            let sure = here.say(Word::NoteForgetSure);
            let name = format!("{} – {day}", here.say(Word::NoteForget));
            let away = confirm(name, sure, here.words, move || {
                here.learner.change(Change::Forget(Key::Note(forgotten.clone())));
                finish(refresh);
            });
            all([
                own_words(lines.iter().map(String::as_str)),
                element("div", &[("class", "row")], all([change, away])),
            ])
        }
    });
    element("div", &[("id", &place)], inside)
}

/// Rebuilds the journal; the focus goes where one may go on writing.
fn finish(refresh: Callback<()>) {
    refresh.run(());
    request_animation_frame(|| page::focus_on(".note-new textarea"));
}

/// The name of a button, with the day it is about, for those who cannot see it.
fn named(here: Here, word: Word, day: &str) -> AnyView {
    let about = element("span", &[("class", "heard")], words(format!(" – {day}")));
    all([words(here.say(word)), about])
}
