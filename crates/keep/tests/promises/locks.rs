//! The lock when things go wrong: locks of other tabs, locks that are gone, full storage.

use crate::model::chance::Chance;
use crate::model::ocean::{Faults, Ocean};
use crate::shelves::{note, now, open, shared, words};
use waymark_keep::{Applied, Lost, NotKept, Way};

#[test]
fn a_lock_of_another_tab_is_never_written_over() {
    let (ocean, shore) = shared();
    let (page, mut chance) = (shore.page, Chance::new(1));
    let (mut keeper, mut record) = open(shore);
    keeper.apply(&mut record, note("mine"), &now());
    let (mut other, mut theirs) = open(Ocean::shore(&ocean));
    other.put_lock("theirs", &mut theirs, &now()).unwrap();
    let lock = ocean.borrow().truth["waymark.lock"].clone();
    ocean.borrow_mut().catch_up(page, &mut chance);
    assert!(keeper.put_lock("mine", &mut record, &now()).is_err());
    assert_eq!(ocean.borrow().truth["waymark.lock"], lock);
    let (mut again, mut read) = open(Ocean::shore(&ocean));
    again.unlock("theirs", &mut read, &now()).unwrap();
    assert_eq!(words(&read), "mine");
}

#[test]
fn a_lock_that_something_took_is_put_back_before_anything_is_closed_with_it() {
    for is_all_gone in [false, true] {
        let (ocean, shore) = shared();
        let (page, mut chance) = (shore.page, Chance::new(1));
        let (mut keeper, mut record) = open(shore);
        keeper.apply(&mut record, note("by the sea"), &now());
        keeper.put_lock("mine", &mut record, &now()).unwrap();
        let names: Vec<String> = ocean.borrow().truth.keys().cloned().collect();
        for name in names.iter().filter(|name| is_all_gone || name.starts_with("waymark.lock")) {
            ocean.borrow_mut().write(usize::MAX, name, None);
        }
        ocean.borrow_mut().catch_up(page, &mut chance);
        assert_eq!(keeper.apply(&mut record, note("by the sea and on"), &now()), Applied::Kept);
        let (mut again, mut read) = open(Ocean::shore(&ocean));
        assert_eq!(words(&read), "", "nothing is readable");
        again.unlock("mine", &mut read, &now()).unwrap();
        assert_eq!(words(&read), "by the sea and on");
    }
}

#[test]
fn nothing_is_written_under_a_lock_with_another_key() {
    let (theirs, shore) = shared();
    let (mut other, mut record) = open(shore);
    other.put_lock("theirs", &mut record, &now()).unwrap();
    let lock = theirs.borrow().truth["waymark.lock"].clone();

    let (ocean, shore) = shared();
    let (page, mut chance) = (shore.page, Chance::new(1));
    let (mut keeper, mut record) = open(shore);
    keeper.apply(&mut record, note("mine"), &now());
    keeper.put_lock("mine", &mut record, &now()).unwrap();
    ocean.borrow_mut().write(usize::MAX, "waymark.lock", Some(&lock));
    ocean.borrow_mut().catch_up(page, &mut chance);
    let before = ocean.borrow().truth.clone();
    assert!(matches!(keeper.apply(&mut record, note("mine!"), &now()), Applied::NotKept(_)));
    assert_eq!(words(&record), "mine!", "the words stay on the page");
    assert_eq!(ocean.borrow().truth, before);
}

#[test]
fn words_that_found_no_room_survive_shutting_and_taking_the_lock_off() {
    let (ocean, shore) = shared();
    let page = shore.page;
    let (mut keeper, mut record) = open(shore);
    keeper.apply(&mut record, note("by the sea"), &now());
    keeper.put_lock("mine", &mut record, &now()).unwrap();
    ocean.borrow_mut().fault(page, Faults { full_in: Some(0), ..Faults::default() });
    assert_eq!(
        keeper.apply(&mut record, note("by the sea and far"), &now()),
        Applied::NotKept(NotKept::Full)
    );
    keeper.shut(&mut record);
    assert_eq!((words(&record), keeper.has_unkept()), (String::new(), true));
    keeper.unlock("mine", &mut record, &now()).unwrap();
    assert_eq!(words(&record), "by the sea and far");
    assert_eq!(keeper.lost(&crate::shelves::key()), Some(Lost::NotKept(NotKept::Full)));
    ocean.borrow_mut().fault(page, Faults::default());
    keeper.take_lock_off(&mut record, &now()).unwrap();
    keeper.keep_again(&record, &now());
    let (_, again) = open(Ocean::shore(&ocean));
    assert_eq!(words(&again), "by the sea and far");
}

#[test]
fn what_is_no_lock_hides_no_plain_words() {
    for garbage in ["", "x", "{}", "[]", "null", r#"{"form":1,"state":"on"}"#, "\u{feff}{}"] {
        let (ocean, shore) = shared();
        let page = shore.page;
        let (mut keeper, mut record) = open(shore);
        keeper.apply(&mut record, note("by the sea"), &now());
        ocean.borrow_mut().write(usize::MAX, "waymark.lock", Some(garbage));
        // The page that is open, and one that is opened after it.
        ocean.borrow_mut().catch_up(page, &mut Chance::new(1));
        keeper.hear(&mut record, &now());
        assert_eq!((words(&record).as_str(), keeper.way()), ("by the sea", Way::Open), "{garbage:?}");
        assert_eq!(keeper.apply(&mut record, note("by the sea!"), &now()), Applied::Kept, "{garbage:?}");
        let (mut again, mut read) = open(Ocean::shore(&ocean));
        assert_eq!((words(&read).as_str(), again.way()), ("by the sea!", Way::Open), "{garbage:?}");
        assert_eq!(again.apply(&mut read, note("and on"), &now()), Applied::Kept, "{garbage:?}");
        let (_, third) = open(Ocean::shore(&ocean));
        assert_eq!(words(&third), "and on", "{garbage:?}");
    }
}

#[test]
fn a_lock_that_is_lost_alone_still_opens_with_its_passphrase() {
    let (ocean, shore) = shared();
    let (mut keeper, mut record) = open(shore);
    keeper.apply(&mut record, note("by the sea"), &now());
    keeper.put_lock("mine", &mut record, &now()).unwrap();
    for lost in [None, Some("{}")] {
        ocean.borrow_mut().write(usize::MAX, "waymark.lock", lost);
        let (mut again, mut read) = open(Ocean::shore(&ocean));
        assert_eq!((words(&read).as_str(), again.way()), ("", Way::Locked), "{lost:?}");
        again.unlock("mine", &mut read, &now()).unwrap();
        assert_eq!(words(&read), "by the sea", "{lost:?}");
    }
}

#[test]
fn names_that_another_app_takes_one_by_one_stay_on_the_page_and_can_be_kept_again() {
    for passphrase in [None, Some("mine")] {
        let (ocean, shore) = shared();
        let (page, mut chance) = (shore.page, Chance::new(1));
        let (mut keeper, mut record) = open(shore);
        keeper.apply(&mut record, note("by the sea"), &now());
        if let Some(passphrase) = passphrase {
            keeper.put_lock(passphrase, &mut record, &now()).unwrap();
        }
        let names: Vec<String> = ocean.borrow().truth.keys().cloned().collect();
        for name in names.iter().filter(|name| name.starts_with("waymark.")) {
            ocean.borrow_mut().write(usize::MAX, name, None);
            ocean.borrow_mut().catch_up(page, &mut chance);
            keeper.hear(&mut record, &now());
            assert_eq!(words(&record), "by the sea", "{name}");
        }
        assert_eq!(keeper.taken(), 1, "the page says so");
        keeper.keep_again(&record, &now());
        let (mut again, mut read) = open(Ocean::shore(&ocean));
        if let Some(passphrase) = passphrase {
            again.unlock(passphrase, &mut read, &now()).unwrap();
        }
        assert_eq!(words(&read), "by the sea");
    }
}
