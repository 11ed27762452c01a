//! The lock when things go wrong: other tabs, full storage, cleared storage.

use serde_json::json;
use waymark_tests::{Page, Site};

const QUESTION: &str = "What brought you here today?";
const STEP: &str = "#/modules/starting-here/1";
const ANSWER: &str = "waymark.answer.starting-here.what-brought-me";
const KEY: &str = "correct horse 猫";

/// Has another app take all the room there is.
const FILL: &str = "let size = 4 * 1024 * 1024;
    for (let n = 0; size >= 1; n++) {
        try { localStorage.setItem('other' + n, 'x'.repeat(size)); } catch { size = Math.floor(size / 2); }
    }
    try { for (;;) localStorage.setItem('other0', localStorage.getItem('other0') + 'x'); } catch {}";

async fn locked_page(site: &Site) -> Page {
    let page = Page::open(site, STEP).await;
    page.write(QUESTION, "by the sea").await;
    page.put_lock(KEY).await;
    page
}

#[tokio::test]
async fn nothing_is_closed_under_a_lock_with_another_key() {
    let site = Site::built();
    let other = locked_page(&site).await.kept("waymark.lock").await.unwrap();
    let page = locked_page(&site).await;
    page.go(STEP).await;
    page.put("waymark.lock", &other).await;
    let before = page.run("return Object.entries(localStorage).sort()").await;
    page.write(QUESTION, " and on").await;
    page.sees("This browser stopped the page from keeping this.").await;
    assert_eq!(page.written(QUESTION).await, "by the sea and on");
    assert_eq!(page.run("return Object.entries(localStorage).sort()").await, before);
}

#[tokio::test]
async fn words_that_found_no_room_survive_locking_and_taking_the_lock_off() {
    let site = Site::built();
    let page = locked_page(&site).await;
    page.go(STEP).await;
    page.run(FILL).await;
    page.write(QUESTION, " and far beyond the hills").await;
    page.sees("There is no more room in this browser.").await;
    page.press("Lock").await;
    page.has_heading("Locked").await;
    assert!(!page.shows("far beyond").await);
    page.wait_for("return window.onbeforeunload !== null").await;
    // As when a phone puts the page away, and brings it back as it was.
    for sign in ["pagehide", "pageshow"] {
        page.run(&format!("window.dispatchEvent(new PageTransitionEvent('{sign}', {{ persisted: true }}))"))
            .await;
        page.has_heading("Locked").await;
        assert_eq!(page.run("return window.onbeforeunload !== null").await, json!(true), "{sign}");
    }
    page.unlock(KEY).await;
    page.sees("There is no more room in this browser.").await;
    assert_eq!(page.written(QUESTION).await, "by the sea and far beyond the hills");
    page.go("#/private").await;
    page.sees("Some of your words are in this page alone").await;
    page.run("for (const key of Object.keys(localStorage)) if (key.startsWith('other')) localStorage.removeItem(key)")
        .await;
    page.take_lock_off(KEY).await;
    page.go(STEP).await;
    assert_eq!(page.written(QUESTION).await, "by the sea and far beyond the hills");
}

#[tokio::test]
async fn words_that_found_no_room_survive_what_another_tab_writes() {
    let site = Site::built();
    let page = Page::open(&site, STEP).await;
    page.write(QUESTION, "first").await;
    let first = page.driver().window().await.unwrap();
    page.run(FILL).await;
    page.write(QUESTION, " and more").await;
    page.sees("There is no more room in this browser.").await;
    let other = page.driver().new_tab().await.unwrap();
    page.driver().switch_to_window(other).await.unwrap();
    page.driver().goto(site.address("modules/centre.md")).await.unwrap();
    page.clear_away(ANSWER).await;
    let theirs = r#"{"form":1,"revision":1,"changed":"2026-01-02T10:00:00","value":{"words":"of theirs"}}"#;
    page.put(ANSWER, theirs).await;
    page.driver().switch_to_window(first).await.unwrap();
    page.sees("of theirs").await;
    assert_eq!(page.written(QUESTION).await, "first and more");
    // There is room again.
    page.run("localStorage.removeItem('other0')").await;
    page.write(QUESTION, ", and on").await;
    page.sees("Kept in this browser").await;
    page.reload().await;
    assert_eq!(page.written(QUESTION).await, "first and more, and on");
    page.sees("of theirs").await;
}
