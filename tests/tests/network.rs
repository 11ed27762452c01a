//! What leaves the device: requests for the course, and nothing else.

use waymark_tests::{Kind, Page, Site, Wishes, in_both_browsers};
use xtask::server::Manner;

/// What a first visit in English requests. By itself, Chromium also fetches what
/// it would need to install the site, and Firefox at one of its icons.
fn first_visit(site: &Site, browser: Kind) -> Vec<String> {
    let wasm = site.folder().wasm();
    let mut asked = vec!["GET /".to_owned(), format!("GET /{wasm}"), "GET /modules/centre.md".to_owned()];
    let course = ["course.md", "help.md", "plan.md", "words.json", "about.md"];
    // All modules; class notes are only for class mode.
    let names = site.folder().names("modules/en");
    let is_module = |name: &&String| !name.contains('/') && !course.contains(&name.as_str());
    let modules = names.iter().filter(is_module).map(String::as_str);
    asked.extend(course.into_iter().chain(modules).map(|name| format!("GET /modules/en/{name}")));
    asked.push(match browser {
        Kind::Chromium => "GET /manifest.webmanifest".to_owned(),
        Kind::Firefox | Kind::WebKit => "GET /icon-180.png".to_owned(),
    });
    asked
}

/// Requests that start together may arrive in any order.
fn sorted(mut requests: Vec<String>) -> Vec<String> {
    requests.sort();
    requests
}

async fn only_the_page_the_app_and_the_course_are_asked_for(browser: Kind) {
    let site = Site::built();
    let page = Page::open_as(&site, "", Wishes { browser, ..Wishes::default() }).await;
    assert_eq!(sorted(site.requests()), sorted(first_visit(&site, browser)));
    assert_eq!(page.complaints().await, Vec::<String>::new());
}

async fn nothing_is_asked_for_once_the_network_is_closed(browser: Kind) {
    let site = Site::built();
    let page = Page::open_as(&site, "", Wishes { browser, ..Wishes::default() }).await;
    page.wait_for("return document.documentElement.dataset.network === 'closed'").await;
    let before = site.requests();
    for hash in
        ["#/modules", "#/modules/feeling-safer", "#/modules/feeling-safer/2", "#/goals", "#/help", "#/data"]
    {
        page.go(hash).await;
        page.wait_for("return document.querySelector('#app h1') !== null").await;
    }
    page.go("#/modules/feeling-safer/2").await;
    page.write("Something for your list", "secret").await;
    page.go("#/goals").await;
    page.press("Start a goal").await;
    page.write("What I would like", "secret").await;
    assert_eq!(site.requests(), before);
    assert_eq!(page.complaints().await, Vec::<String>::new());
}

async fn a_script_cannot_reach_the_network_any_more(browser: Kind) {
    let site = Site::built();
    let page = Page::open_as(&site, "", Wishes { browser, ..Wishes::default() }).await;
    let before = site.requests();
    // Not even with the policy that closed it removed.
    page.run("document.querySelectorAll('meta[http-equiv]').forEach((one) => one.remove())").await;
    let tries = "
        const workers = [() => new Worker('worker.js?leak'), () => navigator.serviceWorker.register('worker.js?leak')];
        for (const start of workers) { try { await start(); } catch {} }
        const done = await Promise.allSettled([fetch('/leak'), fetch('modules/centre.md')]);
        const socket = await new Promise((told) => {
            try { const s = new WebSocket('ws://' + location.host); s.onerror = () => told('refused'); } catch { told('refused'); }
        });
        return [...done.map((one) => one.status), socket, navigator.sendBeacon('/leak')].join(' ')";
    let told = page.run(&format!("return (async () => {{ {tries} }})()")).await;
    assert!(told.as_str().unwrap().starts_with("rejected rejected refused"), "{told}");
    page.run(
        "for (const [tag, name] of [['img', 'src'], ['link', 'href'], ['iframe', 'src'], ['object', 'data'], ['video', 'src'], ['script', 'src']]) {
            const one = document.createElement(tag); one.rel = 'stylesheet';
            // Trusted Types may refuse it before the policy does.
            try { one[name] = '/leak'; document.body.append(one); } catch {}
        }
        const way = document.createElement('a'); way.ping = '/leak'; way.href = '#/help'; document.body.append(way); way.click();
        return new Promise((done) => setTimeout(done, 200))",
    )
    .await;
    assert_eq!(site.requests(), before);
}

in_both_browsers! {
    only_the_page_the_app_and_the_course_are_asked_for,
    nothing_is_asked_for_once_the_network_is_closed,
    a_script_cannot_reach_the_network_any_more,
}

#[tokio::test]
async fn the_site_works_in_a_folder_of_a_server() {
    let site = Site::hosted(Manner { under: "some/folder".into(), ..Manner::default() }, |_| {});
    let page = Page::open(&site, "#/modules/starting-here/1").await;
    page.write("What brought you here today?", "a leaflet").await;
    page.sees("Kept in this browser").await;
    page.reload().await;
    assert_eq!(page.written("What brought you here today?").await, "a leaflet");
    assert!(site.requests().iter().all(|request| request.starts_with("GET /some/folder/")));
}

#[tokio::test]
async fn another_language_asks_for_its_own_files() {
    let site = Site::built();
    Page::open_as(&site, "", Wishes { language: "ja", ..Wishes::default() }).await;
    let asked = site.requests();
    assert!(asked.contains(&"GET /modules/ja/what-recovery-can-mean.md".to_owned()));
    assert!(!asked.iter().any(|request| request.contains("/en/")), "{asked:?}");
}
