//! How a learner likes to read.

use crate::browser::{language, page};
use crate::components::here::Here;
use crate::components::parts::{
    all, choice, choices, element, heading, is_so, live, nothing, paragraph, soft, words,
};
use crate::course::LanguageTag;
use crate::record::{Change, Preference};
use crate::words::Word;
use leptos::prelude::*;

pub fn page(here: Here) -> AnyView {
    let sample = element("div", &[("class", "sample")], words(here.say(Word::SettingsSample)));
    let about_text = [Preference::Size, Preference::Spacing];
    let others = [Preference::Theme, Preference::Motion, Preference::Ruler];
    all([
        heading(words(here.say(Word::Settings))),
        paragraph("lead", words(here.say(Word::SettingsAbout))),
        languages(here),
        all(about_text.map(|about| group(here, about))),
        sample,
        all(others.map(|about| group(here, about))),
        reading_aloud(here),
        group(here, Preference::Spelling),
    ])
}

/// The word for a preference, and those for its choices in their order.
const fn said(about: Preference) -> (Word, &'static [Word]) {
    match about {
        Preference::Theme => (Word::Theme, &[Word::ThemeDevice, Word::ThemeLight, Word::ThemeDark]),
        Preference::Size => {
            (Word::Size, &[Word::SizeUsual, Word::SizeLarge, Word::SizeLarger, Word::SizeProjector])
        }
        Preference::Spacing => (Word::Spacing, &[Word::SpacingUsual, Word::SpacingWide]),
        Preference::Motion => (Word::Motion, &[Word::MotionDevice, Word::MotionStill]),
        Preference::Ruler => (Word::Ruler, &[Word::RulerOff, Word::RulerOn]),
        Preference::Spelling => (Word::Spelling, &[Word::SpellingOff, Word::SpellingOn]),
        Preference::Titles => (Word::Titles, &[Word::TitlesUsual, Word::TitlesDiscreet]),
        Preference::Shift => (Word::Shift, &[Word::ShiftOn, Word::ShiftOff]),
        Preference::Speed => (Word::Speed, &[Word::SpeedUsual, Word::SpeedSlow, Word::SpeedFast]),
    }
}

pub fn group(here: Here, about: Preference) -> AnyView {
    let (title, said) = said(about);
    let more = match about {
        Preference::Ruler => soft(here.say(Word::RulerAbout)),
        Preference::Spelling => soft(here.say(Word::SpellingAbout)),
        Preference::Titles => soft(here.say(Word::TitlesAbout)),
        Preference::Shift => soft(here.say(Word::ShiftAbout)),
        Preference::Speed => soft(here.say(Word::SpeedAbout)),
        _ => nothing(),
    };
    let offered = about.choices().iter().zip(said).map(|(name, word)| {
        let chosen = is_so(move || here.learner.prefers(about) == *name);
        let choose = move |_| here.learner.change(Change::Preference(about, name));
        choice("radio", about.name().to_owned(), chosen, choose, words(here.say(*word)))
    });
    choices("settings", words(here.say(title)), all([more, all(offered)]))
}

/// How fast the page is read aloud, or why it cannot be.
fn reading_aloud(here: Here) -> AnyView {
    live(move || match here.has_voice() {
        true => group(here, Preference::Speed),
        false => choices("settings", words(here.say(Word::Speed)), soft(here.say(Word::SpeedNone))),
    })
}

fn languages(here: Here) -> AnyView {
    let languages = here.course.centre.languages.iter();
    let languages = languages.map(|welcome| language_choice(here, &welcome.language));
    // Choosing a language reloads the page, and what is only in this page would be lost.
    let inside = match here.learner.is_in_browser() {
        true => all([soft(here.say(Word::LanguageAbout)), all(languages)]),
        false => soft(here.say(Word::LanguageNotNow)),
    };
    choices("settings", words(here.say(Word::Language)), inside)
}

fn language_choice(here: Here, tag: &LanguageTag) -> AnyView {
    let name = language::name_of(tag.as_str());
    let is_current = here.course.language == *tag;
    let chosen = tag.clone();
    let choose = move |_| {
        here.learner.change(Change::Language(chosen.clone()));
        // The course files of another language are fetched by a new page:
        // this one has given up the network.
        page::load_again();
    };
    let shown = element("span", &[("lang", tag.as_str()), ("dir", page::direction(tag))], words(name));
    choice("radio", "language".to_owned(), is_so(move || is_current), choose, shown)
}
