//! A sheet to share: whom it is for, what goes on it, and how it prints. Nothing is
//! ticked at first, and the ticks are kept nowhere.

use super::paper::preview;
use crate::browser::{page, random};
use crate::components::here::Here;
use crate::components::parts::{
    all, button, choice, choices, element, heading, is_so, item, list, live, nothing, own, paragraph, soft,
    unfolding, words,
};
use crate::course::AnswerId;
use crate::course::text::plain_blocks;
use crate::paper::sheet::{self, Audience, Of, Part};
use crate::paper::{Paper, Piece};
use crate::record::Record;
use crate::words::Word;
use leptos::prelude::*;

/// How many parts of a group are shown at first, so that thousands of entries
/// keep nobody waiting.
const SHOWN: usize = 50;

/// What was chosen.
#[derive(Clone, Copy)]
struct Choosing {
    here: Here,
    /// The name of the audience; empty until one is chosen.
    whom: RwSignal<String>,
    /// Everything there is to tick, in the order it has on the sheet.
    offered: StoredValue<Vec<Part>>,
    ticked: StoredValue<Vec<Part>>,
    /// Goes up when something is ticked or unticked.
    changed: RwSignal<u32>,
}

pub fn page(here: Here) -> AnyView {
    let offered = here.learner.read(|record| sheet::offered(here.course, record));
    let at = Choosing {
        here,
        whom: RwSignal::new(String::new()),
        offered: StoredValue::new(offered.clone()),
        ticked: StoredValue::new(Vec::new()),
        changed: RwSignal::new(0),
    };
    let about = [heading(words(here.say(Word::Sheet))), paragraph("lead", words(here.say(Word::SheetAbout)))];
    if offered.is_empty() {
        return all([all(about), soft(here.say(Word::SheetNothing))]);
    }
    let controls = element("div", &[("class", "controls")], all([whom(at), what(at, offered)]));
    all([all(about), controls, preview(here, move || vec![at.paper()])])
}

impl Choosing {
    fn paper(self) -> Paper {
        let here = self.here;
        let today = here.day(here.today.get());
        self.changed.track();
        let ticked = self.ticked.get_value();
        let in_order = self.offered.with_value(|offered| {
            let is_ticked = |part: &&Part| ticked.contains(part);
            offered.iter().filter(is_ticked).cloned().collect::<Vec<_>>()
        });
        let mut paper = here.learner.read(|record| {
            let of = Of { course: here.course, record, words: here.words };
            sheet::paper(&in_order, Audience::from_name(&self.whom.get()), &today, of)
        });
        if in_order.is_empty() {
            paper.pieces.push(Piece::Soft(here.say(Word::SheetEmpty)));
        }
        paper
    }

    fn tick(self, part: &Part, with: bool) {
        self.ticked.update_value(|ticked| {
            ticked.retain(|known| known != part);
            if with {
                ticked.push(part.clone());
            }
        });
        self.changed.update(|times| *times += 1);
    }
}

fn whom(at: Choosing) -> AnyView {
    let one = |audience: &Audience| {
        let audience = *audience;
        let chosen = is_so(move || at.whom.with(|whom| whom == audience.name()));
        let choose = move |_| at.whom.set(audience.name().to_owned());
        choice("radio", "whom".to_owned(), chosen, choose, words(at.here.say(sheet::audience_word(audience))))
    };
    let about = live(move || match Audience::from_name(&at.whom.get()) {
        Some(audience) => soft(at.here.say(about_word(audience))),
        None => nothing(),
    });
    let each = all(Audience::ALL.iter().map(one));
    choices("settings", words(at.here.say(Word::SheetFor)), all([each, about]))
}

const fn about_word(audience: Audience) -> Word {
    match audience {
        Audience::Friend => Word::SheetFriendAbout,
        Audience::Doctor => Word::SheetDoctorAbout,
        Audience::Advocate => Word::SheetAdvocateAbout,
        Audience::Class => Word::SheetClassAbout,
        Audience::Myself => Word::SheetMyselfAbout,
    }
}

/// What can be ticked, by where it was written.
fn what(at: Choosing, offered: Vec<Part>) -> AnyView {
    let here = at.here;
    let mut groups: Vec<(String, Vec<Part>)> = Vec::new();
    for part in offered {
        let title = group_title(here, &part);
        match groups.iter_mut().find(|(known, _)| *known == title) {
            Some((_, parts)) => parts.push(part),
            None => groups.push((title, vec![part])),
        }
    }
    let group = |(title, parts): (String, Vec<Part>)| unfolding("", title, move || group(at, &parts));
    choices("settings", words(here.say(Word::SheetWhat)), all(groups.into_iter().map(group)))
}

fn group_title(here: Here, part: &Part) -> String {
    match part {
        Part::Plan(_) => here.say(Word::Plan),
        Part::LearningPlan => here.say(Word::LearningPlan),
        Part::Goal(_) | Part::Talks(_) => here.say(Word::Goals),
        Part::Answer(id) => here.module_title(&id.module),
        Part::Note(_) => here.say(Word::JournalNote),
    }
}

fn group(at: Choosing, parts: &[Part]) -> AnyView {
    let whole = RwSignal::new(parts.len() <= SHOWN);
    let parts = parts.to_vec();
    let id = format!("group-{}", random::item_id());
    let boxes = format!("#{id} input");
    let inside = live(move || {
        let shown = if whole.get() { parts.len() } else { SHOWN };
        let rows = list("choices", parts[..shown].iter().map(|part| row(at, part)));
        let more = match whole.get() {
            true => nothing(),
            false => {
                let boxes = boxes.clone();
                button("quiet", words(at.here.say(Word::JournalMore)), move || {
                    whole.set(true);
                    let boxes = boxes.clone();
                    // On the next frame they are there; one continues where the list ended.
                    request_animation_frame(move || page::focus_at(&boxes, SHOWN));
                })
            }
        };
        all([rows, more])
    });
    element("div", &[("id", &id)], inside)
}

fn row(at: Choosing, part: &Part) -> AnyView {
    let (this, put) = (part.clone(), part.clone());
    let chosen = is_so(move || {
        at.changed.track();
        at.ticked.with_value(|ticked| ticked.contains(&this))
    });
    let tick = move |with| at.tick(&put, with);
    item("", choice("checkbox", String::new(), chosen, tick, own(name(at.here, part))))
}

/// What a part is called where it is ticked: enough to know it by.
fn name(here: Here, part: &Part) -> String {
    let title = |record: &Record| {
        let of = Of { course: here.course, record, words: here.words };
        let title = sheet::title(part, of);
        match part {
            Part::Answer(id) => question(here, record, id).unwrap_or(title),
            Part::Note(id) => {
                let first = record.note(id).and_then(|note| note.words.lines().next());
                let first: String = first.unwrap_or_default().chars().take(60).collect();
                format!("{title} – {first}")
            }
            _ => title,
        }
    };
    untrack(|| here.learner.read(title))
}

/// The first line of the question as it is now, or as it was.
fn question(here: Here, record: &Record, id: &AnswerId) -> Option<String> {
    let now = here.course.exercise(id).map(|exercise| plain_blocks(&exercise.question));
    let question = now.or_else(|| Some(record.answer(id)?.question.clone()))?;
    question.lines().next().map(str::to_owned)
}
