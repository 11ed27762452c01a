//! Waymark's own commands, and what the tests share with them.

pub mod bundle;
pub mod check;
pub mod first_screen;
pub mod folder;
pub mod fuzz;
pub mod reading;
pub mod seal;
pub mod server;
pub mod setup;
pub mod shape;
pub mod sizes;
pub mod steps;
pub mod styles;

/// The result of a command: an error is a sentence that says what to do.
pub type Outcome<T = ()> = Result<T, String>;
