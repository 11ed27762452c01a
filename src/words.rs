//! The interface's words, from `words.json` of the language.
//!
//! Every word the app says has a key here, known when it is compiled. A word
//! that a language lacks is said in the English that came with the app, and
//! is a problem on the check page.

mod keys;

pub use keys::Word;

use crate::course::{Problem, Problems, Trouble};
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// The English that came with the app.
const SHIPPED: &str = include_str!("../modules/en/words.json");

/// The words of one language.
#[derive(Debug, Clone)]
pub struct Words {
    language: String,
    own: BTreeMap<String, Form>,
    shipped: BTreeMap<String, Form>,
    plural: Plural,
}

/// Which plural category (`one`, `few`, `other` …) a number has in a
/// language. CLDR's; the browser knows them all.
pub type Plural = fn(language: &str, number: usize) -> String;

/// A word, or one a plural category.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Form {
    One(String),
    ByNumber(BTreeMap<String, String>),
}

impl Words {
    /// Reads the words of a language. Never fails.
    pub fn read(language: &str, file: &str, text: &str, plural: Plural) -> (Self, Vec<Problem>) {
        let mut problems = Problems::of(file);
        let own = forms(text, &mut problems);
        let shipped = forms(SHIPPED, &mut Problems::of(""));
        check(&own, &shipped, &mut problems);
        let words = Self { language: language.to_owned(), own, shipped, plural };
        (words, problems.into_vec())
    }

    /// The words that came with the app, for when nothing else is there.
    pub fn shipped(plural: Plural) -> Self {
        Self::read("en", "", SHIPPED, plural).0
    }

    /// The language these are in.
    pub fn language(&self) -> &str {
        &self.language
    }

    /// A word.
    pub fn say(&self, word: Word) -> String {
        self.named(word.name(), None)
    }

    /// A word with its parts in braces filled in.
    pub fn fill(&self, word: Word, parts: &[(&str, &str)]) -> String {
        fill(self.say(word), parts)
    }

    /// A word that goes with a number, which is its part `{n}`.
    pub fn count(&self, word: Word, number: usize) -> String {
        let category = (self.plural)(&self.language, number);
        fill(self.named(word.name(), Some(&category)), &[("n", &number.to_string())])
    }

    /// A problem as a sentence that says what to do.
    pub fn problem(&self, problem: &Problem) -> String {
        fill(self.named(problem.trouble.name(), None), &[("what", &problem.what)])
    }

    fn named(&self, name: &str, category: Option<&str>) -> String {
        let form = self.own.get(name).or_else(|| self.shipped.get(name));
        match form {
            Some(Form::One(text)) => text.clone(),
            Some(Form::ByNumber(texts)) => {
                let text = category.and_then(|category| texts.get(category));
                text.or_else(|| texts.get("other")).cloned().unwrap_or_default()
            }
            None => name.to_owned(),
        }
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

fn forms(text: &str, problems: &mut Problems) -> BTreeMap<String, Form> {
    let read: Map<String, Value> = match serde_json::from_str(text) {
        Ok(read) => read,
        Err(error) => {
            problems.note(error.line().max(1), Trouble::WordsNotJson, &error.to_string());
            return BTreeMap::new();
        }
    };
    let mut forms = BTreeMap::new();
    for (key, value) in read {
        match form(value) {
            Some(form) => drop(forms.insert(key, form)),
            None => problems.note(line_of(text, &key), Trouble::WordNotText, &key),
        }
    }
    forms
}

fn form(value: Value) -> Option<Form> {
    match value {
        Value::String(text) => Some(Form::One(text)),
        Value::Object(map) => {
            let texts: Option<BTreeMap<_, _>> = map
                .into_iter()
                .map(|(category, text)| Some((category, text.as_str()?.to_owned())))
                .collect();
            texts.filter(|texts| texts.contains_key("other")).map(Form::ByNumber)
        }
        _ => None,
    }
}

fn check(own: &BTreeMap<String, Form>, shipped: &BTreeMap<String, Form>, problems: &mut Problems) {
    if own.is_empty() {
        return;
    }
    for key in keys() {
        match (own.get(key), shipped.get(key)) {
            (None, _) => problems.note(1, Trouble::WordMissing, key),
            (Some(own), Some(shipped)) if parts(own) != parts(shipped) => {
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

/// The names in braces, sorted, each once; of a plural, those of `other`.
fn parts(form: &Form) -> Vec<&str> {
    let text = match form {
        Form::One(text) => Some(text),
        Form::ByNumber(texts) => texts.get("other"),
    };
    let text = text.map(String::as_str).unwrap_or_default();
    let mut parts: Vec<&str> = text.split('{').skip(1).filter_map(|rest| rest.split('}').next()).collect();
    parts.sort_unstable();
    parts.dedup();
    parts
}

fn line_of(text: &str, key: &str) -> usize {
    let quoted = format!("\"{key}\"");
    text.lines().position(|line| line.contains(&quoted)).map_or(1, |at| at + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn english(_: &str, number: usize) -> String {
        if number == 1 { "one" } else { "other" }.to_owned()
    }

    #[test]
    fn the_shipped_english_has_every_word_and_no_other() {
        let (_, problems) = Words::read("en", "en/words.json", SHIPPED, english);
        assert_eq!(problems, []);
    }

    #[test]
    fn a_word_that_is_missing_is_said_in_english() {
        let (words, problems) = Words::read("xx", "xx/words.json", r#"{"home": "Zuhause"}"#, english);
        assert_eq!(words.say(Word::Home), "Zuhause");
        assert_eq!(words.say(Word::Goals), Words::shipped(english).say(Word::Goals));
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
            let (words, problems) = Words::read("xx", "xx/words.json", text, english);
            let found = problems.iter().any(|p| p.trouble == trouble && p.what.contains(what));
            assert!(found, "{text}: {problems:?}");
            assert!(!words.say(Word::Home).is_empty());
        }
    }

    #[test]
    fn numbers_choose_their_form() {
        let words = Words::shipped(english);
        assert_eq!(words.count(Word::Minutes, 40), "about 40 minutes");
        assert_eq!(words.count(Word::Minutes, 1), "about 1 minute");
    }

    #[test]
    fn every_trouble_has_a_sentence() {
        for trouble in Trouble::ALL {
            let problem = Problem { file: "en/a.md".into(), line: 1, trouble: *trouble, what: "WHAT".into() };
            let sentence = Words::shipped(english).problem(&problem);
            assert!(sentence.ends_with('.') && sentence.len() > 20, "{sentence}");
        }
    }
}
