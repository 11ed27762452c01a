//! `scale`: a dated number, again on another day, drawn over time.

use super::Answering;
use super::dated::Dated;
use crate::components::chart::chart;
use crate::components::parts::{all, choice, choices, element, is_so, nothing, words};
use crate::course::Scale;
use crate::record::AnswerChange;
use crate::words::Word;
use leptos::prelude::*;

pub fn view(at: Answering, scale: &'static Scale) -> AnyView {
    let here = at.here;
    let dated = Dated::new(at);
    let numbers = all((scale.from..=scale.to).map(move |number| number_choice(dated, number)));
    let row = element("div", &[("class", "scale-numbers")], numbers);
    let drawn = move || {
        at.read(|answer| match answer.marks.len() {
            0 | 1 => nothing(),
            _ => chart(&answer.marks, scale.from, scale.to, &here.say(Word::ScaleEarlier)),
        })
    };
    all([
        choices("scale", dated.about(), all([ends(scale), row])),
        dated.note(Word::ScaleWords, 1),
        dated.back_to_today(),
        dated.over_time(drawn, &[Word::ScaleNumber, Word::ScaleNote], |mark| {
            let number = mark.number.map(|number| number.to_string()).unwrap_or_default();
            vec![number, mark.words.clone()]
        }),
    ])
}

/// What the lowest and the highest number mean.
pub fn ends(scale: &Scale) -> AnyView {
    let end = |end: &String| element("span", &[], words(end.clone()));
    let ends = [end(&scale.low), words(" ".to_owned()), end(&scale.high)];
    element("div", &[("class", "scale-ends")], all(ends))
}

fn number_choice(dated: Dated, number: u8) -> AnyView {
    let chosen = is_so(move || dated.read(|mark| mark.and_then(|mark| mark.number)) == Some(number));
    let choose = move |_| dated.change(|day| AnswerChange::MarkNumber(day, number));
    choice("radio", dated.at.question_id(), chosen, choose, words(number.to_string()))
}
