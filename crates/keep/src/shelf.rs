//! A place for texts: names and texts, without knowing what they mean.

use serde_json::{Map, Value};

/// Why something is not kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotKept {
    /// There is no room left.
    Full,
    /// The browser does not allow anything to be kept.
    Blocked,
}

/// The result of asking a shelf.
pub type Done<T> = Result<T, NotKept>;

/// A name that changed elsewhere; `None` where it may be any name.
pub type Event = Option<String>;

/// A place for texts under names, such as a browser's local storage.
///
/// What it promises, and all that [`Keeper`](crate::Keeper) builds on:
/// - a call that returns `Ok` was done completely; one that fails did nothing, or
///   left a part of the text under that name and nothing else changed (a torn write);
/// - writes reach every page in the order in which the place took them, and a page sees
///   its own at once.
///
/// What it does not promise:
/// - that a page sees the writes of others at once: it may read what was there before;
/// - that events arrive in order, once, in time or at all;
/// - that other apps leave our names alone, or that a page lives until its next call.
pub trait Shelf {
    /// The text under a name, if there is one.
    ///
    /// # Errors
    /// Where the place cannot be read.
    fn get(&self, name: &str) -> Done<Option<String>>;

    /// Puts a text under a name, replacing what is there.
    ///
    /// # Errors
    /// Where there is no room, or the place cannot be written.
    fn set(&mut self, name: &str, text: &str) -> Done<()>;

    /// Removes what is under a name, if anything is.
    ///
    /// # Errors
    /// Where the place cannot be written.
    fn remove(&mut self, name: &str) -> Done<()>;

    /// Every name, ours and others', in no particular order.
    ///
    /// # Errors
    /// Where the place cannot be read.
    fn names(&self) -> Done<Vec<String>>;

    /// What happened elsewhere since the last call, as far as this page heard.
    fn events(&mut self) -> Vec<Event>;
}

/// A shelf in this page, gone with it.
///
/// It is a map of JSON values, because the record needs that type anyway, and another
/// would be more code for learners to download.
#[derive(Debug, Clone, Default)]
pub struct Memory(Map<String, Value>);

impl Shelf for Memory {
    fn get(&self, name: &str) -> Done<Option<String>> {
        Ok(self.0.get(name).and_then(Value::as_str).map(str::to_owned))
    }

    fn set(&mut self, name: &str, text: &str) -> Done<()> {
        self.0.insert(name.to_owned(), text.into());
        Ok(())
    }

    fn remove(&mut self, name: &str) -> Done<()> {
        self.0.remove(name);
        Ok(())
    }

    fn names(&self) -> Done<Vec<String>> {
        Ok(self.0.keys().cloned().collect())
    }

    fn events(&mut self) -> Vec<Event> {
        Vec::new()
    }
}

/// A shelf that fails at every call, where the browser does not allow storage.
#[derive(Debug, Clone, Copy, Default)]
pub struct Blocked;

impl Shelf for Blocked {
    fn get(&self, _: &str) -> Done<Option<String>> {
        Err(NotKept::Blocked)
    }

    fn set(&mut self, _: &str, _: &str) -> Done<()> {
        Err(NotKept::Blocked)
    }

    fn remove(&mut self, _: &str) -> Done<()> {
        Err(NotKept::Blocked)
    }

    fn names(&self) -> Done<Vec<String>> {
        Err(NotKept::Blocked)
    }

    fn events(&mut self) -> Vec<Event> {
        Vec::new()
    }
}
