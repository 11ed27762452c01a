//! What must be true of every word that was ever written.

use record::{Key, Record};
use std::collections::{BTreeMap, BTreeSet};

/// What became of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// It was shown as kept: it must be readable.
    Kept,
    /// A person removed it: it must not be readable.
    Gone,
    /// It was replaced, or never shown as kept, or two people disagree: both are allowed.
    Either,
}

/// Every word, numbered.
#[derive(Debug, Default)]
pub struct Ledger {
    fates: BTreeMap<u64, Fate>,
    /// When a word was last replaced or removed, counted in things done.
    replaced: BTreeMap<u64, u64>,
    next: u64,
}

impl Ledger {
    /// A new word that nobody has written before.
    pub fn new_word(&mut self) -> (u64, String) {
        self.next += 1;
        self.fates.insert(self.next, Fate::Either);
        (self.next, format!("w{}.", self.next))
    }

    pub fn note(&mut self, word: u64, fate: Fate) {
        self.fates.insert(word, fate);
    }

    /// Notes that somebody who saw the word replaces or removes it.
    pub fn replace(&mut self, word: u64, done: u64) {
        self.fates.insert(word, Fate::Either);
        self.replaced.insert(word, done);
    }

    /// Notes that it was shown as kept at the end of what began then, unless it was replaced since.
    pub fn keep(&mut self, word: u64, began: u64) {
        if self.replaced.get(&word).is_none_or(|done| *done < began) {
            self.fates.insert(word, Fate::Kept);
        }
    }

    pub fn fate(&self, word: u64) -> Fate {
        self.fates.get(&word).copied().unwrap_or(Fate::Either)
    }

    pub fn of(&self, fate: Fate) -> impl Iterator<Item = u64> {
        self.fates.iter().filter(move |(_, is)| **is == fate).map(|(word, _)| *word)
    }

    pub fn all_kept_are(&mut self, fate: Fate) {
        self.fates.values_mut().filter(|is| **is == Fate::Kept).for_each(|is| *is = fate);
    }
}

/// The words in a text.
pub fn words(text: &str) -> BTreeSet<u64> {
    let mut found = BTreeSet::new();
    for part in text.split('w').skip(1) {
        if let Some((number, _)) = part.split_once('.') {
            found.extend(number.parse::<u64>().ok());
        }
    }
    found
}

/// The words under a key of a record.
pub fn words_at(record: &Record, key: &Key) -> BTreeSet<u64> {
    words(&record.text_of(key).unwrap_or_default())
}

/// All words of a record.
pub fn all_words(record: &Record) -> BTreeSet<u64> {
    record.keys().iter().flat_map(|key| words_at(record, key)).collect()
}
