//! Which files a course consists of: what to fetch next, given what is here already.

use super::centre::{self, Centre};
use super::class::EVERY_CLASS;
use super::contents;
use super::files::{CENTRE, Files, OF_LANGUAGE, path, text_of};
use super::ids::LanguageTag;

/// The files to fetch next for a language, in their order; none once all of them
/// are here or were asked for in vain. Call it until it returns none.
///
/// What it returns depends only on the centre's files and the language: first
/// `centre.md`; then the logo and the language's own files; then, for those that
/// are missing, the ones of the centre's first language; then the modules, and
/// for missing ones again those of the first language.
pub fn next(language: &LanguageTag, files: &Files) -> Vec<String> {
    if files.get(CENTRE).is_none() {
        return vec![CENTRE.to_owned()];
    }
    let centre = centre_of(files);
    let first = centre.first();
    let mut round: Vec<String> = centre.logo.iter().cloned().collect();
    round.extend(OF_LANGUAGE.map(|name| path(language, name)));
    // Each round depends on what the one before it brought.
    if keep_unasked(&mut round, files) {
        return round;
    }
    // Missing words are shown in the English that is compiled into the app.
    for name in OF_LANGUAGE.into_iter().filter(|name| *name != "words.json") {
        round.push(in_language(language, first, name, files, true).0);
    }
    if keep_unasked(&mut round, files) {
        return round;
    }
    let listed = of_modules(language, first, files);
    round.extend(listed.iter().map(|name| path(language, name)));
    if keep_unasked(&mut round, files) {
        return round;
    }
    round.extend(listed.iter().map(|name| in_language(language, first, name, files, true).0));
    keep_unasked(&mut round, files);
    round
}

/// The class notes to fetch next for a language, as [`next`] does for its
/// course. Learners never ask for them: class mode and the check do.
pub fn next_for_class(language: &LanguageTag, files: &Files) -> Vec<String> {
    let centre = centre_of(files);
    let first = centre.first();
    let mut names = vec![class_file(EVERY_CLASS)];
    names.extend(of_modules(language, first, files).iter().map(|module| format!("class/{module}")));
    let mut round: Vec<String> = names.iter().map(|name| path(language, name)).collect();
    if keep_unasked(&mut round, files) {
        return round;
    }
    round.extend(names.iter().map(|name| in_language(language, first, name, files, true).0));
    keep_unasked(&mut round, files);
    round
}

/// The name of the class notes of a module, or of what all classes share.
pub fn class_file(of: &str) -> String {
    format!("class/{of}.md")
}

/// Keeps only what was not asked for yet, and returns whether any is left.
fn keep_unasked(round: &mut Vec<String>, files: &Files) -> bool {
    round.retain(|name| files.get(name).is_none());
    !round.is_empty()
}

/// The centre, read from its file.
pub fn centre_of(files: &Files) -> Centre {
    centre::parse(CENTRE, &text_of(CENTRE, files).0).0
}

/// The file of that name in a language, and the language it is in. That is the centre's
/// `first` language where the file is missing in its own and is there (or `hoped` for)
/// in that.
pub fn in_language(
    language: &LanguageTag,
    first: &LanguageTag,
    name: &str,
    files: &Files,
    hoped: bool,
) -> (String, LanguageTag) {
    let own = path(language, name);
    let other = path(first, name);
    match !files.has(&own) && (hoped || files.has(&other)) {
        true => (other, first.clone()),
        false => (own, language.clone()),
    }
}

/// The names of the module files that a language's contents list, in their order.
fn of_modules(language: &LanguageTag, first: &LanguageTag, files: &Files) -> Vec<String> {
    let (name, _) = in_language(language, first, "course.md", files, false);
    let (stages, _) = contents::parse(&name, &text_of(&name, files).0);
    let modules = stages.iter().flat_map(|stage| &stage.modules);
    modules.map(|module| format!("{}.md", module.id)).collect()
}
