//! Merges two versions of a thing, place by place.
//!
//! A place is a field, or an item of a list, by its id. What only one of the two changed
//! is taken from that one. Where both wrote into one field, both texts are kept: one in its place, the
//! other beside it. What one removed is gone if it knew all of it, and stays if
//! the other wrote there meanwhile. If nothing is known of how the two are related,
//! everything in both stays. The outcome is the same whichever comes first.

use crate::version::{Version, fields};
use record::Other;
use serde_json::{Map, Value};

/// Fields that hold no words of a person: the later of two is good enough.
const NO_WORDS: [&str; 13] = [
    "id", "question", "plan", "language", "title", "state", "area", "started", "from", "on", "to", "by",
    "last",
];

/// One version made from two. It is not in storage, and knows what both know.
pub fn merge(one: &Version, other: &Version) -> Version {
    let (first, last) = match is_later(one, other) {
        true => (other, one),
        false => (one, other),
    };
    match (first.is_gone(), last.is_gone()) {
        (true, false) => return with_knowledge(last, first, last.form.clone()),
        (false, true) => return with_knowledge(first, last, first.form.clone()),
        _ => {}
    }
    let mut merging = Merging { first, last, aside: Vec::new(), disputed: Vec::new() };
    let mut form = last.form.clone();
    for (name, value) in &first.form {
        form.entry(name.clone()).or_insert_with(|| value.clone());
    }
    for part in ["value", "beside"] {
        let merged = merging.place(part, first.form.get(part), last.form.get(part));
        put(&mut form, part, merged);
    }
    let revision = first.revision().max(last.revision());
    form.insert("revision".to_owned(), revision.into());
    let mut disputed = merging.disputed;
    for (at, text) in merging.aside {
        disputed.push(format!("beside/{}", set_beside(&mut form, &at, text)));
    }
    // Nobody knows yet how these were settled. Whoever writes the result first signs it.
    let mut merged = with_knowledge(last, first, form);
    if let Some(Value::Object(at)) = merged.form.get_mut("at") {
        for path in disputed {
            at.insert(path, "".into());
        }
    }
    merged
}

/// Puts a text beside a field, once. Returns its id there, which is the same for every page.
pub fn set_beside(form: &mut Other, at: &str, text: String) -> String {
    let id = crate::version::bare_id(&format!("{at} {text}")).writer.split_off(1);
    let list = form.entry("beside").or_insert_with(|| Value::Array(Vec::new()));
    if let Value::Array(list) = list
        && list.iter().all(|item| item["id"] != *id)
    {
        let item = fields([("id", id.as_str().into()), ("at", at.into()), ("text", text.into())]);
        list.push(Value::Object(item));
    }
    id
}

/// What both versions know, in one. The places of `one` come first.
fn with_knowledge(one: &Version, other: &Version, mut form: Other) -> Version {
    let (mut by, mut at) = (map_of(one, "by"), map_of(one, "at"));
    for version in [one, other] {
        let mut knows = map_of(version, "by");
        knows.insert(version.id.writer.clone(), version.id.number.into());
        for (writer, number) in knows {
            if !writer.is_empty() && by.get(&writer).and_then(Value::as_u64) < number.as_u64() {
                by.insert(writer, number);
            }
        }
    }
    for (path, dot) in map_of(other, "at") {
        let mine = at.get(&path).and_then(Value::as_str);
        if mine.is_none_or(|mine| other.has(mine)) {
            at.insert(path, dot);
        } else if dot.as_str().is_some_and(|dot| !one.has(dot)) {
            // Both changed it, to the same or not: it is new to whoever knows only one.
            at.insert(path, "".into());
        }
    }
    match (one.since(), other.since()) {
        (Some(since), Some(same)) if since == same => {
            form.insert("since".to_owned(), since.into());
        }
        _ => drop(form.remove("since")),
    }
    form.insert("by".to_owned(), Value::Object(by));
    form.insert("at".to_owned(), Value::Object(at));
    Version { form, ..Version::nothing() }
}

fn map_of(version: &Version, name: &str) -> Map<String, Value> {
    version.form.get(name).and_then(Value::as_object).cloned().unwrap_or_default()
}

/// Whether the first of two counts as the later one. Any order would do, as long as
/// every page finds the same.
fn is_later(one: &Version, other: &Version) -> bool {
    let order = |version: &Version| (version.minutes(), version.revision());
    match order(one) == order(other) {
        true => text(one) > text(other),
        false => order(one) > order(other),
    }
}

fn text(version: &Version) -> String {
    version.form.get("value").map(Value::to_string).unwrap_or_default() + &version.id.text()
}

fn put(form: &mut Other, name: &str, value: Option<Value>) {
    match value {
        Some(value) => drop(form.insert(name.to_owned(), value)),
        None => drop(form.remove(name)),
    }
}

/// The id of an item of a list, or the day of a dated one.
pub fn id_of(item: &Value) -> Option<&str> {
    item.get("id").or_else(|| item.get("on"))?.as_str()
}

/// Whether a value is a list of items with ids; an empty list counts.
pub fn is_items(value: &Value) -> bool {
    value.as_array().is_some_and(|items| items.iter().all(|item| id_of(item).is_some()))
}

/// The item with that id.
pub fn item<'a>(items: &'a [Value], id: &str) -> Option<&'a Value> {
    items.iter().find(|item| id_of(item) == Some(id))
}

struct Merging<'a> {
    first: &'a Version,
    last: &'a Version,
    /// Texts of the first that lost their place, with the place.
    aside: Vec<(String, String)>,
    /// Places that both changed, or about which nothing is known.
    disputed: Vec<String>,
}

impl Merging<'_> {
    /// Whether the histories of both begin with the same version.
    fn is_comparable(&self) -> bool {
        self.first.since().is_some() && self.first.since() == self.last.since()
    }

    /// Merges what is in one place.
    fn place(&mut self, path: &str, first: Option<&Value>, last: Option<&Value>) -> Option<Value> {
        if first == last {
            return last.cloned();
        }
        let (empty, none) = (Value::Object(Map::new()), Value::Array(Vec::new()));
        match (first, last) {
            (Some(Value::Object(_)), None | Some(Value::Object(_))) | (None, Some(Value::Object(_))) => {
                self.fields(path, first.unwrap_or(&empty), last.unwrap_or(&empty))
            }
            (Some(one), Some(other)) if is_items(one) && is_items(other) => self.items(path, one, other),
            (Some(one), None) if is_items(one) => self.items(path, one, &none),
            (None, Some(other)) if is_items(other) => self.items(path, &none, other),
            _ => self.leaf(path, first, last),
        }
    }

    fn fields(&mut self, path: &str, first: &Value, last: &Value) -> Option<Value> {
        let (first, last) = (first.as_object()?, last.as_object()?);
        let mut merged = Map::new();
        for name in first.keys().chain(last.keys().filter(|name| !first.contains_key(*name))) {
            let value = self.place(&format!("{path}/{name}"), first.get(name), last.get(name));
            put(&mut merged, name, value);
        }
        let is_there = !merged.is_empty() || path == "value";
        is_there.then_some(Value::Object(merged))
    }

    /// The items of both, in the order of the later.
    fn items(&mut self, path: &str, first: &Value, last: &Value) -> Option<Value> {
        let (first, last) = (first.as_array()?, last.as_array()?);
        let mut merged: Vec<Value> = Vec::new();
        for one in last {
            let id = id_of(one)?;
            let path = format!("{path}/{id}");
            match item(first, id) {
                Some(other) => merged.extend(self.place(&path, Some(other), Some(one))),
                None if self.was_taken(&path, self.last, self.first) => {}
                None => merged.push(one.clone()),
            }
        }
        let mut after = 0;
        for one in first {
            let id = id_of(one)?;
            if let Some(at) = merged.iter().position(|item| id_of(item) == Some(id)) {
                after = at + 1;
            } else if item(last, id).is_none()
                && !self.was_taken(&format!("{path}/{id}"), self.first, self.last)
            {
                if one.get("id").is_none() {
                    // Days are kept in order.
                    after = merged.iter().take_while(|item| id_of(item) < Some(id)).count();
                }
                merged.insert(after, one.clone());
                after += 1;
            }
        }
        (!merged.is_empty()).then_some(Value::Array(merged))
    }

    /// Whether something that one version has and the other lacks was removed in the other.
    fn was_taken(&self, path: &str, has: &Version, has_not: &Version) -> bool {
        self.is_comparable() && has.is_known_at(path, has_not)
    }

    /// Merges a field that is neither a list nor an object.
    fn leaf(&mut self, path: &str, first: Option<&Value>, last: Option<&Value>) -> Option<Value> {
        if self.is_comparable() {
            match (self.first.is_new_at(path, self.last), self.last.is_new_at(path, self.first)) {
                (true, false) => return first.cloned(),
                (false, true) => return last.cloned(),
                _ => {}
            }
        }
        self.disputed.push(path.to_owned());
        let (Some(one), Some(other)) = (first, last) else {
            return first.or(last).cloned();
        };
        let (Some(one), Some(other)) = (one.as_str(), other.as_str()) else {
            return last.cloned();
        };
        if has_no_words(path) || other.contains(one) {
            return last.cloned();
        }
        if one.contains(other) {
            return first.cloned();
        }
        self.aside.push((path.to_owned(), one.to_owned()));
        last.cloned()
    }
}

/// Whether what is in a place is chosen rather than written.
fn has_no_words(path: &str) -> bool {
    let mut parts = path.rsplit('/');
    let name = parts.next().unwrap_or_default();
    NO_WORDS.contains(&name) && parts.next() != Some("cells")
}

#[cfg(test)]
mod tests;
