//! “What is kept here”: everything is shown, can be checked, and can be removed.

use serde_json::json;
use waymark_tests::shipped::{QUESTION, STEP};
use waymark_tests::{Page, Site};
use xtask::server::Manner;

#[tokio::test]
async fn everything_that_is_kept_is_shown_with_its_size_and_time() {
    let site = Site::built();
    let page = Page::open(&site, "#/data").await;
    page.sees("Nothing is kept here yet.").await;
    page.put_a_little_of_everything().await;
    page.put("waymark.later.thing", "of a kind nobody here knows").await;
    page.put("waymark.note.broken", "not json").await;
    page.put("waymark.note.newer", r#"{"form":2}"#).await;
    page.put("other.app", "not ours").await;
    page.reload().await;
    page.run("document.querySelectorAll('main .entries summary').forEach((one) => one.click())").await;
    page.wait_for("return document.querySelectorAll('main .entries pre').length === document.querySelectorAll('main .entries > li').length").await;
    // Every text of ours, letter by letter, and nothing of other apps.
    let shown = page
        .run(
            "return [...document.querySelectorAll('main .entries pre')].map((one) => one.textContent).sort()",
        )
        .await;
    let kept = page.run("return Object.entries(localStorage).filter(([key]) => key.startsWith('waymark.')).map(([, text]) => text).sort()").await;
    let same = |texts: &serde_json::Value| -> Vec<serde_json::Value> {
        let texts = texts.as_array().unwrap().iter().map(|text| text.as_str().unwrap());
        texts.map(|text| serde_json::from_str(text).unwrap_or_else(|_| json!(text))).collect()
    };
    let (shown, kept) = (same(&shown), same(&kept));
    assert_eq!(shown.len(), kept.len());
    for text in kept {
        assert!(shown.contains(&text), "{text} is not shown");
    }
    for words in [
        "A goal: Sit in the park on Sundays",
        "Last changed January 2, 2026",
        "letters",
        "Kept under “waymark.later.thing”",
        "Together ",
    ] {
        page.sees(words).await;
    }
    assert!(!page.shows("not ours").await);
}

#[tokio::test]
async fn what_the_page_requested_is_what_the_server_saw() {
    let site = Site::built();
    let page = Page::open(&site, "#/data").await;
    page.sees("The network is closed").await;
    page.unfold("What this page has asked for").await;
    page.sees("By the browser’s own record").await;
    let shown = page.run("return [...document.querySelectorAll('.requests li')].map((one) => new URL(one.textContent).pathname).sort()").await;
    page.sees("for installing it").await;
    let mut seen: Vec<String> = site.requests().iter().map(|line| line.replace("GET ", "")).collect();
    seen.sort();
    assert_eq!(shown, json!(seen));
    page.unfold("See for yourself").await;
    page.sees("press F12").await;
}

/// Nothing is left of a module and its words. Its removal is remembered, so that
/// no other tab brings it back: by marks, and by what versions know of others.
const NOTHING_OF_IT: &str = "return !JSON.stringify(everything()).includes('starting-here')
    && !JSON.stringify(localStorage).includes('to go')";

#[tokio::test]
async fn one_module_can_be_forgotten() {
    let site = Site::built();
    let page = Page::open(&site, STEP).await;
    page.write(QUESTION, "to go").await;
    page.go("#/modules/starting-here/4").await;
    page.wait_for("return document.querySelector('main textarea') !== null").await;
    page.go("#/modules/feeling-safer/2").await;
    page.write("Something for your list", "to stay").await;
    page.go("#/data").await;
    page.unfold("Take away what was written in one module").await;
    page.press("Take away: Starting here").await;
    page.sees("Take away everything you wrote in “Starting here”?").await;
    page.press("Yes, take it away").await;
    page.wait_for_kept(NOTHING_OF_IT).await;
    let kept = page.run("return JSON.stringify(localStorage)").await;
    assert!(kept.as_str().unwrap().contains("to stay"), "{kept}");
    page.reload().await;
    page.sees("Your words in “Feeling safer”").await;
    assert!(!page.shows("Your words in “Starting here”").await);
}

/// Caches and workers of this folder go; those of others stay.
#[tokio::test]
async fn erasing_takes_caches_and_the_offline_worker_too() {
    let site = Site::hosted(Manner { under: "here".into(), ..Manner::default() }, |folder| {
        folder.write("other.js", "self.addEventListener('fetch', () => {});");
        folder.write("plain.html", "<!doctype html><title>plain</title>");
    });
    let page = Page::open(&site, STEP).await;
    page.write(QUESTION, "to go").await;
    page.driver().goto(site.address("plain.html")).await.unwrap();
    page.run(
        "return (async () => {
            const folder = location.href.replace('plain.html', '');
            for (const name of ['waymark:' + folder + ' older', 'waymark:' + folder + 'below/ its', 'theirs']) await caches.open(name);
            await navigator.serviceWorker.register('other.js', { scope: 'below/' });
        })()",
    )
    .await;
    page.driver().goto(site.address("#/data")).await.unwrap();
    page.wait_until_ready().await;
    page.run("sessionStorage.setItem('waymark.covered', ''); sessionStorage.setItem('theirs', '')").await;
    page.press("Erase everything here").await;
    page.press("Yes, take it away").await;
    page.sees("Everything this site kept in this browser is erased.").await;
    page.run(
        "window.left = []; (async () => { for (;;) {
            const workers = (await navigator.serviceWorker.getRegistrations()).map((one) => new URL(one.scope).pathname);
            window.left = [...await caches.keys(), ...workers];
            await new Promise((done) => setTimeout(done, 20));
        } })()",
    )
    .await;
    page.wait_for("return window.left.length === 3").await;
    let left = page.run("return window.left.map((one) => one.replace(location.origin, '')).sort()").await;
    assert_eq!(left, json!(["/here/below/", "theirs", "waymark:/here/below/ its"]));
    assert_eq!(
        page.run("return [Object.keys(localStorage), Object.keys(sessionStorage)]").await,
        json!([[], ["theirs"]])
    );
}

/// A browser that is asked makes its promise, once there is something to keep.
#[tokio::test]
async fn the_browser_is_asked_to_keep_it_after_the_first_words() {
    let site = Site::built();
    let page = Page::open(&site, "#/data").await;
    page.sees("How long it is kept").await;
    page.run(
        "window.asked = 0; const real = StorageManager.prototype.persist;
        StorageManager.prototype.persist = function () { window.asked += 1; return real.call(this); }",
    )
    .await;
    page.go("#/modules").await;
    page.go(STEP).await;
    assert_eq!(page.run("return window.asked").await, json!(0), "nothing was written yet");
    page.write(QUESTION, "first words").await;
    assert_eq!(page.run("return window.asked").await, json!(0), "not while someone writes");
    page.go("#/data").await;
    page.wait_for("return window.asked > 0").await;
    page.go("#/modules").await;
    page.go("#/data").await;
    assert_eq!(page.run("return window.asked").await, json!(1), "once is enough");
    page.sees("No backup file was saved from this browser so far.").await;
    page.press("Save a backup file").await;
    page.sees("A backup file was saved today.").await;
    assert_eq!(page.run("return window.asked").await, json!(2), "but for those who save a file");
}

#[tokio::test]
async fn a_backup_is_suggested_quietly_where_much_was_written() {
    let site = Site::built();
    let page = Page::open(&site, "").await;
    assert!(!page.shows("You have written a good deal here").await);
    page.put_a_little_of_everything().await;
    page.sees("You have written a good deal here").await;
    page.go("#/data").await;
    page.press("Save a backup file").await;
    page.sees("A backup file was saved today.").await;
    page.go("#/").await;
    page.has_heading("Waymark").await;
    assert!(!page.shows("You have written a good deal here").await);
}
