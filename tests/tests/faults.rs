//! What goes wrong, caused for real.

use waymark_tests::{Page, Site, Wishes};

#[tokio::test]
async fn a_bad_module_is_told_on_the_check_page_and_the_rest_works() {
    let long = format!("---\ntitle: T\nsummary: S\n---\n## S\n{}", "word ".repeat(1_000_000));
    let good = "---\ntitle: T\nsummary: S\n---\n## S\n";
    let cases: Vec<(&str, Option<Vec<u8>>, &str)> = vec![
        ("missing", None, "listed but not there: en/feeling-safer.md"),
        ("empty", Some(Vec::new()), "This file is empty"),
        ("not UTF-8", Some(b"caf\xe9".to_vec()), "not UTF-8 text"),
        ("5 MB", Some(long.into_bytes()), "This file is too long"),
        ("broken front matter", Some(b"---\ntitle: T\n## S\nx\n".to_vec()), "never ends"),
        ("unknown kind", Some(format!("{good}```{{dance}} x\nHow?\n```\n").into()), "“dance” is not a kind"),
        (
            "doubled id",
            Some(format!("{good}```{{list}} x\nA?\n```\n```{{list}} x\nB?\n```\n").into()),
            "stands here twice",
        ),
        ("unclosed fence", Some(format!("{good}```{{list}} x\nA?\n").into()), "never closed"),
        (
            "raw HTML",
            Some(format!("{good}<script>document.title = 'hacked'</script>\n").into()),
            "HTML is not read here",
        ),
        (
            "script link",
            Some(format!("{good}[go](javascript:alert(1))\n").into()),
            "may not lead to “javascript:alert(1)”",
        ),
    ];
    let site = Site::built();
    let page = Page::open(&site, "").await;
    for (name, file, sentence) in cases {
        match file {
            Some(bytes) => site.folder().write("modules/en/feeling-safer.md", bytes),
            None => site.folder().remove("modules/en/feeling-safer.md"),
        }
        page.reload().await;
        page.go("#/check").await;
        page.sees(sentence).await;
        page.go("#/modules/starting-here/1").await;
        page.has_heading("A sign on a footpath").await;
        assert_ne!(page.driver().title().await.unwrap(), "hacked", "{name}");
        assert_eq!(page.run("return document.querySelectorAll('main script').length").await, 0, "{name}");
        page.go("#/").await;
    }
}

#[tokio::test]
async fn an_exercise_of_an_unknown_kind_is_still_there_to_read() {
    let module = "---\ntitle: T\nsummary: S\n---\n## S\n```{dance} x\nHow would you dance?\n```\n";
    let site = Site::changed(|folder| folder.write("modules/en/feeling-safer.md", module));
    let page = Page::open(&site, "#/modules/feeling-safer/1").await;
    page.sees("How would you dance?").await;
}

#[tokio::test]
async fn contents_that_list_a_file_that_is_not_there_load_the_rest() {
    let site = Site::changed(|folder| {
        let contents = folder.read("modules/en/course.md");
        folder.write("modules/en/course.md", format!("{contents}- [Gone](gone.md)\n"));
    });
    let page = Page::open(&site, "#/modules").await;
    page.sees("Feeling safer").await;
    assert!(!page.shows("Gone").await);
    page.go("#/check").await;
    page.sees("listed but not there: en/gone.md").await;
}

#[tokio::test]
async fn without_any_course_file_the_helplines_are_still_there() {
    let site = Site::changed(|folder| {
        for name in ["centre.md", "en/course.md", "en/help.md", "en/words.json"] {
            folder.remove(&format!("modules/{name}"));
        }
    });
    let page = Page::open(&site, "").await;
    page.sees("The modules could not be fetched.").await;
    page.sees("116 123").await;
}

#[tokio::test]
async fn without_wasm_the_first_screen_says_so_and_has_the_helplines() {
    let site = Site::built();
    let wishes = Wishes { wasm: false, ..Wishes::default() };
    let page = Page::open_unready(&site, "", wishes).await;
    page.wait_for("return document.documentElement.dataset.app === 'failed'").await;
    page.sees("This page could not open all of its parts.").await;
    page.sees("116 123").await;
}

#[tokio::test]
async fn when_the_app_does_not_arrive_the_first_screen_says_so() {
    let site = Site::changed(|folder| folder.remove(&folder.wasm()));
    for (language, sentence) in [("en", "This page could not open all of its parts."), ("ja", "0120-279-338")]
    {
        let page = Page::open_unready(&site, "", Wishes { language, ..Wishes::default() }).await;
        page.wait_for("return document.documentElement.dataset.app === 'failed'").await;
        page.sees(sentence).await;
        assert_eq!(page.run("return document.documentElement.lang").await, language);
    }
}

#[tokio::test]
async fn an_app_that_was_tampered_with_does_not_start() {
    let site = Site::changed(|folder| {
        folder.write(&folder.wasm(), b"\0asm\x01\0\0\0");
    });
    let page = Page::open_unready(&site, "", Wishes::default()).await;
    page.wait_for("return document.documentElement.dataset.app === 'failed'").await;
}

#[tokio::test]
async fn without_scripts_everything_on_the_first_screen_can_be_read() {
    let site = Site::built();
    let wishes = Wishes { scripts: false, ..Wishes::default() };
    let page = Page::open_unready(&site, "", wishes).await;
    let body = page.driver().find(thirtyfour::By::Tag("body")).await.unwrap().text().await.unwrap();
    for words in ["Waymark", "Feeling safer", "116 123", "0120-279-338", "JavaScript"] {
        assert!(body.contains(words), "{words}: {body}");
    }
}

#[tokio::test]
async fn blocked_storage_gives_a_banner_and_a_session_in_memory() {
    let site = Site::built();
    let wishes = Wishes { storage: false, ..Wishes::default() };
    let page = Page::open_as(&site, "#/modules/starting-here/1", wishes).await;
    page.sees("This browser does not let this page keep anything.").await;
    page.write("What brought you here today?", "a leaflet").await;
    page.sees("Kept until you close this page").await;
    page.sees("Save these words as a file").await;
    page.go("#/modules/starting-here/2").await;
    page.has_heading("Your pace, your order").await;
    page.go("#/modules/starting-here/1").await;
    assert_eq!(page.written("What brought you here today?").await, "a leaflet");
}

#[tokio::test]
async fn a_full_storage_is_told_at_the_field_and_the_words_stay() {
    let site = Site::built();
    let page = Page::open(&site, "#/modules/starting-here/1").await;
    let fill = "
        let size = 4 * 1024 * 1024;
        for (let n = 0; size >= 1; n++) {
            try { localStorage.setItem('other' + n, 'x'.repeat(size)); } catch { size = Math.floor(size / 2); }
        }";
    page.run(fill).await;
    page.write("What brought you here today?", "a leaflet").await;
    page.sees("There is no more room in this browser.").await;
    assert_eq!(page.written("What brought you here today?").await, "a leaflet");
    page.run("localStorage.removeItem('other0')").await;
    page.write("What brought you here today?", "!").await;
    page.sees("Kept in this browser").await;
    page.reload().await;
    assert_eq!(page.written("What brought you here today?").await, "a leaflet!");
}

#[tokio::test]
async fn another_tab_sees_what_is_written_here() {
    let site = Site::built();
    let page = Page::open(&site, "#/modules/starting-here/1").await;
    let first = page.driver().window().await.unwrap();
    let second = page.driver().new_tab().await.unwrap();
    page.driver().switch_to_window(second.clone()).await.unwrap();
    page.driver().goto(site.address("#/modules/starting-here/1")).await.unwrap();
    page.wait_until_ready().await;
    page.driver().switch_to_window(first).await.unwrap();
    page.write("What brought you here today?", "from the first").await;
    page.driver().switch_to_window(second).await.unwrap();
    page.wait_for("return document.querySelector('.exercise textarea').value === 'from the first'").await;
}

#[tokio::test]
async fn what_a_newer_version_wrote_into_plan_and_learning_plan_is_held_and_said() {
    let site = Site::built();
    let page = Page::open(&site, "").await;
    for key in ["waymark.plan.afterwards", "waymark.learning-plan"] {
        page.put(key, r#"{"form":2,"anything":"else"}"#).await;
    }
    page.reload().await;
    for (address, key) in
        [("#/plan", "waymark.plan.afterwards"), ("#/learning-plan", "waymark.learning-plan")]
    {
        page.go(address).await;
        page.sees("A newer version of this site wrote what is kept here.").await;
        assert_eq!(page.kept(key).await.unwrap(), r#"{"form":2,"anything":"else"}"#);
    }
}
