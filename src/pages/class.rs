//! Live classes: the sessions there are, and the plan of each.

mod notes;
mod screen;

use crate::browser::{page, presence};
use crate::class::Over;
use crate::components::here::Here;
use crate::components::in_class::InClass;
use crate::components::other_language::in_language;
use crate::components::parts::{
    all, button, element, heading, item, link, list, nothing, paragraph, section, soft, subheading, words,
};
use crate::components::prose::prose;
use crate::course::class::Shared;
use crate::course::text::without_links;
use crate::course::{Block, ClassNotes, ClassPart, LanguageTag, ModuleId, Shows};
use crate::route::Route;
use crate::words::Word;
use leptos::prelude::*;
pub use notes::page as notes;
pub use screen::page as screen;

/// `#/class`.
pub fn page(here: Here) -> AnyView {
    let plans = &InClass::get().classes.plans;
    let cards = list("cards", plans.iter().map(|(plan, language)| card(here, plan, language)));
    let none = if plans.is_empty() { soft(here.say(Word::ClassNone)) } else { nothing() };
    all([
        heading(words(here.say(Word::Class))),
        paragraph("lead", words(here.say(Word::ClassAbout))),
        none,
        cards,
        on_paper(None, here),
        every_session(here),
    ])
}

fn card(here: Here, plan: &ClassNotes, language: &LanguageTag) -> AnyView {
    let link = link("", &Route::ClassPlan(plan.module.clone()).href(), plan.title.clone());
    let title = in_language(here, language, element("h2", &[("class", "third")], link));
    item("card", all([title, soft(minutes(here, plan.minutes))]))
}

/// What facilitators need at every session, and what all screens share.
fn every_session(here: Here) -> AnyView {
    let shared = &InClass::get().classes.shared;
    if shared.is_empty() {
        return nothing();
    }
    let part =
        |shared: &Shared| all([element("h3", &[], words(shared.title.clone())), prose(&shared.blocks)]);
    let parts = all(shared.iter().map(part));
    section("", "every", all([subheading("every", here.say(Word::ClassEvery)), parts]))
}

/// `#/class/<module>`.
pub fn plan(here: Here, id: &ModuleId) -> AnyView {
    let Some((plan, language)) = InClass::get().classes.plan(id) else {
        return super::nowhere::page(here);
    };
    all([
        heading(words(plan.title.clone())),
        soft(minutes(here, plan.minutes)),
        windows(here, id),
        on_paper(Some(id), here),
        in_language(here, language, whole(here, plan)),
        every_session(here),
        paragraph("", button("", words(here.say(Word::Print)), page::print)),
    ])
}

/// All of a plan: what it is for, what to bring, and its parts.
pub fn whole(here: Here, plan: &ClassNotes) -> AnyView {
    let materials = plan.materials.iter().map(|one| item("", words(one.clone())));
    let materials = all([subheading("bring", here.say(Word::ClassMaterials)), list("", materials)]);
    let parts = plan.parts.iter().zip(1..).map(|(part, at)| part_view(here, &plan.module, part, at));
    all([prose(&plan.opening), materials, all(parts)])
}

/// What can be printed for the people who come.
fn on_paper(id: Option<&ModuleId>, here: Here) -> AnyView {
    let to = [
        (Route::Worksheets(id.cloned()), Word::Worksheets),
        (Route::Certificate, Word::Certificate),
        (Route::Shared(id.map(|id| (id.clone(), 1))), Word::Shared),
    ];
    list("ways", to.map(|(to, name)| item("", link("alone", &to.href(), here.say(name)))))
}

/// The screen and the notes, each in a window of its own.
fn windows(here: Here, id: &ModuleId) -> AnyView {
    let window = |route: Route, name: Word, about: Word| {
        let attributes =
            [("class", "alone"), ("href", &*route.href()), ("target", "_blank"), ("rel", "noopener")];
        item("", all([element("a", &attributes, words(here.say(name))), soft(here.say(about))]))
    };
    list(
        "plain ways",
        [
            window(Route::ClassScreen(id.clone(), 1), Word::ClassScreen, Word::ClassScreenAbout),
            window(Route::ClassNotes(id.clone()), Word::ClassNotes, Word::ClassNotesAbout),
        ],
    )
}

/// A remote turns the class from the screen and from the notes: on one laptop, only one
/// of the two windows hears it.
fn follow_keys(class: InClass, turn: impl Fn(isize) + 'static) {
    presence::watch_turning(move |turning| match (turning, untrack(|| class.over())) {
        (presence::Turning::On, _) => turn(1),
        (presence::Turning::Back, _) => turn(-1),
        (presence::Turning::Dark, _) => class.lay(Over::Blank),
        (presence::Turning::Clear, Over::Nothing) => {}
        (presence::Turning::Clear, over) => class.lay(over),
    });
}

fn part_view(here: Here, id: &ModuleId, part: &ClassPart, at: usize) -> AnyView {
    let named = format!("part-{at}");
    let title = all([
        subheading(&named, part.title.clone()),
        soft(minutes(here, part.minutes)),
        shows(here, id, part),
        prose(&part.both),
    ]);
    section("", &named, all([title, voices(here, part, Word::ClassVoicesBoth, "h3")]))
}

/// What the screen shows in a part, for those who plan it.
fn shows(here: Here, id: &ModuleId, part: &ClassPart) -> AnyView {
    let shown = shown(here, id, part);
    if shown.is_empty() {
        return nothing();
    }
    let title = soft(here.say(Word::ClassShows));
    element("blockquote", &[], all([title, prose(&shown)]))
}

/// What the screen of a part has below its heading. A link there could show everyone
/// what somebody wrote in this browser, so it is words only.
fn shown(here: Here, id: &ModuleId, part: &ClassPart) -> Vec<Block> {
    without_links(&shown_in_file(here, id, part))
}

fn shown_in_file(here: Here, id: &ModuleId, part: &ClassPart) -> Vec<Block> {
    match &part.shows {
        Shows::Heading => Vec::new(),
        Shows::Words(blocks) => blocks.clone(),
        Shows::Exercise(exercise) => {
            let exercise = here.course.module(id).and_then(|module| module.exercise(exercise));
            exercise.map_or_else(Vec::new, |exercise| exercise.question.clone())
        }
        Shows::Shared(id) => {
            // A plan that is being written is seen outside of class mode.
            let class = use_context::<InClass>();
            let found = class.and_then(|class| class.classes.shared.iter().find(|shared| shared.id == *id));
            found.map_or_else(Vec::new, |shared| shared.blocks.clone())
        }
    }
}

/// The notes for the two voices, side by side where there is room; or one alone.
fn voices(here: Here, part: &ClassPart, whose: Word, level: &'static str) -> AnyView {
    let voice = |class: &'static str, name: Word, blocks: &[Block]| match blocks {
        [] => nothing(),
        _ if ![name, Word::ClassVoicesBoth].contains(&whose) => nothing(),
        blocks => {
            let title = element(level, &[("class", "third")], words(here.say(name)));
            element("div", &[("class", class)], all([title, prose(blocks)]))
        }
    };
    let both = [
        voice("card peer", Word::ClassPeer, &part.peer),
        voice("card professional", Word::ClassProfessional, &part.professional),
    ];
    element("div", &[("class", "voices")], all(both))
}

fn minutes(here: Here, minutes: u16) -> String {
    here.words.count(Word::Minutes, usize::from(minutes))
}
