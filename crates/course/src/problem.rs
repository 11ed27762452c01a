//! What is wrong in a centre's file, where, and what to do about it.
//!
//! A problem names its trouble; the sentence for it is in `words.json`,
//! so that a centre reads it in its own language.

named! {
    /// Everything that can be wrong in a course file.
    pub enum Trouble {
        /// The file is listed, but not there.
        FileMissing = "problem-file-missing",
        /// The server answered with something other than the file; `what` is its status.
        FileRefused = "problem-file-refused",
        /// The file has nothing but white space.
        FileEmpty = "problem-file-empty",
        /// The file is not UTF-8 text.
        FileNotText = "problem-file-not-text",
        /// The file is longer than [`LONGEST_FILE`](crate::LONGEST_FILE).
        FileTooLong = "problem-file-too-long",
        /// No `---` block at the top.
        FrontMatterMissing = "problem-front-matter-missing",
        /// The `---` block never ends.
        FrontMatterOpen = "problem-front-matter-open",
        /// A line that is not `key: value`.
        FrontMatterLine = "problem-front-matter-line",
        /// A key that is needed is not there.
        KeyMissing = "problem-key-missing",
        /// A key nobody reads.
        KeyUnknown = "problem-key-unknown",
        /// A value that is not a whole number.
        NumberWanted = "problem-number-wanted",
        /// A name that cannot be an id.
        IdWrong = "problem-id-wrong",
        /// A heading that needs an id has none.
        HeadingWithoutId = "problem-heading-without-id",
        /// Two things of one file have the same id.
        IdTwice = "problem-id-twice",
        /// The module names another stage than the contents list it under.
        StageDiffers = "problem-stage-differs",
        /// Text before the first step.
        TextBeforeStep = "problem-text-before-step",
        /// A module without a step.
        NoStep = "problem-no-step",
        /// A fenced block that is never closed.
        FenceOpen = "problem-fence-open",
        /// An exercise inside a list or a quote.
        ExerciseNested = "problem-exercise-nested",
        /// A kind of exercise that does not exist.
        KindUnknown = "problem-kind-unknown",
        /// An exercise without an id.
        ExerciseWithoutId = "problem-exercise-without-id",
        /// An option this kind does not have.
        OptionUnknown = "problem-option-unknown",
        /// An option that is given twice.
        OptionTwice = "problem-option-twice",
        /// An option with a value that cannot be used.
        OptionValue = "problem-option-value",
        /// A plan section that plan.md does not have.
        SectionUnknown = "problem-section-unknown",
        /// An earlier exercise that the course does not have.
        EarlierUnknown = "problem-earlier-unknown",
        /// An earlier exercise of a module that the course does not have.
        EarlierAway = "problem-earlier-away",
        /// An exercise that the course had once, and has no more.
        ExerciseGone = "problem-exercise-gone",
        /// A section of the plan that the course had once.
        SectionGone = "problem-section-gone",
        /// The minutes of a session's parts do not add up.
        ClassMinutes = "problem-class-minutes",
        /// A part of a session without its minutes.
        ClassPartMinutes = "problem-class-part-minutes",
        /// A heading in a part of a session that does not say whose notes follow.
        ClassHeading = "problem-class-heading",
        /// A session's plan names something that is not there.
        ClassUnknown = "problem-class-unknown",
        /// An exercise that asks nothing.
        QuestionMissing = "problem-question-missing",
        /// A `choices` block without a list at its end.
        ChoicesMissing = "problem-choices-missing",
        /// Choices whose ids are made of their words.
        ChoicesWithoutIds = "problem-choices-without-ids",
        /// Raw HTML.
        RawHtml = "problem-raw-html",
        /// A link of a kind that is not allowed.
        LinkRefused = "problem-link-refused",
        /// A link to an address of our own that leads nowhere.
        LinkNowhere = "problem-link-nowhere",
        /// A link to a module that the contents do not list.
        LinkLeftOut = "problem-link-left-out",
        /// An image; its words are shown.
        Image = "problem-image",
        /// An image without words, of which nothing is shown.
        ImageWithoutWords = "problem-image-without-words",
        /// A table drawn with `|`.
        PipeTable = "problem-pipe-table",
        /// A link whose address is given elsewhere, or a footnote.
        LinkReference = "problem-link-reference",
        /// Brackets that were meant as a link, but are none.
        LinkBroken = "problem-link-broken",
        /// Signs of Markdown that do nothing where they are.
        SignsSeen = "problem-signs-seen",
        /// Signs of Markdown in words that are shown exactly as written.
        WordsOnly = "problem-words-only",
        /// Boxes to tick, as other kinds of Markdown have them.
        TaskList = "problem-task-list",
        /// Text indented by four spaces, which is shown as code.
        CodeIndented = "problem-code-indented",
        /// A fenced block that is no exercise, and is shown as code.
        CodeShown = "problem-code-shown",
        /// Lists or quotes nested deeper than a reader can follow.
        TooDeep = "problem-too-deep",
        /// The contents list no module.
        NoModule = "problem-no-module",
        /// A module is listed twice.
        ListedTwice = "problem-listed-twice",
        /// A line of the contents that is not a link to a module file.
        ContentsLine = "problem-contents-line",
        /// No language is offered.
        NoLanguage = "problem-no-language",
        /// Helplines without the date they were checked.
        HelpUnchecked = "problem-help-unchecked",
        /// The day helplines were checked is not a day.
        HelpDayWrong = "problem-help-day-wrong",
        /// Helplines were checked more than six months ago.
        HelpOld = "problem-help-old",
        /// The helplines are still the examples that came with Waymark.
        HelpExample = "problem-help-example",
        /// People read one number, and a tap calls another.
        NumberDiffers = "problem-number-differs",
        /// The first screen has another number or link than the file.
        ScreenDiffers = "problem-screen-differs",
        /// The first screen has a language that the centre does not offer.
        ScreenLanguage = "problem-screen-language",
        /// The first screen lacks a number or link of the file.
        ScreenLacks = "problem-screen-lacks",
        /// The first screen has a number or link that the file lacks.
        ScreenHas = "problem-screen-has",
        /// A file that only the centre's first language has.
        TranslationMissing = "problem-translation-missing",
        /// A module that only the contents of the first language list.
        TranslationUnlisted = "problem-translation-unlisted",
        /// An exercise that the first language's module has and this one lacks.
        TranslationExercise = "problem-translation-exercise",
        /// Choices that have another id in the first language.
        TranslationChoices = "problem-translation-choices",
        /// A word the centre does not want to use.
        WordToAvoid = "problem-word-to-avoid",
        /// A link that leads to another site.
        LinkOut = "problem-link-out",
        /// Other apps at the same address can read what learners write.
        HostShared = "problem-host-shared",
        /// Another Waymark at the same address keeps its words in the same place.
        SpaceShared = "problem-space-shared",
        /// A space with a name that cannot be used.
        SpaceRefused = "problem-space-refused",
        /// A colour that is not one.
        ColourWrong = "problem-colour-wrong",
        /// A colour with too little contrast.
        ColourFaint = "problem-colour-faint",
        /// A logo that cannot be used.
        LogoRefused = "problem-logo-refused",
        /// The words file is not valid JSON.
        WordsNotJson = "problem-words-not-json",
        /// A word that the words file lacks.
        WordMissing = "problem-word-missing",
        /// Many words are missing, as in a translation that has just begun.
        WordsMissing = "problem-words-missing",
        /// A word nobody uses.
        WordUnknown = "problem-word-unknown",
        /// A word that is not text, or lacks `other`.
        WordNotText = "problem-word-not-text",
        /// A word without a part in braces that belongs in it.
        WordPart = "problem-word-part",
    }
}

impl Trouble {
    /// Whether this needs no mending, but is something the centre may want to know
    /// or look at again.
    pub fn is_to_know(self) -> bool {
        matches!(
            self,
            Self::EarlierAway
                | Self::ExerciseGone
                | Self::SectionGone
                | Self::CodeShown
                | Self::LinkLeftOut
                | Self::ChoicesWithoutIds
                | Self::HelpOld
                | Self::TranslationMissing
                | Self::TranslationUnlisted
                | Self::TranslationExercise
                | Self::TranslationChoices
                | Self::WordToAvoid
                | Self::WordsMissing
                | Self::LinkOut
                | Self::HostShared
                | Self::SpaceShared
        )
    }
}

/// One thing that is wrong in one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The file, as a path below `modules/`.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// What is wrong.
    pub trouble: Trouble,
    /// The word, id or link it is about; empty where there is none.
    pub what: String,
}

/// The problems found so far in one file.
#[derive(Debug)]
pub struct Problems {
    file: String,
    found: Vec<Problem>,
}

impl Problems {
    /// No problems yet, for that file.
    pub fn of(file: &str) -> Self {
        Self { file: file.to_owned(), found: Vec::new() }
    }

    /// Notes a problem. `what` is cut to a readable length.
    pub fn note(&mut self, line: usize, trouble: Trouble, what: &str) {
        const READABLE: usize = 80;
        self.found.push(Problem {
            file: self.file.clone(),
            line,
            trouble,
            what: what.trim().chars().take(READABLE).collect(),
        });
    }

    /// All of them, in the order they were found.
    pub fn into_vec(self) -> Vec<Problem> {
        self.found
    }
}
