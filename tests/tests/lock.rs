//! The lock: what is kept cannot be read without the passphrase, and is never
//! lost by it.

use serde_json::json;
use std::path::Path;
use tempfile::TempDir;
use waymark_tests::shipped::{QUESTION, STEP};
use waymark_tests::{Kind, Page, Site, Wishes, in_both_browsers};

const KEY: &str = "correct horse 猫";

/// All of local storage as one text.
const DUMP: &str = "return Object.entries(localStorage).join('\\n')";

/// Sets the page's clock forward by that many minutes, and moves the pointer.
fn later(minutes: u32) -> String {
    format!(
        "const page = window.wrappedJSObject ?? window;
        const now = page.Date.now.bind(page.Date); page.Date.now = () => now() + {minutes} * 60000;
        document.dispatchEvent(new Event('visibilitychange', {{ bubbles: true }}))"
    )
}

async fn open(site: &Site, hash: &str, browser: Kind) -> Page {
    Page::open_as(site, hash, Wishes { browser, ..Wishes::default() }).await
}

async fn writes_and_opens_again(browser: Kind) {
    let site = Site::built();
    let page = open(&site, STEP, browser).await;
    page.write(QUESTION, "by the sea").await;
    page.put_lock(KEY).await;
    page.go("#/journal").await;
    page.sees("by the sea").await;
    page.write("Write something of your own, if you like", "soup").await;
    page.reload().await;
    page.has_heading("Locked").await;
    assert!(!page.shows("by the sea").await);
    let dump = page.run(DUMP).await;
    // Longer words than chance would produce in closed texts, or in “seal”.
    for word in ["by the sea", "soup", "starting", "answer", "waymark.note", "reflection", "brought"] {
        assert!(!dump.as_str().unwrap().contains(word), "{word} in {dump}");
    }
    page.write("Passphrase", "correct horse 犬").await;
    page.press("Open").await;
    page.sees("This passphrase does not open it.").await;
    page.unlock(KEY).await;
    page.sees("soup").await;
    page.press("Lock").await;
    page.has_heading("Locked").await;
    // Help and the pause are for anyone.
    page.follow("Help now").await;
    page.has_heading("Help now").await;
    page.go("#/pause").await;
    page.has_heading("Settle for a moment").await;
    page.go(STEP).await;
    page.unlock(KEY).await;
    assert_eq!(page.written(QUESTION).await, "by the sea");
}

async fn another_passphrase_and_taken_off(browser: Kind) {
    let site = Site::built();
    let page = open(&site, "", browser).await;
    page.put_a_little_of_everything().await;
    let before = page.everything().await;
    page.put_lock(KEY).await;
    page.unfold("Change the passphrase").await;
    for (name, words) in [
        ("The passphrase you use now", KEY),
        ("A new passphrase", "another one 鳥"),
        ("The new passphrase once more", "another one 鳥"),
    ] {
        page.write(name, words).await;
    }
    page.run("document.querySelector('details[open] form').requestSubmit()").await;
    page.sees("From now on, the new passphrase opens the lock.").await;
    page.reload().await;
    page.write("Passphrase", KEY).await;
    page.press("Open").await;
    page.sees("This passphrase does not open it.").await;
    page.write("Passphrase", "another one 鳥").await;
    page.press("Open").await;
    page.sees("The lock is on.").await;
    page.take_lock_off("another one 鳥").await;
    assert_eq!(page.everything().await, before);
}

async fn locks_itself(browser: Kind) {
    let site = Site::built();
    let centre = site.folder().read("modules/centre.md");
    site.folder()
        .write("modules/centre.md", centre.replace("https://www.wikipedia.org/", "https://leave.invalid/"));
    let page = open(&site, STEP, browser).await;
    page.write(QUESTION, "by the sea").await;
    page.put_lock(KEY).await;
    page.go(STEP).await;
    page.run(&later(9)).await;
    assert_eq!(page.written(QUESTION).await, "by the sea", "nine minutes are not ten");
    page.run(&later(2)).await;
    page.has_heading("Locked").await;
    page.unlock(KEY).await;
    // Setting the clock back is no way around it.
    page.run(&later(0).replace("+ 0", "- 1000")).await;
    page.has_heading("Locked").await;
    page.reload().await;
    page.unlock(KEY).await;
    page.go("#/private").await;
    page.run("const list = document.querySelector('main select'); list.value = '30'; list.dispatchEvent(new Event('change'))").await;
    page.run(&later(29)).await;
    page.has_heading("Keeping it to yourself").await;
    page.run(&later(2)).await;
    page.has_heading("Locked").await;
}

async fn two_tabs(browser: Kind) {
    let site = Site::built();
    let page = open(&site, STEP, browser).await;
    page.write(QUESTION, "by the sea").await;
    let first = page.driver().window().await.unwrap();
    let second = page.driver().new_tab().await.unwrap();
    page.driver().switch_to_window(second.clone()).await.unwrap();
    page.driver().goto(site.address(STEP)).await.unwrap();
    page.wait_until_ready().await;
    page.put_lock(KEY).await;
    // The first tab locks itself, and no longer shows anything.
    page.driver().switch_to_window(first.clone()).await.unwrap();
    page.unlock(KEY).await;
    page.write(QUESTION, " and inland").await;
    page.driver().switch_to_window(second.clone()).await.unwrap();
    page.go(STEP).await;
    page.wait_for("return document.querySelector('.exercise textarea')?.value === 'by the sea and inland'")
        .await;
    // Removed in one, gone in the other.
    page.go("#/data").await;
    page.press("Take away: Your words in “Starting here”").await;
    page.press("Yes, take it away").await;
    page.driver().switch_to_window(first).await.unwrap();
    page.wait_for("return document.querySelector('.exercise textarea').value === ''").await;
}

/// The first tab has the lock open while the second takes it off, and then again.
async fn taken_off_in_another_tab(browser: Kind) {
    let site = Site::built();
    let page = open(&site, "", browser).await;
    page.put_a_little_of_everything().await;
    page.go(STEP).await;
    page.write(QUESTION, "by the sea").await;
    let before = page.keys().await;
    let first = page.driver().window().await.unwrap();
    let second = page.driver().new_tab().await.unwrap();
    page.driver().switch_to_window(second.clone()).await.unwrap();
    page.driver().goto(site.address(STEP)).await.unwrap();
    page.wait_until_ready().await;
    for _ in 0..5 {
        page.driver().switch_to_window(first.clone()).await.unwrap();
        page.put_lock(KEY).await;
        page.go(STEP).await;
        page.driver().switch_to_window(second.clone()).await.unwrap();
        page.unlock(KEY).await;
        page.go("#/private").await;
        page.take_lock_off(KEY).await;
        page.go(STEP).await;
        assert_eq!(page.written(QUESTION).await, "by the sea");
        page.driver().switch_to_window(first.clone()).await.unwrap();
        page.wait_for("return document.querySelector('.exercise textarea')?.value === 'by the sea'").await;
        assert_eq!(page.keys().await, before, "everything stands plain, and nothing else");
    }
}

in_both_browsers! {
    writes_and_opens_again,
    taken_off_in_another_tab,
    another_passphrase_and_taken_off,
    locks_itself,
    two_tabs,
}

#[tokio::test]
async fn a_lock_that_finds_no_room_changes_nothing() {
    let site = Site::built();
    let page = Page::open(&site, "").await;
    page.put_a_little_of_everything().await;
    page.run(
        "localStorage.setItem('other.app', ''); let size = 5242880 - 9 - 1500;
        for (const [key, value] of Object.entries(localStorage)) size -= key.length + value.length;
        localStorage.setItem('other.app', 'x'.repeat(size))",
    )
    .await;
    let before = page.everything().await;
    page.go("#/private").await;
    page.write("A new passphrase", KEY).await;
    page.write("The new passphrase once more", KEY).await;
    page.press("Put the lock on").await;
    page.sees(
        "There is not enough room in this browser to put the lock on or take it off. Nothing was changed.",
    )
    .await;
    assert_eq!(page.everything().await, before);
    page.go("#/goals").await;
    page.sees("Sit in the park on Sundays").await;
}

#[tokio::test]
async fn a_passphrase_has_to_be_long_and_the_same_twice() {
    let site = Site::built();
    let page = Page::open(&site, "#/private").await;
    for (new, again, said) in [
        ("short", "short", "The new passphrase is too short."),
        ("long enough", "long enougH", "The new passphrase was not the same both times."),
    ] {
        page.write("A new passphrase", new).await;
        page.write("The new passphrase once more", again).await;
        page.press("Put the lock on").await;
        page.sees(said).await;
        assert_eq!(page.written("A new passphrase").await, "");
    }
    assert_eq!(page.keys().await, Vec::<String>::new());
    // Password managers can tell what the fields are for, and pasting works.
    let kinds = "return [...document.querySelectorAll('.passphrase .field input')].map((one) => one.autocomplete + one.type)";
    assert_eq!(page.run(kinds).await, json!(["new-passwordpassword", "new-passwordpassword"]));
}

/// A page that ended while the lock was put on, or an older tab, left plain texts.
#[tokio::test]
async fn what_was_left_plain_is_closed_when_the_lock_is_opened() {
    let site = Site::built();
    let page = Page::open(&site, STEP).await;
    page.write(QUESTION, "by the sea").await;
    let text = page.kept("waymark.answer.starting-here.what-brought-me").await;
    let text = text.expect("the answer is kept under its own name");
    page.put_lock(KEY).await;
    let saved = |words: &str| {
        format!(r#"{{"form":1,"revision":1,"changed":"2026-11-24T12:00:00","value":{{"words":"{words}"}}}}"#)
    };
    page.put("waymark.answer.starting-here.what-brought-me", &saved("inland")).await;
    page.put("waymark.plan.people", &saved("Mara")).await;
    page.reload().await;
    page.unlock(KEY).await;
    // Both texts are there, side by side.
    page.go(STEP).await;
    page.sees("Two tabs or windows wrote here at the same time, and both are kept.").await;
    page.sees("inland").await;
    assert_eq!(page.written(QUESTION).await, "by the sea");
    page.go("#/journal").await;
    page.sees("by the sea").await;
    page.go("#/plan").await;
    page.wait_for(
        "return [...document.querySelectorAll('textarea')].some((field) => field.value === 'Mara')",
    )
    .await;
    let dump = page.run(DUMP).await;
    for word in ["by the sea", "inland", "Mara", "starting"] {
        assert!(!dump.as_str().unwrap().contains(word), "{word} in {dump} (it was {text})");
    }
}

#[tokio::test]
async fn a_lock_that_cannot_be_read_is_left_as_it_is() {
    let site = Site::built();
    let page = Page::open(&site, "").await;
    for (lock, said) in [
        (r#"{"form":2}"#, "A newer version of this site made this lock."),
        ("not a lock", "The lock cannot be read any more"),
        (
            r#"{"form":1,"memory":4294967295,"passes":1,"lanes":1,"salt":"AAAA","key":"AAAA"}"#,
            "The lock cannot be read any more",
        ),
    ] {
        page.put("waymark.lock", lock).await;
        page.put("waymark.x.abc", "closed").await;
        page.reload().await;
        page.write("Passphrase", KEY).await;
        page.press("Open").await;
        page.sees(said).await;
        assert_eq!(page.kept("waymark.lock").await.as_deref(), Some(lock));
        assert_eq!(page.kept("waymark.x.abc").await.as_deref(), Some("closed"));
    }
    // And there is a way on.
    page.unfold("If you forgot the passphrase").await;
    page.press("Erase everything here").await;
    page.press("Yes, take it away").await;
    page.has_heading("Waymark").await;
    assert_eq!(page.keys().await, Vec::<String>::new());
}

/// What the files of a folder are, and which of the words are in them, in UTF-8
/// or UTF-16.
fn found(folder: &Path, words: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(self::found(&path, words));
            continue;
        }
        let bytes = std::fs::read(&path).unwrap_or_default();
        for word in words {
            let wide: Vec<u8> = word.encode_utf16().flat_map(u16::to_le_bytes).collect();
            let has = |what: &[u8]| bytes.windows(what.len()).any(|part| part == what);
            if has(word.as_bytes()) || has(&wide) {
                found.push(format!("{word} in {}", path.display()));
            }
        }
    }
    found
}

async fn no_word_is_on_the_disk(browser: Kind) {
    let site = Site::built();
    let profile = TempDir::new().unwrap();
    let wishes = Wishes { browser, profile: Some(profile.path()), ..Wishes::default() };
    let page = Page::open_as(&site, "", wishes).await;
    page.put_lock(KEY).await;
    page.go(STEP).await;
    page.write(QUESTION, "Zwischenmeer").await;
    page.go("#/modules/feeling-safer/2").await;
    page.write("Something for your list", "Wolkenbruch").await;
    page.go("#/journal").await;
    page.sees("Zwischenmeer").await;
    page.write("Write something of your own, if you like", "鯨の歌").await;
    let written = page.run("return Object.keys(localStorage).length").await;
    assert!(written.as_u64().unwrap() >= 4, "{written}");
    page.close().await;
    let words = ["Zwischenmeer", "Wolkenbruch", "鯨の歌", "correct horse"];
    assert_eq!(found(profile.path(), &words), Vec::<String>::new());
    // Which modules there are is in the browser's cache, and which addresses were
    // opened in its history; not in what we keep.
    let ours = ["Local Storage", "Default/Local Storage", "storage", "Default/Session Storage"];
    let ours = ours.iter().map(|name| profile.path().join(name)).filter(|folder| folder.is_dir());
    for folder in ours {
        let ids = ["feeling-safer", "starting-here", "what-settles-me", "what-brought-me"];
        // Firefox has the offline worker's cache in there: the whole course,
        // whatever was read of it.
        let ours: Vec<String> =
            found(&folder, &ids).into_iter().filter(|at| !at.contains("/cache/")).collect();
        assert_eq!(ours, Vec::<String>::new());
    }
    // It is there, and this is the profile it is in.
    let page = Page::open_as(&site, "#/journal", wishes).await;
    page.unlock(KEY).await;
    page.sees("Wolkenbruch").await;
}

#[tokio::test]
async fn no_word_is_on_the_disk_of_chromium() {
    no_word_is_on_the_disk(Kind::Chromium).await;
}

#[tokio::test]
async fn no_word_is_on_the_disk_of_firefox() {
    no_word_is_on_the_disk(Kind::Firefox).await;
}
