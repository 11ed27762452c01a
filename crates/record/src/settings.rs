//! How a learner likes to read, and where they were.

use super::date::LocalDate;
use super::preference::Preference;
use super::saved::{Fields, Form, Other, Read};
use course::{LanguageTag, ModuleId};

/// How a learner likes to read.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Settings {
    /// The language they chose, if they have.
    pub language: Option<LanguageTag>,
    /// When a backup file was last saved from this browser.
    pub backed_up: Option<LocalDate>,
    /// Preferences by name, and fields a newer Waymark wrote.
    pub other: Other,
}

impl Settings {
    /// What the learner chose for a preference.
    pub fn preference(&self, about: Preference) -> &'static str {
        let kept = self.other.get(about.name()).and_then(|kept| kept.as_str());
        about.choice(kept.unwrap_or_default())
    }

    /// Chooses a preference.
    pub fn prefer(&mut self, about: Preference, choice: &str) {
        self.other.insert(about.name().to_owned(), about.choice(choice).into());
    }
}

impl Form for Settings {
    fn read(mut fields: Fields) -> Read<Self> {
        Ok(Self {
            language: fields.maybe("language", LanguageTag::new)?,
            backed_up: fields.maybe("backed_up", LocalDate::parse)?,
            other: fields.rest(),
        })
    }

    fn write(&self) -> Fields {
        let mut fields = Fields::with(&self.other);
        fields.put_shown("language", self.language.as_ref().map(|tag| tag as _));
        fields.put_shown("backed_up", self.backed_up.as_ref().map(|day| day as _));
        fields
    }
}

/// Where a learner was, so that they can continue there.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Place {
    /// The module they opened last.
    pub last: Option<ModuleId>,
    /// The step they opened last in each module, from 1.
    steps: Other,
    /// Fields a newer Waymark wrote.
    pub other: Other,
}

impl Place {
    /// Notes that a step of a module, counted from 1, is open.
    pub fn open(&mut self, module: ModuleId, step: usize) {
        self.steps.insert(module.to_string(), step.into());
        self.last = Some(module);
    }

    /// Forgets which step of a module was opened.
    pub fn forget(&mut self, module: &ModuleId) {
        self.steps.remove(module.as_str());
        self.last = self.last.take().filter(|last| last != module);
    }

    /// The step that was opened last in a module.
    pub fn step(&self, module: &ModuleId) -> Option<usize> {
        self.steps.get(module.as_str())?.as_u64()?.try_into().ok()
    }
}

impl Form for Place {
    fn read(mut fields: Fields) -> Read<Self> {
        Ok(Self {
            last: fields.maybe("last", ModuleId::new)?,
            steps: fields.object("steps")?,
            other: fields.rest(),
        })
    }

    fn write(&self) -> Fields {
        let mut fields = Fields::with(&self.other);
        fields.put_shown("last", self.last.as_ref().map(|id| id as _));
        fields.put_object("steps", self.steps.clone());
        fields
    }
}
