//! My plan: the learner's own answers, by section, and what they write into it.

use crate::browser::page;
use crate::components::beside::beside;
use crate::components::exercise::exercise;
use crate::components::field::{Field, Name};
use crate::components::here::Here;
use crate::components::kept::kept_line_if_any;
use crate::components::parts::{
    all, button, element, heading, is_so, item, link, list, live, nothing, own_line, own_words, paragraph,
    section, soft, subheading, text, unfolding, when, words,
};
use crate::components::prose::prose;
use crate::course::{AnswerId, Exercise, Module, PlanSection, SectionId};
use crate::record::{Answer, Change, Key, PlanChange, PlanWords, Record, plan};
use crate::route::Route;
use crate::words::Word;
use leptos::prelude::*;

pub fn page(here: Here) -> AnyView {
    let ways = [
        (Route::PlanPaper, Word::PlanPrint),
        (Route::Card, Word::Card),
        (Route::Sheet, Word::Sheet),
        (Route::LearningPlan, Word::LearningPlan),
    ];
    let ways = ways.map(|(to, word)| item("", link("", &to.href(), here.say(word))));
    all([
        heading(words(here.say(Word::Plan))),
        paragraph("lead", words(here.say(Word::PlanAbout))),
        list("ways-in", ways),
        all(here.course.plan.iter().map(|section| Part { here, section }.view())),
        gone(here),
        hidden(here),
    ])
}

/// One section, as the page shows it.
#[derive(Clone, Copy)]
struct Part {
    here: Here,
    section: &'static PlanSection,
}

impl Part {
    fn change(self, change: PlanChange) {
        self.here.learner.change(Change::Plan(self.section.id.clone(), change));
    }

    fn read<T: Default>(self, read: impl FnOnce(&PlanWords) -> T) -> T {
        let id = &self.section.id;
        self.here.learner.read(|record| record.plan_words(id).map(read).unwrap_or_default())
    }

    fn is_hidden(self) -> bool {
        self.read(|own| own.hidden)
    }

    fn view(self) -> AnyView {
        when(is_so(move || !self.is_hidden()), move || self.shown())
    }

    fn shown(self) -> AnyView {
        let here = self.here;
        let about = element("div", &[("class", "soft")], prose(&self.section.blocks));
        let id = format!("plan-{}", self.section.id);
        let title = &self.section.title;
        let hide = here.words.fill(Word::PlanHide, &[("section", title)]);
        let inside = [
            subheading(&id, title.clone()),
            about,
            self.nothing_yet(),
            all(self.answers().map(|(module, exercise)| answer(here, module, exercise))),
            earlier(here, &self.section.id),
            self.field(),
            button("mild", words(hide), move || {
                self.change(PlanChange::Hidden(true));
                request_animation_frame(|| page::focus_on("[aria-labelledby=hidden] button"));
            }),
        ];
        section("plan-section", &id, all(inside))
    }

    fn nothing_yet(self) -> AnyView {
        let here = self.here;
        let is_empty = move || {
            let id = &self.section.id;
            let is_empty = |record: &Record| {
                let earlier = plan::earlier(id, here.course, record);
                earlier.is_empty() && plan::lines(id, here.course, record).is_empty()
            };
            here.learner.read(is_empty)
        };
        when(is_so(is_empty), move || soft(here.say(Word::PlanNothing)))
    }

    /// The exercises whose answers are in this section.
    fn answers(self) -> impl Iterator<Item = (&'static Module, &'static Exercise)> {
        let of_module = |module: &'static Module| module.exercises().map(move |exercise| (module, exercise));
        let every = self.here.course.modules().flat_map(of_module);
        every.filter(move |(_, exercise)| exercise.plan.as_ref() == Some(&self.section.id))
    }

    fn field(self) -> AnyView {
        let here = self.here;
        let value = text(move || self.read(|own| own.words.clone()));
        let field = Field { name: Name::Label(here.say(Word::PlanOwn)), value, lines: 1 };
        let field = field.view(move |words| self.change(PlanChange::Words(words)));
        let kept = here.learner.kept(Key::Plan(self.section.id.clone()));
        let beside = beside(here, Key::Plan(self.section.id.clone()));
        all([field, kept_line_if_any(kept, value, here.words), beside])
    }
}

/// What was written in an exercise, and the exercise itself to change it.
/// Once shown, it stays while the page is open: somebody may be rewriting
/// it.
fn answer(here: Here, module: &'static Module, of: &'static Exercise) -> AnyView {
    let id = AnswerId { module: module.id.clone(), exercise: of.id.clone() };
    let answer = here.learner.answer(id.clone());
    let lines = text(move || answer.with(|answer| plan::lines_of(of, answer).join("\n")));
    let there = Memo::new(move |before| before == Some(&true) || lines.with(|lines| !lines.is_empty()));
    when(there, move || {
        let from = here.words.fill(Word::PlanFrom, &[("module", &module.title)]);
        let from = paragraph("soft", link("", &here.href_of(&id), from));
        let own = live(move || all(lines.get().lines().map(own_line)));
        let change = unfolding("", here.say(Word::PlanChange), move || exercise(&module.id, of));
        all([element("div", &[("class", "own-words")], all([own, from])), change])
    })
}

/// What was in a section until the course was changed. It stays until the person takes
/// it off.
fn earlier(here: Here, section: &SectionId) -> AnyView {
    let section = section.clone();
    // As a text: the answer, followed by its lines.
    let found = text(move || {
        here.learner.read(|record| {
            let earlier = plan::earlier(&section, here.course, record).into_iter();
            let lines = |(id, answer): (AnswerId, &Answer)| {
                format!("{id}\n{}\0", plan::earlier_lines_of(&id, here.course, answer).join("\n"))
            };
            earlier.map(lines).collect()
        })
    });
    live(move || {
        let one = |found: &str| {
            let (id, lines) = found.split_once('\n')?;
            let off = take_off(here, Key::Answer(AnswerId::parse(id)?));
            Some(all([soft(here.say(Word::PlanEarlier)), own_words(lines.lines()), off]))
        };
        found.with(|found| all(found.split('\0').filter_map(one)))
    })
}

/// Takes words off the plan. Those of an answer stay in the journal; what was written into
/// the plan is gone, unless that is undone.
fn take_off(here: Here, what: Key) -> AnyView {
    let change = move || match what.clone() {
        Key::Answer(id) => here.learner.take_off_plan(id),
        own => here.learner.change(Change::Forget(own)),
    };
    button("mild", words(here.say(Word::PlanTakeOff)), move || page::keep_place(&change))
}

/// Words in sections that the centre has removed.
fn gone(here: Here) -> AnyView {
    let gone = here.learner.read(|record| plan::gone(here.course, record));
    all(gone.into_iter().map(|id| {
        let (name, key) = (format!("plan-{id}"), Key::Plan(id.clone()));
        let own = text({
            let id = id.clone();
            move || here.learner.read(|record| plan::lines(&id, here.course, record).join("\n"))
        });
        let own = live(move || {
            let lines = own.get();
            match lines.is_empty() {
                true => nothing(),
                false => all([own_words(lines.lines()), take_off(here, key.clone())]),
            }
        });
        let title = subheading(&name, here.say(Word::PlanEarlier));
        section("plan-section", &name, all([title, own, earlier(here, &id)]))
    }))
}

/// The sections that are hidden, to be shown again.
fn hidden(here: Here) -> AnyView {
    let parts = move || here.course.plan.iter().map(move |section| Part { here, section });
    // As a text, so that writing rebuilds no button.
    let hidden = text(move || {
        parts().filter(|part| part.is_hidden()).map(|part| format!("{} ", part.section.id)).collect()
    });
    live(move || {
        let hidden = hidden.get();
        if hidden.is_empty() {
            return nothing();
        }
        let show = |part: Part| {
            let name = here.words.fill(Word::PlanShow, &[("section", &part.section.title)]);
            item(
                "",
                button("quiet", words(name), move || {
                    part.change(PlanChange::Hidden(false));
                    let field = format!("[aria-labelledby=plan-{}] textarea", part.section.id);
                    request_animation_frame(move || page::focus_on(&field));
                }),
            )
        };
        let hidden = parts().filter(|part| hidden.split(' ').any(|id| id == part.section.id.as_str()));
        let inside = [
            subheading("hidden", here.say(Word::PlanHidden)),
            soft(here.say(Word::PlanHiddenAbout)),
            list("plain", hidden.map(show)),
        ];
        section("", "hidden", all(inside))
    })
}
