//! Closed and plain texts: two shelves in one.
//!
//! A version that goes from one to the other is **copied under a new name, after it was
//! seen, and only then is the original removed**. So two pages that move the same
//! version in opposite directions may leave it in both, and never in none.

use super::{Keeper, Way};
use crate::lock::{CLOSED, State};
use crate::shelf::{Done, NotKept};
use crate::version::{Id, bare_id, is_ours, split, thing_of};
use record::backup::Text;
use record::key::{ASIDE, LOCK};
use record::{Key, LocalTime};
use serde_json::Value;

impl Keeper {
    /// Whether what is written now has to be closed. Puts back a lock that was cleared.
    fn closes(&mut self) -> Done<bool> {
        if self.opened != Way::Open {
            return Ok(false);
        }
        if self.keys.is_empty() && self.shelf.get(LOCK)?.is_none() {
            return Ok(false);
        }
        match self.lock_there().map_err(|_| NotKept::Blocked)? {
            None if self.keys.is_empty() => Ok(false),
            Some(lock) if self.has_key_of(&lock) => {
                let closes = matches!(lock.state, State::GoingOn | State::On);
                if closes && !self.is_whole(&lock.copy_name()) {
                    self.write_lock(lock)?;
                }
                Ok(closes)
            }
            Some(lock) if lock.state == State::Off => Ok(false),
            Some(_) => Err(NotKept::Blocked),
            None => {
                let lock = self.lock.clone().ok_or(NotKept::Blocked)?;
                self.write_lock(lock).map(|()| true)
            }
        }
    }

    /// Puts a text on the shelf, closed where there is a lock, and returns its name there.
    pub(super) fn put(&mut self, name: &str, text: &str) -> Done<String> {
        let closes = self.closes()?;
        self.put_so(closes, name, text)
    }

    fn put_so(&mut self, closes: bool, name: &str, text: &str) -> Done<String> {
        let stands = match self.keys.first().filter(|_| closes) {
            None => {
                self.shelf.set(name, text)?;
                name.to_owned()
            }
            Some(key) => {
                let nonce = self.bytes().ok_or(NotKept::Blocked)?;
                let (stands, sealed) = (key.name(name), key.close(name, text, &nonce));
                self.shelf.set(&stands, &sealed)?;
                stands
            }
        };
        Ok(stands)
    }

    /// Name and text of what is under a name; `None` for a lock, and for what no key here opens.
    pub(super) fn opened(&self, stands: &str, text: String) -> Option<Text> {
        match stands.starts_with(CLOSED) {
            true => self.keys.iter().find_map(|key| key.open(stands, &text)),
            false if stands.starts_with(LOCK) => None,
            false => Some((stands.to_owned(), text)),
        }
    }

    /// Copies everything to where it belongs, and then removes what was copied: all of
    /// it, or nothing.
    pub(super) fn move_all(&mut self, closes: bool, now: &LocalTime) -> Done<()> {
        let mut seen = Vec::new();
        let mut copies: Vec<String> = Vec::new();
        for stands in self.shelf.names()? {
            let is_there = is_ours(&stands) && stands.starts_with(CLOSED) != closes;
            if !is_there || stands == Key::Settings.to_string() {
                continue;
            }
            let Some(text) = self.shelf.get(&stands)? else {
                continue;
            };
            if let Some((name, words)) = self.opened(&stands, text.clone()) {
                let name = self.copy_name(&name, &words, now);
                match self.put_so(closes, &name, &words) {
                    Ok(copy) => copies.push(copy),
                    Err(why) => {
                        for copy in copies {
                            let _ = self.shelf.remove(&copy);
                        }
                        return Err(why);
                    }
                }
                seen.push((stands, text));
            }
        }
        for (stands, text) in seen {
            // Other apps and an older Waymark overwrite their own.
            if self.shelf.get(&stands) == Ok(Some(text)) {
                let _ = self.shelf.remove(&stands);
            }
        }
        Ok(())
    }

    /// A name for a copy, which nobody else writes.
    fn copy_name(&mut self, name: &str, text: &str, now: &LocalTime) -> String {
        let (thing, id) = split(name);
        match thing_of(name) {
            Some(_) => {
                let id = id.unwrap_or_else(|| bare_id(text));
                format!("{thing}~{}+{}", id.text(), self.letters())
            }
            None if name.starts_with(ASIDE) => self.aside_again(name),
            // Of an unknown kind: whoever knows it finds it by this name.
            None => match self.shelf.get(name) {
                Ok(None) => name.to_owned(),
                _ => self.aside_name(name, now),
            },
        }
    }

    fn aside_again(&mut self, name: &str) -> String {
        let parts: Vec<&str> = name.splitn(5, '.').collect();
        match parts[..] {
            [ours, aside, time, _, rest] => {
                self.written += 1;
                format!("{ours}.{aside}.{time}.{}-{}.{rest}", self.writer, self.written)
            }
            _ => name.to_owned(),
        }
    }

    /// Copies a text that is not a version to where it belongs, and removes what was copied.
    pub(super) fn tidy_other(&mut self, stands: &str, name: &str, text: &str, now: &LocalTime) {
        if self.keys.is_empty()
            || self.opened != Way::Open
            || self.wants_closed() == stands.starts_with(CLOSED)
        {
            return;
        }
        let copy = self.copy_name(name, text, now);
        if self.put(&copy, text).is_ok() {
            let _ = self.shelf.remove(stands);
        }
    }

    fn wants_closed(&self) -> bool {
        self.lock.as_ref().is_some_and(|lock| matches!(lock.state, State::GoingOn | State::On))
    }

    /// Copies versions of a thing to where they belong, and removes what was copied.
    pub(super) fn tidy(&mut self, at: usize) {
        let closes = self.wants_closed();
        let is_out_of_place = |stands: &&String| {
            stands.starts_with(CLOSED) != closes && matches!(self.shelf.get(stands), Ok(Some(_)))
        };
        if self.keys.is_empty() || self.opened != Way::Open {
            return;
        }
        let thing = &self.things[at];
        let name = thing.name.clone();
        let moving: Vec<(Id, String, Vec<String>)> = thing
            .versions
            .iter()
            .filter(|version| version.stands.iter().any(|stands| is_out_of_place(&stands)))
            .map(|version| {
                let seen = version.stands.iter().filter(is_out_of_place).cloned();
                (version.id.clone(), Value::Object(version.form.clone()).to_string(), seen.collect())
            })
            .collect();
        for (id, text, seen) in moving {
            let copy = format!("{name}~{}+{}", id.text(), self.letters());
            // What cannot be copied now stays as it is, and remains readable.
            if let Ok(stood) = self.put(&copy, &text) {
                self.note_place(&stood, at);
                for stands in &seen {
                    let _ = self.shelf.remove(stands);
                }
                let version = self.things[at].versions.iter_mut().find(|version| version.id == id);
                if let Some(version) = version {
                    version.stands.retain(|stands| !seen.contains(stands));
                    version.stands.push(stood);
                }
            }
        }
    }
}
