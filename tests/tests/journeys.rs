//! The requests are the same whatever the learner does: no server can tell from
//! them what was read, written or chosen.

use thirtyfour::prelude::*;
use waymark_tests::shipped::QUESTION;
use waymark_tests::{ADDRESSES, Page, Site};

const JOURNEYS: [&str; 24] = [
    "nothing",
    "one module",
    "all modules",
    "reflection",
    "list",
    "goal",
    "follow-up",
    "plan",
    "journal",
    "learning plan",
    "paper",
    "sheet",
    "settings",
    "lock",
    "forget",
    "erase",
    "backup",
    "closed backup",
    "without trace",
    "help",
    "wrong addresses",
    "quiet titles",
    "addresses as words",
    "years of writing",
];

async fn with_heading(page: &Page, hash: &str) {
    page.go(hash).await;
    page.wait_for("return document.querySelector('#app h1') !== null").await;
}

async fn read_all_steps(page: &Page, module: &str) {
    with_heading(page, &format!("#/modules/{module}")).await;
    page.follow("Begin").await;
    for _ in 0..9 {
        page.wait_for("return location.hash.split('/').length === 4").await;
        let next = page.run("const next = [...document.querySelectorAll('.ways a')].find((one) => one.textContent.startsWith('Next')); if (next) next.click(); return Boolean(next)").await;
        if next != true {
            break;
        }
    }
}

/// Presses and ticks everything on a page that does not lead elsewhere or away.
const TOUCH: &str = "
    document.querySelectorAll('main summary').forEach((one) => one.click());
    document.querySelectorAll('main :is(input[type=radio], input[type=checkbox])').forEach((one) => { if (one.name !== 'language') one.click(); });
    return true";

#[allow(clippy::too_many_lines)]
async fn travel(page: &Page, journey: &str) {
    match journey {
        "nothing" => {}
        "one module" => read_all_steps(page, "feeling-safer").await,
        "all modules" => {
            for module in [
                "starting-here",
                "what-recovery-can-mean",
                "feeling-safer",
                "my-directions",
                "stigma-and-shame",
            ] {
                read_all_steps(page, module).await;
            }
        }
        "reflection" => {
            page.go("#/modules/starting-here/1").await;
            page.write(QUESTION, "a secret").await;
        }
        "list" => {
            page.go("#/modules/feeling-safer/2").await;
            page.write("Something for your list", "a secret").await;
        }
        "goal" | "follow-up" => {
            page.go("#/goals").await;
            page.press("Start a goal").await;
            page.write("What I would like", "a secret").await;
            if journey == "follow-up" {
                page.press("Have a follow-up today").await;
                page.write("What helped?", "a secret").await;
            }
        }
        "plan" => {
            page.go("#/plan").await;
            page.wait_for("return document.querySelector('main textarea') !== null").await;
            page.driver().find(By::Css("main textarea")).await.unwrap().send_keys("a secret").await.unwrap();
            with_heading(page, "#/plan/card").await;
        }
        "journal" => {
            page.go("#/journal").await;
            page.write("Write something of your own, if you like", "a secret").await;
        }
        "learning plan" => {
            with_heading(page, "#/learning-plan").await;
            page.run(TOUCH).await;
        }
        "paper" => {
            for hash in ADDRESSES.iter().filter(|hash| hash.contains("paper") || hash.contains("card")) {
                with_heading(page, hash).await;
                page.run("document.querySelectorAll('main .controls button').forEach((one) => one.click())")
                    .await;
            }
        }
        "sheet" => {
            with_heading(page, "#/sheet").await;
            page.run(TOUCH).await;
        }
        "settings" => {
            with_heading(page, "#/settings").await;
            page.run(TOUCH).await;
        }
        "lock" => {
            page.put_lock("correct horse").await;
            page.press("Lock").await;
            page.unlock("correct horse").await;
            page.take_lock_off("correct horse").await;
        }
        "forget" | "erase" => {
            page.go("#/modules/starting-here/1").await;
            page.write(QUESTION, "a secret").await;
            page.go("#/data").await;
            if journey == "erase" {
                page.press("Erase everything here").await;
                page.press("Yes, take it away").await;
                page.sees("Everything this site kept in this browser is erased").await;
            } else {
                page.unfold("Take away what was written in one module").await;
                page.press("Take away: Starting here").await;
                page.press("Yes, take it away").await;
                page.wait_for_kept("return !things().some((name) => name.includes('starting-here'))").await;
            }
        }
        "backup" => {
            page.go("#/data").await;
            page.press("Save a backup file").await;
            page.unfold("What this page has asked for").await;
        }
        "closed backup" => {
            page.go("#/data").await;
            page.unfold("Put a passphrase on the file").await;
            page.write("A new passphrase", "correct horse").await;
            page.write("The new passphrase once more", "correct horse").await;
            page.press("Save a backup file with a passphrase").await;
            page.sees("The backup file with a passphrase is saved.").await;
        }
        "without trace" => {
            page.go("#/private").await;
            page.press("Begin without keeping anything").await;
            page.go("#/modules/starting-here/1").await;
            page.write(QUESTION, "a secret").await;
            page.go("#/private").await;
            page.press("End this session").await;
            page.press("Yes, take it away").await;
            page.sees("Begin without keeping anything").await;
        }
        "help" => {
            page.follow("Help now").await;
            page.has_heading("Help now").await;
            page.run("document.querySelectorAll('main a[href^=tel]').forEach((one) => one.click())").await;
            page.follow("Settle for a moment").await;
            page.press("Begin").await;
        }
        "wrong addresses" => {
            for hash in
                ["#/nothing", "#/modules/not-there", "#/modules/feeling-safer/99", "#/check", "#anchor"]
            {
                page.go(hash).await;
            }
        }
        "quiet titles" => {
            page.go("#/private").await;
            page.choose("A quiet title, the same for every page").await;
            page.wait_for("return document.title === 'Notes'").await;
        }
        "addresses as words" => {
            page.go("#/journal").await;
            page.write("Write something of your own, if you like", "https://a.example/x.png <img src=/leak>")
                .await;
            with_heading(page, "#/sheet").await;
            page.run(TOUCH).await;
        }
        "years of writing" => {
            for n in 0..300 {
                page.put(&format!("waymark.note.n{n}"), &format!(r#"{{"form":1,"revision":1,"changed":"2026-01-01T10:00:00","value":{{"on":"2026-01-01T10:00:00","words":"Words {n}"}}}}"#)).await;
            }
            with_heading(page, "#/journal").await;
        }
        other => panic!("{other} is no journey"),
    }
    with_heading(page, "#/help").await;
}

fn sorted(mut requests: Vec<String>) -> Vec<String> {
    requests.sort();
    requests
}

/// What a first and a later visit request on a journey.
async fn asked_on(journey: &str) -> (Vec<String>, Vec<String>) {
    let site = Site::built();
    let page = Page::open(&site, "").await;
    travel(&page, journey).await;
    let first = site.requests();
    page.driver().goto("about:blank").await.unwrap();
    page.driver().goto(site.address("#/")).await.unwrap();
    page.wait_until_ready().await;
    travel(&page, journey).await;
    let later = site.requests()[first.len()..].to_vec();
    // A machine without a telephone reports that it has none.
    let complaints = page.complaints().await.into_iter().filter(|complaint| !complaint.contains("tel:"));
    assert_eq!(complaints.collect::<Vec<_>>(), Vec::<String>::new(), "{journey}");
    (sorted(first), sorted(later))
}

async fn all_the_same(journeys: &[&str]) {
    let (first, later) = asked_on("nothing").await;
    assert!(first.len() >= 10 && later.len() >= 9, "{first:?} {later:?}");
    for journey in journeys {
        let (other_first, other_later) = asked_on(journey).await;
        assert_eq!(other_first, first, "the first visit: {journey}");
        // After erasing, nothing is left in the browser, not even the app: whoever
        // comes then is new.
        let later = if *journey == "erase" { &first } else { &later };
        assert_eq!(other_later, *later, "a later visit: {journey}");
    }
}

#[tokio::test]
async fn the_first_half_of_the_journeys_asks_for_the_same() {
    all_the_same(&JOURNEYS[..12]).await;
}

#[tokio::test]
async fn the_other_half_of_the_journeys_asks_for_the_same() {
    all_the_same(&JOURNEYS[12..]).await;
}
