//! The class notes of one module: how long the session is, and both voices.

use std::ops::RangeInclusive;
use std::path::Path;
use waymark::course::files;
use waymark::course::wanted;
use waymark::course::{ClassNotes, Module, Shows, class};

const MINUTES: RangeInclusive<u16> = 60..=90;

/// What is not as it is meant to be; empty where there are no notes.
pub fn sentences(at: &Path, module: &Module) -> Vec<String> {
    let file = files::path(&module.language, &wanted::class_file(module.id.as_str()));
    let Ok(text) = std::fs::read_to_string(at.join(&file)) else {
        return Vec::new();
    };
    let (notes, _) = class::parse(module.id.clone(), &file, &text);
    problems(&notes).into_iter().map(|(line, sentence)| format!("{file}:{line}: {sentence}")).collect()
}

fn problems(notes: &ClassNotes) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    if !MINUTES.contains(&notes.minutes) {
        found.push((1, format!("The session takes {} minutes, where 60 to 90 are intended.", notes.minutes)));
    }
    if notes.materials.is_empty() {
        found.push((1, "It does not say what to bring: `materials: Paper; pens`.".to_owned()));
    }
    let shows = |place: Option<&waymark::course::ClassPart>, id: &str| {
        place.is_some_and(|part| matches!(&part.shows, Shows::Shared(shared) if shared == id))
    };
    if !shows(notes.parts.first(), "agreement") {
        found.push((1, "The first part does not show the group agreement (`show: agreement`).".to_owned()));
    }
    if !shows(notes.parts.last(), "closing") {
        found.push((1, "The last part does not show the closing round (`show: closing`).".to_owned()));
    }
    for part in &notes.parts {
        if part.peer.is_empty() && part.professional.is_empty() {
            found.push((part.line, format!("“{}” gives neither voice anything to do.", part.title)));
        }
    }
    found
}
