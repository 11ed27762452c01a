//! Names that join content and answers: short, plain, the same in every language.

use std::fmt;

/// The most letters an id may have.
pub const LONGEST_ID: usize = 60;

fn is_id(text: &str) -> bool {
    !text.is_empty()
        && text.len() <= LONGEST_ID
        && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

macro_rules! id {
    ($(#[$about:meta])* $name:ident) => {
        $(#[$about])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(String);

        impl $name {
            /// The id, if the text is one: `[a-z0-9-]`, 1 to 60 letters.
            pub fn new(text: &str) -> Option<Self> {
                is_id(text).then(|| Self(text.to_owned()))
            }

            /// The id as a string slice.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

id! {
    /// A language a centre offers, as the name of its folder: `en`, `ja`, `pt-br`.
    LanguageTag
}
impl LanguageTag {
    /// English, which the app's own words are in.
    pub fn english() -> Self {
        Self("en".to_owned())
    }

    /// Whether it is written from right to left: by its script where the tag names one
    /// (`az-arab`, `ar-latn`), otherwise by the script it is usually written in (Unicode
    /// CLDR, likely subtags).
    pub fn is_right_to_left(&self) -> bool {
        let mut parts = self.0.split('-');
        let language = parts.next().unwrap_or_default();
        match parts.find(|part| part.len() == 4 && part.bytes().all(|b| b.is_ascii_lowercase())) {
            Some(script) => RIGHT_TO_LEFT_SCRIPTS.contains(&script),
            None => RIGHT_TO_LEFT.contains(&language),
        }
    }
}

const RIGHT_TO_LEFT_SCRIPTS: [&str; 9] =
    ["arab", "aran", "hebr", "syrc", "thaa", "nkoo", "adlm", "rohg", "mand"];

const RIGHT_TO_LEFT: [&str; 26] = [
    "ar", "arc", "azb", "bal", "bgn", "bqi", "ckb", "dv", "fa", "glk", "he", "iw", "khw", "ks", "lrc", "mzn",
    "nqo", "pnb", "prs", "ps", "sd", "skr", "syr", "ug", "ur", "yi",
];

id! {
    /// The part of a browser's storage that a centre's site keeps words in.
    SpaceId
}
id! {
    /// A stage of the course: a heading of `course.md`.
    StageId
}
id! {
    /// A module: the name of its file without `.md`.
    ModuleId
}
id! {
    /// An exercise, unique in its module.
    ExerciseId
}
id! {
    /// One of the choices offered by an exercise, unique in it.
    ChoiceId
}
id! {
    /// A section of the plan: a heading of `plan.md`.
    SectionId
}
id! {
    /// A goal. The id is random.
    GoalId
}
id! {
    /// A free entry of the journal. The id is random.
    NoteId
}
id! {
    /// A small step, follow-up, list item or a choice of one's own. The id is random.
    ItemId
}

/// Which exercise an answer belongs to. Written `module/exercise`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AnswerId {
    /// The module the exercise is in.
    pub module: ModuleId,
    /// The exercise.
    pub exercise: ExerciseId,
}

impl AnswerId {
    /// Reads `module/exercise`.
    pub fn parse(text: &str) -> Option<Self> {
        let (module, exercise) = text.split_once('/')?;
        Some(Self { module: ModuleId::new(module)?, exercise: ExerciseId::new(exercise)? })
    }
}

impl fmt::Display for AnswerId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.module, self.exercise)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_small_letters_digits_and_hyphens() {
        for good in ["a", "starting-here", "2026", "-"] {
            assert!(ModuleId::new(good).is_some(), "{good}");
        }
        let long = "a".repeat(LONGEST_ID + 1);
        for bad in ["", "A", "a b", "a/b", "ä", "a.b", "..", &long] {
            assert!(ModuleId::new(bad).is_none(), "{bad}");
        }
    }

    #[test]
    fn a_language_is_written_in_the_direction_of_its_script() {
        for (tag, is_right_to_left) in [
            ("en", false),
            ("ja", false),
            ("ar", true),
            ("ar-eg", true),
            ("he", true),
            ("fa", true),
            ("ur-pk", true),
            ("ar-latn", false),
            ("az", false),
            ("az-arab", true),
            ("uz-arab-af", true),
            ("yi-latn-us", false),
            // A four-character subtag that begins with a digit is a variant, not a script.
            ("de-1996", false),
            ("ar-1996", true),
        ] {
            assert_eq!(LanguageTag::new(tag).unwrap().is_right_to_left(), is_right_to_left, "{tag}");
        }
    }

    #[test]
    fn an_answer_id_is_a_module_and_an_exercise() {
        let id = AnswerId::parse("feeling-safer/safe-place").unwrap();
        assert_eq!(id.to_string(), "feeling-safer/safe-place");
        for bad in ["", "a", "a/", "/a", "a/b/c", "A/b"] {
            assert!(AnswerId::parse(bad).is_none(), "{bad}");
        }
    }
}
