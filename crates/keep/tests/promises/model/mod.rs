//! The model: pages that do what people do, in storage where everything goes wrong, and
//! a ledger of what must have become of each word.

pub mod chance;
mod deeds;
mod doing;
pub mod ledger;
pub mod ocean;
pub mod world;
