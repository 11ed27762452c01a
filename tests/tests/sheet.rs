//! Choosing what to share: nothing is on the sheet that was not ticked.

use serde_json::json;
use waymark_tests::{A4, Page, Site};

/// Keeps what the page saves instead of handing it to the browser's download.
const CATCH: &str = "globalThis.saved = [];
    URL.createObjectURL = (blob) => { blob.text().then((text) => saved.push(text)); return '#'; };
    HTMLAnchorElement.prototype.click = function () {};";

const OPEN: &str = "document.querySelectorAll('main details').forEach((one) => { one.open = true; })";

#[tokio::test]
async fn a_sheet_has_what_was_ticked_and_nothing_else() {
    let site = Site::built();
    let page = Page::open(&site, "#/sheet").await;
    page.sees("There is nothing to choose from yet.").await;
    page.put_a_little_of_everything().await;
    page.run(OPEN).await;
    page.sees("Nothing is ticked, so the sheet is empty.").await;
    let ticked = "return [...document.querySelectorAll('main input')].filter((box) => box.checked).length";
    assert_eq!(page.run(ticked).await, json!(0));
    let requests = site.requests().len();
    page.choose("An advocate").await;
    page.sees("For: An advocate").await;
    page.choose("Sit in the park on Sundays").await;
    page.sees("I miss trees.").await;
    let words = page.print(A4).await.words();
    for own in ["For: An advocate", "Sit in the park on Sundays", "I miss trees.", "Find the bench"] {
        assert!(words.contains(own), "{own}: {words}");
    }
    for other in ["The bus costs too much", "Cook something", "Rain on the roof", "a bit lighter"] {
        assert!(!words.contains(other), "{other}: {words}");
    }
    page.run(CATCH).await;
    page.press("Save as text (Markdown)").await;
    page.press("Save as a page (HTML)").await;
    page.wait_for("return saved.length === 2").await;
    for at in 0..2 {
        let file = page.run(&format!("return saved[{at}]")).await;
        let file = file.as_str().unwrap();
        assert!(file.contains("I miss trees.") && !file.contains("The bus costs"), "{file}");
        assert!(!file.contains("<script") && !file.contains("http:") && !file.contains("https:"), "{file}");
    }
    assert_eq!(site.requests().len(), requests, "nothing is sent");
    page.choose("Follow-ups: Sit in the park on Sundays").await;
    page.sees("The bus costs too much").await;
    page.choose("Sit in the park on Sundays").await;
    page.wait_for("return !document.querySelector('.paper').innerText.includes('I miss trees.')").await;
    assert!(page.print(A4).await.words().contains("The bus costs too much"));
    // The ticks are kept nowhere.
    let keys = page.keys().await;
    page.reload().await;
    page.sees("Nothing is ticked").await;
    assert_eq!(page.keys().await, keys);
}
