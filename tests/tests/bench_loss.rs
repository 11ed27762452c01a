//! How much is missing when the whole browser ends at once, and how long keys
//! take: `cargo xtask bench` prints it. Nothing fails here for being slow.

use std::time::{Duration, Instant};
use tempfile::TempDir;
use waymark_tests::shipped::{QUESTION, STEP};
use waymark_tests::{Kind, Page, Site, Wishes};

/// Types a number every quarter of a second, for so long, and kills the browser.
/// Seconds between the last number that is there afterwards and the end.
async fn lost_after(browser: Kind, seconds: u64) -> f64 {
    let site = Site::built();
    let profile = TempDir::new().unwrap();
    let wishes = Wishes { browser, profile: Some(profile.path()), ..Wishes::default() };
    let page = Page::open_as(&site, STEP, wishes).await;
    let start = Instant::now();
    let mut typed = Vec::new();
    while start.elapsed() < Duration::from_secs(seconds) {
        page.write(QUESTION, &format!("{} ", typed.len())).await;
        typed.push(start.elapsed());
        tokio::time::sleep(Duration::from_millis(250)).await;
    }
    page.kill();
    let end = start.elapsed();
    let page = Page::open_as(&site, STEP, wishes).await;
    let words = page.written(QUESTION).await;
    let last = words.split_whitespace().count().checked_sub(1).map_or(Duration::ZERO, |at| typed[at]);
    end.saturating_sub(last).as_secs_f64()
}

#[tokio::test]
#[ignore = "measures, proves nothing"]
async fn bench_what_a_killed_browser_loses() {
    for browser in [Kind::Chromium, Kind::Firefox] {
        for seconds in [5, 15, 30, 45, 60] {
            let lost = lost_after(browser, seconds).await;
            println!("{browser:?}, killed after {seconds} s of typing: the last {lost:.1} s are missing");
        }
    }
}

const PASSPHRASE: &str = "correct horse";

/// How long making a key from a passphrase takes, as a person waits for it.
#[tokio::test]
#[ignore = "measures, proves nothing"]
async fn bench_what_a_passphrase_takes() {
    for slower in [1, 4] {
        let site = Site::built();
        let page = Page::open(&site, STEP).await;
        page.write(QUESTION, "by the sea").await;
        let rate = serde_json::json!({ "rate": slower });
        page.driver().cdp().send_raw("Emulation.setCPUThrottlingRate", rate).await.unwrap();
        page.go("#/private").await;
        page.write("A new passphrase", PASSPHRASE).await;
        page.write("The new passphrase once more", PASSPHRASE).await;
        let start = Instant::now();
        page.press("Put the lock on").await;
        page.sees("The lock is on.").await;
        let put = start.elapsed();
        page.press("Lock").await;
        page.write("Passphrase", PASSPHRASE).await;
        let start = Instant::now();
        page.press("Open").await;
        page.sees("The lock is on.").await;
        let opened = start.elapsed();
        page.go("#/data").await;
        page.unfold("Put a passphrase on the file").await;
        page.write("A new passphrase", PASSPHRASE).await;
        page.write("The new passphrase once more", PASSPHRASE).await;
        let start = Instant::now();
        page.press("Save a backup file with a passphrase").await;
        page.sees("The backup file with a passphrase is saved.").await;
        println!(
            "{slower} times slower: the lock put on in {put:.1?}, opened in {opened:.1?}; a backup closed in {:.1?}",
            start.elapsed()
        );
    }
}
