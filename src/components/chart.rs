//! Dated numbers as a line. The table beneath says the same in words.

use super::parts::all;
use crate::record::Mark;
use leptos::prelude::*;

/// Of the drawing, in its own units; whole numbers, because formatting
/// fractions brings 10 kB of code, before compression.
const WIDTH: u32 = 640;
const HEIGHT: u32 = 240;
const EDGE: u32 = 24;

/// A chart of the marks that have a number. Days stand as far apart as they
/// are; days without a mark are nothing at all.
pub fn chart(marks: &[Mark], from: u8, to: u8, name: String) -> AnyView {
    let points = points(marks, from, to);
    let line: Vec<String> = points.iter().map(|(x, y)| format!("{x},{y}")).collect();
    let dot = |(x, y): (u32, u32)| view! { <circle cx=x.to_string() cy=y.to_string() r="8" /> }.into_any();
    let ground = (HEIGHT - EDGE / 2).to_string();
    view! {
        <svg class="chart" viewBox=format!("0 0 {WIDTH} {HEIGHT}") role="img" aria-label=name>
            <line x1="0" x2=WIDTH.to_string() y1=ground.clone() y2=ground.clone() />
            <polyline points=line.join(" ") />
            {all(points.into_iter().map(dot))}
        </svg>
    }
    .into_any()
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
