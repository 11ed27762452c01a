//! The smallest parts: a link, a button, a box to tick, and whatever comes and
//! goes while the page is open.
//!
//! Each is one function with one type, whatever is put in. If every closure
//! and child had a type of its own, each would bring code of its own for learners
//! to download (docs/measurements.md has the figures); so views are built from these,
//! and `view!` stays for what has a form of its own.

use crate::browser::page;
use crate::course::ItemId;
use crate::record::LocalDate;
use leptos::ev;
use leptos::html::custom;
use leptos::prelude::*;
use leptos::tachys::html::InertElement;
use leptos::tachys::html::attribute::any_attribute::{AnyAttribute, IntoAnyAttribute};
use leptos::tachys::html::attribute::custom::custom_attribute;
use std::sync::Arc;
use web_sys::Event;

/// Something to call, with one type for all.
type Called<In, Out> = Arc<dyn Fn(In) -> Out + Send + Sync>;

/// What happens at an event.
type Heard = Box<dyn Fn(Event)>;

/// A view that is rebuilt when what it reads changes.
pub fn live(view: impl Fn() -> AnyView + Send + Sync + 'static) -> AnyView {
    made_live(Arc::new(move |()| view()))
}

// Inside a function for every type of closure, a closure has as many types as that one
// has callers. What is not generic is written apart, so that a learner fetches it once.
fn made_live(view: Called<(), AnyView>) -> AnyView {
    (move || view(())).into_any()
}

/// Words that change with what they read. They are written into an element as a whole,
/// because a browser that translates the page replaces texts by elements of its own:
/// our text would then change where nobody sees it.
pub fn live_text(text: impl Fn() -> String + Send + Sync + 'static) -> AnyView {
    made_live_text(Arc::new(move |()| text()))
}

fn made_live_text(text: Called<(), String>) -> AnyView {
    custom("span").prop("textContent", move || text(())).add_any_attr(said(&[("translate", "no")])).into_any()
}

/// A memo of a yes or no, which notifies only when that changes.
pub fn is_so(is: impl Fn() -> bool + Send + Sync + 'static) -> Memo<bool> {
    memo_of(Arc::new(move |()| is()))
}

fn memo_of<T: PartialEq + Send + Sync + 'static>(read: Called<(), T>) -> Memo<T> {
    Memo::new(move |_| read(()))
}

/// A memo of a text, which notifies only when that changes.
pub fn text(text: impl Fn() -> String + Send + Sync + 'static) -> Memo<String> {
    memo_of(Arc::new(move |()| text()))
}

/// A view that is there while a condition holds.
pub fn when(is: Memo<bool>, view: impl Fn() -> AnyView + Send + Sync + 'static) -> AnyView {
    live(move || if is.get() { view() } else { nothing() })
}

/// An empty view.
pub fn nothing() -> AnyView {
    ().into_any()
}

/// Views one after the other.
pub fn all(views: impl IntoIterator<Item = AnyView>) -> AnyView {
    views.into_iter().collect::<Vec<_>>().into_any()
}

/// One view, with others after it. (Less code than a chain of two types of
/// iterator, each of which brings its own.)
pub fn first(first: AnyView, then: impl IntoIterator<Item = AnyView>) -> AnyView {
    let mut views = vec![first];
    for view in then {
        views.push(view);
    }
    views.into_any()
}

/// Rows that keep their elements and focus as long as their id exists.
pub fn rows(
    ids: impl Fn() -> Vec<ItemId> + Send + Sync + 'static,
    row: impl Fn(ItemId) -> AnyView + Send + Sync + 'static,
) -> AnyView {
    made_rows(memo_of(Arc::new(move |()| ids())), Arc::new(row))
}

fn made_rows(ids: Memo<Vec<ItemId>>, row: Called<ItemId, AnyView>) -> AnyView {
    view! { <For each=move || ids.get() key=|id| id.clone() children=move |id| row(id) /> }.into_any()
}

/// An element with its attributes. Most others here use it, so that
/// all elements are of one type: 4 kB of wasm less, in brotli, when it came.
pub fn element(tag: &'static str, attributes: &[(&'static str, &str)], inside: AnyView) -> AnyView {
    custom(tag).child(inside).add_any_attr(said(attributes)).into_any()
}

/// Attributes, without empty ones.
fn said(attributes: &[(&'static str, &str)]) -> Vec<AnyAttribute> {
    let attribute =
        |(name, value): &(&'static str, &str)| custom_attribute(*name, (*value).to_owned()).into_any_attr();
    attributes.iter().filter(|(_, value)| !value.is_empty()).map(attribute).collect()
}

/// An element with one more attribute, which changes with what it reads.
/// The attribute is there even when it is empty.
pub fn changing(
    tag: &'static str,
    attributes: &[(&'static str, &str)],
    name: &'static str,
    value: impl Fn() -> &'static str + Send + Sync + 'static,
    inside: AnyView,
) -> AnyView {
    let value = live_attribute(name, Arc::new(move |()| value()));
    element(tag, attributes, inside).add_any_attr(vec![value]).into_any()
}

fn live_attribute(name: &'static str, value: Called<(), &'static str>) -> AnyAttribute {
    custom_attribute(name, move || value(())).into_any_attr()
}

/// A drawing. It is written as SVG text, which needs one type for all of them;
/// only names and numbers of our own may go into it, never anyone's words.
pub fn drawing(svg: String) -> AnyView {
    InertElement::new(svg).into_any()
}

/// A paragraph.
pub fn paragraph(class: &'static str, inside: AnyView) -> AnyView {
    element("p", &[("class", class)], inside)
}

/// Words as a view.
pub fn words(words: String) -> AnyView {
    words.into_any()
}

/// The attributes of a person's own words, wherever they appear: no browser sends them away to be
/// translated, and they run in the direction of their own letters.
const OWN: [(&str, &str); 2] = [("translate", "no"), ("dir", "auto")];

/// A person's own words, or a sentence that contains some.
pub fn own(text: String) -> AnyView {
    element("span", &OWN, words(text))
}

/// A line of a person's own words.
pub fn own_line(line: &str) -> AnyView {
    element("p", &OWN, words(line.to_owned()))
}

/// A person's own words, one line each.
pub fn own_words<'a>(lines: impl IntoIterator<Item = &'a str>) -> AnyView {
    element("div", &[("class", "own-words")], all(lines.into_iter().map(own_line)))
}

/// Quiet words with a person's own among them.
pub fn soft_own(text: String) -> AnyView {
    paragraph("soft", own(text))
}

/// Quiet words, beside what matters.
pub fn soft(words: String) -> AnyView {
    paragraph("soft", words.into_any())
}

/// The heading of the page.
pub fn heading(words: AnyView) -> AnyView {
    element("h1", &[], words)
}

/// A heading in the page; its id names the section it begins.
pub fn subheading(id: &str, text: String) -> AnyView {
    element("h2", &[("id", id)], words(text))
}

/// A link to a page of our own.
pub fn link(class: &'static str, href: &str, text: String) -> AnyView {
    element("a", &[("class", class), ("href", href)], words(text))
}

/// A link to a page of our own, with a person's own words in it.
pub fn own_link(class: &'static str, href: &str, text: String) -> AnyView {
    element("a", &[("class", class), ("href", href)], own(text))
}

/// An item of a list.
pub fn item(class: &'static str, inside: AnyView) -> AnyView {
    element("li", &[("class", class)], inside)
}

/// A list.
pub fn list(class: &'static str, items: impl IntoIterator<Item = AnyView>) -> AnyView {
    element("ul", &[("class", class)], all(items))
}

/// A section of the page, named by its heading.
pub fn section(class: &'static str, named_by: &str, inside: AnyView) -> AnyView {
    element("section", &[("class", class), ("aria-labelledby", named_by)], inside)
}

/// Something that unfolds when it is asked for.
pub fn details(class: &'static str, summary: String, inside: AnyView) -> AnyView {
    let summary = element("summary", &[], words(summary));
    element("details", &[("class", class)], all([summary, inside]))
}

/// Something that unfolds, made when it is opened for the first time: for what is heavy, or
/// what few people open.
pub fn unfolding(
    class: &'static str,
    summary: String,
    inside: impl Fn() -> AnyView + Send + Sync + 'static,
) -> AnyView {
    let opened = RwSignal::new(false);
    let summary = element("summary", &[], words(summary));
    let inside = when(is_so(move || opened.get()), inside);
    let open = move |_| opened.set(true);
    control("details", &[("class", class)], "toggle", open, all([summary, inside]))
}

/// A day (`date`) or a time of day (`time`), chosen with the browser's own
/// control. The value is empty while it is incomplete. It is not written
/// back while somebody types, which would wipe out what is half there. Read a day
/// with [`LocalDate::typed`].
pub fn moment(kind: &'static str, name: String, value: String, change: impl Fn(String) + 'static) -> AnyView {
    made_moment(kind, name, value, Box::new(move |event| change(event_target_value(&event))))
}

fn made_moment(kind: &'static str, name: String, value: String, change: Heard) -> AnyView {
    // What is read as a different day than was typed is shown that way, once complete.
    let complete: Heard = Box::new(move |event| {
        if let Some(day) = LocalDate::typed(&event_target_value(&event)) {
            page::show_value(&event, &day.to_string());
        }
    });
    let input = custom("input").prop("value", value).on(ev::Custom::new("change"), change);
    let input = input.on(ev::Custom::new("blur"), complete);
    let input = input.add_any_attr(said(&[("type", kind), ("autocomplete", "off"), OWN[0]])).into_any();
    element("label", &[("class", "select")], all([element("span", &[], words(name)), input]))
}

/// An element with something to do at an event.
pub fn control(
    tag: &'static str,
    attributes: &[(&'static str, &str)],
    event: &'static str,
    act: impl Fn(Event) + 'static,
    inside: AnyView,
) -> AnyView {
    made_control(tag, attributes, event, Box::new(act), inside)
}

fn made_control(
    tag: &'static str,
    attributes: &[(&'static str, &str)],
    event: &'static str,
    act: Heard,
    inside: AnyView,
) -> AnyView {
    let control = custom(tag).child(inside).on(ev::Custom::new(event), act);
    control.add_any_attr(said(attributes)).into_any()
}

/// An attribute that is either true or false, under its name in the page.
fn switch(
    tag: &'static str,
    attributes: &[(&'static str, &str)],
    name: &'static str,
    is: Memo<bool>,
    change: Heard,
    inside: AnyView,
) -> AnyView {
    let switch = custom(tag).child(inside).prop(name, is);
    let switch = switch.on(ev::Custom::new("change"), change);
    switch.add_any_attr(said(attributes)).into_any()
}

/// A button.
pub fn button(class: &'static str, words: AnyView, press: impl Fn() + 'static) -> AnyView {
    control("button", &[("type", "button"), ("class", class)], "click", move |_| press(), words)
}

/// A small button with a sign. `name` says what it does and to what, for people
/// who cannot see what it is next to.
pub fn sign(sign: &str, name: String, press: impl Fn() + 'static) -> AnyView {
    named_sign(sign, words(name), press)
}

fn named_sign(sign: &str, name: AnyView, press: impl Fn() + 'static) -> AnyView {
    // What it names is often somebody's own words.
    let heard = element("span", &[("class", "heard"), OWN[0], OWN[1]], name);
    let sign = element("span", &[("aria-hidden", "true")], words(sign.to_owned()));
    button("quiet small", all([heard, sign]), press)
}

/// A small button that removes something.
pub fn take_away(name: String, press: impl Fn() + 'static) -> AnyView {
    take_away_named(words(name), press)
}

/// Such a button with a name that changes, so that the button itself stays.
pub fn take_away_named(name: AnyView, press: impl Fn() + 'static) -> AnyView {
    named_sign("×", name, move || page::keep_place(&press))
}

/// A choice of one, in a list that opens: its name, the choices as value and
/// words, and the value chosen. No value is empty.
pub fn select(
    name: String,
    offered: &[(String, String)],
    chosen: Memo<String>,
    change: impl Fn(String) + 'static,
) -> AnyView {
    let option = |(value, shown): &(String, String)| {
        let own = value.clone();
        let is_chosen = is_so(move || chosen.get() == own);
        switch("option", &[("value", value)], "selected", is_chosen, Box::new(|_| {}), words(shown.clone()))
    };
    let options = all(offered.iter().map(option));
    let list = control("select", &[], "change", move |event| change(event_target_value(&event)), options);
    element("label", &[("class", "select")], all([element("span", &[], words(name)), list]))
}

/// A field for a secret: its type changes between `password` and `text`, and
/// it follows its value.
pub fn secret_input(
    attributes: &[(&'static str, &str)],
    kind: impl Fn() -> &'static str + Send + Sync + 'static,
    value: RwSignal<String>,
    write: impl Fn(Event) + 'static,
) -> AnyView {
    made_secret_input(attributes, live_attribute("type", Arc::new(move |()| kind())), value, Box::new(write))
}

fn made_secret_input(
    attributes: &[(&'static str, &str)],
    kind: AnyAttribute,
    value: RwSignal<String>,
    write: Heard,
) -> AnyView {
    let input = custom("input").prop("value", value).on(ev::Custom::new("input"), write);
    input.add_any_attr(said(attributes)).add_any_attr(said(&OWN)).add_any_attr(vec![kind]).into_any()
}

/// A box to tick (`checkbox`), or one of several in a group (`radio`).
pub fn choice(
    kind: &'static str,
    group: String,
    chosen: Memo<bool>,
    change: impl Fn(bool) + 'static,
    shown: AnyView,
) -> AnyView {
    let tick = move |event: Event| change(event_target_checked(&event));
    let input =
        switch("input", &[("type", kind), ("name", &group)], "checked", chosen, Box::new(tick), nothing());
    element("label", &[("class", "choice")], all([input, element("span", &[], shown)]))
}

/// Choices that belong together, with what they are about.
pub fn choices(class: &'static str, about: AnyView, inside: AnyView) -> AnyView {
    element("fieldset", &[("class", class)], all([element("legend", &[], about), inside]))
}
