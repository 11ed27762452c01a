//! Makes changes, keeps them, and undoes them.

use super::{Applied, Keeper, Undo};
use crate::change::{differences, put_back, without, write_at};
use crate::shelf::Done;
use crate::version::{Id, Lost, Version, bare_id, words_of};
use record::goal::GoalChange;
use record::{AnswerChange, Change, Key, LearningChange, LocalTime, Other, Outcome, Record};
use serde_json::{Map, Value};

/// After how many minutes without a change a new history begins. Nobody's view of
/// storage is that old: a page that slept looks again before it writes.
const HISTORY_MINUTES: u64 = 60;

impl Keeper {
    /// Makes a change, keeps it, and returns what became of it.
    pub fn apply(&mut self, record: &mut Record, change: Change, now: &LocalTime) -> Applied {
        let key = change.key();
        if key == Key::Settings {
            return self.apply_setting(record, change, now);
        }
        let before = record.fields_of(&key);
        let is_removal = removes(&change);
        let mut brought = false;
        let mut outcome = record.apply(change.clone(), now);
        if outcome == Outcome::NowhereToGo && self.bring_back(record, &key) {
            brought = true;
            outcome = record.apply(change, now);
        }
        match outcome {
            Outcome::Held => return Applied::Held,
            Outcome::NowhereToGo => return Applied::NowhereToGo,
            Outcome::Unchanged if !brought => return Applied::Unchanged,
            Outcome::Changed | Outcome::Unchanged => {}
        }
        let after = record.fields_of(&key);
        if let (true, Some(before)) = (is_removal, &before) {
            self.note_undo(&key, before.clone(), after.clone().unwrap_or_default(), now);
        }
        match self.write(&key, &before.unwrap_or_default(), after.as_ref(), now) {
            Ok(()) if brought => Applied::BroughtBack,
            Ok(()) => Applied::Kept,
            Err(why) => Applied::NotKept(why),
        }
    }

    /// Settings have one name, and what was written there last counts.
    fn apply_setting(&mut self, record: &mut Record, change: Change, now: &LocalTime) -> Applied {
        let name = Key::Settings.to_string();
        if let Ok(Some(text)) = self.shelf.get(&name) {
            let _ = record.take_in(&Key::Settings, &text);
        }
        match record.apply(change, now) {
            Outcome::Changed => {}
            Outcome::Held => return Applied::Held,
            _ => return Applied::Unchanged,
        }
        let text = record.text_of(&Key::Settings).unwrap_or_default();
        self.shelf.set(&name, &text).map_or_else(Applied::NotKept, |()| Applied::Kept)
    }

    /// Brings back what another page removed, as it was here.
    fn bring_back(&mut self, record: &mut Record, key: &Key) -> bool {
        let former = self.place(&key.to_string()).and_then(|at| self.things[at].former.take());
        former.is_some_and(|former| record.take_in_fields(key, former).is_ok())
    }

    /// Notes what was removed. What goes together with something else, as all of a module does, is
    /// also put back with it.
    fn note_undo(&mut self, key: &Key, before: Other, after: Other, now: &LocalTime) {
        if self.is_undo_old || self.undo.last().is_some_and(|last| last.at != *now || last.key == *key) {
            self.undo.clear();
        }
        self.is_undo_old = false;
        self.undo.push(Undo { key: key.clone(), before, after, at: now.clone() });
    }

    /// Whether something was removed that can be put back.
    pub fn can_undo(&self) -> bool {
        !self.undo.is_empty()
    }

    /// Notes that another page is opened: what was removed before the last one is forgotten.
    pub fn age_undo(&mut self) {
        if self.is_undo_old {
            self.undo.clear();
        }
        self.is_undo_old = !self.undo.is_empty();
    }

    /// Puts back what was removed last. What was written since stays.
    pub fn undo(&mut self, record: &mut Record, now: &LocalTime) -> Applied {
        let mut undone = Applied::Unchanged;
        for one in std::mem::take(&mut self.undo) {
            let is_unkept = matches!(undone, Applied::NotKept(_));
            match self.undo_one(record, one, now) {
                Applied::Unchanged => {}
                other if !is_unkept => undone = other,
                _ => {}
            }
        }
        undone
    }

    fn undo_one(&mut self, record: &mut Record, undo: Undo, now: &LocalTime) -> Applied {
        let Undo { key, before, after, .. } = undo;
        let here = record.fields_of(&key);
        let is_as_left =
            |here: &Other| ["value", "beside"].iter().all(|part| here.get(*part) == after.get(*part));
        let mut back = match &here {
            Some(here) if !is_as_left(here) => here.clone(),
            _ => before.clone(),
        };
        put_back(&before, &after, &mut back);
        if here.as_ref() == Some(&back) {
            return Applied::Unchanged;
        }
        if let Some(revision) = here.as_ref().and_then(|here| here.get("revision")).and_then(Value::as_u64) {
            back.insert("revision".to_owned(), (revision + 1).into());
        }
        self.change_form(record, &key, here, back, now)
    }

    /// Removes a text beside a field; with `into_place`, puts it into the field first, in
    /// place of what is there.
    pub fn settle_beside(
        &mut self,
        record: &mut Record,
        key: &Key,
        (at, id): (&str, &str),
        into_place: bool,
        now: &LocalTime,
    ) -> Applied {
        let Some(here) = record.fields_of(key) else {
            return Applied::NowhereToGo;
        };
        let mut form = here.clone();
        let beside = form.remove("beside").unwrap_or_default();
        let found = beside.as_array().and_then(|list| crate::merge::item(list, id)).cloned();
        let text = found.as_ref().and_then(|item| item["text"].as_str());
        if into_place && !text.is_some_and(|text| write_at(&mut form, at, text)) {
            return Applied::NowhereToGo;
        }
        let left = without(&beside, id);
        if left.as_array().is_some_and(|left| !left.is_empty()) {
            form.insert("beside".to_owned(), left);
        }
        self.note_undo(key, here.clone(), form.clone(), now);
        self.change_form(record, key, Some(here), form, now)
    }

    fn change_form(
        &mut self,
        record: &mut Record,
        key: &Key,
        before: Option<Other>,
        mut form: Other,
        now: &LocalTime,
    ) -> Applied {
        form.insert("changed".to_owned(), now.to_string().into());
        if record.take_in_fields(key, form.clone()).is_err() {
            return Applied::Held;
        }
        let kept = self.write(key, &before.unwrap_or_default(), Some(&form), now);
        kept.map_or_else(Applied::NotKept, |()| Applied::Kept)
    }

    /// Writes again what this page has and storage lacks.
    pub fn keep_again(&mut self, record: &Record, now: &LocalTime) {
        for at in 0..self.things.len() {
            let thing = &self.things[at];
            let form = record.fields_of(&thing.key);
            if let (true, Some(form)) = (thing.versions.iter().any(|version| version.lost.is_some()), form) {
                let key = thing.key.clone();
                // If it fails, everything is as before.
                let _ = self.write(&key, &form, Some(&form), now);
            }
        }
    }

    /// Writes a version of a thing after a change from one form to another, or the mark that it
    /// is gone. Then removes the versions contained in it.
    pub(super) fn write(
        &mut self,
        key: &Key,
        before: &Other,
        after: Option<&Other>,
        now: &LocalTime,
    ) -> Done<()> {
        let name = key.to_string();
        let at = self.thing(&name, key);
        self.written += 1;
        let id = Id { writer: self.writer.clone(), number: self.written };
        let form = self.next_form(at, &id, before, after, now);
        let stands = format!("{name}~{}", id.text());
        let text = Value::Object(form.clone()).to_string();
        let is_gone = after.is_none();
        let mut kept = self.put(&stands, &text);
        let thing = &mut self.things[at];
        for version in std::mem::take(&mut thing.versions) {
            thing.note_old(version);
        }
        thing.shown = id.text() + " ";
        thing.versions.push(Version { id, form, ..Version::nothing() });
        if kept.is_ok() || is_gone {
            self.remove_old(at);
        }
        if kept.is_err() && is_gone {
            // There may be room for the mark by now.
            kept = self.put(&stands, &text);
        }
        let thing = &mut self.things[at];
        match kept {
            Ok(stood) => {
                thing.versions.iter_mut().for_each(|version| version.stands.push(stood.clone()));
                self.note_place(&stood, at);
                Ok(())
            }
            // It is gone, though without a mark that shows this to others.
            Err(why) if is_gone => {
                thing.versions.clear();
                Err(why)
            }
            Err(why) => {
                thing.versions.iter_mut().for_each(|version| version.lost = Some(Lost::NotKept(why)));
                Err(why)
            }
        }
    }

    /// Removes the names of versions that are contained in others in storage.
    pub(super) fn remove_old(&mut self, at: usize) {
        for (id, stands) in std::mem::take(&mut self.things[at].old) {
            let is_bare = stands == self.things[at].name;
            if is_bare && self.shelf.get(&stands).ok().flatten().is_none_or(|text| bare_id(&text) != id) {
                // An older Waymark overwrote it meanwhile.
                continue;
            }
            let covers = |version: &Version| version.lost.is_none() && version.covers(&id);
            let is_in_others = self.things[at].versions.iter().any(covers);
            match is_in_others && self.shelf.remove(&stands).is_ok() {
                true if is_bare => {}
                true => drop(self.places.remove(&stands)),
                false => self.things[at].old.push((id, stands)),
            }
        }
    }

    /// The form of the next version, with what it knows.
    fn next_form(&self, at: usize, id: &Id, before: &Other, after: Option<&Other>, now: &LocalTime) -> Other {
        let thing = &self.things[at];
        let merged = thing.merged();
        let mut form = match after {
            Some(after) => words_of(after),
            None => Version::gone(merged.revision() + 1, now),
        };
        let mut history = History::of(&merged);
        let is_old = !self.is_partial && now.minutes() >= merged.minutes() + HISTORY_MINUTES;
        if merged.form.is_empty() {
            history = History { since: String::new(), ..History::default() };
        } else if thing.versions.len() == 1 && thing.old.is_empty() && (is_old || merged.since().is_none()) {
            history = History { since: merged.id.text(), ..History::default() };
        } else if merged.since().is_none() {
            history.since = id.text();
            history.at = Map::new();
        }
        for version in &thing.versions {
            history.by.insert(version.id.writer.clone(), version.id.number.into());
        }
        history.note(id, before, &form);
        form.insert("by".to_owned(), Value::Object(history.by));
        form.insert("at".to_owned(), Value::Object(history.at));
        form.insert("since".to_owned(), history.since.into());
        form
    }
}

/// What a version knows: its history, and what changed each place.
#[derive(Default)]
struct History {
    by: Map<String, Value>,
    at: Map<String, Value>,
    since: String,
}

impl History {
    fn of(version: &Version) -> Self {
        let map = |name: &str| version.form.get(name).and_then(Value::as_object).cloned().unwrap_or_default();
        Self { by: map("by"), at: map("at"), since: version.since().unwrap_or_default().to_owned() }
    }

    /// Notes what a version changes.
    fn note(&mut self, id: &Id, before: &Other, after: &Other) {
        let (dot, at) = (id.text(), &mut self.at);
        for named in at.values_mut().filter(|named| *named == "") {
            *named = dot.clone().into();
        }
        differences(before, after, &mut |path| {
            let inside = format!("{path}/");
            at.retain(|place, _| !place.starts_with(&inside));
            at.insert(path.to_owned(), dot.clone().into());
        });
        self.by.insert(id.writer.clone(), id.number.into());
    }
}

/// Whether a change removes something that a person wrote or chose.
fn removes(change: &Change) -> bool {
    match change {
        Change::Forget(_) => true,
        Change::Answer { change, .. } => {
            matches!(
                change,
                AnswerChange::ForgetItem(_) | AnswerChange::ForgetMark(_) | AnswerChange::OffPlan
            )
        }
        Change::Goal(_, change) => {
            matches!(change, GoalChange::ForgetStep(_) | GoalChange::ForgetFollowUp(_))
        }
        Change::LearningPlan(change) => matches!(change, LearningChange::Forget(_)),
        _ => false,
    }
}
