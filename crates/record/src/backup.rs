//! A backup: everything that is kept, as one JSON file, and what it would
//! bring back. `docs/backup.schema.json` describes the file.
//!
//! Texts go into it as they are kept, also those that this version cannot
//! read: a backup loses nothing. Restoring one overwrites nothing.

use super::key::{ASIDE, Key, LOCK, OURS};
use super::{LocalTime, Record, Unreadable};
use serde::Deserialize;
use serde_json::value::RawValue;
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// The byte order mark that some editors write before a text.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// The form this version writes.
const FORM: u64 = 1;

/// What the file calls itself.
const WHAT: &str = "waymark-backup";

/// A text and the name it is kept under.
pub type Text = (String, String);

/// Why a file cannot be restored as a backup.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotBackup {
    /// It is not complete, or not JSON at all.
    Broken,
    /// It is JSON, but from something else.
    Foreign,
    /// A newer Waymark wrote it.
    Newer,
}

/// The file, one line for each thing. Texts that are JSON objects are written as objects,
/// so that a person can read it; others as JSON strings.
pub fn write(texts: &[Text], made: &LocalTime) -> String {
    let mut lines = Vec::new();
    for (name, text) in texts {
        let object = serde_json::from_str(text).ok().filter(Value::is_object);
        // What is nested as deep as can be read could not be read two levels deeper.
        let object = object.filter(|_| serde_json::from_str::<Value>(&format!("[[{text}]]")).is_ok());
        let value = match object.map(|object| object.to_string()) {
            // Only where it reads back exactly as it was.
            Some(object) if object == *text => object,
            _ => Value::from(&text[..]).to_string(),
        };
        lines.push(format!("{}: {value}", Value::from(&name[..])));
    }
    let kept = lines.join(",\n");
    format!("{{\"file\": \"{WHAT}\", \"form\": {FORM}, \"made\": \"{made}\", \"kept\": {{\n{kept}\n}}}}\n")
}

/// A backup, with each thing exactly as it is spelt in the file: one that cannot be read
/// does not affect the others.
#[derive(Deserialize)]
struct Backup<'a> {
    file: String,
    form: u64,
    #[serde(borrow)]
    kept: Option<&'a RawValue>,
}

/// The texts of a file, by name. Names that are not ours are left out. A text that says
/// nothing we can read is included: restoring sets it aside.
///
/// # Errors
/// Where the file is no backup, or one that a newer Waymark wrote.
pub fn read(file: &str) -> Result<Vec<Text>, NotBackup> {
    let text = whole_letters(file.trim_start_matches(BYTE_ORDER_MARK));
    let Backup { file, form, kept } = serde_json::from_str(&text).map_err(|error| match error.is_data() {
        true => NotBackup::Foreign,
        false => NotBackup::Broken,
    })?;
    match kept {
        _ if file != WHAT => Err(NotBackup::Foreign),
        _ if form > FORM => Err(NotBackup::Newer),
        Some(kept) if form == FORM => texts_in(kept),
        _ => Err(NotBackup::Foreign),
    }
}

fn texts_in(kept: &RawValue) -> Result<Vec<Text>, NotBackup> {
    let kept: BTreeMap<String, &RawValue> =
        serde_json::from_str(kept.get()).map_err(|_| NotBackup::Foreign)?;
    // In another browser a lock would open nothing, and shut off what is there.
    let ours = kept.into_iter().filter(|(name, _)| name.starts_with(OURS) && name != LOCK);
    Ok(ours.map(|(name, kept)| (name, text_in(kept))).collect())
}

/// The content of a JSON string; anything else as it is spelt.
fn text_in(kept: &RawValue) -> String {
    serde_json::from_str(kept.get()).unwrap_or_else(|_| kept.get().to_owned())
}

/// JSON without lone surrogates, which a program leaves if it cuts a text inside an
/// escape of two parts (`\ud83d\ude00`). U+FFFD takes the place of each.
fn whole_letters(json: &str) -> String {
    let mut whole = String::with_capacity(json.len());
    let mut rest = json;
    while let Some((before, escape)) = rest.find('\\').map(|at| rest.split_at(at)) {
        whole.push_str(before);
        let second = escape.get(6..).and_then(code_unit);
        let (said, length) = match code_unit(escape) {
            Some(0xd800..=0xdbff) if second.is_some_and(|it| (0xdc00..=0xdfff).contains(&it)) => (None, 12),
            Some(0xd800..=0xdfff) => (Some("\\ufffd"), 6),
            _ => (None, escape.chars().take(2).map(char::len_utf8).sum()),
        };
        whole.push_str(said.unwrap_or(&escape[..length]));
        rest = &escape[length..];
    }
    whole.push_str(rest);
    whole
}

/// The value of `\uXXXX` at the beginning of a text.
fn code_unit(text: &str) -> Option<u16> {
    u16::from_str_radix(text.strip_prefix("\\u")?.get(..4)?, 16).ok()
}

/// What restoring a backup would do.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Restore {
    /// Texts to write where there is nothing yet.
    pub new: Vec<Text>,
    /// How many are here exactly as in the file.
    pub same: usize,
    /// Texts that are here, but different: what is here stays, and what the
    /// file has is set aside. Under the names they have in the file.
    pub different: Vec<Text>,
    /// How many of the new ones only a newer Waymark can read: they are kept for it.
    pub held: usize,
}

/// Compares a backup with what is kept here. Settings and place differ from one
/// device to the next, and should: where there are some here, they count as the same.
pub fn compare(backup: Vec<Text>, here: &[Text]) -> Restore {
    // Looked up rather than searched for: there can be thousands on both sides.
    let (mut there, mut aside) = (Map::new(), Map::new());
    for (at, (name, text)) in here.iter().enumerate() {
        there.insert(name.clone(), at.into());
        if let Some(of) = name.strip_prefix(ASIDE).and_then(|rest| rest.splitn(3, '.').nth(2)) {
            aside.insert(format!("{of} {text}"), Value::Null);
        }
    }
    let mut restore = Restore::default();
    for (name, text) in backup {
        let key = Key::parse(&name);
        let of_device = matches!(key, Some(Key::Settings | Key::Place));
        let at = there.get(&name).and_then(Value::as_u64).and_then(|at| usize::try_from(at).ok());
        match at.and_then(|at| here.get(at)) {
            Some((_, known)) if of_device || same(known, &text) => restore.same += 1,
            // What was set aside once need not be set aside again.
            _ if aside.contains_key(&format!("{name} {text}")) => restore.same += 1,
            None => match key.as_ref().map_or(Err(Unreadable::Newer), |key| read_as(key, &text)) {
                Err(Unreadable::Foreign) => restore.different.push((name, text)),
                read => {
                    restore.held += usize::from(read.is_err());
                    restore.new.push((name, text));
                }
            },
            _ => restore.different.push((name, text)),
        }
    }
    restore
}

/// Whether a text can be read under its name.
fn read_as(key: &Key, text: &str) -> Result<(), Unreadable> {
    Record::default().take_in(key, text).map(drop)
}

/// Whether two saved texts mean the same, whenever and however often each was written.
fn same(one: &str, other: &str) -> bool {
    let said = |text: &str| match serde_json::from_str(text) {
        Ok(Value::Object(mut saved)) if saved.contains_key("value") => {
            saved.remove("changed");
            saved.remove("revision");
            Some(saved)
        }
        _ => None,
    };
    one == other || said(one).is_some_and(|one| said(other) == Some(one))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn made() -> LocalTime {
        LocalTime::parse("2026-11-24T12:00:00").unwrap()
    }

    fn text(name: &str, text: &str) -> Text {
        (format!("{OURS}{name}"), text.to_owned())
    }

    #[test]
    fn files_that_are_no_backup() {
        for (file, why) in [
            ("", NotBackup::Broken),
            ("{", NotBackup::Broken),
            ("\u{feff}age-encryption.org/v1", NotBackup::Broken),
            ("null", NotBackup::Foreign),
            ("[]", NotBackup::Foreign),
            ("7", NotBackup::Foreign),
            (r#"{"file":"other"}"#, NotBackup::Foreign),
            (r#"{"file":"waymark-backup"}"#, NotBackup::Foreign),
            (r#"{"file":"waymark-backup","form":1,"kept":[]}"#, NotBackup::Foreign),
            (r#"{"file":"waymark-backup","form":-1,"kept":{}}"#, NotBackup::Foreign),
            (r#"{"file":"waymark-backup","form":2}"#, NotBackup::Newer),
        ] {
            assert_eq!(read(file), Err(why), "{file}");
        }
        let other = r#"{"file":"waymark-backup","form":1,"kept":{"other.app":"x","waymark.goal.a":"y"}}"#;
        assert_eq!(read(other), Ok(vec![text("goal.a", "y")]));
    }

    #[test]
    fn one_thing_that_cannot_be_read_takes_no_other_along() {
        let deep = format!("{}{}", "[".repeat(5_000), "]".repeat(5_000));
        for (bad, is_read_as) in [
            (r#""cut \ud83d""#, "cut \u{fffd}"),
            (r#""\ude00 turned \ud83d""#, "\u{fffd} turned \u{fffd}"),
            (r#""\ud83d\ude00 \\ud83d""#, "\u{1f600} \\ud83d"),
            (r#"{"words":"\uD83D "}"#, r#"{"words":"\ufffd "}"#),
            ("1e400", "1e400"),
            (r#"{"a":-1e999}"#, r#"{"a":-1e999}"#),
            (&deep, &deep),
        ] {
            let file =
                r#"{"file":"waymark-backup","form":1,"kept":{"waymark.note.a":BAD,"waymark.note.b":"b"}}"#;
            let file = file.replace("BAD", bad);
            let found = vec![text("note.a", is_read_as), text("note.b", "b")];
            assert_eq!(read(&file), Ok(found), "{bad}");
        }
        let half_a_name = r#"{"file":"waymark-backup","form":1,"kept":{"\udc00":1,"waymark.note.b":"b"}}"#;
        assert_eq!(read(half_a_name), Ok(vec![text("note.b", "b")]));
    }

    #[test]
    fn an_editor_may_put_its_mark_before_a_backup() {
        let texts = vec![text("note.a", "a")];
        assert_eq!(read(&format!("\u{feff}{}", write(&texts, &made()))), Ok(texts));
    }

    #[test]
    fn the_published_schema_asks_for_what_a_file_has() {
        let schema: Value = serde_json::from_str(include_str!("../../../docs/backup.schema.json")).unwrap();
        let file: Value = serde_json::from_str(&write(&[text("goal.a", "x")], &made())).unwrap();
        let names = file.as_object().unwrap().keys();
        for name in names.clone() {
            assert!(schema["required"].as_array().unwrap().iter().any(|known| known == name), "{name}");
        }
        assert_eq!(schema["required"].as_array().unwrap().len(), names.len());
        assert_eq!(schema["properties"]["file"]["const"], file["file"]);
        assert_eq!(schema["properties"]["form"]["const"], file["form"]);
    }

    #[test]
    fn what_is_here_stays_and_what_differs_is_set_aside() {
        let saved = |words: &str, revision: u64| {
            let when = format!(r#""revision":{revision},"changed":"2026-11-24T12:00:0{revision}""#);
            format!(r#"{{"form":1,{when},"value":{{"words":"{words}"}}}}"#)
        };
        let here = [
            text("note.same", &saved("a", 1)),
            text("note.later", &saved("b", 9)),
            text("note.differs", &saved("c", 1)),
            text("note.again", &saved("d", 1)),
            text("aside.2026-11-24T12:00:00.0.waymark.note.again", &saved("e", 1)),
            text("note.foreign", "not ours"),
        ];
        let backup = vec![
            text("note.same", &saved("a", 1)),
            text("note.later", &saved("b", 2)),
            text("note.differs", &saved("C", 1)),
            text("note.again", &saved("e", 1)),
            text("note.foreign", "not ours either"),
            text("plan.new", &saved("f", 1)),
            // A known name with something that cannot be there: not where it would be read.
            text("plan.broken", "not ours"),
            // From a newer Waymark, and of an unknown kind: as they are.
            text("plan.newer", r#"{"form":2}"#),
            text("shelf", "whatever"),
        ];
        let restore = compare(backup, &here);
        let new = [
            text("plan.new", &saved("f", 1)),
            text("plan.newer", r#"{"form":2}"#),
            text("shelf", "whatever"),
        ];
        assert_eq!(restore.new, new);
        assert_eq!((restore.same, restore.held), (3, 2));
        let different = [
            text("note.differs", &saved("C", 1)),
            text("note.foreign", "not ours either"),
            text("plan.broken", "not ours"),
        ];
        assert_eq!(restore.different, different);
    }

    #[test]
    fn what_a_newer_waymark_wrote_beside_the_value_counts() {
        let one = r#"{"form":1,"revision":1,"changed":"2026-11-24T12:00:00","value":{},"mood":"a"}"#;
        let other = one.replace("\"a\"", "\"b\"").replace(":1,\"changed", ":7,\"changed");
        let restore = compare(vec![text("note.a", &other)], &[text("note.a", one)]);
        assert_eq!(restore.different.len(), 1);
        let later = one.replace(":1,\"changed", ":7,\"changed");
        assert_eq!(compare(vec![text("note.a", &later)], &[text("note.a", one)]).same, 1);
    }

    #[test]
    fn settings_and_place_of_this_device_stay() {
        let saved = |n: u8| {
            format!(
                r#"{{"form":1,"revision":{n},"changed":"2026-11-24T12:00:00","value":{{"steps":{{"a":{n}}}}}}}"#
            )
        };
        let names = ["settings", "place"];
        let backup = || names.map(|name| text(name, &saved(1))).to_vec();
        let here = names.map(|name| text(name, &saved(2)));
        assert_eq!(compare(backup(), &here), Restore { same: 2, ..Restore::default() });
        assert_eq!(compare(backup(), &[]).new.len(), 2);
    }

    #[test]
    fn a_lock_is_left_out_and_deep_nesting_is_not() {
        let deep = format!(r#"{{"a":{}{}}}"#, "[".repeat(125), "]".repeat(125));
        let texts = vec![text("lock", "{}"), text("note.deep", &deep)];
        assert_eq!(read(&write(&texts, &made())), Ok(vec![text("note.deep", &deep)]));
    }

    fn texts() -> impl Strategy<Value = Vec<Text>> {
        let saved = |words: &str| {
            format!(
                r#"{{"form":1,"revision":1,"changed":"2026-11-24T12:00:00","value":{{"words":"{words}"}}}}"#
            )
        };
        let name =
            prop::sample::select(vec!["plan.a", "plan.b", "note.a", "goal.a", "settings", "shelf", "plan.c"]);
        let text = prop::sample::select(vec![
            saved("a"),
            saved("b"),
            "foreign".to_owned(),
            r#"{"form":9}"#.to_owned(),
        ]);
        let texts = prop::collection::btree_map(name, text, 0..7);
        texts
            .prop_map(|texts| texts.into_iter().map(|(name, text)| (format!("{OURS}{name}"), text)).collect())
    }

    proptest! {
        #[test]
        fn a_backup_brings_back_every_text_letter_by_letter(
            texts in proptest::collection::btree_map("waymark\\.[a-z.-]{1,12}", prop_oneof![
                "[\\PC\u{0}-\u{1f}\u{7f}\u{202e}]{0,40}", Just(r#"{"form":1,"value":{"a":[1,null]}}"#.to_owned()), Just("{ \"b\": 1 }".to_owned()),
            ], 0..12),
        ) {
            let texts: Vec<Text> = texts.into_iter().collect();
            let file = write(&texts, &made());
            prop_assert_eq!(read(&file).unwrap(), texts.clone());
            prop_assert_eq!(compare(read(&file).unwrap(), &texts).same, texts.len());
        }

        #[test]
        fn bringing_back_replaces_nothing_and_brings_everything_once(
            here in texts(), backup in texts(),
        ) {
            let found = compare(backup.clone(), &here);
            let names: Vec<&String> = here.iter().map(|(name, _)| name).collect();
            prop_assert!(found.new.iter().all(|(name, _)| !names.contains(&name)));
            prop_assert_eq!(found.new.len() + found.same + found.different.len(), backup.len());
            // Once it is restored, nothing in it is new or different any more.
            let mut after = here;
            after.extend(found.new);
            let asides = found.different.into_iter().enumerate();
            after.extend(asides.map(|(n, (name, text))| (format!("{ASIDE}2026-11-24T12:00:00.{n}.{name}"), text)));
            prop_assert_eq!(compare(backup.clone(), &after).same, backup.len());
        }

        #[test]
        fn any_file_is_read_or_refused(file in "\\PC*", cut in any::<prop::sample::Index>()) {
            let _ = read(&file);
            let whole = write(&[text("goal.a", "x")], &made());
            let mut at = cut.index(whole.len() - 1);
            while !whole.is_char_boundary(at) { at -= 1; }
            prop_assert!(whole[..at].trim_end().len() == whole.trim_end().len() || read(&whole[..at]).is_err());
        }
    }
}
