//! Every kind of exercise: done, kept, and there again after a reload.

use serde_json::json;
use waymark_tests::{KINDS, Page, Site, Wishes};

#[tokio::test]
async fn rows_of_a_table_are_kept_and_stand_in_the_plan() {
    let site = Site::with_every_kind();
    let page = Page::open(&site, KINDS).await;
    page.write("What I notice", "short sleep").await;
    page.sees("Row 1").await;
    page.write("Who can help", "Ama").await;
    page.reload().await;
    assert_eq!(page.written("What I notice").await, "short sleep");
    assert_eq!(page.written("Who can help").await, "Ama");
    page.go("#/plan").await;
    page.sees("short sleep – Ama").await;
    page.go(KINDS).await;
    page.press("Take away: Row 1").await;
    page.wait_for("return !document.body.innerText.includes('Row 1')").await;
    assert!(!page.kept("waymark.answer.kinds.table").await.unwrap().contains("short sleep"));
}

#[tokio::test]
async fn lines_stay_in_their_column() {
    let site = Site::with_every_kind();
    let page = Page::open(&site, KINDS).await;
    let columns = "return [...document.querySelectorAll('.columns > div')].map((column) =>
        [column.querySelector('.third').textContent, ...[...column.querySelectorAll('textarea')].map((field) => field.value)])";
    for (column, words) in [(0, "the garden"), (1, "the sea"), (0, "the neighbours")] {
        let field = format!(
            "[...document.querySelectorAll('.columns > div')][{column}].querySelector('li:last-child textarea').focus()"
        );
        page.run(&field).await;
        page.driver().active_element().await.unwrap().send_keys(words).await.unwrap();
    }
    page.reload().await;
    let expected = json!([["Staying", "the garden", "the neighbours", ""], ["Going", "the sea", ""]]);
    assert_eq!(page.run(columns).await, expected);
}

#[tokio::test]
async fn cards_are_put_in_order_with_the_keyboard_and_the_focus_goes_along() {
    let site = Site::with_every_kind();
    let page = Page::open(&site, "#/modules/kinds/2").await;
    let order = "return [...document.querySelectorAll('.order .line-of-two > span:first-child')].map((e) => e.textContent)";
    assert_eq!(page.run(order).await, json!(["Being kind", "Being free", "Being calm"]));
    page.press("Move up: Being calm").await;
    page.wait_for("return document.activeElement.textContent.includes('Move up: Being calm')").await;
    page.driver().action_chain().send_keys(" ").perform().await.unwrap();
    page.wait_for("return [...document.querySelectorAll('[role=status]')].some((e) => e.textContent === 'Being calm: now 1 of 3')").await;
    page.reload().await;
    assert_eq!(page.run(order).await, json!(["Being calm", "Being kind", "Being free"]));
    // A card the centre adds comes last; one it removes stays.
    let file = "modules/en/kinds.md";
    let text = site.folder().read(file).replace("- {kind} Being kind", "- {near} Being near");
    site.folder().write(file, text);
    page.reload().await;
    assert_eq!(page.run(order).await, json!(["Being calm", "Being kind", "Being free", "Being near"]));
}

#[tokio::test]
async fn a_wheel_is_drawn_then_and_now_and_a_day_can_be_corrected_and_forgotten() {
    let site = Site::with_every_kind();
    let page = Page::open(&site, "#/modules/kinds/2").await;
    let earlier = r#"{"form":1,"revision":1,"changed":"2026-01-02T10:00:00","value":
        {"marks":[{"on":"2026-01-02","areas":{"home":1,"money":2,"people":4,"gone":5}}]}}"#;
    page.put("waymark.answer.kinds.wheel", earlier).await;
    page.reload().await;
    page.select("Home", "4").await;
    page.select("Money", "3").await;
    page.reload().await;
    assert_eq!(page.selected("Home").await, "4");
    assert_eq!(page.selected("Body").await, "–");
    page.run("document.querySelectorAll('details.over-time').forEach((one) => { one.open = true; })").await;
    page.sees("Home 1 · Money 2 · People 4").await;
    page.wait_for("return document.querySelectorAll('.round polygon').length === 2").await;
    page.press("Correct: January 2, 2026").await;
    page.sees("On January 2, 2026").await;
    page.wait_for("return document.activeElement === document.querySelector('.areas select')").await;
    page.select("Home", "2").await;
    page.press("Back to today").await;
    assert_eq!(page.selected("Home").await, "4");
    page.run("document.querySelectorAll('details.over-time').forEach((one) => { one.open = true; })").await;
    page.sees("Home 2 · Money 2 · People 4").await;
    let kept = page.kept("waymark.answer.kinds.wheel").await.unwrap();
    assert!(kept.contains(r#""gone":5"#), "an area the centre took away stays: {kept}");
    page.press("Take away: January 2, 2026").await;
    page.wait_for("return !document.body.innerText.includes('People 4')").await;
}

#[tokio::test]
async fn people_have_ties_and_a_map_is_drawn_of_them() {
    let site = Site::with_every_kind();
    let page = Page::open(&site, "#/modules/kinds/3").await;
    page.write("A person, an animal or a place", "My sister").await;
    page.select("This tie", "does both").await;
    page.select("How near", "close").await;
    page.write("A person, an animal or a place", "The library").await;
    page.reload().await;
    assert_eq!(page.selected("This tie").await, "does both");
    assert_eq!(page.selected("How near").await, "close");
    page.wait_for("return document.querySelectorAll('.round .person').length === 2 && document.querySelectorAll('.round .both').length === 1").await;
    // The drawing has numbers; the names are only in the list.
    assert_eq!(page.run("return document.querySelector('.round').textContent").await, json!("12"));
}

#[tokio::test]
async fn a_practice_has_a_note_a_day() {
    let site = Site::with_every_kind();
    let page = Page::open(&site, "#/modules/kinds/3").await;
    let earlier = r#"{"form":1,"revision":1,"changed":"2026-01-02T10:00:00","value":
        {"marks":[{"on":"2026-01-02","words":"Rained, went anyway"}]}}"#;
    page.put("waymark.answer.kinds.practice", earlier).await;
    page.reload().await;
    page.write("How did it go?", "Sun, stayed in").await;
    page.reload().await;
    assert_eq!(page.written("How did it go?").await, "Sun, stayed in");
    page.run("document.querySelectorAll('details.over-time').forEach((one) => { one.open = true; })").await;
    page.sees("Rained, went anyway").await;
    page.press("Correct: January 2, 2026").await;
    assert_eq!(page.written("How did it go?").await, "Rained, went anyway");
}

#[tokio::test]
async fn axe_finds_nothing_on_any_kind() {
    let site = Site::with_every_kind();
    for (language, dark) in [("en", false), ("ja", true)] {
        let page = Page::open_as(&site, "", Wishes { language, dark, ..Wishes::default() }).await;
        let marks = r#"{"form":1,"revision":1,"changed":"2026-01-02T10:00:00","value":{"marks":[
            {"on":"2026-01-02","number":3,"areas":{"home":1,"money":2}},{"on":"2026-01-05","number":5,"areas":{"home":4}}],
            "items":[{"id":"a","words":"Ama","cells":{"tie":"hurts","near":"far","sign":"x"}},{"id":"b","words":"Library","cells":{"tie":"helps"}}]}}"#;
        for kind in ["scale", "wheel", "people", "practice", "table", "list"] {
            page.put(&format!("waymark.answer.kinds.{kind}"), marks).await;
        }
        page.reload().await;
        page.ask_axe().await;
        for step in 1..=3 {
            page.go(&format!("#/modules/kinds/{step}")).await;
            page.wait_for("return document.activeElement === document.querySelector('#app h1')").await;
            page.run("document.querySelectorAll('details').forEach((one) => { one.open = true; })").await;
            assert_eq!(page.ask_axe().await, json!([]), "{language}, step {step}");
            let wide = "return document.documentElement.scrollWidth <= innerWidth";
            assert_eq!(page.run(wide).await, json!(true), "{language}, step {step}");
        }
    }
}

/// Does what can be done with whatever has the focus, and moves on.
const STEPS: usize = 120;

#[tokio::test]
async fn every_kind_is_answered_with_the_keyboard_alone() {
    let site = Site::with_every_kind();
    let page = Page::open(&site, "").await;
    // Only one line in each place: every line that is written makes a new one.
    let what = "const at = document.activeElement, exercise = at.closest('.exercise');
        const place = at.matches('textarea') ? at.closest('.columns > div, .exercise') : at;
        return exercise && !place.done ? (place.done = true, at.type ?? at.tagName.toLowerCase()) : ''";
    for step in 1..=3 {
        page.go(&format!("#/modules/kinds/{step}")).await;
        page.wait_for("return document.activeElement === document.querySelector('#app h1')").await;
        for _ in 0..STEPS {
            let keys = match page.run(what).await.as_str().unwrap() {
                "textarea" => "words",
                "checkbox" | "radio" => " ",
                // Down, which chooses the next.
                "select-one" => "\u{e015}",
                "button" if step == 2 => " ",
                _ => "",
            };
            page.driver().action_chain().send_keys(format!("{keys}\u{e004}")).perform().await.unwrap();
            if page.run("return document.activeElement.closest('footer') !== null").await == json!(true) {
                break;
            }
        }
    }
    let expected: Vec<String> = [
        "choices",
        "compare",
        "goal",
        "list",
        "order",
        "people",
        "practice",
        "reflection",
        "scale",
        "table",
        "wheel",
    ]
    .map(|kind| format!("waymark.answer.kinds.{kind}"))
    .into();
    let answers: Vec<String> =
        page.keys().await.into_iter().filter(|key| key.starts_with("waymark.answer")).collect();
    assert_eq!(answers, expected);
}

/// The words of each kind that carry forward, and that are in the journal.
#[tokio::test]
async fn every_kind_is_there_after_a_reload_in_the_journal_and_in_the_plan() {
    let site = Site::with_every_kind();
    let file = "modules/en/kinds.md";
    let text = site.folder().read(file);
    let all_in_the_plan = text.replace(":plan: people\n", "").replace(":plan: early-signs\n", "");
    let mut planned = String::new();
    for line in all_in_the_plan.lines() {
        planned.push_str(line);
        planned.push('\n');
        if line.starts_with("```{") && !line.contains("pause") {
            planned.push_str(":plan: afterwards\n");
        }
    }
    site.folder().write(file, planned);
    let page = Page::open(&site, KINDS).await;
    page.put_an_answer_of_every_kind().await;
    let own = [
        "Thought of the sea.",
        "Listed 猫",
        "Short sleep",
        "Staying: The garden",
        "Gone choice",
        "Own choice",
        "Being calm",
        "Heavy rain",
        "The library",
        "Wish for a garden",
        "Tried it once",
    ];
    for address in ["#/plan", "#/journal"] {
        page.go(address).await;
        for words in own {
            page.sees(words).await;
        }
        // A tie that hurts, even if it helps as well, is left out of the plan, and only there.
        assert_eq!(page.shows("My sister").await, address == "#/journal");
    }
    page.sees("January 2, 2026: Home 1 · Money 2").await;
    page.go("#/check").await;
    // The helplines are still the examples that come with Waymark; everything else is right.
    page.sees("There is 1 thing to mend.").await;
    page.sees("These helplines are still the examples").await;
}
