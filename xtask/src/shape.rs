//! Whether the modules of a course have the shape they are meant to have: how long
//! they are, how hard to read, what they ask, and what goes with hard subjects.
//! (The page `#/check` reports what is wrong with files; this is for those who write.)

mod class;
pub mod module;
mod table;

use std::collections::BTreeSet;
use std::path::Path;
use waymark::course::{Course, KindName, LanguageTag, Module};

use crate::folder;
pub use table::table;

/// What is not as it is meant to be, one line each: the file, its line, a sentence.
pub fn sentences(at: &Path) -> Vec<String> {
    let mut found = Vec::new();
    for (place, welcome) in folder::centre(at).languages.iter().enumerate() {
        let course = read(at, &welcome.language);
        for module in course.modules().filter(|module| module.language == course.language) {
            found.extend(module::sentences(at, module));
            found.extend(class::sentences(at, module));
        }
        // Other languages may have begun with a few modules.
        if place == 0 {
            found.extend(of_course(&course));
        }
    }
    found
}

/// The course in a language, without its class notes.
fn read(at: &Path, language: &LanguageTag) -> Course {
    Course::read(language, &folder::files(at, language))
}

/// What the course as a whole should have.
fn of_course(course: &Course) -> Vec<String> {
    let language = &course.language;
    let mut found = Vec::new();
    for section in &course.plan {
        let is_fed = |id: Option<&waymark::course::SectionId>| id == Some(&section.id);
        if !course.modules().flat_map(Module::exercises).any(|e| is_fed(e.plan.as_ref())) {
            found.push(format!(
                "{language}/plan.md:1: No exercise puts anything into “{}”. Give one `:plan: {}`.",
                section.title, section.id
            ));
        }
    }
    let used: BTreeSet<KindName> =
        course.modules().flat_map(Module::exercises).map(|e| e.kind.name()).collect();
    for kind in KindName::ALL.iter().filter(|kind| !used.contains(kind)) {
        found.push(format!(
            "{language}/course.md:1: No module has an exercise of the kind `{}`.",
            kind.name()
        ));
    }
    found
}

#[cfg(test)]
mod tests;
