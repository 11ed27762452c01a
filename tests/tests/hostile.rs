//! Course files that mean harm: they can neither run, nor fetch, nor lead away,
//! nor read what is kept.

use serde_json::json;
use waymark_tests::{Kind, Page, Site, Wishes, in_both_browsers};

/// Markdown that would do something if it could. `@` stands for the server of
/// the site, so that a request would be seen in its log.
const INPUTS: [&str; 78] = [
    "<script>hacked = 1</script>",
    "<SCRIPT SRC=@/leak.js></SCRIPT>",
    "<script>fetch('@/leak?' + JSON.stringify(localStorage))</script>",
    "<img src=x onerror=hacked=1>",
    "<img src=\"@/leak.png\">",
    "<svg onload=hacked=1></svg>",
    "<svg><script>hacked=1</script></svg>",
    "<svg><use href=\"@/leak.svg#a\"/></svg>",
    "<iframe src=\"@/leak\"></iframe>",
    "<iframe srcdoc=\"<script>parent.hacked=1</script>\"></iframe>",
    "<object data=\"@/leak\"></object>",
    "<embed src=\"@/leak\">",
    "<link rel=stylesheet href=\"@/leak.css\">",
    "<style>@import url(@/leak.css); * { background: url(@/leak) }</style>",
    "<p style=\"background: url(@/leak)\">styled</p>",
    "<body onload=hacked=1>",
    "<meta http-equiv=refresh content=\"0; url=@/leak\">",
    "<base href=\"@/leak/\">",
    "<form action=\"@/leak\"><input name=q autofocus onfocus=hacked=1></form>",
    "<input type=text autofocus onfocus=hacked=1>",
    "<textarea autofocus onfocus=hacked=1></textarea>",
    "<details open ontoggle=hacked=1><summary>x</summary></details>",
    "<video src=\"@/leak\" autoplay onerror=hacked=1></video>",
    "<audio src=\"@/leak\" autoplay></audio>",
    "<a href=\"javascript:hacked=1\">press</a>",
    "<math><mtext><script>hacked=1</script></mtext></math>",
    "<template><script>hacked=1</script></template>",
    "<noscript><p title=\"</noscript><img src=x onerror=hacked=1>\"></noscript>",
    "<!--><script>hacked=1</script>-->",
    "<![CDATA[<script>hacked=1</script>]]>",
    "<?xml version=\"1.0\"?><script>hacked=1</script>",
    "<a href=x onclick=hacked=1 id=x tabindex=1 onfocus=hacked=1 autofocus>x</a>",
    "<button popovertarget=x onbeforetoggle=hacked=1>x</button>",
    "<marquee onstart=hacked=1>x</marquee>",
    "[press](javascript:hacked=1)",
    "[press](JaVaScRiPt:hacked=1)",
    "[press](java&#x09;script:hacked=1)",
    "[press](java&#115;cript:hacked=1)",
    "[press](&#106;avascript:hacked=1)",
    "[press](javascript&colon;hacked=1)",
    "[press](  javascript:hacked=1)",
    "[press](<javascript:hacked=1>)",
    "[press](\\javascript:hacked=1)",
    "[press](\u{1}javascript:hacked=1)",
    "[press](vbscript:hacked=1)",
    "[press](data:text/html,<script>hacked=1</script>)",
    "[press](data:text/html;base64,PHNjcmlwdD5oYWNrZWQ9MTwvc2NyaXB0Pg==)",
    "[press](blob:@/abc)",
    "[press](file:///etc/passwd)",
    "[press](http://127.0.0.1:1/leak)",
    "[press](//127.0.0.1:1/leak)",
    "[press](/leak)",
    "[press](leak.html)",
    "[press](../../leak.md)",
    "[press](%6A%61vascript:hacked=1)",
    "<javascript:hacked=1>",
    "<data:text/html,x>",
    "[press][ref]\n\n[ref]: javascript:hacked=1",
    "[press][ref]\n\n[ref]: <data:text/html,x> 'title'",
    "![x](@/leak.png)",
    "![x](data:image/svg+xml,<svg onload=hacked=1>)",
    "![x](x\" onerror=\"hacked=1)",
    "![x][ref]\n\n[ref]: @/leak.png",
    "[![x](@/leak.png)](javascript:hacked=1)",
    "[press](https://a.example\u{202e}elpmaxe.b)",
    "[\u{202e}gnihtemos](https://a.example/\u{2066}x)",
    "\u{202e}everything from here on is turned around",
    "[press](https://a.example/\" onmouseover=\"hacked=1)",
    "[press](https://a.example 'x\" onmouseover=\"hacked=1')",
    "`<script>hacked=1</script>`",
    "```html\n<script>hacked=1</script>\n```",
    "```{reflection} a\" onfocus=\"hacked=1\nWhat?\n```",
    "```{reflection} words\n:plan: \"><script>hacked=1</script>\n<img src=x onerror=hacked=1>\n```",
    "```{list} things\n:earlier: ../../waymark.settings\n<script>hacked=1</script>\n```",
    "```{scale} how\n:low: <script>hacked=1</script>\n:high: <img src=x onerror=hacked=1>\nHow?\n```",
    "```{choices} which\nWhich?\n\n- {a} <img src=x onerror=hacked=1>\n- {b} [x](javascript:hacked=1)\n```",
    "> <script>hacked=1</script>\n>\n> - <img src=x onerror=hacked=1>\n>   1. <svg onload=hacked=1>",
    "# <img src=x onerror=hacked=1> {#\"onload=hacked=1}",
];

/// What may be in the page, and where its links may lead.
const CHECK: &str = "
    const page = window.wrappedJSObject ?? window;
    const wrong = [];
    if (page.hacked !== undefined) wrong.push('a script ran');
    const odd = 'script, iframe, object, embed, link, style, base, meta, video, audio, img, form[action], template, math, marquee, [contenteditable]';
    for (const one of document.querySelectorAll('main :is(' + odd + ')')) wrong.push(one.outerHTML);
    for (const one of document.querySelectorAll('#app *')) for (const { name, value } of one.attributes) {
        if (name.startsWith('on') || ['src', 'srcset', 'srcdoc', 'style', 'ping', 'formaction', 'background'].includes(name)) wrong.push(name + '=' + value);
        if (name.endsWith('href') && value !== 'changes.html' && !/^(#|https:|tel:|sms:|mailto:)/.test(value)) wrong.push(name + '=' + value);
        if (name === 'href' && value.startsWith('https:') && (!one.rel.includes('noreferrer') || /[\\u202a-\\u202e\\u2066-\\u2069]/.test(value))) wrong.push(one.outerHTML);
    }
    for (const one of document.querySelectorAll('main a[href]')) if (one.textContent === 'press' && !one.href.startsWith('https:')) wrong.push('a link that can be pressed: ' + one.outerHTML);
    return wrong";

fn site() -> Site {
    let site = Site::built();
    let mut contents = vec!["# A stage {#start}\n".to_owned()];
    for (at, input) in INPUTS.iter().enumerate() {
        let input = input.replace('@', site.address("").trim_end_matches('/'));
        let text = format!(
            "---\ntitle: Number {at}\nsummary: A summary.\nminutes: 5\nstage: start\n---\n## A step\n\nBefore.\n\n{input}\n\nAfter.\n"
        );
        site.folder().write(&format!("modules/en/h{at}.md"), text);
        contents.push(format!("- [Number {at}](h{at}.md)"));
    }
    site.folder().write("modules/en/course.md", contents.join("\n"));
    site
}

async fn no_module_can_do_harm(browser: Kind) {
    let site = site();
    let page = Page::open_as(&site, "", Wishes { browser, ..Wishes::default() }).await;
    let before = site.requests();
    for (at, input) in INPUTS.iter().enumerate() {
        let address = format!("#/modules/h{at}/1");
        page.go(&address).await;
        page.wait_for("return document.querySelector('#app h1') !== null").await;
        assert!(page.shows("A step").await, "{at}: {input}");
        page.sees("Before.").await;
        assert_eq!(page.run(CHECK).await, json!([]), "{at}: {input}");
        // Whatever can be pressed is pressed, except what leads out. A browser
        // limits changes of address over time, and this is one more.
        let press = "const all = [...document.querySelectorAll('main :is(.prose, .exercise) :is(a[href^=\"#\"], summary)')]; all.forEach((one) => one.click()); return all.length";
        page.run(press).await;
    }
    let at = page.driver().current_url().await.unwrap();
    assert!(at.as_str().starts_with(&site.address("")), "{at}");
    assert_eq!(site.requests(), before);
    assert_eq!(page.complaints().await, Vec::<String>::new());
    assert_eq!(page.run("return (window.wrappedJSObject ?? window).hacked === undefined").await, json!(true));
}

in_both_browsers! { no_module_can_do_harm, }

#[tokio::test]
async fn huge_nesting_takes_nothing_down() {
    let site = Site::built();
    let deep = [
        ">".repeat(20_000),
        "[".repeat(20_000),
        "*a ".repeat(20_000),
        "- ".repeat(10_000),
        format!("{}{}", "(".repeat(10_000), ")".repeat(10_000)),
        format!("x {}", "`".repeat(20_000)),
        "![".repeat(10_000),
        "<".repeat(20_000),
        "&#x202e;".repeat(5_000),
        "\u{301}".repeat(20_000),
    ];
    let steps: Vec<String> = deep.iter().map(|text| format!("## A step\n\n{text}\n\nAfter.\n")).collect();
    let front = "---\ntitle: Deep\nsummary: Deep.\nminutes: 5\nstage: safety\n---\n";
    site.folder().write("modules/en/feeling-safer.md", format!("{front}{}", steps.join("\n")));
    let page = Page::open(&site, "").await;
    for at in 1..=deep.len() {
        page.go(&format!("#/modules/feeling-safer/{at}")).await;
        page.has_heading("A step").await;
        page.sees("Leave this page").await;
    }
    page.go("#/modules/starting-here/1").await;
    page.write("What brought you here today?", "still works").await;
    page.sees("Kept in this browser").await;
}

#[tokio::test]
async fn no_other_course_file_can_do_harm_either() {
    let evil = "<img src=x onerror=hacked=1> [press](javascript:hacked=1) <script>hacked=1</script>";
    let site = Site::built();
    let folder = site.folder();
    folder.write(
        "modules/centre.md",
        format!("---\nleave: javascript:hacked=1\n---\n# {evil} {{#en}}\n\n{evil}\n"),
    );
    folder
        .write("modules/en/help.md", format!("# {evil}\n\n{evil}\n\n## {evil}\nchecked: {evil}\n\n{evil}\n"));
    folder.write("modules/en/plan.md", format!("# Plan\n\n## {evil} {{#people}}\n\n{evil}\n"));
    let contents = folder.read("modules/en/course.md");
    folder.write("modules/en/course.md", contents.replacen("# ", &format!("# {evil} "), 1) + evil);
    let words = folder.read("modules/en/words.json");
    let mut words: serde_json::Map<String, serde_json::Value> = serde_json::from_str(&words).unwrap();
    for (_, word) in &mut words {
        if let Some(text) = word.as_str() {
            *word = json!(format!("{text}<img src=x onerror=hacked=1>"));
        }
    }
    folder.write("modules/en/words.json", serde_json::to_string(&words).unwrap());
    let page = Page::open(&site, "").await;
    let before = site.requests();
    for hash in
        ["#/", "#/modules", "#/help", "#/plan", "#/journal", "#/settings", "#/data", "#/private", "#/check"]
    {
        page.go(hash).await;
        page.wait_for("return document.querySelector('#app h1') !== null").await;
        assert_eq!(page.run(CHECK).await, json!([]), "{hash}");
    }
    assert_eq!(site.requests(), before);
    assert_eq!(page.complaints().await, Vec::<String>::new());
    // Leaving goes to an ordinary page, not where that file says.
    page.go("#/help").await;
    page.run("document.querySelector('button.leave').click()").await;
    assert_eq!(page.run("return window.hacked === undefined").await, json!(true));
}

/// A site that shows this page within its own could have people press what they do not see.
#[tokio::test]
async fn no_other_page_shows_this_one_within_itself() {
    let site = Site::built();
    site.folder().write("around.html", "<!doctype html><iframe src=\"./#/journal\"></iframe>");
    let page = Page::open(&site, "#/modules/starting-here/1").await;
    page.write("What brought you here today?", "by the sea").await;
    page.visit(&site.address("around.html")).await;
    page.driver().enter_frame(0).await.unwrap();
    page.wait_for("return document.querySelector('.cover button')?.checkVisibility() === true").await;
    assert!(!page.shows("Help now").await);
    page.press("Go on").await;
    let mine = page.driver().window().await.unwrap();
    let windows = page.driver().windows().await.unwrap();
    let other = windows.into_iter().find(|window| *window != mine).unwrap();
    // In a frame the app never starts; in a window of its own it does.
    assert_eq!(page.run("return document.documentElement.dataset.app").await, "starting");
    page.driver().switch_to_window(other).await.unwrap();
    page.wait_until_ready().await;
    page.sees("by the sea").await;
}

/// A second wall behind ours, where the browser knows Trusted Types.
#[tokio::test]
async fn no_text_becomes_a_part_of_the_page() {
    let site = Site::built();
    let page = Page::open(&site, "").await;
    let tries = "
        const refused = (act) => { try { act(); return 'done'; } catch (error) { return error.name; } };
        return [
            () => { document.body.innerHTML = '<img src=x onerror=hacked=1>'; },
            () => { document.body.insertAdjacentHTML('beforeend', '<svg onload=hacked=1>'); },
            () => { document.createElement('template').innerHTML = '<svg><a href=\"javascript:hacked=1\">x</a></svg>'; },
            () => { document.createElement('template').innerHTML = '<svg><use href=\"https://a.example/#x\"/></svg>'; },
            () => { document.createElement('script').src = '/leak.js'; },
            () => { document.createElement('script').textContent = 'hacked = 1'; },
            () => trustedTypes.createPolicy('another', {}),
            () => trustedTypes.createPolicy('default', {}),
            () => new DOMParser().parseFromString('<img src=x>', 'text/html'),
            () => { document.createElement('template').innerHTML = '<svg class=\"a\"><path d=\"M0 0\"/></svg>'; },
        ].map(refused)";
    let told = page.run(tries).await;
    let told: Vec<&str> = told.as_array().unwrap().iter().map(|one| one.as_str().unwrap()).collect();
    let (last, others) = told.split_last().unwrap();
    assert!(others.iter().all(|one| *one == "TypeError"), "{told:?}");
    assert_eq!(*last, "done", "the app's own drawings are let through");
}
