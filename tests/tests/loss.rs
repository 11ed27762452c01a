//! The loss table: whatever happens to storage, tab, browser or clock, what was
//! shown as kept is there afterwards, and what could not be kept is reported.

use serde_json::{Value, json};
use std::path::PathBuf;
use tempfile::TempDir;
use thirtyfour::prelude::*;
use waymark_tests::shipped::{ANSWER, LIST, LIST_STEP, QUESTION, STEP};
use waymark_tests::{Kind, Page, Site, Wishes, in_both_browsers};

/// What is said where there is no room.
const FULL: &str = "There is no more room in this browser.";

/// Everything of ours in local storage.
const OURS: &str =
    "return Object.fromEntries(Object.entries(localStorage).filter(([key]) => key.startsWith('waymark.')))";

async fn open(site: &Site, hash: &str, browser: Kind) -> Page {
    Page::open_as(site, hash, Wishes { browser, ..Wishes::default() }).await
}

/// Has another app fill local storage, except for that many units.
fn fill(but: usize) -> String {
    format!(
        "for (const key of Object.keys(localStorage)) if (key.startsWith('other')) localStorage.removeItem(key);
        localStorage.setItem('other.spare', 'x'.repeat({but}));
        let size = 4 * 1024 * 1024;
        for (let n = 0; size >= 1; n++) {{
            try {{ localStorage.setItem('other' + n, 'x'.repeat(size)); }} catch {{ size = Math.floor(size / 2); }}
        }}
        // Names need room as well: the rest goes to one that is there.
        try {{ for (;;) localStorage.setItem('other0', localStorage.getItem('other0') + 'x'); }} catch {{}}
        if ({but} > 0) localStorage.setItem('other.spare', '')"
    )
}

async fn ours(page: &Page) -> Value {
    page.run(OURS).await
}

async fn full_to_the_last_unit(browser: Kind) {
    let site = Site::built();
    let page = open(&site, STEP, browser).await;
    page.write(QUESTION, "first").await;
    page.sees("Kept in this browser").await;
    let before = page.kept(ANSWER).await.unwrap();
    // One letter more needs a version of its own, and there is no room for any.
    page.run(&fill(0)).await;
    page.write(QUESTION, "!").await;
    page.sees("There is no more room in this browser.").await;
    page.sees("Save these words as a file").await;
    assert_eq!(page.kept(ANSWER).await.unwrap(), before, "what was kept stays");
    // With room for one more version it fits: the previous one goes only once this one is there.
    page.run(&fill(before.len() + 200)).await;
    page.write(QUESTION, "?").await;
    page.sees("Kept in this browser").await;
    page.reload().await;
    assert_eq!(page.written(QUESTION).await, "first!?");
}

/// Every way there is to write, in a browser that is full.
#[tokio::test]
async fn full_at_every_write() {
    let site = Site::with_every_kind();
    let page = Page::open(&site, "").await;
    page.put_a_little_of_everything().await;
    page.put_an_answer_of_every_kind().await;
    // Without the spaces of the fixtures, which would be room.
    page.run(
        "for (const [key, text] of Object.entries(localStorage)) localStorage.setItem(key, JSON.stringify(JSON.parse(text)))",
    )
    .await;
    page.reload().await;
    page.run(&fill(0)).await;
    let before = ours(&page).await;
    let mut tried = 0;
    for hash in [
        STEP,
        "#/modules/kinds/1",
        "#/modules/kinds/2",
        "#/modules/kinds/3",
        "#/journal",
        "#/goals/g",
        "#/plan",
        "#/learning-plan",
    ] {
        page.go(hash).await;
        page.wait_for("return document.querySelector('main textarea') !== null").await;
        page.run("document.querySelectorAll('main details').forEach((one) => { one.open = true; })").await;
        let number = page.run("return document.querySelectorAll('main textarea').length").await;
        for at in 0..usize::try_from(number.as_u64().unwrap()).unwrap() {
            let fields = page.driver().find_all(By::Css("main textarea")).await.unwrap();
            // Fields come and go as others are filled in.
            let Some(field) = fields.get(at) else { continue };
            if !field.is_displayed().await.unwrap_or_default() {
                continue;
            }
            field.send_keys("x").await.unwrap();
            page.sees(FULL).await;
            assert_eq!(ours(&page).await, before, "{hash}: field {at}");
            tried += 1;
        }
    }
    assert!(tried >= 25, "{tried} fields");
    page.go("#/modules/kinds/2").await;
    page.choose("Rain").await;
    assert_eq!(ours(&page).await, before, "a tick");
    page.go("#/goals").await;
    page.press("Start a goal").await;
    page.write("What I would like", "A garden").await;
    page.sees(FULL).await;
    assert_eq!(ours(&page).await, before);
    // A choice holds as long as the page is open.
    page.go("#/settings").await;
    page.choose("Dark").await;
    page.wait_for("return document.documentElement.dataset.theme === 'dark'").await;
    assert_eq!(ours(&page).await, before);
    // Everything that found no room is in the backup.
    page.go("#/data").await;
    page.sees("A goal: A garden").await;
}

async fn blocked_from_the_start(browser: Kind) {
    let site = Site::built();
    let page = Page::open_as(&site, STEP, Wishes { browser, storage: false, ..Wishes::default() }).await;
    page.sees("This browser does not let this page keep anything.").await;
    page.write(QUESTION, "a leaflet").await;
    page.sees("Kept until you close this page").await;
    page.go("#/journal").await;
    page.sees("a leaflet").await;
    page.go("#/private").await;
    page.sees("A lock cannot be put on now").await;
}

/// As when a person withdraws the permission while the page is open.
async fn blocked_midway(browser: Kind) {
    let site = Site::built();
    let page = open(&site, STEP, browser).await;
    page.write(QUESTION, "first").await;
    page.sees("Kept in this browser").await;
    let before = ours(&page).await;
    page.run(
        "const page = window.wrappedJSObject ?? window;
        for (const name of ['setItem', 'removeItem']) {
            page.Storage.prototype[name] = function () { throw new DOMException('no', 'SecurityError'); };
        }",
    )
    .await;
    page.write(QUESTION, " and more").await;
    page.sees("This browser stopped the page from keeping this. Your words are still on the screen.").await;
    assert_eq!(page.written(QUESTION).await, "first and more");
    assert_eq!(ours(&page).await, before);
    page.go("#/data").await;
    page.press("Take away: Your words in “Starting here”").await;
    page.press("Yes, take it away").await;
    page.sees("The browser did not let everything be erased").await;
    page.press("Erase everything here").await;
    page.press("Yes, take it away").await;
    page.sees("The browser did not let everything be erased").await;
    assert_eq!(ours(&page).await, before);
}

#[tokio::test]
async fn texts_that_cannot_be_read() {
    let site = Site::built();
    let page = Page::open(&site, "").await;
    page.put(ANSWER, "not json").await;
    page.reload().await;
    page.sees("One thing was set aside here, not erased.").await;
    let keys = page.keys().await;
    let aside = keys.iter().find(|key| key.starts_with("waymark.aside.")).unwrap();
    assert_eq!(page.kept(aside).await.as_deref(), Some("not json"));
    assert_eq!(page.kept(ANSWER).await, None);
    page.go("#/data").await;
    page.sees("Set aside").await;
    page.go("#/").await;
    // Where there is no room to set it aside it stays where it is.
    page.run("localStorage.clear()").await;
    page.put(ANSWER, "not json").await;
    page.run(&fill(0)).await;
    page.go(STEP).await;
    page.reload().await;
    page.write(QUESTION, "x").await;
    page.sees(FULL).await;
    assert_eq!(page.kept(ANSWER).await.as_deref(), Some("not json"));
    // With room, what is written gets a name of its own, and nothing is overwritten.
    page.run("for (const key of Object.keys(localStorage)) if (key.startsWith('other')) localStorage.removeItem(key)")
        .await;
    page.write(QUESTION, "y").await;
    page.sees("Kept in this browser").await;
    assert_eq!(page.kept(ANSWER).await.as_deref(), Some("not json"));
    page.reload().await;
    page.sees("One thing was set aside here, not erased.").await;
    assert_eq!(page.written(QUESTION).await, "xy");
}

/// The texts of a folder of `tests/saved/`.
fn saved(folder: &str) -> Vec<(String, String)> {
    let folder: PathBuf = [env!("CARGO_MANIFEST_DIR"), "saved", folder].iter().collect();
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap());
    let read = |entry: std::fs::DirEntry| {
        (entry.file_name().into_string().unwrap(), std::fs::read_to_string(entry.path()).unwrap())
    };
    entries.map(read).collect()
}

#[tokio::test]
async fn versions() {
    let site = Site::with_every_kind();
    for folder in ["first", "now", "later"] {
        let page = Page::open(&site, "").await;
        for (name, text) in saved(folder) {
            // In English, because of the words to look for.
            page.put(&name, &text.replace("\"language\":\"ja\"", "\"language\":\"en\"")).await;
        }
        page.reload().await;
        let before = ours(&page).await;
        for hash in ["#/journal", "#/goals/g", "#/plan", "#/modules/kinds/1", "#/data", "#/"] {
            page.go(hash).await;
            page.wait_for("return document.querySelector('#app h1') !== null").await;
        }
        let but_the_place = |mut texts: Value| {
            texts.as_object_mut().unwrap().retain(|name, _| !name.starts_with("waymark.place"));
            texts
        };
        let after = but_the_place(ours(&page).await);
        assert_eq!(after, but_the_place(before), "{folder}: looking changes nothing");
        page.go("#/goals/g").await;
        page.sees(if folder == "later" { "Kept" } else { "Sit in the park" }).await;
    }
    // What a newer version wrote in a form of its own stays, letter by letter.
    let page = Page::open(&site, "").await;
    for (name, text) in saved("newer") {
        page.put(&name, &text).await;
    }
    page.reload().await;
    let before = ours(&page).await;
    page.go("#/modules/kinds/1").await;
    page.sees("A newer version of this site wrote what is kept here.").await;
    page.driver().find(By::Css("main textarea")).await.unwrap().send_keys("over it").await.unwrap();
    page.go("#/settings").await;
    page.choose("Dark").await;
    page.clear_away("waymark.place").await;
    assert_eq!(ours(&page).await, before);
    page.go("#/data").await;
    page.sees("Kept under “waymark.goal.g”").await;
}

#[tokio::test]
async fn three_tabs() {
    let site = Site::built();
    let page = Page::open(&site, STEP).await;
    let mut tabs = vec![page.driver().window().await.unwrap()];
    for hash in [LIST_STEP, "#/journal"] {
        let tab = page.driver().new_tab().await.unwrap();
        page.driver().switch_to_window(tab.clone()).await.unwrap();
        page.driver().goto(site.address(hash)).await.unwrap();
        page.wait_until_ready().await;
        tabs.push(tab);
    }
    // Different things.
    let fields = [QUESTION, "Something for your list", "Write something of your own, if you like"];
    for (tab, field) in tabs.iter().zip(fields) {
        page.driver().switch_to_window(tab.clone()).await.unwrap();
        page.write(field, "one").await;
        page.sees("Kept in this browser").await;
    }
    // The same thing, one after the other, faster than a person: each tab goes
    // on from what the others wrote, or both are side by side.
    for tab in &tabs {
        page.driver().switch_to_window(tab.clone()).await.unwrap();
        page.go(STEP).await;
    }
    for (tab, words) in tabs.iter().zip([" from first", " from second", " from third"]) {
        page.driver().switch_to_window(tab.clone()).await.unwrap();
        page.write(QUESTION, words).await;
    }
    let kept = ours(&page).await.to_string();
    for words in ["one from first", "from second", "from third"] {
        assert!(kept.contains(words), "{words}: {kept}");
    }
    for key in [ANSWER, LIST] {
        assert!(page.kept(key).await.unwrap().contains("one"), "{key}");
    }
    assert!(kept.contains("waymark.note."), "{kept}");
}

async fn closed_in_the_middle_of_a_word(browser: Kind) {
    let site = Site::built();
    let page = open(&site, STEP, browser).await;
    let mut whole = String::new();
    let first = page.driver().window().await.unwrap();
    for way in ["reload", "another page", "another site", "hidden", "tab closed"] {
        let words = format!("half a wo-{way}");
        page.write(QUESTION, &words).await;
        whole.push_str(&words);
        match way {
            "reload" => page.reload().await,
            "another page" => page.go("#/help").await,
            "another site" => page.driver().goto("about:blank").await.unwrap(),
            "hidden" => {
                let other = page.driver().new_tab().await.unwrap();
                page.driver().switch_to_window(other).await.unwrap();
            }
            _ => {
                let other = page.driver().new_tab().await.unwrap();
                page.driver().close_window().await.unwrap();
                page.driver().switch_to_window(other).await.unwrap();
            }
        }
        if way == "hidden" {
            page.driver().close_window().await.unwrap();
            page.driver().switch_to_window(first.clone()).await.unwrap();
        }
        page.driver().goto(site.address(STEP)).await.unwrap();
        page.wait_until_ready().await;
        page.wait_for("return document.querySelector('.exercise textarea') !== null").await;
        assert_eq!(page.written(QUESTION).await, whole, "{way}");
    }
}

/// What is on the disk after that is some earlier state, and never a broken one.
async fn browser_killed(browser: Kind) {
    let site = Site::built();
    let profile = TempDir::new().unwrap();
    let wishes = Wishes { browser, profile: Some(profile.path()), ..Wishes::default() };
    let page = Page::open_as(&site, STEP, wishes).await;
    page.write(QUESTION, "before").await;
    page.close().await;
    let page = Page::open_as(&site, STEP, wishes).await;
    assert_eq!(page.written(QUESTION).await, "before");
    page.write(QUESTION, " and after").await;
    page.kill();
    let page = Page::open_as(&site, STEP, wishes).await;
    let words = page.written(QUESTION).await;
    assert!("before and after".starts_with(&words) && words.starts_with("before"), "{words}");
    page.go("#/data").await;
    page.sees("the last minute of writing can be missing").await;
}

async fn other_apps(browser: Kind) {
    let site = Site::built();
    let page = open(&site, "#/data", browser).await;
    let theirs = json!({ "theirs": "not json {", "waymarkish": "x", "waymark": "y", "": "z" });
    for (key, text) in theirs.as_object().unwrap() {
        page.put(key, text.as_str().unwrap()).await;
    }
    page.reload().await;
    page.sees("Nothing is kept here yet.").await;
    page.go(STEP).await;
    page.write(QUESTION, "ours").await;
    page.go("#/data").await;
    page.press("Erase everything here").await;
    page.press("Yes, take it away").await;
    page.sees("Everything this site kept in this browser is erased.").await;
    assert_eq!(page.run("return Object.fromEntries(Object.entries(localStorage))").await, theirs);
    // An app that clears everything takes what is kept; the page says so.
    page.go(STEP).await;
    page.write(QUESTION, "still here").await;
    let first = page.driver().window().await.unwrap();
    let other = page.driver().new_tab().await.unwrap();
    page.driver().switch_to_window(other).await.unwrap();
    page.driver().goto(site.address("modules/centre.md")).await.unwrap();
    page.run("localStorage.clear()").await;
    page.driver().switch_to_window(first).await.unwrap();
    page.sees("What was kept here is gone from this browser").await;
    assert_eq!(page.written(QUESTION).await, "still here");
}

in_both_browsers! {
    full_to_the_last_unit,
    blocked_from_the_start,
    blocked_midway,
    closed_in_the_middle_of_a_word,
    browser_killed,
    other_apps,
}

/// The process of a tab ends, as on a phone that needs the memory.
#[tokio::test]
async fn a_tab_that_is_killed_loses_nothing() {
    let site = Site::built();
    let page = Page::open(&site, "").await;
    let first = page.driver().window().await.unwrap();
    let second = page.driver().new_tab().await.unwrap();
    page.driver().switch_to_window(second).await.unwrap();
    page.driver().goto(site.address(STEP)).await.unwrap();
    page.wait_until_ready().await;
    page.write(QUESTION, "half a wo").await;
    assert!(page.driver().goto("chrome://crash").await.is_err(), "the tab is still there");
    page.driver().switch_to_window(first).await.unwrap();
    page.driver().goto(site.address(STEP)).await.unwrap();
    page.reload().await;
    assert_eq!(page.written(QUESTION).await, "half a wo");
}

#[tokio::test]
async fn clocks_and_time_zones_lose_nothing() {
    let site = Site::built();
    let page = Page::open(&site, STEP).await;
    let zone = async |name: &str| {
        let tools = page.driver().cdp();
        tools.send_raw("Emulation.setTimezoneOverride", json!({ "timezoneId": name })).await.unwrap();
    };
    let clock = |at: &str| {
        format!(
            "const Real = window.Real ??= Date; window.Date = class extends Real {{
                constructor(...parts) {{ if (parts.length) super(...parts); else super(Real.parse({at:?})); }}
            }}; window.Date.now = () => Real.parse({at:?})"
        )
    };
    let mut whole = String::new();
    let mut revision = 0;
    for (name, at) in [
        ("Asia/Tokyo", "2026-11-24T14:59:58Z"),
        ("Asia/Tokyo", "2026-11-24T15:00:01Z"),
        ("Pacific/Honolulu", "2026-11-24T15:00:02Z"),
        ("Europe/Berlin", "2026-03-29T01:30:00Z"),
        ("Europe/Berlin", "1999-12-31T23:59:59Z"),
        ("Pacific/Kiritimati", "2027-01-01T00:00:00Z"),
    ] {
        zone(name).await;
        page.run(&clock(at)).await;
        page.write(QUESTION, at).await;
        whole.push_str(at);
        let kept: Value = serde_json::from_str(&page.kept(ANSWER).await.unwrap()).unwrap();
        assert_eq!(kept["value"]["words"], json!(whole));
        assert!(kept["revision"].as_u64().unwrap() > revision);
        revision = kept["revision"].as_u64().unwrap();
    }
    page.go("#/journal").await;
    page.sees(&whole).await;
    page.go("#/data").await;
    page.go(STEP).await;
    page.reload().await;
    assert_eq!(page.written(QUESTION).await, whole);
}

#[tokio::test]
async fn what_an_input_method_composes_is_kept_when_the_page_goes() {
    let site = Site::built();
    let page = Page::open(&site, STEP).await;
    page.write(QUESTION, "今日は").await;
    let compose = async |text: &str| {
        let wish = json!({ "text": text, "selectionStart": text.chars().count(), "selectionEnd": text.chars().count() });
        page.driver().cdp().send_raw("Input.imeSetComposition", wish).await.unwrap();
    };
    for text in ["u", "うm", "うみ", "海"] {
        compose(text).await;
    }
    page.wait_for("return document.querySelector('.exercise textarea').value === '今日は海'").await;
    page.reload().await;
    assert_eq!(page.written(QUESTION).await, "今日は海");
}
