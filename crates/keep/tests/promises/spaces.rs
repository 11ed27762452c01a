//! Two sites of one host, each in a space of its own.

use crate::model::ocean::{Faults, Ocean, Shore};
use crate::shelves::{note, now, open, shared, words};
use course::SpaceId;
use course::centre::SpaceNamed;
use record::Record;
use std::cell::RefCell;
use std::rc::Rc;
use waymark_keep::space::{Chosen, InSpace, Space, copy, has_words};
use waymark_keep::{Applied, Keeper, Shelf, Way};

fn space(name: &str) -> Space {
    SpaceId::new(name)
}

fn site(ocean: &Rc<RefCell<Ocean>>, name: &str) -> InSpace<Shore> {
    InSpace::new(Ocean::shore(ocean), &space(name))
}

/// A site with these words, and a lock on them if there is a passphrase.
fn wrote(ocean: &Rc<RefCell<Ocean>>, name: &str, text: &str, passphrase: Option<&str>) -> (Keeper, Record) {
    let (mut keeper, mut record) = open(site(ocean, name));
    assert_eq!(keeper.apply(&mut record, note(text), &now()), Applied::Kept);
    if let Some(passphrase) = passphrase {
        keeper.put_lock(passphrase, &mut record, &now()).unwrap();
    }
    (keeper, record)
}

#[test]
fn sites_with_spaces_keep_their_words_apart() {
    let (ocean, _) = shared();
    let names = ["", "a", "a-b"];
    let of = |name: &str| format!("of {name}");
    let mut sites: Vec<_> = names.iter().map(|name| wrote(&ocean, name, &of(name), None)).collect();
    for (name, (_, record)) in names.iter().zip(&sites) {
        assert_eq!(words(record), of(name));
        assert_eq!(words(&open(site(&ocean, name)).1), of(name));
    }
    // A lock on one closes nothing of the others.
    let (keeper, record) = &mut sites[1];
    keeper.put_lock("winter", record, &now()).unwrap();
    for (name, way) in [("", Way::Open), ("a", Way::Locked), ("a-b", Way::Open)] {
        assert_eq!(open(site(&ocean, name)).0.way(), way, "{name}");
    }
    // Erasing one leaves the others, and what other apps have.
    let (keeper, record) = &mut sites[0];
    assert!(keeper.erase(record, &now()));
    assert_eq!(words(&open(site(&ocean, "a-b")).1), of("a-b"));
    assert_eq!(open(site(&ocean, "a")).0.way(), Way::Locked);
    assert_eq!(ocean.borrow().truth["theirs"], "not ours");
    let left = |name: &String| name.starts_with("waymark.");
    assert!(!ocean.borrow().truth.keys().any(left));
}

#[test]
fn a_page_hears_of_its_own_space_alone() {
    let (ocean, shore) = shared();
    let mut mine = InSpace::new(shore, &space("a"));
    for name in ["waymark.goal.x", "waymark-a.goal.x", "waymark-b.goal.x", "theirs"] {
        ocean.borrow_mut().write(usize::MAX, name, Some("{}"));
    }
    ocean.borrow_mut().all_see();
    assert_eq!(mine.events(), [Some("waymark.goal.x".to_owned())]);
    assert_eq!(mine.names().unwrap(), ["waymark.goal.x"]);
}

#[test]
fn the_space_is_the_one_named_or_the_last_one_known() {
    let own = |name: &str| SpaceNamed::Own(SpaceId::new(name).unwrap());
    let all = |_: &Space| true;
    let nothing = |_: &Space| false;
    // What is noted · what the file names · the note after it, with and without words before.
    for (noted, named, with, without) in [
        ("", SpaceNamed::NotKnown, "", ""),
        ("", SpaceNamed::Shared, "", ""),
        ("", own("a"), "a<", "a"),
        ("a", SpaceNamed::NotKnown, "a", "a"),
        ("a", own("a"), "a", "a"),
        ("a", own("b"), "b<a", "b"),
        ("a", SpaceNamed::Shared, "<a", ""),
        ("a<", SpaceNamed::NotKnown, "a<", "a<"),
        ("a<", own("a"), "a<", "a<"),
        ("A b", SpaceNamed::NotKnown, "", ""),
    ] {
        let chosen = Chosen::read(noted);
        assert_eq!(chosen.clone().or(named.clone(), all).note(), with, "{noted} {named:?}");
        assert_eq!(chosen.or(named.clone(), nothing).note(), without, "{noted} {named:?}");
    }
    assert_eq!(Chosen::read("b<a"), Chosen { space: space("b"), asks_of: Some(space("a")) });
}

#[test]
fn only_words_are_asked_about() {
    let (ocean, _) = shared();
    let has = || has_words(&site(&ocean, ""));
    assert!(!has(), "another app's are none");
    ocean.borrow_mut().truth.insert("waymark.settings".into(), "{}".into());
    ocean.borrow_mut().truth.insert("waymark.place~a-1".into(), "{}".into());
    assert!(!has());
    let (mut keeper, mut record) = wrote(&ocean, "", "words", None);
    assert!(has());
    assert_eq!(
        keeper.apply(&mut record, record::Change::Forget(crate::shelves::key()), &now()),
        Applied::Kept
    );
    assert!(!has(), "the mark of what was taken away is no word");
    wrote(&ocean, "", "words", Some("winter"));
    assert!(has(), "closed words are words");
}

#[test]
fn words_are_copied_with_their_lock_and_stay_where_they_were() {
    let (ocean, _) = shared();
    wrote(&ocean, "", "old words", Some("winter"));
    copy(&site(&ocean, ""), &mut site(&ocean, "a")).unwrap();
    for name in ["", "a"] {
        let (mut keeper, mut record) = open(site(&ocean, name));
        assert_eq!(keeper.way(), Way::Locked);
        keeper.unlock("winter", &mut record, &now()).unwrap();
        assert_eq!(words(&record), "old words");
    }
}

#[test]
fn words_are_copied_beside_newer_ones() {
    for (old, new) in
        [(None, None), (Some("winter"), None), (None, Some("summer")), (Some("winter"), Some("summer"))]
    {
        let (ocean, _) = shared();
        wrote(&ocean, "", "old words", old);
        wrote(&ocean, "a", "new words", new);
        copy(&site(&ocean, ""), &mut site(&ocean, "a")).unwrap();
        let (mut keeper, mut record) = open(site(&ocean, "a"));
        if let Some(passphrase) = new.or(old) {
            keeper.unlock(passphrase, &mut record, &now()).unwrap();
        }
        if let (Some(passphrase), Some(_)) = (old, new) {
            assert!(keeper.unlock_more(passphrase, &mut record, &now()));
        }
        let beside = keeper.beside(&record, &crate::shelves::key());
        let mut all: Vec<String> = beside.into_iter().map(|(_, beside)| beside.text).collect();
        all.push(words(&record));
        all.sort();
        assert_eq!(all, ["new words", "old words"], "{old:?} {new:?}");
    }
}

#[test]
fn without_room_nothing_is_copied_and_nothing_is_lost() {
    let (ocean, shore) = shared();
    wrote(&ocean, "", "old words", Some("winter"));
    let before = ocean.borrow().truth.clone();
    for writes in 1..before.len() - 1 {
        let page = shore.page;
        ocean
            .borrow_mut()
            .fault(page, Faults { full_in: Some(u32::try_from(writes).unwrap()), ..Faults::default() });
        let copied = copy(&site(&ocean, ""), &mut InSpace::new(shore.clone(), &space("a")));
        assert!(copied.is_err(), "{writes}");
        assert_eq!(ocean.borrow().truth, before, "{writes}");
    }
}
