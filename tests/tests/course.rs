//! The whole shipped course: every exercise done as a learner does it, and found again.

use serde_json::{Value, json};
use waymark::course::{Course, Exercise, Kind, LanguageTag, Module};
use waymark_tests::{Page, Site};
use xtask::folder;
use xtask::setup::root;

fn course() -> Course {
    let tag = LanguageTag::new("en").unwrap();
    Course::read(&tag, &folder::files(&root().join("modules"), &tag))
}

/// Words that appear nowhere else.
fn token(module: &Module, exercise: &Exercise) -> String {
    format!("own words of {} in {}", exercise.id, module.id)
}

/// The section of an exercise on its page.
fn section(module: &Module, exercise: &Exercise) -> String {
    format!("document.querySelector('[aria-labelledby=\"question-{}-{}\"]')", module.id, exercise.id)
}

async fn each_step(page: &Page, course: &Course, act: impl AsyncFn(&Module, &Exercise)) {
    for module in course.modules() {
        for (step, at) in module.steps.iter().zip(1..) {
            page.go(&format!("#/modules/{}/{at}", module.id)).await;
            page.has_heading(&step.title).await;
            for exercise in step.exercises() {
                act(module, exercise).await;
            }
        }
        // Reloaded, so that what is found was really kept.
        page.reload().await;
    }
}

/// Whether a kind of exercise takes words, and in which of its fields.
fn field(kind: &Kind) -> Option<&'static str> {
    match kind {
        Kind::Order(_) | Kind::Wheel(_) | Kind::Pause(_) => None,
        Kind::Reflection
        | Kind::Goal
        | Kind::Practice
        | Kind::Scale(_)
        | Kind::List
        | Kind::People
        | Kind::Choices(_)
        | Kind::Compare(_)
        | Kind::Table(_) => Some("textarea"),
    }
}

async fn press(page: &Page, within: &str, what: &str) {
    page.run(&format!("{within}.querySelector('{what}').scrollIntoView({{ block: 'center' }})")).await;
    let found = page.driver().execute(format!("return {within}.querySelector('{what}')"), Vec::new()).await;
    found.unwrap().element().unwrap().click().await.unwrap();
}

async fn choose(page: &Page, within: &str, words: &str) {
    let found = page.driver().execute(format!("return {within}.querySelector('select')"), Vec::new()).await;
    found.unwrap().element().unwrap().send_keys(words).await.unwrap();
}

async fn answer(page: &Page, module: &Module, exercise: &Exercise) {
    let within = section(module, exercise);
    if let Some(field) = field(&exercise.kind) {
        page.run(&format!("{within}.querySelector('{field}').focus()")).await;
        let focused = page.driver().active_element().await.unwrap();
        focused.send_keys(token(module, exercise)).await.unwrap();
    }
    match &exercise.kind {
        Kind::Choices(_) => press(page, &within, "input[type=checkbox]").await,
        Kind::Scale(_) => press(page, &within, "input[type=radio]").await,
        Kind::Order(_) => press(page, &within, ".signs > span:last-child button").await,
        Kind::Wheel(wheel) => choose(page, &within, &wheel.scale.to.to_string()).await,
        Kind::People => choose(page, &within, "helps").await,
        _ => {}
    }
    let kept = format!("return kept('waymark.answer.{}.{}') !== null", module.id, exercise.id);
    if !matches!(exercise.kind, Kind::Pause(_)) {
        page.wait_for_kept(&kept).await;
    }
}

async fn is_there(page: &Page, module: &Module, exercise: &Exercise) {
    let within = section(module, exercise);
    let say = format!("{} in {}", exercise.id, module.id);
    if let Some(field) = field(&exercise.kind) {
        let values = format!("return [...{within}.querySelectorAll('{field}')].map((one) => one.value)");
        let values = page.run(&values).await;
        let is_written = |value: &Value| value.as_str() == Some(&token(module, exercise));
        assert!(values.as_array().unwrap().iter().any(is_written), "{say}: {values}");
    }
    let wanted = match &exercise.kind {
        Kind::Choices(_) => "input[type=checkbox]:checked",
        Kind::Scale(_) => "input[type=radio]:checked",
        Kind::People => ".round .person",
        Kind::Wheel(_) => ".round polygon",
        Kind::Order(cards) => {
            let second = format!("return {within}.querySelector('.line-of-two > span').textContent.trim()");
            let first = page.run(&second).await;
            assert_eq!(first, json!(waymark::course::text::plain(&cards[1].words)), "{say}");
            return;
        }
        _ => return,
    };
    let found = page.run(&format!("return {within}.querySelectorAll('{wanted}').length")).await;
    assert!(found.as_u64() > Some(0), "{say}");
}

#[tokio::test]
async fn every_exercise_is_answered_and_found_again_and_the_plan_is_filled() {
    let (site, course) = (Site::built(), course());
    let page = Page::open(&site, "#/modules").await;
    each_step(&page, &course, async |module, exercise| answer(&page, module, exercise).await).await;
    // One of the goals, in one's own words.
    page.go("#/modules/my-directions").await;
    let (step, goal) = goal_of(&course, "my-directions");
    page.go(&format!("#/modules/my-directions/{step}")).await;
    page.press("Make this a goal").await;
    page.reload().await;
    page.go("#/goals").await;
    page.sees(&goal).await;
    each_step(&page, &course, async |module, exercise| is_there(&page, module, exercise).await).await;
    the_plan_is_filled(&page, &course).await;
    assert_eq!(page.complaints().await, [""; 0]);
    page.visit(&site.address("#/check")).await;
    page.wait_until_ready().await;
    // The helplines are still the examples that come with Waymark, in both languages.
    page.sees("There are 2 things to mend.").await;
    page.sees("These helplines are still the examples").await;
}

fn goal_of(course: &Course, id: &str) -> (usize, String) {
    let module = course.modules().find(|module| module.id.as_str() == id).unwrap();
    let goal = module.exercises().find(|exercise| matches!(exercise.kind, Kind::Goal)).unwrap();
    (module.step_of(&goal.id).unwrap(), token(module, goal))
}

/// Every section of the plan has what was written for it, and the card has those of a crisis.
async fn the_plan_is_filled(page: &Page, course: &Course) {
    page.go("#/plan").await;
    page.has_heading("My plan").await;
    for section in &course.plan {
        let read =
            format!("return document.querySelector('[aria-labelledby=\"plan-{}\"]').innerText", section.id);
        let shown = page.run(&read).await;
        let shown = shown.as_str().unwrap();
        let mut fed = 0;
        for module in course.modules() {
            for exercise in module.exercises().filter(|exercise| exercise.plan.as_ref() == Some(&section.id))
            {
                if field(&exercise.kind).is_some() {
                    assert!(shown.contains(&token(module, exercise)), "{} is in {}", exercise.id, section.id);
                    fed += 1;
                }
            }
        }
        assert!(fed > 0, "{} has words", section.id);
    }
    page.go("#/plan/card").await;
    for section in ["wishes-in-a-crisis", "not-in-a-crisis", "things-to-look-after", "people"] {
        let title = &course.plan.iter().find(|one| one.id.as_str() == section).unwrap().title;
        page.sees(title).await;
    }
}
