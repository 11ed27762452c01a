//! Pictures of the pages, to be looked at: `cargo test -p waymark-tests --test
//! pictures -- --ignored` puts them into `shots/`.

use waymark_tests::{Page, Site, Wishes};
use xtask::setup::root;

const PAGES: [(&str, &str); 9] = [
    ("home", "#/"),
    ("module", "#/modules/stigma-and-shame"),
    ("step", "#/modules/starting-here/2"),
    ("scale", "#/modules/starting-here/4"),
    ("list", "#/modules/feeling-safer/2"),
    ("goals", "#/goals"),
    ("help", "#/help"),
    ("pause", "#/pause"),
    ("data", "#/data"),
];

#[tokio::test]
#[ignore = "makes pictures, proves nothing"]
async fn pictures() {
    let folder = root().join("shots");
    std::fs::create_dir_all(&folder).unwrap();
    let site = Site::built();
    for (screen, size) in [("phone", (390, 844)), ("laptop", (1280, 800)), ("projector", (1920, 1080))] {
        for (colours, dark) in [("light", false), ("dark", true)] {
            for language in ["en", "ja"] {
                let page =
                    Page::open_as(&site, "", Wishes { size, dark, language, ..Wishes::default() }).await;
                fill(&page).await;
                for (name, hash) in PAGES {
                    page.go(hash).await;
                    page.wait_for("return document.querySelector('#app h1') !== null").await;
                    page.picture(&folder.join(format!("{name}-{screen}-{colours}-{language}.png"))).await;
                }
                goal(&page).await;
                page.picture(&folder.join(format!("goal-{screen}-{colours}-{language}.png"))).await;
            }
        }
    }
}

/// A little of a record, so that pages are not empty.
async fn fill(page: &Page) {
    let marks = r#"{"form":1,"revision":2,"changed":"2026-01-02T10:00:00","value":{"language":"xx",
        "marks":[{"on":"2026-01-01","number":2},{"on":"2026-01-09","number":6,"words":"a bit lighter"},{"on":"2026-02-02","number":4}]}}"#;
    let list = r#"{"form":1,"revision":2,"changed":"2026-01-02T10:00:00","value":{"language":"xx",
        "items":[{"id":"a","words":"Rain on the roof, and nobody asking how I am"},{"id":"b","words":"猫"}]}}"#;
    let goal = r#"{"form":1,"revision":2,"changed":"2026-01-02T10:00:00","value":{"words":"Sit in the park on Sundays",
        "why":"I miss trees.","state":"going-on","started":"2026-01-01",
        "steps":[{"id":"a","words":"Walk to the gate","done":"2026-01-03"},{"id":"b","words":"Find the bench"}],
        "follow_ups":[{"id":"c","on":"2026-01-09","helped":"Going early","in_the_way":"The bus costs too much"}]}}"#;
    let place = r#"{"form":1,"revision":2,"changed":"2026-01-02T10:00:00","value":{"last":"what-recovery-can-mean","steps":{"what-recovery-can-mean":3}}}"#;
    page.put("waymark.answer.starting-here.how-things-are", marks).await;
    page.put("waymark.answer.feeling-safer.what-settles-me", list).await;
    page.put("waymark.goal.g", goal).await;
    page.put("waymark.place", place).await;
    page.reload().await;
}

async fn goal(page: &Page) {
    page.go("#/goals/g").await;
    page.wait_for("return document.querySelectorAll('textarea').length > 3").await;
}
