//! Random ids. They say nothing about the device or the person.

use super::window;
use crate::course::{GoalId, ItemId, NoteId};

const LETTERS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";

/// A new goal's id.
pub fn goal_id() -> GoalId {
    id(GoalId::new)
}

/// A new free entry's id.
pub fn note_id() -> NoteId {
    id(NoteId::new)
}

/// A new id for a small step, a follow-up or an item.
pub fn item_id() -> ItemId {
    id(ItemId::new)
}

/// Ten letters of thirty-two: two of a million ids are the same once in two
/// thousand records.
fn id<Id>(new: impl Fn(&str) -> Option<Id>) -> Id {
    loop {
        let letters: String =
            bytes().iter().map(|byte| char::from(LETTERS[usize::from(byte % 32)])).collect();
        if let Some(id) = new(&letters) {
            return id;
        }
    }
}

/// Random bytes good enough for keys; `None` where the browser has none.
pub fn secret<const N: usize>() -> Option<[u8; N]> {
    let mut bytes = [0; N];
    fill(&mut bytes).then_some(bytes)
}

/// Fills a slice with random bytes, and returns whether they are good enough for keys.
pub fn fill(bytes: &mut [u8]) -> bool {
    let random = window().crypto().and_then(|crypto| crypto.get_random_values_with_u8_array(bytes));
    if random.is_err() {
        // For old browsers on odd pages: an id need only be new, not secret.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        bytes.fill_with(|| (js_sys::Math::random() * 256.0) as u8);
    }
    random.is_ok()
}

fn bytes() -> [u8; 10] {
    let mut bytes = [0; 10];
    fill(&mut bytes);
    bytes
}
