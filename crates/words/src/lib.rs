//! The interface's words, from `words.json` of the language.
//!
//! Every word the app shows has a key here, known at compile time. A word
//! that a language lacks is shown in the English compiled into the app, and
//! is a problem on the check page.

mod keys;
pub mod things;

pub use keys::Word;

use course::{Problem, Problems, Trouble};
use record::LocalDate;
use record::journal::Day;
use serde_json::{Map, Value};

/// The English words compiled into the app.
const SHIPPED: &str = include_str!("../../../modules/en/words.json");

/// The words of one language.
#[derive(Debug, Clone)]
pub struct Words {
    language: String,
    own: Forms,
    shipped: Forms,
    locale: Locale,
}

/// What has to be known about every language, from the browser.
#[derive(Debug, Clone, Copy)]
pub struct Locale {
    /// Which plural category a number has.
    pub plural: Plural,
    /// A day, written out.
    pub day: Day,
}

/// Which plural category (`one`, `few`, `other` …) a number has in a
/// language, by CLDR; the browser knows them all.
pub type Plural = fn(language: &str, number: usize) -> String;

/// Words by key: a text, or an object with a text for each plural category.
type Forms = Map<String, Value>;

impl Words {
    /// Reads the words of a language. Never fails.
    pub fn read(language: &str, file: &str, text: &str, locale: Locale) -> (Self, Vec<Problem>) {
        let mut problems = Problems::of(file);
        let own = forms(text, &mut problems);
        let shipped = forms(SHIPPED, &mut Problems::of(""));
        check(&own, &shipped, &mut problems);
        let words = Self { language: language.to_owned(), own, shipped, locale };
        (words, problems.into_vec())
    }

    /// The words compiled into the app, for when there is nothing else.
    pub fn shipped(locale: Locale) -> Self {
        Self::read("en", "", SHIPPED, locale).0
    }

    /// The language these are in.
    pub fn language(&self) -> &str {
        &self.language
    }

    /// A word of the interface.
    pub fn say(&self, word: Word) -> String {
        self.named(word.name(), None)
    }

    /// A word with its parts in braces filled in.
    pub fn fill(&self, word: Word, parts: &[(&str, &str)]) -> String {
        fill(self.say(word), parts)
    }

    /// A word with a number, which fills its part `{n}`.
    pub fn count(&self, word: Word, number: usize) -> String {
        let category = (self.locale.plural)(&self.language, number);
        fill(self.named(word.name(), Some(&category)), &[("n", &number.to_string())])
    }

    /// A day, written out.
    pub fn day(&self, day: LocalDate) -> String {
        (self.locale.day)(&self.language, day)
    }

    /// How days are written out.
    pub fn day_form(&self) -> Day {
        self.locale.day
    }

    /// A problem, as a sentence that says what to do.
    pub fn problem(&self, problem: &Problem) -> String {
        fill(self.named(problem.trouble.name(), None), &[("what", &problem.what)])
    }

    fn named(&self, name: &str, category: Option<&str>) -> String {
        let form = self.own.get(name).or_else(|| self.shipped.get(name));
        let text = form.and_then(|form| text_of(form, category.unwrap_or("other")));
        text.unwrap_or(name).to_owned()
    }
}

/// The text of a word, in a plural category where it has several.
fn text_of<'a>(form: &'a Value, category: &str) -> Option<&'a str> {
    match form {
        Value::Object(texts) => texts.get(category).or_else(|| texts.get("other"))?.as_str(),
        form => form.as_str(),
    }
}

fn fill(mut text: String, parts: &[(&str, &str)]) -> String {
    for (name, value) in parts {
        text = text.replace(&format!("{{{name}}}"), value);
    }
    text
}

/// Every key there is: words, and the sentences for problems.
fn keys() -> impl Iterator<Item = &'static str> {
    let words = Word::ALL.iter().map(|word| word.name());
    words.chain(Trouble::ALL.iter().map(|trouble| trouble.name()))
}

fn forms(text: &str, problems: &mut Problems) -> Forms {
    let mut forms: Forms = match serde_json::from_str(text) {
        Ok(Value::Object(forms)) => forms,
        Ok(_) => Forms::new(),
        Err(error) => {
            problems.note(error.line().max(1), Trouble::WordsNotJson, &error.to_string());
            return Forms::new();
        }
    };
    forms.retain(|key, form| {
        let is_text = text_of(form, "other").is_some();
        if !is_text {
            problems.note(line_of(text, key), Trouble::WordNotText, key);
        }
        is_text
    });
    forms
}

fn check(own: &Forms, shipped: &Forms, problems: &mut Problems) {
    if own.is_empty() {
        return;
    }
    for key in keys() {
        match (own.get(key), shipped.get(key)) {
            (None, _) => problems.note(1, Trouble::WordMissing, key),
            (Some(own), Some(shipped)) if !same_parts(own, shipped) => {
                problems.note(1, Trouble::WordPart, key);
            }
            _ => {}
        }
    }
    for key in own.keys() {
        if !keys().any(|known| known == key) {
            problems.note(1, Trouble::WordUnknown, key);
        }
    }
}

/// Whether two forms have the same names in braces; of a plural, `other` counts.
fn same_parts(one: &Value, two: &Value) -> bool {
    let (one, two) = (parts(one), parts(two));
    one.iter().all(|part| two.contains(part)) && two.iter().all(|part| one.contains(part))
}

fn parts(form: &Value) -> Vec<&str> {
    let text = text_of(form, "other").unwrap_or_default();
    text.split('{').skip(1).filter_map(|rest| rest.split('}').next()).collect()
}

fn line_of(text: &str, key: &str) -> usize {
    let quoted = format!("\"{key}\"");
    text.lines().position(|line| line.contains(&quoted)).map_or(1, |at| at + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ENGLISH: Locale = Locale {
        plural: |_, number| if number == 1 { "one" } else { "other" }.to_owned(),
        day: |_, day| day.to_string(),
    };

    #[test]
    fn the_shipped_english_has_every_word_and_no_other() {
        let (_, problems) = Words::read("en", "en/words.json", SHIPPED, ENGLISH);
        assert_eq!(problems, []);
    }

    #[test]
    fn a_word_that_is_missing_is_said_in_english() {
        let (words, problems) = Words::read("xx", "xx/words.json", r#"{"home": "Zuhause"}"#, ENGLISH);
        assert_eq!(words.say(Word::Home), "Zuhause");
        assert_eq!(words.say(Word::Goals), Words::shipped(ENGLISH).say(Word::Goals));
        assert!(problems.iter().any(|p| p.trouble == Trouble::WordMissing && p.what == "goals"));
    }

    #[test]
    fn words_files_with_something_wrong() {
        for (text, trouble, what) in [
            ("{", Trouble::WordsNotJson, "EOF"),
            (r#"{"home": 3}"#, Trouble::WordNotText, "home"),
            (r#"{"minutes": {"one": "x"}}"#, Trouble::WordNotText, "minutes"),
            (r#"{"minutes": {"other": "x"}}"#, Trouble::WordPart, "minutes"),
            (r#"{"strange": "x"}"#, Trouble::WordUnknown, "strange"),
        ] {
            let (words, problems) = Words::read("xx", "xx/words.json", text, ENGLISH);
            let found = problems.iter().any(|p| p.trouble == trouble && p.what.contains(what));
            assert!(found, "{text}: {problems:?}");
            assert!(!words.say(Word::Home).is_empty());
        }
    }

    #[test]
    fn numbers_choose_their_form() {
        let words = Words::shipped(ENGLISH);
        assert_eq!(words.count(Word::Minutes, 40), "about 40 minutes");
        assert_eq!(words.count(Word::Minutes, 1), "about 1 minute");
    }

    #[test]
    fn every_trouble_has_a_sentence() {
        for trouble in Trouble::ALL {
            let problem = Problem { file: "en/a.md".into(), line: 1, trouble: *trouble, what: "WHAT".into() };
            let sentence = Words::shipped(ENGLISH).problem(&problem);
            assert!(sentence.ends_with('.') && sentence.len() > 20, "{sentence}");
        }
    }
}
