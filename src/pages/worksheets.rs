//! Worksheets to write on and cards to cut out: of one module, or of all.

use super::paper::preview;
use crate::components::here::Here;
use crate::components::parts::{
    all, choice, choices, element, heading, is_so, paragraph, select, text, words,
};
use crate::course::{Module, ModuleId};
use crate::paper::{Paper, worksheets};
use crate::words::Word;
use leptos::prelude::*;

/// The value that stands for all modules; no module has it for an id.
const ALL: &str = "*";

/// `#/worksheets`, or of one module.
pub fn page(here: Here, of: Option<&ModuleId>) -> AnyView {
    if of.is_some_and(|of| here.course.module(of).is_none()) {
        return super::nowhere::page(here);
    }
    let chosen = RwSignal::new(of.map_or_else(|| ALL.to_owned(), ToString::to_string));
    let (are_cards, is_large) = (RwSignal::new(false), RwSignal::new(false));
    let made = move || {
        let modules = here.course.modules();
        let modules = chosen.with(|chosen| modules.filter(|one| is_chosen(chosen, one)).collect::<Vec<_>>());
        let papers = modules.into_iter().map(|module| paper(here, module, are_cards.get(), is_large.get()));
        let papers: Vec<Paper> = papers.filter(|paper| !paper.pieces.is_empty()).collect();
        match papers.is_empty() {
            true => vec![Paper::new(here.say(Word::WorksheetsCardsNone), Vec::new())],
            false => papers,
        }
    };
    let how = [of_which(here, chosen), what(here, are_cards), large(here, is_large)];
    all([
        heading(words(here.say(Word::Worksheets))),
        paragraph("lead", words(here.say(Word::WorksheetsAbout))),
        element("div", &[("class", "controls")], all(how)),
        preview(here, made),
    ])
}

fn is_chosen(chosen: &str, module: &Module) -> bool {
    chosen == ALL || chosen == module.id.as_str()
}

fn paper(here: Here, module: &Module, are_cards: bool, is_large: bool) -> Paper {
    let paper = match are_cards {
        true => worksheets::cards(module),
        false => worksheets::worksheet(module, here.words),
    };
    Paper { is_large, ..paper }
}

fn of_which(here: Here, chosen: RwSignal<String>) -> AnyView {
    let mut offered = vec![(ALL.to_owned(), here.say(Word::WorksheetsAll))];
    for module in here.course.modules() {
        offered.push((module.id.to_string(), module.title.clone()));
    }
    let now = text(move || chosen.get());
    select(here.say(Word::WorksheetsOf), &offered, now, move |module| chosen.set(module))
}

fn what(here: Here, are_cards: RwSignal<bool>) -> AnyView {
    let one = |cards: bool, word: Word| {
        let chosen = is_so(move || are_cards.get() == cards);
        let choose = move |_| are_cards.set(cards);
        choice("radio", "what".to_owned(), chosen, choose, words(here.say(word)))
    };
    let both = all([one(false, Word::WorksheetsSheets), one(true, Word::WorksheetsCards)]);
    choices("settings", words(here.say(Word::WorksheetsWhat)), both)
}

fn large(here: Here, is_large: RwSignal<bool>) -> AnyView {
    let chosen = is_so(move || is_large.get());
    let tick = move |large| is_large.set(large);
    choice("checkbox", String::new(), chosen, tick, words(here.say(Word::WorksheetsLarge)))
}
