//! Every form that was ever saved can be opened, and is written again without loss. The files are
//! in `tests/saved/`; a folder is never changed.

use crate::model::ocean::Ocean;
use crate::shelves::{key, note, now, open, shared, words};
use record::saved::fields_of;
use record::{Change, Key, Record};
use serde_json::Value;
use std::cell::RefCell;
use std::path::PathBuf;
use std::rc::Rc;
use waymark_keep::lock::Shut;

fn path(folder: &str) -> PathBuf {
    [env!("CARGO_MANIFEST_DIR"), "../../tests/saved", folder].iter().collect()
}

/// Storage that contains the texts of a folder.
fn place(folder: &str) -> Rc<RefCell<Ocean>> {
    let ocean = Rc::new(RefCell::new(Ocean::default()));
    for entry in std::fs::read_dir(path(folder)).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        ocean.borrow_mut().truth.insert(name, std::fs::read_to_string(path).unwrap());
    }
    ocean
}

#[test]
fn what_the_first_edition_saved_opens_and_keeps_every_field() {
    for folder in ["first", "now", "later"] {
        let ocean = place(folder);
        let before = ocean.borrow().truth.clone();
        let (mut keeper, mut record) = open(Ocean::shore(&ocean));
        assert_eq!(ocean.borrow().truth, before, "{folder}: looking changes nothing");
        for (name, text) in &before {
            let key = Key::parse(name).unwrap();
            assert_eq!(record.fields_of(&key), fields_of(text).ok(), "{folder}/{name}");
        }
        for key in record.keys() {
            let form = record.fields_of(&key).unwrap();
            keeper.apply(&mut record, note("more"), &now());
            let (_, again) = open(Ocean::shore(&ocean));
            let is_changed = key.to_string() == "waymark.note.n";
            assert!(is_changed || again.fields_of(&key) == Some(form), "{folder}: {key}");
        }
    }
}

/// The first edition, with its lock, which had no state and no copy.
#[test]
fn what_the_first_edition_closed_opens_with_its_passphrase() {
    let ocean = Rc::new(RefCell::new(Ocean::default()));
    let saved = |name: &str| std::fs::read_to_string(path(name)).unwrap();
    let closed: Value = serde_json::from_str(&saved("closed-1.json")).unwrap();
    for (name, text) in closed.as_object().unwrap() {
        ocean.borrow_mut().truth.insert(name.clone(), text.as_str().unwrap().to_owned());
    }
    ocean.borrow_mut().truth.insert("waymark.lock".into(), saved("lock-1.json"));
    let (mut keeper, mut record) = open(Ocean::shore(&ocean));
    assert_eq!(keeper.unlock("another", &mut record, &now()), Err(Shut::Passphrase));
    keeper.unlock("a passphrase for tests", &mut record, &now()).unwrap();
    for name in place("now").borrow().truth.keys().filter(|name| *name != "waymark.settings") {
        let form = fields_of(&saved(&format!("now/{name}"))).ok();
        assert_eq!(record.fields_of(&Key::parse(name).unwrap()), form, "{name}");
    }
    keeper.take_lock_off(&mut record, &now()).unwrap();
    assert!(ocean.borrow().truth.keys().all(|name| !name.starts_with("waymark.x.")));
    let (_, again) = open(Ocean::shore(&ocean));
    assert_eq!(again, record);
}

#[test]
fn what_a_newer_version_saved_is_held_and_stays_as_it_is() {
    let ocean = place("newer");
    let before = ocean.borrow().truth.clone();
    let (mut keeper, mut record) = open(Ocean::shore(&ocean));
    for name in before.keys() {
        let key = Key::parse(name).unwrap();
        assert!(record.is_held(&key), "{name}");
        keeper.apply(&mut record, Change::Forget(key), &now());
    }
    assert_eq!(ocean.borrow().truth, before);
    assert_eq!(keeper.texts(&record).len(), before.len(), "a backup has them too");
}

/// Two pages wrote into one note at once, and one of them ended before it could remove
/// what it had replaced.
#[test]
fn versions_that_stand_beside_each_other_open() {
    let ocean = place("versions");
    let (mut keeper, mut record) = open(Ocean::shore(&ocean));
    assert_eq!(words(&record), "yours");
    let beside = keeper.beside(&record, &key());
    assert_eq!(
        beside.iter().map(|(at, one)| (&at[..], &one.text[..])).collect::<Vec<_>>(),
        [("value/words", "mine")]
    );
    let mood: Value = record.fields_of(&key()).unwrap()["mood"].clone();
    assert_eq!(mood, "a field of a newer version");
    keeper.apply(&mut record, note("yours and more"), &now());
    let (_, again) = open(Ocean::shore(&ocean));
    assert_eq!(again, record);
    assert_eq!(ocean.borrow().truth.len(), 1, "what is in the new version is gone");
}

/// Writes the folder above. It was run once.
#[test]
#[ignore = "writes fixtures"]
fn write_versions() {
    let (ocean, shore) = shared();
    let (mut one, mut first): (_, Record) = open(shore);
    one.apply(&mut first, note("begun"), &now());
    let (mut two, mut second) = open(Ocean::shore(&ocean));
    one.apply(&mut first, note("mine"), &now());
    two.apply(&mut second, note("yours"), &now());
    std::fs::create_dir_all(path("versions")).unwrap();
    let write = |name: &str, text: &str| std::fs::write(path("versions").join(name), text).unwrap();
    for (name, text) in ocean.borrow().truth.iter().filter(|(name, _)| name.starts_with("waymark.")) {
        write(name, &text.replacen("{\"", "{\"mood\":\"a field of a newer version\",\"", 1));
    }
}

/// Texts under our names that are not ours are set aside letter by letter, and what is
/// written there afterwards is kept too.
#[test]
fn a_text_that_cannot_be_read_is_set_aside_as_it_is() {
    for text in [
        "not json",
        "",
        "{\"form\":1,\"revision\":1",
        "[1,2,3]",
        "{\"form\":1,\"revision\":-1,\"changed\":\"2026-01-01T10:00:00\",\"value\":{}}",
        "{\"form\":1,\"revision\":1,\"changed\":\"x\",\"value\":{}}",
        "{\"form\":1,\"revision\":1,\"changed\":\"2026-01-01T10:00:00\",\"value\":{\"words\":7}}",
        "{\"form\":0,\"revision\":1,\"changed\":\"2026-01-01T10:00:00\",\"value\":{\"words\":\"x\"}}",
    ] {
        let ocean = Rc::new(RefCell::new(Ocean::default()));
        ocean.borrow_mut().truth.insert("waymark.note.n".into(), text.into());
        let (mut keeper, mut record) = open(Ocean::shore(&ocean));
        assert_eq!(keeper.asides(), 1, "{text}");
        keeper.apply(&mut record, note("written"), &now());
        let (again, read) = open(Ocean::shore(&ocean));
        assert_eq!((words(&read), again.asides()), ("written".into(), 1), "{text}");
        let is_aside =
            |(name, kept): &(&String, &String)| name.starts_with("waymark.aside.") && *kept == text;
        assert!(ocean.borrow().truth.iter().any(|kept| is_aside(&kept)), "{text}");
    }
}
