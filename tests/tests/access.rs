//! Whether everyone can use it: what axe finds, and what it cannot see.

use serde_json::{Value, json};
use thirtyfour::prelude::*;
use waymark_tests::{ADDRESSES, CLASS_ADDRESSES, Page, Site, Wishes};

/// Opens an address and waits for its heading to have the focus, as it does
/// once the page is there.
async fn go(page: &Page, address: &str) {
    page.go(address).await;
    page.wait_for("return document.activeElement === document.querySelector('#app h1')").await;
}

async fn axe_finds_nothing(screen: (u32, u32), language: &str) {
    let site = Site::built();
    for dark in [false, true] {
        let page =
            Page::open_as(&site, "", Wishes { size: screen, language, dark, ..Wishes::default() }).await;
        page.put_a_little_of_everything().await;
        for address in ADDRESSES {
            if address != "#/" {
                go(&page, address).await;
            }
            let found = page.ask_axe().await;
            assert_eq!(found, json!([]), "{address}, dark: {dark}, {language}, {screen:?}");
        }
    }
}

#[tokio::test]
async fn axe_finds_nothing_in_a_class() {
    let site = Site::built();
    for (size, language, dark) in
        [(PHONE, "en", false), (PHONE, "ja", true), (PROJECTOR, "en", true), (SMALL_PROJECTOR, "ja", false)]
    {
        let wishes = Wishes { size, language, dark, ..Wishes::default() };
        let page = Page::open_as(&site, CLASS_ADDRESSES[0], wishes).await;
        for address in CLASS_ADDRESSES {
            if address != CLASS_ADDRESSES[0] {
                go(&page, address).await;
            }
            assert_eq!(page.ask_axe().await, json!([]), "{address}, dark: {dark}, {language}, {size:?}");
            let wide = page.run("return document.documentElement.scrollWidth > innerWidth").await;
            assert_eq!(wide, json!(false), "{address} is wider than the window, {language}, {size:?}");
        }
    }
}

/// What covers the screen, and what is unfolded on it.
#[tokio::test]
async fn axe_finds_nothing_over_the_screen_of_a_class() {
    let site = Site::built();
    let page =
        Page::open_as(&site, CLASS_ADDRESSES[3], Wishes { size: PROJECTOR, ..Wishes::default() }).await;
    page.unfold("What the group says").await;
    page.sees("Take it away as a file").await;
    assert_eq!(page.ask_axe().await, json!([]));
    for over in ["Code to scan", "Code for shared tablets", "A pause for everyone"] {
        page.unfold("More").await;
        page.press(over).await;
        page.sees("Back to the screen").await;
        assert_eq!(page.ask_axe().await, json!([]), "{over}");
        page.press("Back to the screen").await;
    }
}

/// A session from the list to its last part, with Tab and Enter only, without a mouse.
#[tokio::test]
async fn a_class_with_the_keyboard_alone() {
    let site = Site::built();
    let page = Page::open_as(&site, "#/class", Wishes { size: PROJECTOR, ..Wishes::default() }).await;
    key(&page, Key::Tab.value().to_string()).await;
    tab_to_and_press(&page, "Skip to the page").await;
    page.wait_for("return document.activeElement.tagName === 'MAIN'").await;
    tab_to_and_press(&page, "Feeling safer").await;
    page.wait_for("return location.hash === '#/class/feeling-safer'").await;
    page.go("#/class/feeling-safer/1").await;
    page.wait_for("return document.activeElement === document.querySelector('#app h1')").await;
    for part in 2..=8 {
        tab_to_and_press(&page, "Next").await;
        page.wait_for(&format!("return location.hash === '#/class/feeling-safer/{part}'")).await;
        page.wait_for("return document.activeElement === document.querySelector('#app h1')").await;
    }
    tab_to_and_press(&page, "More").await;
    tab_to_and_press(&page, "Code to scan").await;
    page.sees("Back to the screen").await;
    page.wait_for("return document.activeElement.closest('.over') !== null").await;
    key(&page, Key::Escape.value().to_string()).await;
    page.wait_for("return document.querySelector('.over') === null").await;
}

const PROJECTOR: (u32, u32) = (1920, 1080);
const SMALL_PROJECTOR: (u32, u32) = (1024, 768);
const PHONE: (u32, u32) = (390, 844);
const LAPTOP: (u32, u32) = (1280, 800);

#[tokio::test]
async fn axe_finds_nothing_on_a_phone_in_english() {
    axe_finds_nothing(PHONE, "en").await;
}

#[tokio::test]
async fn axe_finds_nothing_on_a_phone_in_japanese() {
    axe_finds_nothing(PHONE, "ja").await;
}

#[tokio::test]
async fn axe_finds_nothing_on_a_laptop_in_english() {
    axe_finds_nothing(LAPTOP, "en").await;
}

#[tokio::test]
async fn axe_finds_nothing_on_a_laptop_in_japanese() {
    axe_finds_nothing(LAPTOP, "ja").await;
}

#[tokio::test]
async fn axe_finds_nothing_on_the_first_screen() {
    let site = Site::built();
    for language in ["en", "ja"] {
        let page = Page::open_unready(&site, "", Wishes { wasm: false, language, ..Wishes::default() }).await;
        page.wait_for("return document.documentElement.dataset.app === 'failed'").await;
        assert_eq!(page.ask_axe().await, json!([]), "{language}");
    }
}

/// Presses a key, wherever the focus is.
async fn key(page: &Page, keys: impl AsRef<str>) {
    page.driver().action_chain().send_keys(keys.as_ref()).perform().await.unwrap();
}

/// Presses Tab until whatever has the focus has that name.
async fn tab_to(page: &Page, name: &str) {
    let called = "const e = document.activeElement;
        if (!e.matches('a, button, input, textarea, summary')) return '';
        const by = e.getAttribute('aria-labelledby');
        const text = (x) => x.textContent.replace(/\\s+/g, ' ').trim();
        return by ? text(document.getElementById(by)) : e.ariaLabel ?? (e.labels?.length ? text(e.labels[0]) : text(e))";
    for _ in 0..200 {
        let found = page.run(called).await;
        if found.as_str().is_some_and(|found| found.contains(name)) {
            return;
        }
        key(page, Key::Tab.value().to_string()).await;
    }
    panic!("Tab never came to “{name}”.");
}

async fn tab_to_and_press(page: &Page, name: &str) {
    tab_to(page, name).await;
    key(page, Key::Enter.value().to_string()).await;
}

#[tokio::test]
async fn a_whole_module_and_a_goal_with_the_keyboard_alone() {
    let site = Site::built();
    let page = Page::open_as(&site, "", Wishes { size: LAPTOP, ..Wishes::default() }).await;
    // The first stop skips what is on every page.
    key(&page, Key::Tab.value().to_string()).await;
    tab_to_and_press(&page, "Skip to the page").await;
    page.wait_for("return document.activeElement.tagName === 'MAIN'").await;
    tab_to_and_press(&page, "My directions and small steps").await;
    page.has_heading("My directions and small steps").await;
    tab_to_and_press(&page, "Begin").await;
    let steps = page.run("return document.querySelectorAll('.path li').length").await.as_u64().unwrap();
    assert!(steps >= 5, "{steps}");
    for step in 1..=steps {
        page.wait_for(&format!("return location.hash.endsWith('/{step}')")).await;
        page.wait_for("return document.activeElement === document.querySelector('#app h1')").await;
        do_every_exercise(&page).await;
        if step < steps {
            tab_to_and_press(&page, "On to:").await;
        }
    }
    page.sees("This is the last step of this module.").await;
    page.go("#/goals").await;
    page.wait_for("return document.activeElement === document.querySelector('#app h1')").await;
    tab_to_and_press(&page, "Start a goal").await;
    page.wait_for("return location.hash.startsWith('#/goals/')").await;
    tab_to(&page, "What I would like").await;
    key(&page, "A walk before breakfast").await;
    tab_to(&page, "A small step").await;
    key(&page, "Put the shoes by the door").await;
    tab_to(&page, "Done").await;
    key(&page, " ").await;
    tab_to_and_press(&page, "Have a follow-up today").await;
    tab_to(&page, "What helped?").await;
    key(&page, "The shoes").await;
    tab_to(&page, "Going on").await;
    key(&page, Key::Down.value().to_string()).await;
    page.reload().await;
    page.has_heading("A walk before breakfast").await;
    assert!(page.is_chosen("Resting").await);
    assert!(page.is_chosen("Done").await);
    assert_eq!(page.written("What helped?").await, "The shoes");
}

/// Writes a word into each field and ticks the first box of each exercise,
/// with Tab, letters and the space bar.
async fn do_every_exercise(page: &Page) {
    let count = "return document.querySelectorAll('.exercise').length";
    let exercises = page.run(count).await.as_u64().unwrap();
    let here = "const e = document.activeElement, x = e.closest('.exercise');
        return [[...document.querySelectorAll('.exercise')].indexOf(x), e.type ?? '']";
    let mut done: Vec<Value> = Vec::new();
    for _ in 0..150 {
        if exercises
            == done.iter().map(|done| done[0].clone()).collect::<std::collections::HashSet<_>>().len() as u64
        {
            return;
        }
        key(page, Key::Tab.value().to_string()).await;
        let at = page.run(here).await;
        if at[0] == json!(-1) || done.contains(&at) {
            continue;
        }
        match at[1].as_str().unwrap_or_default() {
            "textarea" => key(page, "Soup").await,
            "checkbox" | "radio" => key(page, " ").await,
            _ => {}
        }
        let changed = "const e = document.activeElement; return e.type === 'textarea' ? e.value !== '' : e.checked ?? true";
        assert_eq!(page.run(changed).await, json!(true), "{at}");
        done.push(at);
    }
    panic!("Not every exercise can be reached: {done:?}, {exercises} in all.");
}

#[tokio::test]
async fn nothing_that_has_the_focus_is_covered() {
    let site = Site::built();
    // The last is a window of 1280 by 800 at 400 %.
    for size in [PHONE, LAPTOP, (320, 200)] {
        let page = Page::open_as(&site, "", Wishes { size, ..Wishes::default() }).await;
        page.put_a_little_of_everything().await;
        for address in ["#/", "#/modules/starting-here/4", "#/goals/g", "#/settings"] {
            page.go(address).await;
            page.wait_for("return document.querySelector('#app h1') !== null").await;
            // Every stop, on and back: what sticks to the top covers on the way back.
            for back in [false, true] {
                let covered = page.run(&focus_walk(back)).await;
                assert_eq!(covered, json!([]), "{address} {size:?} back: {back}");
            }
        }
    }
}

/// Focuses everything in turn, and lists what is then under something else.
fn focus_walk(back: bool) -> String {
    format!(
        "const all = [...document.querySelectorAll('a[href], button, input, textarea, summary')]
            .filter((e) => e.checkVisibility());
        if ({back}) all.reverse();
        const covered = [];
        for (const e of all) {{
            e.focus();
            const box = (e.closest('.choice') ?? e).getClientRects()[0];
            const y = Math.min(box.bottom, innerHeight) - 3, top = Math.max(box.top, 0) + 3;
            for (const at of [top, y]) {{
                const hit = document.elementFromPoint(box.left + Math.min(box.width, innerWidth) / 2, at);
                const own = (e.closest('.choice, label') ?? e);
                if (!(hit && (own.contains(hit) || hit.contains(own)))) {{
                    covered.push(`${{e.outerHTML.slice(0, 80)}} under ${{hit?.outerHTML.slice(0, 80)}}`);
                }}
            }}
        }}
        return covered"
    )
}

#[tokio::test]
async fn what_is_pressed_is_large_enough() {
    let site = Site::built();
    for language in ["en", "ja"] {
        let page = Page::open_as(&site, "", Wishes { language, ..Wishes::default() }).await;
        page.put_a_little_of_everything().await;
        for address in ADDRESSES {
            page.go(address).await;
            page.wait_for("return document.querySelector('#app h1') !== null").await;
            // A link within a sentence is as large as its line, which WCAG allows.
            let small = "
                const inText = (e) => e.matches('a') && [...e.parentElement.childNodes].some((n) =>
                    n !== e && n.nodeType === 3 && n.textContent.trim());
                const alone = (e) => e.closest('p')?.textContent.trim() === e.textContent.trim();
                return [...document.querySelectorAll('a[href], button, input, textarea, summary')]
                    .filter((e) => e.checkVisibility() && !e.matches('.skip') && !(inText(e) && !alone(e)))
                    .map((e) => [e.closest('.choice') ?? e, e])
                    .filter(([box]) => { const r = box.getBoundingClientRect(); return r.width < 43.9 || r.height < 43.9; })
                    .map(([box, e]) => `${e.outerHTML.slice(0, 100)} ${JSON.stringify(box.getBoundingClientRect())}`)";
            assert_eq!(page.run(small).await, json!([]), "{language} {address}");
        }
    }
}

#[tokio::test]
async fn nothing_scrolls_sideways_on_a_small_phone_however_it_is_read() {
    let site = Site::built();
    // 320 pixels are also what a window of 1280 has at 400 %.
    for (language, size, spacing) in [
        ("en", "usual", "usual"),
        ("ja", "usual", "wide"),
        ("en", "larger", "wide"),
        ("ja", "projector", "usual"),
    ] {
        let page = Page::open_as(&site, "", Wishes { size: (320, 640), language, ..Wishes::default() }).await;
        prefer(&page, &json!({ "size": size, "spacing": spacing })).await;
        page.put_a_little_of_everything().await;
        // The spacing of WCAG 1.4.12, as a person's own style sheet sets it.
        let spread = "const sheet = new CSSStyleSheet();
            sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }');
            document.adoptedStyleSheets = [sheet]";
        page.run(spread).await;
        for address in ADDRESSES {
            page.go(address).await;
            page.wait_for("return document.querySelector('#app h1') !== null").await;
            let wide = "return document.documentElement.scrollWidth <= 320 ? [] : [...document.querySelectorAll('body *')]
                .filter((e) => !e.closest('.heard, .skip') && e.getBoundingClientRect().right > 320).map((e) => e.outerHTML.slice(0, 100))";
            assert_eq!(page.run(wide).await, json!([]), "{language} {size} {address}: too wide");
            let cut = "return [...document.querySelectorAll('main *, header *')].filter((e) =>
                !e.closest('.heard, svg') && getComputedStyle(e).overflow !== 'visible' && e.tagName !== 'TEXTAREA'
                && e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 1).map((e) => e.outerHTML.slice(0, 100))";
            assert_eq!(page.run(cut).await, json!([]), "{language} {size} {address}: cut off");
        }
    }
}

/// Keeps preferences as the app does, and reloads the page.
async fn prefer(page: &Page, value: &Value) {
    let text = json!({ "form": 1, "revision": 1, "changed": "2026-01-02T10:00:00", "value": value });
    page.put("waymark.settings", &text.to_string()).await;
    page.reload().await;
}

#[tokio::test]
async fn preferences_are_chosen_kept_and_there_before_the_app_is() {
    let site = Site::built();
    let profile = tempfile::TempDir::new().unwrap();
    let wishes = Wishes { profile: Some(profile.path()), ..Wishes::default() };
    let ground = "return getComputedStyle(document.body).backgroundColor";
    let letters = "return parseFloat(getComputedStyle(document.documentElement).fontSize)";
    let page = Page::open_as(&site, "#/settings", wishes).await;
    let (light, usual) = (page.run(ground).await, page.run(letters).await.as_f64().unwrap());
    page.choose("Dark").await;
    page.choose("Larger").await;
    page.choose("Wide").await;
    let dark = page.run(ground).await;
    assert_ne!(light, dark);
    assert!((page.run(letters).await.as_f64().unwrap() / usual - 1.5).abs() < 0.01);
    page.close().await;
    // Without wasm the app never arrives: what shows is the first screen.
    let page = Page::open_unready(&site, "", Wishes { wasm: false, ..wishes }).await;
    page.wait_for("return document.documentElement.dataset.app === 'failed'").await;
    assert_eq!(page.run(ground).await, dark);
    assert!((page.run(letters).await.as_f64().unwrap() / usual - 1.5).abs() < 0.01);
}

#[tokio::test]
async fn nothing_moves_for_those_who_do_not_want_it() {
    let site = Site::built();
    let moving = "return document.getAnimations().length";
    let page = Page::open(&site, "#/pause").await;
    page.press("Begin").await;
    page.wait_for(&format!("{moving} > 0")).await;
    page.go("#/settings").await;
    page.choose("Nothing moves").await;
    page.go("#/pause").await;
    page.press("Begin").await;
    page.sees("Stop").await;
    assert_eq!(page.run(moving).await, json!(0));
    let page = Page::open_as(&site, "#/pause", Wishes { still: true, ..Wishes::default() }).await;
    page.press("Begin").await;
    page.sees("Stop").await;
    assert_eq!(page.run(moving).await, json!(0));
}

#[tokio::test]
async fn a_page_just_opened_is_announced_politely() {
    let site = Site::built();
    let page = Page::open(&site, "").await;
    go(&page, "#/goals").await;
    page.wait_for(
        "return [...document.querySelectorAll('[role=status]')].some((e) => e.textContent === 'Goals')",
    )
    .await;
}

#[tokio::test]
async fn the_ruler_goes_along_with_the_pointer() {
    let site = Site::built();
    let page = Page::open(&site, "#/settings").await;
    page.choose("On").await;
    let heading = page.driver().find(By::Css("h1")).await.unwrap();
    page.driver().action_chain().move_to_element_center(&heading).perform().await.unwrap();
    page.wait_for("const ruler = document.querySelector('.ruler').getBoundingClientRect();
        const line = document.querySelector('h1').getBoundingClientRect();
        return ruler.height > 0 && Math.abs((ruler.top + ruler.bottom) / 2 - (line.top + line.bottom) / 2) < 4").await;
}

#[tokio::test]
async fn without_a_voice_of_its_own_a_device_says_why_nothing_is_read_aloud() {
    let site = Site::built();
    let page = Page::open(&site, "#/settings").await;
    page.sees("This device has no voice of its own for this language").await;
    page.go("#/modules/starting-here/1").await;
    page.has_heading("A sign on a footpath").await;
    assert!(!page.shows("Read this step aloud").await);
}

/// With the voices of Debian's espeak-ng, which need no network.
#[tokio::test]
async fn a_step_is_read_aloud_and_stops_when_asked_or_left() {
    let site = Site::built();
    let wishes = Wishes { voices: true, ..Wishes::default() };
    let page = Page::open_as(&site, "#/modules/starting-here/1", wishes).await;
    let is = async |what: &str| page.wait_for(&format!("return speechSynthesis.{what}")).await;
    page.press("Read this step aloud").await;
    is("speaking").await;
    // This voice does not report to the browser that it paused: only the buttons show it.
    page.press("Pause").await;
    page.press("Go on reading").await;
    is("speaking").await;
    page.press("Stop reading").await;
    is("speaking === false").await;
    page.press("Read this step aloud").await;
    is("speaking").await;
    // Another page is quiet.
    page.go("#/help").await;
    is("speaking === false").await;
    page.go("#/settings").await;
    page.choose("Slowly").await;
    assert!(page.kept("waymark.settings").await.unwrap().contains(r#""speed":"slow""#));
}

#[tokio::test]
async fn help_and_leaving_stand_in_the_same_place_on_every_page() {
    let site = Site::built();
    for size in [PHONE, LAPTOP] {
        let page = Page::open_as(&site, "", Wishes { size, ..Wishes::default() }).await;
        page.put_a_little_of_everything().await;
        let places = "return ['.always .help', '.always .leave'].map((name) => {
            const { x, y, width, height } = document.querySelector(name).getBoundingClientRect();
            return [x, y, width, height];
        })";
        let first = page.run(places).await;
        for address in ADDRESSES {
            page.go(address).await;
            page.wait_for("return document.querySelector('#app h1') !== null").await;
            assert_eq!(page.run(places).await, first, "{address}");
            // Even while the page is being read on.
            page.run("scrollTo(0, 400)").await;
            assert_eq!(page.run(places).await, first, "{address}, further down");
        }
    }
}

/// A lock, a page that was left, and a session that keeps nothing.
#[tokio::test]
async fn axe_finds_nothing_where_a_page_is_locked_covered_or_keeps_nothing() {
    let site = Site::built();
    for (language, names) in [
        (
            "en",
            [
                "Begin without keeping anything",
                "End this session",
                "A new passphrase",
                "The new passphrase once more",
                "Put the lock on",
                "Lock",
            ],
        ),
        (
            "ja",
            [
                "書いたことを残さずに始める",
                "利用を終える",
                "新しいパスフレーズ",
                "新しいパスフレーズをもう一度",
                "ロックをかける",
                "ロックする",
            ],
        ),
    ] {
        let [begin, end, new, again, put, lock] = names;
        let page = Page::open_as(
            &site,
            "#/private",
            Wishes { language, dark: language == "ja", ..Wishes::default() },
        )
        .await;
        page.press(begin).await;
        page.wait_for("return document.querySelector('main .notice') !== null").await;
        assert_eq!(page.ask_axe().await, json!([]), "{language}: keeps nothing");
        page.press(end).await;
        page.write(new, "correct horse").await;
        page.write(again, "correct horse").await;
        page.press(put).await;
        page.wait_for("return localStorage.getItem('waymark.lock') !== null").await;
        page.wait_for("return document.querySelector('main select') !== null").await;
        page.run("document.querySelectorAll('main details').forEach((one) => { one.open = true; })").await;
        assert_eq!(page.ask_axe().await, json!([]), "{language}: the lock is on");
        page.press(lock).await;
        page.wait_for("return document.querySelectorAll('main form').length === 1").await;
        page.run("document.querySelectorAll('main details').forEach((one) => { one.open = true; })").await;
        assert_eq!(page.ask_axe().await, json!([]), "{language}: locked");
        page.run("sessionStorage.setItem('waymark.covered', '1')").await;
        page.reload().await;
        let covered = page.ask_axe().await;
        // A cover reveals nothing, not even a heading or a title.
        let known = ["document-title", "page-has-heading-one", "landmark-one-main", "region"];
        let others = covered.as_array().unwrap().iter().map(|one| one.as_str().unwrap().to_owned());
        let others: Vec<String> =
            others.filter(|one| !known.iter().any(|known| one.starts_with(known))).collect();
        assert_eq!(others, Vec::<String>::new(), "{language}: covered");
    }
}
