//! A learner reads, writes, leaves, comes back.

use waymark_tests::{Page, Site, Wishes};

const TEA: &str = "The kettle, the cat, and nobody asking how I am.";

#[tokio::test]
async fn a_learner_chooses_a_module_among_the_stages_and_reads_it_step_by_step() {
    let site = Site::built();
    let page = Page::open(&site, "").await;
    page.has_heading("Waymark").await;
    page.sees("Where would you like to start?").await;
    page.follow("Feeling safer").await;
    page.has_heading("Feeling safer").await;
    page.sees("about 45 minutes").await;
    page.follow("Begin").await;
    page.has_heading("Some ground under your feet").await;
    page.follow("On to:").await;
    page.has_heading("What settles me").await;
    page.follow("Back to:").await;
    page.has_heading("Some ground under your feet").await;
}

#[tokio::test]
async fn what_is_written_is_kept_and_found_again_at_the_same_step() {
    let site = Site::built();
    let page = Page::open(&site, "#/modules/starting-here/1").await;
    page.sees("Only in this browser").await;
    page.write("What brought you here today?", TEA).await;
    page.sees("Kept in this browser").await;
    page.reload().await;
    assert_eq!(page.written("What brought you here today?").await, TEA);
    page.go("#/").await;
    page.sees("Carry on where you were").await;
    page.follow("A sign on a footpath").await;
    assert_eq!(page.written("What brought you here today?").await, TEA);
}

#[tokio::test]
async fn words_come_back_when_the_browser_was_closed_overnight() {
    let site = Site::built();
    let profile = tempfile::TempDir::new().unwrap();
    let wishes = Wishes { profile: Some(profile.path()), ..Wishes::default() };
    let page = Page::open_as(&site, "#/modules/starting-here/1", wishes).await;
    page.write("What brought you here today?", TEA).await;
    page.sees("Kept in this browser").await;
    page.close().await;
    let page = Page::open_as(&site, "", wishes).await;
    page.follow("A sign on a footpath").await;
    assert_eq!(page.written("What brought you here today?").await, TEA);
}

#[tokio::test]
async fn words_are_kept_at_every_keystroke() {
    let site = Site::built();
    let page = Page::open(&site, "#/modules/starting-here/1").await;
    for end in 1..=10 {
        page.write("What brought you here today?", &TEA[end - 1..end]).await;
        let kept = page.kept("waymark.answer.starting-here.what-brought-me").await.unwrap();
        assert!(kept.contains(&format!("\"words\":\"{}\"", &TEA[..end])), "{kept}");
    }
}

#[tokio::test]
async fn a_list_grows_a_line_at_a_time_and_a_line_can_go() {
    let site = Site::built();
    let page = Page::open(&site, "#/modules/feeling-safer/2").await;
    page.write("Something for your list", "Rain on the roof").await;
    page.write("Something for your list", "My red jumper").await;
    page.sees("Kept in this browser").await;
    page.reload().await;
    assert_eq!(page.written("In your list, 1").await, "Rain on the roof");
    assert_eq!(page.written("In your list, 2").await, "My red jumper");
    page.press("Take away: Rain on the roof").await;
    page.reload().await;
    assert_eq!(page.written("In your list, 1").await, "My red jumper");
}

#[tokio::test]
async fn enter_goes_on_to_the_next_line() {
    let site = Site::built();
    let page = Page::open(&site, "#/modules/feeling-safer/2").await;
    page.write("Something for your list", "One\u{e007}").await;
    let focused = "return document.activeElement.closest('li').matches(':last-child')";
    page.wait_for(focused).await;
    assert_eq!(page.written("In your list, 1").await, "One");
}

#[tokio::test]
async fn an_emptied_line_goes_when_it_is_left() {
    let site = Site::built();
    let page = Page::open(&site, "#/modules/feeling-safer/2").await;
    page.write("Something for your list", "A").await;
    page.write("In your list, 1", "\u{e003}").await;
    page.write("Something for your list", "B").await;
    page.sees("Kept in this browser").await;
    page.reload().await;
    assert_eq!(page.written("In your list, 1").await, "B");
}

#[tokio::test]
async fn choices_stay_ticked_and_take_ones_own() {
    let site = Site::built();
    let page = Page::open(&site, "#/modules/starting-here/2").await;
    page.choose("A long, quiet stretch").await;
    page.choose("Writing on paper").await;
    page.choose("Writing on paper").await;
    page.write("Something of your own", "On the bus").await;
    page.sees("Kept in this browser").await;
    page.reload().await;
    assert!(page.is_chosen("A long, quiet stretch").await);
    assert!(!page.is_chosen("Writing on paper").await);
    assert_eq!(page.written("In your list, 1").await, "On the bus");
}

#[tokio::test]
async fn a_scale_is_dated_drawn_and_can_be_forgotten() {
    let site = Site::built();
    let page = Page::open(&site, "#/modules/starting-here").await;
    // Two earlier days, as they would have been kept.
    let earlier = r#"{"form":1,"revision":2,"changed":"2026-01-02T10:00:00","value":{"question":"q","language":"en",
        "marks":[{"on":"2026-01-01","number":2},{"on":"2026-01-02","number":6,"words":"a bit lighter"}]}}"#;
    page.put("waymark.answer.starting-here.how-things-are", earlier).await;
    page.reload().await;
    page.go("#/modules/starting-here/4").await;
    page.choose("4").await;
    page.write("A few words with it, if you like", "slept").await;
    page.run("document.querySelector('details.over-time').open = true").await;
    page.sees("January 2, 2026 6 a bit lighter").await;
    assert_eq!(page.run("return document.querySelectorAll('.chart circle').length").await, 3);
    page.press("Take away: January 1, 2026").await;
    page.reload().await;
    assert!(page.is_chosen("4").await);
    assert_eq!(page.written("A few words with it, if you like").await, "slept");
    assert_eq!(page.run("return document.querySelectorAll('.chart circle').length").await, 2);
}

#[tokio::test]
async fn a_pause_keeps_nothing() {
    let site = Site::built();
    let page = Page::open(&site, "#/pause").await;
    page.press("Begin").await;
    page.press("Stop").await;
    assert_eq!(page.keys().await, Vec::<String>::new());
}

#[tokio::test]
async fn answers_stay_the_same_answers_in_another_language() {
    let site = Site::built();
    let page = Page::open(&site, "#/modules/what-recovery-can-mean/3").await;
    let field =
        page.run("return document.querySelector('[data-question], .exercise textarea') !== null").await;
    assert_eq!(field, true);
    page.run("document.querySelector('.exercise textarea').focus()").await;
    page.driver().active_element().await.unwrap().send_keys("Mornings that are mine").await.unwrap();
    page.sees("Kept in this browser").await;
    page.go("#/settings").await;
    page.choose("日本語").await;
    page.wait_for("return document.documentElement.lang === 'ja'").await;
    page.wait_until_ready().await;
    page.go("#/modules/what-recovery-can-mean/3").await;
    page.wait_for("return document.querySelector('.exercise textarea')?.value === 'Mornings that are mine'")
        .await;
    assert!(!page.shows("When you wrote this").await);
    page.go("#/settings").await;
    page.choose("English").await;
    page.wait_for("return document.documentElement.lang === 'en'").await;
    page.wait_until_ready().await;
    page.go("#/modules/what-recovery-can-mean/3").await;
    page.wait_for("return document.querySelector('.exercise textarea')?.value === 'Mornings that are mine'")
        .await;
}

#[tokio::test]
async fn the_journey_in_japanese() {
    let site = Site::built();
    let page = Page::open_as(&site, "", Wishes { language: "ja", ..Wishes::default() }).await;
    page.wait_for("return document.documentElement.lang === 'ja'").await;
    let title = page.run("return document.querySelector('.ways-in a').textContent").await;
    page.follow(title.as_str().unwrap()).await;
    page.has_heading(title.as_str().unwrap()).await;
    page.run("document.querySelector('a.way-on').click()").await;
    page.wait_for("return location.hash === '#/modules/what-recovery-can-mean/1'").await;
    page.go("#/modules/what-recovery-can-mean/4").await;
    page.wait_for("return document.querySelector('.exercise textarea') !== null").await;
    page.run("document.querySelector('.exercise textarea').focus()").await;
    page.driver().active_element().await.unwrap().send_keys("朝の散歩と、となりの犬").await.unwrap();
    page.wait_for("return document.querySelector('.kept[data-kept=here]') !== null").await;
    page.reload().await;
    page.wait_for("return document.querySelector('.exercise textarea').value === '朝の散歩と、となりの犬'")
        .await;
}

#[tokio::test]
async fn a_changed_question_stands_beside_the_answer_to_the_old_one() {
    let site = Site::built();
    let page = Page::open(&site, "#/modules/starting-here/1").await;
    page.write("What brought you here today?", TEA).await;
    page.sees("Kept in this browser").await;
    let file = "modules/en/starting-here.md";
    let changed =
        site.folder().read(file).replace("What brought you here today?", "How did you find this page?");
    site.folder().write(file, changed);
    page.reload().await;
    page.sees("When you wrote this, the question was:").await;
    assert!(page.shows("What brought you here today?").await);
    assert_eq!(page.written("How did you find this page?").await, TEA);
}

#[tokio::test]
async fn earlier_words_stand_beside_later_ones_and_in_the_plan() {
    let site = Site::built();
    let page = Page::open(&site, "#/modules/starting-here/7").await;
    page.run("document.querySelector('.exercise textarea').focus()").await;
    page.driver().active_element().await.unwrap().send_keys("More evenings outside").await.unwrap();
    page.sees("Kept in this browser").await;
    page.go("#/modules/my-directions/2").await;
    page.sees("Your words from “Starting here”: More evenings outside").await;
    page.go("#/plan").await;
    page.has_heading("My plan").await;
    page.sees("More evenings outside Written in “Starting here”").await;
}
