//! The journal: everything written, found again.

use serde_json::json;
use waymark_tests::{A4, Page, Site};

/// The backspace key.
const BACK: &str = "\u{e003}";

const CARDS: &str =
    "return [...document.querySelectorAll('main .card .own-words')].map((card) => card.innerText.trim())";

#[tokio::test]
async fn what_was_written_is_in_the_journal_also_when_its_exercise_is_gone() {
    let site = Site::built();
    let page = Page::open(&site, "#/journal").await;
    page.sees("Nothing is written here yet.").await;
    page.go("#/modules/starting-here/1").await;
    page.write("What brought you here today?", "A leaflet at the library").await;
    let gone = r#"{"form":1,"revision":1,"changed":"2026-01-02T10:00:00","value":{"question":"An old question?","words":"Older words"}}"#;
    page.put("waymark.answer.gone.gone", gone).await;
    page.put_a_little_of_everything().await;
    page.go("#/journal").await;
    for words in [
        "A leaflet at the library",
        "Older words",
        "An old question?",
        "January 9, 2026: 6 · a bit lighter",
        "猫",
        "Find the bench",
    ] {
        page.sees(words).await;
    }
    // What changed last is first.
    assert_eq!(page.run(CARDS).await[0], json!("A leaflet at the library"));
    page.write("Search in your own words", "LIBRARY").await;
    page.wait_for(&format!("return (() => {{ {CARDS} }})().length === 1")).await;
    page.sees("1 entry").await;
    page.follow("Written in “Starting here”").await;
    page.has_heading("A sign on a footpath").await;
    page.driver().back().await.unwrap();
    page.has_heading("Journal").await;
    page.write("Search in your own words", &BACK.repeat(7)).await;
    page.choose("By module").await;
    let headings = "return [...document.querySelectorAll('main h2')].map((h) => h.textContent)";
    assert_eq!(
        page.run(headings).await,
        json!([
            "Starting here",
            "Written freely",
            "Feeling safer",
            "gone",
            "Goals",
            "My plan",
            "My learning plan"
        ]),
        "the module written in last is first"
    );
}

#[tokio::test]
async fn thousands_of_entries_are_searched_as_one_types() {
    let site = Site::built();
    let page = Page::open(&site, "").await;
    let fill = "for (let n = 0; n < 5000; n++) localStorage.setItem(`waymark.answer.old.e${n}`, JSON.stringify({ form: 1,
        revision: 1, changed: '2026-01-02T10:00:00', value: { question: 'What was it like?', words: `Entry ${n} ${'rain '.repeat(100)}` } }))";
    page.run(fill).await;
    page.reload().await;
    page.go("#/journal").await;
    page.wait_for(&format!("return (() => {{ {CARDS} }})().length === 25")).await;
    assert!(!page.shows("5000").await, "writing is not counted");
    page.write("Search in your own words", "entry 4321 ").await;
    page.sees("1 entry").await;
    page.sees("Entry 4321 rain").await;
    assert_eq!(page.complaints().await, Vec::<String>::new());
}

#[tokio::test]
async fn free_entries_are_written_changed_found_and_taken_away() {
    let site = Site::built();
    let page = Page::open(&site, "#/journal").await;
    page.write("Write something of your own, if you like", "Soup, and a letter from Ama").await;
    page.sees("Kept in this browser").await;
    page.reload().await;
    page.sees("Soup, and a letter from Ama").await;
    assert_eq!(page.written("Write something of your own, if you like").await, "");
    page.write("Write something of your own, if you like", "Slept long").await;
    page.press("Done writing").await;
    page.wait_for(&format!("return (() => {{ {CARDS} }})().length === 2")).await;
    assert_eq!(page.keys().await.len(), 2);
    page.write("Search in your own words", "ama").await;
    page.sees("1 entry").await;
    page.press("Change this entry").await;
    page.wait_for("return document.activeElement.matches('main .card textarea')").await;
    page.write("Change this entry", ", at last").await;
    page.press("Done writing").await;
    page.sees("a letter from Ama, at last").await;
    page.wait_for("return document.activeElement.matches('.note-new textarea')").await;
    page.press("Take this entry away").await;
    page.press("Yes, take it away").await;
    page.wait_for("return document.activeElement.matches('.note-new textarea')").await;
    page.sees("0 entries").await;
    page.reload().await;
    page.sees("Slept long").await;
    assert!(!page.shows("Ama").await);
    // An entry that was emptied again is not kept.
    page.write("Write something of your own, if you like", &format!("x{BACK}")).await;
    page.wait_for_kept("return things().length === 2").await;
    page.choose("By module").await;
    page.wait_for_kept("return things().length === 1").await;
    page.sees("Written freely").await;
}

#[tokio::test]
async fn coming_back_from_an_entrys_module_finds_the_search_again() {
    let site = Site::built();
    let page = Page::open(&site, "").await;
    page.put_a_little_of_everything().await;
    page.go("#/journal").await;
    page.write("Search in your own words", "roof").await;
    page.sees("1 entry").await;
    page.follow("Written in “Feeling safer”").await;
    page.wait_for("return location.hash.startsWith('#/modules/feeling-safer/')").await;
    page.driver().back().await.unwrap();
    page.has_heading("Journal").await;
    assert_eq!(page.written("Search in your own words").await, "roof");
    page.sees("1 entry").await;
}

#[tokio::test]
async fn a_record_of_years_opens_is_written_searched_shared_and_printed() {
    let site = Site::built();
    let page = Page::open(&site, "").await;
    page.put_a_large_record().await;
    page.go("#/modules/starting-here/1").await;
    page.write("What brought you here today?", " And a new line.").await;
    page.sees("Kept in this browser").await;
    assert!(
        page.kept("waymark.answer.starting-here.what-brought-me").await.unwrap().contains("And a new line.")
    );
    page.go("#/journal").await;
    page.wait_for("return document.querySelectorAll('main .card').length === 25").await;
    page.write("Search in your own words", "entry 4321.").await;
    page.sees("1 entry").await;
    assert_eq!(page.print(A4).await.pages(), 1);
    page.go("#/sheet").await;
    page.run("[...document.querySelectorAll('summary')].find((one) => one.textContent === 'Written freely').click()")
        .await;
    page.wait_for("return document.querySelectorAll('main details[open] input').length === 50").await;
    page.press("Show all").await;
    page.wait_for("return document.querySelectorAll('main details[open] input').length === 5000").await;
    page.go("#/goals").await;
    page.has_heading("Goals").await;
    assert_eq!(page.complaints().await, Vec::<String>::new());
}

#[tokio::test]
async fn what_people_do_not_tell_apart_is_found() {
    let site = Site::built();
    let page = Page::open(&site, "").await;
    let words =
        "I can’t find my résumé. ﾊﾟｿｺﾝ, ＡＢＣ会, カ\\u3099ーテ\\u3099ン.\\nA morning in the park\\nwith Mara";
    let note = format!(
        r#"{{"form":1,"revision":1,"changed":"2026-02-03T10:00:00","value":{{"on":"2026-02-03T10:00:00","words":"{words}"}}}}"#
    );
    page.put("waymark.note.n", &note).await;
    page.reload().await;
    page.go("#/journal").await;
    for sought in ["can't", "resume", "パソコン", "abc会", "ガーデン", "park mo", "park with", "MARA find"]
    {
        page.write("Search in your own words", &(BACK.repeat(12) + sought)).await;
        page.sees("1 entry").await;
    }
    page.write("Search in your own words", &(BACK.repeat(12) + "park sea")).await;
    page.sees("0 entries").await;
}
