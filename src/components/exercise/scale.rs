//! `scale`: a dated number, again on another day, drawn over time.

use super::Answering;
use crate::browser::clock;
use crate::components::chart::chart;
use crate::components::field::{Field, Name};
use crate::components::parts::{
    all, choice, choices, details, element, is_so, live, live_text, nothing, take_away, text, when, words,
};
use crate::course::Scale;
use crate::record::{AnswerChange, LocalDate, Mark};
use crate::words::Word;
use leptos::prelude::*;

pub fn view(at: Answering, scale: &'static Scale) -> AnyView {
    // A page left open over midnight writes for the new day.
    let today = RwSignal::new(clock::today());
    let numbers = (scale.from..=scale.to).map(move |number| number_choice(at, today, number));
    let value = text(move || {
        at.read(|answer| answer.mark(today.get()).map(|mark| mark.words.clone()).unwrap_or_default())
    });
    let here = at.here;
    let field = Field { name: Name::Label(here.say(Word::ScaleWords)), value, lines: 1 }.view(move |words| {
        today.set(clock::today());
        at.change(AnswerChange::MarkWords(today.get_untracked(), words));
    });
    let about = live_text(move || here.words.fill(Word::ScaleToday, &[("day", &here.day(today.get()))]));
    let end = |end: &String| element("span", &[], words(end.clone()));
    let ends = element(
        "div",
        &[("class", "scale-ends")],
        all([end(&scale.low), words(" ".to_owned()), end(&scale.high)]),
    );
    let row = element("div", &[("class", "scale-numbers")], all(numbers));
    all([choices("scale", about, all([ends, row])), field, over_time(at, scale)])
}

fn number_choice(at: Answering, today: RwSignal<LocalDate>, number: u8) -> AnyView {
    let chosen = is_so(move || {
        at.read(|answer| answer.mark(today.get()).and_then(|mark| mark.number)) == Some(number)
    });
    let choose = move |_| {
        today.set(clock::today());
        at.change(AnswerChange::MarkNumber(today.get_untracked(), number));
    };
    choice("radio", at.question_id(), chosen, choose, words(number.to_string()))
}

/// The days so far: a line where there are two or more, and a table.
fn over_time(at: Answering, scale: &'static Scale) -> AnyView {
    let here = at.here;
    let any = is_so(move || at.read(|answer| answer.marks.iter().any(|mark| mark.number.is_some())));
    let drawn = move || {
        at.read(|answer| match answer.marks.len() {
            0 | 1 => nothing(),
            _ => chart(&answer.marks, scale.from, scale.to, &here.say(Word::ScaleEarlier)),
        })
    };
    let rows = move || at.read(|answer| all(answer.marks.iter().rev().map(|mark| row(at, mark))));
    when(any, move || {
        let table = [element("thead", &[], head(at)), element("tbody", &[], live(rows))];
        let inside = all([live(drawn), element("table", &[], all(table))]);
        details("over-time", here.say(Word::ScaleEarlier), inside)
    })
}

fn head(at: Answering) -> AnyView {
    let column = |word| element("th", &[("scope", "col")], words(at.here.say(word)));
    let columns = [Word::ScaleDay, Word::ScaleNumber, Word::ScaleNote].map(column);
    element("tr", &[], all(columns.into_iter().chain([element("td", &[], nothing())])))
}

fn row(at: Answering, mark: &Mark) -> AnyView {
    let day = at.here.day(mark.on);
    let name = at.here.words.fill(Word::TakeAway, &[("words", &day)]);
    let on = mark.on;
    let cell = |inside| element("td", &[], inside);
    let number = mark.number.map(|number| number.to_string()).unwrap_or_default();
    let away = take_away(name, move || at.change(AnswerChange::ForgetMark(on)));
    let cells = [words(number), words(mark.words.clone()), away].map(cell);
    element("tr", &[], all([element("th", &[("scope", "row")], words(day)), all(cells)]))
}
