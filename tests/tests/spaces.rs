//! Several sites on one host, each in a space of its own.

use waymark_tests::{Folder, Kind, Page, Site, Wishes, in_both_browsers};

const STEP: &str = "#/modules/starting-here/1";
const QUESTION: &str = "What brought you here today?";
const KEPT: &str = "Kept in this browser";
const ASKS: &str = "There are words from before in this browser.";

/// Gives the site in a folder a space.
fn name_space(folder: &Folder, below: &str, space: &str) {
    let name = format!("{below}modules/centre.md");
    let text = folder.read(&name).replacen("leave:", &format!("space: {space}\nleave:"), 1);
    folder.write(&name, text);
}

/// A host with the site in two folders.
fn two_sites(spaces: [Option<&str>; 2]) -> Site {
    Site::changed(|folder| {
        for (below, space) in ["a/", "b/"].into_iter().zip(spaces) {
            folder.copy_to(&folder.path().join(below));
            if let Some(space) = space {
                name_space(folder, below, space);
            }
        }
    })
}

async fn open(site: &Site, hash: &str, browser: Kind) -> Page {
    Page::open_at(&site.address(hash), Wishes { browser, ..Wishes::default() }).await
}

async fn visit(page: &Page, address: &str) {
    page.visit(address).await;
    page.wait_until_ready().await;
}

async fn sites_with_spaces_share_nothing(browser: Kind) {
    let site = two_sites([Some("college-a"), Some("college-b")]);
    let page = open(&site, &format!("a/{STEP}"), browser).await;
    page.wait_until_ready().await;
    page.write(QUESTION, "words at a").await;
    page.sees(KEPT).await;
    visit(&page, &site.address(&format!("b/{STEP}"))).await;
    assert_eq!(page.written(QUESTION).await, "");
    assert!(!page.shows(ASKS).await, "there are no words from before");
    page.write(QUESTION, "words at b").await;
    page.sees(KEPT).await;
    // Erasing one leaves the other.
    page.go("#/data").await;
    page.press("Erase everything here").await;
    page.press("Yes, take it away").await;
    page.sees("Everything this site kept in this browser is erased.").await;
    let names = page.run("return Object.keys(localStorage).sort().join(' ')").await;
    assert!(!names.as_str().unwrap().contains("college-b"), "{names}");
    visit(&page, &site.address(&format!("a/{STEP}"))).await;
    assert_eq!(page.written(QUESTION).await, "words at a");
}

async fn a_new_space_asks_whose_the_old_words_are(browser: Kind) {
    for is_mine in [true, false] {
        let site = Site::built();
        let page = open(&site, STEP, browser).await;
        page.wait_until_ready().await;
        page.write(QUESTION, "old words").await;
        page.sees(KEPT).await;
        name_space(&site.folder(), "", "our-college");
        page.reload().await;
        page.sees(ASKS).await;
        assert_eq!(page.written(QUESTION).await, "", "nothing is copied unasked");
        page.reload().await;
        page.sees(ASKS).await;
        page.press(if is_mine { "They are mine: copy them here" } else { "Leave them where they are" }).await;
        page.wait_for(&format!("return !document.body.textContent.includes('{ASKS}')")).await;
        let expected = if is_mine { "old words" } else { "" };
        if is_mine {
            page.wait_for(
                "return [...document.querySelectorAll('textarea')].some((one) => one.value === 'old words')",
            )
            .await;
        }
        page.reload().await;
        assert!(!page.shows(ASKS).await, "it is asked once");
        assert_eq!(page.written(QUESTION).await, expected);
        assert!(page.every_kept("waymark.answer.starting-here.what-brought-me").await.len() <= 1);
        let old = "return Object.keys(localStorage).some((name) => name.startsWith('waymark.answer.'))";
        assert_eq!(page.run(old).await, true, "the old words stay where they were");
    }
}

/// What is written in a tab that was open before would be kept where nobody looks.
async fn a_tab_that_was_open_before_moves_along(browser: Kind) {
    let site = Site::built();
    let page = open(&site, STEP, browser).await;
    page.wait_until_ready().await;
    let before = page.driver().window().await.unwrap();
    page.write(QUESTION, "old words").await;
    page.sees(KEPT).await;
    name_space(&site.folder(), "", "our-college");
    page.another_window(&site.address(STEP)).await;
    page.sees(ASKS).await;
    page.to(&before).await;
    page.sees(ASKS).await;
    page.wait_until_ready().await;
    page.write(QUESTION, "new words").await;
    page.sees(KEPT).await;
    let new =
        "return Object.keys(localStorage).some((name) => name.startsWith('waymark-our-college.answer.'))";
    assert_eq!(page.run(new).await, true);
}

/// Nothing else than the last space known is opened, and settings are of that space too.
async fn without_the_centres_file_the_last_space_is_used(browser: Kind) {
    let site = Site::changed(|folder| name_space(folder, "", "our-college"));
    let page = open(&site, STEP, browser).await;
    page.wait_until_ready().await;
    page.write(QUESTION, "in our space").await;
    page.sees(KEPT).await;
    page.go("#/settings").await;
    page.choose("Dark").await;
    for text in [
        None,
        Some("leave: https://www.wikipedia.org/\n# Waymark {#en}\n"),
        Some("---\nspace: Our College\n---\n# W {#en}\n"),
    ] {
        match text {
            None => site.folder().remove("modules/centre.md"),
            Some(text) => site.folder().write("modules/centre.md", text),
        }
        visit(&page, &site.address(STEP)).await;
        assert_eq!(page.written(QUESTION).await, "in our space", "{text:?}");
        assert_eq!(page.run("return document.documentElement.dataset.theme").await, "dark");
        assert!(!page.shows(ASKS).await);
    }
}

in_both_browsers! {
    sites_with_spaces_share_nothing,
    a_new_space_asks_whose_the_old_words_are,
    a_tab_that_was_open_before_moves_along,
    without_the_centres_file_the_last_space_is_used,
}

#[tokio::test]
async fn a_centre_is_told_that_other_waymarks_share_its_words() {
    let site = two_sites([Some("college-a"), None]);
    let page = open(&site, "a/#/check", Kind::Chromium).await;
    page.wait_until_ready().await;
    page.sees("can read what learners write here").await;
    assert!(!page.shows("Any other Waymark at").await);
    visit(&page, &site.address("b/#/check")).await;
    page.sees("Any other Waymark at").await;
    // Which version it is, and what changed.
    page.sees(&format!("This is Waymark {}.", env!("CARGO_PKG_VERSION"))).await;
    page.follow("What changed in each version").await;
    page.wait_for("return document.title === 'Changelog'").await;
}
