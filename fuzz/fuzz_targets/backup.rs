//! A file that someone chose as a backup, plain or closed.

#![no_main]

use libfuzzer_sys::fuzz_target;
use waymark::record::LocalTime;
use waymark::record::{age, backup};

/// Making a key may take no more than a thousandth of a second.
const LITTLE_WORK: u8 = 8;

fuzz_target!(|file: &[u8]| {
    let _ = age::open_up_to(file, "password", LITTLE_WORK);
    let Some(texts) = std::str::from_utf8(file).ok().and_then(|file| backup::read(file).ok()) else {
        return;
    };
    let made = LocalTime::parse("2026-11-25T12:00:00").expect("a time");
    let again = backup::read(&backup::write(&texts, &made));
    assert_eq!(again.as_ref(), Ok(&texts));
    let found = backup::compare(texts.clone(), &texts);
    assert_eq!(found.same, texts.len());
    assert!(found.new.is_empty() && found.different.is_empty());
});
