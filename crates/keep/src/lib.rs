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
