//! Keeps what a learner wrote.

pub mod lock;
