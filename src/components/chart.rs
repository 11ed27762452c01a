//! Drawings of dated numbers, areas, people and paths. A table or list has the same in words.

use super::here::Text;
use super::parts::{drawing, element};
use crate::browser::sine;
use crate::paper::{Near, Picture, Tie};
use crate::record::Mark;
use crate::words::Word;
use leptos::prelude::*;

/// The size of the drawing, in its own units; whole numbers, because formatting
/// fractions brings 10 kB of code, before compression.
const WIDTH: u32 = 640;
const HEIGHT: u32 = 240;
const EDGE: u32 = 24;

/// A drawing, with words for what it is.
pub fn picture(picture: &Picture, say: Text) -> AnyView {
    match picture {
        Picture::Chart(marks, from, to) => chart(marks, *from, *to, &say.say(Word::ScaleEarlier)),
        Picture::Wheel(rings, from, to) => wheel(rings, *from, *to, &say.say(Word::ScaleEarlier)),
        Picture::People(people) => map(people, &say.say(Word::PeopleMap)),
        Picture::Path(turns) => path(turns, &say.say(Word::PathDrawn)),
    }
}

/// A chart of the marks that have a number. Days are as far apart as they really
/// were; days without a mark are not shown.
pub fn chart(marks: &[Mark], from: u8, to: u8, name: &str) -> AnyView {
    let points = points(marks, from, to);
    let mut line = String::new();
    let mut dots = String::new();
    for (x, y) in points {
        line.push_str(&format!("{x},{y} "));
        dots.push_str(&format!("<circle cx=\"{x}\" cy=\"{y}\" r=\"8\"/>"));
    }
    let ground = HEIGHT - EDGE / 2;
    let drawn = drawing(format!(
        "<svg class=\"chart\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" aria-hidden=\"true\">\
         <line x1=\"0\" x2=\"{WIDTH}\" y1=\"{ground}\" y2=\"{ground}\"/><polyline points=\"{line}\"/>{dots}</svg>"
    ));
    element("div", &[("role", "img"), ("aria-label", name)], drawn)
}

fn points(marks: &[Mark], from: u8, to: u8) -> Vec<(u32, u32)> {
    let numbered: Vec<(u32, u8)> =
        marks.iter().filter_map(|mark| Some((mark.on.day_number(), mark.number?))).collect();
    let (Some((first, _)), Some((last, _))) = (numbered.first(), numbered.last()) else {
        return Vec::new();
    };
    let days = (last - first).max(1);
    let range = u32::from(to.saturating_sub(from).max(1));
    let place = |(day, number): &(u32, u8)| {
        let up = u32::from(number.clamp(&from, &to) - from);
        let along = (day - first) * (WIDTH - 2 * EDGE) / days;
        (EDGE + along, HEIGHT - EDGE - up * (HEIGHT - 2 * EDGE) / range)
    };
    numbered.iter().map(place).collect()
}

/// The round drawings: their centre, and how far out they go.
const MIDDLE: f64 = 200.0;
const OUT: f64 = 160.0;

/// Rings around a centre, the oldest first; areas are numbered from
/// the top. `name` says what is drawn.
pub fn wheel(rings: &[Vec<Option<u8>>], from: u8, to: u8, name: &str) -> AnyView {
    let areas = rings.first().map_or(0, Vec::len);
    let range = f64::from(to.saturating_sub(from).max(1));
    let mut svg = String::new();
    for part in [1.0, 2.0] {
        svg.push_str(&format!(
            "<circle class=\"ring\" cx=\"200\" cy=\"200\" r=\"{}\"/>",
            whole(OUT * part / 2.0)
        ));
    }
    for area in 0..areas {
        let ((x, y), (tx, ty)) = (place(area, areas, 1.0), place(area, areas, 1.15));
        svg.push_str(&format!("<line x1=\"200\" y1=\"200\" x2=\"{x}\" y2=\"{y}\"/>"));
        svg.push_str(&format!("<text x=\"{tx}\" y=\"{ty}\">{}</text>", area + 1));
    }
    for (at, ring) in rings.iter().enumerate() {
        let mut points = String::new();
        for (area, number) in ring.iter().enumerate() {
            let share = number.map_or(0.0, |number| f64::from(number.clamp(from, to) - from) / range);
            let (x, y) = place(area, areas, share);
            points.push_str(&format!("{x},{y} "));
        }
        let class = if at + 1 == rings.len() { "now" } else { "then" };
        svg.push_str(&format!("<polygon class=\"{class}\" points=\"{points}\"/>"));
    }
    round(&svg, name)
}

/// People and places around a centre, numbered from the top in the order of
/// their list. A tie that helps is a whole line, one that hurts a broken one,
/// one that does both is double.
pub fn map(people: &[(Tie, Near)], name: &str) -> AnyView {
    let mut svg = String::new();
    for (at, (tie, near)) in people.iter().enumerate() {
        let share = match near {
            Near::Close => 0.45,
            Near::Some | Near::Open => 0.75,
            Near::Far => 1.05,
        };
        let (x, y) = place(at, people.len(), share);
        let class = match tie {
            Tie::Open => "tie",
            Tie::Helps => "tie helps",
            Tie::Hurts => "tie hurts",
            Tie::Both => "tie both",
        };
        svg.push_str(&format!("<line class=\"{class}\" x1=\"200\" y1=\"200\" x2=\"{x}\" y2=\"{y}\"/>"));
        if matches!(tie, Tie::Both) {
            svg.push_str(&format!(
                "<line class=\"tie between\" x1=\"200\" y1=\"200\" x2=\"{x}\" y2=\"{y}\"/>"
            ));
        }
        svg.push_str(&format!(
            "<circle class=\"person\" cx=\"{x}\" cy=\"{y}\" r=\"20\"/><text x=\"{x}\" y=\"{y}\">{}</text>",
            at + 1
        ));
    }
    svg.push_str("<circle class=\"me\" cx=\"200\" cy=\"200\" r=\"14\"/>");
    round(&svg, name)
}

/// How many signs of a path are in a row.
const IN_ROW: usize = 8;

/// A path with a sign for everything that happened on it; a larger one where its
/// direction changed. Days with nothing are not drawn.
pub fn path(turns: &[bool], name: &str) -> AnyView {
    let mut svg = String::new();
    for (row, signs) in turns.chunks(IN_ROW).enumerate() {
        let down = row * 64;
        let bends = " t 44 0".repeat(signs.len() - 1);
        svg.push_str(&format!("<path class=\"track\" d=\"M 0 {} q 22 -18 44 0{bends}\"/>", down + 44));
        for (at, turn) in signs.iter().enumerate() {
            let drawn = if *turn { "post-here" } else { "post" };
            // The path is highest at even signs and lowest at odd ones, from 0.
            let (along, down) = (at * 44 + 22, down + if at % 2 == 0 { 35 } else { 53 });
            svg.push_str(&format!("<use href=\"#{drawn}\" x=\"{along}\" y=\"{down}\"/>"));
        }
    }
    let (width, height) = (turns.len().min(IN_ROW) * 44, turns.len().div_ceil(IN_ROW) * 64);
    let drawn = drawing(format!(
        "<svg class=\"trail walked\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" aria-hidden=\"true\">{svg}</svg>"
    ));
    element("div", &[("role", "img"), ("aria-label", name)], drawn)
}

fn round(svg: &str, name: &str) -> AnyView {
    let drawn = drawing(format!(
        "<svg class=\"round\" viewBox=\"0 0 400 400\" width=\"200\" aria-hidden=\"true\">{svg}</svg>"
    ));
    element("div", &[("role", "img"), ("aria-label", name)], drawn)
}

/// A point on ray `at` of `of`, counted from the top; `out` is how far out it is, from 0 to 1.
fn place(at: usize, of: usize, out: f64) -> (i32, i32) {
    #[allow(clippy::cast_precision_loss)]
    let turn = at as f64 / of.max(1) as f64 * std::f64::consts::TAU;
    (
        whole(MIDDLE + OUT * out * sine(turn)),
        whole(MIDDLE - OUT * out * sine(turn + std::f64::consts::FRAC_PI_2)),
    )
}

/// Rounds to whole units: see above.
#[allow(clippy::cast_possible_truncation)]
fn whole(number: f64) -> i32 {
    number as i32
}
