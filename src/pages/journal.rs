//! The journal: everything written, searchable as one types, and a place to
//! write freely.

mod entry;
mod note;
mod pool;

use crate::browser::{language, page};
use crate::components::field::{Field, Name};
use crate::components::here::Here;
use crate::components::parts::{
    all, button, choice, choices, element, heading, is_so, link, list, live, nothing, paragraph, soft, text,
    words,
};
use crate::components::picture::scene;
use crate::record::Key;
use crate::record::fold::fold;
use crate::record::journal::JournalEntry;
use crate::route::Route;
use crate::words::Word;
use leptos::prelude::*;
use pool::Pool;

/// How many entries are shown at first; all of them on request, so that
/// thousands do not keep anyone waiting.
const SHOWN: usize = 25;

pub fn page(here: Here) -> AnyView {
    let pool = Pool::of(here);
    let has_entries = is_so(move || {
        pool.changed.track();
        pool.keys.with_value(|keys| keys.iter().any(|key| pool.entry(key).is_some()))
    });
    let body = live(move || match has_entries.get() {
        true => all([controls(here), found(here, pool)]),
        false => {
            let inside = all([scene("clearing"), soft(here.say(Word::JournalNothing))]);
            element("div", &[("class", "nothing-yet")], inside)
        }
    });
    all([
        heading(words(here.say(Word::Journal))),
        paragraph("lead", words(here.say(Word::JournalAbout))),
        note::new(here, pool.refresh()),
        body,
    ])
}

/// Search, order, and ways to print or share some of it.
fn controls(here: Here) -> AnyView {
    let value = text(move || here.sought.get());
    let search = Field { name: Name::Label(here.say(Word::JournalSearch)), value, lines: 1 };
    let search = search.view(move |words| here.sought.set(words));
    let print = button("quiet", words(here.say(Word::JournalPrint)), page::print);
    let sheet = link("alone", &Route::Sheet.href(), here.say(Word::Sheet));
    let ways = element("div", &[("class", "row")], all([print, sheet]));
    element("div", &[("class", "controls")], all([search, grouping(here), ways]))
}

fn grouping(here: Here) -> AnyView {
    let one = |of_module: bool, word| {
        let chosen = is_so(move || here.by_module.get() == of_module);
        let choose = move |_| here.by_module.set(of_module);
        choice("radio", "journal".to_owned(), chosen, choose, words(here.say(word)))
    };
    let both = all([one(false, Word::JournalByDay), one(true, Word::JournalByModule)]);
    choices("settings", words(here.say(Word::JournalOrder)), both)
}

fn found(here: Here, pool: Pool) -> AnyView {
    live(move || {
        pool.changed.track();
        let by_module = here.by_module.get();
        let sought = fold(&here.sought.get(), language::forms).trim().to_owned();
        // Another search begins with few entries again.
        let whole = RwSignal::new(false);
        let found = pool.find(&sought);
        let number = if sought.is_empty() { nothing() } else { number(here, found.len()) };
        let shown = live(move || results(here, pool, &found, whole, by_module));
        all([number, shown])
    })
}

/// How many entries were found; shown only for a search, because writing is not counted.
fn number(here: Here, found: usize) -> AnyView {
    element("p", &[("class", "soft"), ("role", "status")], words(here.words.count(Word::JournalFound, found)))
}

fn results(here: Here, pool: Pool, found: &[Key], whole: RwSignal<bool>, by_module: bool) -> AnyView {
    let entries = found.iter().filter_map(|key| pool.entry(key));
    let number = if whole.get() { found.len() } else { SHOWN };
    // The group written in most recently comes first, and in it the latest entry.
    let mut groups: Vec<(String, Vec<AnyView>)> = Vec::new();
    for entry in entries.take(number) {
        let title = group_title(here, &entry, by_module);
        let view = entry::view(here, &entry, pool.refresh());
        match groups.iter_mut().find(|(known, _)| *known == title) {
            Some((_, views)) => views.push(view),
            None => groups.push((title, vec![view])),
        }
    }
    let groups = groups
        .into_iter()
        .flat_map(|(title, views)| [element("h2", &[], words(title)), list("entries", views)]);
    let groups = all(groups.collect::<Vec<_>>());
    let more = match found.len() > number {
        true => button("quiet", words(here.say(Word::JournalMore)), move || {
            whole.set(true);
            // On the next frame they are there; one continues where the list ended.
            request_animation_frame(|| page::focus_at(".entries > li", SHOWN));
        }),
        false => nothing(),
    };
    all([groups, more])
}

fn group_title(here: Here, entry: &JournalEntry, by_module: bool) -> String {
    match &entry.key {
        _ if !by_module => here.day(entry.at.date),
        Key::Answer(id) => here.module_title(&id.module),
        Key::Note(_) => here.say(Word::JournalNote),
        Key::Plan(_) => here.say(Word::Plan),
        Key::LearningPlan => here.say(Word::LearningPlan),
        _ => here.say(Word::Goals),
    }
}
