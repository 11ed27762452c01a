//! Leaving at once, staying covered, quiet titles, and a session that keeps nothing.

use serde_json::json;
use thirtyfour::action_chain::ActionChain;
use thirtyfour::prelude::*;
use waymark_tests::shipped::{QUESTION, STEP};
use waymark_tests::{Kind, Page, Site, Wishes, in_both_browsers};

/// A name that leads nowhere: the tests ask nothing of the internet. So this is
/// leaving while offline as well.
const ELSEWHERE: &str = "https://leave.invalid/";

fn site() -> Site {
    let site = Site::built();
    let centre = site.folder().read("modules/centre.md");
    site.folder().write("modules/centre.md", centre.replace("https://www.wikipedia.org/", ELSEWHERE));
    site
}

async fn open(site: &Site, hash: &str, browser: Kind) -> Page {
    Page::open_as(site, hash, Wishes { browser, ..Wishes::default() }).await
}

async fn is_elsewhere(page: &Page) {
    for _ in 0..400 {
        // An error page has no document to ask, but it has an address.
        let at = page.driver().current_url().await;
        let is_error = at.is_err();
        if is_error || at.is_ok_and(|at| !at.as_str().starts_with("http://127.0.0.1")) {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    panic!("The page was not left.");
}

/// Whether something with that name can be seen.
const SEEN: &str = "return [...document.querySelectorAll('body *')]
    .filter((one) => one.checkVisibility() && !one.children.length && one.textContent.trim() && !['SCRIPT', 'STYLE'].includes(one.tagName))
    .map((one) => one.textContent.trim())";

async fn is_covered(page: &Page) {
    page.wait_for("return 'covered' in document.documentElement.dataset").await;
    page.wait_for("return document.documentElement.dataset.app === 'ready'").await;
    assert_eq!(page.run(SEEN).await, json!(["Go on"]));
    let title = page.driver().title().await.unwrap();
    assert!(["", "…"].contains(&title.as_str()), "{title}");
}

async fn stays_covered_on_back(browser: Kind) {
    let site = site();
    let page = open(&site, "", browser).await;
    page.go("#/goals").await;
    page.go(STEP).await;
    page.write(QUESTION, "by the sea").await;
    page.press_and_leave("Leave this page").await;
    is_elsewhere(&page).await;
    // The step is replaced; before it are the goals and the first page.
    page.driver().back().await.unwrap();
    is_covered(&page).await;
    page.driver().refresh().await.unwrap();
    is_covered(&page).await;
    page.press("Go on").await;
    page.has_heading("Goals").await;
    page.sees("Leave this page").await;
    assert_eq!(page.driver().title().await.unwrap(), "Goals · Waymark");
    page.reload().await;
    page.has_heading("Goals").await;
    page.go(STEP).await;
    assert_eq!(page.written(QUESTION).await, "by the sea");
}

/// Presses and releases Shift that many times.
fn shift(times: u8, composing: bool) -> String {
    shift_with(times, composing, "")
}

/// Presses and releases Shift with something else while it is down.
fn shift_with(times: u8, composing: bool, between: &str) -> String {
    format!(
        "const press = (kind) => document.body.dispatchEvent(new KeyboardEvent(kind, {{ key: 'Shift', bubbles: true, isComposing: {composing} }}));
        for (let time = 0; time < {times}; time += 1) {{ press('keydown'); {between}; press('keyup'); }}"
    )
}

async fn shift_three_times_leaves(browser: Kind) {
    let site = site();
    let page = open(&site, STEP, browser).await;
    // Capital letters do not count, and neither does anything before one.
    page.write(QUESTION, "ABCD").await;
    page.run(&shift(2, false)).await;
    page.wait_for("return document.querySelector('.heard[role=status]').textContent === 'Press Shift once more to leave this page.'").await;
    page.write(QUESTION, "x").await;
    page.run(&shift(2, false)).await;
    page.write(QUESTION, "x").await;
    // Nor while an input method is composing.
    page.run(&shift(4, true)).await;
    page.go("#/private").await;
    page.choose("Only the button leaves this page").await;
    page.run(&shift(4, false)).await;
    page.has_heading("Keeping it to yourself").await;
    page.choose("Shift three times leaves this page").await;
    page.run(&shift(3, false)).await;
    is_elsewhere(&page).await;
}

/// Shift with something else selects text, scrolls sideways or opens a window.
async fn shift_with_the_mouse_does_not_leave(browser: Kind) {
    let site = site();
    let page = open(&site, STEP, browser).await;
    page.write(QUESTION, "by the sea").await;
    let field = page.driver().find(By::Css("main textarea")).await.unwrap();
    let select = |chain: ActionChain| chain.key_down(Key::Shift).click_element(&field).key_up(Key::Shift);
    select(select(select(page.driver().action_chain()))).perform().await.unwrap();
    for sign in ["pointerdown", "pointerup", "mousedown", "wheel"] {
        let between = format!("document.body.dispatchEvent(new Event('{sign}', {{ bubbles: true }}))");
        page.run(&shift_with(3, false, &between)).await;
    }
    assert_eq!(page.run(SAID).await, "");
    page.write(QUESTION, " again").await;
    page.sees("Kept in this browser").await;
}

/// What is announced to people who listen.
const SAID: &str = "return document.querySelector('.heard[role=status]').textContent";

async fn how_often_shift_is_still_to_be_pressed_is_said_while_it_is_so(browser: Kind) {
    let site = site();
    let page = open(&site, STEP, browser).await;
    let says = |words: &str| format!("{SAID} === '{words}'");
    let (twice, once) =
        ("Press Shift 2 more times to leave this page.", "Press Shift once more to leave this page.");
    // Announced again, and gone once the time is over; the same words count as news.
    page.run(
        "const line = document.querySelector('.heard[role=status]'); window.said = [];
        new MutationObserver(() => said.push(line.textContent))
            .observe(line, { childList: true, characterData: true, subtree: true })",
    )
    .await;
    for _ in 0..2 {
        page.run(&shift(1, false)).await;
        page.wait_for(&says(twice)).await;
        page.run(&shift(1, false)).await;
        page.wait_for(&says(once)).await;
        page.write(QUESTION, "x").await;
        page.wait_for(&says("")).await;
    }
    page.run(&shift(2, false)).await;
    page.wait_for(&says(once)).await;
    page.wait_for(&says("")).await;
    let said = page.run("return said.filter((words) => words.includes('once')).length").await;
    assert_eq!(said, json!(3));
}

async fn quiet_titles(browser: Kind) {
    let site = site();
    let page = open(&site, "#/private", browser).await;
    let icon = "return document.querySelector('link[rel=icon]').getAttribute('href').slice(0, 6)";
    assert_eq!(page.run(icon).await, "data:i");
    page.choose("A quiet title, the same for every page").await;
    page.wait_for("return document.title === 'Notes'").await;
    assert_eq!(page.run(icon).await, "data:,");
    for hash in ["#/", "#/modules/feeling-safer/2", "#/help", "#/plan"] {
        page.go(hash).await;
        page.wait_for("return document.querySelector('#app h1') !== null").await;
        assert_eq!(page.driver().title().await.unwrap(), "Notes");
    }
    page.reload().await;
    page.wait_for("return document.title === 'Notes'").await;
    assert_eq!(page.run(icon).await, "data:,");
    page.go("#/private").await;
    page.choose("The title of the page").await;
    page.wait_for("return document.title === 'Keeping it to yourself · Waymark'").await;
    assert_eq!(page.run(icon).await, "data:i");
}

async fn leaves_no_trace(browser: Kind) {
    let site = site();
    let page = open(&site, STEP, browser).await;
    page.write(QUESTION, "someone else's").await;
    let before = page.run("return Object.entries(localStorage).sort()").await;
    page.go("#/private").await;
    page.press("Begin without keeping anything").await;
    page.sees("Nothing you write now is kept").await;
    page.go("#/journal").await;
    assert!(!page.shows("someone else's").await);
    page.go(STEP).await;
    assert_eq!(page.written(QUESTION).await, "");
    page.write(QUESTION, "only for now").await;
    page.sees("Kept until you close this page").await;
    page.go("#/journal").await;
    page.sees("only for now").await;
    page.go("#/data").await;
    page.sees("Your words in “Starting here”").await;
    page.run(
        "const page = window.wrappedJSObject ?? window; page.saved = [];
        page.HTMLAnchorElement.prototype.click = function () {};
        page.URL.createObjectURL = (blob) => { blob.text().then((text) => page.saved.push(text)); return '#'; };",
    )
    .await;
    page.press("Save a backup file").await;
    page.wait_for("const page = window.wrappedJSObject ?? window; return page.saved.length === 1 && page.saved[0].includes('only for now')")
        .await;
    // What someone else kept cannot be erased from here.
    page.sees("This is everything you wrote in this session.").await;
    assert!(!page.shows("Erase everything here").await);
    page.go(STEP).await;
    page.write(QUESTION, "and again").await;
    page.go("#/private").await;
    page.press("End this session").await;
    page.press("Yes, take it away").await;
    page.sees("Begin without keeping anything").await;
    assert_eq!(page.run("return Object.entries(localStorage).sort()").await, before);
    page.go("#/journal").await;
    page.sees("someone else's").await;
    assert!(!page.shows("only for now").await && !page.shows("and again").await);
}

in_both_browsers! {
    stays_covered_on_back,
    shift_three_times_leaves,
    shift_with_the_mouse_does_not_leave,
    how_often_shift_is_still_to_be_pressed_is_said_while_it_is_so,
    quiet_titles,
    leaves_no_trace,
}

#[tokio::test]
async fn a_locked_page_is_shut_when_it_is_left() {
    let site = site();
    let page = Page::open(&site, STEP).await;
    page.write(QUESTION, "by the sea").await;
    page.put_lock("correct horse").await;
    page.go("#/journal").await;
    page.sees("by the sea").await;
    page.go("#/goals").await;
    page.press_and_leave("Leave this page").await;
    is_elsewhere(&page).await;
    page.driver().back().await.unwrap();
    is_covered(&page).await;
    page.press("Go on").await;
    page.has_heading("Locked").await;
    assert!(!page.shows("by the sea").await);
}

/// Closing asks first while there are words that are nowhere else.
#[tokio::test]
async fn closing_a_session_without_trace_asks_first() {
    let site = site();
    let page = Page::open(&site, "#/private").await;
    let asks = "return window.onbeforeunload !== null";
    assert_eq!(page.run(asks).await, json!(false));
    page.press("Begin without keeping anything").await;
    page.go(STEP).await;
    assert_eq!(page.run(asks).await, json!(false), "nothing was written yet");
    page.write(QUESTION, "only for now").await;
    page.wait_for(asks).await;
    // That does not hold up leaving at once.
    page.press_and_leave("Leave this page").await;
    is_elsewhere(&page).await;
}

/// Even where the app does not arrive, as after Back without a network.
#[tokio::test]
async fn a_page_stays_covered_until_the_person_goes_on_also_without_the_app() {
    let site = site();
    // A browser that has the app for use without a connection would still start it.
    site.folder().remove("worker.js");
    let page = Page::open(&site, "").await;
    page.run("sessionStorage.setItem('waymark.covered', '1')").await;
    site.folder().remove(&site.folder().wasm());
    page.driver().refresh().await.unwrap();
    page.wait_for("return document.documentElement.dataset.app === 'failed'").await;
    assert_eq!(page.run(SEEN).await, json!(["Go on"]));
    page.press("Go on").await;
    page.sees("116 123").await;
    assert_eq!(page.run("return sessionStorage.getItem('waymark.covered')").await, json!(null));
}

#[tokio::test]
async fn the_language_is_not_changed_in_the_middle_of_it() {
    let site = site();
    let page = Page::open(&site, "#/private").await;
    page.press("Begin without keeping anything").await;
    page.go("#/settings").await;
    page.sees("A choice of language cannot be kept now").await;
    assert!(!page.shows("日本語").await);
}
