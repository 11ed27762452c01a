//! An exercise on the page: earlier words, the question, the field, and
//! whether it is kept. One file below a kind.

mod choices;
mod compare;
mod dated;
mod goal;
mod list;
mod order;
mod people;
mod practice;
mod scale;
mod table;
mod wheel;

use super::beside::beside;
use super::field::{Field, Name};
use super::here::Here;
use super::kept::kept_line;
use super::parts::{
    all, element, is_so, link, live, live_text, nothing, own_line, paragraph, section, text, when, words,
};
use super::pause::pause;
use super::prose::prose;
use crate::course::text::plain_blocks;
use crate::course::{AnswerId, Exercise, Kind, ModuleId};
use crate::record::{Answer, AnswerChange, Change, Key, plan};
use crate::words::Word;
use leptos::prelude::*;

/// What each kind of exercise gets: the answer as it is, and where changes go.
#[derive(Clone, Copy)]
pub struct Answering {
    here: Here,
    id: StoredValue<AnswerId>,
    exercise: &'static Exercise,
    answer: Memo<Answer>,
}

impl Answering {
    /// A part of the answer.
    fn read<T>(self, read: impl FnOnce(&Answer) -> T) -> T {
        self.answer.with(read)
    }

    fn change(self, change: AnswerChange) {
        self.here.learner.change(Change::Answer {
            id: self.id.get_value(),
            question: plain_blocks(&self.exercise.question),
            language: self.here.course.language.clone(),
            plan: self.exercise.plan.clone(),
            change,
        });
    }

    /// The id of the element with the question, unlike any other on the page.
    fn question_id(self) -> String {
        // The plan shows exercises from several modules on one page.
        self.id.with_value(|id| format!("question-{}-{}", id.module, id.exercise))
    }

    fn words_field(self, lines: u8) -> AnyView {
        let value = text(move || self.read(|answer| answer.words.clone()));
        Field { name: Name::By(self.question_id()), value, lines }
            .view(move |words| self.change(AnswerChange::Words(words)))
    }
}

/// One exercise, on a page.
pub fn exercise(module: &ModuleId, exercise: &'static Exercise) -> AnyView {
    let here = Here::get();
    let id = AnswerId { module: module.clone(), exercise: exercise.id.clone() };
    let at = Answering { here, exercise, answer: here.learner.answer(id.clone()), id: StoredValue::new(id) };
    let field = match &exercise.kind {
        Kind::Reflection => at.words_field(5),
        Kind::List => list::view(at),
        Kind::Choices(choices) => choices::view(at, choices),
        Kind::Order(cards) => order::view(at, cards),
        Kind::Scale(scale) => scale::view(at, scale),
        Kind::Wheel(wheel) => wheel::view(at, wheel),
        Kind::Compare(columns) => compare::view(at, columns),
        Kind::Table(columns) => table::view(at, columns),
        Kind::People => people::view(at),
        Kind::Practice => practice::view(at),
        Kind::Goal => goal::view(at),
        Kind::Pause(way) => pause(*way, here.words),
    };
    let keeps = !matches!(exercise.kind, Kind::Pause(_));
    let question =
        element("div", &[("class", "question"), ("id", &at.question_id())], prose(&exercise.question));
    let inside = match keeps {
        true => all([earlier(here, exercise), question, in_plan(at), question_then(at), field, kept(at)]),
        false => all([question, field]),
    };
    section("exercise", &at.question_id(), inside)
}

/// A line saying that the plan has these words too: it can be printed and shown to others.
fn in_plan(at: Answering) -> AnyView {
    let sections = at.here.course.plan.iter();
    let section = sections.filter(|section| at.exercise.plan.as_ref() == Some(&section.id));
    all(section.map(|section| {
        let is_on_card = is_so(move || at.here.learner.read(|record| plan::is_on_card(&section.id, record)));
        let sentence = move || match is_on_card.get() {
            true => Word::InPlanAndCard,
            false => Word::InPlan,
        };
        let say = move || at.here.words.fill(sentence(), &[("section", &section.title)]);
        element("p", &[("class", "soft")], live_text(say))
    }))
}

fn kept(at: Answering) -> AnyView {
    let kept = at.here.learner.kept(Key::Answer(at.id.get_value()));
    let text = text(move || at.read(|answer| answer.lines(at.exercise.kind.offers()).join("\n")));
    let beside = beside(at.here, Key::Answer(at.id.get_value()));
    all([kept_line(kept, text, at.here.words), beside])
}

/// What was written elsewhere in the course, if anything was.
fn earlier(here: Here, exercise: &Exercise) -> AnyView {
    let aside = |id: &AnswerId| {
        let title = here.words.fill(Word::EarlierWords, &[("module", &here.module_title(&id.module))]);
        let title = StoredValue::new((title, here.href_of(id)));
        let answer = here.learner.answer(id.clone());
        let offers = here.course.exercise(id).map_or(&[][..], |exercise| exercise.kind.offers());
        live(move || {
            let lines = answer.with(|answer| answer.lines(offers));
            if lines.is_empty() {
                return nothing();
            }
            let (title, href) = title.get_value();
            aside(link("", &href, title), lines)
        })
    };
    all(exercise.earlier.iter().map(aside))
}

/// The question as it was when the answer was written, if it has changed since.
fn question_then(at: Answering) -> AnyView {
    let now = plain_blocks(&at.exercise.question);
    let changed = is_so(move || {
        at.read(|answer| {
            let same_language = answer.language.as_ref() == Some(&at.here.course.language);
            same_language && !answer.is_empty() && answer.question != now
        })
    });
    when(changed, move || {
        let then = at.read(|answer| answer.question.lines().map(str::to_owned).collect());
        aside(words(at.here.say(Word::QuestionWas)), then)
    })
}

fn aside(title: AnyView, lines: Vec<String>) -> AnyView {
    let lines = lines.iter().map(|line| own_line(line));
    element("aside", &[("class", "earlier")], all([paragraph("", title), all(lines)]))
}
