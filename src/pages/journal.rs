//! The journal: everything written, searchable as one types.

use crate::browser::language;
use crate::components::field::{Field, Name};
use crate::components::here::Here;
use crate::components::parts::{
    all, button, choice, choices, element, heading, is_so, item, link, list, live, nothing, paragraph, soft,
    text, words,
};
use crate::components::picture::scene;
use crate::record::Key;
use crate::record::journal::{self, JournalEntry};
use crate::route::Route;
use crate::words::Word;
use leptos::prelude::*;

/// How many entries are shown at first; all of them on request, so that
/// thousands do not keep anyone waiting.
const SHOWN: usize = 50;

pub fn page(here: Here) -> AnyView {
    let entries = here.learner.read(|record| journal::entries(here.course, record));
    let intro =
        [heading(words(here.say(Word::Journal))), paragraph("lead", words(here.say(Word::JournalAbout)))];
    if entries.is_empty() {
        let inside = all([scene("clearing"), soft(here.say(Word::JournalNothing))]);
        return all(intro.into_iter().chain([element("div", &[("class", "nothing-yet")], inside)]));
    }
    // Made once, not at each keystroke.
    let searched: Vec<String> = entries.iter().map(searchable).collect();
    let sought = RwSignal::new(String::new());
    let by_module = RwSignal::new(false);
    let whole = RwSignal::new(false);
    let search = Field {
        name: Name::Label(here.say(Word::JournalSearch)),
        value: text(move || sought.get()),
        lines: 1,
    };
    let search = search.view(move |words| {
        sought.set(words);
        whole.set(false);
    });
    let found = live(move || {
        let sought = language::lower(sought.get().trim());
        let fits = entries.iter().zip(&searched).filter(|(_, text)| text.contains(&sought));
        let found: Vec<&JournalEntry> = fits.map(|(entry, _)| entry).collect();
        let shown = results(here, &found, whole, by_module.get());
        if sought.is_empty() { shown } else { all([number(here, found.len()), shown]) }
    });
    all(intro.into_iter().chain([search, grouping(here, by_module), found]))
}

fn grouping(here: Here, by_module: RwSignal<bool>) -> AnyView {
    let one = |of_module: bool, word| {
        let chosen = is_so(move || by_module.get() == of_module);
        choice(
            "radio",
            "journal".to_owned(),
            chosen,
            move |_| by_module.set(of_module),
            words(here.say(word)),
        )
    };
    let both = all([one(false, Word::JournalByDay), one(true, Word::JournalByModule)]);
    choices("settings", words(here.say(Word::JournalOrder)), both)
}

/// How many were found; said of a search alone, because writing is not counted.
fn number(here: Here, found: usize) -> AnyView {
    element("p", &[("class", "soft"), ("role", "status")], words(here.words.count(Word::JournalFound, found)))
}

fn results(here: Here, found: &[&JournalEntry], whole: RwSignal<bool>, by_module: bool) -> AnyView {
    let number = if whole.get() { found.len() } else { SHOWN.min(found.len()) };
    // The group written in last comes first, and in it what was written last.
    let mut groups: Vec<(String, Vec<AnyView>)> = Vec::new();
    for entry in &found[..number] {
        let title = group_title(here, entry, by_module);
        let view = entry_view(here, entry);
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
        true => button("quiet", words(here.say(Word::JournalMore)), move || whole.set(true)),
        false => nothing(),
    };
    all([groups, more])
}

fn group_title(here: Here, entry: &JournalEntry, by_module: bool) -> String {
    match &entry.key {
        _ if !by_module => here.day(entry.changed.date),
        Key::Answer(id) => here.module_title(id),
        _ => here.say(Word::Goals),
    }
}

fn entry_view(here: Here, entry: &JournalEntry) -> AnyView {
    let (href, from) = match &entry.key {
        Key::Answer(id) => {
            (here.href_of(id), here.words.fill(Word::PlanFrom, &[("module", &here.module_title(id))]))
        }
        Key::Goal(id) => (Route::Goal(id.clone()).href(), here.say(Word::JournalGoal)),
        Key::Settings | Key::Place => return nothing(),
    };
    let first = entry.question.lines().next().unwrap_or_default();
    let question = if first.is_empty() { nothing() } else { soft(first.to_owned()) };
    let lines = entry.lines.iter().map(|line| paragraph("", words(line.clone())));
    let lines = element("div", &[("class", "own-words")], all(lines));
    item("card", all([question, lines, link("alone", &href, from)]))
}

fn searchable(entry: &JournalEntry) -> String {
    language::lower(&format!("{}\n{}", entry.lines.join("\n"), entry.question))
}
