//! Exercises of the shipped modules that tests write into, and where they are kept.

/// What is asked on [`STEP`].
pub const QUESTION: &str = "What brought you here today?";
/// The first step of the first module.
pub const STEP: &str = "#/modules/starting-here/1";
/// Where the answer to [`QUESTION`] is kept.
pub const ANSWER: &str = "waymark.answer.starting-here.what-brought-me";
/// A step with a list.
pub const LIST_STEP: &str = "#/modules/feeling-safer/2";
/// Where that list is kept.
pub const LIST: &str = "waymark.answer.feeling-safer.what-settles-me";
