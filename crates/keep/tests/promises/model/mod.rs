//! The model: pages that do what people do, on a place where everything goes wrong, and
//! a list of what each word must have come to.

pub mod chance;
mod deeds;
mod doing;
pub mod ledger;
pub mod ocean;
pub mod world;
