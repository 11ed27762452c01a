//! A certificate that a learner makes for themselves. What is typed is not of the
//! record: it is only in this page, and gone when the page is left.

use crate::browser::page;
use crate::components::field::{Field, Name};
use crate::components::here::Here;
use crate::components::parts::{
    all, button, element, heading, live, moment, nothing, own, paragraph, select, soft, text, words,
};
use crate::components::picture::mark;
use crate::record::LocalDate;
use crate::words::Word;
use leptos::prelude::*;

/// The value that stands for the whole course; no module has it for an id.
const COURSE: &str = "*";

/// What is on the certificate. Free to copy.
#[derive(Clone, Copy)]
struct Said {
    here: Here,
    name: RwSignal<String>,
    of: RwSignal<String>,
    own: RwSignal<String>,
    day: RwSignal<String>,
}

/// `#/certificate`.
pub fn page(here: Here) -> AnyView {
    let empty = || RwSignal::new(String::new());
    let said = Said { here, name: empty(), of: RwSignal::new(COURSE.to_owned()), own: empty(), day: empty() };
    all([
        heading(words(here.say(Word::Certificate))),
        paragraph("lead", words(here.say(Word::CertificateAbout))),
        element("div", &[("class", "controls")], said.controls()),
        live(move || said.paper()),
    ])
}

impl Said {
    fn controls(self) -> AnyView {
        let here = self.here;
        let mut offered = vec![(COURSE.to_owned(), here.say(Word::WorksheetsAll))];
        for module in here.course.modules() {
            offered.push((module.id.to_string(), module.title.clone()));
        }
        let of = self.of;
        all([
            self.field(Word::CertificateName, self.name),
            select(here.say(Word::CertificateFor), &offered, text(move || of.get()), move |one| of.set(one)),
            self.field(Word::CertificateWords, self.own),
            moment("date", here.say(Word::CertificateDay), String::new(), move |day| self.day.set(day)),
            button("", words(here.say(Word::Print)), page::print),
        ])
    }

    fn field(self, name: Word, value: RwSignal<String>) -> AnyView {
        let shown = text(move || value.get());
        let field = Field { name: Name::Label(self.here.say(name)), value: shown, lines: 1 };
        field.view(move |words| value.set(words))
    }

    fn paper(self) -> AnyView {
        let here = self.here;
        let centre = &here.course.welcome().name;
        let of = self.of.with(|of| {
            let module = here.course.modules().find(|module| module.id.as_str() == of);
            module.map_or_else(|| centre.clone(), |module| module.title.clone())
        });
        // Where the course itself is named, it need not be named twice.
        let at = if of == *centre { nothing() } else { paragraph("", words(centre.clone())) };
        let day = self.day.with(|day| LocalDate::typed(day)).map(|day| here.day(day)).unwrap_or_default();
        // Without a name there is a line to write it on.
        let name = match self.name.get() {
            name if name.trim().is_empty() => paragraph("line", nothing()),
            name => paragraph("name", own(name)),
        };
        let inside = [
            mark(),
            name,
            paragraph("", words(here.say(Word::CertificateHas))),
            element("h2", &[], words(of)),
            at,
            paragraph("own", own(self.own.get())),
            paragraph("", words(day)),
            paragraph("line", nothing()),
            soft(here.say(Word::CertificateSign)),
            soft(here.say(Word::CertificateFoot)),
        ];
        element("article", &[("class", "paper certificate")], all(inside))
    }
}
