//! What every page knows: the course, the words, and the learner.

use crate::course::{AnswerId, Course, Files, ModuleId};
use crate::learner::Learner;
use crate::record::{LocalDate, LocalTime};
use crate::route::Route;
use crate::words::{Word, Words};
use leptos::prelude::*;

/// The words of the language the page is in. They stay the same as long as
/// the page is open: another language reloads the page.
pub type Text = &'static Words;

/// The course, the words and the learner. Free to copy.
#[derive(Clone, Copy)]
pub struct Here {
    /// The course, as it was when the page opened.
    pub course: &'static Course,
    /// The interface's words.
    pub words: Text,
    /// The course's files, as they arrived.
    pub files: &'static Files,
    /// The learner's record.
    pub learner: Learner,
    /// Whether the device has a voice of its own for the language.
    pub voice: RwSignal<bool>,
    /// Today, which changes at midnight and when the page is looked at again.
    pub today: RwSignal<LocalDate>,
    /// The search in the journal, for coming back from an entry's module.
    pub sought: RwSignal<String>,
    /// Whether the journal is ordered by module instead of by day.
    pub by_module: RwSignal<bool>,
    /// The text of a module that somebody is trying, for coming back to it.
    pub tried: RwSignal<String>,
}

impl Here {
    /// The context that the app provides.
    pub fn get() -> Self {
        expect_context()
    }

    /// A word of the interface.
    pub fn say(self, word: Word) -> String {
        self.words.say(word)
    }

    /// Whether the page can be read aloud without sending it anywhere.
    pub fn has_voice(self) -> bool {
        self.voice.get()
    }

    /// A day, written out.
    pub fn day(self, day: LocalDate) -> String {
        self.words.day(day)
    }

    /// A day and time, written out.
    pub fn day_and_time(self, time: &LocalTime) -> String {
        crate::browser::language::day_and_time(self.words.language(), time)
    }

    /// The title of a module, or its id where the module is gone.
    pub fn module_title(self, id: &ModuleId) -> String {
        let module = self.course.module(id);
        module.map_or_else(|| id.to_string(), |module| module.title.clone())
    }

    /// The address an answer is written at.
    pub fn href_of(self, id: &AnswerId) -> String {
        Route::of_answer(id, self.course).href()
    }
}
