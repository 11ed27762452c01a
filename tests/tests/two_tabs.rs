//! Two tabs that write at the same time, another app that removes things, and a person
//! who removed something too quickly: the words are there, and so is a way back.

use serde_json::json;
use thirtyfour::WindowHandle;
use waymark_tests::shipped::{ANSWER, LIST, LIST_STEP, QUESTION, STEP};
use waymark_tests::{Kind, Page, Site, Wishes, in_both_browsers};

const SCALE: &str = "waymark.answer.starting-here.how-things-are";
const GOAL: &str = "waymark.goal.g";
const WHY: &str = "Why it matters to me";

/// The sentence beside a field with a second text.
const BOTH: &str = "Two tabs or windows wrote here at the same time, and both are kept.";
const BESIDE: &str = "return document.querySelector('.notice blockquote').innerText.trim()";

/// Makes it possible to hold back a tab: a browser may tell it late what others do. Chromium calls
/// listeners of storage in the order in which they were added, so this one has to be first.
const LISTEN: &str = "window.addEventListener('storage', (event) => {
        const said = document.documentElement.dataset;
        if (said.held === undefined) return;
        event.stopImmediatePropagation();
        said.held = JSON.stringify([...JSON.parse(said.held), event.key]);
    }, true);
    // Nor does it look again when it is shown, as a page that slept would.
    window.addEventListener('visibilitychange', (event) => {
        if (document.documentElement.dataset.held !== undefined) event.stopImmediatePropagation();
    }, true)";

/// From now on the tab does not hear what others do.
const HOLD_BACK: &str = "document.documentElement.dataset.held = '[]'";

/// Now it hears all of it.
const LET_THROUGH: &str = "const said = document.documentElement.dataset, held = JSON.parse(said.held);
    delete said.held;
    for (const key of held) window.dispatchEvent(new StorageEvent('storage', { key }))";

async fn open(site: &Site, hash: &str, browser: Kind) -> Page {
    Page::open_as(site, hash, Wishes { browser, ..Wishes::default() }).await
}

/// The tab that is open, and another one at an address, which is in front then.
async fn another_tab(page: &Page, address: &str) -> (WindowHandle, WindowHandle) {
    let first = page.driver().window().await.unwrap();
    let second = page.driver().new_tab().await.unwrap();
    page.to(&second).await;
    page.driver().goto(address).await.unwrap();
    (first, second)
}

/// Two tabs with the app, the second of which can be held back.
async fn another_tab_of_ours(page: &Page, address: &str, browser: Kind) -> (WindowHandle, WindowHandle) {
    let (first, second) = another_tab(page, "about:blank").await;
    if browser == Kind::Chromium {
        let script = json!({ "source": LISTEN });
        let tools = page.driver().cdp();
        tools.send_raw("Page.addScriptToEvaluateOnNewDocument", script).await.unwrap();
    }
    page.driver().goto(address).await.unwrap();
    page.wait_until_ready().await;
    if browser == Kind::Firefox {
        page.run(LISTEN).await;
    }
    (first, second)
}

/// A page in which two tabs wrote into the same field, and neither had heard of the
/// other. Both have heard now; the second is in front.
async fn two_wrote_at_once(site: &Site, browser: Kind) -> (Page, WindowHandle, WindowHandle) {
    let page = open(site, STEP, browser).await;
    let (first, second) = another_tab_of_ours(&page, &site.address(STEP), browser).await;
    page.run(HOLD_BACK).await;
    page.to(&first).await;
    page.write(QUESTION, "by the sea").await;
    page.to(&second).await;
    page.wait_for("return document.documentElement.dataset.held !== '[]'").await;
    assert_eq!(page.written(QUESTION).await, "", "it has not heard");
    page.write(QUESTION, "inland").await;
    page.wait_for_kept(&format!("return textsOf('{ANSWER}').length === 2")).await;
    page.run(LET_THROUGH).await;
    page.sees(BOTH).await;
    (page, first, second)
}

/// The text in the field and the one beside it.
async fn both(page: &Page) -> (String, String) {
    page.sees(BOTH).await;
    let beside = page.run(BESIDE).await.as_str().unwrap().to_owned();
    (page.written(QUESTION).await, beside)
}

async fn has_one(page: &Page, words: &str) {
    page.wait_for(&format!(
        "return document.querySelector('.exercise textarea')?.value === '{words}'
            && document.querySelector('.notice blockquote') === null"
    ))
    .await;
}

async fn two_texts_stand_side_by_side_and_one_is_chosen(browser: Kind) {
    let site = Site::built();
    let (page, first, second) = two_wrote_at_once(&site, browser).await;
    let (field, beside) = both(&page).await;
    let mut texts = [&field[..], &beside];
    texts.sort_unstable();
    assert_eq!(texts, ["by the sea", "inland"]);
    // Every tab has them in the same places, also one that opens later.
    page.to(&first).await;
    assert_eq!(both(&page).await, (field.clone(), beside.clone()));
    page.reload().await;
    assert_eq!(both(&page).await, (field, beside.clone()));
    page.press("Use this one").await;
    has_one(&page, &beside).await;
    page.reload().await;
    has_one(&page, &beside).await;
    page.to(&second).await;
    has_one(&page, &beside).await;
}

async fn a_second_text_is_left_out_and_comes_back_by_undo(browser: Kind) {
    let site = Site::built();
    let (page, first, second) = two_wrote_at_once(&site, browser).await;
    let (field, beside) = both(&page).await;
    page.press("Leave it out").await;
    has_one(&page, &field).await;
    page.press("Undo").await;
    assert_eq!(both(&page).await, (field.clone(), beside));
    page.press("Leave it out").await;
    has_one(&page, &field).await;
    page.to(&first).await;
    has_one(&page, &field).await;
    page.to(&second).await;
    page.reload().await;
    has_one(&page, &field).await;
}

/// Continuing to write in a tab that shows both leaves the other text where it is.
async fn writing_on_keeps_both_texts(browser: Kind) {
    let site = Site::built();
    let (page, first, _) = two_wrote_at_once(&site, browser).await;
    let (field, beside) = both(&page).await;
    page.write(QUESTION, ", and on").await;
    page.sees("Kept in this browser").await;
    let whole = (format!("{field}, and on"), beside);
    page.reload().await;
    assert_eq!(both(&page).await, whole);
    page.to(&first).await;
    page.wait_for("return document.querySelector('.exercise textarea').value.endsWith(', and on')").await;
    assert_eq!(both(&page).await, whole);
}

async fn an_item_that_was_taken_away_comes_back_by_undo(browser: Kind) {
    let site = Site::built();
    let page = open(&site, LIST_STEP, browser).await;
    page.write("Something for your list", "Rain on the roof").await;
    page.write("Something for your list", "My red jumper").await;
    page.press("Take away: Rain on the roof").await;
    page.sees("Taken away.").await;
    assert!(!page.kept(LIST).await.unwrap().contains("Rain on the roof"));
    page.press("Undo").await;
    page.wait_for_kept(&format!("return kept('{LIST}').includes('Rain on the roof')")).await;
    assert!(!page.shows("Taken away.").await);
    for _ in 0..2 {
        assert_eq!(page.written("In your list, 1").await, "Rain on the roof");
        assert_eq!(page.written("In your list, 2").await, "My red jumper");
        page.reload().await;
    }
}

async fn a_goal_that_was_taken_away_comes_back_by_undo(browser: Kind) {
    let site = Site::built();
    let page = open(&site, "", browser).await;
    page.put_a_little_of_everything().await;
    page.go("#/goals/g").await;
    take_the_goal_away(&page).await;
    // The question said so: “Right afterwards you can undo it.”
    page.sees("Taken away.").await;
    page.press("Undo").await;
    page.sees("Sit in the park on Sundays").await;
    page.go("#/goals/g").await;
    page.reload().await;
    assert_eq!(page.written(WHY).await, "I miss trees.");
    assert_eq!(page.written("Small step 2").await, "Find the bench");
}

async fn a_module_that_was_taken_away_comes_back_by_undo(browser: Kind) {
    let site = Site::built();
    let page = open(&site, "", browser).await;
    page.put_a_little_of_everything().await;
    page.go(STEP).await;
    page.write(QUESTION, "to go, and to come").await;
    page.go("#/data").await;
    page.unfold("Take away what was written in one module").await;
    page.press("Take away: Starting here").await;
    page.press("Yes, take it away").await;
    page.sees("Taken away.").await;
    page.is_no_longer_kept(SCALE).await;
    page.is_no_longer_kept(ANSWER).await;
    page.press("Undo").await;
    // Everything that went with this one press of a button.
    page.wait_for_kept(&format!("return kept('{SCALE}')?.includes('a bit lighter') === true")).await;
    page.wait_for_kept(&format!("return kept('{ANSWER}')?.includes('to come') === true")).await;
}

async fn what_another_app_takes_away_is_said_and_kept_again(browser: Kind) {
    let site = Site::built();
    let page = open(&site, STEP, browser).await;
    page.write(QUESTION, "still here").await;
    page.sees("Kept in this browser").await;
    let (first, other) = another_tab(&page, &site.address("modules/centre.md")).await;
    page.clear_away(ANSWER).await;
    page.to(&first).await;
    page.sees("What was kept here is gone from this browser.").await;
    assert_eq!(page.written(QUESTION).await, "still here");
    assert_eq!(page.kept(ANSWER).await, None, "it is not put back unasked");
    page.press("Keep it here again").await;
    page.sees("Kept in this browser").await;
    assert!(!page.shows("What was kept here is gone").await);
    page.to(&other).await;
    assert!(page.kept(ANSWER).await.unwrap().contains("still here"));
    page.to(&first).await;
    page.reload().await;
    assert_eq!(page.written(QUESTION).await, "still here");
}

/// A goal in two tabs; the second, which is in front, has the page of the goal.
async fn a_goal_in_two_tabs(site: &Site, browser: Kind) -> (Page, WindowHandle, WindowHandle) {
    let page = open(site, "", browser).await;
    page.put_a_little_of_everything().await;
    page.go("#/goals/g").await;
    let (first, second) = another_tab_of_ours(&page, &site.address("#/goals/g"), browser).await;
    page.has_heading("Sit in the park on Sundays").await;
    (page, first, second)
}

async fn take_the_goal_away(page: &Page) {
    page.press("Take this goal away").await;
    page.press("Yes, take it away").await;
    page.has_heading("Goals").await;
    page.is_no_longer_kept(GOAL).await;
}

/// The goal is there in both tabs with everything it had, and new words.
async fn is_there_again(page: &Page, first: &WindowHandle, second: &WindowHandle) {
    page.to(first).await;
    page.sees("Sit in the park on Sundays").await;
    page.to(second).await;
    page.reload().await;
    page.has_heading("Sit in the park on Sundays").await;
    assert_eq!(page.written(WHY).await, "I miss trees. Still.");
    assert_eq!(page.written("Small step 2").await, "Find the bench");
}

async fn a_goal_that_was_taken_away_comes_back_where_one_writes_in_it(browser: Kind) {
    let site = Site::built();
    let (page, first, second) = a_goal_in_two_tabs(&site, browser).await;
    page.to(&first).await;
    take_the_goal_away(&page).await;
    page.to(&second).await;
    page.sees("Another tab or window took this away. It comes back if you write here.").await;
    page.write(WHY, " Still.").await;
    page.sees("Kept in this browser").await;
    is_there_again(&page, &first, &second).await;
}

async fn a_goal_stays_where_one_writes_in_it_and_has_not_heard_that_it_is_gone(browser: Kind) {
    let site = Site::built();
    let (page, first, second) = a_goal_in_two_tabs(&site, browser).await;
    page.run(HOLD_BACK).await;
    page.to(&first).await;
    take_the_goal_away(&page).await;
    page.to(&second).await;
    page.write(WHY, " Still.").await;
    page.sees("Kept in this browser").await;
    page.run(LET_THROUGH).await;
    is_there_again(&page, &first, &second).await;
}

in_both_browsers! {
    two_texts_stand_side_by_side_and_one_is_chosen,
    a_second_text_is_left_out_and_comes_back_by_undo,
    writing_on_keeps_both_texts,
    an_item_that_was_taken_away_comes_back_by_undo,
    a_goal_that_was_taken_away_comes_back_by_undo,
    a_module_that_was_taken_away_comes_back_by_undo,
    what_another_app_takes_away_is_said_and_kept_again,
    a_goal_that_was_taken_away_comes_back_where_one_writes_in_it,
    a_goal_stays_where_one_writes_in_it_and_has_not_heard_that_it_is_gone,
}
