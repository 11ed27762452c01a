//! Keeps what a learner wrote: with several tabs, a lock, a full or blocked place, other
//! apps in it, and a page that can end between any two calls.
//!
//! **No name is written twice.** Each write is a [version](version) under a name of its
//! own; then the versions that are in it are taken away. So a page never writes over what
//! it has not seen, and whatever it takes away it has read. Two versions that stand at
//! once are two pages that wrote at once: they are [made one](merge) in the memory of
//! whoever reads them, and in storage with the next write.
//!
//! ```text
//! Change → Keeper::apply → Record, and a version → Shelf
//! Shelf  → events        → Keeper::hear          → Record
//! ```
//!
//! The laws that hold whatever happens stand in `tests/promises/`, which tries them.

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
