//! What a centre changes with a text editor, and sees after loading the page again.

use serde_json::json;
use thirtyfour::prelude::*;
use waymark_tests::{Page, Site, Wishes};
use xtask::check;

const CENTRE: &str = "modules/centre.md";

async fn again(page: &Page, site: &Site, hash: &str) {
    page.visit(&site.address(hash)).await;
    page.wait_until_ready().await;
}

/// Puts a line on top of centre.md.
fn put_on_top(site: &Site, lines: &str) {
    let text = site.folder().read(CENTRE);
    site.folder().write(CENTRE, text.replacen("---\n", &format!("---\n{lines}\n"), 1));
}

#[tokio::test]
async fn colours_and_a_logo_of_ones_own() {
    let site = Site::built();
    let logo =
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 10 10'><rect width='10' height='10'/></svg>";
    site.folder().write("modules/our-logo.svg", logo);
    put_on_top(&site, "logo: our-logo.svg\ncolour: #5a1a6b\nsign: #bbbbbb");
    let page = Page::open(&site, "#/modules").await;
    let logo = page.run("return document.querySelector('header img').naturalWidth > 0").await;
    assert_eq!(logo, true);
    let link = page.run("return getComputedStyle(document.querySelector('main .cards a')).color").await;
    assert_eq!(link, "rgb(90, 26, 107)");
    assert_eq!(page.complaints().await, Vec::<String>::new());
    again(&page, &site, "#/check").await;
    page.sees("centre.md, line 4").await;
    page.sees("The colour #bbbbbb (1.6) stands out too little").await;
    // On dark screens the usual colour stays.
    let page = Page::open_as(&site, "#/modules", Wishes { dark: true, ..Wishes::default() }).await;
    let link = page.run("return getComputedStyle(document.querySelector('main .cards a')).color").await;
    assert_eq!(link, "rgb(163, 216, 194)");
}

#[tokio::test]
async fn modules_are_added_left_out_and_moved_and_answers_stay() {
    let site = Site::built();
    let page = Page::open(&site, "#/modules/feeling-safer/2").await;
    page.write("Something for your list", "tea with Sam").await;
    page.sees("Kept in this browser").await;
    let contents = "# First {#first}\n- [x](stigma-and-shame.md)\n\n# Own {#own}\n- [x](our-module.md)\n- [x](starting-here.md)\n";
    site.folder().write("modules/en/course.md", contents);
    let own = "---\ntitle: Our module\nsummary: S\nstage: own\n---\n## A\n\n```{list} mine\nWhat?\n```\n";
    site.folder().write("modules/en/our-module.md", own);
    again(&page, &site, "#/modules").await;
    let titles = page
        .run("return [...document.querySelectorAll('main .cards h3')].map((one) => one.textContent)")
        .await;
    assert_eq!(
        titles,
        json!(["Stigma, shame, and the barrier that isn't me", "Our module", "Starting here"])
    );
    page.go("#/journal").await;
    page.sees("tea with Sam").await;
    again(&page, &site, "#/check").await;
    page.sees("The contents list this module under the stage “first”").await;
}

const GERMAN: &str = "---\ntitle: Ankommen\nsummary: S\n---\n## Ein Wegzeichen\n\nText.\n";

#[tokio::test]
async fn a_language_with_only_some_files_falls_back_and_says_so() {
    let site = Site::built();
    let centre = site.folder().read(CENTRE);
    site.folder().write(CENTRE, format!("{centre}\n# Wegzeichen {{#de}}\n\nHallo.\n"));
    site.folder().write("modules/de/starting-here.md", GERMAN);
    let page = Page::open_as(&site, "#/modules", Wishes { language: "de", ..Wishes::default() }).await;
    page.sees("Ankommen").await;
    page.sees("Feeling safer").await;
    page.sees("This is not there in Deutsch yet. It stands here in English.").await;
    page.go("#/modules/feeling-safer/2").await;
    page.sees("It stands here in English.").await;
    assert_eq!(page.run("return document.querySelector('article').closest('[lang]').lang").await, "en");
    page.go("#/modules/starting-here/1").await;
    page.has_heading("Ein Wegzeichen").await;
    assert!(!page.shows("It stands here in English.").await);
    page.go("#/help").await;
    page.sees("116 123").await;
    page.sees("It stands here in English.").await;
}

/// The page and the command agree.
#[tokio::test]
async fn the_check_page_says_what_the_command_says() {
    let site = Site::built();
    let help = site.folder().read("modules/en/help.md");
    let help = help.replacen("2026-11-22", "2026-01-02", 1).replace("[999](tel:999)", "[998](tel:998)");
    site.folder().write("modules/en/help.md", help);
    let module = site.folder().read("modules/en/feeling-safer.md");
    let more =
        "\n![](x.png)\n\n[out](https://example.org/a)\n\nPatients should wait.\n\n[gone](#/modules/gone)\n";
    site.folder().write("modules/en/feeling-safer.md", format!("{module}{more}"));
    site.folder().remove("modules/ja/plan.md");
    let (mend, know) = check::sentences(&site.folder().path().join("modules"));
    let page = Page::open(&site, "#/check").await;
    let shown = page.run(
        "return [...document.querySelectorAll('main .entries li')].map((one) => {
            const [sentence, ...places] = [...one.querySelectorAll('p')].map((p) => p.textContent);
            const [first, ...others] = places.map((place) => place.replace(', line ', ':'));
            return `${first}: ${sentence}` + (others.length ? ` (also in ${others.join(', ')})` : '');
        })",
    );
    let shown = shown.await;
    assert_eq!(shown, json!([mend.clone(), know.clone()].concat()));
    for (lines, words) in [
        (&mend, "do not agree: tel:998 ≠ tel:999"),
        (&mend, "still the examples that came with Waymark"),
        (&mend, "An image has no words"),
        (&know, "do not list the module “gone”"),
        (&know, "more than six months ago"),
        (&know, "“patient” is on the list"),
        (&know, "https://example.org/a"),
        (&know, "ja/plan.md:1"),
        (&know, "“making-sense” is in the centre’s first language"),
    ] {
        assert!(lines.iter().any(|line| line.contains(words)), "{words}: {lines:#?}");
    }
    // Reached from within, only one language is checked, and the page says so.
    page.visit(&site.address("#/")).await;
    page.wait_until_ready().await;
    page.go("#/check").await;
    page.sees("Only the language you are reading was looked at.").await;
    page.press("Look at every language").await;
    page.wait_for("return document.documentElement.dataset.app === 'ready' && document.body.innerText.includes('ja/plan.md')").await;
}

#[tokio::test]
async fn a_module_is_tried_as_it_is_written() {
    let site = Site::built();
    let page = Page::open(&site, "#/write").await;
    let before = site.requests();
    page.press("Begin with the template").await;
    page.sees("As a learner sees it").await;
    page.sees("Nothing is wrong in it.").await;
    page.write("Something for your list", "only tried").await;
    // Typing further shows what is wrong, by its line, and leaves what was tried.
    page.write("The text of the module", "\n```{dance} x\nHow?\n```").await;
    page.sees("“dance” is not a kind of exercise").await;
    let tried = "return [...document.querySelectorAll('.exercise textarea')].some((one) => one.value === 'only tried')";
    assert_eq!(page.run(tried).await, true);
    page.press("Line 31").await;
    let marked = page.run("const field = document.activeElement; return field.value.slice(field.selectionStart, field.selectionEnd)").await;
    assert_eq!(marked, "```{dance} x");
    page.run("window.saved = []; URL.createObjectURL = (blob) => { blob.text().then((text) => window.saved.push(text)); return 'data:,'; }").await;
    page.press("Take the file away").await;
    page.wait_for("return window.saved.length === 1 && window.saved[0].includes('{dance} x')").await;
    // It stays while the page is open, and nowhere else.
    page.go("#/modules").await;
    page.has_heading("Modules").await;
    page.go("#/write").await;
    page.sees("“dance” is not a kind of exercise").await;
    assert!(!page.run("return JSON.stringify(localStorage)").await.as_str().unwrap().contains("only tried"));
    assert_eq!(site.requests(), before);
    page.reload().await;
    assert_eq!(page.written("The text of the module").await, "");
}

#[tokio::test]
async fn the_plan_of_a_session_is_tried_as_it_is_written() {
    let site = Site::built();
    let page = Page::open(&site, "#/write").await;
    page.press("Begin with the plan of a session").await;
    page.sees("Nothing is wrong in it.").await;
    page.sees("What the other one says and does.").await;
    page.write("The text of the module", "\n## Late\n\nminutes: ten\n").await;
    page.sees("“ten” is not a whole number").await;
    page.press("Line 43").await;
    let marked = page.run("const field = document.activeElement; return field.value.slice(field.selectionStart, field.selectionEnd)").await;
    assert_eq!(marked, "minutes: ten");
}

#[tokio::test]
async fn a_module_is_opened_from_a_file_or_dropped() {
    let site = Site::built();
    let page = Page::open(&site, "#/write").await;
    let folder = tempfile::TempDir::new().unwrap();
    let file = folder.path().join("quiet-hours.md");
    std::fs::write(&file, "---\ntitle: Quiet hours\nsummary: S\n---\n## A\n\nText.\n").unwrap();
    let input = page.driver().find(By::Css("main input[type=file]")).await.unwrap();
    input.send_keys(file.display().to_string()).await.unwrap();
    page.sees("Quiet hours").await;
    assert_eq!(page.written("Name of the file, without .md").await, "quiet-hours");
    page.run(
        "const data = new DataTransfer();
        data.items.add(new File(['---\\ntitle: Dropped\\nsummary: S\\n---\\n## A\\n'], 'dropped.md'));
        document.querySelector('.writing textarea').dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }))",
    )
    .await;
    page.sees("Dropped").await;
    page.press("Bring back what stood here before").await;
    page.sees("Quiet hours").await;
}

/// Every example of the page that teaches the format is read without a problem, and
/// its exercises appear on the page.
#[tokio::test]
async fn the_examples_of_the_docs_are_shown() {
    let docs = std::fs::read_to_string(xtask::setup::root().join("docs/write-a-module.md")).unwrap();
    let examples: Vec<&str> =
        docs.split("````markdown\n").skip(1).filter_map(|rest| rest.split("````").next()).collect();
    let (modules, exercises): (Vec<&str>, Vec<&str>) =
        examples.iter().partition(|text| text.starts_with("---"));
    let together = format!("---\ntitle: All kinds\nsummary: S\n---\n## A\n\n{}", exercises.join("\n"));
    assert!(!modules.is_empty());
    for kind in KINDS_NAMES {
        assert_eq!(
            exercises.iter().filter(|text| text.starts_with(&format!("```{{{kind}}}"))).count(),
            1,
            "{kind}"
        );
    }
    let site = Site::built();
    let page = Page::open(&site, "#/write").await;
    for text in modules.iter().copied().chain([together.as_str()]) {
        page.run(&format!(
            "const field = document.querySelector('.writing textarea'); field.value = {}; field.dispatchEvent(new Event('input', {{ bubbles: true }}))",
            json!(text)
        ))
        .await;
        let number = text.matches("\n```{").count();
        page.wait_for(&format!("return document.querySelectorAll('main .exercise').length === {number}"))
            .await;
        page.sees("Nothing is wrong in it.").await;
    }
}

const KINDS_NAMES: [&str; 12] = [
    "reflection",
    "list",
    "choices",
    "order",
    "scale",
    "wheel",
    "compare",
    "table",
    "people",
    "goal",
    "practice",
    "pause",
];

#[tokio::test]
async fn who_has_read_a_module_stands_on_its_first_page() {
    let site = Site::built();
    let page = Page::open(&site, "#/modules/feeling-safer").await;
    page.sees("Nobody has told us yet").await;
    page.follow("How this course was made").await;
    page.has_heading("How this course was made").await;
    page.sees("It is not treatment").await;
    let file = "modules/en/feeling-safer.md";
    let text = site.folder().read(file);
    let reviewed = "reviewed: Mara (peer) and Dr Lund, 1 November 2026";
    site.folder().write(file, text.replacen("---\n", &format!("---\n{reviewed}\n"), 1));
    // A centre may have no such page: then nothing links to it, and nothing is wrong.
    for language in ["en", "ja"] {
        site.folder().remove(&format!("modules/{language}/about.md"));
    }
    again(&page, &site, "#/modules/feeling-safer").await;
    page.sees("Read for this site by: Mara (peer) and Dr Lund, 1 November 2026").await;
    assert!(!page.shows("How this course was made").await);
    page.go("#/modules/starting-here").await;
    page.has_heading("Starting here").await;
    assert!(!page.shows("Nobody has told us yet").await);
    // The helplines are still the examples that come with Waymark, in both languages.
    again(&page, &site, "#/check").await;
    page.sees("There are 2 things to mend.").await;
    page.sees("These helplines are still the examples").await;
}
