//! What a centre wrote: its course files, read into a `Course` and a list of problems.
//!
//! ```text
//! centre.md            Centre      name, welcome, languages, where leaving leads
//! exercises.md         Former      every exercise it has ever had; for the check alone
//! <language>/
//!   about.md           About       how it was made; may be left out
//!   course.md          Stage       the contents
//!   plan.md            PlanSection
//!   help.md            Help
//!   <module>.md        Module  >  Step  >  Part  =  Block | Exercise
//! ```
//!
//! **Reading never fails.** Each file gives what could be read and a list of
//! [`Problem`]s, and one bad file never takes the others down. A course holds
//! no answers: those are in the record, joined to it by [`AnswerId`].

#[macro_use]
mod named;

pub mod about;
pub mod centre;
mod choices;
pub mod class;
pub mod colour;
pub mod contents;
pub mod exercise;
mod exercise_options;
mod exercise_parse;
pub mod files;
pub mod former;
mod front_matter;
pub mod help;
pub mod ids;
mod left_out;
mod markdown;
pub mod module;
mod phone;
pub mod plan_sections;
pub mod problem;
mod sections;
pub mod text;
pub mod utf8;
pub mod wanted;

pub use about::About;
pub use centre::{Centre, Welcome};
pub use class::{ClassNotes, ClassPart, Shows};
pub use contents::Stage;
pub use exercise::{Choice, Exercise, Kind, KindName, Scale, Way, Wheel};
pub use files::{File, Files, LONGEST_FILE};
pub use former::Former;
pub use help::{Help, HelpPlace};
pub use ids::{
    AnswerId, ChoiceId, ExerciseId, GoalId, ItemId, LanguageTag, ModuleId, NoteId, SectionId, SpaceId,
    StageId,
};
pub use module::{Module, Part, Step};
pub use plan_sections::PlanSection;
pub use problem::{Problem, Problems, Trouble};
pub use text::{Block, Span, Target};

/// A whole course in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Course {
    /// Who offers it.
    pub centre: Centre,
    /// The language it is read in.
    pub language: LanguageTag,
    /// The language of the contents: a different one where this one has none.
    pub contents_language: LanguageTag,
    /// The stages, in the order suggested.
    pub stages: Vec<Stage>,
    /// The language of the plan's sections.
    pub plan_language: LanguageTag,
    /// The sections of the plan.
    pub plan: Vec<PlanSection>,
    /// Exercises it has no more, and the sections they fed.
    pub former: Vec<Former>,
    /// The language of the helplines.
    pub help_language: LanguageTag,
    /// Where to turn.
    pub help: Help,
    /// How it was made, if there is such a page, and which language that is in.
    pub about: Option<(About, LanguageTag)>,
    /// What is wrong in its files.
    pub problems: Vec<Problem>,
    modules: Vec<Module>,
}

impl Course {
    /// Puts a course together from its files. What is missing in the language
    /// is taken from the centre's first one.
    ///
    /// ```
    /// use waymark_course::{Course, File, Files, LanguageTag};
    ///
    /// let mut files = Files::default();
    /// for (name, text) in [
    ///     ("centre.md", "---\nleave: https://example.org/\n---\n# Our College {#en}\n"),
    ///     ("en/course.md", "# Starting {#start}\n\n- [A cup of tea](tea.md)\n- [Not here](gone.md)\n"),
    ///     ("en/tea.md", "---\ntitle: A cup of tea\nsummary: Small comforts.\n---\n## Water\n\nBoil some.\n"),
    /// ] {
    ///     files.insert(name, File::Here(text.as_bytes().to_vec()));
    /// }
    /// let course = Course::read(&LanguageTag::english(), &files);
    /// assert_eq!(course.welcome().name, "Our College");
    /// assert_eq!(course.modules().map(|module| &*module.title).collect::<Vec<_>>(), ["A cup of tea"]);
    /// // What could not be read is reported, and takes nothing else with it.
    /// assert!(course.problems.iter().any(|problem| problem.file == "en/course.md"));
    /// ```
    pub fn read(language: &LanguageTag, files: &Files) -> Self {
        let first = wanted::centre_of(files).first().clone();
        let mut reader = Reader { files, language, first, problems: Vec::new() };
        let centre = reader.read(files::CENTRE, centre::parse);
        let (stages, contents_language) = reader.read_own("course.md", contents::parse);
        let ((plan, former), plan_language) = reader.read_own("plan.md", plan_sections::parse);
        let (help, help_language) = reader.read_own("help.md", help::parse);
        let about = reader.about();
        let mut modules = Vec::new();
        for stage in &stages {
            for listed in &stage.modules {
                modules.extend(reader.module(stage, listed, &contents_language));
            }
        }
        let mut course = Self {
            centre,
            language: language.clone(),
            contents_language,
            stages,
            plan_language,
            plan,
            former,
            help_language,
            help,
            about,
            problems: reader.problems,
            modules,
        };
        course.leave_out_missing();
        left_out::unlink(&mut course);
        course.check_joins();
        course
    }

    /// The module with that id, if the course has it.
    pub fn module(&self, id: &ModuleId) -> Option<&Module> {
        self.modules.iter().find(|module| module.id == *id)
    }

    /// The modules of one stage, in order.
    pub fn modules_of<'a>(&'a self, stage: &'a Stage) -> impl Iterator<Item = &'a Module> {
        stage.modules.iter().filter_map(|listed| self.module(&listed.id))
    }

    /// Every module, in the order suggested.
    pub fn modules(&self) -> impl Iterator<Item = &Module> {
        self.stages.iter().flat_map(|stage| self.modules_of(stage))
    }

    /// The stage a module is listed under.
    pub fn stage_of(&self, id: &ModuleId) -> Option<&Stage> {
        self.stages.iter().find(|stage| stage.modules.iter().any(|listed| listed.id == *id))
    }

    /// The exercise an answer belongs to, if it is still there.
    pub fn exercise(&self, id: &AnswerId) -> Option<&Exercise> {
        self.module(&id.module)?.exercise(&id.exercise)
    }

    /// The section of the plan that an exercise fed which the course has no more.
    pub fn former_section(&self, id: &AnswerId) -> Option<&SectionId> {
        self.former.iter().find(|former| former.id == *id)?.section.as_ref()
    }

    /// The centre's name and greeting in this course's language.
    pub fn welcome(&self) -> &Welcome {
        self.centre.welcome(&self.language)
    }

    /// The path of a module's file, as problems name it.
    pub fn file_of(&self, id: &ModuleId) -> String {
        let language = self.module(id).map_or(&self.language, |module| &module.language);
        files::path(language, &format!("{id}.md"))
    }

    fn leave_out_missing(&mut self) {
        for stage in &mut self.stages {
            stage.modules.retain(|listed| self.modules.iter().any(|module| module.id == listed.id));
        }
    }

    /// Checks what joins one file to another.
    fn check_joins(&mut self) {
        let mut found = Vec::new();
        for module in &self.modules {
            let mut problems = Problems::of(&self.file_of(&module.id));
            self.check_stage(module, &mut problems);
            found.extend(problems.into_vec());
            found.extend(self.problems_of(module));
        }
        self.problems.extend(found);
    }

    /// What a module's exercises name although the course does not have it. The module
    /// need not be part of the course yet.
    pub fn problems_of(&self, module: &Module) -> Vec<Problem> {
        let mut problems = Problems::of(&files::path(&module.language, &format!("{}.md", module.id)));
        for exercise in module.exercises() {
            self.check_exercise(exercise, module, &mut problems);
        }
        problems.into_vec()
    }

    fn check_stage(&self, module: &Module, problems: &mut Problems) {
        if let (Some(said), Some(listed)) = (&module.stage, self.stage_of(&module.id))
            && *said != listed.id
        {
            problems.note(1, Trouble::StageDiffers, listed.id.as_str());
        }
    }

    fn check_exercise(&self, exercise: &Exercise, own: &Module, problems: &mut Problems) {
        if let Some(section) = &exercise.plan
            && !self.plan.iter().any(|known| known.id == *section)
        {
            problems.note(exercise.line, Trouble::SectionUnknown, section.as_str());
        }
        for earlier in &exercise.earlier {
            let module = if earlier.module == own.id { Some(own) } else { self.module(&earlier.module) };
            let trouble = match module {
                Some(module) if module.exercise(&earlier.exercise).is_some() => continue,
                Some(_) => Trouble::EarlierUnknown,
                // A centre may leave modules out, and a new language has few.
                None => Trouble::EarlierAway,
            };
            let what = match trouble {
                Trouble::EarlierAway => earlier.module.to_string(),
                _ => earlier.to_string(),
            };
            problems.note(exercise.line, trouble, &what);
        }
    }
}

struct Reader<'a> {
    files: &'a Files,
    language: &'a LanguageTag,
    first: LanguageTag,
    problems: Vec<Problem>,
}

impl Reader<'_> {
    fn read<T>(&mut self, name: &str, parse: impl Fn(&str, &str) -> (T, Vec<Problem>)) -> T {
        let (text, problems) = files::text_of(name, self.files);
        let unread = problems.into_vec();
        let (read, problems) = parse(name, &text);
        // A missing file is one problem, not one for each line it would have had.
        self.problems.extend(if unread.is_empty() { problems } else { unread });
        read
    }

    /// A file of the language, or that of the centre's first one.
    fn read_own<T>(
        &mut self,
        name: &str,
        parse: impl Fn(&str, &str) -> (T, Vec<Problem>),
    ) -> (T, LanguageTag) {
        let (path, language) = self.in_language(name);
        (self.read(&path, parse), language)
    }

    /// The page about the course. It may be missing without being a problem.
    fn about(&mut self) -> Option<(About, LanguageTag)> {
        let (path, _) = wanted::in_language(self.language, &self.first, files::ABOUT, self.files, false);
        let is_there = !matches!(self.files.get(&path), None | Some(File::Missing));
        is_there.then(|| self.read_own(files::ABOUT, about::parse))
    }

    fn in_language(&mut self, name: &str) -> (String, LanguageTag) {
        let (path, language) = wanted::in_language(self.language, &self.first, name, self.files, false);
        if language != *self.language {
            let mut problems = Problems::of(&files::path(self.language, name));
            problems.note(1, Trouble::TranslationMissing, language.as_str());
            self.problems.extend(problems.into_vec());
        }
        (path, language)
    }

    fn module(
        &mut self,
        stage: &Stage,
        listed: &contents::Listed,
        contents_language: &LanguageTag,
    ) -> Option<Module> {
        let (name, _) = self.in_language(&format!("{}.md", listed.id));
        if matches!(self.files.get(&name), None | Some(File::Missing)) {
            let mut problems = Problems::of(&files::path(contents_language, "course.md"));
            problems.note(listed.line, Trouble::FileMissing, &name);
            self.problems.extend(problems.into_vec());
            return None;
        }
        let (text, problems) = files::text_of(&name, self.files);
        let unread = problems.into_vec();
        if !unread.is_empty() {
            self.problems.extend(unread);
            return None;
        }
        let (mut module, problems) = module::parse(listed.id.clone(), &name, &text);
        self.problems.extend(problems);
        if module.title == listed.id.as_str() && !listed.title.is_empty() {
            module.title.clone_from(&listed.title);
        }
        module.stage.get_or_insert_with(|| stage.id.clone());
        Some(module)
    }
}

#[cfg(test)]
mod tests;
