//! Use without a connection, new versions, and installing.

use serde_json::json;
use waymark_tests::{Kind, PLAIN_HOST, Page, Site, Wishes, in_both_browsers};
use xtask::server::Manner;

const STEP: &str = "#/modules/starting-here/1";
const QUESTION: &str = "What brought you here today?";

async fn open(site: &Site, hash: &str, browser: Kind) -> Page {
    Page::open_as(site, hash, Wishes { browser, ..Wishes::default() }).await
}

/// The state of use without a connection, as the page reports it.
async fn state(page: &Page) -> String {
    page.run("return document.documentElement.dataset.offline").await.as_str().unwrap().to_owned()
}

/// What the caches of this site hold: name of the cache and paths.
async fn caches(page: &Page) -> serde_json::Value {
    page.run(
        "return (async () => {
            const all = [];
            for (const name of (await caches.keys()).sort()) {
                const cache = await caches.open(name);
                const paths = (await cache.keys()).map((one) => new URL(one.url).pathname).sort();
                all.push([name.replace(location.origin, ''), paths.length]);
            }
            return all;
        })()",
    )
    .await
}

async fn after_a_visit_the_whole_site_opens_without_a_connection(browser: Kind) {
    let site = Site::built();
    let page = open(&site, STEP, browser).await;
    assert_eq!(state(&page).await, "ready");
    page.write(QUESTION, "a leaflet").await;
    let (home, step) = (site.address("#/data"), site.address("#/modules/feeling-safer/2"));
    let first = site.address(STEP);
    drop(site);
    page.visit(&step).await;
    page.wait_until_ready().await;
    page.write("Something for your list", "tea").await;
    page.visit(&first).await;
    page.wait_until_ready().await;
    assert_eq!(page.written(QUESTION).await, "a leaflet");
    page.visit(&home).await;
    page.wait_until_ready().await;
    page.sees("This page also opens without a connection").await;
    // The other languages too, which nobody has opened yet.
    page.go("#/settings").await;
    page.choose("日本語").await;
    page.wait_for("return document.documentElement.lang === 'ja'").await;
    page.wait_until_ready().await;
    page.visit(&home.replace("#/data", "#/modules/what-recovery-can-mean")).await;
    page.wait_until_ready().await;
    page.has_heading("リカバリーって何だろう").await;
}

async fn a_course_file_that_was_changed_is_there_at_the_next_visit(browser: Kind) {
    let site = Site::built();
    let page = open(&site, "#/modules", browser).await;
    let text = site.folder().read("modules/en/feeling-safer.md");
    site.folder()
        .write("modules/en/feeling-safer.md", text.replace("title: Feeling safer", "title: At ease"));
    site.folder().write("modules/en/own.md", "---\ntitle: Our own\nsummary: S\n---\n## A\n\nWords.\n");
    let contents = site.folder().read("modules/en/course.md");
    site.folder().write("modules/en/course.md", format!("{contents}- [Our own](own.md)\n"));
    let address = site.address("#/modules");
    page.visit(&address).await;
    page.wait_until_ready().await;
    page.sees("At ease").await;
    page.sees("Our own").await;
    drop(site);
    page.visit(&address).await;
    page.wait_until_ready().await;
    page.sees("At ease").await;
    page.sees("Our own").await;
}

/// Makes the files of a site another version, as a newer build would.
fn upload_newer(site: &Site, names: &[&str]) {
    for name in names {
        let text = site.folder().read(name);
        let (_, rest) =
            text.split_once(["data-version=\"", "VERSION = \""][usize::from(*name == "worker.js")]).unwrap();
        let old = rest.split('"').next().unwrap();
        site.folder().write(name, text.replace(old, "00newer00newer00"));
    }
}

const VERSION: &str = "return document.documentElement.dataset.version";

async fn a_newer_version_waits_for_the_person(browser: Kind) {
    let site = Site::built();
    let page = open(&site, STEP, browser).await;
    let old = page.run(VERSION).await;
    upload_newer(&site, &["index.html", "worker.js"]);
    page.visit(&site.address(STEP)).await;
    page.wait_until_ready().await;
    page.write(QUESTION, "in the middle of").await;
    page.sees("A newer version of this page is here.").await;
    // It waits as long as a page is open, even across a reload. (Not by the
    // driver's own reload, with which Firefox goes past the worker.)
    page.run("window.before = true; location.reload()").await;
    page.wait_for("return window.before === undefined").await;
    page.wait_until_ready().await;
    page.sees("A newer version of this page is here.").await;
    assert_eq!(page.run(VERSION).await, old);
    page.write(QUESTION, " a sentence").await;
    page.press("Use it now").await;
    page.wait_for("return document.documentElement.dataset.version === '00newer00newer00'").await;
    page.wait_until_ready().await;
    assert_eq!(page.written(QUESTION).await, "in the middle of a sentence");
    assert!(!page.shows("A newer version of this page is here.").await);
    page.wait_for("window.names ??= []; caches.keys().then((names) => { window.names = names; }); return window.names.length === 2").await;
    let names = page.run("return window.names.map((name) => name.replace(location.origin, '')).sort()").await;
    assert_eq!(names, json!(["waymark:/ 00newer00newer00", "waymark:/ course"]));
}

async fn half_a_newer_version_changes_nothing(browser: Kind) {
    let site = Site::built();
    let page = open(&site, STEP, browser).await;
    page.write(QUESTION, "a leaflet").await;
    let old = page.run(VERSION).await;
    // The worker was uploaded, the page not yet.
    upload_newer(&site, &["worker.js"]);
    page.visit(&site.address(STEP)).await;
    page.wait_until_ready().await;
    page.run(
        "window.tried = 'no'; navigator.serviceWorker.getRegistration()
            .then((one) => one.update()).then((one) => {
                const worker = one.installing;
                if (!worker) window.tried = 'gone';
                worker?.addEventListener('statechange', () => { window.tried = worker.state; });
            }, () => { window.tried = 'gone'; })",
    )
    .await;
    page.wait_for("return window.tried === 'redundant' || window.tried === 'gone'").await;
    assert!(!page.shows("A newer version of this page is here.").await);
    let address = site.address(STEP);
    drop(site);
    page.visit(&address).await;
    page.wait_until_ready().await;
    assert_eq!(page.run(VERSION).await, old);
    assert_eq!(page.written(QUESTION).await, "a leaflet");
}

async fn helplines_changed_in_the_page_itself_are_kept_too(browser: Kind) {
    let site = Site::built();
    let page = open(&site, STEP, browser).await;
    let text = site.folder().read("index.html");
    site.folder().write("index.html", text.replace("116 123", "116 999"));
    // The first visit afterwards fetches it, the next one has it.
    for _ in 0..2 {
        page.visit(&site.address(STEP)).await;
        page.wait_until_ready().await;
    }
    page.wait_for(
        "window.pages ??= ''; (async () => {
            for (const name of await caches.keys()) {
                const kept = await (await caches.open(name)).match('./');
                if (kept) window.pages = await kept.text();
            }
        })(); return window.pages.includes('116 999')",
    )
    .await;
}

async fn two_installations_on_one_host_do_not_touch_each_other(browser: Kind) {
    let site = Site::built();
    let below = site.folder().path().join("below");
    site.folder().copy_to(&below);
    site.folder()
        .write("below/modules/centre.md", "---\nleave: https://www.wikipedia.org/\n---\n# Below {#en}\n");
    let page = open(&site, "#/data", browser).await;
    let below = site.address("below/#/data");
    page.visit(&below).await;
    page.wait_until_ready().await;
    page.has_heading("What is kept here").await;
    assert_eq!(page.run("return document.title").await, "What is kept here · Below");
    let all = caches(&page).await;
    assert_eq!(all.as_array().unwrap().len(), 4, "{all}");
    // Erasing in one folder leaves the other alone.
    page.visit(&site.address("#/data")).await;
    page.wait_until_ready().await;
    assert_eq!(page.run("return document.title").await, "What is kept here · Waymark");
    page.press("Erase everything here").await;
    page.press("Yes, take it away").await;
    page.sees("Everything this site kept in this browser is erased.").await;
    page.wait_for("window.left ??= -1; caches.keys().then((names) => { window.left = names.length; }); return window.left === 2").await;
    drop(site);
    page.visit(&below).await;
    page.wait_until_ready().await;
    assert_eq!(page.run("return document.title").await, "What is kept here · Below");
}

async fn over_https_with_a_certificate_of_ones_own_it_works_too(browser: Kind) {
    let site = Site::secure(Manner::default(), |_| {});
    let page = open(&site, STEP, browser).await;
    assert_eq!(state(&page).await, "ready");
    let address = site.address(STEP);
    drop(site);
    page.visit(&address).await;
    page.wait_until_ready().await;
    page.has_heading("A sign on a footpath").await;
}

in_both_browsers! {
    after_a_visit_the_whole_site_opens_without_a_connection,
    a_course_file_that_was_changed_is_there_at_the_next_visit,
    a_newer_version_waits_for_the_person,
    half_a_newer_version_changes_nothing,
    helplines_changed_in_the_page_itself_are_kept_too,
    two_installations_on_one_host_do_not_touch_each_other,
    over_https_with_a_certificate_of_ones_own_it_works_too,
}

#[tokio::test]
async fn on_plain_http_it_says_that_it_works_online_only() {
    let site = Site::built();
    let address = site.address("#/data").replace("127.0.0.1", PLAIN_HOST);
    let page = Page::open_at(&address, Wishes::default()).await;
    page.wait_until_ready().await;
    assert_eq!(state(&page).await, "http");
    page.sees("This page works online only. Its address begins with http:").await;
    page.sees("On an iPhone or iPad it is worth putting this page on the home screen").await;
    assert_eq!(site.worker_requests(), Vec::<String>::new());
}

/// The worker asks for the page, the app and every course file of every language,
/// whatever happens on the page, and for nothing with anything added to it.
#[tokio::test]
async fn the_worker_asks_for_what_there_is_and_nothing_else() {
    let site = Site::built();
    let page = Page::open(&site, STEP).await;
    page.write(QUESTION, "a secret").await;
    page.go("#/goals").await;
    let mut asked = site.worker_requests();
    asked.sort();
    let mut names = site.folder().names("modules");
    // Class notes are kept once a class has asked for them, and what the check alone reads
    // once it was opened.
    names.retain(|name| !name.contains("/class/") && name != "exercises.md");
    let mut there: Vec<String> = names.iter().map(|name| format!("GET /modules/{name}")).collect();
    there.extend(["GET /".to_owned(), "GET /worker.js".to_owned(), format!("GET /{}", site.folder().wasm())]);
    there.sort();
    assert_eq!(asked, there);
}

/// Trouble at the server is no reason to lose what is here.
#[tokio::test]
async fn a_connection_that_is_cut_off_leaves_the_course_that_was_there() {
    let site = Site::built();
    let page = Page::open(&site, STEP).await;
    let manner = Manner { cut: Some("feeling-safer".into()), ..Manner::default() };
    let site = Site::again(site.stop(), manner);
    page.visit(&site.address("#/modules/feeling-safer/2")).await;
    page.wait_until_ready().await;
    page.sees("Something for your list").await;
}

/// Chromium reports whether a person could install the site, on a first visit and on a
/// later one, whose network is closed sooner.
#[tokio::test]
async fn the_site_can_be_installed() {
    let site = Site::built();
    let page = Page::open(&site, "").await;
    for _ in 0..3 {
        let errors = page.driver().cdp().send_raw("Page.getInstallabilityErrors", json!({})).await.unwrap();
        assert_eq!(errors["installabilityErrors"], json!([]));
        let manifest = page.driver().cdp().send_raw("Page.getAppManifest", json!({})).await.unwrap();
        assert_eq!(manifest["errors"], json!([]));
        let read: serde_json::Value = serde_json::from_str(manifest["data"].as_str().unwrap()).unwrap();
        assert_eq!(read["name"], "Waymark");
        page.visit(&site.address("#/help")).await;
        page.wait_until_ready().await;
    }
    for name in
        ["icon-180.png", "icon-192.png", "icon-512.png", "screenshot-phone.png", "screenshot-wide.png"]
    {
        assert!(site.folder().path().join(name).exists(), "{name}");
    }
}
