//! `compare`: columns to write lines into, side by side where there is room.

use super::Answering;
use super::list::Items;
use crate::components::parts::{all, element};
use crate::components::prose::spans;
use crate::course::Choice;
use crate::words::Word;
use leptos::prelude::*;

pub fn view(at: Answering, columns: &'static [Choice]) -> AnyView {
    let column = |column: &'static Choice| {
        let title = element("h2", &[("class", "third")], spans(&column.words));
        let items = Items { at, column: column.id.as_str(), new_name: Word::ListAdd, before: None };
        element("div", &[], all([title, items.view()]))
    };
    element("div", &[("class", "columns")], all(columns.iter().map(column)))
}
