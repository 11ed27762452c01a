//! Every form that was ever saved, from `tests/saved/`. A folder is never
//! changed: what a version wrote must be read by every later one.

use super::backup::{self, NotBackup};
use super::{Change, Key, LocalTime, Outcome, Preference, Record, Unreadable, age};
use serde_json::Value;
use std::path::PathBuf;

const PASSPHRASE: &str = "a passphrase for tests";

fn path(name: &str) -> PathBuf {
    [env!("CARGO_MANIFEST_DIR"), "../../tests/saved", name].iter().collect()
}

/// The texts of a folder, by the names they were kept under.
fn texts(folder: &str) -> Vec<(String, String)> {
    let entries = std::fs::read_dir(path(folder)).unwrap();
    let text = |entry: std::fs::DirEntry| {
        let name = entry.file_name().into_string().unwrap();
        (name, std::fs::read_to_string(entry.path()).unwrap())
    };
    let mut texts: Vec<_> = entries.map(|entry| text(entry.unwrap())).collect();
    texts.sort();
    texts
}

fn value(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

#[test]
fn what_earlier_and_later_versions_saved_is_read_and_written_without_loss() {
    let mut read = 0;
    for folder in ["first", "now", "later"] {
        for (name, text) in texts(folder) {
            let key = Key::parse(&name).unwrap();
            let mut record = Record::default();
            assert_eq!(record.take_in(&key, &text), Ok(()), "{folder}/{name}");
            assert_eq!(value(&record.text_of(&key).unwrap()), value(&text), "{folder}/{name}");
            read += 1;
        }
    }
    assert!(read >= 24, "{read}");
}

#[test]
fn a_change_keeps_the_fields_of_a_later_version() {
    let now = LocalTime::parse("2026-11-25T12:00:00").unwrap();
    let (_, text) = texts("later").into_iter().find(|(name, _)| name == "waymark.settings").unwrap();
    let mut record = Record::default();
    record.take_in(&Key::Settings, &text).unwrap();
    assert!(record.apply(Change::Preference(Preference::Size, "large"), &now) == Outcome::Changed);
    let written = value(&record.text_of(&Key::Settings).unwrap());
    assert_eq!(written["value"]["theme"], "sepia", "a choice this version does not know");
    assert_eq!(written["value"]["voice"], "low");
    assert_eq!(written["value"]["size"], "large");
    assert_eq!(written["revision"], 3);
}

/// Found by fuzzing: a number that is not a whole one of 64 bits changes in its
/// last digit. Whole ones stay as they are, at every depth.
#[test]
fn whole_numbers_of_a_later_version_stay_exact() {
    let text = r#"{"form":1,"revision":1,"changed":"2026-02-03T10:00:00","value":{"words":"x",
        "deep":{"most":18446744073709551615,"least":-9223372036854775808}},"beside":9007199254740993}"#;
    let key = Key::parse("waymark.plan.people").unwrap();
    let mut record = Record::default();
    record.take_in(&key, text).unwrap();
    let written = record.text_of(&key).unwrap();
    for number in ["18446744073709551615", "-9223372036854775808", "9007199254740993"] {
        assert!(written.contains(number), "{written}");
    }
}

#[test]
fn what_a_newer_version_saved_is_held() {
    for (name, text) in texts("newer") {
        let key = Key::parse(&name).unwrap();
        let mut record = Record::default();
        assert_eq!(record.take_in(&key, &text), Err(Unreadable::Newer), "{name}");
        assert!(record.is_held(&key));
        assert!(
            record.apply(Change::Forget(key), &LocalTime::parse("2026-11-25T12:00:00").unwrap())
                != Outcome::Changed
        );
    }
}

#[test]
fn saved_files_open() {
    let plain = std::fs::read_to_string(path("backup-1.json")).unwrap();
    let read = backup::read(&plain).unwrap();
    assert_eq!(
        read.iter().map(|(name, text)| (name.clone(), value(text))).collect::<Vec<_>>(),
        texts("now").iter().map(|(name, text)| (name.clone(), value(text))).collect::<Vec<_>>()
    );
    // One closed by this site, one by the age command.
    for name in ["backup-1.json.age", "backup-1.by-age.json.age"] {
        let closed = std::fs::read(path(name)).unwrap();
        assert_eq!(age::open(&closed, PASSPHRASE), Ok(plain.clone().into_bytes()), "{name}");
    }
    assert_eq!(backup::read(r#"{"file":"waymark-backup","form":2,"kept":{}}"#), Err(NotBackup::Newer));
}
