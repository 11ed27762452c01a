//! What the pages of a class share with each other and with its other windows.

use crate::browser::{clock, together};
use crate::class::{ClassNow, Over};
use crate::course::ModuleId;
use crate::course::class::Classes;
use leptos::prelude::*;

/// The message that asks other windows where the class is.
const ASK: &str = "?";

/// A class: where it is, and what the group has said. Free to copy.
#[derive(Clone, Copy)]
pub struct InClass {
    /// The class notes of the course.
    pub classes: &'static Classes,
    /// Where it is, in the form of a [`ClassNow`] message; empty until a screen is open.
    now: RwSignal<String>,
    /// What was typed for the group. It is only in this window, and gone with it.
    pub board: RwSignal<String>,
}

impl InClass {
    /// Keeps in step with other windows from now on. Call it once.
    pub fn begin(classes: &'static Classes) -> Self {
        let (now, board) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
        let class = Self { classes, now, board };
        together::listen(move |text| match ClassNow::parse(text) {
            Some(told) if told.is_in(classes) => now.set(text.to_owned()),
            None if text == ASK && !now.get_untracked().is_empty() => together::tell(&now.get_untracked()),
            _ => {}
        });
        together::tell(ASK);
        class
    }

    /// The context that class mode provides.
    pub fn get() -> Self {
        expect_context()
    }

    /// Goes to a part of a session, in all windows. If the class is there
    /// already, nothing changes.
    pub fn go_to(self, module: &ModuleId, part: usize) {
        let now = untrack(|| self.now_in(module));
        if now.is_none_or(|now| now.part != part) {
            let begun = clock::seconds();
            self.tell(&ClassNow { module: module.clone(), part, over: Over::Nothing, begun });
        }
    }

    /// Covers the screen with something, or uncovers it.
    pub fn lay(self, over: Over) {
        if let Some(mut now) = untrack(|| self.now()) {
            now.over = if now.over == over { Over::Nothing } else { over };
            self.tell(&now);
        }
    }

    /// Whether there are words of the group, which are only in this window.
    pub fn has_words(self) -> bool {
        self.board.with(|words| !words.trim().is_empty())
    }

    /// Where the class is, if it is in this module.
    pub fn now_in(self, module: &ModuleId) -> Option<ClassNow> {
        self.now().filter(|now| now.module == *module)
    }

    /// What covers the screen.
    pub fn over(self) -> Over {
        self.now().map_or(Over::Nothing, |now| now.over)
    }

    fn now(self) -> Option<ClassNow> {
        self.now.with(|now| ClassNow::parse(now))
    }

    fn tell(self, now: &ClassNow) {
        together::tell(&now.to_string());
        self.now.set(now.to_string());
    }
}
