//! What keys mean while an input method is composing.

use web_sys::KeyboardEvent;

/// The code of a key that belongs to an input method, by the UI Events specification.
const OF_INPUT_METHOD: u32 = 229;

/// Whether a key belongs to an input method, so that nobody else may act on it. Safari ends a
/// conversion before it reports the Enter that ended it, which then shows only in the code.
pub fn is_of_input_method(event: &KeyboardEvent) -> bool {
    event.is_composing() || event.key_code() == OF_INPUT_METHOD
}
