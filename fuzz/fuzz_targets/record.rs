//! What local storage contains: a name on the first line, a text after it. What is
//! read can be written, and then reads the same.

#![no_main]

use libfuzzer_sys::fuzz_target;
use serde_json::Value;
use waymark::keep::lock::Lock;
use waymark::record::{Key, Record};

/// Saved forms have only whole numbers; see `record::saved`.
fn has_fraction(value: &Value) -> bool {
    match value {
        Value::Number(number) => number.is_f64(),
        Value::Array(values) => values.iter().any(has_fraction),
        Value::Object(fields) => fields.values().any(has_fraction),
        _ => false,
    }
}

fuzz_target!(|input: &str| {
    let (name, text) = input.split_once('\n').unwrap_or(("waymark.settings", input));
    if let Ok(lock) = Lock::read(text) {
        assert_eq!(Lock::read(&lock.write()), Ok(lock));
    }
    let Some(key) = Key::parse(name) else {
        return;
    };
    assert_eq!(key.to_string(), name);
    if serde_json::from_str(text).is_ok_and(|value| has_fraction(&value)) {
        return;
    }
    let mut record = Record::default();
    if record.take_in(&key, text).is_ok() {
        let written = record.text_of(&key).expect("what was read can be written");
        let mut again = Record::default();
        assert_eq!(again.take_in(&key, &written), Ok(()), "{written}");
        assert_eq!(again, record);
        assert_eq!(again.text_of(&key), Some(written));
    }
});
