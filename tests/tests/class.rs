//! Live classes: two windows in step, and nothing of a learner in any of them.

use waymark::course::{ModuleId, class};
use waymark_tests::{A4, Kind, Page, Site, Wishes, in_both_browsers};

const PAGES: [&str; 10] = [
    "#/class",
    "#/class/making-sense",
    "#/class/making-sense/1",
    "#/class/making-sense/3",
    "#/class/making-sense/notes",
    "#/worksheets",
    "#/certificate",
    "#/about",
    "#/help",
    "#/pause",
];

/// Everything that is kept, as text.
async fn all_kept(page: &Page) -> String {
    page.run("return JSON.stringify(Object.entries(localStorage).sort())").await.to_string()
}

async fn open(site: &Site, hash: &str, browser: Kind) -> Page {
    Page::open_as(site, hash, Wishes { browser, ..Wishes::default() }).await
}

/// Presses a key as a presenter's remote does: wherever the focus is.
async fn remote(page: &Page, key: &str) {
    page.run(&format!(
        "document.body.dispatchEvent(new KeyboardEvent('keydown', {{ key: '{key}', bubbles: true }}))"
    ))
    .await;
}

async fn no_page_of_a_class_shows_or_changes_what_is_kept(browser: Kind) {
    let site = Site::built();
    let page = open(&site, "#/", browser).await;
    page.put_a_little_of_everything().await;
    page.put(
        "waymark.answer.making-sense.words-i-choose",
        r#"{"version":1,"revision":1,"changed":"2026-01-01T10:00:00","value":{"text":"xyzzy"}}"#,
    )
    .await;
    let before = all_kept(&page).await;
    page.visit(&site.address("#/class")).await;
    page.wait_until_ready().await;
    for address in PAGES {
        page.go(address).await;
        page.wait_for("return document.querySelector('h1') !== null").await;
        let html = page.run("return document.documentElement.outerHTML").await.to_string();
        for secret in
            ["xyzzy", "Rain on the roof", "Sit in the park", "Mara from the choir", "quiet day, and soup"]
        {
            assert!(!html.contains(secret), "{secret} is at {address}");
        }
        // What Chromium prints is read by another program.
        if browser == Kind::Chromium {
            let printed = page.print(A4).await.words();
            assert!(!printed.contains("xyzzy"), "xyzzy is printed at {address}");
        }
    }
    page.go("#/class/making-sense/2").await;
    page.has_heading("How close to go").await;
    remote(&page, "PageDown").await;
    page.has_heading("Words that fit").await;
    assert_eq!(all_kept(&page).await, before);
}

async fn the_two_windows_stay_in_step(browser: Kind) {
    let site = Site::built();
    let page = open(&site, "#/class/making-sense", browser).await;
    let plan = page.driver().window().await.unwrap();
    let screen = page.another_window(&site.address("#/class/making-sense/1")).await;
    page.has_heading("Opening").await;
    assert!(site.requests().contains(&"GET /modules/en/class/making-sense.md".to_owned()));
    let notes = page.another_window(&site.address("#/class/making-sense/notes")).await;
    page.has_heading("Opening").await;
    // The notes lead …
    page.press("On to: How close to go").await;
    page.has_heading("How close to go").await;
    page.to(&screen).await;
    page.has_heading("How close to go").await;
    // … and the screen does, on and back.
    remote(&page, "PageDown").await;
    page.has_heading("Words that fit").await;
    remote(&page, "PageDown").await;
    page.has_heading("Load and shelter").await;
    remote(&page, "PageUp").await;
    page.has_heading("Words that fit").await;
    page.to(&notes).await;
    page.has_heading("Words that fit").await;
    page.sees("About 15 minutes left").await;
    // Covers can be put on from either window, and go again.
    page.press("Make the screen dark").await;
    page.to(&screen).await;
    page.wait_for("return document.querySelector('.over.dark') !== null").await;
    remote(&page, "b").await;
    page.wait_for("return document.querySelector('.over') === null").await;
    // The screen is closed and opened again, even without a connection.
    page.driver().close_window().await.unwrap();
    let address = site.address("#/class/making-sense/3");
    drop(site);
    page.to(&notes).await;
    page.press("On to: Load and shelter").await;
    page.press("Back to: Words that fit").await;
    page.to(&plan).await;
    let screen = page.another_window(&address).await;
    page.has_heading("Words that fit").await;
    page.to(&notes).await;
    page.press("On to: Load and shelter").await;
    page.to(&screen).await;
    page.has_heading("Load and shelter").await;
    // The notes are closed and opened again.
    page.to(&notes).await;
    page.driver().close_window().await.unwrap();
    page.to(&screen).await;
    let _notes = page.another_window(&address.replace("/3", "/notes")).await;
    page.has_heading("Load and shelter").await;
}

async fn a_class_is_entered_and_left_from_the_site(browser: Kind) {
    let site = Site::built();
    let page = open(&site, "#/modules", browser).await;
    page.go("#/class").await;
    page.has_heading("Live classes").await;
    page.wait_until_ready().await;
    page.follow("Back to the site").await;
    page.wait_for("return document.querySelector('nav.places') !== null").await;
    page.wait_until_ready().await;
    page.go("#/modules").await;
    page.has_heading("Modules").await;
}

async fn the_windows_stay_in_step_through_a_whole_session(browser: Kind) {
    let site = Site::built();
    let text = site.folder().read("modules/en/class/feeling-safer.md");
    let id = ModuleId::new("feeling-safer").unwrap();
    let parts = class::parse(id, "", &text).0.parts;
    assert_eq!(parts.len(), 8);
    let page = open(&site, "#/class/feeling-safer/1", browser).await;
    let screen = page.driver().window().await.unwrap();
    let notes = page.another_window(&site.address("#/class/feeling-safer/notes")).await;
    // On and back without a connection, led by the notes and by the screen in turn.
    drop(site);
    let there_and_back: Vec<_> = parts.iter().chain(parts.iter().rev().skip(1)).collect();
    for (step, pair) in there_and_back.windows(2).enumerate() {
        let (is_on, to_part) = (step < parts.len() - 1, &pair[1].title);
        if step % 2 == 0 {
            page.to(&notes).await;
            page.press(&format!("{} {to_part}", if is_on { "On to:" } else { "Back to:" })).await;
        } else {
            page.to(&screen).await;
            remote(&page, if is_on { "PageDown" } else { "PageUp" }).await;
        }
        for window in [&screen, &notes] {
            page.to(window).await;
            page.has_heading(to_part).await;
        }
    }
    page.has_heading(&parts[0].title).await;
}

in_both_browsers! {
    the_windows_stay_in_step_through_a_whole_session,
    a_class_is_entered_and_left_from_the_site,
    no_page_of_a_class_shows_or_changes_what_is_kept,
    the_two_windows_stay_in_step,
}

/// The sizes of projectors, in CSS pixels.
const PROJECTORS: [(u32, u32); 2] = [(1920, 1080), (1024, 768)];

#[tokio::test]
async fn the_screen_can_be_read_from_the_back() {
    let site = Site::built();
    for size in PROJECTORS {
        let page = Page::open_as(&site, "#/class/making-sense/1", Wishes { size, ..Wishes::default() }).await;
        for (part, over) in [(1, ""), (2, ""), (3, ""), (3, "Code to scan"), (3, "A pause for everyone")] {
            page.go(&format!("#/class/making-sense/{part}")).await;
            page.wait_for("return document.querySelector('.screen h1') !== null").await;
            if !over.is_empty() {
                page.run("document.querySelector('.screen details').open = true").await;
                page.press(over).await;
                page.wait_for("return document.querySelector('.over') !== null").await;
            }
            let small = page
                .run(
                    "const walk = document.createTreeWalker(document.querySelector('.screen'), NodeFilter.SHOW_TEXT);
                    const small = [];
                    while (walk.nextNode()) {
                        const own = walk.currentNode.parentElement;
                        if (!walk.currentNode.data.trim() || own.closest('.heard')) continue;
                        const size = parseFloat(getComputedStyle(own).fontSize);
                        if (size < innerHeight / 25) small.push([walk.currentNode.data, size, innerHeight]);
                    }
                    return small",
                )
                .await;
            assert_eq!(small, serde_json::json!([]), "at {size:?}, part {part} {over}");
            assert_eq!(page.run("return document.links.length").await, 0, "part {part} leads somewhere");
            remote(&page, "Escape").await;
            page.wait_for("return document.querySelector('.over') === null").await;
        }
    }
}

/// Unfolds something, and presses a button in it.
async fn press_more(page: &Page, name: &str) {
    page.run("document.querySelector('.screen details').open = true").await;
    page.press(name).await;
    page.wait_for("return document.querySelector('.over') !== null").await;
}

/// How small the screen is for a phone in the first row, in the middle, and in the
/// last one: two metres wide and eight away, it takes up a fifth of a camera's view.
const DISTANCES: [f64; 3] = [1.0, 0.5, 0.2];

#[tokio::test]
async fn the_codes_are_read_from_every_row_and_hold_an_address_alone() {
    let site = Site::built();
    for (size, dark) in [(PROJECTORS[0], false), (PROJECTORS[1], true), ((390, 844), false)] {
        let wishes = Wishes { size, dark, ..Wishes::default() };
        let page = Page::open_as(&site, "#/class/making-sense/4", wishes).await;
        for (name, address) in [
            ("Code to scan", site.address("#/modules/making-sense/3")),
            ("Code for shared tablets", site.address("#/shared/making-sense/3")),
        ] {
            press_more(&page, name).await;
            page.sees(address.trim_start_matches("http://")).await;
            for factor in DISTANCES.into_iter().filter(|factor| size.0 > 390 || *factor > 0.4) {
                assert_eq!(page.scan(size, factor).await, address, "{size:?} at {factor}");
            }
            page.scan(size, 1.0).await;
            remote(&page, "Escape").await;
            page.wait_for("return document.querySelector('.over') === null").await;
        }
    }
    // What was scanned opens this step.
    let phone = Page::open(&site, "#/modules/making-sense/3").await;
    phone.has_heading("Load and shelter").await;
}

#[tokio::test]
async fn every_part_of_every_session_fits_on_the_screen() {
    let site = Site::built();
    for (size, language) in [(PROJECTORS[0], "en"), (PROJECTORS[1], "en"), (PROJECTORS[1], "ja")] {
        let page = Page::open_as(&site, "#/class", Wishes { size, language, ..Wishes::default() }).await;
        let sessions = page
            .run("return [...document.querySelectorAll('.cards a')].map((a) => a.getAttribute('href'))")
            .await;
        let mut too_long = Vec::new();
        for session in sessions.as_array().unwrap() {
            let session = session.as_str().unwrap();
            page.go(session).await;
            page.wait_for("return document.querySelector('section[aria-labelledby=part-1]') !== null").await;
            let parts =
                page.run("return document.querySelectorAll('section[aria-labelledby^=part-]').length").await;
            for part in 1..=parts.as_u64().unwrap() {
                page.go(&format!("{session}/{part}")).await;
                let stands = format!(
                    "return document.querySelector('.screen .controls > span')?.textContent.includes('{part}')"
                );
                page.wait_for(&stands).await;
                let over = page
                    .run(
                        "const s = document.querySelector('.screen'); return s.scrollHeight - s.clientHeight",
                    )
                    .await;
                if over.as_i64() > Some(1) {
                    too_long.push(format!("{session}/{part} by {over}"));
                }
            }
            page.reload().await;
        }
        assert_eq!(too_long, [""; 0], "{size:?} {language}");
    }
}

#[tokio::test]
async fn what_the_group_says_is_gone_with_the_window_unless_it_is_taken_away() {
    let site = Site::built();
    let page =
        Page::open_as(&site, "#/class/making-sense/3", Wishes { size: PROJECTORS[0], ..Wishes::default() })
            .await;
    let before = all_kept(&page).await;
    page.unfold("What the group says").await;
    page.write("What the group says", "Storm, flood, a long walk").await;
    // It stays from part to part, and keys that are typed do not turn the screen.
    page.write("What the group says", " b.").await;
    remote(&page, "PageDown").await;
    page.has_heading("Load and shelter").await;
    page.unfold("What the group says").await;
    assert_eq!(page.written("What the group says").await, "Storm, flood, a long walk b.");
    page.run(
        "window.saved = []; HTMLAnchorElement.prototype.click = function () { saved.push(this.download); };
        URL.createObjectURL = (blob) => { blob.text().then((text) => saved.push(text)); return '#'; };",
    )
    .await;
    page.press("Take it away as a file").await;
    page.wait_for("return saved.includes('class.txt') && saved.includes('Storm, flood, a long walk b.')")
        .await;
    assert_eq!(all_kept(&page).await, before);
    page.reload().await;
    page.unfold("What the group says").await;
    assert_eq!(page.written("What the group says").await, "");
}

#[tokio::test]
async fn a_click_goes_on_and_one_voice_can_be_read_alone() {
    let site = Site::built();
    let page = Page::open(&site, "#/class/making-sense/1").await;
    page.has_heading("Opening").await;
    page.run("document.querySelector('.shown').click()").await;
    page.has_heading("How close to go").await;
    page.press("Back").await;
    page.has_heading("Opening").await;
    page.go("#/class/making-sense/notes").await;
    let voices =
        "return [...document.querySelectorAll('.voices .third')].map((one) => one.textContent).join()";
    page.wait_for(&voices.replace("return", "return 'Peer,Professional' ===")).await;
    page.choose("Professional").await;
    page.wait_for(&voices.replace("return", "return 'Professional' ===")).await;
    page.press("On to: How close to go").await;
    page.has_heading("How close to go").await;
    assert_eq!(page.run(voices).await, "Professional");
}

/// Without a channel in the browser, a text in storage that is gone at once.
#[tokio::test]
async fn windows_stay_in_step_without_a_channel_too() {
    let site = Site::built();
    let page = Page::open(&site, "#/help").await;
    let script = serde_json::json!({ "source": "delete globalThis.BroadcastChannel" });
    let without = async || {
        let tools = page.driver().cdp();
        tools.send_raw("Page.addScriptToEvaluateOnNewDocument", script.clone()).await.unwrap();
    };
    without().await;
    page.visit(&site.address("#/class/making-sense/1")).await;
    page.wait_until_ready().await;
    assert_eq!(page.run("return typeof BroadcastChannel").await, "undefined");
    let screen = page.driver().window().await.unwrap();
    let before = all_kept(&page).await;
    let notes = page.driver().new_tab().await.unwrap();
    page.to(&notes).await;
    without().await;
    page.visit(&site.address("#/class/making-sense/notes")).await;
    page.wait_until_ready().await;
    page.press("On to: How close to go").await;
    page.has_heading("How close to go").await;
    page.to(&screen).await;
    page.has_heading("How close to go").await;
    remote(&page, "PageDown").await;
    page.has_heading("Words that fit").await;
    page.to(&notes).await;
    page.has_heading("Words that fit").await;
    assert_eq!(all_kept(&page).await, before);
}
