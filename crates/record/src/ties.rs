//! Ties to the people around a learner: the exercise `people`.

use super::answer::Item;
use course::named;

named! {
    /// What a tie to somebody does.
    pub enum Tie {
        /// The learner did not say.
        Open = "open",
        /// It helps.
        Helps = "helps",
        /// It hurts.
        Hurts = "hurts",
        /// It does both.
        Both = "both",
    }
}

named! {
    /// How near somebody is.
    pub enum Near {
        /// The learner did not say.
        Open = "open",
        /// Close.
        Close = "close",
        /// In between.
        Some = "some",
        /// Far.
        Far = "far",
    }
}

/// What a person in the exercise means to the learner, and how near they are.
pub fn placed(item: &Item) -> (Tie, Near) {
    let tie = Tie::from_name(item.cell("tie")).unwrap_or(Tie::Open);
    (tie, Near::from_name(item.cell("near")).unwrap_or(Near::Open))
}
