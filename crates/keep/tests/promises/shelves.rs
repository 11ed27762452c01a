//! One suite for every shelf: what is kept can be read again, what cannot be kept is
//! reported, and what another app keeps there stays.

use crate::model::chance::Chance;
use crate::model::ocean::{Faults, Ocean, Shore};
use course::{NoteId, SectionId};
use record::{Change, Key, LocalTime, PlanChange, Record};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use waymark_keep::{Applied, Blocked, Cost, Done, Event, Keeper, Lost, Memory, NotKept, Shelf, Way};

pub fn now() -> LocalTime {
    LocalTime::parse("2026-11-26T10:00:00").unwrap()
}

/// Random bytes that are never the same twice.
fn random(bytes: &mut [u8]) -> bool {
    thread_local! { static CHANCE: RefCell<Chance> = RefCell::new(Chance::new(4)); }
    CHANCE.with_borrow_mut(|chance| bytes.fill_with(|| u8::try_from(chance.next() & 255).unwrap()));
    true
}

pub fn open(shelf: impl Shelf + 'static) -> (Keeper, Record) {
    let mut keeper = Keeper::open(Box::new(shelf), random, Cost::LEAST, Way::Open);
    let mut record = Record::default();
    keeper.look(&mut record, &now());
    (keeper, record)
}

pub fn note(words: &str) -> Change {
    Change::Note(NoteId::new("n").unwrap(), words.into())
}

pub fn words(record: &Record) -> String {
    record.note(&NoteId::new("n").unwrap()).map(|note| note.words.clone()).unwrap_or_default()
}

pub fn key() -> Key {
    Key::Note(NoteId::new("n").unwrap())
}

/// Storage that several pages share.
pub fn shared() -> (Rc<RefCell<Ocean>>, Shore) {
    let ocean = Rc::new(RefCell::new(Ocean::default()));
    ocean.borrow_mut().truth.insert("theirs".into(), "not ours".into());
    let shore = Ocean::shore(&ocean);
    (ocean, shore)
}

#[test]
fn what_is_kept_is_read_again() {
    let (ocean, shore) = shared();
    let (mut keeper, mut record) = open(shore);
    for text in ["a", "ab", "abc"] {
        assert_eq!(keeper.apply(&mut record, note(text), &now()), Applied::Kept);
    }
    let (_, again) = open(Ocean::shore(&ocean));
    assert_eq!(words(&again), "abc");
    assert_eq!(ocean.borrow().truth.len(), 2, "one name for the thing, and theirs");
    assert_eq!(keeper.apply(&mut record, Change::Forget(key()), &now()), Applied::Kept);
    let (_, again) = open(Ocean::shore(&ocean));
    assert_eq!(again, Record::default());
    assert!(keeper.erase(&mut record, &now()));
    assert_eq!(ocean.borrow().truth.keys().collect::<Vec<_>>(), ["theirs"]);
}

#[test]
fn a_place_in_the_page_keeps_as_long_as_the_page() {
    let mut keeper = Keeper::open(Box::new(Memory::default()), random, Cost::LEAST, Way::Page);
    let mut record = Record::default();
    assert_eq!(keeper.apply(&mut record, note("a"), &now()), Applied::Kept);
    assert_eq!((keeper.way(), words(&record)), (Way::Page, "a".into()));
    assert_eq!(keeper.put_lock("passphrase", &mut record, &now()), Err(NotKept::Blocked));
}

#[test]
fn a_blocked_place_says_so_and_the_words_stay_on_the_page() {
    let mut keeper = Keeper::open(Box::new(Blocked), random, Cost::LEAST, Way::Blocked);
    let mut record = Record::default();
    keeper.look(&mut record, &now());
    assert_eq!(keeper.apply(&mut record, note("a"), &now()), Applied::NotKept(NotKept::Blocked));
    assert_eq!(words(&record), "a");
    assert_eq!(keeper.lost(&key()), Some(Lost::NotKept(NotKept::Blocked)));
}

/// For a fault from each call on: nothing that was kept before is lost, and
/// what is shown as kept is kept.
#[test]
fn a_fault_at_any_call_loses_nothing_that_was_kept() {
    for at in 0..12 {
        let faults = [
            Faults { full_in: Some(at), ..Faults::default() },
            Faults { torn_in: Some(at), ..Faults::default() },
            Faults { blocked_in: Some(at), ..Faults::default() },
        ];
        for fault in faults {
            let (ocean, shore) = shared();
            let page = shore.page;
            let (mut keeper, mut record) = open(shore);
            keeper.apply(&mut record, note("before."), &now());
            ocean.borrow_mut().fault(page, fault);
            let mut kept = "before.";
            for text in ["before.one", "before.one.two"] {
                match keeper.apply(&mut record, note(text), &now()) {
                    Applied::Kept => kept = text,
                    other => assert!(matches!(other, Applied::NotKept(_)), "{other:?}"),
                }
            }
            let (_, again) = open(Ocean::shore(&ocean));
            assert!(words(&again).starts_with(kept), "{fault:?}: {:?}", words(&again));
            ocean.borrow_mut().fault(page, Faults::default());
            keeper.keep_again(&record, &now());
            let (_, again) = open(Ocean::shore(&ocean));
            assert_eq!(words(&again), "before.one.two", "{fault:?}: kept again when it can be");
            assert_eq!(keeper.lost(&key()), None);
        }
    }
}

/// Each page hears of the other's words; in one field both are there.
#[test]
fn two_pages_that_write_one_field_lose_neither() {
    let (ocean, shore) = shared();
    let (mut one, mut first) = open(shore);
    one.apply(&mut first, note("begun"), &now());
    let other = Ocean::shore(&ocean);
    let (pages, mut chance) = ([0, other.page], Chance::new(1));
    let (mut two, mut second) = open(other);
    assert_eq!(one.apply(&mut first, note("mine"), &now()), Applied::Kept);
    assert_eq!(two.apply(&mut second, note("yours"), &now()), Applied::Kept);
    for page in pages {
        ocean.borrow_mut().catch_up(page, &mut chance);
    }
    assert!(one.hear(&mut first, &now()) && two.hear(&mut second, &now()));
    assert_eq!(first, second, "both show the same");
    let beside = one.beside(&first, &key());
    let both = [words(&first), beside[0].1.text.clone()];
    assert!(both.contains(&"mine".to_owned()) && both.contains(&"yours".to_owned()), "{both:?}");
    let (at, chosen) = &beside[0];
    assert_eq!(one.settle_beside(&mut first, &key(), (at, &chosen.id), true, &now()), Applied::Kept);
    assert_eq!((words(&first), one.beside(&first, &key()).len()), (chosen.text.clone(), 0));
}

#[test]
fn a_name_that_something_else_took_is_offered_and_not_written_by_itself() {
    let (ocean, shore) = shared();
    let (page, mut chance) = (shore.page, Chance::new(1));
    let (mut keeper, mut record) = open(shore);
    keeper.apply(&mut record, note("a"), &now());
    let name = ocean.borrow().truth.keys().find(|name| name.starts_with("waymark.")).unwrap().clone();
    ocean.borrow_mut().write(usize::MAX, &name, None);
    ocean.borrow_mut().catch_up(page, &mut chance);
    keeper.hear(&mut record, &now());
    assert_eq!((keeper.taken(), words(&record)), (1, "a".into()));
    keeper.look(&mut record, &now());
    assert_eq!(ocean.borrow().truth.len(), 1, "not by itself");
    keeper.keep_again(&record, &now());
    assert_eq!((keeper.taken(), ocean.borrow().truth.len()), (0, 2));
}

/// A shelf that counts its calls.
#[derive(Clone, Default)]
struct Counting {
    inside: Rc<RefCell<Memory>>,
    calls: Rc<Cell<usize>>,
}

impl Counting {
    fn count(&self) {
        self.calls.set(self.calls.get() + 1);
    }
}

impl Shelf for Counting {
    fn get(&self, name: &str) -> Done<Option<String>> {
        self.count();
        self.inside.borrow().get(name)
    }

    fn set(&mut self, name: &str, text: &str) -> Done<()> {
        self.count();
        self.inside.borrow_mut().set(name, text)
    }

    fn remove(&mut self, name: &str) -> Done<()> {
        self.count();
        self.inside.borrow_mut().remove(name)
    }

    fn names(&self) -> Done<Vec<String>> {
        self.count();
        self.inside.borrow().names()
    }

    fn events(&mut self) -> Vec<Event> {
        Vec::new()
    }
}

/// How many calls it takes to restore a backup in which everything differs.
fn calls_to_restore(things: usize) -> usize {
    let shelf = Counting::default();
    let (mut keeper, mut record) = open(shelf.clone());
    let section = |n| SectionId::new(&format!("s{n}")).unwrap();
    let write = |n, words: &str| Change::Plan(section(n), PlanChange::Words(words.into()));
    for n in 0..things {
        keeper.apply(&mut record, write(n, "there"), &now());
    }
    let backup = keeper.texts(&record);
    for n in 0..things {
        keeper.apply(&mut record, write(n, "here"), &now());
    }
    let found = record::backup::compare(backup, &keeper.texts(&record));
    assert_eq!(found.different.len(), things);
    shelf.calls.set(0);
    keeper.restore(&mut record, &found, &now()).unwrap();
    shelf.calls.get()
}

/// `cargo xtask bench` runs it, because there are no timings in tests.
#[test]
#[ignore = "tells how long it takes"]
#[expect(clippy::disallowed_methods, reason = "it runs natively alone")]
fn how_long_bringing_back_takes() {
    for things in [500, 5_000] {
        let begun = std::time::Instant::now();
        let calls = calls_to_restore(things);
        println!(
            "{things} differing entries written twice and brought back: {calls} calls, {:?}",
            begun.elapsed()
        );
    }
}

#[test]
fn bringing_back_what_differs_takes_the_same_calls_for_each() {
    let (few, many) = (calls_to_restore(100), calls_to_restore(1_000));
    assert!(many <= few * 10 + 100, "{few} calls for 100, {many} for 1000");
}

/// A lock put on and taken off leaves one name for each thing, even where an older
/// Waymark wrote it, and after the passphrase was changed.
#[test]
fn a_lock_that_was_put_on_and_taken_off_leaves_one_name_for_each_thing() {
    let (ocean, shore) = shared();
    let saved = r#"{"form":1,"revision":2,"changed":"2026-01-02T10:00:00","value":{"words":"older"}}"#;
    ocean.borrow_mut().truth.insert("waymark.plan.people".into(), saved.into());
    let (mut keeper, mut record) = open(Ocean::shore(&ocean));
    drop(shore);
    keeper.apply(&mut record, note("newer"), &now());
    let texts = keeper.texts(&record);
    keeper.put_lock("one", &mut record, &now()).unwrap();
    keeper.change_passphrase("one", "another").unwrap();
    let (mut keeper, mut record) = open(Ocean::shore(&ocean));
    assert_eq!(keeper.unlock("one", &mut record, &now()), Err(waymark_keep::lock::Shut::Passphrase));
    keeper.unlock("another", &mut record, &now()).unwrap();
    keeper.take_lock_off(&mut record, &now()).unwrap();
    assert_eq!(keeper.texts(&record), texts);
    let names: Vec<String> = ocean.borrow().truth.keys().filter(|name| name.contains('~')).cloned().collect();
    assert_eq!(names.len(), 2, "{names:?}");
    assert!(
        ocean.borrow().truth.keys().all(|name| !name.starts_with("waymark.x.") && name != "waymark.lock")
    );
}

/// Undo puts back exactly what was there, including what was settled beside a field.
#[test]
fn undo_puts_back_what_was_settled_and_what_was_taken_away_at_once() {
    for into_place in [false, true] {
        let (ocean, shore) = shared();
        let (mut one, mut first) = open(shore);
        let (mut two, mut second) = open(Ocean::shore(&ocean));
        one.apply(&mut first, note("mine"), &now());
        two.apply(&mut second, note("yours"), &now());
        let (mut keeper, mut record) = open(Ocean::shore(&ocean));
        let before = (words(&record), keeper.beside(&record, &key()));
        let (at, beside) = before.1[0].clone();
        keeper.settle_beside(&mut record, &key(), (&at, &beside.id), into_place, &now());
        assert_ne!((words(&record), keeper.beside(&record, &key())), before);
        keeper.undo(&mut record, &now());
        assert_eq!((words(&record), keeper.beside(&record, &key())), before);
        let (again, read) = open(Ocean::shore(&ocean));
        assert_eq!((words(&read), again.beside(&read, &key())), before);
    }
    let (_, shore) = shared();
    let (mut keeper, mut record) = open(shore);
    let section = |n: u8| SectionId::new(&format!("s{n}")).unwrap();
    for n in 0..3 {
        keeper.apply(&mut record, Change::Plan(section(n), PlanChange::Words("words".into())), &now());
    }
    let before = record.clone();
    for n in 0..3 {
        keeper.apply(&mut record, Change::Forget(Key::Plan(section(n))), &now());
    }
    assert_eq!(keeper.undo(&mut record, &now()), Applied::Kept);
    for key in before.keys() {
        assert_eq!(
            record.fields_of(&key).map(|form| form["value"].clone()),
            before.fields_of(&key).map(|form| form["value"].clone())
        );
    }
}

/// What another tab wrote while a backup was being looked at stays when restoring is undone.
#[test]
fn undoing_a_restore_leaves_what_others_wrote_beside_it() {
    let (ocean, shore) = shared();
    let page = shore.page;
    let (mut keeper, mut record) = open(shore);
    let saved = |words: &str| {
        format!(r#"{{"form":1,"revision":1,"changed":"2026-01-02T10:00:00","value":{{"words":"{words}"}}}}"#)
    };
    let name = "waymark.plan.people".to_owned();
    let found = record::backup::compare(vec![(name.clone(), saved("from the file"))], &[]);
    ocean.borrow_mut().write(usize::MAX, &name, Some(&saved("written meanwhile")));
    let restored = keeper.restore(&mut record, &found, &now()).unwrap();
    ocean.borrow_mut().catch_up(page, &mut Chance::new(1));
    keeper.look(&mut record, &now());
    let both = record.text_of(&Key::parse(&name).unwrap()).unwrap();
    assert!(both.contains("from the file") && both.contains("written meanwhile"), "{both}");
    keeper.undo_restore(&mut record, &restored, &now());
    let left = keeper.texts(&record);
    assert_eq!((left.len(), &left[0].0), (1, &name));
    assert!(left[0].1.contains("written meanwhile") && !left[0].1.contains("from the file"), "{left:?}");
}

/// A page that slept for an hour while another tab went on shows what is there now: what
/// was removed meanwhile is not back, and nothing counts as removed by something else.
#[test]
fn a_page_that_slept_shows_what_is_there_now() {
    let (ocean, shore) = shared();
    let (page, mut chance) = (shore.page, Chance::new(1));
    let (mut sleeper, mut asleep) = open(shore);
    let section = |n: u8| SectionId::new(&format!("s{n}")).unwrap();
    sleeper.apply(&mut asleep, note("before"), &now());
    sleeper.apply(&mut asleep, Change::Plan(section(1), PlanChange::Words("before".into())), &now());
    let (mut keeper, mut record) = open(Ocean::shore(&ocean));
    let mut later = now();
    for text in ["after", "after an hour", "after a day"] {
        later = LocalTime::new(later.date.later(1), 10, 0, 0).unwrap();
        keeper.apply(&mut record, note(text), &later);
        keeper.apply(&mut record, Change::Plan(section(1), PlanChange::Words(String::new())), &later);
    }
    ocean.borrow_mut().catch_up(page, &mut chance);
    sleeper.look(&mut asleep, &later);
    assert_eq!(asleep, record);
    assert_eq!((sleeper.taken(), sleeper.has_unkept()), (0, false));
}
