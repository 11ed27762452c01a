//! Pictures of every page, to look at: `cargo xtask pictures` puts them
//! into `shots/`.
//!
//! `WAYMARK_PICTURES` limits them to those whose name contains it, such as
//! `phone-dark`, so that a quick look need not wait for all.

use waymark_tests::{A4, ADDRESSES, CLASS_ADDRESSES, LETTER, Page, Site, Wishes};
use xtask::setup::root;

const SCREENS: [(&str, (u32, u32)); 3] =
    [("phone", (390, 844)), ("laptop", (1280, 800)), ("projector", (1920, 1080))];

#[tokio::test]
#[ignore = "makes pictures, proves nothing"]
async fn pictures() {
    let folder = root().join("shots");
    std::fs::create_dir_all(&folder).unwrap();
    let wanted = std::env::var("WAYMARK_PICTURES").unwrap_or_default();
    let site = Site::built();
    for (screen, size) in SCREENS {
        for (colours, dark, forced_colours) in
            [("light", false, false), ("dark", true, false), ("forced", true, true)]
        {
            for language in ["en", "ja"] {
                let sort = format!("{screen}-{colours}-{language}");
                // One size is enough to judge forced colours.
                if !sort.contains(&wanted) || forced_colours && screen != "phone" {
                    continue;
                }
                let wishes = Wishes { size, dark, forced_colours, language, ..Wishes::default() };
                let page = Page::open_as(&site, "", wishes).await;
                page.picture(&folder.join(format!("{sort}-empty.png"))).await;
                page.put_a_little_of_everything().await;
                for address in ADDRESSES {
                    page.go(address).await;
                    page.wait_for("return document.querySelector('#app h1') !== null").await;
                    let name = address.trim_start_matches("#/").replace('/', "_");
                    let name = if name.is_empty() { "home" } else { &name };
                    page.picture(&folder.join(format!("{sort}-{name}.png"))).await;
                }
                page.visit(&site.address("#/class")).await;
                page.wait_until_ready().await;
                for address in CLASS_ADDRESSES.iter().filter(|address| address.contains("class")) {
                    page.go(address).await;
                    page.wait_for("return document.querySelector('#app h1') !== null").await;
                    let name = address.trim_start_matches("#/").replace('/', "_");
                    page.picture(&folder.join(format!("{sort}-{name}.png"))).await;
                }
            }
        }
    }
}

/// What a lock, leaving and a session that keeps nothing look like.
#[tokio::test]
#[ignore = "makes pictures, proves nothing"]
async fn pictures_of_private_states() {
    let folder = root().join("shots");
    std::fs::create_dir_all(&folder).unwrap();
    let site = Site::built();
    for (screen, size) in [("small", (320, 640)), SCREENS[0], SCREENS[1]] {
        let page = Page::open_as(&site, "#/private", Wishes { size, ..Wishes::default() }).await;
        let take =
            async |name: &str| page.picture(&folder.join(format!("{screen}-private-{name}.png"))).await;
        page.press("Begin without keeping anything").await;
        page.sees("Nothing you write now is kept").await;
        take("no-trace").await;
        page.press("End this session").await;
        page.write("A new passphrase", "correct horse").await;
        page.write("The new passphrase once more", "correct horse").await;
        page.press("Put the lock on").await;
        page.sees("The lock is on.").await;
        page.unfold("Change the passphrase").await;
        page.unfold("Take the lock off").await;
        take("lock-on").await;
        page.press("Lock").await;
        page.write("Passphrase", "something else").await;
        page.press("Open").await;
        page.sees("This passphrase does not open it.").await;
        page.unfold("If you forgot the passphrase").await;
        take("locked").await;
        page.run("sessionStorage.setItem('waymark.covered', '1')").await;
        page.reload().await;
        take("covered").await;
        page.run("sessionStorage.clear(); location.hash = '#/data'").await;
        page.reload().await;
        page.write("Passphrase", "correct horse").await;
        page.press("Open").await;
        page.unfold("What this page has asked for").await;
        page.unfold("See for yourself").await;
        page.unfold("Put a passphrase on the file").await;
        take("data").await;
    }
}

/// What a device shows of the site when somebody installs it, put into `site/`, from
/// which the seal takes it.
#[tokio::test]
#[ignore = "makes pictures, proves nothing"]
async fn pictures_to_install() {
    let folder = root().join("site");
    let icon = format!("file://{}", folder.join("icon.svg").display());
    for size in [180, 192, 512] {
        let mut chromium = std::process::Command::new("chromium");
        chromium.args(["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"]);
        chromium.arg(format!("--screenshot={}", folder.join(format!("icon-{size}.png")).display()));
        chromium.args([format!("--window-size={size},{size}"), icon.clone()]);
        assert!(chromium.status().unwrap().success());
    }
    let site = Site::built();
    for (name, size) in [("phone", (390, 844)), ("wide", (1280, 800))] {
        let page =
            Page::open_as(&site, "#/modules/feeling-safer/2", Wishes { size, ..Wishes::default() }).await;
        let taken = page.driver().screenshot_as_png().await.unwrap();
        std::fs::write(folder.join(format!("screenshot-{name}.png")), taken).unwrap();
    }
}

/// Addresses that are papers, or print as they are.
const PRINTED: [&str; 9] = [
    "#/modules/kinds/paper",
    "#/modules/kinds/1",
    "#/goals/g/paper",
    "#/goals/g",
    "#/plan/paper",
    "#/plan/card",
    "#/learning-plan/paper",
    "#/sheet",
    "#/journal",
];

/// Ticks everything there is to tick, so that a paper is as full as it gets.
const FILL: &str = "document.querySelectorAll('main details').forEach((one) => { one.open = true; });
    return new Promise((done) => setTimeout(() => {
        const boxes = document.querySelectorAll('main .controls :is(input[type=checkbox], input[name=filled]):not(:checked)');
        boxes.forEach((box) => box.click());
        done(true);
    }, 200))";

#[tokio::test]
#[ignore = "makes pictures, proves nothing"]
async fn prints() {
    let folder = root().join("shots");
    std::fs::create_dir_all(&folder).unwrap();
    let site = Site::with_every_kind();
    for language in ["en", "ja"] {
        let page = Page::open_as(&site, "", Wishes { language, ..Wishes::default() }).await;
        page.put_a_little_of_everything().await;
        page.put_an_answer_of_every_kind().await;
        for address in PRINTED {
            page.go(address).await;
            page.wait_for("return document.querySelector('#app h1') !== null").await;
            let name = address.trim_start_matches("#/").replace('/', "_");
            for (size, paper) in [(A4, "a4"), (LETTER, "letter")] {
                let printed = page.print(size).await;
                printed.pictures(&folder, &format!("print-{paper}-{language}-{name}-plain"));
                page.run(FILL).await;
                let printed = page.print(size).await;
                printed.pictures(&folder, &format!("print-{paper}-{language}-{name}"));
            }
            let forms = page.run("return document.querySelectorAll('input[name=form]').length").await;
            for form in 0..forms.as_u64().unwrap() {
                page.run(&format!("document.querySelectorAll('input[name=form]')[{form}].click()")).await;
                page.print(A4).await.pictures(&folder, &format!("print-a4-{language}-{name}-form{form}"));
            }
        }
    }
}

/// What is printed for a class: its plan, worksheets in both prints, cards, a certificate.
#[tokio::test]
#[ignore = "makes pictures, proves nothing"]
async fn prints_for_a_class() {
    let folder = root().join("shots");
    std::fs::create_dir_all(&folder).unwrap();
    let site = Site::built();
    for language in ["en", "ja"] {
        let page = Page::open_as(&site, "#/class", Wishes { language, ..Wishes::default() }).await;
        let take = async |name: &str| {
            page.wait_for("return document.querySelector('#app h1') !== null").await;
            page.print(A4).await.pictures(&folder, &format!("class-{language}-{name}"));
        };
        page.go("#/class/feeling-safer").await;
        take("plan").await;
        page.go("#/worksheets/feeling-safer").await;
        take("worksheet").await;
        page.run("document.querySelector('.controls input[type=checkbox]').click()").await;
        take("worksheet-large").await;
        page.run("document.querySelectorAll('.controls input[type=radio]')[1].click()").await;
        take("cards-large").await;
        page.run("document.querySelector('.controls input[type=checkbox]').click()").await;
        take("cards").await;
        page.go("#/certificate").await;
        take("certificate").await;
    }
}
