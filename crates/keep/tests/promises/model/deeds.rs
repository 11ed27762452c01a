//! What pages and others do, and what becomes of the words.

use super::doing;
use super::ledger::{Fate, all_words, words, words_at};
use super::world::{PASSPHRASES, Page, World};
use record::backup::compare;
use record::key::{LOCK, OURS};
use record::{Change, LocalTime};
use std::collections::BTreeSet;
use waymark_keep::{Applied, Way};

impl World {
    pub(super) fn change(&self, at: usize, page: &mut Page, now: &LocalTime) {
        if page.keeper.way() == Way::Locked {
            return;
        }
        let done = self.done.get();
        let is_up_to_date = self.one_in(3);
        if is_up_to_date {
            self.ocean.borrow_mut().catch_up(page.shore, &mut self.chance.borrow_mut());
            page.keeper.hear(&mut page.record, now);
            if page.keeper.way() == Way::Locked {
                return;
            }
        }
        let (word, text) = self.ledger.borrow_mut().new_word();
        let (change, is_removal) = doing::change(&page.record, &text, now, &mut self.chance.borrow_mut());
        let key = change.key();
        self.say(|| format!("{at}: {change:?} (shows {:?})", words_at(&page.record, &key)));
        let before = words_at(&page.record, &key);
        let mut dry = page.record.clone();
        dry.apply(change.clone(), now);
        for gone in before.difference(&words_at(&dry, &key)) {
            self.ledger.borrow_mut().replace(*gone, self.done.get());
        }
        let is_known = is_removal && is_up_to_date && page.keeper.way() != Way::Locked;
        let aside = if is_known { self.is_so_for_all(page, &change) } else { None };
        let applied = page.keeper.apply(&mut page.record, change, now);
        self.say(|| format!("{at}: → {applied:?} (shows {:?})", words_at(&page.record, &key)));
        let after = words_at(&page.record, &key);
        if matches!(applied, Applied::NotKept(_)) {
            // A torn version may contain all of it.
            self.stands(&after, None);
        }
        if matches!(applied, Applied::Kept | Applied::BroughtBack) {
            if let (Some(aside), true) = (aside, done == self.done.get()) {
                for gone in before.difference(&after).filter(|gone| !aside.contains(gone)) {
                    self.ledger.borrow_mut().note(*gone, Fate::Gone);
                }
            }
            self.stands(&after, (applied == Applied::BroughtBack).then_some(&after));
            if after.contains(&word) && self.began.get() == self.wiped.get() {
                self.ledger.borrow_mut().keep(word, self.since.get());
            }
        }
    }

    /// What a page wrote contains these words: what others removed is there again.
    pub(super) fn stands(&self, all: &BTreeSet<u64>, kept: Option<&BTreeSet<u64>>) {
        let mut ledger = self.ledger.borrow_mut();
        for word in all {
            if ledger.fate(*word) == Fate::Gone {
                ledger.note(*word, Fate::Either);
            }
        }
        for word in kept.into_iter().flatten().filter(|_| self.began.get() == self.wiped.get()) {
            ledger.keep(*word, self.since.get());
        }
    }

    /// The words that are set aside somewhere; none where somebody else has written something there
    /// that this page does not know.
    fn is_so_for_all(&self, page: &Page, change: &Change) -> Option<BTreeSet<u64>> {
        let key = change.key();
        let mine = page.record.fields_of(&key);
        let others = self.pages.iter().filter_map(|other| other.try_borrow().ok());
        // What is behind another lock is unknown to it too.
        let knows_all = page.keeper.more_closed() == 0;
        let agree = knows_all
            && others
                .filter_map(|other| other.as_ref().map(|other| other.keeper.lost(&key).is_none()))
                .all(|is| is);
        let (keeper, record) = self.fresh();
        let aside = keeper.other_texts(&record).iter().flat_map(|(_, text)| words(text)).collect();
        let is_so = agree && page.keeper.lost(&key).is_none() && record.fields_of(&key) == mine;
        is_so.then_some(aside)
    }

    pub(super) fn undo(&self, at: usize, page: &mut Page, now: &LocalTime) {
        let before = all_words(&page.record);
        let applied = page.keeper.undo(&mut page.record, now);
        let after = all_words(&page.record);
        self.say(|| format!("{at}: undo → {applied:?}: {before:?} → {after:?}"));
        if applied == Applied::Kept {
            let back: BTreeSet<u64> = after.difference(&before).copied().collect();
            self.stands(&after, Some(&back));
        } else {
            self.ledger_either(after.difference(&before));
        }
    }

    fn ledger_either<'a>(&self, words: impl Iterator<Item = &'a u64>) {
        for word in words {
            self.ledger.borrow_mut().note(*word, Fate::Either);
        }
    }

    pub(super) fn settle_beside(&self, page: &mut Page, now: &LocalTime) {
        for key in doing::keys() {
            let beside = page.keeper.beside(&page.record, &key);
            if let Some((at, one)) = beside.first() {
                let before = words_at(&page.record, &key);
                for word in &before {
                    self.ledger.borrow_mut().replace(*word, self.done.get());
                }
                let into = self.one_in(2);
                page.keeper.settle_beside(&mut page.record, &key, (at, &one.id), into, now);
                self.say(|| format!("settled beside: {:?}", words_at(&page.record, &key)));
                return;
            }
        }
    }

    pub(super) fn restore(&self, at: usize, page: &mut Page, now: &LocalTime) {
        if page.keeper.way() == Way::Locked {
            return;
        }
        if self.one_in(3) {
            let texts = page.keeper.texts(&page.record);
            self.backup.replace(texts);
            return;
        }
        let before = all_words(&page.record);
        let backup = self.backup.borrow().clone();
        let found = compare(backup, &page.keeper.texts(&page.record));
        let all: BTreeSet<u64> =
            found.new.iter().chain(&found.different).flat_map(|(_, text)| words(text)).collect();
        self.ledger_either(all.iter().filter(|word| !before.contains(word)));
        let restored = page.keeper.restore(&mut page.record, &found, now);
        self.say(|| format!("{at}: restore {found:?} → {:?}", restored.is_ok()));
        if let Ok(restored) = restored {
            match self.one_in(3) {
                true => page.keeper.undo_restore(&mut page.record, &restored, now),
                false => self.stands(&all, Some(&all)),
            }
        }
    }

    pub(super) fn keep_again(&self, at: usize, page: &mut Page, now: &LocalTime) {
        self.say(|| format!("{at}: keep again"));
        page.keeper.keep_again(&page.record, now);
        self.stands(&all_words(&page.record), None);
    }

    pub(super) fn lock(&self, at: usize, page: &mut Page, now: &LocalTime) {
        let passphrase = PASSPHRASES[self.below(2)];
        let (record, keeper) = (&mut page.record, &mut page.keeper);
        let what = match (keeper.way(), self.below(4)) {
            (Way::Open, _) => format!("put on {passphrase}: {:?}", keeper.put_lock(passphrase, record, now)),
            (Way::Locked, _) => format!("unlock {passphrase}: {:?}", keeper.unlock(passphrase, record, now)),
            (_, 0) => format!("change: {:?}", keeper.change_passphrase(passphrase, PASSPHRASES[0])),
            (_, 1) => {
                keeper.shut(record);
                "shut".to_owned()
            }
            (_, 2) => format!("minutes: {:?}", keeper.set_lock_minutes(20)),
            _ => format!("take off: {:?}", keeper.take_lock_off(record, now)),
        };
        self.say(|| format!("{at}: {what} ({:?})", page.keeper.way()));
    }

    pub(super) fn erase(&self, at: usize, page: &mut Page, now: &LocalTime) {
        let (done, has_fault) = (self.done.get(), self.weather.bad_storage);
        self.ledger.borrow_mut().all_kept_are(Fate::Either);
        self.ocean.borrow_mut().catch_up(page.shore, &mut self.chance.borrow_mut());
        self.wiped.set(self.wiped.get() + 1);
        let is_gone = page.keeper.erase(&mut page.record, now);
        self.ledger.borrow_mut().all_kept_are(Fate::Either);
        self.say(|| format!("{at}: erase → {is_gone}"));
        // Nobody writes what could only be read with what is gone now.
        self.ocean.borrow_mut().all_see();
        if is_gone && done == self.done.get() && !has_fault {
            let ocean = self.ocean.borrow();
            assert!(ocean.truth.keys().all(|name| !name.starts_with(OURS)), "erased: {:?}", ocean.truth);
        }
    }

    /// Another app clears everything.
    pub(super) fn other_app(&self) {
        if !self.one_in(8) {
            return;
        }
        self.say(|| "another app clears everything".to_owned());
        self.wiped.set(self.wiped.get() + 1);
        self.ledger.borrow_mut().all_kept_are(Fate::Either);
        let mut ocean = self.ocean.borrow_mut();
        let names: Vec<String> = ocean.truth.keys().filter(|name| name.starts_with(OURS)).cloned().collect();
        for name in names {
            ocean.write(usize::MAX, &name, None);
        }
        // Nobody writes what could only be read with what was just cleared.
        ocean.all_see();
    }

    /// Another app removes one key of ours: the lock, or its copy. That loses nothing.
    pub(super) fn take_a_lock(&self) {
        let mut ocean = self.ocean.borrow_mut();
        let text = ocean.truth.get(LOCK).cloned();
        let is_lock =
            |(name, there): &(&String, &String)| name.starts_with(LOCK) && Some(*there) == text.as_ref();
        let locks: Vec<String> = ocean.truth.iter().filter(is_lock).map(|(name, _)| name.clone()).collect();
        if locks.len() == 2 {
            let name = &locks[self.below(2)];
            self.say(|| format!("another app takes {name}"));
            ocean.write(usize::MAX, name, None);
            ocean.all_see();
        }
    }

    /// A tab with an older Waymark writes its note, over what it wrote before.
    pub(super) fn older_waymark(&self) {
        let mut ocean = self.ocean.borrow_mut();
        if ocean.truth.keys().any(|name| name.starts_with(LOCK)) {
            return;
        }
        let (word, text) = self.ledger.borrow_mut().new_word();
        let mut older = self.older.borrow_mut();
        // What it wrote before is contained in it, or a person replaced it.
        self.ledger_either(words(&older).iter());
        *older = match self.one_in(2) {
            true => format!("{older}{text}"),
            false => text,
        };
        let now = self.now();
        let saved = format!(
            r#"{{"form":1,"revision":{},"changed":"{now}","value":{{"on":"{now}","words":"{older}"}}}}"#,
            self.done.get()
        );
        self.say(|| format!("older: {older}"));
        ocean.write(usize::MAX, "waymark.note.n", Some(&saved));
        // It overwrites its own name: whoever removes that must have seen what is there.
        ocean.all_see();
        self.ledger.borrow_mut().note(word, Fate::Kept);
    }
}
