//! Everything that is kept, for backups; restoring one; erasing.

use super::{Keeper, Way};
use crate::shelf::Done;
use crate::version::{is_ours, split, thing_of};
use record::backup::{Restore, Text};
use record::key::{ASIDE, LOCK};
use record::saved::fields_of;
use record::{Key, LocalTime, Other, Record};

use super::looking::ERASED;

/// What restoring a backup wrote, so that it can be undone.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Restored {
    /// The things, with the version that was written.
    things: Vec<(Key, String)>,
    /// Other texts: the name of each, and the text there.
    others: Vec<Text>,
}

impl Keeper {
    /// Everything that is kept or on the screen, by the names of the things: for a backup.
    pub fn texts(&self, record: &Record) -> Vec<Text> {
        let keys = record.keys().into_iter();
        let known = keys.filter_map(|key| Some((key.to_string(), record.text_of(&key)?)));
        known.chain(self.other_texts(record)).collect()
    }

    /// What is kept outside the record: set aside, written by a newer Waymark, of an
    /// unknown kind, or closed by a lock that is not open. Name and text.
    pub fn other_texts(&self, record: &Record) -> Vec<Text> {
        let mut others = Vec::new();
        for (stands, text) in self.unknown_texts() {
            others.push(self.opened(&stands, text.clone()).unwrap_or((stands, text)));
        }
        others.retain(|(name, _)| *name != Key::Settings.to_string() || record.is_held(&Key::Settings));
        others
    }

    /// How many texts are set aside.
    pub fn asides(&self) -> usize {
        let is_aside = |(stands, text): Text| {
            self.opened(&stands, text).is_some_and(|(name, _)| name.starts_with(ASIDE))
        };
        self.unknown_texts().into_iter().filter(|text| is_aside(text.clone())).count()
    }

    /// Texts of ours in storage, except locks and known versions.
    pub(super) fn unknown_texts(&self) -> Vec<Text> {
        // Before its lock is opened, a page knows none of them; none counts as unknown.
        let is_locked = self.way() == Way::Locked;
        let names = self.shelf.names().unwrap_or_default().into_iter();
        let is_unknown = |name: &String| {
            !is_locked && is_ours(name) && !name.starts_with(LOCK) && *name != *ERASED && !self.is_known(name)
        };
        let text = |name: String| self.shelf.get(&name).ok().flatten().map(|text| (name, text));
        let is_other = |(name, text): &Text| {
            let opened = self.opened(name, text.clone());
            opened.is_none_or(|(name, _)| !self.is_known(&name))
        };
        names.filter(is_unknown).filter_map(text).filter(is_other).collect()
    }

    /// Whether a name is that of a version, which is or soon will be in the record.
    fn is_known(&self, name: &str) -> bool {
        let at = self.place(split(name).0).or_else(|| self.place(name));
        thing_of(name).is_some() && at.is_none() || at.is_some_and(|at| !self.things[at].is_held)
    }

    /// Restores what a backup has; what is here stays. All of it, or nothing.
    ///
    /// # Errors
    /// Where there is no room for all of it.
    pub fn restore(&mut self, record: &mut Record, restore: &Restore, now: &LocalTime) -> Done<Restored> {
        let mut restored = Restored::default();
        let beside = restore.different.iter().map(|text| (text, true));
        for ((name, text), is_beside) in restore.new.iter().map(|text| (text, false)).chain(beside) {
            if let Err(why) = self.restore_one(record, name, text, is_beside, now, &mut restored) {
                self.undo_restore(record, &restored, now);
                return Err(why);
            }
        }
        Ok(restored)
    }

    fn restore_one(
        &mut self,
        record: &mut Record,
        name: &str,
        text: &str,
        is_beside: bool,
        now: &LocalTime,
        restored: &mut Restored,
    ) -> Done<()> {
        let is_version = split(name).1.is_some();
        let is_free = !is_version && self.shelf.get(name)?.is_none();
        let key = thing_of(name).filter(|key| !is_beside && !is_version && record.fields_of(key).is_none());
        if let (Some(key), Ok(form)) = (key, fields_of(text))
            && !record.is_held(&key)
            && record.take_in_fields(&key, form.clone()).is_ok()
        {
            let kept = self.write(&key, &Other::new(), Some(&form), now);
            let written = self.thing_at(name).and_then(|thing| thing.versions.first());
            restored.things.extend(written.map(|version| (key, version.id.text())));
            return kept;
        }
        let name = match is_free && !is_beside {
            true => name.to_owned(),
            false => self.aside_name(name, now),
        };
        let stands = match name == Key::Settings.to_string() {
            true => self.shelf.set(&name, text).map(|()| name)?,
            false => self.put(&name, text)?,
        };
        let stood = self.shelf.get(&stands)?.unwrap_or_default();
        restored.others.push((stands, stood));
        Ok(())
    }

    /// Undoes what [`Keeper::restore`] wrote, except what was changed since.
    pub fn undo_restore(&mut self, record: &mut Record, restored: &Restored, now: &LocalTime) {
        for (key, id) in &restored.things {
            self.take_back(record, key, id, now);
        }
        for (stands, text) in &restored.others {
            if self.shelf.get(stands).ok().flatten().as_ref() == Some(text) {
                let _ = self.shelf.remove(stands);
            }
        }
        self.look(record, now);
    }

    /// Undoes a version, unless something was written over it since. What others wrote
    /// beside it stays.
    fn take_back(&mut self, record: &mut Record, key: &Key, id: &str, now: &LocalTime) {
        let Some(at) = self.place(&key.to_string()) else {
            return;
        };
        let versions = &mut self.things[at].versions;
        let Some(found) = versions.iter().position(|version| version.id.text() == id) else {
            return;
        };
        if versions.len() == 1 {
            let before = record.fields_of(key).unwrap_or_default();
            record.drop_key(key);
            let _ = self.write(key, &before, None, now);
            return;
        }
        for stands in versions.remove(found).stands {
            let _ = self.shelf.remove(&stands);
        }
        self.settle(at, record);
    }

    /// Removes one text outside the record, and returns whether it is gone.
    pub fn forget_text(&mut self, (name, text): &Text) -> bool {
        for (stands, there) in self.unknown_texts() {
            let opened = self.opened(&stands, there.clone()).unwrap_or((stands.clone(), there));
            if opened == (name.clone(), text.clone()) {
                return self.shelf.remove(&stands).is_ok();
            }
        }
        false
    }

    /// Removes everything of ours, including a lock and what cannot be read, and returns whether
    /// nothing is left. Other pages forget it too.
    pub fn erase(&mut self, record: &mut Record, now: &LocalTime) -> bool {
        let _ = self.shelf.set(ERASED, "1");
        for name in self.shelf.names().unwrap_or_default() {
            if is_ours(&name) && name != ERASED {
                // Whether it went shows below.
                let _ = self.shelf.remove(&name);
            }
        }
        let _ = self.shelf.remove(ERASED);
        self.forget_all(record);
        record.drop_key(&Key::Settings);
        self.keys.clear();
        self.shut.clear();
        self.lock = None;
        self.look(record, now);
        let names = self.shelf.names();
        names.is_ok_and(|names| !names.iter().any(|name| is_ours(name)))
    }
}
