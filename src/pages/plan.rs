//! My plan: the learner's own answers, by section.

use crate::components::here::Here;
use crate::components::parts::{all, element, heading, link, paragraph, section, soft, subheading, words};
use crate::components::prose::prose;
use crate::course::PlanSection;
use crate::record::plan::{self, PlanEntry};
use crate::words::Word;
use leptos::prelude::*;

pub fn page(here: Here) -> AnyView {
    all([
        heading(words(here.say(Word::Plan))),
        paragraph("lead", words(here.say(Word::PlanAbout))),
        all(here.course.plan.iter().map(|section| section_view(here, section))),
    ])
}

fn section_view(here: Here, of: &PlanSection) -> AnyView {
    let entries = here.learner.read(|record| plan::entries(&of.id, here.course, record));
    let filled = match entries.is_empty() {
        true => soft(here.say(Word::PlanNothing)),
        false => all(entries.into_iter().map(|entry| entry_view(here, entry))),
    };
    let about = element("div", &[("class", "soft")], prose(&of.blocks));
    let id = format!("plan-{}", of.id);
    section("plan-section", &id, all([subheading(&id, of.title.clone()), about, filled]))
}

fn entry_view(here: Here, entry: PlanEntry) -> AnyView {
    let from = here.words.fill(Word::PlanFrom, &[("module", &here.module_title(&entry.from))]);
    let from = paragraph("soft", link("", &here.href_of(&entry.from), from));
    let lines = entry.lines.into_iter().map(|line| paragraph("", words(line)));
    element("div", &[("class", "own-words")], all(lines.chain([from])))
}
