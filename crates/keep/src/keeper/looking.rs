//! Takes in what is in storage, and what others did there.

use super::{Keeper, Thing, Way};
use crate::lock::CLOSED;
use crate::merge::merge;
use crate::version::{Id, Lost, Version, bare_id, is_ours, split, thing_of, words_of};
use record::key::{ASIDE, LOCK};
use record::saved::{FORM, fields_of};
use record::{Key, LocalTime, Other, Record};
use serde_json::{Map, Value};

/// The name whose coming and going says that a person erased everything.
pub(super) const ERASED: &str = "waymark.erased";

/// After how many days the mark of a removal ends.
const MARK_DAYS: u32 = 30;

impl Keeper {
    /// Looks at everything in storage: at the start, and after a time in which this page
    /// could not hear of others. What this page has and storage lacks stays in the
    /// record, and is not rewritten without being asked.
    pub fn look(&mut self, record: &mut Record, now: &LocalTime) {
        let _ = self.shelf.events();
        self.is_partial = false;
        self.find_lock(record, now);
        let Ok(names) = self.shelf.names() else {
            return;
        };
        let mut there = Map::new();
        for name in names.into_iter().filter(|name| is_ours(name)) {
            there.insert(name, Value::Null);
        }
        let absent = |name: &&String| !there.contains_key(*name) && self.is_standing(name);
        let absent: Vec<String> = self.places.keys().filter(absent).cloned().collect();
        for name in absent {
            self.touch(&name, record, now);
        }
        for name in there.keys() {
            // What is written only once need not be read twice.
            if split(name).1.is_none() || !self.is_standing(name) {
                self.touch(name, record, now);
            }
        }
        for at in 0..self.things.len() {
            self.settle(at, record);
            self.remove_old(at);
            self.end_mark(at, now);
        }
        self.drop_keys();
    }

    /// Takes in what others did since the last call, and returns whether there was anything.
    pub fn hear(&mut self, record: &mut Record, now: &LocalTime) -> bool {
        let events = self.shelf.events();
        let is_any = !events.is_empty();
        for event in events {
            match event {
                None => self.look(record, now),
                Some(name) if name == ERASED => self.forget_lost(record, now),
                Some(name) if name.starts_with(LOCK) => self.look(record, now),
                Some(name) if is_ours(&name) => {
                    if let Some(at) = self.touch(&name, record, now) {
                        self.settle(at, record);
                        self.remove_old(at);
                    }
                }
                Some(_) => {}
            }
        }
        is_any
    }

    fn is_standing(&self, name: &str) -> bool {
        let stands = |thing: &Thing| {
            let in_versions =
                thing.versions.iter().any(|version| version.stands.iter().any(|one| one == name));
            in_versions || thing.old.iter().any(|(_, one)| one == name)
        };
        self.thing_at(name).is_some_and(stands)
    }

    /// Looks at one name, and returns the index of the thing it belongs to, if that may have changed.
    fn touch(&mut self, stands: &str, record: &mut Record, now: &LocalTime) -> Option<usize> {
        if self.way() == Way::Locked && *stands != Key::Settings.to_string() {
            return None;
        }
        match self.shelf.get(stands) {
            Ok(Some(text)) => self.take_in(stands, text, record, now),
            Ok(None) => self.note_absent(stands),
            Err(_) => None,
        }
    }

    fn take_in(&mut self, stands: &str, text: String, record: &mut Record, now: &LocalTime) -> Option<usize> {
        let is_bare = split(stands).1.is_none();
        if !is_bare && self.is_standing(stands) {
            return None;
        }
        let Some((name, text)) = self.opened(stands, text) else {
            self.is_partial |= stands.starts_with(CLOSED);
            self.others += 1;
            return None;
        };
        if name == Key::Settings.to_string() {
            if record.take_in(&Key::Settings, &text) == Err(record::Unreadable::Foreign) {
                self.set_aside(&name, stands, &text, now);
            }
            return None;
        }
        let Some(key) = thing_of(&name) else {
            self.others += 1;
            self.tidy_other(stands, &name, &text, now);
            return None;
        };
        let (thing, id) = split(&name);
        let at = self.thing(thing, &key);
        let id = id.unwrap_or_else(|| bare_id(&text));
        match read(&key, &text) {
            Reading::Version(form) => self.add(at, stands, &name, Version { id, form, ..Version::nothing() }),
            Reading::Newer => {
                self.things[at].is_held = true;
                self.others += 1;
                self.tidy_other(stands, &name, &text, now);
            }
            // If it cannot be moved, it stays: nothing overwrites it.
            Reading::Foreign => drop(self.set_aside(&name, stands, &text, now)),
        }
        self.tidy(at);
        Some(at)
    }

    /// Adds a version to a thing, or the name to a version that is already there.
    fn add(&mut self, at: usize, stands: &str, name: &str, mut version: Version) {
        self.note_place(stands, at);
        let thing = &mut self.things[at];
        if split(name).1.is_none() {
            // An older Waymark overwrote its own.
            let is_before = |known: &Version| known.id.writer.starts_with('=') && known.id != version.id;
            for known in thing.versions.iter_mut().filter(|known| is_before(known)) {
                known.stands.retain(|one| one != stands);
            }
            thing.versions.retain(|known| !is_before(known) || !known.stands.is_empty());
        }
        match thing.versions.iter_mut().find(|known| known.id == version.id) {
            Some(known) => {
                known.lost = None;
                if known.stands.iter().all(|one| one != stands) {
                    known.stands.push(stands.to_owned());
                }
            }
            None => {
                version.stands.push(stands.to_owned());
                thing.versions.push(version);
            }
        }
    }

    /// Notes that a name is gone. Whether its version was only replaced shows when
    /// the thing is settled.
    fn note_absent(&mut self, stands: &str) -> Option<usize> {
        let Some(at) = self.place(stands) else {
            self.others += 1;
            return None;
        };
        let thing = &mut self.things[at];
        if thing.name != stands {
            self.places.remove(stands);
        }
        let thing = &mut self.things[at];
        thing.old.retain(|(_, one)| one != stands);
        for version in &mut thing.versions {
            let before = version.stands.len();
            version.stands.retain(|one| one != stands);
            if before > 0 && version.stands.is_empty() {
                version.lost = Some(Lost::Taken);
            }
        }
        Some(at)
    }

    /// Drops versions contained in others, and gives the record what is left.
    pub(super) fn settle(&mut self, at: usize, record: &mut Record) {
        let thing = &mut self.things[at];
        thing.drop_covered();
        if thing.is_held {
            record.hold(&thing.key);
            return;
        }
        let shown: String = thing.versions.iter().map(|version| version.id.text() + " ").collect();
        if shown == thing.shown {
            return;
        }
        thing.shown = shown;
        let merged = thing.merged();
        match merged.form.is_empty() || merged.is_gone() {
            true => {
                thing.former = record.fields_of(&thing.key).or(thing.former.take());
                record.drop_key(&thing.key);
            }
            // It was read before, so it can be read now.
            false => {
                thing.former = None;
                let _ = record.take_in_fields(&thing.key, words_of(&merged.form));
            }
        }
    }

    /// Ends the mark of a removal, after its time.
    fn end_mark(&mut self, at: usize, now: &LocalTime) {
        let thing = &self.things[at];
        if let [version] = &thing.versions[..]
            && version.is_gone()
            && thing.old.is_empty()
            && !self.is_partial
            && now.minutes() >= version.minutes() + u64::from(MARK_DAYS) * 1440
        {
            for stands in version.stands.clone() {
                let _ = self.shelf.remove(&stands);
            }
            self.things[at].versions.clear();
        }
    }

    /// Forgets what is no longer in storage, because a person erased it.
    fn forget_lost(&mut self, record: &mut Record, now: &LocalTime) {
        self.undo.clear();
        for at in 0..self.things.len() {
            let thing = &mut self.things[at];
            thing.versions.retain(|version| version.lost.is_none());
            // Versions contained in the forgotten ones may now count by themselves.
            for (_, stands) in std::mem::take(&mut thing.old) {
                self.touch(&stands, record, now);
            }
            self.settle(at, record);
            self.things[at].former = None;
        }
    }

    /// Moves a text that cannot be read to a name of its own, and returns whether it could.
    fn set_aside(&mut self, name: &str, stands: &str, text: &str, now: &LocalTime) -> bool {
        self.others += 1;
        let aside = self.aside_name(name, now);
        self.put(&aside, text).is_ok() && self.shelf.remove(stands).is_ok()
    }

    /// A name for something set aside that nobody else writes: `waymark.aside.<time>.<n>.<name>`.
    pub(super) fn aside_name(&mut self, name: &str, now: &LocalTime) -> String {
        self.written += 1;
        format!("{ASIDE}{now}.{}-{}.{name}", self.writer, self.written)
    }
}

enum Reading {
    Version(Other),
    Newer,
    Foreign,
}

fn read(key: &Key, text: &str) -> Reading {
    let Ok(form) = fields_of(text) else {
        return Reading::Foreign;
    };
    match form.get("form").and_then(Value::as_u64) {
        Some(newer) if newer > FORM => Reading::Newer,
        _ if form.contains_key("gone") => Reading::Version(form),
        _ => match Record::default().take_in_fields(key, form.clone()) {
            Ok(()) => Reading::Version(form),
            Err(_) => Reading::Foreign,
        },
    }
}

impl Thing {
    /// Drops versions contained in others; their names in storage count as old.
    fn drop_covered(&mut self) {
        let mut at = 0;
        while at < self.versions.len() {
            let id: &Id = &self.versions[at].id;
            let mut others = self.versions.iter().enumerate().filter(|(other, _)| *other != at);
            let this = &self.versions[at];
            let is_covered = others.any(|(_, other)| other.covers(id) || other.is_after_lost(this));
            let is_ended = self.versions[at].is_gone() && self.versions[at].lost == Some(Lost::Taken);
            match is_covered || is_ended {
                true => {
                    let version = self.versions.remove(at);
                    self.note_old(version);
                }
                false => at += 1,
            }
        }
    }

    /// Notes the names of a version that is contained in others.
    pub(super) fn note_old(&mut self, version: Version) {
        for stands in version.stands {
            if self.old.iter().all(|(_, one)| *one != stands) {
                self.old.push((version.id.clone(), stands));
            }
        }
    }

    /// All versions merged, in an order that is the same for every page.
    pub(super) fn merged(&self) -> Version {
        let mut rest: Vec<&Version> = self.versions.iter().collect();
        let mut merged: Option<Version> = None;
        while !rest.is_empty() {
            let mut least = 0;
            for at in 1..rest.len() {
                if rest[at].id.text() < rest[least].id.text() {
                    least = at;
                }
            }
            let next = rest.remove(least);
            merged = Some(merged.map_or_else(|| next.clone(), |merged| merge(&merged, next)));
        }
        merged.unwrap_or_else(Version::nothing)
    }
}
