//! The course over bad lines, from odd servers and without room: what is kept is
//! there soon, what arrives is shown, and what is not a course file is never kept as one.

use serde_json::json;
use std::time::Duration;
use waymark_tests::{Kind, Page, Site, Wishes, in_both_browsers};
use xtask::server::Manner;

const MODULE: &str = "#/modules/feeling-safer";
const FILE: &str = "modules/en/feeling-safer.md";
const SUMMARY: &str = "What settles you, the people and places that are easier";

async fn open(site: &Site, browser: Kind) -> Page {
    Page::open_as(site, MODULE, Wishes { browser, ..Wishes::default() }).await
}

async fn visit(page: &Page, site: &Site, hash: &str) {
    page.visit(&site.address(hash)).await;
    page.wait_until_ready().await;
}

/// Gives the module another title.
fn change(site: &Site) {
    let text = site.folder().read(FILE);
    site.folder().write(FILE, text.replace("title: Feeling safer", "title: At ease"));
}

/// A signal and no data: one's own words are not held up for longer than a test waits.
async fn a_line_on_which_nothing_arrives_is_given_up_once(browser: Kind) {
    let site = Site::built();
    let page = open(&site, browser).await;
    let site = Site::again(site.stop(), Manner { mute: true, ..Manner::default() });
    visit(&page, &site, "#/plan").await;
    page.has_heading("My plan").await;
}

/// A little arrives each second, and in all it takes longer than the limit for nothing arriving.
async fn a_line_on_which_something_arrives_is_waited_for(browser: Kind) {
    let site = Site::built();
    let page = open(&site, browser).await;
    change(&site);
    site.folder()
        .write("modules/en/course.md", "# A stage {#start}\n\n- [Feeling safer](feeling-safer.md)\n");
    site.folder().remove("modules/en/words.json");
    let a_ninth = (site.folder().read(FILE).len() / 9, Duration::from_secs(1));
    let site = Site::again(site.stop(), Manner { pace: Some(a_ninth), ..Manner::default() });
    visit(&page, &site, MODULE).await;
    page.has_heading("At ease").await;
}

/// A server in maintenance, a filter, or one that has a page for every address.
async fn a_page_is_never_kept_as_a_course_file(browser: Kind) {
    let site = Site::built();
    let page = open(&site, browser).await;
    site.folder().write(FILE, "\u{feff}<!-- back soon -->\n<!DOCTYPE html><html><p>Maintenance</p></html>");
    visit(&page, &site, MODULE).await;
    page.sees(SUMMARY).await;
    let address = site.address(MODULE);
    drop(site);
    page.visit(&address).await;
    page.wait_until_ready().await;
    page.sees(SUMMARY).await;
}

async fn what_arrives_is_shown_whatever_a_cache_takes(browser: Kind) {
    let site = Site::built();
    let page = open(&site, browser).await;
    change(&site);
    let site = Site::again(site.stop(), Manner { header: Some("Vary: *"), ..Manner::default() });
    visit(&page, &site, MODULE).await;
    page.has_heading("At ease").await;
    // It is kept all the same.
    let address = site.address(MODULE);
    drop(site);
    page.visit(&address).await;
    page.wait_until_ready().await;
    page.has_heading("At ease").await;
}

in_both_browsers! {
    a_line_on_which_nothing_arrives_is_given_up_once,
    a_line_on_which_something_arrives_is_waited_for,
    a_page_is_never_kept_as_a_course_file,
    what_arrives_is_shown_whatever_a_cache_takes,
}

#[tokio::test]
async fn what_arrives_is_shown_where_there_is_no_room_to_keep_it() {
    let site = Site::built();
    let page = open(&site, Kind::Chromium).await;
    change(&site);
    let origin = site.address("").trim_end_matches('/').to_owned();
    let quota = json!({ "origin": origin, "quotaSize": 1 });
    page.driver().cdp().send_raw("Storage.overrideQuotaForOrigin", quota).await.unwrap();
    visit(&page, &site, MODULE).await;
    page.has_heading("At ease").await;
}

/// Even without a worker, a page is not a course file.
#[tokio::test]
async fn a_page_in_place_of_a_file_is_told_as_a_file_that_is_not_there() {
    let site = Site::built();
    site.folder().remove("worker.js");
    site.folder().write(FILE, "<!doctype html><title>Ours</title><p>There is no such file.");
    let page = Page::open(&site, "#/check").await;
    page.sees("listed but not there: en/feeling-safer.md").await;
}
