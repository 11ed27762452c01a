//! Live classes: two windows in step, and nothing of a learner in any of them.

use thirtyfour::WindowHandle;
use waymark_tests::{Kind, Page, Site, Wishes, in_both_browsers};

const PAGES: [&str; 7] = [
    "#/class",
    "#/class/making-sense",
    "#/class/making-sense/1",
    "#/class/making-sense/3",
    "#/class/making-sense/notes",
    "#/help",
    "#/pause",
];

/// Another window of the same browser, at an address.
async fn another(page: &Page, address: &str) -> WindowHandle {
    let window = page.driver().new_tab().await.unwrap();
    to(page, &window).await;
    page.visit(address).await;
    page.wait_until_ready().await;
    window
}

async fn to(page: &Page, window: &WindowHandle) {
    page.driver().switch_to_window(window.clone()).await.unwrap();
}

/// Everything that is kept, as text.
async fn all_kept(page: &Page) -> String {
    page.run("return JSON.stringify(Object.entries(localStorage).sort())").await.to_string()
}

async fn open(site: &Site, hash: &str, browser: Kind) -> Page {
    Page::open_as(site, hash, Wishes { browser, ..Wishes::default() }).await
}

/// Presses a key as a presenter's remote does: wherever the focus is.
async fn remote(page: &Page, key: &str) {
    page.run(&format!(
        "document.body.dispatchEvent(new KeyboardEvent('keydown', {{ key: '{key}', bubbles: true }}))"
    ))
    .await;
}

async fn no_page_of_a_class_shows_or_changes_what_is_kept(browser: Kind) {
    let site = Site::built();
    let page = open(&site, "#/", browser).await;
    page.put_a_little_of_everything().await;
    page.put(
        "waymark.answer.making-sense.words-i-choose",
        r#"{"version":1,"revision":1,"changed":"2026-01-01T10:00:00","value":{"text":"xyzzy"}}"#,
    )
    .await;
    let before = all_kept(&page).await;
    page.visit(&site.address("#/class")).await;
    page.wait_until_ready().await;
    for address in PAGES {
        page.go(address).await;
        page.wait_for("return document.querySelector('h1') !== null").await;
        let html = page.run("return document.documentElement.outerHTML").await.to_string();
        for secret in
            ["xyzzy", "Rain on the roof", "Sit in the park", "Mara from the choir", "quiet day, and soup"]
        {
            assert!(!html.contains(secret), "{secret} is at {address}");
        }
    }
    page.go("#/class/making-sense/2").await;
    page.has_heading("How close to go").await;
    remote(&page, "PageDown").await;
    page.has_heading("Words that fit").await;
    assert_eq!(all_kept(&page).await, before);
}

async fn the_two_windows_stay_in_step(browser: Kind) {
    let site = Site::built();
    let page = open(&site, "#/class/making-sense", browser).await;
    let plan = page.driver().window().await.unwrap();
    let screen = another(&page, &site.address("#/class/making-sense/1")).await;
    page.has_heading("Opening").await;
    assert!(site.requests().contains(&"GET /modules/en/class/making-sense.md".to_owned()));
    let notes = another(&page, &site.address("#/class/making-sense/notes")).await;
    page.has_heading("Opening").await;
    // The notes lead …
    page.press("On to: How close to go").await;
    page.has_heading("How close to go").await;
    to(&page, &screen).await;
    page.has_heading("How close to go").await;
    // … and the screen does, on and back.
    remote(&page, "PageDown").await;
    page.has_heading("Words that fit").await;
    remote(&page, "PageDown").await;
    page.has_heading("Load and shelter").await;
    remote(&page, "PageUp").await;
    page.has_heading("Words that fit").await;
    to(&page, &notes).await;
    page.has_heading("Words that fit").await;
    page.sees("About 15 minutes left").await;
    // What lies over the screen comes from either, and goes.
    page.press("Make the screen dark").await;
    to(&page, &screen).await;
    page.wait_for("return document.querySelector('.over.dark') !== null").await;
    remote(&page, "b").await;
    page.wait_for("return document.querySelector('.over') === null").await;
    // The screen is closed and opened again, without a connection too.
    page.driver().close_window().await.unwrap();
    let address = site.address("#/class/making-sense/3");
    drop(site);
    to(&page, &notes).await;
    page.press("On to: Load and shelter").await;
    page.press("Back to: Words that fit").await;
    to(&page, &plan).await;
    let screen = another(&page, &address).await;
    page.has_heading("Words that fit").await;
    to(&page, &notes).await;
    page.press("On to: Load and shelter").await;
    to(&page, &screen).await;
    page.has_heading("Load and shelter").await;
    // The notes are closed and opened again.
    to(&page, &notes).await;
    page.driver().close_window().await.unwrap();
    to(&page, &screen).await;
    let _notes = another(&page, &address.replace("/3", "/notes")).await;
    page.has_heading("Load and shelter").await;
}

async fn a_class_is_entered_and_left_from_the_site(browser: Kind) {
    let site = Site::built();
    let page = open(&site, "#/modules", browser).await;
    page.go("#/class").await;
    page.has_heading("Live classes").await;
    page.wait_until_ready().await;
    page.follow("Back to the site").await;
    page.wait_for("return document.querySelector('nav.places') !== null").await;
    page.wait_until_ready().await;
    page.go("#/modules").await;
    page.has_heading("Modules").await;
}

in_both_browsers! {
    a_class_is_entered_and_left_from_the_site,
    no_page_of_a_class_shows_or_changes_what_is_kept,
    the_two_windows_stay_in_step,
}

/// The sizes of projectors, in CSS pixels.
const PROJECTORS: [(u32, u32); 2] = [(1920, 1080), (1024, 768)];

#[tokio::test]
async fn the_screen_can_be_read_from_the_back() {
    let site = Site::built();
    for size in PROJECTORS {
        let page = Page::open_as(&site, "#/class/making-sense/1", Wishes { size, ..Wishes::default() }).await;
        for (part, over) in [(1, ""), (2, ""), (3, ""), (3, "Code to scan"), (3, "A pause for everyone")] {
            page.go(&format!("#/class/making-sense/{part}")).await;
            page.wait_for("return document.querySelector('.screen h1') !== null").await;
            if !over.is_empty() {
                page.run("document.querySelector('.screen details').open = true").await;
                page.press(over).await;
                page.wait_for("return document.querySelector('.over') !== null").await;
            }
            let small = page
                .run(
                    "const walk = document.createTreeWalker(document.querySelector('.screen'), NodeFilter.SHOW_TEXT);
                    const small = [];
                    while (walk.nextNode()) {
                        const own = walk.currentNode.parentElement;
                        if (!walk.currentNode.data.trim() || own.closest('.heard')) continue;
                        const size = parseFloat(getComputedStyle(own).fontSize);
                        if (size < innerHeight / 25) small.push([walk.currentNode.data, size, innerHeight]);
                    }
                    return small",
                )
                .await;
            assert_eq!(small, serde_json::json!([]), "at {size:?}, part {part} {over}");
            assert_eq!(page.run("return document.links.length").await, 0, "part {part} leads somewhere");
            remote(&page, "Escape").await;
            page.wait_for("return document.querySelector('.over') === null").await;
        }
    }
}
