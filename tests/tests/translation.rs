//! When the browser translates the page: one's own words are not sent away, and what changes
//! keeps changing.

use serde_json::{Value, json};
use waymark_tests::{Page, Site};

/// Does to the page what Chromium's translator does: each text that may be translated is
/// replaced by elements of the translator's own. Returns every such text.
const TRANSLATE: &str = "
    const sent = [];
    const may = (node) => {
        const marked = node.parentElement.closest('[translate]');
        return !marked || marked.getAttribute('translate') !== 'no';
    };
    const skipped = ['SCRIPT', 'STYLE', 'TEXTAREA', 'NOSCRIPT'];
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walk.nextNode()) texts.push(walk.currentNode);
    for (const text of texts) {
        if (!text.data.trim() || skipped.includes(text.parentElement.tagName) || !may(text)) continue;
        sent.push(text.data + '   <' + text.parentElement.outerHTML.slice(0, 200));
        const outer = document.createElement('font');
        const inner = document.createElement('font');
        inner.textContent = '⟦' + text.data + '⟧';
        outer.append(inner);
        text.replaceWith(outer);
    }
    for (const named of document.querySelectorAll('[aria-label], [title], [placeholder], [alt]')) {
        if (named.closest('[translate=no]')) continue;
        for (const name of ['aria-label', 'title', 'placeholder', 'alt']) sent.push(named.getAttribute(name) ?? '');
    }
    sent.push(document.title);
    return sent.join('\\n')";

/// Words of every kind of answer in the fixtures, of goals, plan, notes and reasons.
const OWN: [&str; 24] = [
    "Thought of the sea",
    "And of rain",
    "Listed tea",
    "Listed 猫",
    "Short sleep",
    "Early walk",
    "Older cell",
    "The garden",
    "The harbour",
    "Own choice",
    "Gone choice",
    "Heavy rain",
    "Lighter now",
    "My sister",
    "The library",
    "An office",
    "Wish for a garden",
    "Tried it once",
    "A long walk",
    "Shoes by the door",
    "Ask at the gate",
    "A page of mine",
    "Because of the sea",
    "Written by hand",
];

fn saved(value: &str) -> String {
    format!(r#"{{"form":1,"revision":1,"changed":"2026-02-03T10:00:00","value":{value}}}"#)
}

async fn with_every_word(site: &Site) -> Page {
    let page = Page::open(site, "").await;
    for (key, value) in [
        (
            "waymark.goal.g",
            r#"{"words":"A long walk","state":"going-on","started":"2026-01-01","steps":[{"id":"s","words":"Shoes by the door"}],"follow_ups":[{"id":"f","on":"2026-01-08","happened":"Ask at the gate"}]}"#,
        ),
        ("waymark.note.n", r#"{"on":"2026-01-01T10:00:00","words":"A page of mine"}"#),
        (
            "waymark.learning-plan",
            r#"{"modules":[{"id":"starting-here","title":"Starting here","why":"Because of the sea"}]}"#,
        ),
        ("waymark.plan.people", r#"{"words":"Written by hand"}"#),
    ] {
        page.put(key, &saved(value)).await;
    }
    page.put_an_answer_of_every_kind().await;
    page
}

#[tokio::test]
async fn own_words_are_not_sent_to_be_translated() {
    let site = Site::with_every_kind();
    let page = with_every_word(&site).await;
    for hash in [
        "#/",
        "#/modules/kinds/1",
        "#/modules/kinds/2",
        "#/modules/kinds/3",
        "#/modules/kinds",
        "#/goals",
        "#/goals/g",
        "#/goals/g/paper",
        "#/plan",
        "#/plan/paper",
        "#/plan/card",
        "#/journal",
        "#/learning-plan",
        "#/learning-plan/paper",
        "#/sheet",
        "#/data",
        "#/modules/kinds/paper",
    ] {
        page.go(hash).await;
        page.wait_for("return document.querySelector('#app h1') !== null").await;
        page.run("document.querySelectorAll('main details').forEach((one) => { one.open = true; })").await;
        page.run("document.querySelectorAll('main input[type=checkbox]').forEach((one) => one.click())")
            .await;
        page.wait_for("return document.getAnimations().length >= 0").await;
        let sent: Value = page.run(TRANSLATE).await;
        let sent = sent.as_str().unwrap();
        assert!(sent.contains("Help"), "{hash}: the page itself may be translated");
        for own in OWN {
            let line = sent.lines().find(|line| line.contains(own));
            assert_eq!(line, None, "{hash} sends {own:?}");
        }
    }
}

#[tokio::test]
async fn what_changes_goes_on_changing_in_a_translated_page() {
    let site = Site::with_every_kind();
    let page = with_every_word(&site).await;
    page.go("#/modules/kinds/2").await;
    page.unfold("What you chose over time").await;
    page.run(TRANSLATE).await;
    page.sees("Today, ").await;
    page.run("document.querySelector('.over-time .signs button').click()").await;
    page.wait_for(
        "return document.querySelector('fieldset.scale legend').textContent.includes('February 3, 2026')",
    )
    .await;
    let legend = page.run("return document.querySelector('fieldset.scale legend').textContent").await;
    assert!(!legend.as_str().unwrap().contains("Today"), "one day alone: {legend}");
    // A lock is put on: the sentence that asks for a moment disappears again.
    page.go("#/private").await;
    page.run(TRANSLATE).await;
    page.run(
        "for (const field of document.querySelectorAll('main form input, main input[type=password]')) {
            field.value = 'correct horse'; field.dispatchEvent(new Event('input', { bubbles: true }));
        }",
    )
    .await;
    page.run("[...document.querySelectorAll('main button')].find((one) => one.textContent.includes('Put the lock on')).click()").await;
    page.wait_for("return Object.keys(localStorage).includes('waymark.lock')").await;
    page.wait_for("return !document.body.textContent.includes('One moment')").await;
}

#[tokio::test]
async fn private_says_what_a_translator_gets() {
    let site = Site::built();
    let page = Page::open(&site, "#/private").await;
    page.sees("When the browser translates").await;
    assert_eq!(page.run("return document.documentElement.getAttribute('translate')").await, json!(null));
}
