//! One version of one thing: a saved form that is written once, under a name of its
//! own, and never overwritten.
//!
//! Its name is `<name of the thing>~<writer>-<number>`, and for a copy between plain and
//! closed more letters after a `+`. A bare name is a version of an older Waymark, which
//! overwrote its own; its text tells it apart from others.
//!
//! Beside the saved form it contains what it knows:
//! - `by`: for each page that wrote the thing since `since`, its last version contained here;
//! - `at`: for each place that was changed since then, the version that changed it;
//! - `since`: the version with which this history begins; empty for the thing's first;
//! - `gone`: it is the mark that the thing was removed, and has none of its words;
//! - `beside`: texts that another page wrote into a field at the same time.

use record::key::{Key, OURS};
use record::saved::{FORM, fields_of};
use record::{LocalTime, Other};
use serde_json::{Map, Value};

/// Why a version that this page has is not in storage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lost {
    /// It could not be written.
    NotKept(crate::NotKept),
    /// Something else removed it, without a mark.
    Taken,
}

/// One version of a thing, as this page has it.
#[derive(Debug, Clone, PartialEq)]
pub struct Version {
    /// What tells it apart from all others: writer and number.
    pub id: Id,
    /// The saved form, with what it knows.
    pub form: Other,
    /// Its names in storage; more than one while it is copied.
    pub stands: Vec<String>,
    /// Why it is not in storage, if it is not.
    pub lost: Option<Lost>,
}

/// The id of a version: who wrote it, and which of their writes it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Id {
    /// The page that wrote it; `=` and a hash of the text for an older Waymark.
    pub writer: String,
    /// The number of the write in that page, from 1.
    pub number: u64,
}

impl Id {
    /// Reads `<writer>-<number>`.
    pub fn parse(text: &str) -> Option<Self> {
        let (writer, number) = text.rsplit_once('-')?;
        Some(Self { writer: writer.to_owned(), number: number.parse().ok()? })
    }

    /// Writes it as `<writer>-<number>`.
    pub fn text(&self) -> String {
        format!("{}-{}", self.writer, self.number)
    }
}

/// The name of a version: the name of its thing, with its id unless the name is bare.
pub fn split(name: &str) -> (&str, Option<Id>) {
    match name.split_once('~') {
        Some((thing, rest)) => (thing, Id::parse(rest.split_once('+').map_or(rest, |(id, _)| id))),
        None => (name, None),
    }
}

/// The thing a name belongs to, if that is kept in versions. Settings are
/// not: they are read before anything else is, and hold no words.
pub fn thing_of(name: &str) -> Option<Key> {
    let (thing, id) = split(name);
    let is_version = id.is_some() || !name.contains('~');
    Key::parse(thing).filter(|key| is_version && *key != Key::Settings)
}

/// Whether a name is ours.
pub fn is_ours(name: &str) -> bool {
    name.starts_with(OURS)
}

/// The id of a text that an older Waymark wrote under a bare name: FNV-1a, 64 bits,
/// which is enough to tell a person's texts apart.
pub fn bare_id(text: &str) -> Id {
    let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    Id { writer: format!("={hash:x}"), number: 1 }
}

impl Version {
    /// A version with nothing in it, which knows nothing.
    pub fn nothing() -> Self {
        let id = Id { writer: String::new(), number: 0 };
        Self { id, form: Map::new(), stands: Vec::new(), lost: None }
    }

    /// Whether this is the mark of a removal.
    pub fn is_gone(&self) -> bool {
        self.form.contains_key("gone")
    }

    /// Whether a text is the mark of a removal.
    pub fn is_mark(text: &str) -> bool {
        fields_of(text).is_ok_and(|form| form.contains_key("gone"))
    }

    /// Whether this version contains another.
    pub fn covers(&self, other: &Id) -> bool {
        *other == self.id || self.knows(&other.writer, other.number)
    }

    /// Whether this version replaced one that is gone from storage, in a history
    /// that begins later: a page that slept has not seen the versions in between, and whoever
    /// removed the other one had it in theirs.
    pub fn is_after_lost(&self, other: &Self) -> bool {
        other.lost == Some(Lost::Taken) && self.lost.is_none() && self.since() != other.since()
    }

    /// Whether this version contains the change named `<writer>-<number>`.
    pub fn has(&self, dot: &str) -> bool {
        Id::parse(dot).is_some_and(|id| self.covers(&id))
    }

    fn knows(&self, writer: &str, number: u64) -> bool {
        let by = self.form.get("by").and_then(|by| by.get(writer));
        by.and_then(Value::as_u64).is_some_and(|last| last >= number)
    }

    /// The version its history begins with, if it has one.
    pub fn since(&self) -> Option<&str> {
        self.form.get("since").and_then(Value::as_str)
    }

    /// Whether a place, or what it is part of, was changed by something that another
    /// version does not contain.
    pub fn is_new_at(&self, path: &str, other: &Self) -> bool {
        let Some(Value::Object(at)) = self.form.get("at") else {
            return false;
        };
        let mut place = Some(path);
        while let Some(path) = place {
            if at.get(path).and_then(Value::as_str).is_some_and(|dot| !other.has(dot)) {
                return true;
            }
            place = path.rsplit_once('/').map(|(outer, _)| outer);
        }
        false
    }

    /// Whether another version contains every change to a place and to what is in it.
    pub fn is_known_at(&self, path: &str, other: &Self) -> bool {
        let inside = format!("{path}/");
        let at = self.form.get("at").and_then(Value::as_object).into_iter().flatten();
        let mut inside = at.filter(|(place, _)| place.starts_with(&inside));
        let all = inside.all(|(_, dot)| dot.as_str().is_some_and(|dot| other.has(dot)));
        all && !self.is_new_at(path, other)
    }

    /// When it was written, in minutes, by the clock of that page.
    pub fn minutes(&self) -> u64 {
        let changed = self.form.get("changed").and_then(Value::as_str);
        changed.and_then(LocalTime::parse).map_or(0, |changed| changed.minutes())
    }

    /// How often the thing was changed.
    pub fn revision(&self) -> u64 {
        self.form.get("revision").and_then(Value::as_u64).unwrap_or_default()
    }

    /// What is left of a thing that is removed.
    pub fn gone(revision: u64, now: &LocalTime) -> Other {
        fields([
            ("form", FORM.into()),
            ("revision", revision.into()),
            ("changed", now.to_string().into()),
            ("value", Value::Object(Map::new())),
            ("gone", true.into()),
        ])
    }
}

/// An object of these fields. It is filled one by one: collecting into a map sorts first,
/// and that is code nothing else here needs.
pub fn fields<const N: usize>(fields: [(&str, Value); N]) -> Other {
    let mut object = Map::new();
    for (name, value) in fields {
        object.insert(name.to_owned(), value);
    }
    object
}

/// The fields of a version that hold what it knows. They are rewritten each time.
pub const HISTORY: [&str; 4] = ["by", "at", "since", "gone"];

/// A saved form without what it knows.
pub fn words_of(form: &Other) -> Other {
    let mut form = form.clone();
    for name in HISTORY {
        form.remove(name);
    }
    form
}
