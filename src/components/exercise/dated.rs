//! What is written for a day, and again on another: the day it is written for,
//! and a table of the days so far, where a day can be corrected or
//! forgotten. Scales, wheels and practices use it.

use super::Answering;
use crate::browser::{clock, page};
use crate::components::field::{Field, FieldEvents, Name};
use crate::components::parts::{
    all, button, details, element, is_so, live, live_text, nothing, own, sign, take_away, text, when, words,
};
use crate::record::{AnswerChange, LocalDate, Mark};
use crate::words::Word;
use leptos::prelude::*;

/// An exercise that is written day by day.
#[derive(Clone, Copy)]
pub struct Dated {
    pub at: Answering,
    /// The day it is written for, if one was chosen; otherwise today.
    chosen: RwSignal<Option<LocalDate>>,
    /// The day somebody is writing for: what was begun before midnight stays with its day.
    writing: RwSignal<Option<LocalDate>>,
    /// The minute of their last words.
    written: RwSignal<u32>,
}

/// After how many minutes without a word nobody counts as writing any more.
const PAUSE: u32 = 60;

/// Now, in minutes of the local clock.
fn minute() -> u32 {
    u32::try_from(clock::now().minutes()).unwrap_or_default()
}

impl Dated {
    pub fn new(at: Answering) -> Self {
        let dated =
            Self { at, chosen: RwSignal::new(None), writing: RwSignal::new(None), written: RwSignal::new(0) };
        Effect::new(move |_| {
            at.here.today.track();
            if minute().abs_diff(dated.written.get_untracked()) >= PAUSE {
                dated.writing.set(None);
            }
        });
        dated
    }

    /// The day it is written for.
    pub fn day(self) -> LocalDate {
        self.chosen.get().or(self.writing.get()).unwrap_or_else(|| self.at.here.today.get())
    }

    /// A part of that day's mark.
    pub fn read<T>(self, read: impl FnOnce(Option<&Mark>) -> T) -> T {
        let day = self.day();
        self.at.read(|answer| read(answer.mark(day)))
    }

    /// Makes a change for that day.
    pub fn change(self, change: impl FnOnce(LocalDate) -> AnswerChange) {
        self.at.change(change(untrack(|| self.day())));
    }

    /// A field for words of that day.
    pub fn note(self, name: Word, lines: u8) -> AnyView {
        let value = text(move || self.read(|mark| mark.map(|mark| mark.words.clone()).unwrap_or_default()));
        let field = Field { name: Name::Label(self.at.here.say(name)), value, lines };
        let write = move |words| {
            let day = untrack(|| self.day());
            self.written.set(minute());
            self.writing.set(Some(day));
            self.at.change(AnswerChange::MarkWords(day, words));
        };
        let on_leave: Box<dyn Fn()> = Box::new(move || {
            let _ = self.writing.try_set(None);
        });
        field.view_with(write, FieldEvents { on_leave: Some(on_leave), ..FieldEvents::default() })
    }

    /// Which day it is written for, in words.
    pub fn about(self) -> AnyView {
        let here = self.at.here;
        live_text(move || {
            let word = if self.chosen.get().is_some() { Word::OnDay } else { Word::ScaleToday };
            here.words.fill(word, &[("day", &here.day(self.day()))])
        })
    }

    /// A way back to today, while another day is corrected.
    pub fn back_to_today(self) -> AnyView {
        let other_day = is_so(move || self.chosen.get().is_some());
        let here = self.at.here;
        when(other_day, move || {
            button("quiet", words(here.say(Word::BackToToday)), move || self.chosen.set(None))
        })
    }

    /// The days so far, the latest first, under a drawing. `columns` are
    /// between the day and what can be done to it.
    pub fn over_time(
        self,
        drawn: impl Fn() -> AnyView + Send + Sync + 'static,
        columns: &[Word],
        cells: impl Fn(&Mark) -> Vec<String> + Send + Sync + 'static,
    ) -> AnyView {
        let here = self.at.here;
        let any = is_so(move || self.at.read(|answer| !answer.marks.is_empty()));
        let titles = [Word::ScaleDay].iter().chain(columns).map(|word| here.say(*word));
        let titles: Vec<String> = titles.collect();
        let drawn = std::sync::Arc::new(drawn);
        let cells = std::sync::Arc::new(cells);
        when(any, move || {
            let head = titles.iter().map(|title| element("th", &[("scope", "col")], words(title.clone())));
            let head = element("tr", &[], all([all(head), element("td", &[], nothing())]));
            let (drawn, cells) = (drawn.clone(), cells.clone());
            let rows = live(move || {
                self.at.read(|answer| all(answer.marks.iter().rev().map(|mark| self.row(mark, cells(mark)))))
            });
            let table = [element("thead", &[], head), element("tbody", &[], rows)];
            let inside = all([live(move || drawn()), element("table", &[], all(table))]);
            details("over-time", here.say(Word::ScaleEarlier), inside)
        })
    }

    fn row(self, mark: &Mark, cells: Vec<String>) -> AnyView {
        let here = self.at.here;
        let on = mark.on;
        let day = here.day(on);
        let named = |word| here.words.fill(word, &[("words", &day)]);
        let correct = sign("✎", named(Word::Correct), move || {
            self.chosen.set(Some(on));
            // What is being corrected is above the table, perhaps out of sight.
            page::focus_in(&format!("[aria-labelledby={}]", self.at.question_id()));
        });
        let away = take_away(named(Word::TakeAway), move || self.at.change(AnswerChange::ForgetMark(on)));
        let cells = cells.into_iter().map(|cell| element("td", &[], own(cell)));
        let ways = element("td", &[("class", "signs")], all([correct, away]));
        let first = element("th", &[("scope", "row")], words(day.clone()));
        element("tr", &[], all([first, all(cells), ways]))
    }
}
