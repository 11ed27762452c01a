//! How long things take, against a plain page: `cargo xtask bench` prints it.
//!
//! Milliseconds say more about the machine than about the app. So each time is given
//! beside that of a plain page, with a textarea and one write to local storage,
//! which the same browser loads from the same server in the same minute, with
//! the same things kept. Nothing fails here for being slow.

use serde_json::{Value, json};
use waymark_tests::{Page, Site};

/// How many times slower the processor is made, as on a cheap phone.
const SLOWER: u32 = 4;

/// How often everything is measured, after once to warm up. Odd, so
/// that one result is the median.
const ROUNDS: usize = 9;

const STEP: (&str, &str) = ("#/modules/starting-here/1", "waymark.answer.starting-here.what-brought-me");
const GOAL: (&str, &str) = ("#/goals/g4", "waymark.goal.g4");
const JOURNAL: &str = "#/journal";

/// What is searched for: each letter leaves fewer entries than the one before.
const SOUGHT: &str = "4321";

/// What the app is compared with. Its list is as long as the journal's, and
/// appears at the same change of address.
const PLAIN: &str = "<!doctype html>
<html lang=en data-app=starting>
<meta charset=utf-8>
<meta name=viewport content='width=device-width, initial-scale=1'>
<title>Plain</title>
<main><textarea rows=8 cols=40 aria-label=Words></textarea><ul></ul></main>
<script>
const field = document.querySelector('textarea');
field.value = localStorage.getItem('plain.words') ?? '';
field.addEventListener('input', () => localStorage.setItem('plain.words', field.value));
addEventListener('hashchange', () => {
    for (const words of JSON.parse(localStorage.getItem('plain.list'))) {
        const item = document.createElement('li');
        item.className = 'card';
        item.textContent = words;
        document.querySelector('ul').append(item);
    }
});
document.documentElement.dataset.app = 'ready';
</script>
";

const PLAIN_LIST: &str = "localStorage.setItem('plain.list', JSON.stringify(
    Array.from({ length: 25 }, (_, n) => `Entry ${n}. ${'Rain on the roof again. '.repeat(33)}`)))";

/// The script that measures, put into each page before anything else runs. A message
/// sent in a frame arrives when that frame has been drawn, so no time here
/// includes the wait for the screen's next frame, unless it says so.
const PROBE: &str = "const bench = globalThis.bench = {};
new MutationObserver(() => {
    if (document.documentElement.dataset.app === 'ready') bench.usable ??= performance.now();
}).observe(document, { attributes: true, subtree: true, attributeFilter: ['data-app'] });

const frame = () => new Promise(requestAnimationFrame);
const turn = () => new Promise((go) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = go;
    port2.postMessage(0);
});
const type = (words) => document.execCommand('insertText', false, words);
const isKept = (key, words) => Object.keys(localStorage).some((name) =>
    (name === key || name.startsWith(key + '~')) && localStorage[name].includes(words));
const mean = (times) => times.reduce((sum, time) => sum + time, 0) / times.length;

// Types into the first field, which begins with the same words each time.
bench.keystrokes = async (key) => {
    const field = document.querySelector('textarea');
    field.focus();
    field.select();
    type('A leaflet at the library, and then my sister asked. '.repeat(6));
    const stands = [], drawn = [];
    for (const letter of 'and now I would like to see for myself. '.repeat(2)) {
        await frame();
        const start = performance.now();
        type(letter);
        const stood = performance.now();
        stands.push(stood - start);
        if (!isKept(key, field.value)) throw new Error('a keystroke was not kept');
        // Finding it among thousands of names is not part of the measurement.
        const looked = performance.now() - stood;
        await turn();
        drawn.push(performance.now() - start - looked);
    }
    return { stands: mean(stands), drawn: mean(drawn) };
};

// From the change of address until 25 entries are there and have their
// place; and until the frame after that is drawn.
bench.list = async (hash) => {
    await frame();
    const start = performance.now();
    location.hash = hash;
    while (document.querySelectorAll('main .card').length < 25) await turn();
    document.body.getBoundingClientRect();
    const stands = performance.now() - start;
    await frame();
    await turn();
    return { stands, drawn: performance.now() - start };
};

// From each letter until another number of entries is reported and drawn. The
// field is empty again afterwards.
bench.search = async (name, sought) => {
    const number = () => [...document.querySelectorAll('main [role=status]')].map((line) => line.textContent).join();
    const label = [...document.querySelectorAll('main label')].find((one) => one.textContent.includes(name));
    label.control.focus();
    const times = [];
    for (const letter of sought) {
        const before = number();
        await frame();
        const start = performance.now();
        type(letter);
        await turn();
        while (number() === before) await frame().then(turn);
        times.push(performance.now() - start);
    }
    const found = document.querySelector('main').textContent.includes(`Entry ${sought}.`);
    if (!found) throw new Error('what was sought is not there');
    label.control.select();
    document.execCommand('delete');
    return { mean: mean(times), slowest: Math.max(...times) };
};";

#[tokio::test]
#[ignore = "measures, proves nothing"]
async fn bench() {
    let site = Site::changed(|folder| folder.write("plain.html", PLAIN));
    let (empty, large) = (Page::open(&site, "").await, Page::open(&site, "").await);
    large.put_a_large_record().await;
    for page in [&empty, &large] {
        page.run(PLAIN_LIST).await;
        slow_down(page).await;
    }
    println!("\n{}", about(large.units().await));
    let mut lines: Vec<Line> = LINES.map(Line::new).into();
    for round in 0..=ROUNDS {
        let compared = compare(&with_nothing(&site, &empty).await, &with_much(&site, &large).await);
        if round > 0 {
            lines.iter_mut().zip(compared).for_each(|(line, pair)| line.pairs.push(pair));
        }
    }
    lines.iter().for_each(Line::print);
}

fn about(units: u64) -> String {
    format!(
        "Times with a processor {SLOWER} times slower. The plain page is one textarea that writes to local\n\
         storage at each input, in the same browser, with the same things kept. The large record\n\
         fills {units} of 5242880 units. Each line: the median of {ROUNDS} (the least to the most),\n\
         then the median times of both sides.\n"
    )
}

/// Slows a page down, and adds the script that measures from the next load on.
async fn slow_down(page: &Page) {
    let tools = page.driver().cdp();
    tools.send_raw("Page.addScriptToEvaluateOnNewDocument", json!({ "source": PROBE })).await.unwrap();
    tools.send_raw("Emulation.setCPUThrottlingRate", json!({ "rate": SLOWER })).await.unwrap();
}

/// Milliseconds until something is done, and until that is drawn.
struct Times {
    stands: f64,
    drawn: f64,
}

/// What was measured with nothing kept.
struct WithNothing {
    plain_usable: f64,
    plain_key: Times,
    usable: f64,
    step: Times,
}

/// What was measured with the large record.
struct WithMuch {
    plain_usable: f64,
    plain_key: Times,
    plain_list: Times,
    usable: f64,
    step: Times,
    goal: Times,
    journal: Times,
    search_mean: f64,
    search_slowest: f64,
}

async fn with_nothing(site: &Site, page: &Page) -> WithNothing {
    WithNothing {
        plain_usable: load(page, &site.address("plain.html")).await,
        plain_key: keystrokes(page, "plain.words").await,
        usable: load(page, &site.address("#/")).await,
        step: keystrokes_at(page, STEP).await,
    }
}

async fn with_much(site: &Site, page: &Page) -> WithMuch {
    let plain_usable = load(page, &site.address("plain.html")).await;
    let plain_key = keystrokes(page, "plain.words").await;
    let plain_list = list(page).await;
    let usable = load(page, &site.address("#/")).await;
    let step = keystrokes_at(page, STEP).await;
    let goal = keystrokes_at(page, GOAL).await;
    let journal = list(page).await;
    let search = format!("return bench.search('Search in your own words', {})", json!(SOUGHT));
    let search = page.run(&search).await;
    let (search_mean, search_slowest) = (number(&search["mean"]), number(&search["slowest"]));
    WithMuch { plain_usable, plain_key, plain_list, usable, step, goal, journal, search_mean, search_slowest }
}

/// Loads a page, and returns how long it took until it could be used.
async fn load(page: &Page, address: &str) -> f64 {
    page.driver().goto(address).await.unwrap();
    page.wait_until_ready().await;
    number(&page.run("return bench.usable").await)
}

async fn keystrokes_at(page: &Page, (hash, key): (&str, &str)) -> Times {
    page.go(hash).await;
    page.wait_for("return document.querySelector('main textarea') !== null").await;
    keystrokes(page, key).await
}

async fn keystrokes(page: &Page, key: &str) -> Times {
    times(&page.run(&format!("return bench.keystrokes({})", json!(key))).await)
}

async fn list(page: &Page) -> Times {
    times(&page.run(&format!("return bench.list({})", json!(JOURNAL))).await)
}

fn times(value: &Value) -> Times {
    Times { stands: number(&value["stands"]), drawn: number(&value["drawn"]) }
}

fn number(value: &Value) -> f64 {
    value.as_f64().expect("the page measured something")
}

/// What is compared, and with what.
const LINES: [(&str, &str); 15] = [
    ("Opening the app until it can be used, with nothing kept", PLAIN_PAGE),
    ("Opening the app until it can be used, with the large record", PLAIN_PAGE),
    ("A keystroke until it is kept: in a step, with nothing kept", PLAIN_PAGE),
    ("A keystroke until it is kept: in a step, with the large record", PLAIN_PAGE),
    ("A keystroke until it is kept: in a goal, with the large record", PLAIN_PAGE),
    ("A keystroke until it is drawn: in a step, with nothing kept", PLAIN_PAGE),
    ("A keystroke until it is drawn: in a step, with the large record", PLAIN_PAGE),
    ("A keystroke until it is drawn: in a goal, with the large record", PLAIN_PAGE),
    ("Opening the journal until 25 entries stand there", PLAIN_TEXTS),
    ("Opening the journal until the next frame is drawn", PLAIN_TEXTS),
    ("Searching the journal, a letter until it is drawn", PLAIN_KEYSTROKE),
    ("Searching the journal, the slowest letter", PLAIN_KEYSTROKE),
    ("A keystroke until it is kept: in a step, with the large record", NOTHING_KEPT),
    ("A keystroke until it is drawn: in a step, with the large record", NOTHING_KEPT),
    // What the browser itself adds, for the two before.
    ("A keystroke on the plain page until it is kept, with the large record", NOTHING_KEPT),
];
const PLAIN_PAGE: &str = "the plain page";
const PLAIN_TEXTS: &str = "the plain page putting 25 texts of one item of local storage into a list";
const PLAIN_KEYSTROKE: &str = "a keystroke on the plain page until it is drawn";
const NOTHING_KEPT: &str = "the same with nothing kept";

/// The two sides of each of [`LINES`], in their order.
fn compare(nothing: &WithNothing, much: &WithMuch) -> [(f64, f64); LINES.len()] {
    [
        (nothing.usable, nothing.plain_usable),
        (much.usable, much.plain_usable),
        (nothing.step.stands, nothing.plain_key.stands),
        (much.step.stands, much.plain_key.stands),
        (much.goal.stands, much.plain_key.stands),
        (nothing.step.drawn, nothing.plain_key.drawn),
        (much.step.drawn, much.plain_key.drawn),
        (much.goal.drawn, much.plain_key.drawn),
        (much.journal.stands, much.plain_list.stands),
        (much.journal.drawn, much.plain_list.drawn),
        (much.search_mean, much.plain_key.drawn),
        (much.search_slowest, much.plain_key.drawn),
        (much.step.stands, nothing.step.stands),
        (much.step.drawn, nothing.step.drawn),
        (much.plain_key.stands, nothing.plain_key.stands),
    ]
}

/// Something that is compared, with both sides of it in each round.
struct Line {
    what: &'static str,
    with: &'static str,
    pairs: Vec<(f64, f64)>,
}

impl Line {
    fn new((what, with): (&'static str, &'static str)) -> Self {
        Self { what, with, pairs: Vec::new() }
    }

    fn print(&self) {
        let ratios = sorted(self.pairs.iter().map(|(ours, theirs)| ours / theirs));
        let ours = sorted(self.pairs.iter().map(|(ours, _)| *ours))[ROUNDS / 2];
        let theirs = sorted(self.pairs.iter().map(|(_, theirs)| *theirs))[ROUNDS / 2];
        let (least, median, most) = (ratios[0], ratios[ROUNDS / 2], ratios[ROUNDS - 1]);
        println!("{}:", self.what);
        println!("  {median:.2} times {} ({least:.2} to {most:.2}); {ours:.2} ms, {theirs:.2} ms", self.with);
    }
}

fn sorted(numbers: impl Iterator<Item = f64>) -> Vec<f64> {
    let mut numbers: Vec<f64> = numbers.collect();
    numbers.sort_by(f64::total_cmp);
    numbers
}
