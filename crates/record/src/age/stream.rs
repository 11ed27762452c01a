//! The content of an age file: chunks of 64 KiB, each with its place in the sequence.

use crate::sealing::{Secret, derive};
use chacha20poly1305::aead::{Aead, KeyInit};
use chacha20poly1305::{ChaCha20Poly1305, Nonce};

const CHUNK: usize = 64 * 1024;
const TAG: usize = 16;
const NONCE: usize = 16;

pub(super) fn write(text: &[u8], file_key: &[u8], nonce: &[u8]) -> Vec<u8> {
    let cipher = cipher(&derive(file_key, nonce, b"payload"));
    let mut payload = nonce.to_vec();
    let mut rest = text;
    let mut number = 0;
    loop {
        let (chunk, after) = rest.split_at(CHUNK.min(rest.len()));
        // It fails only for chunks of 256 GiB.
        payload.extend(cipher.encrypt(&place(number, after.is_empty()), chunk).unwrap_or_default());
        if after.is_empty() {
            return payload;
        }
        rest = after;
        number += 1;
    }
}

/// The text, if every chunk is there, unchanged and in its place.
pub(super) fn read(payload: &[u8], file_key: &[u8]) -> Option<Vec<u8>> {
    let (nonce, mut rest) = payload.split_at_checked(NONCE)?;
    let cipher = cipher(&derive(file_key, nonce, b"payload"));
    let mut text = Vec::with_capacity(rest.len());
    let mut number = 0;
    loop {
        let (chunk, after) = rest.split_at((CHUNK + TAG).min(rest.len()));
        let opened = cipher.decrypt(&place(number, after.is_empty()), chunk).ok()?;
        if opened.is_empty() && number > 0 {
            return None;
        }
        text.extend(opened);
        if after.is_empty() {
            return Some(text);
        }
        rest = after;
        number += 1;
    }
}

/// The nonce of a chunk: its number, and whether it is the last.
fn place(number: u64, is_last: bool) -> Nonce {
    let mut nonce = [0; 12];
    nonce[3..11].copy_from_slice(&number.to_be_bytes());
    nonce[11] = u8::from(is_last);
    nonce.into()
}

fn cipher(key: &Secret) -> ChaCha20Poly1305 {
    ChaCha20Poly1305::new((&**key).into())
}
