//! A session that keeps nothing: it extends to new tabs, no other site can begin one,
//! and leaving hands nothing on.

use serde_json::json;
use thirtyfour::prelude::*;
use waymark_tests::{Kind, Page, Site, Wishes, in_both_browsers};

const QUESTION: &str = "What brought you here today?";
const STEP: &str = "#/modules/starting-here/1";
const NOTHING_KEPT: &str = "Nothing you write now is kept";

async fn open(site: &Site, hash: &str, browser: Kind) -> Page {
    Page::open_as(site, hash, Wishes { browser, ..Wishes::default() }).await
}

/// A page on which its owner wrote, and where somebody else now writes without a trace.
async fn with_a_guest(site: &Site, browser: Kind) -> Page {
    let page = open(site, STEP, browser).await;
    page.write(QUESTION, "the owner's").await;
    page.go("#/private").await;
    page.press("Begin without keeping anything").await;
    page.sees(NOTHING_KEPT).await;
    page
}

/// Goes to the window that was opened last, once there are that many.
async fn to_window(page: &Page, number: usize) {
    loop {
        let windows = page.driver().windows().await.unwrap();
        if windows.len() == number {
            page.driver().switch_to_window(windows[number - 1].clone()).await.unwrap();
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
}

/// What a guest in a new tab finds.
async fn is_a_guest(page: &Page) {
    page.wait_until_ready().await;
    page.sees(NOTHING_KEPT).await;
    page.go("#/journal").await;
    page.has_heading("Journal").await;
    assert!(!page.shows("the owner's").await);
    page.go(STEP).await;
    page.write(QUESTION, "the guest's").await;
    page.sees("Kept until you close this page").await;
}

async fn it_goes_along_into_new_tabs(browser: Kind) {
    let site = Site::built();
    let page = with_a_guest(&site, browser).await;
    let before = page.run("return Object.entries(localStorage).sort()").await;
    let first = page.driver().window().await.unwrap();
    let link = page.driver().find(By::Css("nav.places a")).await.unwrap();
    link.scroll_into_view().await.unwrap();
    page.driver()
        .action_chain()
        .key_down(Key::Control)
        .click_element(&link)
        .key_up(Key::Control)
        .perform()
        .await
        .unwrap();
    to_window(&page, 2).await;
    is_a_guest(&page).await;
    // As with a middle click, or from the menu of a link.
    page.driver().switch_to_window(first.clone()).await.unwrap();
    page.run("window.open(location.href, '_blank', 'noopener')").await;
    to_window(&page, 3).await;
    is_a_guest(&page).await;
    assert_eq!(page.run("return Object.entries(localStorage).sort()").await, before);
    // Once all of it has ended, a new tab is the owner's again.
    page.driver().close_window().await.unwrap();
    to_window(&page, 2).await;
    page.driver().close_window().await.unwrap();
    page.driver().switch_to_window(first).await.unwrap();
    page.press("End this session").await;
    page.sees("Begin without keeping anything").await;
    page.run("window.open('#/journal', '_blank', 'noopener')").await;
    to_window(&page, 2).await;
    page.wait_until_ready().await;
    page.sees("the owner's").await;
}

/// Whoever opens a window gives it its name.
async fn no_other_site_begins_one(browser: Kind) {
    let site = Site::built();
    let page = open(&site, STEP, browser).await;
    page.write(QUESTION, "the owner's").await;
    page.run("window.open(location.href, 'waymark-shared')").await;
    to_window(&page, 2).await;
    page.wait_until_ready().await;
    assert_eq!(page.written(QUESTION).await, "the owner's");
    assert!(!page.shows(NOTHING_KEPT).await);
    assert_eq!(page.run("return [window.name, window.opener]").await, json!(["", null]));
}

async fn leaving_hands_nothing_on_and_comes_back_to_it(browser: Kind) {
    let site = Site::built();
    let centre = site.folder().read("modules/centre.md");
    let elsewhere = "https://leave.invalid/";
    site.folder().write("modules/centre.md", centre.replace("https://www.wikipedia.org/", elsewhere));
    let page = with_a_guest(&site, browser).await;
    assert_eq!(page.run("return window.name").await, "");
    page.run("window.name = 'whatever'").await;
    page.run("const page = window.wrappedJSObject ?? window; page.speechSynthesis.cancel = () => page.sessionStorage.setItem('stopped', page.name)").await;
    page.go(STEP).await;
    page.write(QUESTION, "the guest's").await;
    page.go("#/private").await;
    // A dialog keeps everything behind it from being pressed.
    page.press("End this session").await;
    let leave = page.driver().find(By::Css("dialog[open] button.leave")).await.unwrap();
    assert_eq!(leave.text().await.unwrap(), "Leave this page");
    let _ = leave.click().await;
    while page.driver().current_url().await.is_ok_and(|at| at.as_str().starts_with("http://127.0.0.1")) {
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    page.driver().back().await.unwrap();
    page.wait_for("return 'covered' in document.documentElement.dataset").await;
    page.wait_until_ready().await;
    assert_eq!(page.run("return sessionStorage.getItem('stopped')").await, json!(""));
    assert_eq!(page.run("return document.querySelectorAll('dialog[open]').length").await, json!(0));
    page.press("Go on").await;
    page.sees(NOTHING_KEPT).await;
    page.go("#/journal").await;
    page.has_heading("Journal").await;
    assert!(!page.shows("the owner's").await);
}

async fn a_shared_device_keeps_nothing_from_one_person_to_the_next(browser: Kind) {
    let site = Site::built();
    let page = open(&site, STEP, browser).await;
    page.write(QUESTION, "someone else's").await;
    // The tab's own storage has nothing but the note that nothing is kept.
    let all = "return [Object.entries(localStorage).sort(),
        Object.entries(sessionStorage).filter((entry) => entry.join() !== 'waymark.session,shared')]";
    let before = page.run(all).await;
    // As from a code: the address opens the page.
    page.visit(&site.address("#/shared/starting-here/1")).await;
    page.wait_until_ready().await;
    page.has_heading("On a shared device").await;
    page.sees("Nothing you write now is kept").await;
    page.follow("Begin").await;
    page.wait_for("return location.hash === '#/modules/starting-here/1'").await;
    assert_eq!(page.written(QUESTION).await, "");
    page.write(QUESTION, "the first person's").await;
    // After a reload the words are gone, and still nothing is kept.
    page.run("window.onbeforeunload = null").await;
    page.reload().await;
    assert_eq!(page.written(QUESTION).await, "");
    page.sees("Nothing you write now is kept").await;
    page.write(QUESTION, "and again").await;
    page.follow("Save it as a file, or end this session").await;
    page.has_heading("On a shared device").await;
    page.sees("Take my words along").await;
    page.sees("A sheet to share").await;
    page.press("End this session").await;
    page.press("Yes, take it away").await;
    page.wait_for("return !document.body.innerText.includes('Take my words along')").await;
    // That began the next person's session.
    page.sees("Nothing you write now is kept").await;
    page.go("#/journal").await;
    page.has_heading("Journal").await;
    assert!(!page.shows("and again").await && !page.shows("someone else's").await);
    assert_eq!(page.run(all).await, before);
    // The owner of the device can end it for good.
    page.go("#/shared").await;
    page.has_heading("On a shared device").await;
    page.run("document.querySelector('main a[href=\"#/private\"].alone').click()").await;
    page.has_heading("Keeping it to yourself").await;
    page.press("End this session").await;
    page.go("#/journal").await;
    page.sees("someone else's").await;
}

async fn a_lock_does_not_hold_up_a_shared_device(browser: Kind) {
    let site = Site::built();
    let page = open(&site, STEP, browser).await;
    page.write(QUESTION, "by the sea").await;
    page.put_lock("correct horse").await;
    let before = page.run("return Object.entries(localStorage).sort()").await;
    page.visit(&site.address("#/shared/starting-here/1")).await;
    page.wait_until_ready().await;
    page.has_heading("On a shared device").await;
    page.follow("Begin").await;
    page.write(QUESTION, "in the hall").await;
    assert_eq!(page.run("return Object.entries(localStorage).sort()").await, before);
}

in_both_browsers! {
    a_shared_device_keeps_nothing_from_one_person_to_the_next,
    a_lock_does_not_hold_up_a_shared_device,
    it_goes_along_into_new_tabs,
    no_other_site_begins_one,
    leaving_hands_nothing_on_and_comes_back_to_it,
}

/// Beginning a session that keeps nothing would lose words that are only in this page.
#[tokio::test]
async fn a_shared_device_does_not_begin_over_words_that_are_nowhere_else() {
    let site = Site::built();
    let page = Page::open_as(&site, STEP, Wishes { storage: false, ..Wishes::default() }).await;
    page.write(QUESTION, "only in this page").await;
    page.go("#/shared").await;
    page.has_heading("On a shared device").await;
    page.sees("Some of your words are in this page alone").await;
    page.go(STEP).await;
    assert_eq!(page.written(QUESTION).await, "only in this page");
}
