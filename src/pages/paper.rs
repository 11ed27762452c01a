//! Pages that are paper: a few choices, the paper as it prints, and ways to
//! print it or take it away as a file.

use crate::browser::{download, page};
use crate::components::here::Here;
use crate::components::paper::paper;
use crate::components::parts::{
    all, button, choice, choices, element, heading, is_so, link, live, own_link, paragraph, soft, words,
};
use crate::course::{GoalId, ModuleId};
use crate::paper::{Paper, answers, goal, markdown, plan};
use crate::route::Route;
use crate::words::Word;
use leptos::prelude::*;
use std::sync::Arc;

/// A module's exercises, empty or with the learner's words.
pub fn module(here: Here, id: &ModuleId) -> AnyView {
    let Some(module) = here.course.module(id) else {
        return super::nowhere::page(here);
    };
    let filled = RwSignal::new(false);
    let one = |with_words: bool, word| {
        let chosen = is_so(move || filled.get() == with_words);
        choice("radio", "filled".to_owned(), chosen, move |_| filled.set(with_words), words(here.say(word)))
    };
    let both = all([one(false, Word::PaperBlank), one(true, Word::PaperFilled)]);
    let how = choices("settings", words(here.say(Word::PaperHow)), both);
    let back = link("", &Route::Module(id.clone()).href(), module.title.clone());
    let made = move || {
        here.learner.read(|record| answers::module(module, filled.get().then_some(record), here.words))
    };
    page_of(here, Word::OnPaper, back, how, made)
}

/// One goal, for the person or people beside one.
pub fn goal(here: Here, id: &GoalId) -> AnyView {
    let Some(found) = here.learner.read(|record| record.goal(id).cloned()) else {
        return super::nowhere::page(here);
    };
    let with_talks = RwSignal::new(false);
    let tick = choice(
        "checkbox",
        String::new(),
        is_so(move || with_talks.get()),
        move |with| with_talks.set(with),
        words(here.say(Word::GoalPrintTalks)),
    );
    let back = own_link("", &Route::Goal(id.clone()).href(), goal::title(&found, here.words));
    let made = move || goal::paper(&found, with_talks.get(), here.words);
    page_of(here, Word::GoalPrint, back, tick, made)
}

/// The plan, on paper.
pub fn plan(here: Here) -> AnyView {
    let back = link("", &Route::Plan.href(), here.say(Word::Plan));
    let made = move || here.learner.read(|record| plan::paper(here.course, record, here.words));
    page_of(here, Word::PlanPrint, back, all([]), made)
}

/// The learning plan, on paper.
pub fn learning(here: Here) -> AnyView {
    let back = link("", &Route::LearningPlan.href(), here.say(Word::LearningPlan));
    let made = move || {
        let own = here.learner.read(|record| record.learning_plan().cloned()).unwrap_or_default();
        plan::learning(here.course, &own, here.words)
    };
    page_of(here, Word::LearningPrint, back, all([]), made)
}

fn page_of(
    here: Here,
    title: Word,
    back: AnyView,
    how: AnyView,
    made: impl Fn() -> Paper + Send + Sync + 'static,
) -> AnyView {
    all([
        paragraph("module-name", back),
        heading(words(here.say(title))),
        element("div", &[("class", "controls")], how),
        preview(here, move || vec![made()]),
    ])
}

/// The papers, one after the other, and ways to print or save them.
pub fn preview(here: Here, made: impl Fn() -> Vec<Paper> + Send + Sync + 'static) -> AnyView {
    let made: Arc<dyn Fn() -> Vec<Paper> + Send + Sync> = Arc::new(made);
    let to_save = made.clone();
    let text = move || {
        let text: String = untrack(|| to_save()).iter().map(markdown::write).collect();
        download::save("waymark.md", "text/markdown", &text);
    };
    let html = move || download::save("waymark.html", "text/html", &as_page(here));
    let ways = [
        button("", words(here.say(Word::Print)), page::print),
        button("mild", words(here.say(Word::SaveMarkdown)), text),
        button("mild", words(here.say(Word::SaveHtml)), html),
    ];
    let ways = element("div", &[("class", "row")], all(ways));
    let about = soft(here.say(Word::PaperAbout));
    all([
        element("div", &[("class", "controls")], all([ways, about])),
        live(move || all(made().iter().map(|made| paper(made, here.words)))),
    ])
}

/// A page of its own with the paper exactly as it is here. It fetches nothing and
/// runs nothing.
fn as_page(here: Here) -> String {
    format!(
        "<!doctype html>\n<html lang=\"{}\" dir=\"{}\">\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<title>Waymark</title>\n\
         <style>body{{max-width:40rem;margin:2rem auto;padding:0 1rem;font:1.1rem/1.6 system-ui,sans-serif}}\
         svg{{display:none}}table{{border-collapse:collapse}}th,td{{border:1px solid;padding:.3rem .6rem;text-align:start}}\
         .boxes{{list-style:none;padding:0}}.about{{font-weight:bold}}.number{{margin:0 .5rem}}\
         .room>*{{height:2rem;border-bottom:1px solid}}td{{height:2rem}}</style>\n{}\n",
        here.words.language(),
        page::direction(&here.course.language),
        page::html_of(".paper"),
    )
}
