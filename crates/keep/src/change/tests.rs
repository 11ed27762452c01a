use super::*;
use serde_json::json;

fn form(value: Value) -> Other {
    crate::version::fields([("value", value)])
}

#[test]
fn each_place_that_is_different_is_named_once() {
    for (before, after, expected) in [
        (json!({"words": "a"}), json!({"words": "a"}), &[][..]),
        (json!({"words": "a"}), json!({"words": "b"}), &["value/words"]),
        (json!({}), json!({"words": "a", "why": "b"}), &["value/why", "value/words"]),
        (json!({"words": "a"}), json!({}), &["value/words"]),
        (json!({"items": [{"id": "x", "words": "a"}]}), json!({}), &["value/items/x"]),
        (
            json!({"items": [{"id": "x", "words": "a"}]}),
            json!({"items": [{"id": "x", "words": "b"}]}),
            &["value/items/x/words"],
        ),
        // A new item by its fields: another page may begin the same day.
        (
            json!({}),
            json!({"marks": [{"on": "2026-01-01", "number": 3}]}),
            &["value/marks/2026-01-01/number", "value/marks/2026-01-01/on"],
        ),
        (json!({"steps": {"a": 1}}), json!({"steps": {"a": 2}}), &["value/steps/a"]),
    ] {
        let mut found = Vec::new();
        differences(&form(before.clone()), &form(after.clone()), &mut |path| found.push(path.to_owned()));
        found.sort_unstable();
        assert_eq!(found, expected, "{before} and {after}");
    }
}

#[test]
fn what_was_taken_away_is_put_back_and_what_was_written_since_stays() {
    for (before, after, now, expected, beside) in [
        (json!({"words": "a"}), json!({}), json!({}), json!({"words": "a"}), None),
        (json!({"words": "a"}), json!({}), json!({"words": "b"}), json!({"words": "b"}), Some("a")),
        (json!({"words": "a"}), json!({}), json!({"words": "a b"}), json!({"words": "a b"}), None),
        // What was not removed is not put back, even where it is gone by now.
        (json!({"words": "a", "why": "b"}), json!({"why": "b"}), json!({}), json!({"words": "a"}), None),
        (
            json!({"items": [{"id": "x"}, {"id": "y"}, {"id": "z"}]}),
            json!({"items": [{"id": "x"}, {"id": "z"}]}),
            json!({"items": [{"id": "x"}, {"id": "z"}, {"id": "new"}]}),
            json!({"items": [{"id": "x"}, {"id": "y"}, {"id": "z"}, {"id": "new"}]}),
            None,
        ),
        (
            json!({"marks": [{"on": "2026-01-02"}]}),
            json!({}),
            json!({"marks": [{"on": "2026-01-01"}, {"on": "2026-01-03"}]}),
            json!({"marks": [{"on": "2026-01-01"}, {"on": "2026-01-02"}, {"on": "2026-01-03"}]}),
            None,
        ),
    ] {
        let mut here = form(now.clone());
        put_back(&form(before.clone()), &form(after), &mut here);
        assert_eq!(here["value"], expected, "{before} into {now}");
        let found = here.get("beside").map(|list| list[0]["text"].clone());
        assert_eq!(found, beside.map(Value::from), "{before} into {now}");
    }
}

#[test]
fn a_text_is_written_only_where_there_is_a_place() {
    let mut here = form(json!({"items": [{"id": "x", "words": "a"}], "words": "b"}));
    assert!(write_at(&mut here, "value/items/x/words", "c"));
    assert!(write_at(&mut here, "value/words", "d"));
    for nowhere in ["", "value", "value/items/y/words", "value/words/deeper", "other/words"] {
        assert!(!write_at(&mut here, nowhere, "e"), "{nowhere}");
    }
    assert_eq!(here["value"], json!({"items": [{"id": "x", "words": "c"}], "words": "d"}));
}
