//! A fenced block into an [`Exercise`].

use super::exercise::{Choice, Exercise, Kind, KindName, Scale, Way, Wheel};
use super::ids::{AnswerId, ChoiceId, ExerciseId, LONGEST_ID, SectionId};
use super::markdown::{self, Fence};
use super::problem::{Problems, Trouble};
use super::text::{Block, Span, plain};

/// What a fenced block turned out to be.
pub enum Found {
    /// An exercise that works.
    Exercise(Exercise),
    /// Text to read, because the exercise could not be made.
    Text(Vec<Block>),
}

/// Reads a fenced block. `line` is the line of its fence.
pub fn parse(fence: &Fence, line: usize, problems: &mut Problems) -> Found {
    let (options, body_line, body) = Options::read(fence, problems);
    let mut question = markdown::read_blocks(body, body_line, problems);
    let Some((name, id)) = head(&fence.info, line, problems) else {
        return Found::Text(question);
    };
    let kind = kind(name, &options, &mut question, line, problems);
    options.check_known(name, problems);
    if question.is_empty() {
        problems.note(line, Trouble::QuestionMissing, id.as_str());
    }
    Found::Exercise(Exercise {
        id,
        line,
        plan: options.plan(problems),
        earlier: options.earlier(problems),
        outward: options.get("outward").is_some(),
        question,
        kind,
    })
}

fn head(info: &str, line: usize, problems: &mut Problems) -> Option<(KindName, ExerciseId)> {
    let (name, id) = info.strip_prefix('{').and_then(|rest| rest.split_once('}'))?;
    let (name, id) = (name.trim(), id.trim());
    let kind = KindName::from_name(name);
    if kind.is_none() {
        problems.note(line, Trouble::KindUnknown, name);
    }
    let exercise = ExerciseId::new(id);
    if id.is_empty() {
        problems.note(line, Trouble::ExerciseWithoutId, &format!("{{{name}}}"));
    } else if exercise.is_none() {
        problems.note(line, Trouble::IdWrong, id);
    }
    kind.zip(exercise)
}

fn kind(
    name: KindName,
    options: &Options,
    question: &mut Vec<Block>,
    line: usize,
    problems: &mut Problems,
) -> Kind {
    match name {
        KindName::Reflection => Kind::Reflection,
        KindName::List => Kind::List,
        KindName::Goal => Kind::Goal,
        KindName::People => Kind::People,
        KindName::Practice => Kind::Practice,
        KindName::Choices => Kind::Choices(choices(question, line, problems)),
        KindName::Order => Kind::Order(choices(question, line, problems)),
        KindName::Compare => Kind::Compare(choices(question, line, problems)),
        KindName::Table => Kind::Table(choices(question, line, problems)),
        KindName::Wheel => {
            let areas = choices(question, line, problems);
            Kind::Wheel(Wheel { areas, scale: options.scale(problems) })
        }
        KindName::Scale => Kind::Scale(options.scale(problems)),
        KindName::Pause => Kind::Pause(options.way(problems)),
    }
}

/// Takes the list at the end of the question as the choices.
fn choices(question: &mut Vec<Block>, line: usize, problems: &mut Problems) -> Vec<Choice> {
    let Some(Block::List { items, .. }) = question.pop_if(|last| matches!(last, Block::List { .. })) else {
        problems.note(line, Trouble::ChoicesMissing, "");
        return Vec::new();
    };
    let mut found: Vec<Choice> = Vec::new();
    for item in items {
        let choice = choice(item, line, problems);
        if found.iter().any(|other| other.id == choice.id) {
            problems.note(line, Trouble::IdTwice, choice.id.as_str());
        } else {
            found.push(choice);
        }
    }
    found
}

fn choice(item: Vec<Block>, line: usize, problems: &mut Problems) -> Choice {
    let mut words = match item.into_iter().next() {
        Some(Block::Paragraph(spans)) => spans,
        _ => Vec::new(),
    };
    let written = match words.first_mut() {
        Some(Span::Text(text)) => take_braces(text).and_then(|id| ChoiceId::new(&id)),
        _ => None,
    };
    let id = written.unwrap_or_else(|| {
        let text = plain(&words);
        problems.note(line, Trouble::ChoiceWithoutId, &text);
        id_from_words(&text)
    });
    Choice { id, words }
}

/// Cuts `{id}` from the start of a text.
fn take_braces(text: &mut String) -> Option<String> {
    let (id, rest) = text.strip_prefix('{')?.split_once('}')?;
    let (id, rest) = (id.trim().to_owned(), rest.trim_start().to_owned());
    *text = rest;
    Some(id)
}

/// An id that stays the same as long as the words do.
fn id_from_words(text: &str) -> ChoiceId {
    let mut id: String = text
        .chars()
        .map(|c| match c.to_ascii_lowercase() {
            letter @ ('a'..='z' | '0'..='9') => letter.to_string(),
            ' ' | '-' => "-".to_owned(),
            other if other.is_ascii() => String::new(),
            other => format!("{:x}", u32::from(other)),
        })
        .collect();
    id.truncate(LONGEST_ID);
    ChoiceId::new(&id).unwrap_or_else(|| id_from_words("choice"))
}

/// The `:option: value` lines of a block.
struct Options<'a> {
    lines: Vec<(usize, &'a str, &'a str)>,
}

impl<'a> Options<'a> {
    /// The options, and the rest of the block with the line it begins on.
    fn read(fence: &'a Fence, problems: &mut Problems) -> (Self, usize, &'a str) {
        let mut lines: Vec<(usize, &str, &str)> = Vec::new();
        let mut rest = fence.body.as_str();
        let mut line = fence.body_line;
        while let Some((name, value, after)) = option_line(rest) {
            if lines.iter().any(|(_, known, _)| *known == name) {
                problems.note(line, Trouble::OptionValue, name);
            }
            lines.push((line, name, value));
            rest = after;
            line += 1;
        }
        (Self { lines }, line, rest)
    }

    fn get(&self, name: &str) -> Option<(usize, &'a str)> {
        let found = self.lines.iter().find(|(_, known, _)| *known == name);
        found.map(|(line, _, value)| (*line, *value))
    }

    fn check_known(&self, kind: KindName, problems: &mut Problems) {
        let own: &[&str] = match kind {
            KindName::Scale | KindName::Wheel => &["from", "to", "low", "high"],
            KindName::Pause => &["way"],
            _ => &[],
        };
        for (line, name, _) in &self.lines {
            if !["plan", "earlier", "outward"].contains(name) && !own.contains(name) {
                problems.note(*line, Trouble::OptionUnknown, name);
            }
        }
    }

    fn plan(&self, problems: &mut Problems) -> Option<SectionId> {
        let (line, value) = self.get("plan")?;
        let section = SectionId::new(value);
        if section.is_none() {
            problems.note(line, Trouble::OptionValue, value);
        }
        section
    }

    fn earlier(&self, problems: &mut Problems) -> Vec<AnswerId> {
        let Some((line, value)) = self.get("earlier") else {
            return Vec::new();
        };
        let mut found = Vec::new();
        for word in value.split_whitespace() {
            match AnswerId::parse(word) {
                Some(id) => found.push(id),
                None => problems.note(line, Trouble::OptionValue, word),
            }
        }
        found
    }

    fn number(&self, name: &str, otherwise: u8, problems: &mut Problems) -> u8 {
        let Some((line, value)) = self.get(name) else {
            return otherwise;
        };
        value.parse().unwrap_or_else(|_| {
            problems.note(line, Trouble::NumberWanted, value);
            otherwise
        })
    }

    fn scale(&self, problems: &mut Problems) -> Scale {
        let from = self.number("from", 0, problems);
        let wanted = self.number("to", from.saturating_add(Scale::WIDEST), problems);
        let widest = from.saturating_add(Scale::WIDEST);
        let fits = wanted > from && wanted <= widest;
        if !fits {
            let line = self.get("to").or(self.get("from")).map_or(1, |(line, _)| line);
            problems.note(line, Trouble::OptionValue, &wanted.to_string());
        }
        let words = |name| self.get(name).map_or_else(String::new, |(_, value)| value.to_owned());
        Scale { from, to: if fits { wanted } else { widest }, low: words("low"), high: words("high") }
    }

    fn way(&self, problems: &mut Problems) -> Way {
        let Some((line, value)) = self.get("way") else {
            return Way::Breathing;
        };
        Way::from_name(value).unwrap_or_else(|| {
            problems.note(line, Trouble::OptionValue, value);
            Way::Breathing
        })
    }
}

/// Splits `:name: value` off the front of a text.
fn option_line(text: &str) -> Option<(&str, &str, &str)> {
    let (line, after) = text.split_once('\n').unwrap_or((text, ""));
    let (name, value) = line.trim_end().strip_prefix(':')?.split_once(':')?;
    let is_name = !name.is_empty() && name.bytes().all(|b| b.is_ascii_lowercase() || b == b'-');
    is_name.then(|| (name, value.trim(), after))
}
