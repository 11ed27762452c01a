//! Keeps what a learner wrote: with several tabs, a lock, full or blocked storage, other
//! apps beside it, and a page that can end between any two calls.
//!
//! **No name is written twice.** Each write is a [version](version) under a name of its
//! own; then the versions contained in it are removed. So a page never overwrites what
//! it has not seen, and has read whatever it removes. Two versions in storage at
//! once come from two pages that wrote at once: they are [merged](merge) in the memory of
//! whoever reads them, and in storage with the next write.
//!
//! ```text
//! Change → Keeper::apply → Record, and a version → Shelf
//! Shelf  → events        → Keeper::hear          → Record
//! ```
//!
//! ```
//! use course::NoteId;
//! use record::{Change, LocalTime, Record};
//! use waymark_keep::{Applied, Cost, Keeper, Memory, Way};
//!
//! let now = LocalTime::parse("2026-11-27T10:00:00").unwrap();
//! let random = |bytes: &mut [u8]| {
//!     bytes.fill(7); // The app fills them with what the browser has for keys.
//!     true
//! };
//! let mut keeper = Keeper::open(Box::new(Memory::default()), random, Cost::LEAST, Way::Open);
//! let mut record = Record::default();
//! keeper.look(&mut record, &now);
//!
//! let id = NoteId::new("k3j2").unwrap();
//! let change = Change::Note(id.clone(), "The bench by the river.".to_owned());
//! assert_eq!(keeper.apply(&mut record, change, &now), Applied::Kept);
//!
//! // With a lock on, nothing of it can be read on the shelf.
//! keeper.put_lock("by the sea", &mut record, &now).unwrap();
//! let shelf = keeper.shelf();
//! let names = shelf.names().unwrap();
//! assert!(names.iter().all(|name| !shelf.get(name).unwrap().unwrap().contains("bench")));
//! ```
//!
//! The laws that hold whatever happens are in `tests/promises/`, which tries them.

mod change;
mod keeper;
pub mod lock;
mod merge;
mod shelf;
pub mod space;
mod version;

pub use keeper::{Applied, Beside, Keeper, Random, Restored, Way};
pub use lock::Cost;
pub use shelf::{Blocked, Done, Event, Memory, NotKept, Shelf};
pub use version::Lost;
