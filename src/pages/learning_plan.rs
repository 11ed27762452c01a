//! My learning plan: the modules one is drawn to, in one's own order.

use crate::browser::page;
use crate::components::beside::beside;
use crate::components::field::{Field, Name};
use crate::components::here::Here;
use crate::components::kept::kept_line_if_any;
use crate::components::parts::{
    all, button, element, heading, is_so, item, link, list, live, nothing, paragraph, section, sign, soft,
    subheading, take_away, text, when, words,
};
use crate::course::{Module, ModuleId};
use crate::record::{Change, Key, LearningChange, LearningPlan};
use crate::route::Route;
use crate::words::Word;
use leptos::prelude::*;

pub fn page(here: Here) -> AnyView {
    // The ids in order, as a text, so that writing a reason rebuilds no row.
    let order = text(move || read(here, ids));
    let rows = live(move || {
        let order = order.get();
        let ids: Vec<ModuleId> = order.split_whitespace().filter_map(ModuleId::new).collect();
        let row = |(at, id): (usize, &ModuleId)| row(here, at, ids.len(), id);
        match ids.is_empty() {
            true => soft(here.say(Word::LearningNone)),
            false => element("ol", &[("class", "order learning")], all(ids.iter().enumerate().map(row))),
        }
    });
    let kept = here.learner.kept(Key::LearningPlan);
    let reasons = text(move || read(here, reasons));
    let is_written = is_so(move || order.with(|order| !order.is_empty()));
    all([
        heading(words(here.say(Word::LearningPlan))),
        paragraph("lead", words(here.say(Word::LearningAbout))),
        rows,
        kept_line_if_any(kept, reasons, here.words),
        beside(here, Key::LearningPlan),
        when(is_written, move || {
            paragraph("", link("alone", &Route::LearningPaper.href(), here.say(Word::LearningPrint)))
        }),
        others(here, order),
    ])
}

/// A part of the learning plan, if there is one.
fn read<T: Default>(here: Here, read: impl FnOnce(&LearningPlan) -> T) -> T {
    here.learner.read(|record| record.learning_plan().map(read).unwrap_or_default())
}

fn ids(own: &LearningPlan) -> String {
    own.modules.iter().map(|drawn| format!("{} ", drawn.id)).collect()
}

fn reasons(own: &LearningPlan) -> String {
    own.modules.iter().map(|drawn| format!("{}\n{}\n", drawn.title, drawn.why)).collect()
}

/// Whether a module is in the learning plan.
pub fn has(here: Here, id: &ModuleId) -> bool {
    read(here, |own| own.place(id).is_some())
}

/// The title of a module, or the one it had where the module is gone.
fn title_of(here: Here, id: &ModuleId) -> String {
    here.course.module(id).map_or_else(
        || {
            untrack(|| read(here, |own| own.place(id).map(|at| own.modules[at].title.clone())))
                .unwrap_or_default()
        },
        |module| module.title.clone(),
    )
}

fn row(here: Here, at: usize, of: usize, id: &ModuleId) -> AnyView {
    let title = title_of(here, id);
    let change = move |change| here.learner.change(Change::LearningPlan(change));
    let named = |word| here.words.fill(word, &[("words", &title)]);
    let shift = |mark: &'static str, word: Word, to: usize| {
        let button_id = format!("{}-{id}", if to == at + 1 { "down" } else { "up" });
        let (id, focus) = (id.clone(), format!("#{button_id}"));
        let press = sign(mark, named(word), move || {
            if to < of {
                change(LearningChange::Move(id.clone(), to));
                let focus = focus.clone();
                // The list is rebuilt: the focus follows the module.
                request_animation_frame(move || page::focus_in(&focus));
            }
        });
        element("span", &[("id", &button_id)], press)
    };
    let up = shift("↑", Word::OrderUp, at.wrapping_sub(1));
    let down = shift("↓", Word::OrderDown, at + 1);
    let forgotten = id.clone();
    let away = take_away(named(Word::TakeAway), move || {
        change(LearningChange::Forget(forgotten.clone()));
        request_animation_frame(|| page::focus_on(".learning button, [aria-labelledby=others] button"));
    });
    let to = link("", &Route::Module(id.clone()).href(), title.clone());
    let signs = element("span", &[("class", "signs")], all([up, down, away]));
    let head = element("div", &[("class", "line-of-two")], all([to, signs]));
    item("card", all([head, why(here, id)]))
}

fn why(here: Here, id: &ModuleId) -> AnyView {
    let (own_id, written) = (id.clone(), id.clone());
    let value = text(move || {
        read(here, |own| own.place(&own_id).map(|at| own.modules[at].why.clone()).unwrap_or_default())
    });
    let field = Field { name: Name::Label(here.say(Word::LearningWhy)), value, lines: 1 };
    field.view(move |words| {
        here.learner.change(Change::LearningPlan(LearningChange::Why(written.clone(), words)));
    })
}

/// The modules that are not in it yet.
fn others(here: Here, order: Memo<String>) -> AnyView {
    live(move || {
        let known = order.get();
        let is_known = |module: &&Module| known.split(' ').any(|id| id == module.id.as_str());
        let others = here.course.modules().filter(|module| !is_known(module));
        let row = |module: &'static Module| {
            let title = link("alone", &Route::Module(module.id.clone()).href(), module.title.clone());
            let about = paragraph("", words(module.summary.clone()));
            item("card", all([title, about, add(here, module)]))
        };
        let rows: Vec<AnyView> = others.map(row).collect();
        if rows.is_empty() {
            return nothing();
        }
        let inside = [subheading("others", here.say(Word::LearningOthers)), list("cards", rows)];
        section("", "others", all(inside))
    })
}

/// A button that puts a module into the learning plan.
pub fn add(here: Here, module: &'static Module) -> AnyView {
    let name = element("span", &[("class", "heard")], words(format!(" – {}", module.title)));
    button("quiet", all([words(here.say(Word::LearningAdd)), name]), move || {
        let add = LearningChange::Add(module.id.clone(), module.title.clone());
        here.learner.change(Change::LearningPlan(add));
        let (row, link) = (format!("#up-{} button", module.id), "#learning a");
        request_animation_frame(move || page::focus_on(&format!("{row}, {link}")));
    })
}
