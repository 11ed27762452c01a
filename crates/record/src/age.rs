//! A file that a passphrase closes, in the open age format, so that any
//! program for it opens the file too: `age -d file`.
//!
//! The format is <https://age-encryption.org/v1>, with its one kind of
//! recipient that takes a passphrase, scrypt. The `age` crate would bring 134 other
//! crates with it; this is only the part of the format that is needed here,
//! checked with the age project's own test vectors.

mod armor;
mod header;
mod stream;

use super::sealing::Secret;
use base64ct::{Base64Unpadded, Encoding};
use chacha20poly1305::aead::{Aead, KeyInit};
use chacha20poly1305::{ChaCha20Poly1305, Nonce};
use header::{Header, Stanza};

/// What a file of this format begins with, without and with armor.
const BEGINNINGS: [&[u8]; 2] = [header::VERSION.as_bytes(), armor::BEGIN.as_bytes()];

/// The work of making a key from a passphrase: 2 to this power, in steps that
/// need 1 KiB of memory each. OWASP's minimum for scrypt, 128 MiB.
const WORK: u8 = 17;

/// The most work that is done for a file from elsewhere: what the `age`
/// command asks for, 256 MiB. More would hold up or end the page.
const MOST_WORK: u8 = 18;

/// The label that the salt is prefixed with.
const SALT_LABEL: &[u8] = b"age-encryption.org/v1/scrypt";

/// Random bytes for one file. They must be fresh, and good enough for keys.
pub type Random = [u8; 48];

/// Why a file could not be opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotOpened {
    /// The file is not complete, or was changed.
    Broken,
    /// The passphrase is wrong.
    Passphrase,
    /// The file was not closed with a passphrase.
    NoPassphrase,
    /// The file asks for more work or memory than this device can give.
    TooMuch,
}

/// Whether a file claims to be in this format.
pub fn is_one(file: &[u8]) -> bool {
    BEGINNINGS.iter().any(|beginning| file.trim_ascii_start().starts_with(beginning))
}

/// Closes a text with a passphrase.
///
/// # Errors
/// `TooMuch` where there is not enough memory.
pub fn close(text: &[u8], passphrase: &str, random: &Random) -> Result<String, NotOpened> {
    close_with(text, passphrase, random, WORK)
}

fn close_with(text: &[u8], passphrase: &str, random: &Random, work: u8) -> Result<String, NotOpened> {
    let (salt, rest) = random.split_at(16);
    let (file_key, nonce) = rest.split_at(16);
    let wrapping = wrapping_key(passphrase, salt, work)?;
    let wrapped = cipher(&wrapping).encrypt(&Nonce::default(), file_key).map_err(|_| NotOpened::TooMuch)?;
    let args = ["scrypt".to_owned(), Base64Unpadded::encode_string(salt), work.to_string()];
    let mut file = header::write(&Stanza { args: args.into(), body: wrapped }, file_key);
    file.extend(stream::write(text, file_key, nonce));
    Ok(armor::write(&file))
}

/// Opens a file with a passphrase.
///
/// # Errors
/// See [`NotOpened`].
pub fn open(file: &[u8], passphrase: &str) -> Result<Vec<u8>, NotOpened> {
    open_up_to(file, passphrase, MOST_WORK)
}

/// Opens a file with the first of several passphrases that does.
///
/// # Errors
/// See [`NotOpened`].
pub fn open_with_any(file: &[u8], passphrases: &[String]) -> Result<Vec<u8>, NotOpened> {
    let mut tries = passphrases.iter().map(|passphrase| open(file, passphrase));
    tries.find(|tried| *tried != Err(NotOpened::Passphrase)).unwrap_or(Err(NotOpened::Passphrase))
}

/// Like [`open`], for no more work than 2 to that power.
pub fn open_up_to(file: &[u8], passphrase: &str, most: u8) -> Result<Vec<u8>, NotOpened> {
    let bytes = armor::read(file).ok_or(NotOpened::Broken)?;
    let header = header::read(&bytes).ok_or(NotOpened::Broken)?;
    let file_key = file_key(&header, passphrase, most)?;
    open_with(&header, &file_key[..16])
}

fn open_with(header: &Header, file_key: &[u8]) -> Result<Vec<u8>, NotOpened> {
    if !header.is_by(file_key) {
        return Err(NotOpened::Broken);
    }
    stream::read(header.payload, file_key).ok_or(NotOpened::Broken)
}

/// The key of the file, from the only stanza it may have. A key of 16 bytes in
/// a buffer of 32.
fn file_key(header: &Header, passphrase: &str, most: u8) -> Result<Secret, NotOpened> {
    let is_scrypt = |stanza: &Stanza| stanza.args.first().is_some_and(|name| name == "scrypt");
    if !header.stanzas.iter().any(is_scrypt) {
        return Err(NotOpened::NoPassphrase);
    }
    let [Stanza { args, body }] = &header.stanzas[..] else {
        return Err(NotOpened::Broken);
    };
    let [_, salt, work] = &args[..] else {
        return Err(NotOpened::Broken);
    };
    let salt = Base64Unpadded::decode_vec(salt).ok().filter(|salt| salt.len() == 16);
    let salt = salt.ok_or(NotOpened::Broken)?;
    let work = work_of(work).ok_or(NotOpened::Broken)?;
    if body.len() != 32 {
        return Err(NotOpened::Broken);
    }
    if work > most {
        return Err(NotOpened::TooMuch);
    }
    let wrapping = wrapping_key(passphrase, &salt, work)?;
    let opened = cipher(&wrapping).decrypt(&Nonce::default(), &body[..]);
    let opened = opened.map_err(|_| NotOpened::Passphrase)?;
    let mut key = Secret::default();
    key[..16].copy_from_slice(&opened[..16]);
    Ok(key)
}

/// A decimal number without a sign or leading zeros, as the format requires.
fn work_of(text: &str) -> Option<u8> {
    let is_plain = text.bytes().all(|digit| digit.is_ascii_digit()) && !text.starts_with('0');
    is_plain.then(|| text.parse().unwrap_or(u8::MAX)).filter(|_| !text.is_empty())
}

fn wrapping_key(passphrase: &str, salt: &[u8], work: u8) -> Result<Secret, NotOpened> {
    // Asked for first, because without memory the page would end.
    let room = (1_usize << work) * 1024 + 1_000_000;
    let mut probe = Vec::<u8>::new();
    if probe.try_reserve_exact(room).is_err() {
        return Err(NotOpened::TooMuch);
    }
    drop(std::hint::black_box(probe));
    let params = scrypt::Params::new(work, 8, 1, 32).map_err(|_| NotOpened::TooMuch)?;
    let salt = [SALT_LABEL, salt].concat();
    let mut key = Secret::default();
    scrypt::scrypt(passphrase.as_bytes(), &salt, &params, &mut key[..]).map_err(|_| NotOpened::TooMuch)?;
    Ok(key)
}

fn cipher(key: &Secret) -> ChaCha20Poly1305 {
    ChaCha20Poly1305::new((&**key).into())
}

#[cfg(test)]
mod tests;
