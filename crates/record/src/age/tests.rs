//! The age project's test vectors (C2SP/CCTV, `age/testdata`), as they are
//! published, and properties.

use super::*;
use proptest::prelude::*;
use sha2::{Digest, Sha256};
use std::fmt::Write;

/// One published vector.
struct Vector {
    name: String,
    expect: String,
    payload: String,
    file_key: Option<Vec<u8>>,
    passphrase: Option<String>,
    file: Vec<u8>,
}

fn vectors() -> Vec<Vector> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/vectors/age");
    let mut vectors = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        if path.extension().is_some() {
            continue;
        }
        let bytes = std::fs::read(&path).unwrap();
        let at = bytes.windows(2).position(|two| two == b"\n\n").unwrap();
        let about = std::str::from_utf8(&bytes[..at]).unwrap();
        let field = |name: &str| {
            about.lines().find_map(|line| line.strip_prefix(&format!("{name}: "))).map(str::to_owned)
        };
        vectors.push(Vector {
            name,
            expect: field("expect").unwrap(),
            payload: field("payload").unwrap_or_default(),
            file_key: field("file key").map(|hex| bytes_of(&hex)),
            passphrase: field("passphrase"),
            file: match field("compressed") {
                None => bytes[at + 2..].to_vec(),
                Some(_) => miniz_oxide::inflate::decompress_to_vec_zlib(&bytes[at + 2..]).unwrap(),
            },
        });
    }
    vectors
}

fn bytes_of(hex: &str) -> Vec<u8> {
    (0..hex.len()).step_by(2).map(|at| u8::from_str_radix(&hex[at..at + 2], 16).unwrap()).collect()
}

fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

/// Opened with the passphrase where there is one, otherwise with the key of the file: the
/// other kinds of recipient are not ours, but everything around them is.
fn opened(vector: &Vector) -> Result<Vec<u8>, NotOpened> {
    if let Some(passphrase) = &vector.passphrase {
        return open_up_to(&vector.file, passphrase, 12);
    }
    let bytes = armor::read(&vector.file).ok_or(NotOpened::Broken)?;
    let header = header::read(&bytes).ok_or(NotOpened::Broken)?;
    open_with(&header, vector.file_key.as_deref().unwrap_or(&[0; 16]))
}

#[test]
fn every_published_vector_ends_as_it_should() {
    let (mut tried, mut with_passphrase) = (0, 0);
    for vector in vectors() {
        // Whatever concerns only the other recipients cannot be seen from here.
        if vector.name.starts_with("x25519") && vector.expect != "success" {
            continue;
        }
        let result = opened(&vector);
        match vector.expect.as_str() {
            "success" => {
                assert_eq!(result.as_deref().map(hash), Ok(vector.payload.clone()), "{}", vector.name);
            }
            "no match" if vector.passphrase.is_some() => {
                let known = [NotOpened::Passphrase, NotOpened::NoPassphrase, NotOpened::TooMuch];
                assert!(known.contains(&result.clone().unwrap_err()), "{} {result:?}", vector.name);
            }
            "no match" => {}
            _ => assert!(result.is_err(), "{} should be refused: {}", vector.name, vector.expect),
        }
        tried += 1;
        with_passphrase += usize::from(vector.passphrase.is_some());
    }
    assert!(tried >= 95 && with_passphrase >= 20, "{tried} {with_passphrase}");
}

#[test]
fn a_file_that_asks_for_too_much_is_not_even_tried() {
    for work in ["19", "23", "40", "63", "64", "255", "256", "99999999999999999999"] {
        let file = format!(
            "age-encryption.org/v1\n-> scrypt rF0/NwblUHHTpgQgRpe5CQ {work}\n\
             gUjEymFKMVXQEKdMMHL24oYexjE3TIC0O0zGSqJ2aUY\n\
             --- IOXiQYStkoT1mvZW2tFOqZdhRVvj58egABx/sWfZQbc\n"
        );
        assert_eq!(open(file.as_bytes(), "password"), Err(NotOpened::TooMuch), "{work}");
    }
}

#[test]
fn what_is_written_opens_with_its_passphrase_alone() {
    let file = close("何でも".as_bytes(), "鍵 key", &[7; 48]).unwrap();
    assert!(is_one(file.as_bytes()));
    assert!(!file.contains('何'));
    assert_eq!(open(file.as_bytes(), "鍵 key"), Ok("何でも".as_bytes().to_vec()));
    assert_eq!(open(file.as_bytes(), "鍵key"), Err(NotOpened::Passphrase));
    assert!(!is_one(b"{\"file\": \"waymark-backup\"}"));
}

#[test]
fn the_first_passphrase_that_opens_a_file_opens_it() {
    let file = close_with(b"text", "b", &[7; 48], 1).unwrap();
    let tried = |all: &[&str]| {
        open_with_any(file.as_bytes(), &all.iter().map(|&one| one.to_owned()).collect::<Vec<_>>())
    };
    assert_eq!(tried(&["a", "b", "c"]), Ok(b"text".to_vec()));
    assert_eq!(tried(&["a", "c"]), Err(NotOpened::Passphrase));
    assert_eq!(open_with_any(b"-----BEGIN", &["a".to_owned()]), Err(NotOpened::Broken));
}

#[test]
fn a_mark_before_a_file_that_is_no_text_does_no_harm() {
    let armored = close_with(b"text", "a", &[7; 48], 1).unwrap();
    let marked = ["\u{feff}".as_bytes(), &armor::read(armored.as_bytes()).unwrap()].concat();
    let file = course::utf8::plain(marked);
    assert!(is_one(&file));
    assert_eq!(open(&file, "a"), Ok(b"text".to_vec()));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_text_comes_back_and_any_change_is_seen(
        size in prop_oneof![0_usize..400, 65_530_usize..65_545, 131_060_usize..131_080],
        seed in any::<u8>(), at in any::<prop::sample::Index>(), bit in 0_u8..8,
    ) {
        let text: Vec<u8> = (0..=u8::MAX).cycle().map(|n| n.wrapping_mul(31) ^ seed).take(size).collect();
        let armored = close_with(&text, "p", &[seed; 48], 1).unwrap();
        prop_assert_eq!(open(armored.as_bytes(), "p"), Ok(text));
        let mut bytes = armor::read(armored.as_bytes()).unwrap();
        prop_assert!(open(&bytes[..at.index(bytes.len())], "p").is_err());
        let at = at.index(bytes.len());
        bytes[at] ^= 1 << bit;
        prop_assert!(open_up_to(&bytes, "p", 12).is_err());
    }

    #[test]
    fn any_file_is_opened_or_refused(file in prop::collection::vec(any::<u8>(), 0..300), text in "\\PC{0,80}") {
        let _ = open_up_to(&file, "p", 4);
        let _ = open_up_to(format!("age-encryption.org/v1\n{text}").as_bytes(), "p", 4);
        let _ = open_up_to(format!("{}\n{text}", armor::BEGIN).as_bytes(), "p", 4);
    }
}
