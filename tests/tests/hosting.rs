//! Servers and connections as they should not be, each caused for real; and the
//! site without any server.

use std::path::Path;
use std::time::Duration;
use tempfile::TempDir;
use waymark_tests::shipped::{QUESTION, STEP};
use waymark_tests::{Kind, Page, Site, Wishes, in_both_browsers};
use xtask::bundle::{self, Zip};
use xtask::server::{Manner, Types};
use xtask::setup::root;

/// Reads, writes, and finds it again.
async fn works(site: &Site, browser: Kind) -> Page {
    let page = Page::open_as(site, STEP, Wishes { browser, ..Wishes::default() }).await;
    page.has_heading("A sign on a footpath").await;
    page.write(QUESTION, "a leaflet").await;
    page.sees("Kept in this browser").await;
    page.visit(&site.address(STEP)).await;
    page.wait_until_ready().await;
    assert_eq!(page.written(QUESTION).await, "a leaflet");
    page
}

fn deep() -> String {
    "n\u{e4}kemys folder/\u{308f}\u{305f}\u{3057} \u{306e}/site".to_owned()
}

async fn it_works_deep_in_a_server_with_spaces_and_other_letters(browser: Kind) {
    works(&Site::hosted(Manner { under: deep(), ..Manner::default() }, |_| {}), browser).await;
    works(&Site::secure(Manner { under: deep(), ..Manner::default() }, |_| {}), browser).await;
}

async fn it_works_where_every_other_file_is_called_plain_text(browser: Kind) {
    let site = Site::hosted(Manner { types: Types::Plain, ..Manner::default() }, |_| {});
    let page = works(&site, browser).await;
    // A browser accepts a worker only from a server that calls it a script.
    assert_eq!(page.run("return document.documentElement.dataset.offline").await, "not");
    page.go("#/data").await;
    page.sees("This page works online only: this browser did not let it be kept").await;
}

/// What IIS serves: a few types it knows, and those that web.config adds.
async fn it_works_where_unknown_types_are_refused(browser: Kind) {
    let settings = std::fs::read_to_string(root().join("host/web.config")).unwrap();
    let added = settings.split("<mimeMap fileExtension=\"").skip(1).filter_map(|rest| rest.split('"').next());
    let known = [".html", ".js", ".css", ".png", ".jpg", ".txt", ".ico"];
    let types = Types::Only(known.into_iter().chain(added).map(str::to_owned).collect());
    let page = works(&Site::hosted(Manner { types, ..Manner::default() }, |_| {}), browser).await;
    assert_eq!(page.run("return document.documentElement.dataset.offline").await, "ready");
}

async fn it_works_over_a_slow_connection(browser: Kind) {
    let pace = Some((16_000, Duration::from_millis(20)));
    works(&Site::hosted(Manner { pace, ..Manner::default() }, |_| {}), browser).await;
}

/// The whole site as a file, opened without a server.
async fn one_file_works_without_a_server(browser: Kind) {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("way mark.html");
    std::fs::write(&file, bundle::whole_page(&root().join("dist")).unwrap()).unwrap();
    let address = format!("file://{}", file.display()).replace(' ', "%20");
    let page = Page::open_at(&address, Wishes { browser, ..Wishes::default() }).await;
    page.wait_until_ready().await;
    page.sees("What you write is kept in this browser on this computer, not in the file").await;
    page.go(STEP).await;
    page.write(QUESTION, "a leaflet").await;
    page.sees("Kept in this browser").await;
    page.visit(&format!("{address}{STEP}")).await;
    page.wait_until_ready().await;
    assert_eq!(page.written(QUESTION).await, "a leaflet");
    page.go("#/data").await;
    page.sees("This page was opened from a file.").await;
    let fetched = page.run("return performance.getEntriesByType('resource').length").await;
    assert_eq!(fetched, 0, "it asks for nothing");
    let reached =
        page.run("return fetch('https://example.org/').then(() => 'reached', () => 'refused')").await;
    assert_eq!(reached, "refused");
    page.go("#/settings").await;
    page.choose("日本語").await;
    page.wait_for(
        "return document.documentElement.lang === 'ja' && document.documentElement.dataset.app === 'ready'",
    )
    .await;
    page.sees("設定").await;
}

in_both_browsers! {
    it_works_deep_in_a_server_with_spaces_and_other_letters,
    it_works_where_every_other_file_is_called_plain_text,
    it_works_where_unknown_types_are_refused,
    it_works_over_a_slow_connection,
    one_file_works_without_a_server,
}

#[tokio::test]
async fn when_the_app_is_cut_off_the_helplines_are_there() {
    let site = Site::hosted(Manner { cut: Some(".wasm".into()), ..Manner::default() }, |_| {});
    let page = Page::open_unready(&site, "", Wishes::default()).await;
    page.wait_for("return document.documentElement.dataset.app === 'failed'").await;
    page.sees("This page could not open all of its parts.").await;
    page.sees("116 123").await;
}

#[tokio::test]
async fn when_a_module_is_cut_off_the_others_are_there() {
    let site = Site::hosted(Manner { cut: Some("en/feeling-safer.md".into()), ..Manner::default() }, |_| {});
    let page = Page::open(&site, "#/modules").await;
    page.sees("Starting here").await;
    assert!(!page.shows("Feeling safer Notice").await);
    page.go("#/check").await;
    page.sees("The server did not give this file out").await;
}

#[test]
fn the_zip_is_the_same_each_time_and_its_checksums_are_right() {
    let site = root().join("dist");
    for which in [Zip::First, Zip::Update] {
        let files = bundle::files(&site, which).unwrap();
        let zip = bundle::packed(&files).unwrap();
        assert!(zip == bundle::packed(&bundle::files(&site, which).unwrap()).unwrap(), "two zips differ");
        let folder = TempDir::new().unwrap();
        bundle::unpack(&zip, folder.path()).unwrap();
        let checked = std::process::Command::new("sha256sum")
            .args(["--check", "--quiet", "SHA256SUMS"])
            .current_dir(folder.path())
            .status()
            .unwrap();
        assert!(checked.success());
        has_all_a_centre_needs(folder.path(), which);
    }
}

fn has_all_a_centre_needs(folder: &Path, which: Zip) {
    for name in [
        "START-HERE.html",
        "write-a-module.html",
        "changes.html",
        "web.config",
        "settings/nginx.conf",
        "settings/apache.conf",
        "worker.js",
    ] {
        assert!(folder.join(name).exists(), "{name}");
    }
    // What a centre wrote is not in what it puts over its folder.
    assert_eq!(folder.join("modules").exists(), which == Zip::First);
}
