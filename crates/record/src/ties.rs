//! What the people around one are to one: the exercise `people`.

use super::answer::Item;
use course::named;

named! {
    /// What a tie does.
    pub enum Tie {
        /// Not said.
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
        /// Not said.
        Open = "open",
        /// Close.
        Close = "close",
        /// In between.
        Some = "some",
        /// Far.
        Far = "far",
    }
}

/// What a person is to one, and how near.
pub fn placed(item: &Item) -> (Tie, Near) {
    let tie = Tie::from_name(item.cell("tie")).unwrap_or(Tie::Open);
    (tie, Near::from_name(item.cell("near")).unwrap_or(Near::Open))
}
