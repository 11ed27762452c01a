//! Pages, and everything that happens to them.

use super::chance::Chance;
use super::ledger::{Fate, Ledger, all_words, words};
use super::ocean::{Faults, Killed, Ocean};
use record::backup::Text;
use record::{LocalDate, LocalTime, Record};
use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::rc::{Rc, Weak};
use waymark_keep::{Cost, Keeper, Way};

/// How many pages there are at once.
const PAGES: usize = 3;

/// What a newer Waymark wrote, and a text of a kind that nobody knows: they stay as they are.
const NEWER: &str = r#"{"form":9,"x":"y"}"#;
const UNKNOWN: &str = "a kind nobody knows";

/// The faults that a sequence has.
#[derive(Debug, Clone, Copy, Default)]
pub struct Weather {
    pub kills: bool,
    pub bad_storage: bool,
    pub locks: bool,
    pub other_apps: bool,
    pub older_waymark: bool,
    pub interrupts: bool,
}

pub struct Page {
    pub keeper: Keeper,
    pub record: Record,
    pub shore: usize,
    /// In the back/forward cache: it hears nothing.
    is_frozen: bool,
}

pub struct World {
    pub(super) ocean: Rc<RefCell<Ocean>>,
    pub(super) pages: Vec<RefCell<Option<Page>>>,
    pub ledger: RefCell<Ledger>,
    pub(super) chance: RefCell<Chance>,
    pub(super) weather: Weather,
    minutes: Cell<u64>,
    /// Goes up with everything anyone does.
    pub done: Cell<u64>,
    pub(super) depth: Cell<u32>,
    /// How often everything was erased or cleared, and whether it was since something began.
    pub(super) wiped: Cell<u64>,
    pub(super) began: Cell<u64>,
    pub(super) since: Cell<u64>,
    pub(super) backup: RefCell<Vec<Text>>,
    pub(super) older: RefCell<String>,
}

thread_local! {
    static RANDOM: RefCell<Chance> = RefCell::new(Chance::new(1));
}

fn random(bytes: &mut [u8]) -> bool {
    RANDOM.with_borrow_mut(|chance| bytes.fill_with(|| u8::try_from(chance.next() & 255).unwrap()));
    true
}

pub const PASSPHRASES: [&str; 2] = ["one passphrase", "another one"];

impl World {
    pub fn new(seed: u64, weather: Weather) -> Rc<Self> {
        RANDOM.set(Chance::new(seed ^ 0x55));
        let world = Rc::new(Self {
            ocean: Rc::default(),
            pages: (0..PAGES).map(|_| RefCell::new(None)).collect(),
            ledger: RefCell::default(),
            chance: RefCell::new(Chance::new(seed)),
            weather,
            minutes: Cell::new(1_000_000_000),
            done: Cell::new(0),
            depth: Cell::new(0),
            wiped: Cell::new(0),
            began: Cell::new(0),
            since: Cell::new(0),
            backup: RefCell::default(),
            older: RefCell::default(),
        });
        world.ocean.borrow_mut().truth.insert("other.app".into(), "theirs".into());
        world.ocean.borrow_mut().truth.insert("waymark.note.newer".into(), NEWER.into());
        world.ocean.borrow_mut().truth.insert("waymark.shelf".into(), UNKNOWN.into());
        if weather.interrupts {
            let weak: Weak<Self> = Rc::downgrade(&world);
            let interrupt = move |page| {
                if let Some(world) = weak.upgrade() {
                    world.interrupt(page);
                }
            };
            world.ocean.borrow_mut().on_call(Rc::new(interrupt));
        }
        world
    }

    pub(super) fn say(&self, what: impl FnOnce() -> String) {
        if std::env::var_os("WAYMARK_SEED").is_some() {
            println!("{:>5} {}{}", self.done.get(), "  ".repeat(self.depth.get() as usize), what());
        }
    }

    pub(super) fn below(&self, end: usize) -> usize {
        self.chance.borrow_mut().below(end)
    }

    pub(super) fn one_in(&self, of: u64) -> bool {
        self.chance.borrow_mut().one_in(of)
    }

    pub fn now(&self) -> LocalTime {
        let minutes = self.minutes.get() - 1_000_000_000;
        let date = LocalDate::parse("2026-11-26").unwrap();
        let mut days = minutes / 1440;
        let mut day = date;
        while days > 0 {
            let some = days.min(60_000);
            day = day.later(u16::try_from(some).unwrap());
            days -= some;
        }
        let of_day = u32::try_from(minutes % 1440).unwrap();
        LocalTime::new(day, of_day / 60, of_day % 60, 0).unwrap()
    }

    /// In the middle of what one page does, another page acts.
    fn interrupt(&self, _page: usize) {
        if self.depth.get() < 2 && self.one_in(12) {
            self.depth.set(self.depth.get() + 1);
            let other = self.below(PAGES);
            if self.pages[other].try_borrow_mut().is_ok() {
                self.act(other);
            }
            self.depth.set(self.depth.get() - 1);
        }
    }

    /// One page does one thing, or something happens to it.
    pub fn act(&self, at: usize) {
        self.done.set(self.done.get() + 1);
        if self.pages[at].borrow().is_none() {
            return self.open(at);
        }
        let shore = self.pages[at].borrow().as_ref().map_or(0, |page| page.shore);
        let writes = self.below(4);
        if self.one_in(2) {
            self.ocean.borrow_mut().advance(shore, writes, &mut self.chance.borrow_mut());
        }
        self.ocean.borrow_mut().fault(shore, self.faults());
        let depth = self.depth.get();
        let mut held = self.pages[at].borrow_mut();
        let page = held.as_mut().unwrap();
        let wiped = self.wiped.get();
        let began = self.began.replace(wiped);
        let since = self.since.replace(self.done.get());
        let outcome = catch_unwind(AssertUnwindSafe(|| self.do_something(at, page)));
        self.began.set(began);
        self.since.set(since);
        self.depth.set(depth);
        match outcome {
            Ok(true) => self.ocean.borrow_mut().fault(shore, Faults::default()),
            Ok(false) => *held = None,
            Err(why) if why.is::<Killed>() => {
                self.say(|| format!("{at}: killed"));
                // It may have written what it was showing just then.
                self.stands(&all_words(&page.record), None);
                if wiped != self.wiped.get() {
                    self.ocean.borrow_mut().all_see();
                }
                *held = None;
            }
            Err(why) => resume_unwind(why),
        }
    }

    fn faults(&self) -> Faults {
        let mut faults = Faults::default();
        let some = |of| u32::try_from(self.below(of)).unwrap();
        if self.weather.kills && self.one_in(10) {
            faults.killed_in = Some(some(12));
        }
        if self.weather.bad_storage && self.one_in(8) {
            match self.below(3) {
                0 => faults.full_in = Some(some(3)),
                1 => faults.torn_in = Some(some(3)),
                _ => faults.blocked_in = Some(some(8)),
            }
        }
        faults
    }

    fn open(&self, at: usize) {
        let shore = Ocean::shore(&self.ocean);
        let number = shore.page;
        let mut keeper = Keeper::open(Box::new(shore), random, Cost::LEAST, Way::Open);
        let mut record = Record::default();
        let mut held = self.pages[at].borrow_mut();
        let looked = catch_unwind(AssertUnwindSafe(|| keeper.look(&mut record, &self.now())));
        if looked.is_ok() {
            self.say(|| format!("{at}: opened as shore {number}, {:?}", keeper.way()));
            *held = Some(Page { keeper, record, shore: number, is_frozen: false });
        }
    }

    /// Whether the page is still there afterwards.
    fn do_something(&self, at: usize, page: &mut Page) -> bool {
        let now = self.now();
        if page.is_frozen {
            if self.one_in(4) {
                page.is_frozen = false;
                self.ocean.borrow_mut().catch_up(page.shore, &mut self.chance.borrow_mut());
                page.keeper.look(&mut page.record, &now);
                self.say(|| format!("{at}: thawed"));
            }
            return true;
        }
        match self.below(40) {
            0..=19 => self.change(at, page, &now),
            20..=25 => drop(page.keeper.hear(&mut page.record, &now)),
            26 => page.keeper.look(&mut page.record, &now),
            27 | 28 => self.undo(at, page, &now),
            29 => self.settle_beside(page, &now),
            30 => self.restore(at, page, &now),
            31 => self.keep_again(at, page, &now),
            32 => return false,
            33 => page.is_frozen = true,
            34..=37 if self.weather.locks => self.lock(at, page, &now),
            38 if self.weather.other_apps && self.depth.get() == 0 => self.other_app(),
            38 if self.one_in(6) => self.erase(at, page, &now),
            39 if self.weather.older_waymark && self.depth.get() == 0 => self.older_waymark(),
            _ => self.minutes.set(self.minutes.get() + 1),
        }
        true
    }

    /// What a page that is opened now can read, with every passphrase tried.
    pub(super) fn fresh(&self) -> (Keeper, Record) {
        let mut ocean = Ocean::default();
        ocean.truth.clone_from(&self.ocean.borrow().truth);
        let shore = Ocean::shore(&Rc::new(RefCell::new(ocean)));
        let mut keeper = Keeper::open(Box::new(shore), random, Cost::LEAST, Way::Open);
        let (mut record, now) = (Record::default(), self.now());
        keeper.look(&mut record, &now);
        for passphrase in PASSPHRASES {
            if keeper.way() == Way::Locked {
                let _ = keeper.unlock(passphrase, &mut record, &now);
            }
        }
        for passphrase in PASSPHRASES {
            keeper.unlock_more(passphrase, &mut record, &now);
        }
        (keeper, record)
    }

    /// Everyone hears everything, time passes, and the promises are checked.
    pub fn check(&self) {
        // Nobody acts in between.
        self.depth.set(9);
        for _ in 0..4 {
            for page in &self.pages {
                if let Some(page) = page.borrow_mut().as_mut().filter(|page| !page.is_frozen) {
                    self.ocean.borrow_mut().catch_up(page.shore, &mut self.chance.borrow_mut());
                    page.keeper.hear(&mut page.record, &self.now());
                }
            }
        }
        let (mut keeper, record) = self.fresh();
        let readable: BTreeSet<u64> = all_words(&record)
            .into_iter()
            .chain(keeper.texts(&record).iter().flat_map(|(_, text)| words(text)))
            .collect();
        let ledger = self.ledger.borrow();
        let lost: Vec<u64> = ledger.of(Fate::Kept).filter(|word| !readable.contains(word)).collect();
        assert!(lost.is_empty(), "kept and lost: {lost:?}; {:#?}", self.ocean.borrow().truth);
        let back: Vec<u64> = ledger.of(Fate::Gone).filter(|word| readable.contains(word)).collect();
        assert!(back.is_empty(), "deleted and back: {back:?}; {:#?}", self.ocean.borrow().truth);
        if self.wiped.get() == 0 {
            let texts = keeper.texts(&record);
            for text in [NEWER, UNKNOWN] {
                assert!(texts.iter().any(|(_, there)| there == text), "not as it was: {text}; {texts:#?}");
            }
        }
        if keeper.way() == Way::Unlocked {
            let shelf = keeper.shelf();
            for name in shelf.names().unwrap() {
                let text = shelf.get(&name).unwrap().unwrap_or_default();
                assert!(words(&text).is_empty(), "readable with a lock on: {name}: {text}");
            }
        }
        let truth = &self.ocean.borrow().truth;
        assert_eq!(truth.get("other.app").map(String::as_str), Some("theirs"));
        self.depth.set(0);
    }

    /// Enough time passes that nobody's view can be old.
    pub fn rest(&self) {
        let days = [0, 0, 1, 31][self.below(4)];
        self.minutes.set(self.minutes.get() + days * 1440 + 61);
        if self.weather.other_apps && self.one_in(2) {
            self.take_a_lock();
        }
    }
}
