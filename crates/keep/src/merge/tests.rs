use super::*;
use crate::version::Id;
use serde_json::json;

/// A version of `writer` that changed these places since the first version of all, which
/// was `z-1`.
fn version(writer: &str, value: Value, changed: &[&str]) -> Version {
    let id = Id { writer: writer.into(), number: 2 };
    let at = changed.iter().map(|path| ((*path).to_owned(), id.text().into())).collect();
    let form = fields([
        ("form", 1.into()),
        ("revision", 2.into()),
        ("changed", format!("2026-11-26T10:00:0{}", writer.len()).into()),
        ("value", value),
        ("since", "z-1".into()),
        ("by", json!({ "z": 1 })),
        ("at", Value::Object(at)),
    ]);
    Version { id, form, stands: Vec::new(), lost: None }
}

/// What is in the merged version, and beside it, whichever of the two comes first.
fn merged(one: &Version, other: &Version) -> (Value, Vec<String>) {
    let (form, turned) = (merge(one, other).form, merge(other, one).form);
    assert_eq!(form, turned, "the order makes no difference");
    let beside = form.get("beside").and_then(Value::as_array).into_iter().flatten();
    let beside = beside.map(|item| item["text"].as_str().unwrap().to_owned()).collect();
    (form["value"].clone(), beside)
}

#[test]
fn two_versions_become_one_place_by_place() {
    let none: [&str; 0] = [];
    for (about, (one, changed_here), (other, changed_there), expected, beside) in [
        (
            "two fields",
            (json!({"words": "new", "why": "b"}), &["value/words"][..]),
            (json!({"words": "a", "why": "new"}), &["value/why"][..]),
            json!({"words": "new", "why": "new"}),
            none.to_vec(),
        ),
        (
            "one field, to the same",
            (json!({"words": "new"}), &["value/words"]),
            (json!({"words": "new"}), &["value/words"]),
            json!({"words": "new"}),
            none.to_vec(),
        ),
        (
            "one field, of which one text holds the other",
            (json!({"words": "new and more"}), &["value/words"]),
            (json!({"words": "new"}), &["value/words"]),
            json!({"words": "new and more"}),
            none.to_vec(),
        ),
        (
            "a choice, not words",
            (json!({"state": "resting"}), &["value/state"]),
            (json!({"state": "reached"}), &["value/state"]),
            json!({"state": "resting"}),
            none.to_vec(),
        ),
        (
            "one field, two texts",
            (json!({"words": "mine"}), &["value/words"]),
            (json!({"words": "yours"}), &["value/words"]),
            json!({"words": "yours"}),
            vec!["mine"],
        ),
        (
            "two items added",
            (json!({"items": [{"id": "a"}, {"id": "b"}]}), &["value/items/b/words"]),
            (json!({"items": [{"id": "a"}, {"id": "c"}]}), &["value/items/c/words"]),
            json!({"items": [{"id": "a"}, {"id": "b"}, {"id": "c"}]}),
            none.to_vec(),
        ),
        (
            "an item taken away, another written in",
            (json!({"items": [{"id": "b"}]}), &["value/items/a"]),
            (json!({"items": [{"id": "a"}, {"id": "b", "words": "new"}]}), &["value/items/b/words"]),
            json!({"items": [{"id": "b", "words": "new"}]}),
            none.to_vec(),
        ),
        (
            "an item taken away, and written in",
            (json!({"items": []}), &["value/items/a"]),
            (json!({"items": [{"id": "a", "words": "new"}]}), &["value/items/a/words"]),
            json!({"items": [{"id": "a", "words": "new"}]}),
            none.to_vec(),
        ),
        (
            "days, which stand in their order",
            (
                json!({"marks": [{"on": "2026-01-01"}, {"on": "2026-01-02"}]}),
                &["value/marks/2026-01-02/number"],
            ),
            (
                json!({"marks": [{"on": "2026-01-01"}, {"on": "2026-01-03"}]}),
                &["value/marks/2026-01-03/number"],
            ),
            json!({"marks": [{"on": "2026-01-01"}, {"on": "2026-01-02"}, {"on": "2026-01-03"}]}),
            none.to_vec(),
        ),
    ] {
        let (one, other) = (version("a", one, changed_here), version("b", other, changed_there));
        let beside: Vec<String> = beside.into_iter().map(str::to_owned).collect();
        let (value, found) = merged(&one, &other);
        let sorted = |value: &Value| {
            let mut text: Vec<char> = value.to_string().chars().collect();
            text.sort_unstable();
            text
        };
        match about {
            // Of two items that were added at once, either may come first.
            "two items added" => assert_eq!(sorted(&value), sorted(&expected), "{about}: {value}"),
            _ => assert_eq!(value, expected, "{about}"),
        }
        assert_eq!(found, beside, "{about}");
    }
}

#[test]
fn without_a_common_beginning_everything_of_both_stays() {
    let one = version("a", json!({"items": [{"id": "a"}], "words": "mine"}), &["value/items/b"]);
    let mut other = version("b", json!({"items": [{"id": "b"}], "words": "yours"}), &["value/items/a"]);
    other.form.insert("since".into(), "elsewhere-1".into());
    let (value, beside) = merged(&one, &other);
    assert_eq!(value["items"].as_array().unwrap().len(), 2);
    let texts = [value["words"].as_str().unwrap(), &beside[0]];
    assert!(texts.contains(&"mine") && texts.contains(&"yours"), "{texts:?}");
}

#[test]
fn words_stay_where_only_one_of_two_took_the_thing_away() {
    let one = version("a", json!({"words": "new"}), &["value/words"]);
    let mut other = version("b", json!({}), &[]);
    other.form.insert("gone".into(), true.into());
    assert_eq!(merged(&one, &other), (json!({"words": "new"}), Vec::new()));
}

#[test]
fn a_merged_version_knows_what_both_do() {
    let (one, other) =
        (version("a", json!({"words": "mine"}), &["value/words"]), version("b", json!({}), &[]));
    let merged = merge(&one, &other);
    for dot in ["a-2", "b-2", "z-1"] {
        assert!(merged.has(dot), "{dot}");
    }
    assert!(!merged.has("a-3") && !merged.has("c-1"));
}
