//! What differs between two saved forms, and how to undo it.

use crate::merge::{id_of, is_items, item, set_beside};
use record::Other;
use serde_json::Value;

/// Calls back with each place of `value` and `beside` that differs: the field, or
/// the item that is missing.
pub fn differences(before: &Other, after: &Other, found: &mut dyn FnMut(&str)) {
    for part in ["value", "beside"] {
        differ(part, before.get(part), after.get(part), found);
    }
}

fn differ(path: &str, before: Option<&Value>, after: Option<&Value>, found: &mut dyn FnMut(&str)) {
    if before == after {
        return;
    }
    match (before, after) {
        (Some(Value::Object(one)), Some(Value::Object(other))) => {
            for name in one.keys().chain(other.keys().filter(|name| !one.contains_key(*name))) {
                differ(&format!("{path}/{name}"), one.get(name), other.get(name), found);
            }
        }
        (Some(Value::Object(fields)), None) => {
            fields
                .iter()
                .for_each(|(name, value)| differ(&format!("{path}/{name}"), Some(value), None, found));
        }
        (None, Some(Value::Object(fields))) => {
            fields
                .iter()
                .for_each(|(name, value)| differ(&format!("{path}/{name}"), None, Some(value), found));
        }
        (one, other) if one.or(other).is_some_and(is_items) && other.is_none_or(is_items) => {
            each(path, one, other, found);
        }
        _ => found(path),
    }
}

/// A new item is noted by its fields: two pages may begin the same one, such as a day.
fn each(path: &str, one: Option<&Value>, other: Option<&Value>, found: &mut dyn FnMut(&str)) {
    let list = |value: Option<&Value>| value.and_then(Value::as_array).cloned().unwrap_or_default();
    let (one, other) = (list(one), list(other));
    for before in &one {
        if let Some(id) = id_of(before).filter(|id| item(&other, id).is_none()) {
            found(&format!("{path}/{id}"));
        }
    }
    for after in &other {
        if let Some(id) = id_of(after) {
            differ(&format!("{path}/{id}"), item(&one, id), Some(after), found);
        }
    }
}

/// Puts back what is in `before` and no longer in `after`, without changing what is
/// in `now`: where something was written meanwhile, the former text goes beside it.
pub fn put_back(before: &Other, after: &Other, now: &mut Other) {
    let mut aside = Vec::new();
    let back = back("value", before.get("value"), after.get("value"), now.get("value"), &mut aside);
    now.extend(back.map(|value| ("value".to_owned(), value)));
    for (at, text) in aside {
        set_beside(now, &at, text);
    }
}

fn back(
    path: &str,
    before: Option<&Value>,
    after: Option<&Value>,
    now: Option<&Value>,
    aside: &mut Vec<(String, String)>,
) -> Option<Value> {
    if before == after || before.is_none() || before == now {
        return now.cloned();
    }
    match (before, now) {
        (_, None) => before.cloned(),
        (Some(Value::Object(fields)), Some(Value::Object(here))) => {
            let mut here = here.clone();
            let after = after.and_then(Value::as_object);
            for (name, field) in fields {
                let gone = after.and_then(|after| after.get(name));
                let path = format!("{path}/{name}");
                let value = back(&path, Some(field), gone, here.get(name), aside);
                here.extend(value.map(|value| (name.clone(), value)));
            }
            Some(Value::Object(here))
        }
        (Some(Value::Array(items)), Some(Value::Array(here))) => {
            Some(Value::Array(items_back(path, items, after, here, aside)))
        }
        (Some(Value::String(text)), Some(Value::String(here))) if !here.contains(text.as_str()) => {
            aside.push((path.to_owned(), text.clone()));
            now.cloned()
        }
        _ => now.cloned(),
    }
}

fn items_back(
    path: &str,
    items: &[Value],
    after: Option<&Value>,
    here: &[Value],
    aside: &mut Vec<(String, String)>,
) -> Vec<Value> {
    let left = after.and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    let mut all = here.to_vec();
    let mut place = 0;
    for one in items {
        let Some(id) = id_of(one) else {
            continue;
        };
        let found = all.iter().position(|item| id_of(item) == Some(id));
        match found {
            Some(at) => {
                let path = format!("{path}/{id}");
                let value = back(&path, Some(one), item(left, id), Some(&all[at]), aside);
                all[at] = value.unwrap_or_default();
                place = at + 1;
            }
            None if item(left, id).is_none() => {
                if one.get("id").is_none() {
                    place = all.iter().take_while(|item| id_of(item) < Some(id)).count();
                }
                all.insert(place.min(all.len()), one.clone());
                place += 1;
            }
            None => {}
        }
    }
    all
}

/// Writes a text into a place, and returns whether there is such a place.
pub fn write_at(form: &mut Other, path: &str, text: &str) -> bool {
    let mut parts = path.split('/').peekable();
    let Some(mut place) = parts.next().and_then(|part| form.get_mut(part)) else {
        return false;
    };
    while let Some(part) = parts.next() {
        let next = match place {
            Value::Object(fields) if parts.peek().is_none() => {
                fields.insert(part.to_owned(), text.into());
                return true;
            }
            Value::Object(fields) => fields.get_mut(part),
            Value::Array(items) => items.iter_mut().find(|item| id_of(item) == Some(part)),
            _ => None,
        };
        let Some(next) = next else {
            return false;
        };
        place = next;
    }
    false
}

/// A list without the item with that id.
pub fn without(list: &Value, id: &str) -> Value {
    let items = list.as_array().map_or(&[][..], Vec::as_slice);
    items.iter().filter(|item| id_of(item) != Some(id)).cloned().collect()
}

#[cfg(test)]
mod tests;
