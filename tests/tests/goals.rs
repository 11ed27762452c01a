//! A goal through its whole life.

use waymark_tests::{Page, Site};

#[tokio::test]
async fn a_goal_is_made_tended_rested_and_found_again() {
    let site = Site::built();
    let page = Page::open(&site, "#/goals").await;
    page.sees("There is no goal here yet.").await;
    page.press("Start a goal").await;
    page.has_heading("A goal without words yet").await;
    page.write("What I would like", "Sit in the park on Sundays").await;
    page.has_heading("Sit in the park on Sundays").await;
    page.write("Why it matters to me", "I miss trees.").await;
    page.write("A small step", "Walk to the gate").await;
    page.write("A small step", "Find the bench").await;
    page.write("Who could stand beside me", "Mara from the choir").await;
    page.choose("Done").await;
    let ticks = "return [...document.querySelectorAll('.line input')].map((box) => box.checked)";
    assert_eq!(page.run(ticks).await, serde_json::json!([true, false]));
    page.press("Have a follow-up today").await;
    page.write("What helped?", "Going early").await;
    page.write("What got in the way?", "The bus costs too much").await;
    page.write("What happened?", "Went twice").await;
    page.choose("Other people’s ideas").await;
    page.sees("This need not be about trying harder.").await;
    let ways = "return [...document.querySelectorAll('.calm-note .ways-in a')].map((way) => way.getAttribute('href'))";
    assert_eq!(page.run(ways).await, serde_json::json!(["#/modules/stigma-and-shame", "#/help"]));
    page.choose("Tired or unwell").await;
    page.wait_for("return document.querySelector('.calm-note a[href=\"#/modules/feeling-safer\"]') !== null")
        .await;
    page.choose("Let it rest").await;
    page.sees("Kept in this browser").await;
    page.reload().await;
    assert_eq!(page.written("What I would like").await, "Sit in the park on Sundays");
    assert_eq!(page.written("Why it matters to me").await, "I miss trees.");
    assert_eq!(page.written("Small step 1").await, "Walk to the gate");
    assert_eq!(page.written("Small step 2").await, "Find the bench");
    assert_eq!(page.written("Who could stand beside me").await, "Mara from the choir");
    assert_eq!(page.written("What happened?").await, "Went twice");
    assert_eq!(page.written("What helped?").await, "Going early");
    assert!(page.is_chosen("Tired or unwell").await);
    assert!(!page.is_chosen("Money").await);
    assert_eq!(page.run(ticks).await, serde_json::json!([true, false]));
    assert!(page.is_chosen("Let it rest").await);
    assert!(page.is_chosen("Resting").await);
    page.follow("All goals").await;
    page.sees("Resting Sit in the park on Sundays").await;
}

#[tokio::test]
async fn a_goal_can_be_reached_taken_up_again_and_let_go() {
    let site = Site::built();
    let page = Page::open(&site, "#/goals").await;
    page.press("Start a goal").await;
    page.write("What I would like", "Phone Ada").await;
    for state in ["Reached", "Going on", "Let go", "Resting"] {
        page.choose(state).await;
        page.sees("Kept in this browser").await;
        page.reload().await;
        assert!(page.is_chosen(state).await, "{state}");
    }
}

#[tokio::test]
async fn taking_a_goal_away_asks_first() {
    let site = Site::built();
    let page = Page::open(&site, "#/goals").await;
    page.press("Start a goal").await;
    page.write("What I would like", "Phone Ada").await;
    page.press("Take this goal away").await;
    page.press("No, keep it").await;
    page.reload().await;
    assert_eq!(page.written("What I would like").await, "Phone Ada");
    page.press("Take this goal away").await;
    page.press("Yes, take it away").await;
    page.has_heading("Goals").await;
    page.sees("There is no goal here yet.").await;
    assert_eq!(page.keys().await, Vec::<String>::new());
}

#[tokio::test]
async fn a_goal_grows_from_what_was_written_in_a_module() {
    let site = Site::built();
    let page = Page::open(&site, "#/modules/my-directions/3").await;
    page.run("document.querySelector('[data-kind=goal] textarea, .exercise textarea').focus()").await;
    page.driver().active_element().await.unwrap().send_keys("Cook for someone").await.unwrap();
    page.press("Make this a goal").await;
    page.has_heading("Cook for someone").await;
    page.follow("Written in “My directions and small steps”").await;
    page.sees("A goal that grew from this: Cook for someone").await;
}

#[tokio::test]
async fn a_follow_up_is_offered_after_the_time_that_was_wished() {
    let site = Site::built();
    let page = Page::open(&site, "#/goals").await;
    let goal = r#"{"form":1,"revision":2,"changed":"2026-01-02T10:00:00","value":{"words":"Walk","state":"going-on","started":"2026-01-01"}}"#;
    page.put("waymark.goal.g", goal).await;
    page.reload().await;
    page.sees("Walk").await;
    assert!(!page.shows("You wished to have a follow-up").await);
    page.go("#/goals/g").await;
    assert_eq!(page.selected("Offer a follow-up").await, "only when I want one");
    page.select("Offer a follow-up", "after two weeks").await;
    page.reload().await;
    assert_eq!(page.selected("Offer a follow-up").await, "after two weeks");
    page.go("#/goals").await;
    page.sees("You wished to have a follow-up around now. It can wait, too.").await;
    page.go("#/goals/g").await;
    page.press("Have a follow-up today").await;
    page.go("#/goals").await;
    page.has_heading("Goals").await;
    assert!(!page.shows("You wished to have a follow-up").await);
}
