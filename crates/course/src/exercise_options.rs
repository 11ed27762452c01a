//! The `:option: value` lines of an exercise.

use super::exercise::{KindName, Scale, Way};
use super::front_matter::{self, unquoted};
use super::ids::{AnswerId, SectionId};
use super::markdown::{self, Fence};
use super::problem::{Problems, Trouble};

/// The `:option: value` lines of a block.
pub struct Options<'a> {
    lines: Vec<(usize, String, &'a str)>,
}

impl<'a> Options<'a> {
    /// The options, and the rest of the block, with their lines left empty. Options may
    /// be anywhere in the block, indented, and in small or capital letters.
    pub fn read(fence: &'a Fence, problems: &mut Problems) -> (Self, String) {
        let mut lines: Vec<(usize, String, &str)> = Vec::new();
        let mut body = String::new();
        for (text, line) in fence.body.lines().zip(fence.body_line..) {
            match option_line(text, body.trim().is_empty()) {
                Some((name, _)) if lines.iter().any(|(_, known, _)| *known == name) => {
                    problems.note(line, Trouble::OptionTwice, &name);
                }
                Some((name, value)) => lines.push((line, name, unquoted(value))),
                None => body.push_str(text),
            }
            body.push('\n');
        }
        (Self { lines }, body)
    }

    pub fn get(&self, name: &str) -> Option<(usize, &'a str)> {
        let found = self.lines.iter().find(|(_, known, _)| *known == name);
        found.map(|(line, _, value)| (*line, *value))
    }

    pub fn check_known(&self, kind: KindName, problems: &mut Problems) {
        let own: &[&str] = match kind {
            KindName::Scale | KindName::Wheel => &["from", "to", "low", "high"],
            KindName::Pause => &["way"],
            KindName::Reflection
            | KindName::List
            | KindName::Choices
            | KindName::Order
            | KindName::Compare
            | KindName::Table
            | KindName::People
            | KindName::Goal
            | KindName::Practice => &[],
        };
        for (line, name, _) in &self.lines {
            if !["plan", "earlier", "outward"].contains(&name.as_str()) && !own.contains(&name.as_str()) {
                problems.note(*line, Trouble::OptionUnknown, name);
            }
        }
    }

    pub fn plan(&self, problems: &mut Problems) -> Option<SectionId> {
        let (line, value) = self.get("plan")?;
        let section = SectionId::new(value);
        if section.is_none() {
            problems.note(line, Trouble::OptionValue, &format!(":plan: {value}"));
        }
        section
    }

    pub fn earlier(&self, problems: &mut Problems) -> Vec<AnswerId> {
        let Some((line, value)) = self.get("earlier") else {
            return Vec::new();
        };
        let mut found = Vec::new();
        for word in value.split_whitespace() {
            match AnswerId::parse(word) {
                Some(id) => found.push(id),
                None => problems.note(line, Trouble::OptionValue, &format!(":earlier: {word}")),
            }
        }
        found
    }

    fn number(&self, name: &str, otherwise: u8, problems: &mut Problems) -> u8 {
        let Some((line, value)) = self.get(name) else {
            return otherwise;
        };
        front_matter::number(value).unwrap_or_else(|| {
            problems.note(line, Trouble::NumberWanted, value);
            otherwise
        })
    }

    pub fn scale(&self, problems: &mut Problems) -> Scale {
        let from = self.number("from", 0, problems);
        let wanted = self.number("to", from.saturating_add(Scale::WIDEST), problems);
        let widest = from.saturating_add(Scale::WIDEST);
        let fits = wanted > from && wanted <= widest;
        if !fits {
            let line = self.get("to").or(self.get("from")).map_or(1, |(line, _)| line);
            problems.note(line, Trouble::OptionValue, &format!(":to: {wanted}"));
        }
        let [low, high] = ["low", "high"].map(|name| {
            let (line, words) = self.get(name).unwrap_or_default();
            if markdown::has_signs(words) {
                problems.note(line, Trouble::WordsOnly, words);
            }
            words.to_owned()
        });
        Scale { from, to: if fits { wanted } else { widest }, low, high }
    }

    pub fn way(&self, problems: &mut Problems) -> Way {
        let Some((line, value)) = self.get("way") else {
            return Way::Breathing;
        };
        Way::from_name(value).unwrap_or_else(|| {
            problems.note(line, Trouble::OptionValue, &format!(":way: {value}"));
            Way::Breathing
        })
    }
}

/// The options an exercise can have.
const NAMES: [&str; 8] = ["plan", "earlier", "outward", "from", "to", "low", "high", "way"];

/// The name and value, if the line is an option. At the top of a block the colon
/// before a name, or the one after it, may be missing.
fn option_line(text: &str, at_top: bool) -> Option<(String, &str)> {
    const COLONS: [char; 2] = [':', '：'];
    let text = text.trim();
    let marked = text.strip_prefix(COLONS);
    if marked.is_none() && !at_top {
        return None;
    }
    let inside = marked.unwrap_or(text);
    let (name, value) = match inside.split_once(COLONS) {
        Some(parts) => parts,
        None if marked.is_some() => inside.split_once(char::is_whitespace).unwrap_or((inside, "")),
        None => return None,
    };
    let name = name.trim().to_ascii_lowercase();
    let is_name = match inside.contains(COLONS) && marked.is_some() {
        true => !name.is_empty() && name.bytes().all(|b| b.is_ascii_lowercase() || b == b'-'),
        false => NAMES.contains(&name.as_str()),
    };
    is_name.then(|| (name, value.trim()))
}
