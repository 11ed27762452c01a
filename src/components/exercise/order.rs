//! `order`: cards put in an order of one's own, with buttons.

use super::Answering;
use crate::browser::page;
use crate::components::parts::{all, element, item, live, live_text, sign, words};
use crate::course::text::plain;
use crate::course::{Choice, ChoiceId};
use crate::record::AnswerChange;
use crate::words::Word;
use leptos::prelude::*;

/// A card: its id and words.
type Card = (ChoiceId, String);

pub fn view(at: Answering, cards: &'static [Choice]) -> AnyView {
    let moved = RwSignal::new(String::new());
    let list = live(move || {
        let order = order(at, cards);
        let last = order.len();
        let row = |(place, card): (usize, &Card)| row(at, moved, &order, place, card, last);
        element("ol", &[("class", "order")], all(order.iter().enumerate().map(row)))
    });
    let said = live_text(move || moved.get());
    all([list, element("p", &[("class", "heard"), ("role", "status")], said)])
}

/// The cards in the learner's order; those the centre added since come last,
/// and those it removed stay, in the words they had.
fn order(at: Answering, cards: &[Choice]) -> Vec<Card> {
    at.read(|answer| {
        let words = |id: &ChoiceId| cards.iter().find(|card| card.id == *id).map(|card| plain(&card.words));
        let known = answer.ticked.iter();
        let mut order: Vec<Card> = known
            .map(|card| (card.id.clone(), words(&card.id).unwrap_or_else(|| card.words.clone())))
            .collect();
        let new = cards.iter().filter(|card| answer.ticked.iter().all(|known| known.id != card.id));
        order.extend(new.map(|card| (card.id.clone(), plain(&card.words))));
        order
    })
}

fn row(
    at: Answering,
    moved: RwSignal<String>,
    order: &[Card],
    place: usize,
    (id, shown): &Card,
    last: usize,
) -> AnyView {
    let say = at.here.words;
    let shift = |mark: &'static str, word: Word, to: Option<usize>| {
        let order = order.to_vec();
        let shown = shown.clone();
        let button_id = format!("{}-{id}-{}", at.question_id(), to.is_some_and(|to| to > place));
        let focus = format!("#{button_id}");
        let name = say.fill(word, &[("words", &shown)]);
        let press = sign(mark, name, move || {
            let Some(to) = to else {
                return;
            };
            let mut order = order.clone();
            order.swap(place, to);
            at.change(AnswerChange::Order(order));
            let (number, of) = ((to + 1).to_string(), last.to_string());
            moved.set(say.fill(Word::OrderMoved, &[("words", &shown), ("n", &number), ("of", &of)]));
            let focus = focus.clone();
            // The list is rebuilt: the focus follows the card.
            request_animation_frame(move || page::focus_in(&focus));
        });
        element("span", &[("id", &button_id)], press)
    };
    let up = shift("↑", Word::OrderUp, place.checked_sub(1));
    let down = shift("↓", Word::OrderDown, Some(place + 1).filter(|to| *to < last));
    let words = element("span", &[], words(shown.clone()));
    let signs = element("span", &[("class", "signs")], all([up, down]));
    item("card", element("div", &[("class", "line-of-two")], all([words, signs])))
}
