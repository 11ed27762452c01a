//! What pages are made of. Leaves take values and callbacks; the one context
//! is used by pages and by [`exercise`] alone.

pub mod chart;
pub mod confirm;
pub mod exercise;
pub mod field;
pub mod here;
pub mod kept;
pub mod lines;
pub mod mark;
pub mod notice;
pub mod parts;
pub mod pause;
pub mod prose;
pub mod shell;
