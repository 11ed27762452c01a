//! The rules of the house, read from the sources and the built site. What looks for a
//! breach is tried on breaches below, in every form they can be written in.

use waymark::course::{Course, Exercise, Kind, LanguageTag, Module, ModuleId, Wheel, module};
use waymark_tests::sources::{Source, Token};
use xtask::setup::root;
use xtask::{check, first_screen, folder, sizes};

/// The import line: a module imports only what is to its right, and from any crate.
const LINE: [&str; 6] = ["main", "app", "pages", "components", "learner", "browser"];

/// The line goes on in the crates, by the names the app has for them. Cargo refuses a circle
/// alone, which two crates without a path between them do not make.
const CRATES: [&str; 8] = ["check", "paper", "words", "class", "route", "keep", "record", "course"];

/// The sources of the app, but for the one that lists its rooms.
fn app() -> Vec<Source> {
    let sources = Source::all_in("src").into_iter();
    sources.filter(|source| source.name != "lib.rs").collect()
}

/// The place of a source in the line.
fn place_of(source: &Source) -> usize {
    let room = source.name.split(['/', '.']).next().unwrap();
    let place = LINE.iter().position(|known| *known == room);
    place.unwrap_or_else(|| panic!("{} has no place in the line", source.name))
}

/// What a source imports that it may not, and how much it imports.
fn wrong_imports(source: &Source) -> (Vec<String>, usize) {
    let place = place_of(source);
    let paths = source.own_paths();
    let is_right = |path: &&Vec<String>| {
        let room = path.first().map_or("", String::as_str);
        let there = LINE.iter().position(|known| *known == room);
        CRATES.contains(&room) || there.is_some_and(|there| there >= place)
    };
    let wrong = paths.iter().filter(|path| !is_right(path)).map(|path| path.join("::"));
    (wrong.collect(), paths.len())
}

#[test]
fn a_module_imports_only_what_is_to_its_right() {
    let mut checked = 0;
    for source in app() {
        let (wrong, all) = wrong_imports(&source);
        assert_eq!(wrong, Vec::<String>::new(), "{} imports what is to its left", source.name);
        checked += all;
    }
    assert!(checked > 100, "the imports are found: {checked}");
}

#[test]
fn an_import_to_the_left_is_found_in_every_form() {
    let wrong = [
        "use crate::pages::plan;",
        "pub(crate) use crate::pages::plan;",
        "pub use crate::{pages, words};",
        "use crate::{course::{Block, Span}, route::Route, pages::{self as p, plan::{a, b}}};",
        "use {crate::words::Word, crate::{pages::*}};",
        "use super::super::super::pages::plan;",
        "mod tests { use super::super::super::super::pages; }",
        "use self::super::super::super::pages;",
        "fn a() { crate::pages::plan::a(); }",
        "fn a() { m!(<p>{ crate :: pages :: a() }</p>) }",
        "use crate::*;",
        "use crate as all;",
        "use crate::Something;",
        "#[cfg(test)] mod tests { mod more {} use crate::pages; }",
    ];
    for text in wrong {
        let source = Source::of("components/exercise/order.rs", text);
        assert_ne!(wrong_imports(&source).0, Vec::<String>::new(), "{text}");
    }
    let right = "
        //! Shown by `crate::pages`.
        use crate::{course::Block, record, words::{self, Word}};
        use super::{Answering, list::Items};
        pub(crate) use self::inner::a;
        pub(super) fn a(from: crate::browser::page::Part) {}
        mod tests { use super::*; use super::super::list; mod more { use super::super::a; } }
    ";
    let (wrong, all) = wrong_imports(&Source::of("components/exercise/order.rs", right));
    assert_eq!((wrong, all), (Vec::new(), 11));
}

/// The crates to the left of a crate that its manifest asks for.
fn wrong_dependencies(place: usize, manifest: &str) -> Vec<&'static str> {
    let asks = |line: &str, name: &str| {
        let rest = line.strip_prefix(name).filter(|rest| rest.starts_with([' ', '=', '.']));
        let package = format!("package = \"waymark-{name}\"");
        rest.is_some() || line.contains(&package)
    };
    let left = CRATES[..place].iter().copied();
    left.filter(|name| manifest.lines().any(|line| asks(line, name))).collect()
}

#[test]
fn a_crate_depends_only_on_what_is_to_its_right() {
    let folder = root().join("crates");
    for entry in std::fs::read_dir(&folder).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let place = CRATES.iter().position(|known| *known == name);
        let place = place.unwrap_or_else(|| panic!("crates/{name} has no place in the line"));
        let manifest = std::fs::read_to_string(folder.join(&name).join("Cargo.toml")).unwrap();
        assert_eq!(wrong_dependencies(place, &manifest), Vec::<&str>::new(), "crates/{name}");
    }
    for wrong in
        ["paper = { path = \"../paper\" }", "paper.workspace = true", "p = { package = \"waymark-paper\" }"]
    {
        assert_eq!(wrong_dependencies(3, &format!("course.workspace = true\n{wrong}")), ["paper"], "{wrong}");
    }
}

#[test]
fn the_line_is_drawn_as_it_is() {
    for name in ["ARCHITECTURE.md", "src/lib.rs"] {
        let text = std::fs::read_to_string(root().join(name)).unwrap();
        for line in [LINE.join(" · "), CRATES.join(" · ")] {
            assert!(text.contains(&format!("{line}\n")), "{name} does not have {line}");
        }
    }
}

/// What a source names of the crates that touch the browser.
fn touches(source: &Source) -> Vec<String> {
    let is_toolkit =
        |word: &str| ["web_sys", "js_sys", "wasm_bindgen"].contains(&word) || word.starts_with("gloo");
    let mut names: Vec<&str> = words(source).filter(|word| is_toolkit(word)).collect();
    names.dedup();
    let paths = names.into_iter().flat_map(|name| source.paths_of(name));
    let paths = paths.map(|path| path.join("::"));
    let is_event = |path: &String| ["web_sys::Event", "web_sys::KeyboardEvent"].contains(&&**path);
    // Leptos has the browser's window and document too.
    let calls = source.tokens.windows(4).filter_map(|four| match four {
        [Token::Sign(sign), ..] if sign == "." => None,
        [_, Token::Word(word), Token::Open('('), Token::Close(_)]
            if word == "window" || word == "document" =>
        {
            Some(format!("{word}()"))
        }
        _ => None,
    });
    paths.filter(|path| !is_event(path)).chain(calls).collect()
}

fn words(source: &Source) -> impl Iterator<Item = &str> {
    source.tokens.iter().filter_map(|token| match token {
        Token::Word(word) => Some(&**word),
        _ => None,
    })
}

/// Whether a source uses the toolkit that views are made with.
fn makes_views(source: &Source) -> bool {
    words(source).any(|word| word.starts_with("leptos") || word == "reactive_graph" || word == "tachys")
}

#[test]
fn only_browser_touches_the_browsers_interfaces() {
    let none = Vec::<String>::new();
    for source in app() {
        let place = place_of(&source);
        if LINE[place] != "browser" {
            assert_eq!(touches(&source), none, "{} touches the browser", source.name);
        }
    }
    for source in Source::all_in("crates") {
        assert_eq!(touches(&source), none, "{} touches the browser", source.name);
        assert!(!makes_views(&source), "{} is of the plain half", source.name);
    }
}

#[test]
fn a_touch_of_the_browser_is_found_in_every_form() {
    let wrong = [
        "use web_sys::Window;",
        "use web_sys::{Event, EventSource};",
        "fn a() { web_sys::EventTarget::new(); }",
        "use web_sys as web;",
        "use web_sys::*;",
        "use leptos::web_sys::Window;",
        "fn a() { js_sys::Date::now(); }",
        "use wasm_bindgen::{JsCast};",
        "use gloo_storage::Storage;",
        "use leptos::prelude::*; fn a() { window().close(); }",
    ];
    for text in wrong {
        assert_eq!(touches(&Source::of("pages/a.rs", text)).len(), 1, "{text}");
    }
    let right = "use web_sys::{Event, KeyboardEvent}; fn a(b: web_sys::Event) { b.window(); }";
    assert_eq!(touches(&Source::of("pages/a.rs", right)), Vec::<String>::new());
}

/// Whether a source makes a field for free text.
fn makes_a_field(source: &Source) -> bool {
    /// What takes a selector, and finds a field that is there.
    const FIND: [&str; 3] = ["query_selector", "query_selector_all", "is_in"];
    let is_found = |before: &[Token]| match before {
        [.., Token::Word(call), Token::Open('(')] => FIND.contains(&&**call),
        [.., one, other] => one.is_sign("=") && other.is_sign("="),
        _ => false,
    };
    source.tokens.iter().enumerate().any(|(at, token)| match token {
        Token::Word(word) => is_name_of_field(word),
        Token::Text(text) if is_name_of_field(text) => !is_found(&source.tokens[..at]),
        Token::Text(text) => text.to_lowercase().contains("<textarea"),
        _ => false,
    })
}

fn is_name_of_field(name: &str) -> bool {
    ["textarea", "contenteditable"].contains(&name.to_lowercase().as_str())
}

#[test]
fn free_text_is_written_in_one_place() {
    for source in app().into_iter().chain(Source::all_in("crates")) {
        let is_the_place = source.name == "components/field.rs";
        assert_eq!(makes_a_field(&source), is_the_place, "{}: a field for free text", source.name);
    }
}

#[test]
fn a_field_is_found_in_every_form() {
    let wrong = [
        r#"fn a() { element("textarea", &[], nothing()) }"#,
        r#"fn a() { custom("textarea").child(()) }"#,
        r#"fn a() { control("textarea", &[]) }"#,
        r#"const TAG: &str = "TextArea";"#,
        "fn a() { view! { <p><textarea></textarea></p> } }",
        "fn a() { view! { < textarea rows=2 /> } }",
        "fn a() { leptos::html::textarea().rows(2) }",
        r##"fn a() { drawing(r#"<svg><textarea rows="2">"#) }"##,
        "fn a() { view! { <div contenteditable=true></div> } }",
        r#"fn a() { element("div", &[("contenteditable", "true")], nothing()) }"#,
        r#"fn a() { document().create_element("textarea") }"#,
    ];
    for text in wrong {
        assert!(makes_a_field(&Source::of("pages/a.rs", text)), "{text}");
    }
    let right = r#"
        /// Not a `<textarea>`.
        fn a() { page.query_selector("textarea"); is_in("textarea"); tag_name() == "TEXTAREA"; focus_on(".note textarea") }
    "#;
    assert!(!makes_a_field(&Source::of("pages/a.rs", right)));
}

/// What in a source leads out of the site, or may: an address, a link's target that only
/// `prose` may read, the address for leaving, `noreferrer`, a window that keeps its opener.
fn ways_out(source: &Source) -> Vec<&str> {
    let texts = || source.tokens.iter().filter_map(Token::text);
    let mut found: Vec<&str> = texts().filter(|text| is_address(text) || *text == "noreferrer").collect();
    let targets = source.paths_of("Target");
    let is_out = |path: &&Vec<String>| ["Out", "*"].iter().any(|name| path.iter().any(|part| part == name));
    found.extend(targets.iter().filter(is_out).map(|_| "Target::Out"));
    let leaves =
        |three: &&[Token]| three[0].is_word("centre") && three[1].is_sign(".") && three[2].is_word("leave");
    found.extend(source.tokens.windows(3).find(leaves).map(|_| "centre.leave"));
    let safe = texts().filter(|text| text.contains("noopener")).count();
    found.extend(texts().filter(|text| *text == "_blank").skip(safe));
    found
}

/// Whether that is an address outside the site, or HTML with a link to one.
fn is_address(text: &str) -> bool {
    let begins = |text: &str| {
        let outside = ["https://", "http://", "//", "tel:", "sms:", "mailto:"];
        outside.iter().any(|scheme| text.strip_prefix(scheme).is_some_and(|rest| !rest.is_empty()))
    };
    begins(text) || text.split("href=").skip(1).any(|rest| begins(rest.trim_start_matches(['\\', '"', '\''])))
}

/// The arms of a `match` for links out that say nothing of `noreferrer`, and how many there are.
fn arms_without(source: &Source) -> (usize, usize) {
    let arms: Vec<&[Token]> =
        source.tokens.split(|token| token.is_word("Target")).filter(|arm| names_out(arm)).collect();
    let says = |token: &Token| token.text().is_some_and(|text| text.contains("noreferrer"));
    (arms.iter().filter(|arm| !arm.iter().any(says)).count(), arms.len())
}

/// Whether what comes after `Target` is `::Out`.
fn names_out(arm: &[Token]) -> bool {
    arm.get(2).is_some_and(|token| token.is_word("Out"))
}

#[test]
fn links_out_come_from_one_place() {
    for source in &app() {
        let expected: &[&str] = match &*source.name {
            "components/prose.rs" => continue,
            // Not a link: a button that leaves the site.
            "components/shell.rs" => &["centre.leave"],
            _ => &[],
        };
        assert_eq!(ways_out(source), expected, "{} leads out", source.name);
    }
}

#[test]
fn links_out_do_not_tell_where_they_were_followed() {
    for (folder, name) in [("src", "components/prose.rs"), ("xtask/src", "first_screen.rs")] {
        let sources = Source::all_in(folder);
        let source = sources.iter().find(|source| source.name == name).unwrap();
        let (without, all) = arms_without(source);
        assert!(without == 0 && all > 0, "{name}: {without} of {all} links out without noreferrer");
    }
    let screen = first_screen::read(&root().join("modules")).html;
    let links: Vec<&str> = screen.split("<a ").skip(1).filter_map(|link| link.split('>').next()).collect();
    let out: Vec<&&str> = links.iter().filter(|link| !link.contains("href=\"#")).collect();
    assert!(out.len() > 4, "the links out are found: {links:?}");
    for link in out {
        assert!(link.contains("rel=\"noreferrer\""), "the first screen has <a {link}>");
    }
}

#[test]
fn a_link_out_is_found_in_every_form() {
    let wrong = [
        r#"fn a() { view! { <a href="https://example.org">"there"</a> } }"#,
        r#"fn a() { element("a", &[("href", "https://example.org")], nothing()) }"#,
        r#"fn a() { link("", "tel:123", text) }"#,
        r#"const ADDRESS: &str = "mailto:a@example.org";"#,
        r##"fn a() { drawing(r#"<svg><a href="//example.org">"#) }"##,
        r#"fn a() { drawing("<svg><a href=\"https://example.org\">") }"#,
        r#"fn a() { view! { <a href=to rel="noreferrer">"there"</a> } }"#,
        r#"fn a() { view! { <a href=to target="_blank">"there"</a> } }"#,
        r#"fn a() { element("a", &[("href", to), ("target", "_blank")], nothing()) }"#,
        "fn a() { if let Target::Out(to) = to { link(\"\", to, text) } }",
        "use crate::course::Target::Out;",
        "fn a() { link(\"\", &here.course.centre.leave, text) }",
    ];
    for text in wrong {
        assert_eq!(ways_out(&Source::of("pages/a.rs", text)).len(), 1, "{text}");
    }
    let right = r#"fn a() {
        // See https://example.org.
        address.trim_start_matches("https://");
        element("a", &[("href", &route.href()), ("target", "_blank"), ("rel", "noopener")], nothing())
    }"#;
    assert_eq!(ways_out(&Source::of("pages/a.rs", right)), Vec::<&str>::new());
    let arms = r#"fn a() { match to {
        Target::Own(to) => (to, ""),
        Target::Out(to) if is_web(to) => (to, "noreferrer"),
        Target::Out(to) => (to, ""),
    } }"#;
    assert_eq!(arms_without(&Source::of("components/prose.rs", arms)), (1, 2));
}

/// What in a source makes HTML from text.
fn writes_html(source: &Source) -> Vec<&str> {
    let writers = ["innerhtml", "setouterhtml", "adjacenthtml", "srcdoc", "domparser", "contextualfragment"];
    let plain = |name: &str| name.replace(['_', '-'], "").to_lowercase();
    let is_writer = |name: &&str| writers.iter().any(|writer| plain(name).contains(writer));
    let texts = source.tokens.iter().filter_map(Token::text);
    let texts = texts.filter(|text| is_writer(text) || plain(text) == "outerhtml");
    words(source).filter(is_writer).chain(texts).collect()
}

#[test]
fn no_text_becomes_html() {
    for source in app().into_iter().chain(Source::all_in("crates")) {
        assert_eq!(writes_html(&source), Vec::<&str>::new(), "{} writes HTML", source.name);
        let draws = words(&source).any(|word| word == "InertElement");
        assert_eq!(draws, source.name == "components/parts.rs", "{}: drawings as text", source.name);
    }
}

#[test]
fn html_from_text_is_found_in_every_form() {
    let wrong = [
        "fn a() { view! { <p inner_html=text></p> } }",
        "fn a() { element.set_inner_html(text) }",
        "fn a() { element.set_outer_html(text) }",
        r#"fn a() { custom("p").prop("innerHTML", text) }"#,
        r#"fn a() { custom("p").prop("outerHTML", text) }"#,
        r#"fn a() { element.insert_adjacent_html("beforeend", text) }"#,
        "fn a() { range.create_contextual_fragment(text) }",
        r#"fn a() { element("iframe", &[("srcdoc", text)], nothing()) }"#,
        "fn a() { DomParser::new() }",
    ];
    for text in wrong {
        assert_eq!(writes_html(&Source::of("pages/a.rs", text)).len(), 1, "{text}");
    }
    let right = "/// Not `inner_html`.\nfn a() { element.outer_html() }";
    assert_eq!(writes_html(&Source::of("pages/a.rs", right)), Vec::<&str>::new());
}

#[test]
fn no_file_is_longer_than_a_reader_can_hold() {
    // The keys of the words are a list, in the order of words.json.
    for source in Source::all_in("src") {
        assert!(source.lines <= 400, "src/{} has {} lines", source.name, source.lines);
    }
    for source in Source::all_in("crates").iter().filter(|source| source.name != "words/src/keys.rs") {
        assert!(source.lines <= 400, "crates/{} has {} lines", source.name, source.lines);
    }
}

#[test]
fn the_shipped_modules_have_no_problems() {
    assert_eq!(check::sentences(&root().join("modules")).0, Vec::<String>::new());
}

/// A shipped course in one of its languages.
fn shipped(language: &LanguageTag) -> Course {
    Course::read(language, &folder::files(&root().join("modules"), language))
}

/// What has to be the same in every language: each step with its exercises, each of them
/// with the options it offers, the numbers of its scale, and where its answer goes.
fn bones(module: &Module) -> Vec<Vec<String>> {
    module.steps.iter().map(|step| step.exercises().map(bones_of).collect()).collect()
}

fn bones_of(exercise: &Exercise) -> String {
    let Exercise { id, plan, earlier, outward, kind, .. } = exercise;
    let offers: Vec<&str> = kind.offers().iter().map(|offer| offer.id.as_str()).collect();
    let more = match kind {
        Kind::Scale(scale) | Kind::Wheel(Wheel { scale, .. }) => format!("{} to {}", scale.from, scale.to),
        Kind::Pause(way) => format!("{way:?}"),
        _ => String::new(),
    };
    format!("{id} {:?} {offers:?} {more} {plan:?} {earlier:?} {outward}", kind.name())
}

#[test]
fn a_course_has_the_same_bones_in_every_language() {
    let welcomes = folder::centre(&root().join("modules")).languages;
    let [first, others @ ..] = &welcomes[..] else { panic!("no language") };
    assert!(!others.is_empty(), "there is something to compare");
    let first = shipped(&first.language);
    let sections = |course: &Course| course.plan.iter().map(|section| section.id.clone()).collect::<Vec<_>>();
    for other in others {
        let other = shipped(&other.language);
        let language = &other.language;
        // A language may begin with a few of the modules.
        let both = || first.modules().filter_map(|module| Some((module, other.module(&module.id)?)));
        assert!(both().count() > 1 && both().count() == other.modules().count(), "the modules in {language}");
        assert_eq!(sections(&other), sections(&first), "the plan in {language}");
        assert_eq!(other.plan_language, *language, "the language of the plan");
        for (module, own) in both() {
            assert_eq!(own.language, *language, "the language of {}", own.id);
            assert_eq!(bones(own), bones(module), "{} in {language}", own.id);
        }
    }
}

#[test]
fn a_difference_is_found_in_every_kind_of_exercise() {
    let folder = root().join("examples/every-kind/en");
    let mut tried = 0;
    for name in ["what-settles-me", "who-is-around-me"] {
        let text = std::fs::read_to_string(folder.join(format!("{name}.md"))).unwrap();
        let read = |text: &str| bones(&module::parse(ModuleId::new(name).unwrap(), name, text).0);
        let lines: Vec<&str> = text.lines().collect();
        for (at, line) in lines.iter().enumerate() {
            let Some(other) = changed(line) else { continue };
            let mut lines = lines.clone();
            lines[at] = &other;
            assert_ne!(read(&lines.join("\n")), read(&text), "{name}: {other} for {line}");
            tried += 1;
        }
    }
    assert!(tried > 40, "the lines are found: {tried}");
}

/// A line that has to be the same in every language, written differently.
fn changed(line: &str) -> Option<String> {
    let left_out = [":plan:", ":earlier:", ":outward:"];
    if left_out.iter().any(|start| line.starts_with(start)) {
        return Some(String::new());
    }
    let number = |start: &str| line.strip_prefix(start).and_then(|number| number.trim().parse::<u8>().ok());
    match (line.strip_prefix("- {"), number(":from:"), number(":to:")) {
        (Some(rest), ..) => Some(format!("- {{other-{rest}")),
        (_, Some(from), _) => Some(format!(":from: {}", from + 1)),
        (_, _, Some(to)) => Some(format!(":to: {}", to - 1)),
        _ if line.starts_with("## ") => Some(format!("## One more step\n\nWords.\n\n{line}")),
        _ if line.starts_with("```{") => Some(format!("{line}-other")),
        _ if line == ":way: noticing" => Some(":way: words".to_owned()),
        _ => None,
    }
}

#[test]
fn every_module_has_the_shape_it_promises() {
    let course = shipped(&LanguageTag::english());
    assert!(course.modules().count() > 20, "the modules are found");
    for module in course.modules() {
        let id = &module.id;
        assert!((5..=7).contains(&module.steps.len()), "{id}: {} steps", module.steps.len());
        assert!((25..=50).contains(&module.minutes.unwrap_or(0)), "{id}: minutes");
        let exercises: Vec<_> = module.exercises().collect();
        assert!((4..=8).contains(&exercises.len()), "{id}: {} exercises", exercises.len());
        let mut kinds: Vec<_> = exercises.iter().map(|exercise| exercise.kind.name()).collect();
        kinds.sort();
        kinds.dedup();
        assert!(kinds.len() >= 3, "{id}: {kinds:?}");
        assert!(exercises.iter().any(|exercise| exercise.outward), "{id} looks outward");
        assert!(exercises.iter().any(|exercise| exercise.plan.is_some()), "{id} feeds the plan");
    }
}

#[test]
fn a_first_visit_weighs_no_more_than_it_may() {
    let size = sizes::app();
    assert!(size > 0, "the site is built");
    assert!(size <= sizes::BUDGET, "{size} B brotli, {} allowed", sizes::BUDGET);
}
