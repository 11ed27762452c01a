//! `wheel`: several areas of one thing, each with a dated number; the first
//! and the last day are drawn over each other.

use super::Answering;
use super::dated::Dated;
use super::scale::ends;
use crate::components::chart::wheel;
use crate::components::parts::{all, choices, element, item, nothing, select, soft, text, words};
use crate::course::text::plain;
use crate::course::{Choice, Wheel};
use crate::paper::answers::{rings, then_and_now};
use crate::record::journal::mark_line;
use crate::record::{AnswerChange, Mark};
use crate::words::Word;
use leptos::prelude::*;

/// Shown where no number was chosen.
const OPEN: &str = "–";

pub fn view(at: Answering, of: &'static Wheel) -> AnyView {
    let here = at.here;
    let dated = Dated::new(at);
    let areas = all(of.areas.iter().map(move |area| item("", area_select(dated, of, area))));
    let areas = element("ol", &[("class", "areas")], areas);
    let drawn = move || at.read(|answer| drawing(dated, of, &answer.marks));
    all([
        choices("wheel", dated.about(), all([ends(&of.scale), areas])),
        dated.back_to_today(),
        dated.over_time(drawn, &[Word::WheelAreas], move |mark| vec![mark_line(mark, &of.areas)]),
        soft(here.say(Word::WheelAbout)),
    ])
}

fn area_select(dated: Dated, of: &'static Wheel, area: &'static Choice) -> AnyView {
    let mut offered = vec![(OPEN.to_owned(), OPEN.to_owned())];
    for number in of.scale.from..=of.scale.to {
        offered.push((number.to_string(), number.to_string()));
    }
    let chosen = text(move || {
        let number = dated.read(|mark| mark.and_then(|mark| mark.area(&area.id)));
        number.map_or_else(|| OPEN.to_owned(), |number| number.to_string())
    });
    select(plain(&area.words), &offered, chosen, move |number| {
        dated.change(|day| AnswerChange::MarkArea(day, area.id.clone(), number.parse().ok()));
    })
}

/// The first day and the last, with words for each line.
fn drawing(dated: Dated, of: &Wheel, marks: &[Mark]) -> AnyView {
    if marks.is_empty() {
        return nothing();
    }
    let rings = rings(of, marks);
    let name = then_and_now(marks, dated.at.here.words);
    all([
        wheel(&rings, of.scale.from, of.scale.to, &name),
        element("p", &[("class", "soft")], words(name.clone())),
    ])
}
