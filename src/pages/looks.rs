//! Every component in every state, for those who change how they look. It is
//! only in a build with the feature `looks`: `cargo xtask looks`.

use crate::components::chart::{self, chart};
use crate::components::confirm::confirm;
use crate::components::exercise::exercise;
use crate::components::field::{Field, Name};
use crate::components::here::Here;
use crate::components::kept::kept_line;
use crate::components::notice::notice;
use crate::components::paper::paper;
use crate::components::parts::{
    all, button, choice, choices, details, element, heading, is_so, item, link, list, paragraph, section,
    soft, subheading, text, words,
};
use crate::components::passphrase::{self, For};
use crate::components::picture::{mark, scene, trail};
use crate::components::prose::prose;
use crate::course::{Exercise, KindName, ModuleId};
use crate::keep::NotKept;
use crate::learner::Kept;
use crate::paper::answers;
use crate::record::saved::Other;
use crate::record::{LocalDate, LocalTime, Mark};
use crate::words::Word;
use leptos::prelude::*;

const SCENES: [&str; 8] =
    ["path", "start", "safety", "choices", "belonging", "alongside", "clearing", "still"];

pub fn page(here: Here) -> AnyView {
    all([
        heading(words("Looks".to_owned())),
        paragraph("lead", words(here.say(Word::SettingsSample))),
        group("Pictures", pictures()),
        group("Text", text_parts(here)),
        group("Ways on", ways(here)),
        group("Notices", notices(here)),
        group("Cards", cards(here)),
        group("Choices", choosing(here)),
        group("Fields", fields(here)),
        group("Whether it is kept", all(kept_states().into_iter().map(|kept| kept_view(here, kept)))),
        group("Chart", drawn(here)),
        group(
            "Asking first",
            confirm(here.say(Word::GoalForget), here.say(Word::GoalForgetSure), here.words, || {}),
        ),
        group("A passphrase", passphrases(here)),
        group(
            "A path",
            chart::path(&[false, false, true, false, false, true, false, false, false], "A path"),
        ),
        group("Paper", papers(here)),
        group("Exercises", exercises(here)),
    ])
}

fn passphrases(here: Here) -> AnyView {
    let wrong = |_: &str, _: &str| Some(Word::PassphraseWrong);
    all([
        passphrase::ask(here, For::Open, Word::Unlock, wrong),
        passphrase::ask(here, For::New, Word::LockPut, wrong),
    ])
}

fn group(title: &str, inside: AnyView) -> AnyView {
    let id = format!("looks-{}", title.replace(' ', "-"));
    section("", &id, all([subheading(&id, title.to_owned()), inside]))
}

fn pictures() -> AnyView {
    let trails = [(1, 1), (5, 1), (6, 3), (7, 7)].map(|(steps, at)| trail(steps, at));
    all([mark()].into_iter().chain(SCENES.map(scene)).chain(trails))
}

fn text_parts(here: Here) -> AnyView {
    let module = here.course.modules().next();
    let step = module.and_then(|module| module.steps.first());
    let blocks = step.into_iter().flat_map(|step| &step.parts).filter_map(|part| match part {
        crate::course::Part::Text(block) => Some(block.clone()),
        crate::course::Part::Exercise(_) => None,
    });
    let blocks: Vec<_> = blocks.collect();
    all([soft(here.say(Word::StepSkip)), element("article", &[("class", "step")], prose(&blocks))])
}

fn ways(here: Here) -> AnyView {
    let quiet = button("quiet", words(here.say(Word::GoalForget)), || {});
    let row = all([button("", words(here.say(Word::GoalNewStart)), || {}), quiet]);
    all([
        element("div", &[("class", "row")], row),
        paragraph("", link("way-on", "#/looks", here.say(Word::ModuleBegin))),
        paragraph("", link("way-back", "#/looks", here.say(Word::AllModules))),
        paragraph("", link("alone", "#/looks", here.say(Word::AllModules))),
        list("ways-in", [item("", link("", "#/looks", here.say(Word::Modules)))]),
        details("", here.say(Word::StepsOfModule), soft(here.say(Word::OrderIsYours))),
    ])
}

fn notices(here: Here) -> AnyView {
    all([
        notice("status", words(here.say(Word::SetAsideMore))),
        notice("alert", words(here.say(Word::Blocked))),
        paragraph("calm-note", words(here.say(Word::ModuleNote))),
        paragraph("promise", words(here.say(Word::PrivacyPromise))),
    ])
}

fn cards(here: Here) -> AnyView {
    let goal = all([link("", "#/looks", here.say(Word::GoalNew)), soft(here.say(Word::GoalsNone))]);
    let plain = all([paragraph("", words(here.say(Word::GoalsAbout))), soft(here.say(Word::PlanNothing))]);
    let own = element("div", &[("class", "own-words")], words(here.say(Word::SettingsSample)));
    all([list("cards", [item("card goal", goal), item("card", plain)]), own])
}

fn choosing(here: Here) -> AnyView {
    let one = |kind, at: usize| {
        let chosen = is_so(move || at == 0);
        choice(kind, "looks".to_owned(), chosen, |_| {}, words(here.say(Word::ThemeDevice)))
    };
    let of = |kind| choices("settings", words(here.say(Word::Theme)), all([one(kind, 0), one(kind, 1)]));
    all([of("radio"), of("checkbox")])
}

fn fields(here: Here) -> AnyView {
    let field = |value: Word, lines| {
        let value = text(move || here.say(value).repeat(lines));
        let lines = u8::try_from(lines).unwrap_or(1);
        Field { name: Name::Label(here.say(Word::GoalWhy)), value, lines }.view(|_| {})
    };
    let empty = Field { name: Name::Label(here.say(Word::GoalWords)), value: text(String::new), lines: 2 };
    all([empty.view(|_| {}), field(Word::GoalNew, 1), field(Word::OrderIsYours, 5)])
}

fn kept_states() -> Vec<Kept> {
    vec![
        Kept::Nothing,
        Kept::Here(LocalTime::midnight(crate::browser::clock::today())),
        Kept::Taken,
        Kept::TakenElsewhere,
        Kept::InPage,
        Kept::Not(NotKept::Full),
        Kept::Not(NotKept::Blocked),
        Kept::Held,
    ]
}

fn kept_view(here: Here, kept: Kept) -> AnyView {
    kept_line(Memo::new(move |_| kept.clone()), text(String::new), here.words)
}

fn drawn(here: Here) -> AnyView {
    let mark = |(day, number): (&str, u8)| {
        let on = LocalDate::parse(day)?;
        Some(Mark {
            on,
            number: Some(number),
            words: String::new(),
            areas: Other::new(),
            other: Other::new(),
        })
    };
    let days = [("2026-01-01", 3), ("2026-01-09", 6), ("2026-02-02", 4)];
    let marks: Vec<Mark> = days.into_iter().filter_map(mark).collect();
    chart(&marks, 0, 10, &here.say(Word::ScaleEarlier))
}

/// The first module on paper, empty; it has a kind with numbers to ring.
fn papers(here: Here) -> AnyView {
    let first = here.course.modules().next();
    all(first.map(|module| paper(&answers::module(module, None, here.words), here.words)))
}

/// The first exercise of each kind that the course has.
fn exercises(here: Here) -> AnyView {
    let first = |kind: &KindName| -> Option<(&'static ModuleId, &'static Exercise)> {
        here.course.modules().find_map(|module| {
            let found = module.exercises().find(|exercise| exercise.kind.name() == *kind)?;
            Some((&module.id, found))
        })
    };
    all(KindName::ALL.iter().filter_map(first).map(|(module, found)| exercise(module, found)))
}
