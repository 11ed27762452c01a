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
    let wanted = ["#/modules/stigma-and-shame", "#/modules/meeting-peers", "#/help"];
    assert_eq!(page.run(ways).await, serde_json::json!(wanted));
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

#[tokio::test]
async fn a_goal_has_a_part_of_life_and_its_steps_a_day_and_company() {
    let site = Site::built();
    let page = Page::open(&site, "").await;
    page.put_a_little_of_everything().await;
    page.go("#/goals/g").await;
    page.select("Part of life", "Rest and joy").await;
    page.run("document.querySelectorAll('.step-more').forEach((one) => { one.open = true; })").await;
    page.run(
        "const day = document.querySelectorAll('.step-more input')[1]; day.value = '2026-12-01';
        day.dispatchEvent(new Event('change', { bubbles: true }))",
    )
    .await;
    page.write("Who could stand beside me in it", "Ama").await;
    page.reload().await;
    assert_eq!(page.selected("Part of life").await, "Rest and joy");
    page.go("#/goals/g/paper").await;
    page.sees("Find the bench · for December 1, 2026").await;
    page.sees("Walk to the gate · Done January 3, 2026 · Ama").await;
    page.sees("Rest and joy · Going on").await;
}

#[tokio::test]
async fn a_small_step_that_is_emptied_keeps_its_day_and_company() {
    let site = Site::built();
    let page = Page::open(&site, "").await;
    page.put_a_little_of_everything().await;
    page.go("#/goals/g").await;
    let back = "\u{e003}".repeat(40);
    page.write("Small step 1", &back).await;
    page.write("Small step 2", &back).await;
    page.write("Why it matters to me", " Still.").await;
    let kept = page.kept("waymark.goal.g").await.unwrap();
    assert!(kept.contains("2026-01-03"), "a step that was done stays: {kept}");
    assert!(!kept.contains(r#""id":"b""#), "one of which nothing else was said goes: {kept}");
    page.write("Small step 1", "Walk to the gate again").await;
    page.sees("Done January 3, 2026").await;
}

#[tokio::test]
async fn a_path_shows_what_there_was_by_the_day() {
    let site = Site::built();
    let page = Page::open(&site, "").await;
    page.put_a_little_of_everything().await;
    page.go("#/goals/h").await;
    page.has_heading("Cook something with my sister").await;
    assert!(!page.shows("The path so far").await, "a start alone is no path");
    page.go("#/goals/g").await;
    page.sees("The path so far").await;
    page.choose("Resting").await;
    page.sees("Changed to: Resting").await;
    // The day of a follow-up can be corrected.
    page.run(
        "const day = document.querySelector('.follow-up input[type=date]'); day.value = '2026-01-08';
        day.dispatchEvent(new Event('change', { bubbles: true }))",
    )
    .await;
    page.sees("Follow-up of January 8, 2026").await;
    let rows = "return [...document.querySelectorAll('[aria-labelledby=path] tbody tr')].map((row) =>
        [...row.children].map((cell) => cell.textContent))";
    let found = page.run(rows).await;
    let expected = [
        ("January 1, 2026", "Started"),
        ("January 3, 2026", "Small step: Walk to the gate"),
        ("January 8, 2026", "Follow-up"),
    ];
    for (at, (day, what)) in expected.into_iter().enumerate() {
        assert_eq!(found[at], serde_json::json!([day, what]));
    }
    assert_eq!(found.as_array().unwrap().len(), 4);
    let signs = "return ['#post', '#post-here'].map((sign) =>
        document.querySelectorAll(`.walked use[href='${sign}']`).length)";
    assert_eq!(page.run(signs).await, serde_json::json!([3, 1]));
}

#[tokio::test]
async fn a_goal_started_in_another_tab_appears() {
    let site = Site::built();
    let page = Page::open(&site, "#/goals").await;
    page.sees("There is no goal here yet.").await;
    let first = page.driver().window().await.unwrap();
    let second = page.driver().new_tab().await.unwrap();
    page.driver().switch_to_window(second).await.unwrap();
    page.driver().goto(site.address("#/goals")).await.unwrap();
    page.wait_until_ready().await;
    page.press("Start a goal").await;
    page.write("What I would like", "Phone Ada").await;
    page.driver().switch_to_window(first).await.unwrap();
    page.sees("Phone Ada").await;
    assert!(!page.shows("There is no goal here yet.").await);
}

/// The file is read by calcurse, a calendar program from Debian.
#[tokio::test]
async fn a_reminder_opens_in_a_calendar_and_says_nothing_unless_wished() {
    let site = Site::built();
    let page = Page::open(&site, "").await;
    page.put_a_little_of_everything().await;
    page.run(
        "const key = 'waymark.goal.g', goal = JSON.parse(localStorage.getItem(key));
        goal.value.steps[1].by = '2026-12-05'; localStorage.setItem(key, JSON.stringify(goal))",
    )
    .await;
    page.reload().await;
    page.go("#/goals/g").await;
    page.select("Offer a follow-up", "after two weeks").await;
    page.run(
        "globalThis.saved = [];
        URL.createObjectURL = (blob) => { blob.text().then((text) => saved.push(text)); return '#'; };
        HTMLAnchorElement.prototype.click = function () {};
        [...document.querySelectorAll('summary')].find((one) => one.textContent.includes('reminder')).click()",
    )
    .await;
    let set = "const set = (type, value) => { const field = document.querySelector(`main > details input[type=${type}]`);
        field.value = value; field.dispatchEvent(new Event('change', { bubbles: true })); };
        set('date', '2026-12-01'); set('time', '16:30');";
    page.wait_for("return document.querySelector('main > details input[type=time]') !== null").await;
    page.run(set).await;
    page.press("Save the calendar file").await;
    page.choose("Put the words of my goal and small steps into the calendar").await;
    page.press("Save the calendar file").await;
    page.wait_for("return saved.length === 2").await;
    let discreet = calendar(page.run("return saved[0]").await.as_str().unwrap());
    for line in ["12/01/26:", "12/05/26:", "12/15/26:", "16:30", "A moment for myself"] {
        assert!(discreet.contains(line), "{line}: {discreet}");
    }
    assert!(!discreet.contains("park") && !discreet.contains("bench"), "{discreet}");
    let open = calendar(page.run("return saved[1]").await.as_str().unwrap());
    assert!(
        open.contains("Follow-up: Sit in the park on Sundays") && open.contains("Find the bench"),
        "{open}"
    );
}

/// What a calendar program shows for the days from 1 December 2026 on.
fn calendar(file: &str) -> String {
    let folder = tempfile::TempDir::new().unwrap();
    let path = folder.path().join("reminder.ics");
    std::fs::write(&path, file).unwrap();
    let run = |words: &[&std::ffi::OsStr]| {
        let mut command = std::process::Command::new("calcurse");
        let done = command.arg("-D").arg(folder.path()).args(words).output().expect("calcurse is installed");
        let said = String::from_utf8_lossy(&done.stdout).into_owned();
        assert!(done.status.success(), "{said}{}", String::from_utf8_lossy(&done.stderr));
        said
    };
    let imported = run(&["-i".as_ref(), path.as_os_str()]);
    assert!(imported.contains("0 skipped"), "{imported}");
    run(&["-Q".as_ref(), "--from".as_ref(), "12/01/2026".as_ref(), "--days".as_ref(), "20".as_ref()])
}
