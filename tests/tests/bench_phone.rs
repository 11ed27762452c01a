//! How long the site takes to open on a slow phone, with many modules and with few:
//! `cargo xtask bench` prints it.
//!
//! Each opening is a first visit in a browser of its own, over 1.6 Mbit/s with 150 ms
//! to the server and back, with the processor four times slower; files are packed with
//! brotli. The first screen counts as readable when it is first painted.

use serde_json::json;
use waymark_tests::{Folder, Page, Site, Wishes};
use xtask::server::Manner;

const SLOWER: u32 = 4;

/// 1.6 Mbit/s, in bytes a second.
const THROUGHPUT: u32 = 200_000;

/// The round trip to the server, in milliseconds.
const LATENCY: u32 = 150;

/// Odd, so that one result is the median.
const ROUNDS: usize = 5;

/// The course as it was with five modules.
const FEW: [&str; 5] =
    ["starting-here", "what-recovery-can-mean", "feeling-safer", "my-directions", "stigma-and-shame"];

fn with_few(folder: &Folder) {
    let contents = folder.read("modules/en/course.md");
    let stays = |line: &&str| {
        let is_link = line.starts_with("- [");
        !is_link || FEW.iter().any(|id| line.contains(&format!("({id}.md)")))
    };
    folder.write("modules/en/course.md", contents.lines().filter(stays).collect::<Vec<_>>().join("\n"));
}

#[tokio::test]
#[ignore = "measures, proves nothing"]
async fn opening_on_a_slow_phone() {
    let manner = || Manner { packed: true, ..Manner::default() };
    let few = Site::hosted(manner(), with_few);
    let many = Site::hosted(manner(), |_| {});
    // The server packs its files once.
    for site in [&few, &many] {
        Page::open(site, "").await.close().await;
    }
    let mut times = [Vec::new(), Vec::new()];
    for _ in 0..ROUNDS {
        for (site, times) in [&few, &many].into_iter().zip(&mut times) {
            times.push(open(site).await);
        }
    }
    println!(
        "\nA first visit over 1.6 Mbit/s and 150 ms, processor {SLOWER} times slower; medians of {ROUNDS}."
    );
    for (at, what) in
        ["until the first screen can be read", "until everything can be used"].iter().enumerate()
    {
        let [few, many] = times.each_ref().map(|times| {
            let mut one: Vec<f64> = times.iter().map(|pair: &[f64; 2]| pair[at]).collect();
            one.sort_by(f64::total_cmp);
            one[ROUNDS / 2]
        });
        println!(
            "{what}: {:.2} times as long with 25 modules as with 5; {many:.0} ms, {few:.0} ms",
            many / few
        );
    }
}

/// Milliseconds until the first screen is painted, and until the app can be used.
async fn open(site: &Site) -> [f64; 2] {
    let page = Page::open_at("about:blank", Wishes::default()).await;
    let tools = page.driver().cdp();
    tools.send_raw("Network.enable", json!({})).await.unwrap();
    let network = json!({ "offline": false, "latency": LATENCY, "downloadThroughput": THROUGHPUT,
        "uploadThroughput": THROUGHPUT });
    tools.send_raw("Network.emulateNetworkConditions", network).await.unwrap();
    tools.send_raw("Emulation.setCPUThrottlingRate", json!({ "rate": SLOWER })).await.unwrap();
    let probe = "new MutationObserver(() => {
        if (document.documentElement.dataset.app === 'ready') globalThis.usable ??= performance.now();
    }).observe(document, { attributes: true, subtree: true, attributeFilter: ['data-app'] })";
    tools.send_raw("Page.addScriptToEvaluateOnNewDocument", json!({ "source": probe })).await.unwrap();
    page.driver().goto(site.address("#/")).await.unwrap();
    page.wait_for("return globalThis.usable !== undefined").await;
    let read = "return performance.getEntriesByName('first-contentful-paint')[0].startTime";
    let times = [page.run(read).await, page.run("return globalThis.usable").await];
    page.close().await;
    times.map(|time| time.as_f64().expect("the page measured something"))
}
