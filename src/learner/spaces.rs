//! Words from before this site had a space of its own: they may be the learner's, or
//! somebody else's.

use super::Learner;
use crate::browser::page;
use crate::browser::storage::{self, Local};
use crate::keep::space::{Chosen, InSpace, copy};
use leptos::prelude::*;

impl Learner {
    /// Stays in the space that was chosen. Where another tab learns that the site has
    /// moved to another one, this page opens again there: what is written here would be
    /// kept where nobody looks. Words that are in this page alone keep it from that.
    pub(super) fn follow_space(self, chosen: Chosen) {
        self.asks_of_space.set(chosen.asks_of.is_some());
        self.space.set_value(chosen.space);
        storage::watch_space(move |now| {
            if now != self.space.get_value() && !untrack(|| self.has_unkept()) {
                page::load_again();
            }
        });
    }

    /// Whether to ask whose the words in the earlier space are.
    pub fn asks_of_space(self) -> bool {
        self.asks_of_space.get() && !self.leaves_no_trace()
    }

    /// Copies the words of the earlier space, or leaves them there for good, and returns
    /// whether there was room.
    pub fn settle_space(self, is_mine: bool) -> bool {
        let Chosen { space, asks_of } = storage::noted_space();
        if let (true, Some(before), Some(local)) = (is_mine, asks_of, Local::open()) {
            let (from, mut to) = (InSpace::new(local, &before), InSpace::new(local, &space));
            if copy(&from, &mut to).is_err() {
                return false;
            }
        }
        storage::note_space(&Chosen { space, asks_of: None });
        self.asks_of_space.set(false);
        self.look_again();
        true
    }
}
