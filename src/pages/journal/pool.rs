//! What the journal is made from: the keys in their order, and the texts in
//! which words are searched for. The texts of thousands of entries take a slow phone
//! a while, so they are made a few at a time once the page is showing, or as soon
//! as somebody searches.

use crate::browser::language;
use crate::components::here::Here;
use crate::record::Key;
use crate::record::fold::{fold, has_all};
use crate::record::journal::{self, JournalEntry};
use leptos::prelude::*;
use std::time::Duration;

/// How many texts are made before the page may do something else.
const AT_ONCE: usize = 100;

/// The separator between texts.
const BETWEEN: char = '\0';

/// Keys and texts. Free to copy.
#[derive(Clone, Copy)]
pub struct Pool {
    here: Here,
    /// Goes up when an entry was finished or removed.
    pub changed: RwSignal<u32>,
    /// The keys, the latest first.
    pub keys: StoredValue<Vec<Key>>,
    /// The texts of the first keys, folded.
    texts: StoredValue<Vec<String>>,
    /// The last search, and where it was found.
    last: StoredValue<(String, Vec<usize>)>,
}

impl Pool {
    /// Everything there is now.
    pub fn of(here: Here) -> Self {
        let pool = Self {
            here,
            changed: RwSignal::new(0),
            keys: StoredValue::new(untrack(|| here.learner.read(journal::keys))),
            texts: StoredValue::new(Vec::new()),
            last: StoredValue::default(),
        };
        pool.prepare_soon();
        pool
    }

    /// The entry for a key, if it has words.
    pub fn entry(self, key: &Key) -> Option<JournalEntry> {
        let here = self.here;
        untrack(|| {
            here.learner.read(|record| journal::entry(key, here.course, record, here.words.day_form()))
        })
    }

    /// Call it when an entry was finished or removed.
    pub fn refresh(self) -> Callback<()> {
        Callback::new(move |()| {
            self.keys.set_value(untrack(|| self.here.learner.read(journal::keys)));
            self.texts.set_value(Vec::new());
            self.last.set_value(Default::default());
            self.changed.update(|times| *times += 1);
            self.prepare_soon();
        })
    }

    /// The keys of the entries that contain all words of a search, folded; all of
    /// them where nothing is searched for.
    pub fn find(self, sought: &str) -> Vec<Key> {
        if sought.is_empty() {
            return self.keys.get_value();
        }
        while self.prepare() {}
        let (before, places) = self.last.get_value();
        let found: Vec<usize> = self.texts.with_value(|texts| {
            let fits = |at: &usize| has_all(&texts[*at], sought);
            // A longer search can only be found where the shorter one was.
            match !before.is_empty() && sought.starts_with(&before) {
                true => places.into_iter().filter(fits).collect(),
                false => (0..texts.len()).filter(fits).collect(),
            }
        });
        let keys = self.keys.with_value(|keys| found.iter().map(|at| keys[*at].clone()).collect());
        self.last.set_value((sought.to_owned(), found));
        keys
    }

    /// Makes some more texts, and returns whether any are still missing. If the page
    /// is gone, none are.
    fn prepare(self) -> bool {
        let made = self.texts.try_with_value(Vec::len).unwrap_or(usize::MAX);
        let some: Vec<Key> = self
            .keys
            .try_with_value(|keys| keys.iter().skip(made).take(AT_ONCE).cloned().collect())
            .unwrap_or_default();
        // All in one go to the browser and back, with a letter between them
        // that is removed from the words themselves.
        let mut texts = String::new();
        for key in &some {
            if let Some(entry) = self.entry(key) {
                for line in entry.lines.iter().chain([&entry.question]) {
                    line.split(BETWEEN).for_each(|words| texts.push_str(words));
                    texts.push('\n');
                }
            }
            texts.push(BETWEEN);
        }
        let texts = fold(&texts, language::forms);
        let each = texts.split_terminator(BETWEEN).map(str::to_owned);
        self.texts.try_update_value(|all| all.extend(each));
        some.len() == AT_ONCE
    }

    fn prepare_soon(self) {
        let go_on = move || {
            if self.prepare() {
                self.prepare_soon();
            }
        };
        set_timeout(go_on, Duration::ZERO);
    }
}
