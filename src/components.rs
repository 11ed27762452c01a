//! What pages are made of. Parts take values and callbacks; only pages and
//! [`exercise`] use the context [`here`].

pub mod beside;
pub mod chart;
pub mod code;
pub mod confirm;
pub mod exercise;
pub mod field;
pub mod here;
pub mod in_class;
pub mod kept;
pub mod lines;
pub mod notice;
pub mod other_language;
pub mod paper;
pub mod parts;
pub mod passphrase;
pub mod pause;
pub mod picture;
pub mod prose;
pub mod read_aloud;
pub mod shell;
