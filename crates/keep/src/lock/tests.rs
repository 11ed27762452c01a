//! Test vectors of the algorithms, and what the lock promises.

use super::*;
use proptest::prelude::*;

fn key(seed: u8) -> DataKey {
    DataKey::new(Secret::new([seed; 32]))
}

fn bytes_of(hex: &str) -> Vec<u8> {
    (0..hex.len()).step_by(2).map(|at| u8::from_str_radix(&hex[at..at + 2], 16).unwrap()).collect()
}

/// RFC 9106, 5.3, without its secret and associated data: as the reference
/// implementation's own test has it (`argon2 -id`, 2 passes, 64 MiB, 1 lane).
#[test]
fn argon2id_is_the_one_of_the_reference() {
    let cost = Cost { memory: 65536, passes: 2, lanes: 1 };
    let made = wrapping("password", b"somesalt", cost).unwrap();
    let known = "09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7";
    assert_eq!(made[..], bytes_of(known)[..]);
}

/// draft-irtf-cfrg-xchacha-03, A.3.1.
#[test]
fn xchacha20_poly1305_is_the_one_of_the_draft() {
    let text =
        b"Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, \
        sunscreen would be it.";
    let mut secret = Secret::default();
    secret.copy_from_slice(&bytes_of("808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f"));
    let nonce = bytes_of("404142434445464748494a4b4c4d4e4f5051525354555657");
    let closed = close(&secret, &nonce, &bytes_of("50515253c0c1c2c3c4c5c6c7"), text);
    assert_eq!(closed[..16], bytes_of("bd6d179d3e83d43b9576579493c0e939")[..]);
    assert_eq!(closed[closed.len() - 16..], bytes_of("c0875924c1c7987947deafd8780acf49")[..]);
}

#[test]
fn the_passphrase_opens_and_nothing_else_does() {
    let lock = Lock::new(&key(1), "鍵 and key", &[2; 40], Cost::USUAL).unwrap();
    let lock = Lock::read(&lock.write()).unwrap();
    let closed = key(1).close("waymark.goal.a", "words", &[3; 24]);
    let opened = lock.open("鍵 and key").unwrap();
    let stands = opened.name("waymark.goal.a");
    assert_eq!(opened.open(&stands, &closed), Some(("waymark.goal.a".into(), "words".into())));
    for wrong in ["", "鍵 and Key", "鍵 and key "] {
        assert_eq!(lock.open(wrong).err(), Some(Shut::Passphrase));
    }
    let changed = lock.with_passphrase(&opened, "another", &[4; 40], Cost::USUAL).unwrap();
    assert_eq!(changed.open("鍵 and key").err(), Some(Shut::Passphrase));
    assert!(changed.is_for(&opened) && changed.is_for(&key(1)) && !changed.is_for(&key(2)));
    let reopened = changed.open("another").unwrap();
    assert_eq!(reopened.name("waymark.goal.a"), stands);
    assert!(reopened.open(&stands, &closed).is_some());
}

#[test]
fn what_is_kept_says_nothing() {
    let closed = key(1).close("waymark.answer.feeling-safer.safe-place", "by the sea", &[3; 24]);
    let stands = key(1).name("waymark.answer.feeling-safer.safe-place");
    for word in ["feeling", "safe", "answer", "sea"] {
        assert!(!closed.contains(word) && !stands.contains(word), "{closed} {stands}");
    }
    assert_ne!(stands, key(2).name("waymark.answer.feeling-safer.safe-place"));
    let moved = key(1).name("waymark.answer.feeling-safer.other");
    assert_eq!(key(1).open(&moved, &closed), None, "a text moved under another name opens");
}

#[test]
fn saved_forms_that_are_no_lock() {
    let lock = Lock::new(&key(1), "p", &[2; 40], Cost::USUAL).unwrap();
    let text = lock.write();
    let with = |from: &str, to: &str| text.replace(from, to);
    for (text, why) in [
        (String::new(), Unreadable::Foreign),
        ("[]".into(), Unreadable::Foreign),
        (text[..text.len() - 2].into(), Unreadable::Foreign),
        (with("\"form\":1", "\"form\":2"), Unreadable::Newer),
        (with("\"memory\":19456", "\"memory\":4294967295"), Unreadable::Foreign),
        (with("\"memory\":19456", "\"memory\":262145"), Unreadable::Foreign),
        (with("\"passes\":2", "\"passes\":1000000"), Unreadable::Foreign),
        (with("\"lanes\":1", "\"lanes\":0"), Unreadable::Foreign),
        (with("\"salt\":\"", "\"salt\":\"!"), Unreadable::Foreign),
    ] {
        assert_eq!(Lock::read(&text), Err(why), "{text}");
    }
    // No field of a newer Waymark is lost.
    let more = with("{", "{\"later\":7,");
    assert!(Lock::read(&more).unwrap().write().contains("\"later\":7"));
}

#[test]
fn minutes_that_nobody_chose_who_had_the_key_count_only_where_they_are_few() {
    let lock = Lock::new(&key(1), "p", &[2; 40], Cost::LEAST).unwrap();
    assert_eq!(lock.minutes(&key(1)), 10);
    let mut chosen = lock.clone();
    for (minutes, held) in [(5, 5), (60, 60), (0, 10), (9_999, 60)] {
        chosen.choose_minutes(minutes, &key(1));
        let read = Lock::read(&chosen.write()).unwrap();
        assert_eq!(read.minutes(&key(1)), held, "{minutes}");
    }
    for (minutes, held) in [(5, 5), (60, 10), (525_600, 10)] {
        let text = lock.write().replace("\"minutes\":10", &format!("\"minutes\":{minutes}"));
        assert_eq!(Lock::read(&text).unwrap().minutes(&key(1)), held, "{minutes}, written by someone else");
    }
}

proptest! {
    #[test]
    fn any_text_comes_back_and_any_change_is_seen(
        name in "waymark\\.[a-z.-]{1,30}", text in "[\\PC\\n\\t\u{0}\u{202e}]{0,200}",
        seed in any::<u8>(), at in any::<prop::sample::Index>(), bit in 0_u8..8,
    ) {
        let key = key(seed);
        let closed = key.close(&name, &text, &[seed; 24]);
        prop_assert_eq!(key.open(&key.name(&name), &closed), Some((name.clone(), text)));
        let mut bytes = Base64Unpadded::decode_vec(&closed).unwrap();
        let at = at.index(bytes.len());
        bytes[at] ^= 1 << bit;
        prop_assert_eq!(key.open(&key.name(&name), &Base64Unpadded::encode_string(&bytes)), None);
    }

    #[test]
    fn any_saved_form_is_read_or_refused(text in "\\PC{0,80}", numbers in any::<[u64; 4]>()) {
        let _ = Lock::read(&text);
        let [form, memory, passes, lanes] = numbers;
        let _ = Lock::read(&format!(
            r#"{{"form":{form},"memory":{memory},"passes":{passes},"lanes":{lanes},"salt":"AAAA","key":"AAAA"}}"#
        ));
        prop_assert!(key(1).open("waymark.x.a", &text).is_none());
    }
}
