//! What keys, pasting and time do while somebody writes.

use serde_json::json;
use thirtyfour::prelude::*;
use waymark_tests::{Page, Site};

const LIST: &str = "#/modules/kinds/1";
const OF_THE_DAY: &str = "A few words with it, if you like";
const LIST_NEW: &str = "Something for your list";

/// Sets the page's clock, and brings the page to the front, as after a night.
async fn look_at(page: &Page, time: &str) {
    page.run(&format!(
        "const Real = window.Real ??= Date; window.Date = class extends Real {{
            constructor(...parts) {{ if (parts.length) super(...parts); else super({time:?}); }}
        }};
        window.Date.now = () => Real.parse({time:?});
        window.dispatchEvent(new Event('focus'))"
    ))
    .await;
}

/// The lines of the list, with the empty one.
async fn lines(page: &Page) -> Vec<String> {
    let script = "return [...document.querySelectorAll('[aria-labelledby=question-kinds-list] .lines textarea')].map((one) => one.value)";
    serde_json::from_value(page.run(script).await).unwrap()
}

/// Puts a text into the field that has the focus, as pasting does.
async fn paste(page: &Page, text: &str) {
    page.run(&format!(
        "const field = document.activeElement;
        field.setRangeText({}, field.selectionStart, field.selectionEnd, 'end');
        field.dispatchEvent(new InputEvent('input', {{ bubbles: true, inputType: 'insertFromPaste' }}))",
        json!(text)
    ))
    .await;
}

#[tokio::test]
async fn pasted_lines_become_lines() {
    let site = Site::with_every_kind();
    let page = Page::open(&site, LIST).await;
    page.write(LIST_NEW, "first: ").await;
    paste(&page, "tea\n\t• bread\n2. お茶\n\n").await;
    page.wait_for("return document.querySelectorAll('[aria-labelledby=question-kinds-list] .lines textarea').length === 4")
        .await;
    assert_eq!(lines(&page).await, ["first: tea", "bread", "お茶", ""]);
    page.reload().await;
    assert_eq!(lines(&page).await, ["first: tea", "bread", "お茶", ""]);
    // Into the empty line as well.
    page.driver()
        .find(By::Css("[aria-labelledby=question-kinds-list] li:last-child textarea"))
        .await
        .unwrap()
        .click()
        .await
        .unwrap();
    paste(&page, "- salt\n- jam").await;
    page.wait_for("return document.querySelectorAll('[aria-labelledby=question-kinds-list] .lines textarea').length === 6")
        .await;
    assert_eq!(lines(&page).await, ["first: tea", "bread", "お茶", "salt", "jam", ""]);
}

/// Safari ends a conversion first, and then reports the Enter that ended it.
#[tokio::test]
async fn a_key_that_ends_a_conversion_belongs_to_the_input_method() {
    let site = Site::with_every_kind();
    let page = Page::open(&site, LIST).await;
    page.write(LIST_NEW, "海と").await;
    let press = async |code: u32| {
        page.run(&format!(
            "const field = document.activeElement;
            const key = new KeyboardEvent('keydown', {{ key: 'Enter', keyCode: {code}, bubbles: true, cancelable: true }});
            return [field.dispatchEvent(key), document.activeElement === field]"
        ))
        .await
    };
    assert_eq!(press(229).await, json!([true, true]), "left to the input method");
    assert_eq!(press(13).await, json!([false, false]), "on to the next line");
}

#[tokio::test]
async fn a_page_that_was_open_over_night_writes_for_the_new_day() {
    let site = Site::with_every_kind();
    let page = Page::open(&site, "#/modules/kinds/2").await;
    look_at(&page, "2026-11-24T21:00:00").await;
    page.sees("Today, November 24, 2026").await;
    page.choose("7").await;
    assert!(page.is_chosen("7").await);
    look_at(&page, "2026-11-25T08:00:00").await;
    page.sees("Today, November 25, 2026").await;
    assert!(!page.is_chosen("7").await, "nothing was said of the new day");
    page.choose("7").await;
    let kept = page.kept_json("waymark.answer.kinds.scale").await;
    let days: Vec<&str> =
        kept["value"]["marks"].as_array().unwrap().iter().map(|mark| mark["on"].as_str().unwrap()).collect();
    assert_eq!(days, ["2026-11-24", "2026-11-25"]);
}

#[tokio::test]
async fn what_was_begun_before_midnight_stays_with_its_day() {
    let site = Site::with_every_kind();
    let page = Page::open(&site, "#/modules/kinds/2").await;
    look_at(&page, "2026-11-24T23:58:00").await;
    page.write(OF_THE_DAY, "a long ").await;
    look_at(&page, "2026-11-25T00:02:00").await;
    page.write(OF_THE_DAY, "evening").await;
    let marks = page.kept_json("waymark.answer.kinds.scale").await["value"]["marks"].clone();
    assert_eq!(marks, json!([{ "on": "2026-11-24", "words": "a long evening" }]));
    // Left and brought back to the front: a new day.
    page.choose("3").await;
    page.sees("Today, November 25, 2026").await;
    let marks = page.kept_json("waymark.answer.kinds.scale").await["value"]["marks"].clone();
    assert_eq!(marks[0]["words"], "a long evening");
    assert_eq!(marks.as_array().unwrap().len(), 2, "{marks}");
}

#[tokio::test]
async fn a_year_of_two_digits_is_one_of_this_century() {
    let site = Site::built();
    let page = Page::open(&site, "#/goals").await;
    page.press("Start a goal").await;
    page.write("What I would like", "A walk").await;
    page.write("A small step", "shoes").await;
    page.unfold("A day for it, and who could stand beside me").await;
    let day = page.driver().find(By::Css("input[type=date]")).await.unwrap();
    // As a person types it: 11, 30, 26.
    day.send_keys("113026\t\t").await.unwrap();
    let value = page.run("return document.querySelector('input[type=date]').value").await;
    assert_eq!(value, json!("2026-11-30"));
    page.go("#/goals").await;
    let goal = page
        .run("return Object.entries(localStorage).find(([name]) => name.startsWith('waymark.goal.'))[1]")
        .await;
    assert!(goal.as_str().unwrap().contains(r#""by":"2026-11-30""#), "{goal}");
}

#[tokio::test]
async fn a_reminder_follows_the_interval_and_is_never_for_the_past() {
    let site = Site::built();
    let page = Page::open(&site, "#/goals").await;
    page.press("Start a goal").await;
    page.write("What I would like", "A walk").await;
    page.unfold("A reminder for my calendar").await;
    let day =
        async || page.run("return document.querySelector('details[open] input[type=date]').value").await;
    let later = async |days: u32| {
        page.run(&format!(
            "const day = new Date(); day.setDate(day.getDate() + {days});
            return [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((n) => String(n).padStart(2, '0')).join('-')"
        ))
        .await
    };
    assert_eq!(day().await, later(7).await);
    page.select("Offer a follow-up", "after four weeks").await;
    assert_eq!(day().await, later(28).await);
    page.run(
        "const field = document.querySelector('details[open] input[type=date]');
        field.value = '2020-01-01'; field.dispatchEvent(new Event('change'))",
    )
    .await;
    page.press("Save the calendar file").await;
    page.sees("That day and time are over.").await;
}
