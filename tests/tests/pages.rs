//! What is true of every page.

use waymark_tests::{ADDRESSES, Page, Site, Wishes};

#[tokio::test]
async fn help_can_be_read_from_every_page() {
    let site = Site::built();
    let page = Page::open(&site, "").await;
    for address in ADDRESSES {
        page.go(address).await;
        page.follow("Help now").await;
        page.has_heading("Help now").await;
        page.sees("116 123").await;
        page.sees("Checked").await;
    }
}

#[tokio::test]
async fn every_page_has_one_heading_a_title_and_a_name_for_every_field() {
    let site = Site::built();
    let page = Page::open(&site, "").await;
    for address in ADDRESSES {
        page.go(address).await;
        page.wait_for("return document.querySelectorAll('#app h1').length === 1").await;
        let title = page.driver().title().await.unwrap();
        assert!(title.contains("Waymark"), "{address}: {title}");
        let levels = "
            let last = 0, leaps = [];
            for (const h of document.querySelectorAll('main :is(h1, h2, h3, h4)')) {
                const level = +h.tagName[1];
                if (level > last + 1) leaps.push(h.textContent);
                last = level;
            }
            return leaps";
        assert_eq!(page.run(levels).await, serde_json::json!([]), "{address}: headings leap");
        let nameless = "return [...document.querySelectorAll('textarea, button, a, input')]
            .filter((e) => !(e.textContent.trim() || e.ariaLabel || e.labels?.length || e.getAttribute('aria-labelledby')))
            .map((e) => e.outerHTML)";
        assert_eq!(page.run(nameless).await, serde_json::json!([]), "{address}");
    }
    assert_eq!(page.complaints().await, Vec::<String>::new());
}

/// Fields that are not as they should be: free text is a textarea without services
/// of the browser, a secret says what it is for, and others take no text.
const FIELDS: &str = "
    const services = (one) => !(one.spellcheck === false && one.autocomplete === 'off'
        && one.getAttribute('autocorrect') === 'off' && one.getAttribute('writingsuggestions') === 'false');
    const secret = (one) => !(one.closest('form.passphrase') && one.spellcheck === false
        && ['new-password', 'current-password'].includes(one.autocomplete));
    return [
        ...[...document.querySelectorAll('textarea')].filter(services),
        ...[...document.querySelectorAll('input[type=password]')].filter(secret),
        ...document.querySelectorAll('input:not([type=checkbox], [type=radio], [type=date], [type=time], [type=file], [type=password])'),
        ...document.querySelectorAll('[contenteditable], [role=textbox]'),
    ].map((one) => one.outerHTML)";

#[tokio::test]
async fn every_field_on_every_page_keeps_services_of_the_browser_out() {
    let site = Site::with_every_kind();
    let page = Page::open(&site, "").await;
    page.put_a_little_of_everything().await;
    let mut fields = 0;
    for address in ADDRESSES.iter().chain(&["#/modules/kinds/1", "#/modules/kinds/2", "#/modules/kinds/3"]) {
        page.go(address).await;
        page.wait_for("return document.querySelector('#app h1') !== null").await;
        page.run("document.querySelectorAll('main details').forEach((one) => { one.open = true; })").await;
        page.run("return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
            .await;
        assert_eq!(page.run(FIELDS).await, serde_json::json!([]), "{address}");
        let here =
            page.run("return document.querySelectorAll('textarea, input[type=password]').length").await;
        fields += here.as_u64().unwrap();
    }
    assert!(fields > 50, "{fields}");
}

#[tokio::test]
async fn spelling_is_checked_only_where_it_was_chosen() {
    let site = Site::built();
    let page = Page::open(&site, "#/settings").await;
    page.sees("some browsers send what you write to the company that made them. So it is off").await;
    page.choose("On, the way this browser does it").await;
    page.go("#/modules/starting-here/1").await;
    let field = "const one = document.querySelector('main textarea');
        return [one.spellcheck, one.autocomplete, one.getAttribute('writingsuggestions')].join(' ')";
    page.wait_for("return document.querySelector('main textarea') !== null").await;
    assert_eq!(page.run(field).await, "true off false");
    page.reload().await;
    assert_eq!(page.run(field).await, "true off false");
    page.go("#/settings").await;
    page.run("document.querySelector('input[name=spelling]').click()").await;
    page.go("#/modules/starting-here/1").await;
    page.wait_for("return document.querySelector('main textarea') !== null").await;
    assert_eq!(page.run(field).await, "false off false");
}

#[tokio::test]
async fn a_new_page_takes_the_focus_to_its_heading_and_back_brings_the_place_back() {
    let site = Site::built();
    let page = Page::open(&site, "#/modules/starting-here/1").await;
    page.run("window.scrollTo(0, 500)").await;
    page.wait_for("return window.scrollY === 500").await;
    page.go("#/help").await;
    page.wait_for("return document.activeElement === document.querySelector('#app h1')").await;
    page.wait_for("return window.scrollY === 0").await;
    page.driver().back().await.unwrap();
    page.has_heading("A sign on a footpath").await;
    page.wait_for("return window.scrollY === 500").await;
}

#[tokio::test]
async fn leaving_covers_the_page_and_goes_elsewhere() {
    let site = Site::built();
    let centre = site.folder().read("modules/centre.md");
    // A name that leads nowhere: the test asks nothing of the internet.
    let leave = "https://leave.invalid/";
    site.folder().write("modules/centre.md", centre.replace("https://www.wikipedia.org/", leave));
    let page = Page::open(&site, "#/modules/starting-here/1").await;
    page.press("Leave this page").await;
    page.wait_for(&format!(
        "return location.href.startsWith('{leave}') || location.href.startsWith('chrome-error')"
    ))
    .await;
}

#[tokio::test]
async fn nothing_scrolls_sideways_on_a_small_phone() {
    let site = Site::built();
    for language in ["en", "ja"] {
        let page = Page::open_as(&site, "", Wishes { size: (320, 640), language, ..Wishes::default() }).await;
        for address in ADDRESSES {
            page.go(address).await;
            page.wait_for("return document.querySelector('#app h1') !== null").await;
            let wide = page.run("return document.documentElement.scrollWidth").await;
            assert!(wide.as_u64().unwrap() <= 320, "{language} {address}: {wide}");
        }
    }
}

#[tokio::test]
async fn a_pause_has_three_ways_and_keeps_nothing() {
    let site = Site::built();
    let page = Page::open(&site, "").await;
    page.follow("A pause").await;
    for words in ["Slow breathing", "Look for five things you can see.", "You are here, in this moment."] {
        page.sees(words).await;
    }
    page.press("Begin").await;
    page.press("Stop").await;
    assert_eq!(page.keys().await, Vec::<String>::new());
}

#[tokio::test]
async fn leaving_a_page_while_writing_troubles_nothing() {
    let site = Site::built();
    let page = Page::open(&site, "").await;
    page.put_a_little_of_everything().await;
    for address in ADDRESSES {
        page.go(address).await;
        page.wait_for("return document.querySelector('#app h1') !== null").await;
        page.run("document.querySelectorAll('main details').forEach((one) => { one.open = true; })").await;
        // Each field once, and the page is left from the last of them.
        page.run("document.querySelectorAll('main textarea').forEach((field) => field.focus())").await;
    }
    assert_eq!(page.complaints().await, Vec::<String>::new());
    page.wait_for("return document.documentElement.dataset.app === 'ready'").await;
}
