//! Dated numbers as a line. The table beneath says the same in words.

use super::parts::{drawing, element};
use crate::record::Mark;
use leptos::prelude::*;

/// Of the drawing, in its own units; whole numbers, because formatting
/// fractions brings 10 kB of code, before compression.
const WIDTH: u32 = 640;
const HEIGHT: u32 = 240;
const EDGE: u32 = 24;

/// A chart of the marks that have a number. Days stand as far apart as they
/// are; days without a mark are nothing at all.
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
