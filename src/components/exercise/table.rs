//! `table`: rows of one's own, with the same columns in each. There is always
//! an empty row at the end. On a phone the cells of a row are below each
//! other.

use super::Answering;
use crate::browser::random;
use crate::components::field::{Field, Name};
use crate::components::parts::{all, choices, element, is_so, live_text, rows, take_away, text, when};
use crate::course::text::plain;
use crate::course::{Choice, ItemId};
use crate::record::AnswerChange;
use crate::words::Word;
use leptos::prelude::*;

pub fn view(at: Answering, columns: &'static [Choice]) -> AnyView {
    let fresh = RwSignal::new(random::item_id());
    let ids = move || {
        let mut ids: Vec<ItemId> =
            at.read(|answer| answer.items.iter().map(|item| item.id.clone()).collect());
        ids.push(fresh.get());
        ids
    };
    let rows = rows(ids, move |id| row(at, columns, fresh, StoredValue::new(id)));
    element("div", &[("class", "rows")], rows)
}

fn row(
    at: Answering,
    columns: &'static [Choice],
    fresh: RwSignal<ItemId>,
    id: StoredValue<ItemId>,
) -> AnyView {
    let number = move || {
        let id = id.get_value();
        at.read(|answer| answer.items.iter().position(|item| item.id == id)).map(|at| at + 1)
    };
    let here = at.here;
    let name = move || match number() {
        Some(number) => here.words.fill(Word::TableRow, &[("n", &number.to_string())]),
        None => here.say(Word::TableRowNew),
    };
    let cells = all(columns.iter().map(move |column| cell(at, column, fresh, id)));
    let is_row = is_so(move || number().is_some());
    let away = when(is_row, move || {
        let name = here.words.fill(Word::TakeAway, &[("words", &name())]);
        take_away(name, move || at.change(AnswerChange::ForgetItem(id.get_value())))
    });
    choices("table-row", live_text(name), all([cells, away]))
}

fn cell(at: Answering, column: &'static Choice, fresh: RwSignal<ItemId>, id: StoredValue<ItemId>) -> AnyView {
    let name = column.id.as_str();
    let value = text(move || {
        let id = id.get_value();
        at.read(|answer| {
            let item = answer.items.iter().find(|item| item.id == id);
            item.map(|item| item.cell(name).to_owned()).unwrap_or_default()
        })
    });
    Field { name: Name::Label(plain(&column.words)), value, lines: 1 }.view(move |words| {
        let id = id.get_value();
        let is_new = fresh.with_untracked(|fresh| *fresh == id);
        if is_new && words.is_empty() {
            return;
        }
        at.change(AnswerChange::Cell(id, name.to_owned(), words));
        if is_new {
            // This row is now one of the others, and a new empty one appears.
            fresh.set(random::item_id());
        }
    })
}
