//! The pages of the site, one file for each.

mod about;
mod apart;
mod card;
mod certificate;
mod check;
mod class;
mod data;
mod goal;
mod goals;
mod help;
mod home;
mod journal;
mod learning_plan;
mod locked;
#[cfg(feature = "looks")]
mod looks;
mod module;
mod modules;
mod nowhere;
mod paper;
mod pause;
mod plan;
mod private;
mod settings;
mod shared;
mod sheet;
mod step;
mod worksheets;
mod write;

use crate::components::here::Here;
use crate::route::Route;
use crate::words::Word;
pub use apart::page as other_mode;
pub use locked::page as locked;

use leptos::prelude::*;

/// The page of a route, with its heading in an `h1`.
pub fn page(route: &Route, here: Here) -> AnyView {
    match route {
        Route::Home => home::page(here),
        Route::Modules => modules::page(here),
        Route::Module(id) => module::page(here, id),
        Route::Step(id, step) => step::page(here, id, *step),
        Route::ModulePaper(id) => paper::module(here, id),
        Route::Goals => goals::page(here),
        Route::Goal(id) => goal::page(here, id),
        Route::GoalPaper(id) => paper::goal(here, id),
        Route::Plan => plan::page(here),
        Route::PlanPaper => paper::plan(here),
        Route::Card => card::page(here),
        Route::LearningPlan => learning_plan::page(here),
        Route::LearningPaper => paper::learning(here),
        Route::Sheet => sheet::page(here),
        Route::Journal => journal::page(here),
        Route::About => about::page(here),
        Route::Help => help::page(here),
        Route::Pause => pause::page(here),
        Route::Settings => settings::page(here),
        Route::Data => data::page(here),
        Route::Private => private::page(here),
        Route::Check => check::page(here),
        Route::Write => write::page(here),
        Route::Class => class::page(here),
        Route::ClassPlan(id) => class::plan(here, id),
        Route::ClassScreen(id, part) => class::screen(here, id, *part),
        Route::ClassNotes(id) => class::notes(here, id),
        Route::Worksheets(of) => worksheets::page(here, of.as_ref()),
        Route::Certificate => certificate::page(here),
        Route::Shared(to) => shared::page(here, to.as_ref()),
        #[cfg(feature = "looks")]
        Route::Looks => looks::page(here),
        Route::Nowhere => nowhere::page(here),
    }
}

/// The title of a page, for the tab.
pub fn title(route: &Route, here: Here) -> String {
    let module = |id| here.course.module(id);
    match route {
        Route::Home => here.course.welcome().name.clone(),
        Route::Modules => here.say(Word::Modules),
        Route::Module(id)
        | Route::ModulePaper(id)
        | Route::ClassPlan(id)
        | Route::ClassScreen(id, _)
        | Route::ClassNotes(id) => {
            module(id).map_or_else(|| here.say(Word::Nowhere), |module| module.title.clone())
        }
        Route::Step(id, step) => {
            let found = module(id).and_then(|module| module.steps.get(step - 1));
            found.map_or_else(|| here.say(Word::Nowhere), |step| step.title.clone())
        }
        // A goal's words are the learner's own: not for the tab, the history, or a projector.
        Route::Goals | Route::Goal(_) | Route::GoalPaper(_) => here.say(Word::Goals),
        Route::Card => here.say(Word::Card),
        Route::LearningPlan | Route::LearningPaper => here.say(Word::LearningPlan),
        Route::Sheet => here.say(Word::Sheet),
        Route::Plan | Route::PlanPaper => here.say(Word::Plan),
        Route::Journal => here.say(Word::Journal),
        Route::About => here
            .course
            .about
            .as_ref()
            .map_or_else(|| here.say(Word::Nowhere), |(about, _)| about.title.clone()),
        Route::Help => here.say(Word::Help),
        Route::Pause => here.say(Word::Pause),
        Route::Settings => here.say(Word::Settings),
        Route::Data => here.say(Word::Data),
        Route::Private => here.say(Word::Private),
        Route::Check => here.say(Word::Check),
        Route::Write => here.say(Word::Write),
        Route::Class => here.say(Word::Class),
        Route::Worksheets(_) => here.say(Word::Worksheets),
        Route::Certificate => here.say(Word::Certificate),
        Route::Shared(_) => here.say(Word::Shared),
        #[cfg(feature = "looks")]
        Route::Looks => "Looks".to_owned(),
        Route::Nowhere => here.say(Word::Nowhere),
    }
}
