//! A course of 1,000 modules, and 40 languages on offer.

use serde_json::json;
use std::fmt::Write as _;
use waymark_tests::{Page, Site, Wishes};

const MODULES: usize = 1000;
const LANGUAGES: usize = 40;

fn site() -> Site {
    Site::changed(|folder| {
        let mut centre = "---\nleave: https://www.wikipedia.org/\n---\n# Many {#en}\n".to_owned();
        for at in 1..LANGUAGES {
            let _ = write!(centre, "# Many {at} {{#x{at}}}\n\nWords.\n\n");
        }
        folder.write("modules/centre.md", centre);
        let mut contents = String::new();
        for at in 0..MODULES {
            if at % 100 == 0 {
                let _ = write!(contents, "\n# Stage {at} {{#s{at}}}\n\n");
            }
            let _ = writeln!(contents, "- [Module {at}](m{at}.md)");
            let text = "A paragraph that somebody reads in the evening. ".repeat(40);
            let mut module = format!("---\ntitle: Module {at}\nsummary: About {at}.\nminutes: 30\n---\n");
            for step in 0..5 {
                let _ = write!(module, "## Step {step}\n\n{text}\n\n```{{list}} l{step}\nWhat?\n```\n\n");
            }
            folder.write(&format!("modules/en/m{at}.md"), module);
        }
        folder.write("modules/en/course.md", contents);
    })
}

#[tokio::test]
async fn a_thousand_modules_and_forty_languages_open() {
    let site = site();
    let page = Page::open_unready(&site, "#/modules", Wishes::default()).await;
    page.wait_for("return document.documentElement.dataset.app === 'ready'").await;
    assert_eq!(page.run("return document.querySelectorAll('main .cards > li').length").await, json!(MODULES));
    // The page, the app, the manifest, centre.md, five files of the language, and the modules.
    assert_eq!(site.requests().len(), 9 + MODULES);
    let opened = page.run("return Math.round(performance.now())").await;
    page.go("#/modules/m999/5").await;
    page.has_heading("Step 4").await;
    page.write("Something for your list", "tea").await;
    page.sees("Kept in this browser").await;
    let took = page.run(
        "location.hash = '#/help'; return new Promise((done) => setTimeout(() => {
            const begun = performance.now(); location.hash = '#/modules';
            const look = () => document.querySelectorAll('main .cards > li').length ? done(Math.round(performance.now() - begun)) : requestAnimationFrame(look);
            requestAnimationFrame(look);
        }, 300))",
    );
    println!("ready after at most {opened} ms; all modules drawn after {} ms", took.await);
    page.go("#/settings").await;
    page.wait_for(&format!(
        "return document.querySelectorAll('input[name=language]').length === {LANGUAGES}"
    ))
    .await;
    assert_eq!(site.requests().len(), 9 + MODULES);
    page.wait_until_ready().await;
}
