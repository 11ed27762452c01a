//! The keeper: takes changes, writes versions, and takes in what other pages did.

mod locking;
mod looking;
mod moving;
mod restoring;
mod writing;

use crate::lock::{Cost, DataKey, Lock};
use crate::shelf::{NotKept, Shelf};
use crate::version::{Id, Lost, Version};
use record::backup::Text;
use record::{Key, LocalTime, Other, Record};
use serde_json::{Map, Value};

pub use restoring::Restored;

/// Fills a slice with random bytes that are good enough for keys, and returns whether it could.
pub type Random = fn(&mut [u8]) -> bool;

/// What became of a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Applied {
    /// It is kept.
    Kept,
    /// It is kept, and brought back what another page had removed.
    BroughtBack,
    /// Everything is as it was.
    Unchanged,
    /// What is there must not be overwritten.
    Held,
    /// It could not be kept: it is in this page's record and nowhere else.
    NotKept(NotKept),
    /// What it belongs to is gone, and this page does not have it either.
    NowhereToGo,
}

/// Where words are kept, and whether they can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Way {
    /// They are kept in this browser.
    #[default]
    Open,
    /// The browser does not allow anything to be kept.
    Blocked,
    /// They are behind a lock that is not open.
    Locked,
    /// They are behind a lock that is open.
    Unlocked,
    /// They are only in this page, until it is closed.
    Page,
}

/// A text that another page wrote into a field at the same time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Beside {
    /// What tells it apart from other such texts of that thing.
    pub id: String,
    /// The words.
    pub text: String,
}

/// One thing, with every version of it that is not contained in another.
#[derive(Debug)]
struct Thing {
    name: String,
    key: Key,
    versions: Vec<Version>,
    /// Names still in storage of versions that are contained in others.
    old: Vec<(Id, String)>,
    /// A newer Waymark wrote it.
    is_held: bool,
    /// The words it had before another page removed it.
    former: Option<Other>,
    /// The versions that the record shows.
    shown: String,
}

/// What was removed last, and can be put back.
#[derive(Debug)]
struct Undo {
    key: Key,
    before: Other,
    after: Other,
    at: LocalTime,
}

/// Keeps what one learner wrote, in one page.
pub struct Keeper {
    shelf: Box<dyn Shelf>,
    random: Random,
    cost: Cost,
    /// How it was opened: `Open`, `Blocked` or `Page`.
    opened: Way,
    /// What this page signs its versions with, and how many it wrote.
    writer: String,
    written: u64,
    /// The open keys; the first is that of the lock.
    keys: Vec<DataKey>,
    /// The lock that is on, as far as it is known.
    lock: Option<Lock>,
    /// Versions that were not in storage when the lock was shut, held closed.
    shut: Vec<Text>,
    /// There is a lock that cannot be read.
    is_unreadable: bool,
    /// Storage has something that no key here opens, so not every version is known.
    is_partial: bool,
    /// Goes up when something outside the record may have changed.
    others: u32,
    things: Vec<Thing>,
    /// The index in `things`, by the name of a thing and by every name in storage.
    places: Map<String, Value>,
    undo: Vec<Undo>,
    /// Another page was opened since, as after a goal was removed on its own page.
    is_undo_old: bool,
}

impl Keeper {
    /// A keeper for a shelf. `cost` is what trying a passphrase costs.
    pub fn open(shelf: Box<dyn Shelf>, random: Random, cost: Cost, opened: Way) -> Self {
        let mut keeper = Self {
            shelf,
            random,
            cost,
            opened,
            writer: String::new(),
            written: 0,
            keys: Vec::new(),
            lock: None,
            shut: Vec::new(),
            is_unreadable: false,
            is_partial: false,
            others: 0,
            things: Vec::new(),
            places: Map::new(),
            undo: Vec::new(),
            is_undo_old: false,
        };
        keeper.writer = keeper.letters();
        keeper
    }

    /// Where words are kept, and whether they can be.
    pub fn way(&self) -> Way {
        match (self.opened, self.lock.is_some() || self.is_unreadable, self.keys.is_empty()) {
            (Way::Open, true, true) => Way::Locked,
            (Way::Open, true, false) => Way::Unlocked,
            (opened, ..) => opened,
        }
    }

    /// Why what is under a key is not in storage, if it is not.
    pub fn lost(&self, key: &Key) -> Option<Lost> {
        self.thing_at(&key.to_string())?.versions.iter().find_map(|version| version.lost)
    }

    /// The words under a key before another page removed them, as long as there is nothing
    /// new.
    pub fn former(&self, key: &Key) -> Option<&Other> {
        self.thing_at(&key.to_string())?.former.as_ref()
    }

    /// How many things something else removed that this page still has.
    pub fn taken(&self) -> usize {
        self.things.iter().filter(|thing| thing.is_lost(Lost::Taken)).count()
    }

    /// Whether words could not be kept, and are only in this page.
    pub fn has_unkept(&self) -> bool {
        let is_unkept = |thing: &Thing| {
            let is_not_kept = |version: &Version| matches!(version.lost, Some(Lost::NotKept(_)));
            thing.key != Key::Place && thing.versions.iter().any(is_not_kept)
        };
        !self.shut.is_empty() || self.things.iter().any(is_unkept)
    }

    /// Whether names are left that could not be removed.
    pub fn has_unremoved(&self) -> bool {
        let is_left = |thing: &Thing| {
            let is_gone = thing.versions.iter().all(Version::is_gone);
            is_gone && !thing.old.is_empty()
        };
        self.things.iter().any(is_left)
    }

    /// Texts beside a field of the thing under a key, by the place of the field, such as
    /// `value/words`.
    pub fn beside(&self, record: &Record, key: &Key) -> Vec<(String, Beside)> {
        let form = record.fields_of(key).unwrap_or_default();
        let list = form.get("beside").and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
        let text = |item: &Value, name: &str| item.get(name).and_then(Value::as_str).map(str::to_owned);
        let one = |item: &Value| {
            let beside = Beside { id: text(item, "id")?, text: text(item, "text")? };
            Some((text(item, "at")?, beside))
        };
        list.iter().filter_map(one).collect()
    }

    /// Goes up when texts outside the record may have changed: those set
    /// aside, of an unknown kind, or closed by a lock that is not open. Counting them
    /// means looking at every name.
    pub fn others(&self) -> u32 {
        self.others
    }

    /// The shelf, for whatever is not the keeper's business.
    pub fn shelf(&mut self) -> &mut dyn Shelf {
        &mut *self.shelf
    }

    fn thing_at(&self, name: &str) -> Option<&Thing> {
        self.place(name).map(|at| &self.things[at])
    }

    fn place(&self, name: &str) -> Option<usize> {
        self.places.get(name).and_then(Value::as_u64).and_then(|at| usize::try_from(at).ok())
    }

    fn note_place(&mut self, name: &str, at: usize) {
        self.places.insert(name.to_owned(), at.into());
    }

    /// The index of a thing, which is added without a version where it is new.
    fn thing(&mut self, name: &str, key: &Key) -> usize {
        if let Some(at) = self.place(name) {
            return at;
        }
        let at = self.things.len();
        self.note_place(name, at);
        self.things.push(Thing {
            name: name.to_owned(),
            key: key.clone(),
            versions: Vec::new(),
            old: Vec::new(),
            is_held: false,
            former: None,
            shown: String::new(),
        });
        at
    }

    /// Random bytes; zeros where there are none, from which nothing secret is made.
    fn bytes<const N: usize>(&self) -> Option<[u8; N]> {
        let mut bytes = [0; N];
        (self.random)(&mut bytes).then_some(bytes)
    }

    /// Six letters that no other page is likely to have, out of a thousand million.
    fn letters(&self) -> String {
        const LETTERS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";
        let mut bytes = [0; 6];
        (self.random)(&mut bytes);
        bytes.iter().map(|byte| char::from(LETTERS[usize::from(byte % 32)])).collect()
    }
}

impl Thing {
    fn is_lost(&self, how: Lost) -> bool {
        self.versions.iter().any(|version| version.lost == Some(how))
    }
}
