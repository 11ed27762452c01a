//! The page around the app: its state, title, headings and first screen.

use super::{document, window};
use crate::check::Screen;
use crate::course::LanguageTag;
use leptos::prelude::set_timeout;
use std::cell::RefCell;
use std::time::Duration;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, Event, HtmlElement};

/// The id of the element the app is put in.
const APP: &str = "app";
/// The id of the screen that is there before the app.
const FIRST_SCREEN: &str = "first-screen";

/// The element the app is put in.
pub fn place() -> Option<HtmlElement> {
    document().get_element_by_id(APP)?.dyn_into().ok()
}

thread_local! {
    /// What the first screen said.
    static SCREEN: RefCell<Vec<Screen>> = const { RefCell::new(Vec::new()) };
}

/// What the first screen says in each language, also once it is gone.
pub fn first_screen() -> Vec<Screen> {
    let screens = first_screens();
    if screens.is_empty() { SCREEN.with_borrow(Vec::clone) } else { screens }
}

/// Marks the page as ready to use. The first screen goes, unless it has the
/// only helplines there are.
pub fn ready(keep_first_screen: bool) {
    SCREEN.set(first_screens());
    if let Some(screen) = document().get_element_by_id(FIRST_SCREEN)
        && !keep_first_screen
    {
        screen.remove();
    }
    mark("data-app", "ready");
}

/// Shows on the first screen how many files have arrived, out of how many.
pub fn show_progress(come: usize, of: usize) {
    if let Some(progress) = find("[data-progress]") {
        let _ = progress.remove_attribute("hidden");
        let _ = progress.set_attribute("value", &come.to_string());
        let _ = progress.set_attribute("max", &of.to_string());
    }
}

fn first_screens() -> Vec<Screen> {
    let mut screens = Vec::new();
    for part in all(&format!("#{FIRST_SCREEN} [data-first-language]")) {
        let language = part.get_attribute("lang").unwrap_or_default();
        let is_help = part.class_name() == "help-places";
        let told = part.query_selector_all(if is_help { "a" } else { "h1, .home, .leave" });
        let told = told.ok().map_or_else(Vec::new, |told| elements(&told));
        let words = |one: &Element| one.get_attribute("href").or_else(|| one.text_content());
        if let Some(screen) = Screen::of(&language, &mut screens) {
            let said = if is_help { &mut screen.links } else { &mut screen.head };
            said.extend(told.iter().filter_map(words));
        }
    }
    screens
}

/// Sets a value that the page's styles use.
pub fn set_style(name: &str, value: &str) {
    if let Some(root) = root().and_then(|root| root.dyn_into::<HtmlElement>().ok()) {
        let _ = root.style().set_property(name, value);
    }
}

/// Marks the network as closed.
pub fn set_network_closed() {
    mark("data-network", "closed");
}

/// Whether the network is closed.
pub fn is_network_closed() -> bool {
    root().is_some_and(|root| root.get_attribute("data-network").as_deref() == Some("closed"))
}

/// Sets the language of the page, and the direction it is read in.
pub fn set_language(language: &LanguageTag) {
    mark("lang", language.as_str());
    mark("dir", direction(language));
}

/// The direction a language is read in, as HTML names it.
pub fn direction(language: &LanguageTag) -> &'static str {
    if language.is_right_to_left() { "rtl" } else { "ltr" }
}

/// The language the page is in.
pub fn language() -> Option<LanguageTag> {
    LanguageTag::new(&marked("lang")?.to_ascii_lowercase())
}

/// Sets the title of the tab; for a covered page, once it is uncovered.
pub fn set_title(title: &str) {
    match marked("data-covered") {
        None => document().set_title(title),
        Some(_) => mark("data-title", title),
    }
}

/// Gives the tab an empty picture, or its own.
pub fn set_discreet_icon(is_discreet: bool) {
    let Some(icon) = find("link[rel=icon]") else {
        return;
    };
    match (icon.get_attribute("data-usual"), is_discreet) {
        (None, true) => {
            let _ = icon.set_attribute("data-usual", &icon.get_attribute("href").unwrap_or_default());
            let _ = icon.set_attribute("href", "data:,");
        }
        (Some(usual), false) => {
            let _ = icon.set_attribute("href", &usual);
            let _ = icon.remove_attribute("data-usual");
        }
        _ => {}
    }
}

/// Chooses whether the browser asks before it closes the page.
pub fn ask_before_closing(asks: bool) {
    let ask: Closure<dyn Fn(Event)> = Closure::new(|event: Event| event.prevent_default());
    let ask = ask.into_js_value();
    window().set_onbeforeunload(if asks { ask.dyn_ref() } else { None });
}

/// Shows the page as the learner prefers to read, through attributes that styles use.
pub fn prefer(about: &str, choice: &str) {
    let name = format!("data-{about}");
    if root().is_some_and(|root| root.get_attribute(&name).as_deref() != Some(choice)) {
        mark(&name, choice);
    }
}

/// Puts the reading ruler at a height of the window, in CSS pixels.
pub fn move_ruler(height: i32) {
    set_style("--ruler", &format!("{height}px"));
}

/// Moves the focus to the page's heading, so that a screen reader begins
/// there. The page does not scroll for it.
pub fn focus_heading() {
    focus_quietly("h1");
}

/// Moves the focus to the main part of the page.
pub fn focus_main() {
    focus_quietly("main");
    if let Some(main) = find("main") {
        main.scroll_into_view();
    }
}

/// Moves the focus from a line to the field of the line after it.
pub fn focus_next_line() {
    let line = document().active_element().and_then(|field| field.closest("li").ok().flatten());
    let next = line.and_then(|line| line.next_element_sibling());
    let field = next.and_then(|next| next.query_selector("textarea").ok().flatten());
    if let Some(field) = field.and_then(|field| field.dyn_into::<HtmlElement>().ok()) {
        let _ = field.focus();
    }
}

/// Moves the focus to the first thing to press or write in an element.
pub fn focus_in(selector: &str) {
    let first = find(&format!("{selector} :is(button, textarea, select, input)"));
    if let Some(first) = first.and_then(|first| first.dyn_into::<HtmlElement>().ok()) {
        let _ = first.focus();
    }
}

/// Shows a value in the input that an event is about.
pub fn show_value(event: &Event, value: &str) {
    let input = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok());
    if let Some(input) = input {
        input.set_value(value);
    }
}

/// Moves the focus to the first element that fits.
pub fn focus_on(selector: &str) {
    focus_at(selector, 0);
}

/// What can have the focus in the main part of the page.
const PLACES: &str = "main :is(a, button, textarea, select, input, summary)";

thread_local! {
    /// Where the focus went when something was last removed.
    static PLACE: RefCell<Option<HtmlElement>> = const { RefCell::new(None) };
}

/// Does something that may remove what has the focus. The focus then goes to what follows,
/// or to what came before; after Undo, to where it went when the thing was removed.
/// Not into a field: on a phone that would open the keyboard.
pub fn keep_place(act: impl FnOnce()) {
    let places = all(PLACES);
    let here = document().active_element().and_then(|active| places.iter().position(|one| *one == active));
    let near: Vec<HtmlElement> = match here {
        Some(here) => places[here..].iter().chain(places[..here].iter().rev()).filter_map(as_place).collect(),
        None => PLACE.with_borrow(Clone::clone).into_iter().collect(),
    };
    act();
    // Once the page has followed.
    let move_on = move || {
        let is_lost = || document().active_element().is_none_or(|active| active.tag_name() == "BODY");
        for place in near {
            if !is_lost() {
                return;
            }
            let _ = place.focus();
            PLACE.set(Some(place));
        }
        if is_lost() {
            focus_quietly("main");
        }
    };
    set_timeout(move_on, Duration::ZERO);
}

fn as_place(element: &Element) -> Option<HtmlElement> {
    let is_field = element.tag_name() == "TEXTAREA";
    element.clone().dyn_into().ok().filter(|_| !is_field)
}

/// Moves the focus to one of the elements that fit, counted from 0.
pub fn focus_at(selector: &str, at: usize) {
    let at = u32::try_from(at).unwrap_or(u32::MAX);
    let found = document().query_selector_all(selector).ok().and_then(|all| all.item(at));
    if let Some(found) = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
        if found.tab_index() < 0 {
            let _ = found.set_attribute("tabindex", "-1");
        }
        let _ = found.focus();
    }
}

/// Moves the focus into a field of text and selects a part of it, counted in
/// UTF-16 units.
pub fn select_in(selector: &str, from: usize, to: usize) {
    let field = find(selector).and_then(|field| field.dyn_into::<web_sys::HtmlTextAreaElement>().ok());
    if let Some((field, (from, to))) = field.zip(u32::try_from(from).ok().zip(u32::try_from(to).ok())) {
        let _ = field.focus();
        let _ = field.set_selection_range(from, to);
        field.scroll_into_view();
    }
}

/// Whether an element has the focus of its page, even while another window is
/// in front.
pub fn is_active(element: &Element) -> bool {
    document().active_element().as_ref() == Some(element)
}

/// Opens the browser's print dialog.
pub fn print() {
    let _ = window().print();
}

/// The elements that fit as HTML, as the browser writes it.
pub fn html_of(selector: &str) -> String {
    all(selector).iter().map(Element::outer_html).collect()
}

/// Reloads the page from the server.
pub fn load_again() {
    let _ = window().location().reload();
}

/// From now on, a fault in the app is shown as a sentence on the page.
pub fn watch_failure() {
    std::panic::set_hook(Box::new(|fault| {
        web_sys::console::error_1(&fault.to_string().into());
        mark("data-app", "failed");
        if let Some(sentence) = find("[data-failed]") {
            let _ = sentence.remove_attribute("hidden");
        }
    }));
}

fn focus_quietly(selector: &str) {
    let Some(element) = find(selector).and_then(|element| element.dyn_into::<HtmlElement>().ok()) else {
        return;
    };
    let _ = element.set_attribute("tabindex", "-1");
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = element.focus_with_options(&options);
}

fn find(selector: &str) -> Option<Element> {
    document().query_selector(selector).ok().flatten()
}

fn all(selector: &str) -> Vec<Element> {
    document().query_selector_all(selector).ok().map_or_else(Vec::new, |found| elements(&found))
}

fn elements(found: &web_sys::NodeList) -> Vec<Element> {
    (0..found.length()).filter_map(|at| found.item(at)?.dyn_into().ok()).collect()
}

fn root() -> Option<Element> {
    document().document_element()
}

pub(super) fn mark(name: &str, value: &str) {
    if let Some(root) = root() {
        let _ = root.set_attribute(name, value);
    }
}

pub(super) fn marked(name: &str) -> Option<String> {
    root()?.get_attribute(name)
}
