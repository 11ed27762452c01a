//! The modules of a course in one table.

use super::{module, read};
use crate::folder;
use std::path::Path;
use waymark::course::{Course, Module};

/// The modules of each language, as a Markdown table: words, grade, exercises,
/// kinds, and what they put into the plan.
pub fn table(at: &Path) -> String {
    let mut rows = vec![
        "| module | words | grade | steps | exercises | kinds | minutes | feeds the plan |".to_owned(),
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: | --- |".to_owned(),
    ];
    for welcome in folder::centre(at).languages {
        let course = read(at, &welcome.language);
        let own: Vec<&Module> = course.modules().filter(|one| one.language == course.language).collect();
        rows.extend(own.iter().map(|module| row(module)));
        rows.push(sum(&course, &own));
    }
    rows.join("\n")
}

fn row(module: &Module) -> String {
    let count = module::count(module);
    let mut sections: Vec<String> =
        module.exercises().filter_map(|exercise| exercise.plan.as_ref()).map(ToString::to_string).collect();
    sections.sort();
    sections.dedup();
    cells(&[
        format!("{}/{}", module.language, module.id),
        count.map_or_else(String::new, |count| count.words.to_string()),
        count.and_then(crate::reading::Count::grade).map_or_else(String::new, |grade| format!("{grade:.1}")),
        module.steps.len().to_string(),
        module.exercises().count().to_string(),
        module::kinds(module).len().to_string(),
        module.minutes.map_or_else(String::new, |minutes| minutes.to_string()),
        sections.join(", "),
    ])
}

fn sum(course: &Course, own: &[&Module]) -> String {
    let words: usize = own.iter().filter_map(|module| module::count(module)).map(|count| count.words).sum();
    let exercises: usize = own.iter().map(|module| module.exercises().count()).sum();
    let steps: usize = own.iter().map(|module| module.steps.len()).sum();
    let minutes: u32 = own.iter().map(|module| u32::from(module.minutes.unwrap_or_default())).sum();
    let words = if words == 0 { String::new() } else { words.to_string() };
    cells(&[
        format!("{}: {} modules", course.language, own.len()),
        words,
        String::new(),
        steps.to_string(),
        exercises.to_string(),
        String::new(),
        minutes.to_string(),
        String::new(),
    ])
}

fn cells(cells: &[String]) -> String {
    format!("| {} |", cells.join(" | "))
}
