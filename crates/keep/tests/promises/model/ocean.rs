//! Storage that several pages share, with everything a browser may do to it.
//!
//! All writes have one order. A page sees its own at once and those of others when its
//! view has come that far; events follow its view, late, doubled and out of order.

use super::chance::Chance;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;
use waymark_keep::{Done, Event, NotKept, Shelf};

/// The panic that kills a page.
pub struct Killed;

/// What goes wrong for a page, counted in its calls from now on.
#[derive(Debug, Clone, Copy, Default)]
pub struct Faults {
    pub killed_in: Option<u32>,
    /// There is no room from this write on.
    pub full_in: Option<u32>,
    /// This write leaves half a text.
    pub torn_in: Option<u32>,
    pub blocked_in: Option<u32>,
}

#[derive(Default)]
struct View {
    texts: BTreeMap<String, String>,
    /// How many writes of the log it sees.
    seen: usize,
    /// The position in the log of its own last write to a name.
    own: BTreeMap<String, usize>,
    events: Vec<Event>,
    faults: Faults,
}

type Interrupt = Rc<dyn Fn(usize)>;

#[derive(Default)]
pub struct Ocean {
    pub truth: BTreeMap<String, String>,
    log: Vec<(usize, String, Option<String>)>,
    views: Vec<View>,
    pub calls: u64,
    interrupt: Option<Interrupt>,
}

/// The ocean, as one page sees it.
#[derive(Clone)]
pub struct Shore {
    pub ocean: Rc<RefCell<Ocean>>,
    pub page: usize,
}

impl Ocean {
    /// A new page, which sees everything.
    pub fn shore(ocean: &Rc<RefCell<Self>>) -> Shore {
        let mut all = ocean.borrow_mut();
        let view = View { texts: all.truth.clone(), seen: all.log.len(), ..View::default() };
        all.views.push(view);
        Shore { ocean: ocean.clone(), page: all.views.len() - 1 }
    }

    pub fn on_call(&mut self, interrupt: Interrupt) {
        self.interrupt = Some(interrupt);
    }

    /// Somebody writes or removes a name.
    pub fn write(&mut self, page: usize, name: &str, text: Option<&str>) {
        match text {
            Some(text) => drop(self.truth.insert(name.to_owned(), text.to_owned())),
            None if self.truth.remove(name).is_none() && !self.sees(page, name) => return,
            None => {}
        }
        self.log.push((page, name.to_owned(), text.map(str::to_owned)));
        let at = self.log.len();
        if let Some(view) = self.views.get_mut(page) {
            view.own.insert(name.to_owned(), at);
            put(&mut view.texts, name, text);
        }
    }

    fn sees(&self, page: usize, name: &str) -> bool {
        self.views.get(page).is_some_and(|view| view.texts.contains_key(name))
    }

    /// A page's view catches up by some writes.
    pub fn advance(&mut self, page: usize, writes: usize, chance: &mut Chance) {
        let view = &mut self.views[page];
        let end = self.log.len().min(view.seen + writes);
        for at in view.seen..end {
            let (by, name, text) = &self.log[at];
            if *by == page {
                continue;
            }
            if view.own.get(name).is_none_or(|own| *own <= at) {
                put(&mut view.texts, name, text.as_deref());
            }
            view.events.push(Some(name.clone()));
            if chance.one_in(9) {
                view.events.push(Some(name.clone()));
            }
            if chance.one_in(7) {
                let other = chance.below(view.events.len());
                let last = view.events.len() - 1;
                view.events.swap(other, last);
            }
        }
        view.seen = end;
    }

    /// Every page's view is up to date.
    pub fn all_see(&mut self) {
        for page in 0..self.views.len() {
            self.catch_up(page, &mut Chance::new(7));
        }
    }

    /// A page's view is up to date, with every event.
    pub fn catch_up(&mut self, page: usize, chance: &mut Chance) {
        self.advance(page, usize::MAX / 2, chance);
    }

    pub fn fault(&mut self, page: usize, faults: Faults) {
        self.views[page].faults = faults;
    }
}

fn put(texts: &mut BTreeMap<String, String>, name: &str, text: Option<&str>) {
    match text {
        Some(text) => drop(texts.insert(name.to_owned(), text.to_owned())),
        None => drop(texts.remove(name)),
    }
}

fn count_down(left: &mut Option<u32>) -> bool {
    if let Some(calls) = left {
        if *calls == 0 {
            return true;
        }
        *calls -= 1;
    }
    false
}

impl Shore {
    /// What happens at every call: others act, and the page may be killed.
    fn call(&self) -> Done<()> {
        let interrupt = self.ocean.borrow().interrupt.clone();
        if let Some(interrupt) = interrupt {
            interrupt(self.page);
        }
        let mut ocean = self.ocean.borrow_mut();
        ocean.calls += 1;
        let faults = &mut ocean.views[self.page].faults;
        if count_down(&mut faults.killed_in) {
            drop(ocean);
            std::panic::panic_any(Killed);
        }
        match count_down(&mut faults.blocked_in) {
            true => Err(NotKept::Blocked),
            false => Ok(()),
        }
    }
}

impl Shelf for Shore {
    fn get(&self, name: &str) -> Done<Option<String>> {
        self.call()?;
        Ok(self.ocean.borrow().views[self.page].texts.get(name).cloned())
    }

    fn set(&mut self, name: &str, text: &str) -> Done<()> {
        self.call()?;
        let mut ocean = self.ocean.borrow_mut();
        let faults = &mut ocean.views[self.page].faults;
        if count_down(&mut faults.full_in) {
            return Err(NotKept::Full);
        }
        if faults.torn_in.is_some() && count_down(&mut faults.torn_in) {
            faults.torn_in = None;
            let half: String = text.chars().take(text.len() / 2).collect();
            ocean.write(self.page, name, Some(&half));
            return Err(NotKept::Full);
        }
        ocean.write(self.page, name, Some(text));
        Ok(())
    }

    fn remove(&mut self, name: &str) -> Done<()> {
        self.call()?;
        self.ocean.borrow_mut().write(self.page, name, None);
        Ok(())
    }

    fn names(&self) -> Done<Vec<String>> {
        self.call()?;
        Ok(self.ocean.borrow().views[self.page].texts.keys().cloned().collect())
    }

    fn events(&mut self) -> Vec<Event> {
        std::mem::take(&mut self.ocean.borrow_mut().views[self.page].events)
    }
}
