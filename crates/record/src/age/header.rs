//! The header of an age file: whom it is for, and a code that proves it was not
//! changed.

use crate::sealing::{derive, keyed_hash};
use base64ct::{Base64Unpadded, Encoding};
use hmac::Mac;

pub(super) const VERSION: &str = "age-encryption.org/v1";
const COLUMNS: usize = 64;

/// A stanza: one way to get the key of the file.
pub(super) struct Stanza {
    pub args: Vec<String>,
    pub body: Vec<u8>,
}

/// A header, and what comes after it.
pub(super) struct Header<'a> {
    pub stanzas: Vec<Stanza>,
    pub payload: &'a [u8],
    marked: &'a [u8],
    mark: Vec<u8>,
}

impl Header<'_> {
    /// Whether the header was written by someone who had the key of the file.
    pub fn is_by(&self, file_key: &[u8]) -> bool {
        marking(self.marked, file_key).verify_slice(&self.mark).is_ok()
    }
}

fn marking(marked: &[u8], file_key: &[u8]) -> impl Mac {
    keyed_hash(&derive(file_key, &[], b"header")).chain_update(marked)
}

pub(super) fn write(stanza: &Stanza, file_key: &[u8]) -> Vec<u8> {
    // A wrapped key of 16 bytes fits on one line.
    let (args, body) = (stanza.args.join(" "), Base64Unpadded::encode_string(&stanza.body));
    let header = format!("{VERSION}\n-> {args}\n{body}\n---");
    let mark = marking(header.as_bytes(), file_key).finalize().into_bytes();
    format!("{header} {}\n", Base64Unpadded::encode_string(&mark)).into_bytes()
}

pub(super) fn read(file: &[u8]) -> Option<Header<'_>> {
    let mut at = 0;
    let mut line = || {
        let length = file.get(at..)?.iter().position(|byte| *byte == b'\n')?;
        let line = std::str::from_utf8(&file[at..at + length]).ok()?;
        let start = at;
        at += length + 1;
        Some((start, line))
    };
    if line()?.1 != VERSION {
        return None;
    }
    let mut stanzas = Vec::new();
    loop {
        let (start, text) = line()?;
        if let Some(mark) = text.strip_prefix("--- ") {
            let mark = Base64Unpadded::decode_vec(mark).ok().filter(|mark| mark.len() == 32)?;
            let is_some = !stanzas.is_empty();
            return is_some.then_some(Header {
                stanzas,
                payload: &file[at..],
                marked: &file[..start + 3],
                mark,
            });
        }
        let args: Vec<String> = text.strip_prefix("-> ")?.split(' ').map(str::to_owned).collect();
        let is_visible = |arg: &String| !arg.is_empty() && arg.bytes().all(|byte| byte.is_ascii_graphic());
        if !args.iter().all(is_visible) {
            return None;
        }
        let mut body = String::new();
        loop {
            let (_, text) = line()?;
            body.push_str(text);
            match text.len() {
                COLUMNS => {}
                0..COLUMNS => break,
                _ => return None,
            }
        }
        stanzas.push(Stanza { args, body: Base64Unpadded::decode_vec(&body).ok()? });
    }
}
