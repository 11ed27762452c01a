//! The crisis card: the learner's words for a very hard time, to carry with them.

use crate::browser::page;
use crate::components::field::{Field, Name};
use crate::components::here::Here;
use crate::components::parts::{
    all, button, choice, choices, element, first, heading, is_so, link, live, live_text, own, own_line,
    paragraph, soft, text, words,
};
use crate::course::PlanSection;
use crate::paper::plan as paper;
use crate::record::{Change, PlanChange, plan};
use crate::route::Route;
use crate::words::Word;
use leptos::prelude::*;

/// The forms of the card: the class that lays each out, and a note about it.
const FORMS: [(&str, Word, Word); 3] = [
    ("phone", Word::CardPhone, Word::CardPhoneAbout),
    ("small-cards", Word::CardSmall, Word::CardSmallAbout),
    ("folded", Word::CardFolded, Word::CardFoldedAbout),
];

/// How many panels a sheet has when it is folded twice.
const PANELS: usize = 4;

/// A face of the card: its title and lines.
type Face = (String, Vec<String>);

pub fn page(here: Here) -> AnyView {
    let form = RwSignal::new(0_u32);
    let name = RwSignal::new(String::new());
    let controls = [name_field(here, name), ways(here, form), forms(here, form), sections(here)];
    // The card first: somebody may be opening it in a hurry.
    all([
        paragraph("module-name", link("", &Route::Plan.href(), here.say(Word::Plan))),
        heading(words(here.say(Word::Card))),
        live(move || {
            let faces = here.learner.read(|record| paper::card(here.course, record, here.words));
            match faces.is_empty() {
                true => soft(here.say(Word::CardEmpty)),
                false => card(here, place(form), &name.get(), faces),
            }
        }),
        paragraph("", words(here.say(Word::CardAbout))),
        element("div", &[("class", "controls")], all(controls)),
    ])
}

/// The index of the chosen form.
fn place(form: RwSignal<u32>) -> usize {
    form.get() as usize
}

fn forms(here: Here, form: RwSignal<u32>) -> AnyView {
    let one = |(at, (_, word, _)): (usize, &(&str, Word, Word))| {
        let chosen = is_so(move || place(form) == at);
        choice(
            "radio",
            "form".to_owned(),
            chosen,
            move |_| form.set(u32::try_from(at).unwrap_or(0)),
            words(here.say(*word)),
        )
    };
    choices("settings", words(here.say(Word::CardForm)), all(FORMS.iter().enumerate().map(one)))
}

fn sections(here: Here) -> AnyView {
    let one = |section: &'static PlanSection| {
        let is_on = is_so(move || here.learner.read(|record| plan::is_on_card(&section.id, record)));
        let put = move |on| here.learner.change(Change::Plan(section.id.clone(), PlanChange::OnCard(on)));
        choice("checkbox", String::new(), is_on, put, words(section.title.clone()))
    };
    choices("settings", words(here.say(Word::CardSections)), all(here.course.plan.iter().map(one)))
}

/// Not part of the record: a name on a shared computer would reveal too much.
fn name_field(here: Here, name: RwSignal<String>) -> AnyView {
    let field =
        Field { name: Name::Label(here.say(Word::CardName)), value: text(move || name.get()), lines: 1 };
    field.view(move |words| name.set(words))
}

fn ways(here: Here, form: RwSignal<u32>) -> AnyView {
    let about = element("p", &[("class", "soft")], live_text(move || here.say(FORMS[place(form)].2)));
    all([about, button("", words(here.say(Word::Print)), page::print)])
}

fn card(here: Here, form: usize, name: &str, faces: Vec<Face>) -> AnyView {
    let title = if name.trim().is_empty() { here.say(Word::CardTitle) } else { name.trim().to_owned() };
    let title = element("h2", &[], own(title));
    let (class, ..) = FORMS[form];
    let inside = match class {
        "folded" => panels(title, faces),
        _ => first(title, faces.into_iter().map(face)),
    };
    element("article", &[("class", &format!("paper card-{class}"))], inside)
}

fn face((title, lines): Face) -> AnyView {
    let lines = lines.iter().map(|line| own_line(line));
    let title = element("h3", &[], words(title));
    element("section", &[("class", "face")], first(title, lines))
}

/// The faces, spread over the panels of a sheet; the title is on the first.
fn panels(title: AnyView, faces: Vec<Face>) -> AnyView {
    let mut panels: Vec<Vec<AnyView>> = (0..PANELS).map(|_| Vec::new()).collect();
    panels[0].push(title);
    let on_each = faces.len().div_ceil(PANELS).max(1);
    for (at, one) in faces.into_iter().enumerate() {
        panels[at / on_each].push(face(one));
    }
    all(panels.into_iter().map(|inside| element("div", &[("class", "panel")], all(inside))))
}
