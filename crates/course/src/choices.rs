//! The choices, cards, columns or areas that an exercise offers.

use super::exercise::Choice;
use super::ids::ChoiceId;
use super::problem::{Problems, Trouble};
use super::text::{Block, Span, plain};
use std::fmt::Write;

/// Takes the list at the end of the question as the choices. Where no id is written,
/// one is made from the words.
pub fn choices(question: &mut Vec<Block>, line: usize, problems: &mut Problems) -> Vec<Choice> {
    let Some(Block::List { items, .. }) = question.pop_if(|last| matches!(last, Block::List { .. })) else {
        problems.note(line, Trouble::ChoicesMissing, "");
        return Vec::new();
    };
    let mut offered: Vec<Offer> = items.into_iter().map(|item| offer(item, line, problems)).collect();
    offered.retain(|offer| offer.id.is_some() || !plain(&offer.words).trim().is_empty());
    let mut taken: Vec<ChoiceId> = offered.iter().filter_map(|offer| offer.id.clone()).collect();
    let mut found: Vec<Choice> = Vec::new();
    let mut is_told = false;
    for Offer { id, words, is_wrong } in offered {
        let id = id.unwrap_or_else(|| {
            let text = plain(&words);
            let id = free_id(&text, &taken);
            if !is_told && !is_wrong {
                problems.note(line, Trouble::ChoicesWithoutIds, &format!("- {{{id}}} {text}"));
            }
            is_told |= !is_wrong;
            taken.push(id.clone());
            id
        });
        if found.iter().any(|other| other.id == id) {
            problems.note(line, Trouble::IdTwice, id.as_str());
        } else {
            found.push(Choice { id, words });
        }
    }
    found
}

/// An item of the list, with its id if it has one that can be used.
struct Offer {
    id: Option<ChoiceId>,
    words: Vec<Span>,
    /// Whether an id was written that cannot be one.
    is_wrong: bool,
}

fn offer(item: Vec<Block>, line: usize, problems: &mut Problems) -> Offer {
    let mut words = match item.into_iter().next() {
        Some(Block::Paragraph(spans)) => spans,
        _ => Vec::new(),
    };
    let written = match words.first_mut() {
        Some(Span::Text(text)) => take_braces(text),
        _ => None,
    };
    let id = written.as_deref().and_then(ChoiceId::new);
    let wrong = written.filter(|_| id.is_none());
    if let Some(wrong) = &wrong {
        problems.note(line, Trouble::IdWrong, wrong);
    }
    Offer { id, words, is_wrong: wrong.is_some() }
}

/// Cuts `{id}` from the start of a text.
fn take_braces(text: &mut String) -> Option<String> {
    let (id, rest) = text.strip_prefix('{')?.split_once('}')?;
    let (id, rest) = (id.trim().to_owned(), rest.trim_start().to_owned());
    *text = rest;
    Some(id)
}

/// An id made from some words, different from all the others.
fn free_id(text: &str, taken: &[ChoiceId]) -> ChoiceId {
    let own = id_from_words(text);
    let mut id = own.clone();
    let mut number = 2;
    loop {
        match ChoiceId::new(&id) {
            Some(free) if !taken.contains(&free) => return free,
            _ => id = format!("{own}-{number}"),
        }
        number += 1;
    }
}

/// An id that stays the same as long as the words do: the words themselves where they are
/// short and plain, otherwise their plain letters and a number made from all of them.
fn id_from_words(text: &str) -> String {
    /// Leaves room for the number, and for another that tells two choices with the same words apart.
    const LONGEST: usize = 40;
    let text = text.trim().to_ascii_lowercase();
    let mut id: String = text
        .chars()
        .filter_map(|c| match c {
            'a'..='z' | '0'..='9' | '-' => Some(c),
            ' ' => Some('-'),
            _ => None,
        })
        .collect();
    if !text.is_ascii() || id.len() > LONGEST || id.is_empty() {
        id.truncate(LONGEST);
        if id.is_empty() {
            id.push('c');
        }
        let _ = write!(id, "-{:x}", number_of(&text));
    }
    id
}

/// A number made from a text: FNV-1a.
fn number_of(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |number, byte| (number ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}
