//! One module: its length, what it asks, and what goes with hard subjects.

use crate::reading::Count;
use std::collections::BTreeSet;
use std::ops::RangeInclusive;
use std::path::Path;
use waymark::course::text::{plain, plain_blocks};
use waymark::course::{Block, Exercise, Kind, KindName, Module, Part, Span, Step, Target};

/// How many steps a module should have.
pub const STEPS: RangeInclusive<usize> = 5..=7;
/// How many words of text a step should have, besides its exercises.
const WORDS: RangeInclusive<usize> = 120..=300;
/// How many exercises.
pub const EXERCISES: RangeInclusive<usize> = 4..=8;
/// Of how many kinds they should be.
pub const KINDS: RangeInclusive<usize> = 3..=12;
/// How many minutes it should take.
pub const MINUTES: RangeInclusive<usize> = 25..=50;
/// The hardest reading level of a step.
const GRADE: f64 = 8.0;

/// The words that mark an example as made up, in each language.
const MADE_UP: [(&str, &str); 2] = [("en", "made-up"), ("ja", "作った例")];

/// English words that show a hard subject: then a module needs a `note:`,
/// and the step has to lead to help and to a place to settle.
const HARD: [&str; 19] = [
    "suicide",
    "suicidal",
    "self-harm",
    "kill yourself",
    "kill themselves",
    "want to die",
    "wants to die",
    "wanting to die",
    "thoughts of dying",
    "overdose",
    "abuse",
    "abused",
    "rape",
    "raped",
    "violence",
    "violent",
    "beaten",
    "hearing voices",
    "withdrawal",
];

/// What is not as it is meant to be.
pub fn sentences(at: &Path, module: &Module) -> Vec<String> {
    let file = format!("{}/{}.md", module.language, module.id);
    let text = std::fs::read_to_string(at.join(&file)).unwrap_or_default();
    let told = Told { file, text, module };
    let mut found = told.numbers();
    found.extend(told.steps());
    found.extend(told.examples());
    found
}

/// Words and grade of everything in a module; `None` where it is not in English.
pub fn count(module: &Module) -> Option<Count> {
    let everything = |step: &Step| format!("{}\n{}\n{}", step.title, text_of(step), questions_of(step));
    let text: Vec<String> = module.steps.iter().map(everything).collect();
    is_english(module).then(|| Count::of(&text.join("\n")))
}

/// The kinds of its exercises.
pub fn kinds(module: &Module) -> BTreeSet<KindName> {
    module.exercises().map(|exercise| exercise.kind.name()).collect()
}

fn is_english(module: &Module) -> bool {
    module.language.as_str().split('-').next() == Some("en")
}

fn text_of(step: &Step) -> String {
    plain_blocks(&blocks_of(step).cloned().collect::<Vec<_>>())
}

fn blocks_of(step: &Step) -> impl Iterator<Item = &Block> {
    step.parts.iter().filter_map(|part| match part {
        Part::Text(block) => Some(block),
        Part::Exercise(_) => None,
    })
}

fn questions_of(step: &Step) -> String {
    let asked = |exercise: &Exercise| {
        let offers = exercise.kind.offers().iter().map(|offer| plain(&offer.words));
        [vec![plain_blocks(&exercise.question)], offers.collect()].concat().join("\n")
    };
    step.exercises().map(asked).collect::<Vec<_>>().join("\n")
}

/// A module, and the place its sentences begin with.
struct Told<'a> {
    file: String,
    text: String,
    module: &'a Module,
}

impl Told<'_> {
    fn say(&self, line: usize, sentence: &str) -> String {
        format!("{}:{line}: {sentence}", self.file)
    }

    /// The line of a step's heading; the first line where it is not found.
    fn line_of(&self, step: &Step) -> usize {
        let is_it = |line: &str| {
            line.strip_prefix("## ").is_some_and(|title| title.trim().starts_with(step.title.trim()))
        };
        self.text.lines().position(is_it).map_or(1, |at| at + 1)
    }

    fn numbers(&self) -> Vec<String> {
        let module = self.module;
        let mut found = Vec::new();
        for (what, number, range) in [
            ("Steps", module.steps.len(), STEPS),
            ("Exercises", module.exercises().count(), EXERCISES),
            ("Kinds of exercise", kinds(module).len(), KINDS),
            ("Minutes", usize::from(module.minutes.unwrap_or(0)), MINUTES),
        ] {
            if !range.contains(&number) {
                let (least, most) = (range.start(), range.end());
                found.push(self.say(1, &format!("{what}: {number}, where {least} to {most} are intended.")));
            }
        }
        if !module.exercises().any(|exercise| exercise.outward) {
            found.push(self.say(
                1,
                "No exercise asks what around a person would need to change. Mark one with `:outward:`.",
            ));
        }
        let last = module.steps.last();
        let feeds = |exercise: &Exercise| exercise.plan.is_some() || matches!(exercise.kind, Kind::Goal);
        if !last.is_some_and(|step| step.exercises().any(feeds)) {
            found.push(self.say(1, "No exercise of the last step feeds the plan (`:plan:`) or a goal."));
        }
        found
    }

    fn steps(&self) -> Vec<String> {
        let mut found = Vec::new();
        for step in &self.module.steps {
            if is_english(self.module) {
                found.extend(self.reading(step));
                found.extend(self.hard(step));
            }
        }
        found
    }

    fn reading(&self, step: &Step) -> Vec<String> {
        let (mut found, line) = (Vec::new(), self.line_of(step));
        let text = text_of(step);
        let words = Count::of(&text).words;
        if !WORDS.contains(&words) {
            let (least, most) = (WORDS.start(), WORDS.end());
            found.push(self.say(
                line,
                &format!(
                    "This step has {words} words besides its exercises, where {least} to {most} are intended."
                ),
            ));
        }
        let grade = Count::of(&format!("{text}\n{}", questions_of(step))).grade().unwrap_or_default();
        if grade > GRADE {
            found.push(self.say(line, &format!("This step reads like grade {grade:.1}. Shorter sentences and plainer words would help: no step should be above {GRADE}.")));
        }
        found
    }

    /// Checks that a hard subject has a note and a way out.
    fn hard(&self, step: &Step) -> Vec<String> {
        let (mut found, line) = (Vec::new(), self.line_of(step));
        let text = format!("{}\n{}", text_of(step), questions_of(step)).to_lowercase();
        let Some(word) = HARD.iter().find(|word| has_word(&text, word)) else {
            return found;
        };
        if self.module.note.is_none() {
            found.push(self.say(
                1,
                &format!(
                    "It mentions “{word}”. Say so calmly with a `note:` at the top, and that skipping is fine."
                ),
            ));
        }
        let blocks = || blocks_of(step).chain(step.exercises().flat_map(|exercise| &exercise.question));
        for address in ["#/help", "#/pause"] {
            if !blocks().any(|block| leads_to(block, address)) {
                found.push(
                    self.say(line, &format!("This step mentions “{word}” and has no link to {address}.")),
                );
            }
        }
        found
    }

    fn examples(&self) -> Vec<String> {
        let mut found = Vec::new();
        let made_up = MADE_UP.iter().find(|(language, _)| *language == self.module.language.as_str());
        let Some((_, made_up)) = made_up else {
            return found;
        };
        for step in &self.module.steps {
            for block in blocks_of(step) {
                let is_wrong = match block {
                    Block::Quote(inner) => !says_first(inner, made_up),
                    Block::Paragraph(spans) => has_somebody(&plain(spans)),
                    _ => false,
                };
                if is_wrong {
                    found.push(self.say(self.line_of(step), "An example here does not say that it is made up. Begin it with `> **A made-up example.**`, or the same in this language."));
                }
            }
        }
        found
    }
}

/// Whether the text contains the words by themselves.
fn has_word(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + word.len()..].chars().next();
        ![before, after].into_iter().flatten().any(char::is_alphanumeric)
    })
}

/// Whether a quote begins with strong words that contain these.
fn says_first(blocks: &[Block], made_up: &str) -> bool {
    let Some(Block::Paragraph(spans)) = blocks.first() else {
        return false;
    };
    matches!(spans.first(), Some(Span::Strong(inner)) if plain(inner).to_lowercase().contains(made_up))
}

/// Whether a text introduces somebody by name and age, as examples do: “Ana is 33”,
/// “Kofi, who is 35”, “Ana, 33,”.
fn has_somebody(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_name = |word: &str| word.trim_end_matches(',').len() > 2 && word.starts_with(char::is_uppercase);
    let is_age = |word: &str| {
        let digits = word.trim_end_matches([',', '.']);
        digits.len() == 2 && digits.bytes().all(|b| b.is_ascii_digit())
    };
    words.windows(4).any(|four| {
        is_name(four[0])
            && (four[1..3] == ["who", "is"] && is_age(four[3]) || four[1] == "is" && is_age(four[2]))
    })
}

fn leads_to(block: &Block, address: &str) -> bool {
    match block {
        Block::Heading { spans, .. } | Block::Paragraph(spans) => spans_lead_to(spans, address),
        Block::List { items, .. } => items.iter().flatten().any(|block| leads_to(block, address)),
        Block::Quote(inner) => inner.iter().any(|block| leads_to(block, address)),
        Block::Code(_) | Block::Rule => false,
    }
}

fn spans_lead_to(spans: &[Span], address: &str) -> bool {
    spans.iter().any(|span| match span {
        Span::Link { to: Target::Own(own), .. } => own == address,
        Span::Emphasis(inner) | Span::Strong(inner) => spans_lead_to(inner, address),
        _ => false,
    })
}
