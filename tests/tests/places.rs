//! Where the focus and the words are after something was removed, in the page or in the
//! course, and which way a page runs.

use serde_json::json;
use waymark_tests::{Kind, Page, Site, Wishes, in_both_browsers};

/// What has the focus: its kind and its name.
const FOCUS: &str = "const one = document.activeElement; return one.tagName + ' ' + one.textContent.trim()";

async fn the_focus_goes_on_after_something_is_taken_away(browser: Kind) {
    let site = Site::with_every_kind();
    let page = Page::open_as(&site, "", Wishes { browser, ..Wishes::default() }).await;
    page.put_an_answer_of_every_kind().await;
    page.go("#/modules/kinds/1").await;
    page.press("Take away: Listed tea").await;
    page.wait_for("return document.activeElement.textContent.includes('Take away: Listed 猫')").await;
    page.sees("Undo").await;
    page.press("Undo").await;
    page.wait_for("return document.querySelectorAll('[aria-labelledby=question-kinds-list] .lines textarea').length === 3").await;
    page.wait_for("return document.activeElement.tagName === 'BUTTON'").await;
    // The very last line, a day, a person, and something that is asked about first.
    page.press("Take away: Listed 猫").await;
    page.wait_for("return document.activeElement.tagName !== 'BODY'").await;
    page.go("#/modules/kinds/2").await;
    page.run("document.querySelectorAll('details').forEach((one) => { one.open = true; })").await;
    page.run("[...document.querySelectorAll('.over-time button')].find((one) => one.textContent.includes('Take away')).focus()").await;
    page.run("document.activeElement.click()").await;
    page.wait_for("return document.querySelectorAll('fieldset.scale ~ .over-time tbody tr').length === 1")
        .await;
    page.wait_for("return document.activeElement.tagName !== 'BODY'").await;
    page.go("#/modules/kinds/3").await;
    page.press("Take away: An office").await;
    page.wait_for("return document.activeElement.tagName !== 'BODY'").await;
    page.go("#/data").await;
    page.press("Take away: Your words in “Every kind”").await;
    page.press("Yes, take it away").await;
    page.wait_for("return document.activeElement.tagName !== 'BODY'").await;
    let focus = page.run(FOCUS).await;
    assert!(focus.as_str().unwrap().len() > "BODY ".len(), "{focus}");
}

in_both_browsers! {
    the_focus_goes_on_after_something_is_taken_away,
    the_place_on_a_page_outlives_loading_it_again,
}

async fn the_place_on_a_page_outlives_loading_it_again(browser: Kind) {
    let site = Site::built();
    let page =
        Page::open_as(&site, "#/modules/starting-here/1", Wishes { browser, ..Wishes::default() }).await;
    page.run("window.scrollTo(0, 500)").await;
    // It is noted in the history, as one number, and nothing else is.
    page.wait_for("return history.state >= 500 * 10000").await;
    page.reload().await;
    page.wait_for("return window.scrollY === 500").await;
    // So that Back finds it after the page it goes back from was loaded again, or thrown away.
    page.go("#/help").await;
    page.wait_for("return window.scrollY === 0").await;
    page.reload().await;
    page.driver().back().await.unwrap();
    page.has_heading("A sign on a footpath").await;
    page.wait_for("return window.scrollY === 500").await;
    // Going on is a page's top again.
    page.driver().forward().await.unwrap();
    page.wait_for("return location.hash === '#/help' && window.scrollY === 0").await;
    assert_eq!(page.run("return typeof history.state").await, json!("number"));
}

/// The exercise, and with it a section of the plan, is no longer in the course.
#[tokio::test]
async fn what_stood_in_the_plan_stays_when_the_course_changes() {
    let site = Site::with_every_kind();
    let page = Page::open(&site, "#/modules/kinds/1").await;
    page.write("Something for your list", "Ask Mara").await;
    page.sees("Kept in this browser").await;
    site.folder().write(
        "modules/en/kinds.md",
        "---\ntitle: Every kind\nsummary: Less.\n---\n## Writing\n\nNothing to write.\n",
    );
    for hash in ["#/plan", "#/plan/paper", "#/plan/card"] {
        page.go(hash).await;
        page.reload().await;
        page.sees("Ask Mara").await;
    }
    page.go("#/plan").await;
    page.sees("From an earlier version of the course").await;
    page.press("Take this off my plan").await;
    page.wait_for("return !document.querySelector('main').textContent.includes('Ask Mara')").await;
    page.press("Undo").await;
    page.sees("Ask Mara").await;
    page.press("Take this off my plan").await;
    page.go("#/journal").await;
    page.sees("Ask Mara").await;
    // And a section that is gone.
    page.put("waymark.plan.harbour", r#"{"form":1,"revision":1,"changed":"2026-02-03T10:00:00","value":{"words":"By the boats","on_card":true}}"#).await;
    page.reload().await;
    for hash in ["#/plan", "#/plan/paper", "#/plan/card"] {
        page.go(hash).await;
        page.sees("By the boats").await;
    }
    page.go("#/plan").await;
    page.press("Take this off my plan").await;
    page.wait_for("return !document.querySelector('main').textContent.includes('By the boats')").await;
}

#[tokio::test]
async fn a_page_in_arabic_runs_from_right_to_left() {
    let site = Site::changed(|folder| {
        let centre = folder.read("modules/centre.md");
        folder.write("modules/centre.md", format!("{centre}\n# العربية {{#ar}}\n\nأهلا\n"));
        folder.write("modules/ar/course.md", "# البداية {#start}\n\n- [الأمان](safe.md)\n");
        folder.write(
            "modules/ar/safe.md",
            "---\ntitle: الأمان\nsummary: خطوة.\n---\n## خطوة\n\n- أول\n- ثان\n\n```{reflection} words\nماذا؟\n```\n",
        );
    });
    let page = Page::open(&site, "").await;
    page.put(
        "waymark.settings",
        r#"{"form":1,"revision":1,"changed":"2026-02-03T10:00:00","value":{"language":"ar"}}"#,
    )
    .await;
    page.reload().await;
    assert_eq!(
        page.run("return [document.documentElement.lang, document.documentElement.dir]").await,
        json!(["ar", "rtl"])
    );
    page.go("#/modules/safe/1").await;
    page.wait_for("return document.querySelector('main textarea') !== null").await;
    let sides = page
        .run(
            "const box = (one) => document.querySelector(one).getBoundingClientRect();
            const heading = document.querySelector('h1, h2');
            return [getComputedStyle(document.querySelector('main')).direction,
                getComputedStyle(document.querySelector('main textarea')).direction,
                document.querySelector('main textarea').dir,
                box('main li').right > box('main').left + box('main').width / 2]",
        )
        .await;
    assert_eq!(sides, json!(["rtl", "ltr", "auto", true]), "an empty field runs as its first letter will");
    // English in it runs from left to right.
    page.go("#/settings").await;
    assert_eq!(page.run("return document.querySelector('main [lang=en]')?.dir").await, json!("ltr"));
}
