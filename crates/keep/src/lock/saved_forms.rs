//! The lock saved by the first edition, from `tests/saved/`. It opens
//! with every later one.

use super::*;
use std::path::PathBuf;

const PASSPHRASE: &str = "a passphrase for tests";

fn saved(name: &str) -> String {
    let path: PathBuf = [env!("CARGO_MANIFEST_DIR"), "../../tests/saved", name].iter().collect();
    std::fs::read_to_string(path).unwrap()
}

#[test]
fn the_first_lock_opens_what_was_closed_with_it() {
    let lock = Lock::read(&saved("lock-1.json")).unwrap();
    let key = lock.open(PASSPHRASE).unwrap();
    let closed: Value = serde_json::from_str(&saved("closed-1.json")).unwrap();
    let closed = closed.as_object().unwrap();
    assert!(closed.len() > 10);
    for (stands, closed) in closed {
        let (name, text) = key.open(stands, closed.as_str().unwrap()).unwrap();
        assert_eq!(key.name(&name), *stands);
        assert_eq!(saved(&format!("now/{name}")), text);
    }
}
