//! Worksheets: the exercises of modules, empty, and cards to cut out.

use super::{Paper, Piece, answers};
use course::text::{plain, plain_blocks};
use course::{Exercise, Kind, Module};
use words::{Word, Words};

/// Blank cards in each set, for what somebody wants to add.
const OWN_CARDS: usize = 2;

/// The exercises of a module, empty.
pub fn worksheet(module: &Module, words: &Words) -> Paper {
    let mut paper = answers::module(module, None, words);
    paper.pieces.insert(0, Piece::Soft(words.say(Word::WorksheetsYours)));
    paper
}

/// What is put in order or chosen in a module, as cards. It has no pieces where
/// there is none.
pub fn cards(module: &Module) -> Paper {
    let pieces = module.exercises().flat_map(cards_of).collect();
    Paper::new(module.title.clone(), pieces)
}

fn cards_of(exercise: &Exercise) -> Vec<Piece> {
    let (Kind::Order(offers) | Kind::Choices(offers)) = &exercise.kind else {
        return Vec::new();
    };
    let mut cards: Vec<String> = offers.iter().map(|offer| plain(&offer.words)).collect();
    cards.resize(cards.len() + OWN_CARDS, String::new());
    vec![Piece::About(plain_blocks(&exercise.question)), Piece::Cards(cards)]
}
