//! A paper on the page: what is seen is what prints.

use super::chart::picture;
use super::here::Text;
use super::parts::{all, element, first, item, list, nothing, own, own_line, paragraph, soft, words};
use crate::paper::{Listed, Paper, Piece};
use leptos::prelude::*;

/// The paper. Its title is a heading of the second level, because the page
/// around it has the first.
pub fn paper(paper: &Paper, say: Text) -> AnyView {
    let title = element("h2", &[], words(paper.title.clone()));
    let pieces = paper.pieces.iter().map(|one| piece(one, say));
    let class = if paper.is_large { "paper large" } else { "paper" };
    // A person's words can be anywhere on it.
    element("article", &[("class", class), ("translate", "no")], first(title, pieces))
}

/// One piece of a paper.
pub fn piece(piece: &Piece, say: Text) -> AnyView {
    match piece {
        Piece::Heading(title) => element("h3", &[], words(title.clone())),
        Piece::About(about) => {
            all(about.lines().map(|line| element("p", &[("class", "about")], words(line.to_owned()))))
        }
        Piece::Soft(text) => soft(text.clone()),
        Piece::Words(lines) => all(lines.iter().map(|line| own_line(line))),
        Piece::Items(items, listed) => {
            let items = all(items.iter().map(|line| item("", own(line.clone()))));
            element(if *listed == Listed::Numbered { "ol" } else { "ul" }, &[], items)
        }
        Piece::Boxes(boxes) => list("boxes", boxes.iter().map(|(ticked, text)| tick_box(*ticked, text))),
        Piece::Numbers { name, range, ends } => numbers(name, *range, ends),
        Piece::Table(head, rows) => table(head, rows),
        Piece::Room(lines) => {
            let line = |_| element("div", &[("class", "empty-line")], nothing());
            element("div", &[("class", "room"), ("aria-hidden", "true")], all((0..*lines).map(line)))
        }
        Piece::Cards(cards) => list("cut", cards.iter().map(|card| item("", words(card.clone())))),
        Piece::Picture(drawn) => picture(drawn, say),
    }
}

/// A box as text, which prints even where colours and borders do not.
fn tick_box(ticked: bool, text: &str) -> AnyView {
    item("", words(format!("{} {text}", if ticked { "☑" } else { "☐" })))
}

fn numbers(name: &str, (from, to): (u8, u8), ends: &(String, String)) -> AnyView {
    let number = |number: u8| element("span", &[("class", "number")], words(number.to_string()));
    let end = |end: &str| element("span", &[("class", "soft")], words(end.to_owned()));
    let row = [end(&ends.0), all((from..=to).map(number)), end(&ends.1)];
    let row = element("div", &[("class", "numbers")], all(row));
    all([paragraph("", words(name.to_owned())), row])
}

fn table(head: &[String], rows: &[Vec<String>]) -> AnyView {
    let title = |title: &String| match title.is_empty() {
        true => element("td", &[], nothing()),
        false => element("th", &[("scope", "col")], words(title.clone())),
    };
    let cell = |cell: &String| element("td", &[], own(cell.clone()));
    let row = |row: &Vec<String>| element("tr", &[], all(row.iter().map(cell)));
    let head = element("thead", &[], element("tr", &[], all(head.iter().map(title))));
    let body = element("tbody", &[], all(rows.iter().map(row)));
    element("table", &[], all([head, body]))
}
