//! How much is missing when the whole browser ends at once, and how long keys
//! take: `cargo xtask bench` prints it. Nothing fails here for being slow.

use std::time::{Duration, Instant};
use tempfile::TempDir;
use waymark_tests::{Kind, Page, Site, Wishes};

const STEP: &str = "#/modules/starting-here/1";
const QUESTION: &str = "What brought you here today?";

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
