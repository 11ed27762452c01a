//! A class in the hands of people: remotes, clicks, wrong messages, and the way in and out.

use serde_json::json;
use thirtyfour::prelude::*;
use waymark_tests::{Kind, Page, Site, Wishes, in_both_browsers};
use xtask::server::Manner;

const SCREEN: &str = "#/class/making-sense/2";
const NOTES: &str = "#/class/making-sense/notes";
const BOARD: &str = "What the group says";

async fn open(site: &Site, hash: &str, browser: Kind) -> Page {
    Page::open_as(site, hash, Wishes { browser, size: (1024, 768), ..Wishes::default() }).await
}

/// Presses a key where the focus is, as a remote does.
async fn press_key(page: &Page, key: impl Into<char>) {
    page.driver().action_chain().send_keys(key.into().to_string()).perform().await.unwrap();
}

async fn a_remote_turns_both_windows_from_either(browser: Kind) {
    // Also with the headers that our settings for servers send.
    let header = Some("Cross-Origin-Opener-Policy: same-origin");
    let site = Site::hosted(Manner { header, ..Manner::default() }, |_| {});
    let page = open(&site, SCREEN, browser).await;
    let screen = page.driver().window().await.unwrap();
    let notes = page.another_window(&site.address(NOTES)).await;
    page.has_heading("How close to go").await;
    let in_both = async |title: &str| {
        for window in [&screen, &notes] {
            page.to(window).await;
            page.has_heading(title).await;
        }
    };
    // On one laptop the notes have the focus.
    press_key(&page, Key::PageDown).await;
    in_both("Words that fit").await;
    // A select list in them does not stop page keys.
    page.choose("Professional").await;
    press_key(&page, Key::PageDown).await;
    in_both("Load and shelter").await;
    press_key(&page, Key::PageUp).await;
    in_both("Words that fit").await;
    press_key(&page, 'b').await;
    page.to(&screen).await;
    page.wait_for("return document.querySelector('.over.dark') !== null").await;
    press_key(&page, Key::Escape).await;
    page.wait_for("return document.querySelector('.over') === null").await;
    press_key(&page, Key::PageDown).await;
    in_both("Load and shelter").await;
    // It stops at the first and the last part.
    for _ in 0..20 {
        press_key(&page, Key::PageDown).await;
    }
    page.wait_for("return document.querySelectorAll('.row button').length >= 1 && !document.body.innerText.includes('On to:')").await;
}

async fn the_keys_of_a_remote_leave_the_board_as_it_is(browser: Kind) {
    let site = Site::built();
    let page = open(&site, SCREEN, browser).await;
    page.unfold(BOARD).await;
    page.write(BOARD, "Storm, b. and flood").await;
    // Its start key, which elsewhere reloads the page.
    for key in [Key::F5, Key::Escape] {
        press_key(&page, key).await;
    }
    assert_eq!(page.written(BOARD).await, "Storm, b. and flood");
    press_key(&page, Key::PageDown).await;
    page.has_heading("Words that fit").await;
    // Once it has turned the page, none of its keys types.
    press_key(&page, 'b').await;
    page.wait_for("return document.querySelector('.over.dark') !== null").await;
    press_key(&page, '.').await;
    page.wait_for("return document.querySelector('.over') === null").await;
    page.unfold(BOARD).await;
    assert_eq!(page.written(BOARD).await, "Storm, b. and flood");
    // However else it is reloaded or closed, it asks.
    assert_eq!(page.run("return window.onbeforeunload !== null").await, json!(true));
}

async fn a_click_on_words_is_for_the_words(browser: Kind) {
    let site = Site::built();
    let page = open(&site, SCREEN, browser).await;
    let title = page.driver().find(By::Css(".shown h1")).await.unwrap();
    title.click().await.unwrap();
    page.driver().action_chain().double_click_element(&title).perform().await.unwrap();
    page.has_heading("How close to go").await;
    page.run("document.querySelector('.shown').click()").await;
    page.has_heading("Words that fit").await;
}

async fn no_message_strands_the_screen(browser: Kind) {
    let site = Site::built();
    let page = open(&site, SCREEN, browser).await;
    let tell = |text: &str| format!("new BroadcastChannel('waymark-class').postMessage('{text}')");
    for text in ["making-sense 900 open 1", "making-nonsense 1 open 1", "making-sense 0 open 1"] {
        page.run(&tell(text)).await;
    }
    page.run(&tell("making-sense 3 open 1764000000")).await;
    page.has_heading("Words that fit").await;
}

in_both_browsers! {
    a_remote_turns_both_windows_from_either,
    the_keys_of_a_remote_leave_the_board_as_it_is,
    a_click_on_words_is_for_the_words,
    no_message_strands_the_screen,
}

/// Words that are only in a page would be lost by going into a class or out of it: a
/// browser asks first, and whoever stays must still find something there.
#[tokio::test]
async fn the_way_in_and_out_of_a_class_takes_no_words_along() {
    let site = Site::built();
    let page = open(&site, "#/private", Kind::Chromium).await;
    page.press("Begin without keeping anything").await;
    page.go("#/modules/starting-here/1").await;
    page.write("What brought you here today?", "only for now").await;
    page.go("#/class").await;
    page.has_heading("Live classes").await;
    page.sees("Open it in a window of its own").await;
    page.go("#/modules/starting-here/1").await;
    assert_eq!(page.written("What brought you here today?").await, "only for now");
    let class = page.another_window(&site.address(SCREEN)).await;
    page.unfold(BOARD).await;
    page.write(BOARD, "Storm").await;
    page.go("#/modules").await;
    page.has_heading("Modules").await;
    page.sees("Open it in a window of its own").await;
    page.go(SCREEN).await;
    page.unfold(BOARD).await;
    assert_eq!(page.written(BOARD).await, "Storm");
    page.to(&class).await;
}
