//! The text form of an age file: base64 in lines of 64 letters.

use base64ct::{Base64Unpadded, Encoding};

pub(super) const BEGIN: &str = "-----BEGIN AGE ENCRYPTED FILE-----";
const END: &str = "-----END AGE ENCRYPTED FILE-----";
const COLUMNS: usize = 64;

pub(super) fn write(file: &[u8]) -> String {
    let mut encoded = Base64Unpadded::encode_string(file);
    while !encoded.len().is_multiple_of(4) {
        encoded.push('=');
    }
    let mut text = format!("{BEGIN}\n");
    let mut rest = &encoded[..];
    while !rest.is_empty() {
        let (line, after) = rest.split_at(COLUMNS.min(rest.len()));
        text.push_str(line);
        text.push('\n');
        rest = after;
    }
    text.push_str(END);
    text.push('\n');
    text
}

/// The bytes of a file, with or without armor.
pub(super) fn read(file: &[u8]) -> Option<Vec<u8>> {
    if !file.trim_ascii_start().starts_with(b"-----BEGIN") {
        return Some(file.to_vec());
    }
    let text = std::str::from_utf8(file).ok()?.trim_ascii();
    let mut lines = text.split('\n').map(|line| line.strip_suffix('\r').unwrap_or(line));
    if lines.next() != Some(BEGIN) {
        return None;
    }
    let mut encoded = String::with_capacity(text.len());
    let mut is_last = false;
    for line in lines.by_ref() {
        if line == END {
            return lines.next().is_none().then(|| decode(&encoded)).flatten();
        }
        // Only the last line may be shorter, and none is empty.
        if is_last || line.is_empty() || line.len() > COLUMNS {
            return None;
        }
        is_last = line.len() < COLUMNS;
        encoded.push_str(line);
    }
    None
}

/// Base64 with its padding, built on the unpadded kind, which is there
/// already: a second kind would be more code to download.
fn decode(encoded: &str) -> Option<Vec<u8>> {
    let bare = encoded.strip_suffix("==").or_else(|| encoded.strip_suffix('=')).unwrap_or(encoded);
    let is_whole = encoded.len().is_multiple_of(4) && encoded.len() == bare.len().next_multiple_of(4);
    is_whole.then(|| Base64Unpadded::decode_vec(bare).ok()).flatten()
}
