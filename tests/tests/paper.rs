//! What prints, read from the pages by another program.

use serde_json::json;
use std::collections::BTreeSet;
use waymark_tests::{A4, KINDS, LETTER, Page, Site, Wishes};

/// What each kind of exercise has on paper when it is filled, in the order of
/// the page. Dates are written out as in the language.
const FILLED: [&str; 30] = [
    "What do you think?",
    "Thought of the sea.",
    "And of rain.",
    "Listed tea",
    "Listed 猫",
    "What I notice",
    "Short sleep",
    "Early walk",
    "Older cell",
    "The garden",
    "The harbour",
    "☑ Tea",
    "☐ Rain",
    "☑ Gone choice",
    "Own choice",
    "1. Being calm",
    "2. Being kind",
    "3. Being free",
    "January 2, 2026",
    "3 · Heavy rain",
    "7 · Lighter now",
    "Home 1 · Money 2",
    "Home 4 · Body 3",
    "My sister",
    "does both",
    "The library",
    "helps",
    "An office",
    "Wish for a garden",
    "Tried it once",
];

#[tokio::test]
async fn a_module_prints_empty_and_filled_on_both_papers() {
    let site = Site::with_every_kind();
    let page = Page::open(&site, KINDS).await;
    page.put_an_answer_of_every_kind().await;
    page.go("#/modules/kinds").await;
    page.follow("This module on paper").await;
    page.has_heading("This module on paper").await;
    for size in [A4, LETTER] {
        page.choose("Empty, to write on").await;
        let empty = page.print(size).await.words();
        for asked in [
            "What do you think?",
            "☐ Tea",
            "☐ Being kind",
            "Draw a circle around one number in each line",
            "Going",
            "Who or what",
        ] {
            assert!(empty.contains(asked), "{asked} is missing: {empty}");
        }
        for own in ["Thought of the sea", "Listed", "Gone choice", "Lighter", "sister", "☑"] {
            assert!(!empty.contains(own), "{own} is on the empty paper");
        }
        page.choose("With my words").await;
        page.sees("Thought of the sea.").await;
        let filled = page.print(size).await;
        let words = filled.words();
        for own in FILLED {
            assert!(words.contains(own), "{own} is missing: {words}");
        }
        // Only the paper prints.
        for other in ["Help now", "Leave this page", "With my words", "Save as", "Education, not treatment"] {
            assert!(!words.contains(other), "{other} is printed");
        }
        assert!(filled.pages() <= 5, "{} pages", filled.pages());
    }
    let drawn = "return [...document.querySelectorAll('.paper svg')].length";
    assert_eq!(page.run(drawn).await, json!(3), "the scale, the wheel and the map are drawn");
}

#[tokio::test]
async fn what_is_seen_is_what_prints_and_what_is_saved() {
    let site = Site::with_every_kind();
    let page = Page::open(&site, "").await;
    page.put_an_answer_of_every_kind().await;
    page.put_a_little_of_everything().await;
    for address in ["#/modules/kinds/paper", "#/goals/g/paper", "#/plan/paper", "#/plan/card", "#/sheet"] {
        page.go(address).await;
        page.wait_for("return document.querySelector('.paper') !== null").await;
        let seen = page.run("return document.querySelector('.paper').innerText").await;
        let printed = page.print(A4).await.words();
        assert_eq!(words(&printed), words(seen.as_str().unwrap()), "{address}");
    }
}

/// The words of a text, each once: printing may set columns in another order,
/// and repeats the headings of a table on its next page.
fn words(text: &str) -> BTreeSet<&str> {
    text.split_whitespace().collect()
}

#[tokio::test]
async fn a_goal_prints_as_one_sheet_with_its_follow_ups_only_if_wished() {
    let site = Site::built();
    let page = Page::open(&site, "").await;
    page.put_a_little_of_everything().await;
    page.go("#/goals/g").await;
    page.follow("This goal on paper").await;
    page.sees("Why it matters to me").await;
    let plain = page.print(A4).await;
    assert_eq!(plain.pages(), 1);
    let words = plain.words();
    for own in
        ["Sit in the park on Sundays", "I miss trees.", "☑ Walk to the gate · Done", "☐ Find the bench"]
    {
        assert!(words.contains(own), "{own}: {words}");
    }
    assert!(!words.contains("The bus costs too much"), "{words}");
    page.choose("With the follow-ups").await;
    page.sees("The bus costs too much").await;
    let whole = page.print(LETTER).await;
    assert_eq!(whole.pages(), 1);
    assert!(whole.words().contains("The bus costs too much"));
    assert!(whole.words().contains("Small step: Walk to the gate"));
}

#[tokio::test]
async fn a_journal_and_a_step_print_without_what_is_pressed() {
    let site = Site::built();
    let page = Page::open(&site, "").await;
    page.put_a_little_of_everything().await;
    for (address, own) in [
        ("#/journal", "Rain on the roof"),
        ("#/modules/feeling-safer/2", "Rain on the roof"),
        ("#/goals/g", "I miss trees."),
    ] {
        page.go(address).await;
        page.wait_for("return document.querySelector('#app h1') !== null").await;
        let words = page.print(A4).await.words();
        assert!(words.contains(own), "{address}: {words}");
        for other in ["Leave this page", "Education, not treatment"] {
            assert!(!words.contains(other), "{address}: {other} is printed");
        }
    }
}

#[tokio::test]
async fn papers_in_japanese_print_in_japanese() {
    let site = Site::with_every_kind();
    let page = Page::open_as(&site, "", Wishes { language: "ja", ..Wishes::default() }).await;
    page.put_an_answer_of_every_kind().await;
    page.go("#/modules/kinds/paper").await;
    page.choose("自分のことばを入れて").await;
    page.sees("Listed 猫").await;
    let words: String = page.print(A4).await.words().split_whitespace().collect();
    assert!(words.contains("2026年1月2日") && words.contains('猫'), "{words}");
}

#[tokio::test]
async fn worksheets_are_empty_whoever_prints_them_and_come_in_large_print() {
    let site = Site::with_every_kind();
    let page = Page::open(&site, KINDS).await;
    page.put_an_answer_of_every_kind().await;
    page.go("#/worksheets/kinds").await;
    page.has_heading("Worksheets and cards").await;
    let usual = page.print(A4).await;
    let words = usual.words();
    for asked in ["Every kind", "This sheet is yours.", "What do you think?", "☐ Tea", "Who or what"] {
        assert!(words.contains(asked), "{asked}: {words}");
    }
    for own in ["Thought of the sea", "Listed tea", "My sister", "Wish for a garden", "☑"] {
        assert!(!words.contains(own), "{own} is on it");
    }
    page.choose("In large print").await;
    let large = page.print(A4).await;
    assert!(large.pages() > usual.pages(), "{} and {}", large.pages(), usual.pages());
    assert!(large.smallest_letters() >= 16.0, "{} points", large.smallest_letters());
}

#[tokio::test]
async fn every_exercise_of_the_course_is_on_its_worksheets_each_module_on_a_page_of_its_own() {
    let site = Site::built();
    let page = Page::open(&site, "#/modules").await;
    page.follow("Worksheets and cards").await;
    page.wait_for("return document.querySelectorAll('.paper').length === 25").await;
    let asked = page.run("return document.querySelectorAll('.paper .about').length").await;
    assert!(asked.as_u64() >= Some(190), "{asked}");
    let printed = page.print(LETTER).await;
    assert!(printed.pages() > 60, "{}", printed.pages());
    let words = printed.words();
    for title in ["Starting here", "For staff: hope and working alongside"] {
        assert!(words.contains(title), "{title}");
    }
}

#[tokio::test]
async fn cards_are_cut_out_of_what_is_put_in_order_or_chosen() {
    let site = Site::with_every_kind();
    let page = Page::open(&site, "#/worksheets/kinds").await;
    page.choose("Cards to cut out").await;
    page.wait_for("return document.querySelectorAll('.cut li').length === 2 + 2 + 3 + 2").await;
    let words = page.print(A4).await.words();
    assert!(words.contains("Which of these? Tea Rain"), "{words}");
    assert!(!words.contains("What do you think?"), "{words}");
    page.select("Of which module?", "Making sense").await;
    page.wait_for(
        "return document.querySelector('.paper h2').textContent === 'Making sense of what happened'",
    )
    .await;
}

#[tokio::test]
async fn a_certificate_has_the_name_one_wants_and_nothing_of_it_is_kept() {
    let site = Site::built();
    let page = Page::open(&site, "#/certificate").await;
    let before = page.run("return Object.entries(localStorage).sort()").await;
    page.write("The name you want on it", "Mo of the Hill").await;
    page.write("A line of your own, if you like", "For the evenings").await;
    page.select("What it is for", "Feeling safer").await;
    page.sees("Mo of the Hill has spent time with Feeling safer").await;
    let printed = page.print(A4).await;
    assert_eq!(printed.pages(), 1);
    let words = printed.words();
    for part in ["Mo of the Hill", "Feeling safer", "For the evenings", "Nobody was marked or counted."] {
        assert!(words.contains(part), "{part}: {words}");
    }
    assert!(!words.contains("The name you want on it"), "{words}");
    assert_eq!(page.run("return Object.entries(localStorage).sort()").await, before);
    page.go("#/modules").await;
    page.go("#/certificate").await;
    assert_eq!(page.written("The name you want on it").await, "");
}
