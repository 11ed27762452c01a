//! My plan, the crisis card and the learning plan.

use serde_json::json;
use waymark_tests::{A4, LETTER, Page, Site, Wishes};

#[tokio::test]
async fn changing_words_in_the_plan_changes_the_answer() {
    let site = Site::built();
    let page = Page::open(&site, "").await;
    page.put_a_little_of_everything().await;
    page.go("#/plan").await;
    page.sees("Rain on the roof, and nobody asking how I am").await;
    page.follow("Written in “Feeling safer”").await;
    page.driver().back().await.unwrap();
    page.has_heading("My plan").await;
    page.run("[...document.querySelectorAll('summary')].find((one) => one.textContent === 'Change these words').click()")
        .await;
    page.write("In your list, 1", " tonight").await;
    page.sees("and nobody asking how I am tonight").await;
    let kept = page.kept("waymark.answer.feeling-safer.what-settles-me").await.unwrap();
    assert!(kept.contains("how I am tonight"), "{kept}");
    // All of it removed: the place to write stays, to begin again.
    page.press("Take away: 猫").await;
    page.press("Take away: Rain on the roof").await;
    page.write("Something for your list", "Snow").await;
    page.reload().await;
    page.sees("Snow").await;
}

#[tokio::test]
async fn one_writes_into_the_plan_and_hides_a_section() {
    let site = Site::built();
    let page = Page::open(&site, "#/plan").await;
    let section = "document.querySelector('[aria-labelledby=plan-afterwards] textarea')";
    page.run(&format!("{section}.focus()")).await;
    page.driver().active_element().await.unwrap().send_keys("A walk with nobody").await.unwrap();
    page.sees("Kept in this browser").await;
    page.reload().await;
    assert_eq!(page.run(&format!("return {section}.value")).await, json!("A walk with nobody"));
    page.press("Hide this section: Afterwards").await;
    page.wait_for("return document.activeElement.textContent.includes('Show again: Afterwards')").await;
    page.wait_for("return document.querySelector('#plan-afterwards') === null").await;
    page.sees("Hidden sections").await;
    page.go("#/plan/paper").await;
    page.sees("What keeps me well").await;
    assert!(!page.print(A4).await.words().contains("A walk with nobody"));
    page.go("#/plan").await;
    page.press("Show again: Afterwards").await;
    page.wait_for(&format!("return document.activeElement === {section}")).await;
    page.reload().await;
    assert_eq!(page.run(&format!("return {section}.value")).await, json!("A walk with nobody"));
    page.go("#/journal").await;
    page.sees("A walk with nobody").await;
    page.go("#/plan/paper").await;
    page.sees("A walk with nobody").await;
}

#[tokio::test]
async fn a_crisis_card_has_the_chosen_sections_in_three_forms() {
    let site = Site::built();
    let wide = Wishes { size: (1280, 800), ..Wishes::default() };
    let page = Page::open_as(&site, "#/plan/card", wide).await;
    page.sees("There is nothing on the card yet.").await;
    for (section, words) in [
        ("people", "Mara from the choir"),
        ("wishes-in-a-crisis", "Speak slowly"),
        ("not-in-a-crisis", "No bright room"),
        ("things-to-look-after", "The cat"),
        ("afterwards", "A quiet week"),
    ] {
        let text = format!(
            r#"{{"form":1,"revision":1,"changed":"2026-01-02T10:00:00","value":{{"words":"{words}"}}}}"#
        );
        page.put(&format!("waymark.plan.{section}"), &text).await;
    }
    page.reload().await;
    page.sees("Speak slowly").await;
    assert!(!page.shows("A quiet week").await);
    page.choose("Afterwards").await;
    page.sees("A quiet week").await;
    page.choose("Things to look after").await;
    page.wait_for("return !document.querySelector('.paper').innerText.includes('The cat')").await;
    page.write("A name or a line for the top. It is not kept.", "Sam").await;
    page.sees("Sam").await;
    for (form, class) in [
        ("Cards for a purse or pocket", "card-small-cards"),
        ("One sheet, folded twice", "card-folded"),
        ("For a phone screen", "card-phone"),
    ] {
        page.choose(form).await;
        page.wait_for(&format!("return document.querySelector('.paper.{class}') !== null")).await;
        for size in [A4, LETTER] {
            let printed = page.print(size).await;
            assert_eq!(printed.pages(), 1, "{form}");
            let words = printed.words();
            for own in ["Sam", "Mara from the choir", "Speak slowly", "No bright room", "A quiet week"] {
                assert!(words.contains(own), "{form}: {own}: {words}");
            }
            assert!(!words.contains("The cat"), "{words}");
        }
    }
    // A card of 85.6 by 54 mm, in CSS pixels of 1/96 inch.
    page.choose("Cards for a purse or pocket").await;
    let box_of_a_face = "const box = document.querySelector('.face').getBoundingClientRect(); return [box.width, box.height].map(Math.round)";
    page.wait_for("return document.querySelector('.card-small-cards .face') !== null").await;
    assert_eq!(page.run(box_of_a_face).await, json!([324, 204]));
    page.go("#/help").await;
    page.follow("My crisis card").await;
    page.sees("Speak slowly").await;
    page.reload().await;
    assert!(page.is_chosen("Afterwards").await, "what is on the card is kept");
    assert!(!page.shows("Sam").await, "the name is not");
    assert!(!page.keys().await.iter().any(|key| key.contains("card")));
}

#[tokio::test]
async fn a_learning_plan_has_modules_in_ones_own_order_with_reasons() {
    let site = Site::built();
    let page = Page::open(&site, "#/modules/my-directions").await;
    page.press("Add to my learning plan").await;
    page.wait_for("return document.activeElement.textContent === 'My learning plan'").await;
    page.follow("My learning plan").await;
    page.has_heading("My learning plan").await;
    page.write("Why this one, if you like", "A friend spoke of it").await;
    page.press("Add to my learning plan – Feeling safer").await;
    page.press("Move up: Feeling safer").await;
    page.wait_for("return document.activeElement.textContent.includes('Feeling safer')").await;
    let order =
        "return [...document.querySelectorAll('.learning .line-of-two > a')].map((one) => one.textContent)";
    let expected = json!(["Feeling safer", "My directions and small steps"]);
    assert_eq!(page.run(order).await, expected);
    page.reload().await;
    assert_eq!(page.run(order).await, expected);
    page.follow("My learning plan on paper").await;
    page.sees("2. My directions and small steps").await;
    let words = page.print(A4).await.words();
    assert!(words.contains("1. Feeling safer") && words.contains("A friend spoke of it"), "{words}");
    page.go("#/learning-plan").await;
    page.press("Take away: Feeling safer").await;
    page.wait_for(&format!("return (() => {{ {order} }})().length === 1")).await;
    page.go("#/modules/feeling-safer").await;
    page.press("Add to my learning plan").await;
    page.sees("This module is in your learning plan.").await;
}
