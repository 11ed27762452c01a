//! Spaces: several sites of one host share a browser's storage, and each can keep its
//! learners' words apart from the others.
//!
//! Inside a space everything has its usual name, `waymark.goal.a1`. On the shelf the
//! name of the space becomes part of its beginning: `waymark-college-a.goal.a1`. So a
//! backup of one space can be restored in another. Without a space the names are
//! the same on the shelf.

use crate::shelf::{Done, Event, Shelf};
use crate::version::{Version, split};
use course::SpaceId;
use course::centre::SpaceNamed;
use record::Key;
use record::key::{LOCK, OURS};

/// A space that has a name, or the one that all sites without a name share.
pub type Space = Option<SpaceId>;

/// One space of a shelf. Other spaces and other apps' texts are not visible.
#[derive(Debug, Clone)]
pub struct InSpace<S> {
    shelf: S,
    begin: String,
}

impl<S: Shelf> InSpace<S> {
    /// The part of a shelf that belongs to a space.
    pub fn new(shelf: S, space: &Space) -> Self {
        let begin = space.as_ref().map_or_else(|| OURS.to_owned(), |space| format!("waymark-{space}."));
        Self { shelf, begin }
    }

    /// The name on the shelf for a name in the space.
    fn outside(&self, name: &str) -> String {
        format!("{}{}", self.begin, name.strip_prefix(OURS).unwrap_or(name))
    }

    /// The name in the space for a name on the shelf, if it belongs to the space.
    fn inside(&self, name: &str) -> Option<String> {
        Some(format!("{OURS}{}", name.strip_prefix(&self.begin)?))
    }
}

impl<S: Shelf> Shelf for InSpace<S> {
    fn get(&self, name: &str) -> Done<Option<String>> {
        self.shelf.get(&self.outside(name))
    }

    fn set(&mut self, name: &str, text: &str) -> Done<()> {
        self.shelf.set(&self.outside(name), text)
    }

    fn remove(&mut self, name: &str) -> Done<()> {
        self.shelf.remove(&self.outside(name))
    }

    fn names(&self) -> Done<Vec<String>> {
        Ok(self.shelf.names()?.iter().filter_map(|name| self.inside(name)).collect())
    }

    fn events(&mut self) -> Vec<Event> {
        let events = self.shelf.events().into_iter();
        events.filter_map(|event| event.map_or(Some(None), |name| self.inside(&name).map(Some))).collect()
    }
}

/// Which space a site uses, as noted in the browser: its name, and after a `<`
/// the name of the earlier space, until somebody has said whose words are there.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Chosen {
    /// The space.
    pub space: Space,
    /// The earlier space, while nobody has said whether to copy its words.
    pub asks_of: Option<Space>,
}

impl Chosen {
    /// Reads a note. Anything else means the space without a name.
    pub fn read(note: &str) -> Self {
        let (space, before) = note.split_once('<').map_or((note, None), |(a, b)| (a, Some(b)));
        Self { space: SpaceId::new(space), asks_of: before.map(SpaceId::new) }
    }

    /// The note; empty where there is nothing to note.
    pub fn note(&self) -> String {
        let name = |space: &Space| space.as_ref().map_or_else(String::new, SpaceId::to_string);
        let before = self.asks_of.as_ref().map_or_else(String::new, |before| format!("<{}", name(before)));
        name(&self.space) + &before
    }

    /// What is chosen once the centre's file has `named` the space. If it did not arrive
    /// or cannot be read, everything stays as it was: no space is guessed.
    #[must_use]
    pub fn or(self, named: SpaceNamed, has_words: impl Fn(&Space) -> bool) -> Self {
        let space = match named {
            SpaceNamed::Own(space) => Some(space),
            SpaceNamed::Shared => None,
            SpaceNamed::NotKnown => return self,
        };
        if space == self.space {
            return self;
        }
        let asks_of = has_words(&self.space).then_some(self.space);
        Self { space, asks_of }
    }
}

/// Whether a person may miss what is on a shelf: words, plain or closed. The mark that
/// something was removed, settings and the place in a module do not count.
pub fn has_words(shelf: &dyn Shelf) -> bool {
    let is_word = |name: &String| match Key::parse(split(name).0) {
        Some(Key::Settings | Key::Place) => false,
        Some(_) => shelf.get(name).ok().flatten().is_some_and(|text| !Version::is_mark(&text)),
        None => name.starts_with(crate::lock::CLOSED),
    };
    shelf.names().is_ok_and(|names| names.iter().any(is_word))
}

/// Copies everything from one shelf to another. A lock on the other one stays; what is
/// closed by this one's lock can be opened beside it. All of it, or nothing.
///
/// # Errors
/// Where it cannot be read, or there is no room.
pub fn copy(from: &dyn Shelf, to: &mut dyn Shelf) -> Done<()> {
    let names = from.names()?;
    let mut copied: Vec<&str> = Vec::new();
    // A page that hears of the lock also takes in what it closed.
    let is_lock = |name: &&String| *name == LOCK;
    for name in names.iter().filter(|name| !is_lock(name)).chain(names.iter().filter(is_lock)) {
        let done = from.get(name).and_then(|text| match (text, to.get(name)?) {
            (Some(text), None) => to.set(name, &text).map(|()| copied.push(name)),
            _ => Ok(()),
        });
        if done.is_err() {
            for name in copied {
                let _ = to.remove(name);
            }
            return done;
        }
    }
    Ok(())
}
